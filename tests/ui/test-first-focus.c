/* What is typed while a dialog comes up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action.h"
#include "core/plan.h"
#include "register-fixture.h"
#include "ui/action-dialog.h"
#include "ui/action-plan-dialogs.h"
#include "ui/close-year-dialog.h"

static gboolean
ticked_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_ticks)
{
  ++*(guint *) n_ticks;
  return G_SOURCE_CONTINUE;
}

static void
gone_cb (gpointer gone, GObject *object)
{
  *(gboolean *) gone = TRUE;
}

/* The next letter comes after those that stand there, also once the dialog came up. */
static void
type_at_once (RegisterFixture *f, GtkWidget *text)
{
  int place = 0, start, end;
  guint n_ticks = 0, tick;

  gtk_editable_insert_text (GTK_EDITABLE (text), "Zit", 3, &place);
  gtk_editable_set_position (GTK_EDITABLE (text), place);
  tick = gtk_widget_add_tick_callback (f->window, ticked_cb, &n_ticks, NULL);
  while (n_ticks < 10)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (f->window, tick);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == text);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (text), &start, &end));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (text)), ==, place);
}

/* The keys pressed while the dialog comes up are in `type` there. */
static void
check_first_focus (RegisterFixture *f, AdwDialog *dialog, GType type)
{
  GtkWidget *button = gtk_button_new (), *focus;
  gboolean gone = FALSE;

  register_show (f, button);
  gtk_widget_grab_focus (button);
  g_object_weak_ref (G_OBJECT (dialog), gone_cb, &gone);
  adw_dialog_present (dialog, f->window);
  focus = gtk_window_get_focus (GTK_WINDOW (f->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, type));
  if (GTK_IS_TEXT (focus))
    type_at_once (f, focus);
  adw_dialog_force_close (dialog);
  while (!gone || gtk_window_get_focus (GTK_WINDOW (f->window)) != button)
    g_main_context_iteration (NULL, TRUE);
}

static void
the_first_letters_are_not_lost (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = akk_record_new (&akk_plan_record);
  g_autoptr (AkkAction) action = akk_record_new (&akk_action_record);
  AdwDialog *dialog;

  g_object_set (plan, "agreement-id", f->agreement->record.id, "first-year",
                G_GINT64_CONSTANT (2025), "last-year", G_GINT64_CONSTANT (2025), NULL);
  akk_store_begin (f->store, "Fill");
  akk_store_add (f->store, plan);
  g_object_set (action, "agreement-id", f->agreement->record.id, "plan-id", plan->record.id,
                "title", "Huisbezoeken", NULL);
  akk_store_add (f->store, action);
  g_assert_true (akk_store_commit (f->store, NULL));
  dialog = akk_action_dialog_new (f->store, f->agreement, NULL, plan);
  check_first_focus (f, dialog, ADW_TYPE_ENTRY_ROW);
  dialog = akk_action_dialog_new (f->store, f->agreement, NULL, plan);
  akk_action_dialog_prefill (AKK_ACTION_DIALOG (dialog), "Matchen", "Jongeren", 0);
  check_first_focus (f, dialog, ADW_TYPE_ENTRY_ROW);
  check_first_focus (f, akk_examples_dialog_new (f->store, f->agreement, plan),
                     GTK_TYPE_SEARCH_ENTRY);
  check_first_focus (f, akk_close_year_dialog_new (f->store, plan), ADW_TYPE_ACTION_ROW);
}

int
main (int argc, char **argv)
{
  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/first-focus/the-first-letters-are-not-lost", RegisterFixture, NULL, register_set_up,
              the_first_letters_are_not_lost, register_tear_down);
  return g_test_run ();
}
