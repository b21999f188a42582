/* A dossier on the screen: where it was left, its agreements, and what it asks of the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "core/dates.h"
#include "core/party.h"
#include "core/preparation.h"
#include "print/example.h"
#include "ui/definitions-dialog.h"
#include "ui/dossier-view-private.h"
#include "ui/preparation-page.h"
#include "ui/record-list.h"
#include "ui/settings.h"
#include "ui/text-page-private.h"
#include "ui/undo-button.h"

typedef struct {
  char *folder, *path;
  AkkDossier *dossier;
  GtkWidget *window;
  AkkDossierView *view;
  guint n_undo;
  char *offered; /* the sentence of win.offer-undo */
} Fixture;

static void
iterate (void)
{
  g_main_context_iteration (NULL, TRUE);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* --- The window --- */

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ((Fixture *) data)->n_undo++;
}

static void
offer_undo_cb (GSimpleAction *action, GVariant *sentence, gpointer data)
{
  g_set_str (&((Fixture *) data)->offered, g_variant_get_string (sentence, NULL));
}

static const GActionEntry actions[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "offer-undo", .activate = offer_undo_cb, .parameter_type = "s" },
};

static void
show (Fixture *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  self->window = adw_window_new ();
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
  self->view = g_object_new (AKK_TYPE_DOSSIER_VIEW, NULL);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  akk_dossier_view_set_dossier (self->view, self->dossier);
  gtk_window_present (GTK_WINDOW (self->window));
  while (gtk_widget_get_width (GTK_WIDGET (self->view)) == 0)
    iterate ();
}

static void
hide (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = NULL;
  settle ();
}

/* --- The dossier --- */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ((Fixture *) data)->dossier = akk_dossier_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) data = akk_dossier_publish_finish (AKK_DOSSIER (source), result, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("akkoord-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "v.akkoord", NULL);
  akk_example_make ("scheldeland", self->path, &error);
  g_assert_no_error (error);
  akk_settings_add_recent (self->path);
  akk_dossier_open_async (self->path, NULL, opened_cb, self);
  while (self->dossier == NULL)
    iterate ();
  show (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gboolean closed = FALSE;

  hide (self);
  akk_dossier_close_async (self->dossier, NULL, closed_cb, &closed);
  while (!closed)
    iterate ();
  g_clear_object (&self->dossier);
  akk_settings_remove_recent (self->path);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->offered);
}

/* --- Tests --- */

static const char *
page_name (Fixture *self)
{
  return gtk_stack_get_visible_child_name (self->view->pages);
}

static GtkWidget *
find_mapped (GtkWidget *widget, GType type)
{
  GtkWidget *found =
      gtk_widget_get_mapped (widget) && G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped (child, type);
  return found;
}

static void
test_place (Fixture *self, gconstpointer data)
{
  AkkStore *store = akk_dossier_get_store (self->dossier);
  g_autoptr (AkkAgreement) second = akk_agreement_nth (store, 2);

  g_assert_cmpstr (page_name (self), ==, "today");
  akk_dossier_view_show_agreement (self->view, second->record.id);
  akk_dossier_view_show_page (self->view, "signing");
  hide (self);
  show (self);
  g_assert_cmpstr (page_name (self), ==, "signing");
  g_assert_true (akk_dossier_view_get_agreement (self->view) == second);

  /* A page of another version of the program. */
  akk_settings_set_place (self->path, "weather", 4711);
  hide (self);
  show (self);
  g_assert_cmpstr (page_name (self), ==, "text");
  g_assert_nonnull (akk_dossier_view_get_agreement (self->view));
}

static void
test_agreements (Fixture *self, gconstpointer data)
{
  AkkStore *store = akk_dossier_get_store (self->dossier);
  g_autoptr (AkkAgreement) first = akk_agreement_nth (store, 1);
  g_autoptr (AkkAgreement) second = akk_agreement_nth (store, 2);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, second->record.id);
  g_autoptr (GListModel) parties =
      akk_store_list (store, &akk_party_record, "agreement_id", first->record.id);
  g_autoptr (AkkRecord) party = g_list_model_get_item (parties, 0);

  g_assert_true (akk_dossier_view_get_agreement (self->view) == first);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "view.agreement-id", "s", id);
  g_assert_true (akk_dossier_view_get_agreement (self->view) == second);
  akk_dossier_view_show_agreement (self->view, 4711);
  g_assert_true (akk_dossier_view_get_agreement (self->view) == second);

  /* A party brings its agreement along. */
  gtk_widget_activate_action (GTK_WIDGET (self->view), "view.show-party", "x", party->id);
  g_assert_true (akk_dossier_view_get_agreement (self->view) == first);
  g_assert_cmpstr (page_name (self), ==, "parties");
}

static gboolean
count_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  return --*(guint *) data > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
draw_frames (Fixture *self, guint n)
{
  gtk_widget_add_tick_callback (self->window, count_cb, &n, NULL);
  while (n > 0)
    iterate ();
}

