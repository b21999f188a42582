/* The dialog Plan datums: what it proposes for the example, and what it plans.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/body.h"
#include "core/dates.h"
#include "core/meeting.h"
#include "example-fixture.h"
#include "ui/date-row.h"
#include "ui/plan-dialog.h"
#include "ui/plan-row.h"

typedef struct {
  ExampleFixture at;
  GtkWidget *dialog;
} Fixture;

static void
show_dialog (Fixture *self, gint64 body_id)
{
  self->dialog = GTK_WIDGET (akk_plan_dialog_new (self->at.store, self->at.agreement, body_id));
  adw_dialog_present (ADW_DIALOG (self->dialog), self->at.window);
  example_settle ();
}

static void
set_up (Fixture *self, gconstpointer data)
{
  example_set_up (&self->at, "scheldeland", 1);
  example_show (&self->at, gtk_label_new ("Overleg"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  example_tear_down (&self->at);
}

/* --- Looking --- */

/* The n-th widget of a type below `widget`, counted from 0. */
static GtkWidget *
find_type (GtkWidget *widget, GType type, guint *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_type (child, type, n);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
nth (GtkWidget *widget, GType type, guint n)
{
  return find_type (widget, type, &n);
}

static gint64
date_of (GtkWidget *row)
{
  const AkkProposalDate *date = akk_plan_row_get_date (AKK_PLAN_ROW (row));

  return date != NULL ? date->date : AKK_NO_DATE;
}

/* The button whose label begins with "_Plan". */
static GtkWidget *
plan_button (Fixture *self)
{
  for (guint i = 0;; i++) {
    GtkWidget *button = nth (self->dialog, GTK_TYPE_BUTTON, i);
    const char *label;

    g_assert_nonnull (button);
    label = gtk_button_get_label (GTK_BUTTON (button));
    if (label != NULL && g_str_has_prefix (label, "_Plan"))
      return button;
  }
}

static gint64
working_group (Fixture *self)
{
  g_autoptr (GListModel) bodies = akk_store_list (self->at.store, &akk_body_record, "agreement_id",
                                                  self->at.agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);

    if (body->kind == AKK_BODY_WORKING)
      return body->record.id;
  }
  g_assert_not_reached ();
}

static guint
count_meetings (Fixture *self)
{
  g_autoptr (GListModel) meetings = akk_store_list (self->at.store, &akk_meeting_record, NULL, 0);

  return g_list_model_get_n_items (meetings);
}

/* --- Tests --- */

static void
test_plan (Fixture *self, gconstpointer data)
{
  guint before = count_meetings (self);
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  show_dialog (self, working_group (self));
  row = nth (self->dialog, AKK_TYPE_PLAN_ROW, 0);
  g_assert_nonnull (row);
  g_assert_null (nth (self->dialog, AKK_TYPE_PLAN_ROW, 1));
  g_assert_cmpint (date_of (row), ==, akk_date_parse ("2025-12-11"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (plan_button (self))), ==, "_Plan 1");
  g_signal_emit_by_name (plan_button (self), "clicked");
  example_settle ();
  g_assert_cmpuint (count_meetings (self), ==, before + 1);
  /* One step back takes all of it back. */
  g_assert_true (akk_store_undo (self->at.store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_meetings (self), ==, before);
}

static void
test_other_date (Fixture *self, gconstpointer data)
{
  GtkWidget *row, *second;

  show_dialog (self, working_group (self));
  row = nth (self->dialog, AKK_TYPE_PLAN_ROW, 0);
  /* The first check takes the meeting, then come the dates. */
  second = nth (row, GTK_TYPE_CHECK_BUTTON, 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (second), TRUE);
  g_assert_cmpint (date_of (row), !=, akk_date_parse ("2025-12-11"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (nth (row, GTK_TYPE_CHECK_BUTTON, 0)), FALSE);
  g_assert_cmpint (date_of (row), ==, AKK_NO_DATE);
  g_assert_false (gtk_widget_get_sensitive (plan_button (self)));
}

static void
test_own_date (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *typed;
    const char *date; /* that is taken then */
  } cases[] = {
    { "2025-12-18", "2025-12-18" }, { "2025-12-09", "2025-12-11" }, /* two cannot come */
    { "2025-12-10", "2025-12-11" }, { "2025-12-12", "2025-12-12" },
    { "2025-12-25", "2025-12-11" }, { "", "2025-12-11" },
  };
  GtkWidget *row, *entry;

  show_dialog (self, working_group (self));
  row = nth (self->dialog, AKK_TYPE_PLAN_ROW, 0);
  entry = nth (row, AKK_TYPE_DATE_ROW, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].typed);
    g_assert_cmpint (date_of (row), ==, akk_date_parse (cases[i].date));
  }
}

