/* The actions of a plan as cards, in columns by status.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-board.h"

#include <glib/gi18n.h>

#include "ui/action-change.h"
#include "ui/board-column.h"

/* What was carried over has a column of its own, seen when there is any: the year was closed. */
#define N_COLUMNS AKK_N_ACTION_STANDINGS
#define N_STATUSES (AKK_ACTION_STOPPED + 1)

struct _AkkActionBoard {
  AdwBin parent_instance;

  AkkBoardColumn *columns[N_COLUMNS];
  AkkActionScope *scope;
  gboolean stale; /* others are shown than the columns have */
  gint64 moved; /* the card that the focus follows into another column, 0: none */
  guint moved_from;
};

G_DEFINE_FINAL_TYPE (AkkActionBoard, akk_action_board, ADW_TYPE_BIN)

/* --- What the columns show --- */

/* The card that was moved by the keyboard keeps the focus. */
static void
follow_moved (AkkActionBoard *self)
{
  for (guint i = 0; self->moved != 0 && i < N_COLUMNS; i++) {
    int place = i != self->moved_from ? akk_board_column_find (self->columns[i], self->moved) : -1;

    if (place >= 0) {
      self->moved = 0;
      akk_board_column_focus (self->columns[i], (guint) place);
    }
  }
}

static void
show_chosen_cb (AkkActionBoard *self)
{
  gint64 chosen = akk_action_scope_chosen (self->scope);

  for (guint i = 0; chosen != 0 && i < N_COLUMNS; i++) {
    int place = akk_board_column_find (self->columns[i], chosen);

    if (place >= 0)
      akk_board_column_select (self->columns[i], (guint) place);
    else
      akk_board_column_unselect (self->columns[i]);
  }
}

static void
update (AkkActionBoard *self)
{
  GArray *ids[N_COLUMNS];
  guint n = akk_action_scope_shown (self->scope)->len;

  self->stale = FALSE;
  for (guint i = 0; i < N_COLUMNS; i++)
    ids[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n; i++) {
    const AkkActionRow *row = akk_action_scope_row (self->scope, i);

    g_array_append_val (ids[akk_action_standing (row->status, row->successor_id)], row->id);
  }
  for (guint i = 0; i < N_COLUMNS; i++) {
    akk_board_column_show (self->columns[i], ids[i]);
    gtk_widget_set_visible (GTK_WIDGET (self->columns[i]), i < N_STATUSES || ids[i]->len > 0);
    g_array_unref (ids[i]);
  }
  follow_moved (self);
}

static void
shown_changed_cb (AkkActionBoard *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

/* --- Moving --- */

/* What was carried over stays so until it is done, adjusted or stopped here after all. */
static gboolean
moves (const AkkActionRow *row, gint64 status)
{
  return akk_action_standing (row->status, row->successor_id) !=
         akk_action_standing (status, row->successor_id);
}

/* Nothing is carried over here: that is for the turn of the year. */
static void
move (AkkActionBoard *self, AkkActionIds *ids, gint64 status)
{
  AkkActionRows *rows = akk_action_scope_rows (self->scope);
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < akk_action_ids_length (ids); i++) {
    const AkkActionRow *row = akk_action_rows_find (rows, akk_action_ids_at (ids, i));

    if (row != NULL && moves (row, status))
      g_array_append_val (moved, row->id);
  }
  akk_actions_set_status (GTK_WIDGET (self), akk_action_scope_store (self->scope), moved,
                          (AkkActionStatus) status);
}

static void
dropped_cb (AkkActionBoard *self, AkkActionIds *ids, AkkBoardColumn *column)
{
  if (self->scope != NULL)
    move (self, ids, akk_board_column_standing (column));
}

/* --- Keys --- */

static guint
focused_column (AkkActionBoard *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (akk_board_column_focused (self->columns[i]) >= 0)
      return i;
  return N_COLUMNS;
}

