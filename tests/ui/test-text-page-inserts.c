/* The page Tekst: what is inserted reaches the store, and fields say what the store holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "core/definition.h"
#include "ui/insert-popover.h"

#include "text-page-fixture.h"

static char *
shown_line (PageFixture *f, int line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (f->buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  return gtk_text_iter_get_slice (&start, &end);
}

static void
caret_to_line_end (PageFixture *f, int line)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (f->buffer, &iter, line);
  if (!gtk_text_iter_ends_line (&iter))
    gtk_text_iter_forward_to_line_end (&iter);
  gtk_text_buffer_place_cursor (f->buffer, &iter);
}

static void
a_note_is_stored_with_its_mark_and_undone (PageFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  caret_to_line_end (f, 1);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.insert-note", NULL);
  gtk_text_buffer_insert_interactive_at_cursor (f->buffer, "Een noot.", -1, TRUE);
  akk_text_page_end_burst (f->page);
  g_assert_cmpstr (f->first->body, ==, "Wij werken samen.[^1]\n\n[^1]: Een noot.\n");

  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpstr (f->first->body, ==, "Wij werken samen.\n");
  g_assert_true (akk_store_redo (f->store, &error));
  g_assert_true (akk_store_redo (f->store, &error));
  g_assert_cmpstr (f->first->body, ==, "Wij werken samen.[^1]\n\n[^1]: Een noot.\n");
}

static void
wanted_cb (AkkTextPage *page, const char *field, char **wanted)
{
  g_set_str (wanted, field);
}

static void
explain (PageFixture *f, const char *term)
{
  g_autoptr (AkkDefinition) definition = akk_record_new (&akk_definition_record);
  g_autoptr (GError) error = NULL;

  g_object_set (definition, "agreement-id", f->first->agreement_id, "term", term, "meaning",
                "wat het betekent", NULL);
  definition->kind = AKK_DEFINITION_ABBREVIATION;
  akk_store_begin (f->store, "Explain");
  akk_store_add (f->store, definition);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
}

/* An empty list is written first, and each entry shows in the text at once. */
static void
an_empty_list_leads_to_where_it_is_written (PageFixture *f, gconstpointer data)
{
  g_autofree char *wanted = NULL, *shown = NULL;

  g_signal_connect (f->page, "field-activated", G_CALLBACK (wanted_cb), &wanted);
  caret_to_line_end (f, 1);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.insert-clause", "s", "abbreviations");
  g_assert_cmpstr (wanted, ==, "clause:abbreviations");
  akk_text_page_end_burst (f->page);
  explain (f, "SPOC");
  page_fixture_settle ();
  shown = shown_line (f, 2);
  g_assert_nonnull (strstr (shown, "SPOC: wat het betekent"));
  g_clear_pointer (&wanted, g_free);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.insert-clause", "s", "abbreviations");
  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.insert-clause", "s", "parties");
  g_assert_null (wanted);
}

static void
fields_follow_the_records (PageFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = NULL, *filled = NULL, *again = NULL;

  caret_to_line_end (f, 1);
  akk_editor_insert_field (f->page->editor, "agreement.motto", "");
  akk_text_page_end_burst (f->page);
  g_assert_cmpstr (f->first->body, ==, "Wij werken samen.{{agreement.motto}}\n");
  empty = shown_line (f, 1);
  g_assert_nonnull (strstr (empty, "empty field"));

  akk_store_begin (f->store, "Change");
  akk_store_set_text (f->store, f->page->agreement, "motto", "Samen sterk");
  g_assert_true (akk_store_commit (f->store, &error));
  filled = shown_line (f, 1);
  g_assert_cmpstr (filled, ==, "Wij werken samen.Samen sterk");

  g_assert_true (akk_store_undo (f->store, &error));
  again = shown_line (f, 1);
  g_assert_cmpstr (again, ==, empty);
}

static void
references_follow_the_numbers (PageFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *field = g_strdup_printf ("ref:%" G_GINT64_FORMAT, f->second->record.id);
  g_autofree char *alive = NULL, *dead = NULL;

  caret_to_line_end (f, 1);
  akk_editor_insert_field (f->page->editor, field, "");
  akk_text_page_end_burst (f->page);
  alive = shown_line (f, 1);
  g_assert_cmpstr (alive, ==, "Wij werken samen.Deel II");

  akk_store_begin (f->store, "Delete");
  akk_store_delete (f->store, f->second);
  g_assert_true (akk_store_commit (f->store, &error));
  dead = shown_line (f, 1);
  g_assert_cmpstr (dead, ==, "Wij werken samen.refers to nothing");
}

