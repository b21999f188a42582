/* The page Actieplan: the list of actions, its filter, the details beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-edit.h"
#include "core/dates.h"
#include "core/priority.h"
#include "register-fixture.h"
#include "ui/action-items.h"
#include "ui/action-list.h"
#include "ui/action-plan-page.h"

typedef struct {
  RegisterFixture base;
  AkkPriority *first, *second;
  AkkPlan *plan;
  AkkAction *actions[3]; /* two of the second priority, one of the first */
  gint64 zele_id; /* the party */
} Fixture;

static gint64
party_of (RegisterFixture *f, AkkOrganisation *organisation)
{
  g_autoptr (GListModel) list =
      akk_store_list (f->store, &akk_party_record, "organisation_id", organisation->record.id);
  g_autoptr (AkkRecord) party = g_list_model_get_item (list, 0);

  return party->id;
}

static AkkPriority *
add_priority (Fixture *f, const char *title, const char *position)
{
  AkkPriority *priority = akk_record_new (&akk_priority_record);

  g_object_set (priority, "agreement-id", f->base.agreement->record.id, "title", title, "position",
                position, NULL);
  akk_store_add (f->base.store, priority);
  return priority;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const titles[] = { "Huisbezoeken", "Jobbeurs", "Infosessies" };
  gint64 agreement;

  register_set_up (&f->base, data);
  agreement = f->base.agreement->record.id;
  f->zele_id = party_of (&f->base, f->base.zele);
  akk_store_begin (f->base.store, "Fill");
  f->first = add_priority (f, "begeleiden", "a0");
  f->second = add_priority (f, "bereiken", "a1");
  f->plan = akk_record_new (&akk_plan_record);
  g_object_set (f->plan, "agreement-id", agreement, "first-year", (gint64) 2025, "last-year",
                (gint64) 2025, NULL);
  akk_store_add (f->base.store, f->plan);
  g_assert_true (akk_store_commit (f->base.store, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    AkkPriority *priority = i < 2 ? f->second : f->first;

    akk_store_begin (f->base.store, "Add");
    f->actions[i] =
        akk_action_add (f->base.store, agreement, f->plan, priority->record.id, titles[i]);
    g_assert_true (akk_store_commit (f->base.store, NULL));
  }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->first);
  g_clear_object (&f->second);
  g_clear_object (&f->plan);
  for (guint i = 0; i < G_N_ELEMENTS (f->actions); i++)
    g_clear_object (&f->actions[i]);
  register_tear_down (&f->base, data);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static AkkActionPlanPage *
page_of (Fixture *f)
{
  GtkWidget *page = g_object_new (AKK_TYPE_ACTION_PLAN_PAGE, NULL);

  akk_action_plan_page_set_agreement (AKK_ACTION_PLAN_PAGE (page), f->base.store,
                                      f->base.agreement);
  register_show (&f->base, page);
  return AKK_ACTION_PLAN_PAGE (page);
}

static GtkColumnView *
view_of (Fixture *f)
{
  return GTK_COLUMN_VIEW (find (f->base.window, GTK_TYPE_COLUMN_VIEW));
}

static GtkSelectionModel *
selection_of (Fixture *f)
{
  return gtk_column_view_get_model (view_of (f));
}

static void
do_action (Fixture *f, const char *name, gint64 value)
{
  GtkWidget *list = find (f->base.window, AKK_TYPE_ACTION_LIST);

  g_assert_true (gtk_widget_activate_action (list, name, "x", value));
}

static const char *
title_at (Fixture *f, guint position)
{
  g_autoptr (AkkAction) action = g_list_model_get_item (G_LIST_MODEL (selection_of (f)), position);

  return action->title;
}

/* --- The list --- */

static void
actions_stand_under_their_priority (Fixture *f, gconstpointer data)
{
  guint start, end;

  page_of (f);
  g_assert_cmpstr (title_at (f, 0), ==, "Infosessies");
  g_assert_cmpstr (title_at (f, 1), ==, "Huisbezoeken");
  gtk_section_model_get_section (GTK_SECTION_MODEL (selection_of (f)), 2, &start, &end);
  g_assert_cmpuint (start, ==, 1);
  g_assert_cmpuint (end, ==, 3);
  register_expect (&f->base, "Begeleiden");
  register_expect (&f->base, "Bereiken");
  register_expect (&f->base, "2 actions");
}

static void
a_selection_is_changed_as_one_step (Fixture *f, gconstpointer data)
{
  page_of (f);
  gtk_selection_model_select_range (selection_of (f), 1, 2, TRUE);
  register_expect (&f->base, "2 actions selected");
  do_action (f, "actions.set-status", AKK_ACTION_BUSY);
  g_assert_cmpint (f->actions[0]->status, ==, AKK_ACTION_BUSY);
  g_assert_cmpint (f->actions[1]->status, ==, AKK_ACTION_BUSY);
  g_assert_cmpint (f->actions[2]->status, ==, AKK_ACTION_TO_START);
  g_assert_cmpint (f->actions[0]->reported_on, !=, AKK_NO_DATE);
  g_assert_true (akk_store_undo (f->base.store, NULL));
  g_assert_cmpint (f->actions[0]->status, ==, AKK_ACTION_TO_START);
  g_assert_cmpint (f->actions[1]->status, ==, AKK_ACTION_TO_START);
}

static void
what_is_selected_stays_so_where_it_goes (Fixture *f, gconstpointer data)
{
  page_of (f);
  gtk_selection_model_select_item (selection_of (f), 2, TRUE);
  g_assert_cmpstr (title_at (f, 2), ==, "Jobbeurs");
  do_action (f, "actions.set-priority", f->first->record.id);
  g_assert_cmpstr (title_at (f, 0), ==, "Jobbeurs");
  g_assert_true (gtk_selection_model_is_selected (selection_of (f), 0));
  g_assert_false (gtk_selection_model_is_selected (selection_of (f), 2));
}

static void
stopping_asks_why (Fixture *f, gconstpointer data)
{
  page_of (f);
  gtk_selection_model_select_item (selection_of (f), 0, TRUE);
  do_action (f, "actions.set-status", AKK_ACTION_STOPPED);
  g_assert_cmpint (f->actions[2]->status, ==, AKK_ACTION_TO_START);
  g_assert_false (gtk_widget_get_sensitive (register_button (&f->base, "_Stop")));
  register_write (&f->base, "Reason", "Geen middelen");
  register_click (&f->base, "_Stop");
  register_settle ();
  g_assert_cmpint (f->actions[2]->status, ==, AKK_ACTION_STOPPED);
  g_assert_cmpstr (f->actions[2]->reason, ==, "Geen middelen");
}

static void
a_lead_is_chosen_in_the_row (Fixture *f, gconstpointer data)
{
  page_of (f);
  gtk_selection_model_select_item (selection_of (f), 0, TRUE);
  do_action (f, "actions.set-lead", f->zele_id);
  g_assert_cmpint (f->actions[2]->lead_id, ==, f->zele_id);
  register_expect (&f->base, "Zele");
}

static void
titles_of_columns_sort (Fixture *f, gconstpointer data)
{
  GListModel *columns;
  g_autoptr (GtkColumnViewColumn) title = NULL;

  page_of (f);
  columns = gtk_column_view_get_columns (view_of (f));
  title = g_list_model_get_item (columns, 1);
  gtk_column_view_sort_by_column (view_of (f), title, GTK_SORT_DESCENDING);
  g_assert_cmpstr (title_at (f, 0), ==, "Infosessies");
  g_assert_cmpstr (title_at (f, 1), ==, "Jobbeurs");
  gtk_column_view_sort_by_column (view_of (f), title, GTK_SORT_ASCENDING);
  g_assert_cmpstr (title_at (f, 1), ==, "Huisbezoeken");
}

static void
change_status (Fixture *f, guint action, AkkActionStatus status)
{
  akk_store_begin (f->base.store, "Status");
  akk_store_set_int (f->base.store, f->actions[action], "status", status);
  g_assert_true (akk_store_commit (f->base.store, NULL));
}

/* Several steps, of which the list saw none. */
/* The width of the column of numbers, in which the first action has this one. */
static int
width_of_numbers (Fixture *f, const char *number)
{
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (view_of (f)), 0);

  akk_store_begin (f->base.store, "Number");
  akk_store_set_text (f->base.store, f->actions[0], "number", number);
  g_assert_true (akk_store_commit (f->base.store, NULL));
  register_expect (&f->base, number);
  register_settle ();
  return gtk_column_view_column_get_fixed_width (column);
}

