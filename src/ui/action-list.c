/* The actions of a plan as a list, by priority.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-list.h"

struct _AkkActionList {
  AdwBin parent_instance;
  AkkActionScope *scope;
};

G_DEFINE_FINAL_TYPE (AkkActionList, akk_action_list, ADW_TYPE_BIN)

static void
akk_action_list_dispose (GObject *object)
{
  akk_action_list_set_scope (AKK_ACTION_LIST (object), NULL);
  G_OBJECT_CLASS (akk_action_list_parent_class)->dispose (object);
}

static void
akk_action_list_class_init (AkkActionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_action_list_dispose;
}

static void
akk_action_list_init (AkkActionList *self)
{
}

void
akk_action_list_set_scope (AkkActionList *self, AkkActionScope *scope)
{
  g_set_object (&self->scope, scope);
}
