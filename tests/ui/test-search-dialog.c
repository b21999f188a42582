/* The search: what is typed is found, and what is chosen opens its place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

#include "core/attachment.h"
#include "core/signal.h"
#include "core/store-search.h"
#include "print/example.h"
#include "print/pdf-text.h"
#include "ui/dossier-view-private.h"
#include "ui/record-rows.h"
#include "ui/register-page.h"
#include "ui/scan-dialog.h"
#include "ui/search-dialog.h"
#include "ui/text-page-private.h"

typedef struct {
  char *folder, *path;
  AkkDossier *dossier;
  AkkStore *store;
  GtkWidget *window;
  AkkDossierView *view;
} Fixture;

static void
settle (void)
{
  for (guint i = 0; i < 3; i++) {
    g_usleep (20000);
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
}

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
  akk_dossier_open_async (self->path, NULL, opened_cb, self);
  while (self->dossier == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->store = akk_dossier_get_store (self->dossier);
  akk_store_index (self->store, NULL);
  self->window = adw_window_new ();
  self->view = g_object_new (AKK_TYPE_DOSSIER_VIEW, NULL);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  akk_dossier_view_set_dossier (self->view, self->dossier);
  gtk_window_present (GTK_WINDOW (self->window));
  while (gtk_widget_get_width (GTK_WIDGET (self->view)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gboolean closed = FALSE;

  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  akk_dossier_close_async (self->dossier, NULL, closed_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->dossier);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* --- Looking --- */

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static AkkSearchDialog *
open_dialog (Fixture *self)
{
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "view.search", NULL));
  while ((dialog = find_widget (self->window, AKK_TYPE_SEARCH_DIALOG)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  while (find_widget (dialog, GTK_TYPE_SEARCH_ENTRY) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return AKK_SEARCH_DIALOG (dialog);
}

static GListModel *
results (AkkSearchDialog *dialog)
{
  return G_LIST_MODEL (gtk_list_view_get_model (
      GTK_LIST_VIEW (find_widget (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW))));
}

/* Types, and chooses the first hit of a group; the id of what it is. */
static gint64
choose (Fixture *self, const char *query, AkkSearchGroup group)
{
  AkkSearchDialog *dialog = open_dialog (self);
  GtkWidget *list;
  guint position = 0;
  gint64 id = 0;

  akk_search_dialog_set_query (dialog, query);
  settle ();
  list = find_widget (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (list);
  for (; id == 0; position++) {
    g_autoptr (AkkSearchItem) item = g_list_model_get_item (results (dialog), position);

    g_assert_nonnull (item);
    if (akk_search_item_get_finds (item)->group == group)
      id = AKK_RECORD (akk_search_hit_record (akk_search_item_get_hit (item)))->id;
  }
  gtk_widget_activate_action (list, "list.activate-item", "u", position - 1);
  while (find_widget (self->window, AKK_TYPE_SEARCH_DIALOG) != NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  return id;
}

static const char *
page_name (Fixture *self)
{
  return gtk_stack_get_visible_child_name (self->view->pages);
}

/* --- Tests --- */

static void
test_a_section_opens_at_the_words (Fixture *self, gconstpointer data)
{
  g_autofree char *words = NULL;

  choose (self, "doelstell", AKK_SEARCH_TEXT);
  g_assert_cmpstr (page_name (self), ==, "text");
  words = akk_editor_get_selected_words (self->view->text_page->editor);
  g_assert_nonnull (words);
  g_assert_cmpint (g_ascii_strcasecmp (words, "doelstell"), ==, 0);
}

static void
test_each_group_opens_its_page (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *query, *page;
    AkkSearchGroup group;
  } cases[] = {
    { "dubbele inschrijving", "consultation", AKK_SEARCH_SIGNALS },
    { "werkzaamheidsgraad", "indicators", AKK_SEARCH_INDICATORS },
    { "zitdag dienstencentra", "evaluation", AKK_SEARCH_REPORTS },
    { "eerste ontwerp actieplan", "plan", AKK_SEARCH_ACTIONS },
    { "kennismaking werkwijze", "consultation", AKK_SEARCH_MEETINGS },
    { "stuurgroep keurt actieplan", "consultation", AKK_SEARCH_DECISIONS },
    { "Griet Lammens", "partners", AKK_SEARCH_PARTIES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].query);
    akk_dossier_view_show_page (self->view, "today");
    choose (self, cases[i].query, cases[i].group);
    g_assert_cmpstr (page_name (self), ==, cases[i].page);
  }
}

static void
test_a_decision_has_the_focus_in_its_register (Fixture *self, gconstpointer data)
{
  gint64 id = choose (self, "stuurgroep keurt actieplan 2022", AKK_SEARCH_DECISIONS);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, AKK_TYPE_REGISTER_PAGE));
  g_assert_cmpint (akk_record_row_get (focus)->id, ==, id);
}

