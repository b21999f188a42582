/* The page Tekst: figures that are dropped, pasted, shown, removed and brought back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ui/attach.h"
#include "ui/figure-dialog.h"

#include "editor-driver.h"
#include "text-page-fixture.h"

#define DRAWING                                                                                    \
  "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='200'><rect width='90' "             \
  "height='90'/></svg>"

/* --- Waiting --- */

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
    found = find_type (window, type);
  }
  return found;
}

static GtkWidget *
wait_dialog (GType type)
{
  GtkWidget *dialog;

  while ((dialog = find_dialog (type)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  page_fixture_settle ();
  return dialog;
}

static void
wait_gone (GType type)
{
  while (find_dialog (type) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* --- Doing --- */

static GtkEditable *
find_row (GtkWidget *dialog, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ENTRY_ROW (dialog) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (dialog)), title))
    return GTK_EDITABLE (dialog);
  for (GtkWidget *child = gtk_widget_get_first_child (dialog); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = (GtkWidget *) find_row (child, title);
  return (GtkEditable *) found;
}

/* Says what it shows, and puts it in. */
static void
answer (const char *alt, const char *caption)
{
  GtkWidget *dialog = wait_dialog (AKK_TYPE_FIGURE_DIALOG);
  GtkWidget *apply = adw_dialog_get_default_widget (ADW_DIALOG (dialog));

  g_assert_false (*alt != '\0' &&
                  *gtk_editable_get_text (find_row (dialog, "What It Shows")) == '\0' &&
                  gtk_widget_get_sensitive (apply));
  gtk_editable_set_text (find_row (dialog, "What It Shows"), alt);
  gtk_editable_set_text (find_row (dialog, "Caption (Optional)"), caption);
  g_assert_true (gtk_widget_get_sensitive (apply));
  g_signal_emit_by_name (apply, "clicked");
  wait_gone (AKK_TYPE_FIGURE_DIALOG);
}

static GtkDropTarget *
find_drop (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller) &&
        gdk_content_formats_contain_gtype (
            gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), GDK_TYPE_FILE_LIST))
      return GTK_DROP_TARGET (controller);
  }
  return NULL;
}

/* Lets a file go over the begin of a line. */
static void
drop (PageFixture *f, guint line, const char *name, const char *data, gsize length)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  g_auto (GValue) value = G_VALUE_INIT;
  GtkTextView *view = GTK_TEXT_VIEW (f->page->editor);
  g_autoptr (GError) error = NULL;
  GtkTextIter iter;
  GdkRectangle area;
  gboolean taken = FALSE;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
  gtk_text_buffer_get_iter_at_line (f->buffer, &iter, (int) line);
  gtk_text_view_get_iter_location (view, &iter, &area);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, area.x + 1,
                                         area.y + area.height / 2, &area.x, &area.y);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_signal_emit_by_name (find_drop (GTK_WIDGET (view)), "drop", &value, (double) area.x,
                         (double) area.y, &taken);
  g_assert_true (taken);
}

static char *
picture_of (const char *body)
{
  const char *at = strstr (body, "blob:");

  g_assert_nonnull (at);
  return g_strndup (at, strlen ("blob:") + 64);
}

/* The line that shows a figure has its picture above its words. */
static gboolean
has_picture (PageFixture *f, guint line)
{
  GtkTextIter start;
  int height;
  GdkRectangle words;

  gtk_text_buffer_get_iter_at_line (f->buffer, &start, (int) line);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (f->page->editor), &start, NULL, &height);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (f->page->editor), &start, &words);
  return height > words.height + 100;
}

static void
wait_picture (PageFixture *f, guint line)
{
  while (!has_picture (f, line))
    g_main_context_iteration (NULL, TRUE);
}

static void
remove_files (PageFixture *f)
{
  g_autoptr (GDir) folder = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (!g_str_has_prefix (name, "working.db")) {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);
      g_unlink (path);
    }
}

/* --- Tests --- */