/* To the card at the same height in the nearest column that has any. */
static void
go_beside (AkkActionBoard *self, guint column, int step)
{
  int place = akk_board_column_focused (self->columns[column]);

  for (int i = (int) column + step; i >= 0 && i < N_COLUMNS; i += step) {
    guint length = akk_board_column_length (self->columns[i]);

    if (length == 0)
      continue;
    akk_board_column_focus (self->columns[i], MIN ((guint) place, length - 1));
    akk_board_column_unselect (self->columns[column]);
    return;
  }
}

static void
move_beside (AkkActionBoard *self, guint column, int step)
{
  g_autoptr (AkkActionIds) ids = akk_board_column_selected (self->columns[column]);
  int to = (int) column + step;

  if (to < 0 || to >= N_STATUSES || akk_action_ids_length (ids) == 0)
    return;
  self->moved = akk_action_ids_at (ids, 0);
  self->moved_from = column;
  move (self, ids, akk_board_column_standing (self->columns[to]));
}

static gboolean
key_cb (AkkActionBoard *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType mask = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint column = focused_column (self);
  int step = key == GDK_KEY_Left || key == GDK_KEY_KP_Left     ? -1
             : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1
                                                               : 0;

  if (step == 0 || column == N_COLUMNS || (mask != 0 && mask != GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  if (rtl)
    step = -step;
  if (mask == GDK_CONTROL_MASK)
    move_beside (self, column, step);
  else
    go_beside (self, column, step);
  return GDK_EVENT_STOP;
}

/* One column at a time has a selection: the one that is worked in. */
static void
entered_cb (GtkEventControllerFocus *focus, AkkActionBoard *self)
{
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  for (guint i = 0; i < N_COLUMNS; i++)
    if (GTK_WIDGET (self->columns[i]) != column)
      akk_board_column_unselect (self->columns[i]);
}

/* --- Virtual functions --- */

static void
akk_action_board_map (GtkWidget *widget)
{
  AkkActionBoard *self = AKK_ACTION_BOARD (widget);

  if (self->stale && self->scope != NULL)
    update (self);
  GTK_WIDGET_CLASS (akk_action_board_parent_class)->map (widget);
}

static void
akk_action_board_dispose (GObject *object)
{
  if (AKK_ACTION_BOARD (object)->scope != NULL)
    akk_action_board_set_scope (AKK_ACTION_BOARD (object), NULL);
  G_OBJECT_CLASS (akk_action_board_parent_class)->dispose (object);
}

static void
akk_action_board_class_init (AkkActionBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_action_board_dispose;
  GTK_WIDGET_CLASS (klass)->map = akk_action_board_map;
}

static void
akk_action_board_init (AkkActionBoard *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "akk-board");
  for (guint i = 0; i < N_COLUMNS; i++) {
    GtkWidget *column = akk_board_column_new (i);
    GtkEventController *focus = gtk_event_controller_focus_new ();

    self->columns[i] = AKK_BOARD_COLUMN (column);
    g_signal_connect_object (column, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, 0);
    gtk_widget_add_controller (column, focus);
    gtk_box_append (GTK_BOX (box), column);
  }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, keys);
}

void
akk_action_board_set_scope (AkkActionBoard *self, AkkActionScope *scope)
{
  if (self->scope != NULL) {
    g_signal_handlers_disconnect_by_func (self->scope, shown_changed_cb, self);
    g_signal_handlers_disconnect_by_func (self->scope, show_chosen_cb, self);
  }
  g_set_object (&self->scope, scope);
  self->moved = 0;
  for (guint i = 0; i < N_COLUMNS; i++)
    akk_board_column_set_scope (self->columns[i], scope);
  if (scope == NULL)
    return;
  g_signal_connect_object (scope, "shown-changed", G_CALLBACK (shown_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scope, "chosen", G_CALLBACK (show_chosen_cb), self, G_CONNECT_SWAPPED);
  shown_changed_cb (self);
}