static void
numbers_are_shown_whole (Fixture *f, gconstpointer data)
{
  static const char *const numbers[] = { "A99999", "A100000", "A10000000" };
  int width;

  page_of (f);
  width = width_of_numbers (f, "A1");
  g_assert_cmpint (width_of_numbers (f, "A9999"), ==, width);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    int wider = width_of_numbers (f, numbers[i]);

    g_assert_cmpint (wider, >, width);
    width = wider;
  }
  /* What no longer fits in the column does not take the room of the titles. */
  width = width_of_numbers (f, "Bijlage 10");
  g_assert_cmpint (width_of_numbers (f, "Bijlage 10, tweede deel"), ==, width);
}

static void
rows_catch_up_with_what_they_missed (Fixture *f, gconstpointer data)
{
  AkkActionPlanPage *page = page_of (f);
  GtkWidget *stack = find (GTK_WIDGET (page), ADW_TYPE_VIEW_STACK);

  change_status (f, 0, AKK_ACTION_BUSY);
  register_expect (&f->base, "Busy");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "board");
  register_settle ();
  change_status (f, 0, AKK_ACTION_DONE);
  change_status (f, 1, AKK_ACTION_STOPPED);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "list");
  register_settle ();
  register_expect (&f->base, "Stopped");
  register_expect (&f->base, "Done");
}

