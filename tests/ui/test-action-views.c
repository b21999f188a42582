/* The board, the timeline and the matrix of an action plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/pact.h"
#include "register-fixture.h"
#include "ui/action-board.h"
#include "ui/action-card.h"
#include "ui/action-cell.h"
#include "ui/action-grid.h"
#include "ui/action-ids.h"
#include "ui/action-timeline.h"
#include "ui/board-column.h"
#include "ui/timeline-bar.h"
#include "ui/timeline-row.h"

/* --- A plan --- */

static void
add (RegisterFixture *f,
     const char *title,
     AkkActionStatus status,
     const char *domain,
     const char *starts_on,
     const char *deadline)
{
  g_autoptr (AkkAction) action = akk_record_new (&akk_action_record);

  g_object_set (action, "agreement-id", f->agreement->record.id, "title", title, "status",
                (gint64) status, "domains", domain, "target-groups",
                *domain != '\0' ? "WZW met multiproblematiek" : "", NULL);
  if (starts_on != NULL)
    g_object_set (action, "starts-on", akk_date_parse (starts_on), NULL);
  if (deadline != NULL)
    g_object_set (action, "deadline", akk_date_parse (deadline), NULL);
  akk_store_add (f->store, action);
}

static AkkActionScope *
scope_new (RegisterFixture *f)
{
  akk_store_begin (f->store, "Fill");
  add (f, "Huisbezoeken", AKK_ACTION_BUSY, "Matchen", "2025-02-01", "2025-12-31");
  add (f, "Jobpunt", AKK_ACTION_DONE, "Matchen", "2025-01-01", "2025-06-30");
  add (f, "Infosessies", AKK_ACTION_BUSY, "Matchen", "2025-06-01", "2025-10-31");
  add (f, "Taalstages", AKK_ACTION_TO_START, "Controle", NULL, NULL);
  add (f, "Nieuwsbrief", AKK_ACTION_TO_START, "", NULL, NULL);
  g_assert_true (akk_store_commit (f->store, NULL));
  return akk_action_scope_new (f->store, f->agreement);
}

static void
fill (RegisterFixture *f, guint n)
{
  akk_store_begin (f->store, "Fill");
  for (guint i = 0; i < n; i++)
    add (f, "Actie", AKK_ACTION_BUSY, "Matchen", "2025-02-01", "2025-12-31");
  g_assert_true (akk_store_commit (f->store, NULL));
}

/* --- What is shown --- */

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
all_of (GtkWidget *widget, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);
  return found;
}

static GtkWidget *
cell_of (GtkWidget *grid, guint domain, guint group)
{
  g_autoptr (GPtrArray) cells = all_of (grid, AKK_TYPE_ACTION_CELL);

  for (guint i = 0; i < cells->len; i++)
    if (akk_action_cell_domain (cells->pdata[i]) == domain &&
        akk_action_cell_target_group (cells->pdata[i]) == group)
      return cells->pdata[i];
  g_assert_not_reached ();
}

static AkkBoardColumn *
column_of (GtkWidget *board, AkkActionStatus status)
{
  g_autoptr (GPtrArray) columns = all_of (board, AKK_TYPE_BOARD_COLUMN);

  return columns->pdata[status];
}

/* Presses a key where `widget` or one of its parents listens to keys itself. */
static gboolean
press (GtkWidget *widget, guint key, GdkModifierType state)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget)) {
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean done = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &done);
      if (done)
        return TRUE;
    }
  }
  return FALSE;
}

/* --- The matrix --- */

static guint
domain_of (AkkActionScope *scope, const char *name)
{
  guint64 bit = akk_action_rows_name_bit (akk_action_scope_rows (scope), AKK_TAG_DOMAIN, name);

  g_assert_cmpuint (bit, !=, 0);
  return (guint) g_bit_nth_lsf ((gulong) bit, -1);
}

static void
a_cell_says_what_stands_in_it (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = scope_new (f);
  GtkWidget *grid = g_object_new (AKK_TYPE_ACTION_GRID, NULL);
  guint matching = domain_of (scope, "Matchen");

  akk_action_grid_set_scope (AKK_ACTION_GRID (grid), scope);
  register_show (f, grid);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (cell_of (grid, matching, 0)), ==,
                   "Matchen, WZW met multiproblematiek: 3 actions, 1 late");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (cell_of (grid, matching, 1)), ==,
                   "Matchen, (Equivalent) leefloon: no action yet, though the Pact expects it");
  register_expect (f, "No action yet");
  register_expect (
      f, "In 20 of the 21 cells where the Pact expects cooperation there is no action yet.");
  g_assert_nonnull (register_button (f, "1 action stands in no cell"));
}

