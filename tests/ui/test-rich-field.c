/* A field of rich text: bursts, undo, and the store that it follows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meeting-fixture.h"

#include "ui/editor.h"
#include "ui/rich-field.h"

#define CASE(name, test)                                                                           \
  g_test_add (name, MeetingFixture, NULL, meeting_set_up, test, meeting_tear_down)

static GtkWidget *
editor_in (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = AKK_IS_EDITOR (child) ? child : editor_in (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkTextBuffer *
show_field (MeetingFixture *f, GtkWidget **field)
{
  *field = akk_rich_field_new (f->base.store, f->items[0], "outcome", "Verslag", "Write minutes");
  register_show (&f->base, *field);
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor_in (*field)));
}

static char *
words_of (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
type (GtkTextBuffer *buffer, const char *text)
{
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static void
test_burst (MeetingFixture *f, gconstpointer data)
{
  GtkWidget *field;
  GtkTextBuffer *buffer = show_field (f, &field);

  type (buffer, "De groep ");
  type (buffer, "is akkoord.");
  g_assert_cmpstr (f->items[0]->outcome, ==, "");
  akk_rich_field_end_burst (AKK_RICH_FIELD (field));
  g_assert_cmpstr (f->items[0]->outcome, ==, "De groep is akkoord.\n");
  g_assert_cmpstr (akk_step_get_label (akk_store_get_undo_step (f->base.store)), ==,
                   "Write minutes");
}

static void
test_rest (MeetingFixture *f, gconstpointer data)
{
  GtkWidget *field;
  GtkTextBuffer *buffer = show_field (f, &field);

  type (buffer, "Akkoord.");
  while (*f->items[0]->outcome == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (f->items[0]->outcome, ==, "Akkoord.\n");
}

static void
test_undo (MeetingFixture *f, gconstpointer data)
{
  GtkWidget *field;
  GtkTextBuffer *buffer = show_field (f, &field);
  g_autofree char *undone = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;

  type (buffer, "Akkoord.");
  akk_rich_field_end_burst (AKK_RICH_FIELD (field));
  meeting_undo (f);
  undone = words_of (buffer);
  g_assert_cmpstr (undone, ==, "");
  g_assert_cmpstr (f->items[0]->outcome, ==, "");
  akk_store_redo (f->base.store, &error);
  g_assert_no_error (error);
  redone = words_of (buffer);
  g_assert_cmpstr (redone, ==, "Akkoord.");
  type (buffer, "x");
  akk_rich_field_end_burst (AKK_RICH_FIELD (field));
  g_assert_nonnull (strchr (f->items[0]->outcome, 'x'));
}

static void
test_list (MeetingFixture *f, gconstpointer data)
{
  GtkWidget *field;
  GtkTextBuffer *buffer = show_field (f, &field);

  type (buffer, "een\ntwee");
  g_assert_true (gtk_widget_activate_action (field, "rich.bulleted-list", NULL));
  akk_rich_field_end_burst (AKK_RICH_FIELD (field));
  g_assert_cmpstr (f->items[0]->outcome, ==, "een\n\n- twee\n");
}

static void
test_gone (MeetingFixture *f, gconstpointer data)
{
  GtkWidget *field;
  GtkTextBuffer *buffer = show_field (f, &field);

  type (buffer, "Nog te bewaren");
  adw_window_set_content (ADW_WINDOW (f->base.window), adw_bin_new ());
  register_settle ();
  g_assert_cmpstr (f->items[0]->outcome, ==, "Nog te bewaren\n");
}

static void
test_loose (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkAgendaItem) item = akk_record_new (&akk_agenda_item_record);
  GtkWidget *field = akk_rich_field_new (NULL, item, "text", "Toelichting", "Type");

  register_show (&f->base, field);
  type (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor_in (field))), "Meteen.");
  g_assert_cmpstr (item->text, ==, "Meteen.\n");
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  CASE ("/rich-field/a-burst-is-one-action", test_burst);
  CASE ("/rich-field/a-rest-ends-the-burst", test_rest);
  CASE ("/rich-field/follows-undo-and-redo", test_undo);
  CASE ("/rich-field/makes-lists", test_list);
  CASE ("/rich-field/keeps-what-was-typed-when-it-goes", test_gone);
  CASE ("/rich-field/writes-at-once-into-a-record-of-no-store", test_loose);
  return g_test_run ();
}