static void
deleting_can_be_undone (Fixture *f, gconstpointer data)
{
  page_of (f);
  gtk_selection_model_select_all (selection_of (f));
  gtk_widget_activate_action (find (f->base.window, AKK_TYPE_ACTION_LIST), "actions.delete", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection_of (f))), ==, 0);
  register_expect (&f->base, "No Actions Yet");
  g_assert_true (akk_store_undo (f->base.store, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection_of (f))), ==, 3);
}

/* --- The filter --- */

static void
the_filter_is_said_in_words (Fixture *f, gconstpointer data)
{
  AkkActionPlanPage *page = page_of (f);
  GtkWidget *entry = find (find (GTK_WIDGET (page), GTK_TYPE_SEARCH_BAR), GTK_TYPE_SEARCH_ENTRY);

  gtk_widget_activate_action (GTK_WIDGET (page), "plan.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "jobb");
  register_expect (&f->base, "1 of 3 actions");
  g_assert_cmpstr (title_at (f, 0), ==, "Jobbeurs");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nergens");
  register_button (&f->base, "_Clear the Filter");
  register_click (&f->base, "_Clear the Filter");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection_of (f))), ==, 3);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
a_chip_takes_its_words_away (Fixture *f, gconstpointer data)
{
  AkkActionPlanPage *page = page_of (f);
  GtkWidget *entry = find (find (GTK_WIDGET (page), GTK_TYPE_SEARCH_BAR), GTK_TYPE_SEARCH_ENTRY);

  gtk_widget_activate_action (GTK_WIDGET (page), "plan.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "jobb");
  register_click (&f->base, "Remove “Search: jobb” from the filter");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection_of (f))), ==, 3);
}

static void
what_stands_in_no_plan_is_a_year_of_its_own (Fixture *f, gconstpointer data)
{
  AkkActionPlanPage *page = page_of (f);
  AdwToggleGroup *years = ADW_TOGGLE_GROUP (
      find (find (GTK_WIDGET (page), ADW_TYPE_HEADER_BAR), ADW_TYPE_TOGGLE_GROUP));

  g_assert_cmpuint (adw_toggle_group_get_n_toggles (years), ==, 1);
  gtk_selection_model_select_item (selection_of (f), 0, TRUE);
  do_action (f, "actions.move", 0);
  g_assert_cmpuint (adw_toggle_group_get_n_toggles (years), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection_of (f))), ==, 2);
  adw_toggle_group_set_active (years, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection_of (f))), ==, 1);
  g_assert_cmpstr (title_at (f, 0), ==, "Infosessies");
  adw_toggle_group_set_active (years, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection_of (f))), ==, 3);
}

/* --- The panel --- */

static void
news_is_written_beside_the_list (Fixture *f, gconstpointer data)
{
  AkkActionPlanPage *page = page_of (f);

  akk_action_plan_page_show_action (page, f->actions[0]->record.id);
  register_expect (&f->base, "A1 · Bereiken");
  register_write (&f->base, "What Is the News?", "Twaalf bezoeken");
  g_signal_emit_by_name (register_row (&f->base, "What Is the News?"), "apply");
  g_assert_cmpuint (register_count (&f->base, &akk_log_entry_record), ==, 1);
  g_assert_cmpint (f->actions[0]->reported_on, !=, AKK_NO_DATE);
  register_row (&f->base, "Twaalf bezoeken");
  gtk_widget_activate_action (GTK_WIDGET (page), "plan.close-panel", NULL);
}