static void
test_longer (Fixture *self, gconstpointer data)
{
  AdwComboRow *span;
  guint n = 0;

  show_dialog (self, 0);
  span = ADW_COMBO_ROW (nth (self->dialog, ADW_TYPE_COMBO_ROW, 0));
  adw_combo_row_set_selected (span, 1);
  example_settle ();
  while (nth (self->dialog, AKK_TYPE_PLAN_ROW, n) != NULL)
    n++;
  /* The bodies of the agreement that follows go along. */
  g_assert_cmpuint (n, >, 4);
}

static void
test_switches (Fixture *self, gconstpointer data)
{
  GtkWidget *school, *unavailable;

  show_dialog (self, working_group (self));
  school = nth (self->dialog, ADW_TYPE_SWITCH_ROW, 0);
  unavailable = nth (self->dialog, ADW_TYPE_SWITCH_ROW, 1);
  adw_switch_row_set_active (ADW_SWITCH_ROW (school), FALSE);
  adw_switch_row_set_active (ADW_SWITCH_ROW (unavailable), FALSE);
  example_settle ();
  g_assert_nonnull (nth (self->dialog, AKK_TYPE_PLAN_ROW, 0));
  gtk_editable_set_text (GTK_EDITABLE (nth (self->dialog, AKK_TYPE_DATE_ROW, 0)), "2025-12-09");
  g_assert_cmpint (date_of (nth (self->dialog, AKK_TYPE_PLAN_ROW, 0)), ==,
                   akk_date_parse ("2025-12-09"));
}

/* With a focus in it, the dialog closes by Escape, also when there is nothing to plan. */
static void
test_focus (Fixture *self, gconstpointer data)
{
  GtkWidget *focus;

  g_setenv ("AKKOORD_TODAY", "2025-12-31", TRUE);
  show_dialog (self, working_group (self));
  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  g_assert_null (nth (self->dialog, AKK_TYPE_PLAN_ROW, 0));
  while ((focus = gtk_root_get_focus (GTK_ROOT (self->at.window))) == NULL)
    g_main_context_iteration (NULL, TRUE); /* it rises first */
  g_assert_true (gtk_widget_is_ancestor (focus, self->dialog));
}

int
main (int argc, char **argv)
{
  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/plan-dialog/plans-as-one-step", Fixture, NULL, set_up, test_plan, tear_down);
  g_test_add ("/plan-dialog/takes-another-of-its-dates", Fixture, NULL, set_up, test_other_date,
              tear_down);
  g_test_add ("/plan-dialog/takes-a-date-of-ones-own-within-limits", Fixture, NULL, set_up,
              test_own_date, tear_down);
  g_test_add ("/plan-dialog/plans-on-into-the-next-agreement", Fixture, NULL, set_up, test_longer,
              tear_down);
  g_test_add ("/plan-dialog/allows-what-it-would-avoid", Fixture, NULL, set_up, test_switches,
              tear_down);
  g_test_add ("/plan-dialog/has-the-focus-when-nothing-can-be-planned", Fixture, NULL, set_up,
              test_focus, tear_down);
  return g_test_run ();
}