static void
what_the_pact_does_not_ask_is_extra (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = scope_new (f);
  GtkWidget *grid = g_object_new (AKK_TYPE_ACTION_GRID, NULL);
  guint control = domain_of (scope, "Controle");

  g_assert_false (akk_pact_expects (control, 0));
  akk_action_grid_set_scope (AKK_ACTION_GRID (grid), scope);
  register_show (f, grid);
  g_assert_true (gtk_widget_has_css_class (cell_of (grid, control, 0), "akk-cell-extra"));
  g_assert_true (gtk_widget_has_css_class (cell_of (grid, control, 1), "akk-cell-unasked"));
  register_expect (f, "extra");
}

static void
a_cell_lists_its_actions (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = scope_new (f);
  GtkWidget *grid = g_object_new (AKK_TYPE_ACTION_GRID, NULL), *cell;
  g_autoptr (GPtrArray) lists = NULL;

  akk_action_grid_set_scope (AKK_ACTION_GRID (grid), scope);
  register_show (f, grid);
  cell = cell_of (grid, domain_of (scope, "Matchen"), 0);
  g_signal_emit_by_name (cell, "clicked");
  register_expect (f, "Infosessies");
  lists = all_of (grid, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (lists->pdata[lists->len - 1], "activate", 0);
  g_assert_cmpint (akk_action_scope_chosen (scope), !=, 0);

  /* What is done elsewhere shows at once. */
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (cell), ==,
                   "Matchen, WZW met multiproblematiek: no action yet, "
                   "though the Pact expects it");
}

static void
arrows_go_from_cell_to_cell (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = scope_new (f);
  GtkWidget *grid = g_object_new (AKK_TYPE_ACTION_GRID, NULL);

  akk_action_grid_set_scope (AKK_ACTION_GRID (grid), scope);
  register_show (f, grid);
  gtk_widget_grab_focus (cell_of (grid, 0, 0));
  g_assert_true (press (cell_of (grid, 0, 0), GDK_KEY_Right, 0));
  g_assert_true (press (cell_of (grid, 0, 0), GDK_KEY_Down, 0));
  g_assert_true (gtk_widget_has_focus (cell_of (grid, 1, 1)));
  g_assert_true (press (cell_of (grid, 0, 0), GDK_KEY_End, 0));
  g_assert_true (gtk_widget_has_focus (cell_of (grid, 1, 3)));
  g_assert_false (press (cell_of (grid, 0, 0), GDK_KEY_Right, 0));
  /* Tab leaves the matrix: one cell takes the focus. */
  g_assert_false (gtk_widget_get_focusable (cell_of (grid, 0, 0)));
}

/* --- The board --- */

static AkkAction *
action_at (RegisterFixture *f, AkkBoardColumn *column, guint place)
{
  g_autoptr (AkkActionIds) ids = NULL;

  akk_board_column_select (column, place);
  ids = akk_board_column_selected (column);
  return akk_store_get (f->store, &akk_action_record, akk_action_ids_at (ids, 0));
}

static void
a_dropped_card_changes_its_status (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = scope_new (f);
  GtkWidget *board = g_object_new (AKK_TYPE_ACTION_BOARD, NULL);
  g_autoptr (AkkAction) action = NULL;
  g_autoptr (AkkActionIds) ids = NULL;
  AkkBoardColumn *busy, *done;

  akk_action_board_set_scope (AKK_ACTION_BOARD (board), scope);
  register_show (f, board);
  busy = column_of (board, AKK_ACTION_BUSY);
  done = column_of (board, AKK_ACTION_DONE);
  g_assert_cmpuint (akk_board_column_length (busy), ==, 2);
  g_assert_cmpuint (akk_board_column_length (column_of (board, AKK_ACTION_STOPPED)), ==, 0);
  register_expect (f, "No actions here");
  action = action_at (f, busy, 0);
  ids = akk_board_column_selected (busy);
  g_signal_emit_by_name (done, "dropped", ids);
  g_assert_cmpint (action->status, ==, AKK_ACTION_DONE);
  g_assert_cmpuint (akk_board_column_length (busy), ==, 1);
  g_assert_cmpuint (akk_board_column_length (done), ==, 2);
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpint (action->status, ==, AKK_ACTION_BUSY);
  g_assert_cmpuint (akk_board_column_length (busy), ==, 2);
}

