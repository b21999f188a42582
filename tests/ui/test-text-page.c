/* The page Tekst: what is typed reaches the store, and what the store undoes reaches the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "print/pages-redraw.h"
#include "text-page-fixture.h"

static void
typing_reaches_the_store (PageFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  page_fixture_type (f, 1, " Élk jaar.");
  akk_text_page_end_burst (f->page);
  g_assert_cmpstr (f->first->body, ==, "Wij werken samen. Élk jaar.\n");
  g_assert_cmpstr (f->second->body, ==, "- een jaar\n- langer\n");

  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpstr (f->first->body, ==, "Wij werken samen.\n");
  g_assert_cmpstr (akk_editor_get_text (f->page->editor)->lines[1]->text, ==, "Wij werken samen.");

  g_assert_true (akk_store_redo (f->store, &error));
  g_assert_cmpstr (akk_editor_get_text (f->page->editor)->lines[1]->text, ==,
                   "Wij werken samen. Élk jaar.");
}

static void
heading_is_renamed_by_typing (PageFixture *f, gconstpointer data)
{
  g_autoptr (AkkOutlineItem) item = NULL;
  g_autofree char *heading = NULL;

  page_fixture_type (f, 0, " en ambitie");
  akk_text_page_end_burst (f->page);
  g_assert_cmpstr (f->first->heading, ==, "Doel en ambitie");
  item = g_list_model_get_item (akk_outline_pane_get_items (f->page->outline_pane), 1);
  g_object_get (item, "heading", &heading, NULL);
  g_assert_cmpstr (heading, ==, "Doel en ambitie");
}

static void
undo_restores_what_commonmark_cannot_hold (PageFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkText) before = NULL;

  page_fixture_type (f, 1, "  ");
  akk_text_page_end_burst (f->page);
  page_fixture_type (f, 1, "x");
  akk_text_page_end_burst (f->page);
  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpstr (akk_editor_get_text (f->page->editor)->lines[1]->text, ==,
                   "Wij werken samen.  ");
}

static void
sections_are_added_deleted_and_brought_back (PageFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  AkkText *text;
  gint64 added;

  akk_editor_go_to_section (f->page->editor, f->first->record.id);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.add-section", NULL);
  g_assert_cmpuint (f->page->outline->len, ==, 3);
  text = akk_editor_get_text (f->page->editor);
  g_assert_cmpstr (text->lines[2]->text, ==, "New section");
  added = text->lines[2]->section;
  g_assert_cmpint (akk_editor_get_section (f->page->editor), ==, added);
  g_assert_true (gtk_text_buffer_get_has_selection (f->buffer));

  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.add-subsection", NULL);
  g_assert_cmpuint (f->page->outline->len, ==, 4);
  g_assert_cmpuint (((AkkOutlineEntry *) f->page->outline->pdata[2])->depth, ==, 2);

  akk_editor_go_to_section (f->page->editor, added);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.delete-section", NULL);
  g_assert_cmpuint (f->page->outline->len, ==, 2);
  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_cmpuint (f->page->outline->len, ==, 4);
}

static void
wait_for_preview (PageFixture *f)
{
  while (f->page->preview_tick != 0 || f->page->preview_idle != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
preview_follows_the_text (PageFixture *f, gconstpointer data)
{
  double y, height;
  guint page, n_before;

  wait_for_preview (f);
  n_before = akk_pages_count (akk_preview_get_pages (f->page->preview));
  for (guint i = 0; i < 80; i++)
    page_fixture_type (f, 1, " Een zin die de bladzijde vult met woorden over samenwerken.");
  wait_for_preview (f);
  g_assert_cmpuint (akk_pages_count (akk_preview_get_pages (f->page->preview)), >, n_before);
  g_assert_true (
      akk_pages_find_line (akk_preview_get_pages (f->page->preview), 2, &page, &y, &height));
  g_assert_cmpuint (page, >, 0);
}

static void
assert_preview_is_whole (PageFixture *f)
{
  const AkkAgreementMatter matter = { .store = f->store,
                                      .agreement = f->page->agreement,
                                      .outline = f->page->outline,
                                      .text = akk_editor_get_text (f->page->editor),
                                      .today = akk_store_today (f->store) };
  AkkPages *shown = akk_preview_get_pages (f->page->preview);
  g_autoptr (AkkPages) whole = akk_agreement_print (f->page->paper, &matter);

  g_assert_cmpuint (akk_pages_count (shown), ==, akk_pages_count (whole));
  for (guint page = 0; page < akk_pages_count (whole); page++)
    g_assert_false (akk_pages_differ (shown, whole, page));
}

/* More text than a slice takes, that was never set before: as much as it takes on this machine. */
static void
lay_out_half (PageFixture *f)
{
  guint n_lines = 0;

  wait_for_preview (f);
  for (guint n = 500; f->page->layout == NULL; n *= 2) {
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < n; i++)
      g_string_append_printf (text, "\nAlinea %u, die met geen enkele andere te verwarren is.",
                              n_lines++);
    page_fixture_type (f, 1, text->str);
    while (f->page->layout == NULL && (f->page->preview_tick != 0 || f->page->preview_idle != 0))
      g_main_context_iteration (NULL, TRUE);
  }
}