static void
a_file_that_is_dropped_becomes_a_figure (PageFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *picture = NULL, *body = NULL;

  drop (f, 1, "plan.svg", DRAWING, strlen (DRAWING));
  answer ("Een zwart vak", "Het vak");
  akk_text_page_end_burst (f->page);
  picture = picture_of (f->first->body);
  g_assert_nonnull (strstr (f->first->body, "}} Het vak\n\n![Een zwart vak](blob:"));
  wait_picture (f, 2);

  body = g_strdup (f->first->body);
  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpstr (f->first->body, ==, "Wij werken samen.\n");
  g_assert_true (akk_store_redo (f->store, &error));
  g_assert_cmpstr (f->first->body, ==, body);
  page_fixture_settle ();
  wait_picture (f, 2);
  remove_files (f);
}

/* What is no picture is refused with a sentence, and the text stays. */
static void
a_file_that_is_none_is_refused (PageFixture *f, gconstpointer data)
{
  static const struct {
    const char *name, *data;
  } files[] = { { "leeg.png", "" }, { "stuk.svg", "<svg" }, { "foto.jpg", "\xff\xd8\xff\xe0" } };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    GtkWidget *dialog;

    drop (f, 1, files[i].name, files[i].data, strlen (files[i].data));
    dialog = wait_dialog (ADW_TYPE_ALERT_DIALOG);
    g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                     "Picture Not Used");
    g_assert_nonnull (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)));
    adw_dialog_force_close (ADW_DIALOG (dialog));
    wait_gone (ADW_TYPE_ALERT_DIALOG);
    g_assert_null (find_dialog (AKK_TYPE_FIGURE_DIALOG));
  }
  akk_text_page_end_burst (f->page);
  g_assert_cmpstr (f->first->body, ==, "Wij werken samen.\n");
  remove_files (f);
}

static void
a_picture_that_is_pasted_becomes_a_figure (PageFixture *f, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->page->editor));
  g_autoptr (GBytes) pixels = g_bytes_new_take (g_malloc0 (64 * 32 * 4), 64 * 32 * 4);
  g_autoptr (GdkTexture) texture =
      gdk_memory_texture_new (64, 32, GDK_MEMORY_DEFAULT, pixels, 64 * 4);
  g_autoptr (GError) error = NULL;

  gdk_clipboard_set_texture (clipboard, texture);
  akk_editor_go_to_line (f->page->editor, 1);
  g_signal_emit_by_name (f->page->editor, "paste-clipboard");
  answer ("Niets te zien", "");
  akk_text_page_end_burst (f->page);
  g_assert_nonnull (strstr (f->first->body, "![Niets te zien](blob:"));
  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpstr (f->first->body, ==, "Wij werken samen.\n");
  gdk_clipboard_set_text (clipboard, "");
}

/* As a file manager copies it: its address, which is words too. */
static void
a_file_that_is_pasted_becomes_a_figure (PageFixture *f, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->page->editor));
  g_autofree char *path = g_build_filename (f->folder, "plan.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, DRAWING, -1, &error);
  g_assert_no_error (error);
  gdk_clipboard_set (clipboard, GDK_TYPE_FILE_LIST, files);
  g_boxed_free (GDK_TYPE_FILE_LIST, files);
  akk_editor_go_to_line (f->page->editor, 1);
  g_signal_emit_by_name (f->page->editor, "paste-clipboard");
  answer ("Een zwart vak", "");
  akk_text_page_end_burst (f->page);
  g_assert_nonnull (strstr (f->first->body, "![Een zwart vak](blob:"));
  g_assert_null (strstr (f->first->body, "plan.svg"));
  gdk_clipboard_set_text (clipboard, "");
  remove_files (f);
}

