/* A page Tekst with two sections in a window, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-page-fixture.h"

#include <glib/gstdio.h>

static void
commit (AkkStore *store)
{
  g_autoptr (GError) error = NULL;

  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

static AkkSection *
add_section (
    AkkStore *store, gint64 agreement, const char *position, const char *heading, const char *body)
{
  AkkSection *section = akk_record_new (&akk_section_record);

  g_object_set (section, "agreement-id", agreement, "position", position, "heading", heading,
                "scheme", (gint64) AKK_SCHEME_PART, "body", body, NULL);
  akk_store_add (store, section);
  return section;
}

void
page_fixture_settle (void)
{
  for (guint i = 0; i < 20; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

void
page_fixture_set_up (PageFixture *f, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("akkoord-test-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "working.db", NULL);
  f->store = akk_store_open (f->path, 0, &error);
  g_assert_no_error (error);
  g_object_set (agreement, "title", "Samenwerkingsovereenkomst", NULL);
  akk_store_begin (f->store, "Make");
  akk_store_add (f->store, agreement);
  f->first = add_section (f->store, agreement->record.id, "a0", "Doel", "Wij werken samen.\n");
  f->second = add_section (f->store, agreement->record.id, "a1", "Duur", "- een jaar\n- langer\n");
  commit (f->store);

  f->window = gtk_window_new ();
  f->page = AKK_TEXT_PAGE (akk_text_page_new ());
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->page));
  akk_text_page_set_agreement (f->page, f->store, agreement);
  gtk_window_present (GTK_WINDOW (f->window));
  f->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->page->editor));
  page_fixture_settle ();
}

void
page_fixture_tear_down (PageFixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  page_fixture_settle ();
  g_object_unref (f->first);
  g_object_unref (f->second);
  g_assert_finalize_object (f->store);
  g_remove (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

void
page_fixture_type (PageFixture *f, guint line, const char *text)
{
  GtkTextIter iter;

  akk_editor_go_to_line (f->page->editor, line);
  gtk_text_buffer_get_iter_at_mark (f->buffer, &iter, gtk_text_buffer_get_insert (f->buffer));
  if (!gtk_text_iter_ends_line (&iter))
    gtk_text_iter_forward_to_line_end (&iter);
  gtk_text_buffer_place_cursor (f->buffer, &iter);
  gtk_text_buffer_insert_interactive_at_cursor (f->buffer, text, -1, TRUE);
}

GtkShortcut *
page_fixture_find_key (GtkWidget *widget, const char *trigger)
{
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (trigger);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);
    guint n = GTK_IS_SHORTCUT_CONTROLLER (shortcuts) ? g_list_model_get_n_items (shortcuts) : 0;

    for (guint j = 0; j < n; j++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);

      if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
        return g_steal_pointer (&shortcut);
    }
  }
  return NULL;
}

GtkWidget *
page_fixture_find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = page_fixture_find_list (child);
  return found;
}

const char *
page_fixture_heading (GtkWidget *row)
{
  GtkWidget *number = gtk_widget_get_first_child (row);

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (number)));
}