static void
captions_have_their_number_and_are_led_to (PageFixture *f, gconstpointer data)
{
  g_autofree char *caption = NULL;
  AkkText *text;

  caret_to_line_end (f, 1);
  akk_editor_insert_table (f->page->editor, 2, 2);
  akk_store_begin (f->store, "Change");
  akk_store_set_text (f->store, f->second, "body",
                      "Zie {{ref:7}}.\n\n{{caption:7}} Wie doet wat\n\n| a |\n| --- |\n| b |\n");
  g_assert_true (akk_store_commit (f->store, NULL));
  text = akk_editor_get_text (f->page->editor);
  caption = shown_line (f, (int) text->n_lines - 2);
  g_assert_cmpstr (caption, ==, "Tabel 1 Wie doet wat");

  caret_to_line_end (f, (int) text->n_lines - 3);
  g_assert_false (akk_editor_follow (f->page->editor));
  g_signal_emit_by_name (f->page->editor, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, -1, FALSE);
  g_assert_true (akk_editor_follow (f->page->editor));
  g_assert_cmpuint (akk_editor_get_line (f->page->editor), ==, text->n_lines - 2);
}

/* As on paper. */
static void
a_reference_begins_a_sentence_with_a_capital (PageFixture *f, gconstpointer data)
{
  g_autofree char *first = NULL, *within = NULL, *promise = NULL, *behind = NULL;
  AkkText *text;
  int n;

  akk_store_begin (f->store, "Change");
  akk_store_set_text (f->store, f->second, "body",
                      "{{ref:7}} zegt het. {{ref:7}} ook, zie {{ref:7}}.\n\n"
                      "{{commitment:8}} {{ref:7}} volgen.\n\n"
                      "{{caption:7}} Wie doet wat\n\n| a |\n| --- |\n| b |\n");
  g_assert_true (akk_store_commit (f->store, NULL));
  text = akk_editor_get_text (f->page->editor);
  n = (int) text->n_lines;
  first = shown_line (f, n - 4);
  g_assert_cmpstr (first, ==, "Tabel 1 zegt het. Tabel 1 ook, zie tabel 1.");
  promise = shown_line (f, n - 3);
  g_assert_nonnull (strstr (promise, "Tabel 1 volgen."));

  akk_editor_go_to_line (f->page->editor, (guint) n - 4);
  gtk_text_buffer_insert_interactive_at_cursor (f->buffer, "Want ", -1, TRUE);
  akk_text_page_end_burst (f->page);
  within = shown_line (f, n - 4);
  g_assert_cmpstr (within, ==, "Want tabel 1 zegt het. Tabel 1 ook, zie tabel 1.");
  g_assert_true (akk_store_undo (f->store, NULL));
  behind = shown_line (f, n - 4);
  g_assert_cmpstr (behind, ==, first);
}