/* What a browser copies: an address on the web. */
static void
an_address_that_is_pasted_is_words (PageFixture *f, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->page->editor));
  g_autoptr (GFile) file = g_file_new_for_uri ("https://voorbeeld.be/plan.svg");
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  g_auto (GValue) list = G_VALUE_INIT, words = G_VALUE_INIT;
  GdkContentProvider *both[2];
  g_autoptr (GdkContentProvider) provider = NULL;

  g_value_init (&list, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&list, files);
  g_value_init (&words, G_TYPE_STRING);
  g_value_set_string (&words, "https://voorbeeld.be/plan.svg");
  both[0] = gdk_content_provider_new_for_value (&list);
  both[1] = gdk_content_provider_new_for_value (&words);
  provider = gdk_content_provider_new_union (both, 2);
  gdk_clipboard_set_content (clipboard, provider);
  akk_editor_go_to_line (f->page->editor, 1);
  g_signal_emit_by_name (f->page->editor, "paste-clipboard");
  while (strstr (f->first->body, "voorbeeld.be/plan.svg") == NULL) {
    g_main_context_iteration (NULL, TRUE);
    akk_text_page_end_burst (f->page);
  }
  g_assert_null (find_dialog (AKK_TYPE_FIGURE_DIALOG));
  gdk_clipboard_set_text (clipboard, "");
}

/* With the keyboard: taken, opened, changed, removed with its caption, brought back. */
static void
a_figure_is_opened_and_removed (PageFixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (DRAWING, strlen (DRAWING));
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = akk_store_add_blob (f->store, bytes, &error);
  const Place figure[2] = { { 2, 0 }, { 2, strlen (AKK_ATOM) } };
  g_autofree char *body = NULL;

  akk_editor_go_to_line (f->page->editor, 1);
  akk_editor_insert_figure (f->page->editor, sha256, "Een vak", "Het vak");
  wait_picture (f, 2);
  driver_select (f->page->editor, figure);
  g_assert_true (akk_editor_open_selected (f->page->editor));
  answer ("Een ander vak", "Het vak");
  akk_text_page_end_burst (f->page);
  body = g_strdup (f->first->body);
  g_assert_nonnull (strstr (body, "}} Het vak\n\n![Een ander vak](blob:"));

  driver_select (f->page->editor, figure);
  g_assert_true (akk_editor_remove_figure (f->page->editor));
  akk_text_page_end_burst (f->page);
  g_assert_null (strstr (f->first->body, "caption"));
  g_assert_null (strstr (f->first->body, "blob"));
  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpstr (f->first->body, ==, body);
  page_fixture_settle ();
  wait_picture (f, 2);
  driver_check_rules (f->page->editor);
}

/* Amid words it is its words. */
static void
a_figure_amid_words_has_no_picture (PageFixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (DRAWING, strlen (DRAWING));
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = akk_store_add_blob (f->store, bytes, &error);

  akk_editor_go_to_line (f->page->editor, 1);
  akk_editor_insert_figure (f->page->editor, sha256, "Een vak", "");
  wait_picture (f, 1);
  page_fixture_type (f, 1, " en nog iets");
  while (has_picture (f, 1))
    g_main_context_iteration (NULL, TRUE);
  driver_check_rules (f->page->editor);
}

#define TEST(name, function)                                                                       \
  g_test_add ("/text-page-figures/" name, PageFixture, NULL, page_fixture_set_up, function,        \
              page_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("a-file-that-is-dropped-becomes-a-figure", a_file_that_is_dropped_becomes_a_figure);
  TEST ("a-file-that-is-none-is-refused", a_file_that_is_none_is_refused);
  TEST ("a-picture-that-is-pasted-becomes-a-figure", a_picture_that_is_pasted_becomes_a_figure);
  TEST ("a-file-that-is-pasted-becomes-a-figure", a_file_that_is_pasted_becomes_a_figure);
  TEST ("an-address-that-is-pasted-is-words", an_address_that_is_pasted_is_words);
  TEST ("a-figure-is-opened-and-removed", a_figure_is_opened_and_removed);
  TEST ("a-figure-amid-words-has-no-picture", a_figure_amid_words_has_no_picture);
  return g_test_run ();
}
