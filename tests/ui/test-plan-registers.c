/* Promises without an action, who does what, and actions that are read in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action.h"
#include "core/fulfilment.h"
#include "core/plan.h"
#include "core/section.h"
#include "core/tabular.h"
#include "register-fixture.h"
#include "ui/commitments-page.h"
#include "ui/import-dialog.h"
#include "ui/plan-partners-page.h"

typedef struct {
  RegisterFixture base;
  AkkPlan *plan;
  AkkAction *action;
  AkkActionScope *scope;
} Registers;

static void
add (Registers *f, gpointer record)
{
  akk_store_begin (f->base.store, "Add");
  akk_store_add (f->base.store, record);
  g_assert_true (akk_store_commit (f->base.store, NULL));
}

/* A plan of the year with one action of Zele, and a text with two commitments. */
static void
set_up (Registers *f, gconstpointer data)
{
  g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);
  gint64 zele = 0;
  g_autoptr (GListModel) parties = NULL;

  register_set_up (&f->base, data);
  parties = akk_store_list (f->base.store, &akk_party_record, "agreement_id",
                            f->base.agreement->record.id);
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);

    if (party->organisation_id == f->base.zele->record.id)
      zele = party->record.id;
  }
  g_object_set (section, "agreement-id", f->base.agreement->record.id, "heading", "Actieplan",
                "body",
                "- {{commitment:11}}een actieplan te maken;\n"
                "- {{commitment:12}}cijfers te delen.\n",
                NULL);
  add (f, section);
  f->plan = akk_record_new (&akk_plan_record);
  g_object_set (f->plan, "agreement-id", f->base.agreement->record.id, "first-year",
                G_GINT64_CONSTANT (2025), "last-year", G_GINT64_CONSTANT (2025), NULL);
  add (f, f->plan);
  f->action = akk_record_new (&akk_action_record);
  g_object_set (f->action, "agreement-id", f->base.agreement->record.id, "plan-id",
                f->plan->record.id, "title", "Fietsles", "number", "A1", "lead-id", zele, NULL);
  add (f, f->action);
  f->scope = akk_action_scope_new (f->base.store, f->base.agreement);
}

static void
tear_down (Registers *f, gconstpointer data)
{
  g_clear_object (&f->scope);
  g_clear_object (&f->action);
  g_clear_object (&f->plan);
  register_tear_down (&f->base, data);
}

/* What is carried out is no longer in the way, and stands under All. */
static void
commitments_leave_when_an_action_comes (Registers *f, gconstpointer data)
{
  g_autoptr (AkkFulfilment) fulfilment = akk_record_new (&akk_fulfilment_record);

  register_show (&f->base, GTK_WIDGET (akk_commitments_page_new (f->scope)));
  register_expect (&f->base, "2 of 2 commitments have no action");
  g_assert_nonnull (register_row (&f->base, "Een actieplan te maken;"));
  g_object_set (fulfilment, "action-id", f->action->record.id, "commitment", G_GINT64_CONSTANT (11),
                NULL);
  add (f, fulfilment);
  register_expect (&f->base, "1 of 2 commitments has no action");
  g_assert_nonnull (register_row (&f->base, "Cijfers te delen."));
  g_assert_true (akk_store_undo (f->base.store, NULL));
  register_expect (&f->base, "2 of 2 commitments have no action");
}

static void
an_action_is_made_of_a_commitment (Registers *f, gconstpointer data)
{
  register_show (&f->base, GTK_WIDGET (akk_commitments_page_new (f->scope)));
  register_click (&f->base, "Make an Action of It");
  register_expect (&f->base, "Title");
}

/* Until it comes to a widget of that type, in a row so named if there is a title. */
static void
wait_for_focus (Registers *f, GType type, const char *title)
{
  GtkWidget *found = NULL;

  while (found == NULL) {
    GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->base.window));

    found = focus != NULL ? gtk_widget_get_ancestor (focus, type) : NULL;
    if (found != NULL && title != NULL && found != register_row (&f->base, title))
      found = NULL;
    if (found == NULL)
      g_main_context_iteration (NULL, TRUE);
  }
}

static void
make_action (Registers *f, const char *title)
{
  GtkWidget *dialog;

  register_click (&f->base, "Make an Action of It");
  register_write (&f->base, "Title", title);
  dialog = gtk_widget_get_ancestor (register_row (&f->base, "Title"), ADW_TYPE_DIALOG);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "action.save", NULL);
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* By keyboard from the one to the next, until there is none. */
static void
keys_go_on_at_the_next_commitment (Registers *f, gconstpointer data)
{
  register_show (&f->base, GTK_WIDGET (akk_commitments_page_new (f->scope)));
  make_action (f, "Fietsles voor ouders");
  register_expect (&f->base, "1 of 2 commitments has no action");
  wait_for_focus (f, ADW_TYPE_PREFERENCES_ROW, "Een actieplan te maken;");
  make_action (f, "Cijferbord");
  register_expect (&f->base, "All 2 commitments have an action");
  wait_for_focus (f, ADW_TYPE_TOGGLE_GROUP, NULL);
}