static void
pages_are_counted_behind_a_hidden_preview (PageFixture *f, gconstpointer data)
{
  g_autofree char *field = g_strdup_printf ("ref:%" G_GINT64_FORMAT ".page", f->second->record.id);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  g_autofree char *shown = NULL;

  g_object_set (f->page, "show-preview", FALSE, NULL);
  caret_to_line_end (f, 1);
  akk_editor_insert_field (f->page->editor, field, "");
  akk_text_page_end_burst (f->page);
  do {
    g_main_context_iteration (NULL, FALSE);
    g_free (shown);
    shown = shown_line (f, 1);
  } while (!g_ascii_isdigit (shown[strlen (shown) - 1]) && g_get_monotonic_time () < end);
  g_assert_true (g_ascii_isdigit (shown[strlen (shown) - 1]));
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

static void
a_field_is_found_by_its_words (PageFixture *f, gconstpointer data)
{
  GtkWidget *entry;

  caret_to_line_end (f, 1);
  gtk_text_buffer_insert_interactive_at_cursor (f->buffer, "{", 1, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (f->buffer, "{", 1, TRUE);
  page_fixture_settle ();
  g_assert_true (AKK_IS_INSERT_POPOVER (f->page->popover));
  entry = find_entry (f->page->popover);
  gtk_editable_set_text (GTK_EDITABLE (entry), "agreement.motto");
  page_fixture_settle ();
  g_signal_emit_by_name (entry, "activate");
  akk_text_page_end_burst (f->page);
  g_assert_cmpstr (f->first->body, ==, "Wij werken samen.{{agreement.motto}}\n");
}

static void
what_was_typed_stays_without_a_choice (PageFixture *f, gconstpointer data)
{
  GtkWidget *entry;

  caret_to_line_end (f, 1);
  gtk_text_buffer_insert_interactive_at_cursor (f->buffer, "{", 1, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (f->buffer, "{", 1, TRUE);
  page_fixture_settle ();
  entry = find_entry (f->page->popover);
  gtk_editable_set_text (GTK_EDITABLE (entry), "wat");
  page_fixture_settle ();
  g_signal_emit_by_name (entry, "stop-search");
  page_fixture_settle ();
  akk_text_page_end_burst (f->page);
  g_assert_cmpstr (akk_editor_get_text (f->page->editor)->lines[1]->text, ==,
                   "Wij werken samen.{{wat");
}

static void
the_style_follows_the_caret (PageFixture *f, gconstpointer data)
{
  caret_to_line_end (f, 1);
  g_assert_cmpstr (akk_text_page_get_style (f->page), ==, "text");
  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.style", "s", "quote");
  g_assert_cmpstr (akk_text_page_get_style (f->page), ==, "quote");
  akk_text_page_end_burst (f->page);
  g_assert_cmpstr (f->first->body, ==, "> Wij werken samen.\n");
  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.style", "s", "text");
  g_assert_cmpstr (f->first->body, ==, "Wij werken samen.\n");
  caret_to_line_end (f, 3);
  g_assert_cmpstr (akk_text_page_get_style (f->page), ==, "bullets");
}

/* An action with its target in one name is no action of a menu. */
static void
check_menu (PageFixture *f, GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++) {
    g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
    g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
    g_autofree char *action = NULL;

    if (section != NULL)
      check_menu (f, section);
    if (submenu != NULL)
      check_menu (f, submenu);
    if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action)) {
      g_autoptr (GVariant) target =
          g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);

      g_test_message ("%s", action);
      /* It asks for a file, in a window of the toolkit. */
      if (g_str_equal (action, "text.insert-figure"))
        continue;
      g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (f->page), action, target));
      if (f->page->popover != NULL)
        gtk_popover_popdown (GTK_POPOVER (f->page->popover));
    }
  }
}

static GtkMenuButton *
find_menu (GtkWidget *widget)
{
  GtkMenuButton *found = GTK_IS_MENU_BUTTON (widget) ? GTK_MENU_BUTTON (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu (child);
  return found;
}

static void
the_menu_of_kinds_can_be_used (PageFixture *f, gconstpointer data)
{
  GtkMenuButton *button = find_menu (GTK_WIDGET (f->page->style_menu));

  gtk_widget_grab_focus (GTK_WIDGET (f->page->editor));
  caret_to_line_end (f, 1);
  check_menu (f, gtk_menu_button_get_menu_model (button));
}

static void
the_menu_of_inserts_can_be_used (PageFixture *f, gconstpointer data)
{
  GtkWidget *menu = GTK_WIDGET (f->page->style_menu);

  while (menu != NULL && !AKK_IS_INSERT_MENU (menu))
    menu = gtk_widget_get_next_sibling (menu);
  gtk_widget_grab_focus (GTK_WIDGET (f->page->editor));
  caret_to_line_end (f, 1);
  check_menu (f, gtk_menu_button_get_menu_model (find_menu (menu)));
}

#define TEST(name, function)                                                                       \
  g_test_add ("/text-page-inserts/" name, PageFixture, NULL, page_fixture_set_up, function,        \
              page_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("a-note-is-stored-with-its-mark-and-undone", a_note_is_stored_with_its_mark_and_undone);
  TEST ("an-empty-list-leads-to-where-it-is-written", an_empty_list_leads_to_where_it_is_written);
  TEST ("fields-follow-the-records", fields_follow_the_records);
  TEST ("references-follow-the-numbers", references_follow_the_numbers);
  TEST ("captions-have-their-number-and-are-led-to", captions_have_their_number_and_are_led_to);
  TEST ("a-reference-begins-a-sentence-with-a-capital",
        a_reference_begins_a_sentence_with_a_capital);
  TEST ("pages-are-counted-behind-a-hidden-preview", pages_are_counted_behind_a_hidden_preview);
  TEST ("a-field-is-found-by-its-words", a_field_is_found_by_its_words);
  TEST ("what-was-typed-stays-without-a-choice", what_was_typed_stays_without_a_choice);
  TEST ("the-menu-of-kinds-can-be-used", the_menu_of_kinds_can_be_used);
  TEST ("the-menu-of-inserts-can-be-used", the_menu_of_inserts_can_be_used);
  TEST ("the-style-follows-the-caret", the_style_follows_the_caret);
  return g_test_run ();
}
