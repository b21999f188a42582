/* The actions of a plan in the matrix of the Pact: domains by target groups.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-grid.h"

struct _AkkActionGrid {
  AdwBin parent_instance;
  AkkActionScope *scope;
};

G_DEFINE_FINAL_TYPE (AkkActionGrid, akk_action_grid, ADW_TYPE_BIN)

static void
akk_action_grid_dispose (GObject *object)
{
  akk_action_grid_set_scope (AKK_ACTION_GRID (object), NULL);
  G_OBJECT_CLASS (akk_action_grid_parent_class)->dispose (object);
}

static void
akk_action_grid_class_init (AkkActionGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_action_grid_dispose;
}

static void
akk_action_grid_init (AkkActionGrid *self)
{
}

void
akk_action_grid_set_scope (AkkActionGrid *self, AkkActionScope *scope)
{
  g_set_object (&self->scope, scope);
}