static void
test_the_words_are_there_again (Fixture *self, gconstpointer data)
{
  AkkSearchDialog *dialog;
  int from, until;

  choose (self, "werkzaamheidsgraad", AKK_SEARCH_INDICATORS);
  dialog = open_dialog (self);
  g_assert_cmpstr (akk_search_dialog_get_query (dialog), ==, "werkzaamheidsgraad");
  g_assert_true (gtk_editable_get_selection_bounds (
      GTK_EDITABLE (find_widget (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY)), &from, &until));
  g_assert_cmpint (until - from, ==, 18);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
test_all_of_a_group_can_be_shown (Fixture *self, gconstpointer data)
{
  AkkSearchDialog *dialog = open_dialog (self);
  guint before, after, i = 0;

  akk_search_dialog_set_query (dialog, "werk");
  settle ();
  before = g_list_model_get_n_items (results (dialog));
  for (;; i++) {
    g_autoptr (AkkSearchItem) item = g_list_model_get_item (results (dialog), i);

    g_assert_nonnull (item);
    if (akk_search_item_get_hit (item) == NULL)
      break;
  }
  gtk_widget_activate_action (find_widget (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW),
                              "list.activate-item", "u", i);
  settle ();
  after = g_list_model_get_n_items (results (dialog));
  g_assert_cmpuint (after, >, before);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
test_nothing_found_says_so (Fixture *self, gconstpointer data)
{
  AkkSearchDialog *dialog = open_dialog (self);

  akk_search_dialog_set_query (dialog, "qwertyuiop");
  settle ();
  g_assert_null (find_widget (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW));
  g_assert_nonnull (find_widget (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* --- Attached PDFs --- */

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Twelve pages, one of which speaks of a roundabout. */
static GBytes *
new_pdf (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_select_font_face (cr, "Source Sans 3", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 12);
  for (guint i = 0; i < 12; i++) {
    cairo_move_to (cr, 100, 100);
    cairo_show_text (cr, i == 8 ? "De rotonde is klaar in het voorjaar." : "Dit blad zegt niets.");
    cairo_show_page (cr);
  }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
attach (Fixture *self, GBytes *data, const char *name)
{
  g_autoptr (GListModel) signals = akk_store_list (self->store, &akk_signal_record, NULL, 0);
  g_autoptr (AkkSignal) signal = g_list_model_get_item (signals, 0);
  g_autoptr (AkkAttachment) attachment = akk_record_new (&akk_attachment_record);
  g_autofree char *sha256 = akk_store_add_blob (self->store, data, NULL);

  g_object_set (attachment, "signal-id", signal->record.id, "name", name, "file", sha256, NULL);
  akk_store_begin (self->store, "Attach");
  akk_store_add (self->store, attachment);
  g_assert_true (akk_store_commit (self->store, NULL));
}

static void
test_a_page_of_a_pdf_opens (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) pdf = new_pdf ();

  attach (self, pdf, "Verkeersplan.pdf");
  g_assert_cmpuint (akk_pdf_index (self->store, NULL, NULL), >=, 1);
  choose (self, "rotonde voorjaar", AKK_SEARCH_ANNEXES);
  g_assert_cmpstr (page_name (self), ==, "consultation");
  g_assert_nonnull (find_widget (self->window, AKK_TYPE_SCAN_DIALOG));
}

static void
test_a_pdf_that_cannot_be_read_says_so (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.4 en verder niets", 24);
  g_autoptr (AkkSearchItem) item = NULL;
  AkkSearchDialog *dialog;

  attach (self, pdf, "Kapotverkeersplan.pdf");
  akk_pdf_index (self->store, NULL, NULL);
  dialog = open_dialog (self);
  akk_search_dialog_set_query (dialog, "kapotverkeer");
  settle ();
  item = g_list_model_get_item (results (dialog), 0);
  g_assert_nonnull (item);
  g_assert_cmpint (akk_search_item_get_hit (item)->reading, ==, AKK_READING_DAMAGED);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/search/a-section-opens-at-the-words", test_a_section_opens_at_the_words },
    { "/search/each-group-opens-its-page", test_each_group_opens_its_page },
    { "/search/a-decision-has-the-focus-in-its-register",
      test_a_decision_has_the_focus_in_its_register },
    { "/search/the-words-are-there-again", test_the_words_are_there_again },
    { "/search/all-of-a-group-can-be-shown", test_all_of_a_group_can_be_shown },
    { "/search/nothing-found-says-so", test_nothing_found_says_so },
    { "/search/a-page-of-a-pdf-opens", test_a_page_of_a_pdf_opens },
    { "/search/a-pdf-that-cannot-be-read-says-so", test_a_pdf_that_cannot_be_read_says_so },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