static void
a_change_begins_a_layout_again (PageFixture *f, gconstpointer data)
{
  lay_out_half (f);
  g_assert_null (akk_agreement_layout_get_pages (f->page->layout));
  page_fixture_type (f, 1, " En dit.");
  g_assert_null (f->page->layout);
  wait_for_preview (f);
  assert_preview_is_whole (f);
}

/* Half laid out when the dossier is closed: nothing of it is shown. */
static void
another_text_ends_a_layout (PageFixture *f, gconstpointer data)
{
  lay_out_half (f);
  akk_text_page_set_agreement (f->page, NULL, NULL);
  g_assert_null (f->page->layout);
  wait_for_preview (f);
  g_assert_null (akk_preview_get_pages (f->page->preview));
}

/* "Bold (Ctrl+B)" ends with its key; without Control the key belongs to the text. */
static char *
trigger_of_tooltip (const char *tooltip)
{
  g_auto (GStrv) parts = NULL;
  const char *open = tooltip != NULL ? strrchr (tooltip, '(') : NULL;
  GString *trigger = g_string_new (NULL);

  if (open != NULL && g_str_has_prefix (open, "(Ctrl+")) {
    parts = g_strsplit (open + 1, "+", -1);
    for (guint i = 0; parts[i] != NULL; i++)
      if (parts[i + 1] != NULL)
        g_string_append_printf (trigger, "<%s>", parts[i]);
      else
        g_string_append_len (trigger, parts[i], (gssize) strlen (parts[i]) - 1);
  }
  return g_string_free (trigger, FALSE);
}

static void
each_key_of_a_tooltip_works (PageFixture *f, gconstpointer data)
{
  GtkToggleButton *buttons[] = { f->page->bold_button, f->page->italic_button,
                                 f->page->bullets_button, f->page->numbers_button };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++) {
    const char *tooltip = gtk_widget_get_tooltip_text (GTK_WIDGET (buttons[i]));
    g_autofree char *trigger = trigger_of_tooltip (tooltip);
    g_autoptr (GtkShortcut) on_page = page_fixture_find_key (GTK_WIDGET (f->page), trigger);
    g_autoptr (GtkShortcut) in_text = page_fixture_find_key (GTK_WIDGET (f->page->editor), trigger);

    g_test_message ("%s: %s", tooltip, trigger);
    g_assert_true (on_page != NULL || in_text != NULL);
  }
}

static void
tab_meets_only_the_chosen_row_of_the_outline (PageFixture *f, gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (f->page->outline_pane), *row;

  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (GTK_WIDGET (f->page), "text.add-section", NULL);
  akk_editor_go_to_section (f->page->editor, f->second->record.id);
  page_fixture_settle ();
  gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
  row = gtk_widget_get_first_child (gtk_root_get_focus (GTK_ROOT (f->window)));
  g_assert_cmpstr (page_fixture_heading (row), ==, "Duur");
  gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
  g_assert_true (GTK_IS_BUTTON (gtk_root_get_focus (GTK_ROOT (f->window))));
}

static void
actions_meet_the_row_that_is_marked (PageFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  akk_editor_go_to_section (f->page->editor, f->second->record.id);
  akk_outline_pane_select (f->page->outline_pane, f->first->record.id);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "text.delete-section", NULL);
  g_assert_cmpuint (f->page->outline->len, ==, 1);
  g_assert_cmpint (akk_editor_get_section (f->page->editor), ==, f->second->record.id);
  g_assert_true (akk_store_undo (f->store, &error));

  akk_editor_go_to_section (f->page->editor, f->second->record.id);
  gtk_widget_child_focus (GTK_WIDGET (f->page->outline_pane), GTK_DIR_TAB_FORWARD);
  akk_outline_pane_select (f->page->outline_pane, f->first->record.id);
  gtk_widget_grab_focus (GTK_WIDGET (f->page->editor));
  page_fixture_settle ();
  g_assert_cmpint (akk_outline_pane_get_selected (f->page->outline_pane), ==, f->second->record.id);
}