static void
ctrl_and_an_arrow_move_a_card (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = scope_new (f);
  GtkWidget *board = g_object_new (AKK_TYPE_ACTION_BOARD, NULL);
  g_autoptr (AkkAction) action = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  AkkBoardColumn *busy, *done;

  akk_action_board_set_scope (AKK_ACTION_BOARD (board), scope);
  register_show (f, board);
  busy = column_of (board, AKK_ACTION_BUSY);
  done = column_of (board, AKK_ACTION_DONE);
  action = action_at (f, busy, 1);
  akk_board_column_focus (busy, 1);
  register_settle ();
  cards = all_of (GTK_WIDGET (busy), AKK_TYPE_ACTION_CARD);
  g_assert_true (press (cards->pdata[0], GDK_KEY_Right, GDK_CONTROL_MASK));
  register_settle ();
  g_assert_cmpint (action->status, ==, AKK_ACTION_DONE);
  /* The focus went with it. */
  g_assert_cmpint (akk_board_column_focused (done), ==,
                   akk_board_column_find (done, action->record.id));
  g_assert_true (press (cards->pdata[0], GDK_KEY_Left, 0));
  register_settle ();
  g_assert_cmpint (akk_board_column_focused (busy), ==, 0);
}

static void
stopping_a_card_asks_why (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = scope_new (f);
  GtkWidget *board = g_object_new (AKK_TYPE_ACTION_BOARD, NULL);
  g_autoptr (AkkAction) action = NULL;
  g_autoptr (AkkActionIds) ids = NULL;

  akk_action_board_set_scope (AKK_ACTION_BOARD (board), scope);
  register_show (f, board);
  action = action_at (f, column_of (board, AKK_ACTION_BUSY), 0);
  ids = akk_board_column_selected (column_of (board, AKK_ACTION_BUSY));
  g_signal_emit_by_name (column_of (board, AKK_ACTION_STOPPED), "dropped", ids);
  g_assert_cmpint (action->status, ==, AKK_ACTION_BUSY);
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (f->window)));
}

static void
what_was_carried_over_stands_apart (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = scope_new (f);
  GtkWidget *board = g_object_new (AKK_TYPE_ACTION_BOARD, NULL);
  g_autoptr (AkkAction) action = NULL, next = NULL;
  g_autoptr (AkkActionIds) ids = NULL;
  AkkBoardColumn *busy, *carried;

  akk_action_board_set_scope (AKK_ACTION_BOARD (board), scope);
  register_show (f, board);
  busy = column_of (board, AKK_ACTION_BUSY);
  carried = column_of (board, AKK_ACTION_CARRIED_OVER);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (carried)));
  action = action_at (f, busy, 0);
  next = action_at (f, busy, 1);
  akk_store_begin (f->store, "Carry over");
  akk_store_set_int (f->store, action, "successor_id", next->record.id);
  g_assert_true (akk_store_commit (f->store, NULL));
  g_assert_cmpuint (akk_board_column_length (busy), ==, 1);
  g_assert_cmpuint (akk_board_column_length (carried), ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (carried)));
  /* It is not busy again by being dropped there, but it may be done after all. */
  akk_board_column_select (carried, 0);
  ids = akk_board_column_selected (carried);
  g_signal_emit_by_name (column_of (board, AKK_ACTION_TO_START), "dropped", ids);
  g_assert_cmpint (action->status, ==, AKK_ACTION_BUSY);
  g_signal_emit_by_name (column_of (board, AKK_ACTION_DONE), "dropped", ids);
  g_assert_cmpint (action->status, ==, AKK_ACTION_DONE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (carried)));
}

static void
cards_are_made_for_what_is_seen (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = NULL;
  GtkWidget *board = g_object_new (AKK_TYPE_ACTION_BOARD, NULL);
  g_autoptr (GPtrArray) cards = NULL;

  fill (f, 2000);
  scope = akk_action_scope_new (f->store, f->agreement);
  akk_action_board_set_scope (AKK_ACTION_BOARD (board), scope);
  register_show (f, board);
  register_settle ();
  g_assert_cmpuint (akk_board_column_length (column_of (board, AKK_ACTION_BUSY)), ==, 2000);
  cards = all_of (board, AKK_TYPE_ACTION_CARD);
  g_assert_cmpuint (cards->len, >, 3);
  g_assert_cmpuint (cards->len, <, 400);
}

