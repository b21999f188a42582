/* The page Ondertekening: what it shows of the example, and what its dialogs store.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/signing.h"
#include "example-fixture.h"
#include "ui/decision-dialog.h"
#include "ui/signature-dialog.h"
#include "ui/signing-page.h"

typedef struct {
  ExampleFixture at;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  example_set_up (&self->at, "scheldeland", 2);
  self->page = g_object_new (AKK_TYPE_SIGNING_PAGE, NULL);
  akk_signing_page_set_agreement (AKK_SIGNING_PAGE (self->page), self->at.store,
                                  self->at.agreement);
  example_show (&self->at, self->page);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  example_tear_down (&self->at);
}

/* The first label below `widget` whose text begins like this. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_label (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_type (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* What is to be seen, as soon as it is: a dialog takes its time to come. */
static GtkWidget *
wait_label (GtkWidget *widget, const char *text)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (10, late_cb, &late);
  GtkWidget *label;

  while ((label = find_label (widget, text)) == NULL && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
  return label;
}

static void
press (GtkWidget *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  example_settle ();
}

static void
test_shows (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "13 of 18",         "Version 3, frozen on",
                                       "Laarne",           "Mieke Rogiers",
                                       "refused: ",        "by delegation",
                                       "on the agenda of", "no decision needed",
                                       "5 of 18 to go" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_test_message ("%s", texts[i]);
    g_assert_nonnull (wait_label (self->page, texts[i]));
  }
}

static void
test_note_signature (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog, *state;
  g_autoptr (GError) error = NULL;

  press (wait_label (self->page, "Dirk Van Acker"));
  dialog = find_type (self->at.window, AKK_TYPE_SIGNATURE_DIALOG);
  g_assert_nonnull (dialog);
  state = gtk_widget_get_ancestor (wait_label (dialog, "State"), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (state), AKK_SIGNATURE_ON_PAPER);
  example_settle ();
  press (wait_label (dialog, "Save"));
  g_assert_nonnull (wait_label (self->page, "14 of 18"));
  g_assert_nonnull (wait_label (self->page, "on paper · 17"));

  akk_store_undo (self->at.store, &error);
  g_assert_no_error (error);
  example_settle ();
  g_assert_nonnull (wait_label (self->page, "13 of 18"));
}

/* A refusal without its reason is of no use to anyone. */
static void
test_refusal_needs_reason (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog, *state;
  g_autoptr (AkkSigning) after = NULL;

  press (wait_label (self->page, "Dirk Van Acker"));
  dialog = find_type (self->at.window, AKK_TYPE_SIGNATURE_DIALOG);
  state = gtk_widget_get_ancestor (wait_label (dialog, "State"), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (state), AKK_SIGNATURE_REFUSED);
  example_settle ();
  press (wait_label (dialog, "Save"));
  after = akk_signing_new (self->at.store, self->at.agreement, NULL);
  g_assert_cmpuint (after->n_refused, ==, 1);
  g_assert_nonnull (find_type (self->at.window, AKK_TYPE_SIGNATURE_DIALOG));
}

static void
test_note_decision (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog, *result;
  g_autoptr (AkkSigning) after = NULL;

  press (wait_label (self->page, "on the agenda of"));
  dialog = find_type (self->at.window, AKK_TYPE_DECISION_DIALOG);
  g_assert_nonnull (dialog);
  result = gtk_widget_get_ancestor (wait_label (dialog, "Result"), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (result), AKK_COUNCIL_APPROVED);
  example_settle ();
  press (wait_label (dialog, "Save"));
  after = akk_signing_new (self->at.store, self->at.agreement, NULL);
  g_assert_cmpuint (after->n_decided, ==, 9);
  g_assert_null (find_label (self->page, "waits for Laarne"));
}

static void
test_stage (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (self->page, "signing.stage", "s", "running");
  g_assert_cmpint (self->at.agreement->stage, ==, AKK_STAGE_RUNNING);
  akk_store_undo (self->at.store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (self->at.agreement->stage, ==, AKK_STAGE_SIGNING);
}

#define TEST(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("/signing-page/shows-decisions-and-signatures", test_shows);
  TEST ("/signing-page/noted-signature-is-counted-and-undone", test_note_signature);
  TEST ("/signing-page/refusal-needs-a-reason", test_refusal_needs_reason);
  TEST ("/signing-page/noted-decision-ends-the-wait", test_note_decision);
  TEST ("/signing-page/stage-is-changed-and-undone", test_stage);
  return g_test_run ();
}