static void
escape_closes_the_pane_over_the_text (PageFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (f->page);
  g_autoptr (GtkShortcut) escape = page_fixture_find_key (page, "Escape");
  GtkShortcutAction *action = gtk_shortcut_get_action (escape);
  gboolean shown;

  g_assert_false (gtk_shortcut_action_activate (action, 0, page, NULL));
  g_object_get (page, "show-outline", &shown, NULL);
  g_assert_true (shown);

  g_object_set (page, "narrow", TRUE, NULL);
  page_fixture_settle ();
  g_object_set (page, "show-outline", TRUE, "show-preview", FALSE, NULL);
  g_assert_true (gtk_shortcut_action_activate (action, 0, page, NULL));
  g_object_get (page, "show-outline", &shown, NULL);
  g_assert_false (shown);
  g_assert_false (gtk_shortcut_action_activate (action, 0, page, NULL));
}

static void
text_asks_no_width_for_its_margins (PageFixture *f, gconstpointer data)
{
  int narrow, wide;

  g_object_set (f->page, "show-outline", FALSE, "show-preview", FALSE, NULL);
  while (gtk_text_view_get_left_margin (GTK_TEXT_VIEW (f->page->editor)) < 100)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_measure (GTK_WIDGET (f->page->editor), GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL,
                      NULL, NULL);
  g_assert_cmpint (wide, <, 100);
  g_object_set (f->page, "narrow", TRUE, NULL);
  gtk_widget_measure (GTK_WIDGET (f->page), GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL,
                      NULL);
  g_assert_cmpint (narrow, <=, 360);
}

static void
without_sections_one_is_asked_for (PageFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (f->page);

  for (guint i = 0; i < 2; i++)
    gtk_widget_activate_action (page, "text.delete-section", NULL);
  g_assert_cmpuint (f->page->outline->len, ==, 0);
  page_fixture_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == f->page->empty_button);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (f->page->bold_button)));

  gtk_widget_activate_action (f->page->empty_button, "text.add-section", NULL);
  page_fixture_settle ();
  g_assert_cmpuint (f->page->outline->len, ==, 1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == GTK_WIDGET (f->page->editor));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (f->page->bold_button)));
}

static void
row_of_a_new_section_is_in_sight (PageFixture *f, gconstpointer data)
{
  GtkWidget *list = page_fixture_find_list (GTK_WIDGET (f->page->outline_pane));
  GtkAdjustment *shown = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  akk_editor_go_to_section (f->page->editor, f->second->record.id);
  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (GTK_WIDGET (f->page), "text.add-section", NULL);
  while (gtk_adjustment_get_upper (shown) < 40 * 20 ||
         gtk_adjustment_get_value (shown) + gtk_adjustment_get_page_size (shown) <
             gtk_adjustment_get_upper (shown) - 10)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  /* A text view of GTK 4.18 that is hidden while it scrolls to a place warns of itself. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/text-page/" name, PageFixture, NULL, page_fixture_set_up, function,                \
              page_fixture_tear_down)
  ADD ("typing-reaches-the-store", typing_reaches_the_store);
  ADD ("heading-is-renamed-by-typing", heading_is_renamed_by_typing);
  ADD ("undo-restores-what-commonmark-cannot-hold", undo_restores_what_commonmark_cannot_hold);
  ADD ("sections-are-added-deleted-and-brought-back", sections_are_added_deleted_and_brought_back);
  ADD ("preview-follows-the-text", preview_follows_the_text);
  ADD ("a-change-begins-a-layout-again", a_change_begins_a_layout_again);
  ADD ("another-text-ends-a-layout", another_text_ends_a_layout);
  ADD ("each-key-of-a-tooltip-works", each_key_of_a_tooltip_works);
  ADD ("tab-meets-only-the-chosen-row-of-the-outline",
       tab_meets_only_the_chosen_row_of_the_outline);
  ADD ("actions-meet-the-row-that-is-marked", actions_meet_the_row_that_is_marked);
  ADD ("escape-closes-the-pane-over-the-text", escape_closes_the_pane_over_the_text);
  ADD ("text-asks-no-width-for-its-margins", text_asks_no_width_for_its_margins);
  ADD ("without-sections-one-is-asked-for", without_sections_one_is_asked_for);
  ADD ("row-of-a-new-section-is-in-sight", row_of_a_new_section_is_in_sight);
  return g_test_run ();
}