/* A text that was read while another page was shown begins at its beginning. */
static void
test_text_top (Fixture *self, gconstpointer data)
{
  AkkStore *store = akk_dossier_get_store (self->dossier);
  g_autoptr (AkkAgreement) second = akk_agreement_nth (store, 2);
  GtkAdjustment *adjustment =
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view->text_page->editor));

  g_assert_cmpstr (page_name (self), ==, "today");
  akk_dossier_view_show_page (self->view, "text");
  draw_frames (self, 60);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >,
                     2 * gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  /* Another agreement is another text. */
  gtk_adjustment_set_value (adjustment, 400);
  akk_dossier_view_show_page (self->view, "today");
  akk_dossier_view_show_agreement (self->view, second->record.id);
  akk_dossier_view_show_page (self->view, "text");
  draw_frames (self, 60);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

/* Undo stands on every page, names its step, and is the window's to do. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  static const char *const pages[] = {
    "today", "calendar", "text", "parties", "partners", "signing"
  };
  AkkStore *store = akk_dossier_get_store (self->dossier);

  akk_store_begin (store, "Change motto");
  akk_store_set_text (store, akk_dossier_view_get_agreement (self->view), "motto", "Samen");
  g_assert_true (akk_store_commit (store, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    GtkWidget *button;

    akk_dossier_view_show_page (self->view, pages[i]);
    while ((button = find_mapped (GTK_WIDGET (self->view), AKK_TYPE_UNDO_BUTTON)) == NULL)
      iterate ();
    g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Undo: Change motto");
    g_signal_emit_by_name (button, "clicked");
    g_assert_cmpuint (self->n_undo, ==, i + 1);
  }
}

/* What is deleted can be brought back: the window is asked to say so. */
static void
test_offer (Fixture *self, gconstpointer data)
{
  g_autoptr (GListModel) parties =
      akk_store_list (akk_dossier_get_store (self->dossier), &akk_party_record, "agreement_id",
                      akk_dossier_view_get_agreement (self->view)->record.id);
  g_autoptr (AkkRecord) party = g_list_model_get_item (parties, 0);
  GtkWidget *list;

  akk_dossier_view_show_page (self->view, "parties");
  while ((list = find_mapped (GTK_WIDGET (self->view->parties_page), AKK_TYPE_RECORD_LIST)) == NULL)
    iterate ();
  gtk_widget_activate_action (list, "list.delete", "x", party->id);
  g_assert_true (party->deleted);
  g_assert_nonnull (self->offered);
}

/* A meeting is prepared on the page Overleg of its agreement; asking twice shows the same page. */
static void
test_prepare (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkMeeting) next =
      akk_meeting_next (akk_dossier_get_store (self->dossier), akk_date_parse ("2025-11-01"));
  GtkWidget *page;

  g_assert_nonnull (next);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "view.prepare-meeting", "x",
                              next->record.id);
  g_assert_cmpstr (page_name (self), ==, "consultation");
  while ((page = find_mapped (GTK_WIDGET (self->view), AKK_TYPE_PREPARATION_PAGE)) == NULL)
    iterate ();
  g_assert_true (akk_preparation_page_get_meeting (AKK_PREPARATION_PAGE (page)) == next);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "view.show-meeting", "x", next->record.id);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "view.prepare-meeting", "x",
                              next->record.id);
  settle ();
  while (find_mapped (GTK_WIDGET (self->view), AKK_TYPE_PREPARATION_PAGE) != page)
    iterate ();
}

/* From the menu of the agreement, from the clause in its text, and from its finding. */
static void
test_definitions (Fixture *self, gconstpointer data)
{
  AkkFinding finding = { .id = "abbreviations-unprinted", .part = (char *) "abbreviations" };

  show (self);
  for (guint way = 0; way < 3; way++) {
    AdwDialog *dialog;

    if (way == 0)
      gtk_widget_activate_action (GTK_WIDGET (self->view), "view.definitions", NULL);
    else if (way == 1)
      g_signal_emit_by_name (self->view->text_page, "field-activated", "clause:definitions");
    else
      akk_dossier_view_go_to_finding (self->view, &finding);
    settle ();
    dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window));
    g_assert_true (AKK_IS_DEFINITIONS_DIALOG (dialog));
    adw_dialog_force_close (dialog);
    settle ();
  }
}

/* A section that is named without a line is gone to, not the beginning of the text. */
static void
test_section (Fixture *self, gconstpointer data)
{
  AkkEditor *editor = self->view->text_page->editor;
  gint64 last = 0;
  guint line = 0;

  for (guint i = 0; i < akk_editor_get_text (editor)->n_lines; i++) {
    const AkkLine *one = akk_editor_get_text (editor)->lines[i];

    if (one->kind == AKK_LINE_HEADING && one->section != 0) {
      last = one->section;
      line = i;
    }
  }
  g_assert_cmpuint (line, >, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "view.show-line", "(xu)", last, G_MAXUINT);
  settle ();
  g_assert_cmpstr (page_name (self), ==, "text");
  g_assert_cmpint (akk_editor_get_section (editor), ==, last);
}

#define ADD(path, test) g_test_add ("/dossier-view/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("opens-where-it-was-left", test_place);
  ADD ("pages-follow-the-agreement", test_agreements);
  ADD ("text-begins-at-its-beginning", test_text_top);
  ADD ("undo-names-its-step-on-every-page", test_undo);
  ADD ("a-meeting-is-prepared-on-one-page", test_prepare);
  ADD ("definitions-open-from-where-they-are-used", test_definitions);
  ADD ("a-section-is-gone-to", test_section);
  ADD ("deleting-asks-the-window-to-offer-undo", test_offer);
  return g_test_run ();
}
