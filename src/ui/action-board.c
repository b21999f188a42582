/* The actions of a plan as cards, in columns by status.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-board.h"

struct _AkkActionBoard {
  AdwBin parent_instance;
  AkkActionScope *scope;
};

G_DEFINE_FINAL_TYPE (AkkActionBoard, akk_action_board, ADW_TYPE_BIN)

static void
akk_action_board_dispose (GObject *object)
{
  akk_action_board_set_scope (AKK_ACTION_BOARD (object), NULL);
  G_OBJECT_CLASS (akk_action_board_parent_class)->dispose (object);
}

static void
akk_action_board_class_init (AkkActionBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_action_board_dispose;
}

static void
akk_action_board_init (AkkActionBoard *self)
{
}

void
akk_action_board_set_scope (AkkActionBoard *self, AkkActionScope *scope)
{
  g_set_object (&self->scope, scope);
}