/* --- The timeline --- */

static void
a_bar_says_its_dates (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = scope_new (f);
  GtkWidget *timeline = g_object_new (AKK_TYPE_ACTION_TIMELINE, NULL);
  g_autoptr (GPtrArray) rows = NULL, bars = NULL;
  gboolean late = FALSE, without = FALSE;

  akk_action_timeline_set_scope (AKK_ACTION_TIMELINE (timeline), scope);
  register_show (f, timeline);
  register_settle ();
  rows = all_of (timeline, AKK_TYPE_TIMELINE_ROW);
  for (guint i = 0; i < rows->len; i++) {
    const char *sentence = akk_timeline_row_sentence (rows->pdata[i]);

    late |= g_str_equal (sentence, "Infosessies, Late, 31 Oct 2025, from 1 Jun 2025");
    without |= g_str_equal (sentence, "Taalstages, Not started, no dates");
  }
  g_assert_true (late);
  g_assert_true (without);
  bars = all_of (timeline, AKK_TYPE_TIMELINE_BAR);
  g_assert_true (gtk_widget_get_focusable (bars->pdata[1]));
  g_signal_emit_by_name (bars->pdata[1], "clicked");
  g_assert_cmpint (akk_action_scope_chosen (scope), !=, 0);
}

static void
zooming_shows_other_quarters (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = scope_new (f);
  GtkWidget *timeline = g_object_new (AKK_TYPE_ACTION_TIMELINE, NULL);

  akk_action_timeline_set_scope (AKK_ACTION_TIMELINE (timeline), scope);
  register_show (f, timeline);
  register_expect (f, "Q1 2026");
  gtk_widget_activate_action (timeline, "timeline.zoom-out", NULL);
  register_expect (f, "Q1\n2026");
  gtk_widget_activate_action (timeline, "timeline.zoom-in", NULL);
  gtk_widget_activate_action (timeline, "timeline.zoom-in", NULL);
  register_expect (f, "Q3 2025");
  gtk_widget_activate_action (timeline, "timeline.earlier", NULL);
  register_expect (f, "Q2 2025");
  gtk_widget_activate_action (timeline, "timeline.today", NULL);
  register_expect (f, "Q3 2025");
}

static void
bars_are_made_for_what_is_seen (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = NULL;
  GtkWidget *timeline = g_object_new (AKK_TYPE_ACTION_TIMELINE, NULL);
  g_autoptr (GPtrArray) rows = NULL;

  fill (f, 2000);
  scope = akk_action_scope_new (f->store, f->agreement);
  akk_action_timeline_set_scope (AKK_ACTION_TIMELINE (timeline), scope);
  register_show (f, timeline);
  register_settle ();
  rows = all_of (timeline, AKK_TYPE_TIMELINE_ROW);
  g_assert_cmpuint (rows->len, >, 3);
  g_assert_cmpuint (rows->len, <, 400);
}

int
main (int argc, char **argv)
{
  static const RegisterTest tests[] = {
    { "/action-grid/a-cell-says-what-stands-in-it", a_cell_says_what_stands_in_it },
    { "/action-grid/what-the-pact-does-not-ask-is-extra", what_the_pact_does_not_ask_is_extra },
    { "/action-grid/a-cell-lists-its-actions", a_cell_lists_its_actions },
    { "/action-grid/arrows-go-from-cell-to-cell", arrows_go_from_cell_to_cell },
    { "/action-board/a-dropped-card-changes-its-status", a_dropped_card_changes_its_status },
    { "/action-board/ctrl-and-an-arrow-move-a-card", ctrl_and_an_arrow_move_a_card },
    { "/action-board/stopping-a-card-asks-why", stopping_a_card_asks_why },
    { "/action-board/what-was-carried-over-stands-apart", what_was_carried_over_stands_apart },
    { "/action-board/cards-are-made-for-what-is-seen", cards_are_made_for_what_is_seen },
    { "/action-timeline/a-bar-says-its-dates", a_bar_says_its_dates },
    { "/action-timeline/zooming-shows-other-quarters", zooming_shows_other_quarters },
    { "/action-timeline/bars-are-made-for-what-is-seen", bars_are_made_for_what_is_seen },
  };

  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  return register_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
