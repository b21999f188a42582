/* The details of the chosen action, beside the views.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-panel.h"

struct _AkkActionPanel {
  AdwBin parent_instance;
  AkkActionScope *scope;
};

G_DEFINE_FINAL_TYPE (AkkActionPanel, akk_action_panel, ADW_TYPE_BIN)

static void
akk_action_panel_dispose (GObject *object)
{
  akk_action_panel_set_scope (AKK_ACTION_PANEL (object), NULL);
  G_OBJECT_CLASS (akk_action_panel_parent_class)->dispose (object);
}

static void
akk_action_panel_class_init (AkkActionPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_action_panel_dispose;
}

static void
akk_action_panel_init (AkkActionPanel *self)
{
}

void
akk_action_panel_set_scope (AkkActionPanel *self, AkkActionScope *scope)
{
  g_set_object (&self->scope, scope);
}