static void
a_partner_shows_its_actions (Registers *f, gconstpointer data)
{
  GtkWidget *row;

  register_show (&f->base, GTK_WIDGET (akk_plan_partners_page_new (f->scope)));
  register_expect (&f->base, "1 action, leads 1");
  register_expect (&f->base, "No actions yet");
  g_assert_cmpuint (akk_action_scope_shown (f->scope)->len, ==, 1);
  row = register_row (&f->base, "Berlare");
  g_signal_emit_by_name (row, "activated");
  g_assert_cmpuint (akk_action_scope_shown (f->scope)->len, ==, 0);
}

static const char *
page_shown (AdwDialog *dialog)
{
  GObject *stack =
      gtk_widget_get_template_child (GTK_WIDGET (dialog), AKK_TYPE_IMPORT_DIALOG, "stack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
what_is_right_is_read_in (Registers *f, gconstpointer data)
{
  g_autoptr (GPtrArray) table = akk_tabular_new ();
  AdwDialog *dialog;

  akk_tabular_add (table, g_strsplit ("Actie|Status|Nr.|Kleur", "|", -1));
  akk_tabular_add (table, g_strsplit ("Fietsles|bezig|A1|rood", "|", -1));
  akk_tabular_add (table, g_strsplit ("Taalles|bezig||", "|", -1));
  akk_tabular_add (table, g_strsplit ("Kookles|half||", "|", -1));
  register_show (&f->base, GTK_WIDGET (akk_plan_partners_page_new (f->scope)));
  dialog = ADW_DIALOG (akk_import_dialog_new (f->base.store, f->base.agreement, f->plan, table));
  adw_dialog_present (dialog, f->base.window);
  /* The window goes on meanwhile. */
  g_assert_cmpstr (page_shown (dialog), ==, "busy");
  register_expect (&f->base, "1 new, 1 changed, 0 the same. 1 row is wrong");
  register_expect (&f->base, "Not read: Kleur.");
  register_expect (&f->base, "Status: niet gestart → bezig");
  register_click (&f->base, "_Read In 2");
  register_settle ();
  g_assert_cmpint (f->action->status, ==, AKK_ACTION_BUSY);
  g_assert_cmpuint (register_count (&f->base, &akk_action_record), ==, 2);
  g_assert_true (akk_store_undo (f->base.store, NULL));
  g_assert_cmpuint (register_count (&f->base, &akk_action_record), ==, 1);
  g_assert_cmpint (f->action->status, ==, AKK_ACTION_TO_START);
}

static void
a_table_without_titles_says_what_is_missing (Registers *f, gconstpointer data)
{
  g_autoptr (GPtrArray) table = akk_tabular_new ();
  AdwDialog *dialog;

  akk_tabular_add (table, g_strsplit ("Nr.|Status", "|", -1));
  akk_tabular_add (table, g_strsplit ("A1|bezig", "|", -1));
  register_show (&f->base, GTK_WIDGET (akk_plan_partners_page_new (f->scope)));
  dialog = ADW_DIALOG (akk_import_dialog_new (f->base.store, f->base.agreement, f->plan, table));
  adw_dialog_present (dialog, f->base.window);
  register_expect (&f->base, "No actions are found.");
  g_assert_cmpstr (page_shown (dialog), ==, "failed");
  /* Who does not wait is not told either. */
  adw_dialog_force_close (dialog);
  dialog = ADW_DIALOG (akk_import_dialog_new (f->base.store, f->base.agreement, f->plan, table));
  adw_dialog_present (dialog, f->base.window);
  adw_dialog_force_close (dialog);
  register_settle ();
  g_assert_cmpuint (register_count (&f->base, &akk_action_record), ==, 1);
}

int
main (int argc, char **argv)
{
  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(FUNC) g_test_add ("/plan-registers/" #FUNC, Registers, NULL, set_up, FUNC, tear_down)
  ADD (commitments_leave_when_an_action_comes);
  ADD (an_action_is_made_of_a_commitment);
  ADD (keys_go_on_at_the_next_commitment);
  ADD (a_partner_shows_its_actions);
  ADD (what_is_right_is_read_in);
  ADD (a_table_without_titles_says_what_is_missing);
#undef ADD
  return g_test_run ();
}