static void
the_deadline_is_typed_beside_the_list (Fixture *f, gconstpointer data)
{
  AkkActionPlanPage *page = page_of (f);

  akk_action_plan_page_show_action (page, f->actions[0]->record.id);
  register_write (&f->base, "Deadline", "31-12-2025");
  g_assert_cmpint (f->actions[0]->deadline, ==, akk_date_from_ymd (2025, 12, 31));
  g_assert_true (akk_store_undo (f->base.store, NULL));
  g_assert_cmpint (f->actions[0]->deadline, ==, AKK_NO_DATE);
}

/* --- The model --- */

static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, GArray *mirror)
{
  g_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++) {
    gint64 id = akk_action_items_id (AKK_ACTION_ITEMS (model), position + i);

    g_array_insert_val (mirror, position + i, id);
  }
}

/* Whatever happens, who follows the changes sees what the scope shows, and so does a view. */
static void
changes_tell_all (Fixture *f, gconstpointer data)
{
  g_autoptr (AkkActionScope) scope = akk_action_scope_new (f->base.store, f->base.agreement);
  g_autoptr (AkkActionItems) items = akk_action_items_new ();
  g_autoptr (GArray) mirror = g_array_new (FALSE, FALSE, sizeof (gint64));

  page_of (f);
  g_signal_connect (items, "items-changed", G_CALLBACK (mirror_cb), mirror);
  akk_action_items_update (items, scope);
  for (guint step = 0; step < 60; step++) {
    guint n = g_list_model_get_n_items (G_LIST_MODEL (items));
    gint64 id = n > 0 ? akk_action_items_id (items, g_test_rand_int_range (0, (gint32) n)) : 0;
    g_autoptr (AkkAction) action = akk_store_get (f->base.store, &akk_action_record, id);
    int what = n > 0 ? g_test_rand_int_range (0, 4) : 0;

    akk_store_begin (f->base.store, "Change");
    if (what == 0)
      g_object_unref (akk_action_add (f->base.store, f->base.agreement->record.id, f->plan,
                                      g_test_rand_int_range (0, 2) ? f->first->record.id : 0,
                                      "Actie"));
    else if (what == 1)
      akk_action_delete (f->base.store, action);
    else
      akk_store_set_int (f->base.store, action, "priority_id",
                         what == 2 ? f->first->record.id : f->second->record.id);
    g_assert_true (akk_store_commit (f->base.store, NULL));
    akk_action_items_update (items, scope);
    g_assert_cmpuint (mirror->len, ==, akk_action_scope_shown (scope)->len);
    for (guint i = 0; i < mirror->len; i++)
      g_assert_cmpint (g_array_index (mirror, gint64, i), ==, akk_action_scope_row (scope, i)->id);
    register_settle ();
  }
}

#define TEST(NAME, FUNC)                                                                           \
  g_test_add ("/action-plan-page/" NAME, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("actions-stand-under-their-priority", actions_stand_under_their_priority);
  TEST ("a-selection-is-changed-as-one-step", a_selection_is_changed_as_one_step);
  TEST ("what-is-selected-stays-so-where-it-goes", what_is_selected_stays_so_where_it_goes);
  TEST ("stopping-asks-why", stopping_asks_why);
  TEST ("a-lead-is-chosen-in-the-row", a_lead_is_chosen_in_the_row);
  TEST ("titles-of-columns-sort", titles_of_columns_sort);
  TEST ("numbers-are-shown-whole", numbers_are_shown_whole);
  TEST ("rows-catch-up-with-what-they-missed", rows_catch_up_with_what_they_missed);
  TEST ("deleting-can-be-undone", deleting_can_be_undone);
  TEST ("the-filter-is-said-in-words", the_filter_is_said_in_words);
  TEST ("a-chip-takes-its-words-away", a_chip_takes_its_words_away);
  TEST ("what-stands-in-no-plan-is-a-year-of-its-own", what_stands_in_no_plan_is_a_year_of_its_own);
  TEST ("news-is-written-beside-the-list", news_is_written_beside_the_list);
  TEST ("the-deadline-is-typed-beside-the-list", the_deadline_is_typed_beside_the_list);
  TEST ("changes-tell-all", changes_tell_all);
  return g_test_run ();
}
