/* What is said about the section at the caret, and the marks of what was taken over.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-page-fixture.h"

#include "ui/settings.h"

static void
set (PageFixture *f, gpointer record, const char *field, const char *text, gint64 number)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (f->store, "Change");
  if (text != NULL)
    akk_store_set_text (f->store, record, field, text);
  else
    akk_store_set_int (f->store, record, field, number);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
}

/* A label below a widget that is shown and has these words in it. */
static gboolean
says (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static void
go_to (PageFixture *f, AkkSection *section)
{
  akk_text_page_go_to (f->page, section->record.id, G_MAXUINT);
  page_fixture_settle ();
}

static void
help_is_that_of_the_section (PageFixture *f, gconstpointer data)
{
  GtkWidget *guide = GTK_WIDGET (f->page->section_guide);

  g_settings_set_boolean (akk_settings (), "show-guide", TRUE);
  g_assert_false (gtk_widget_get_visible (adw_bin_get_child (ADW_BIN (guide))));
  set (f, f->page->agreement, "template", "pact", 0);
  set (f, f->first, "rubric", "omgevingsanalyse", 0);
  akk_text_page_update_guide (f->page);
  go_to (f, f->first);
  g_assert_true (says (guide, "Omgevingsanalyse"));
  g_assert_true (says (guide, "Filled"));
  g_assert_true (says (guide, "1 of 12"));
  go_to (f, f->second);
  g_assert_false (gtk_widget_get_visible (adw_bin_get_child (ADW_BIN (guide))));
}

/* The key shows it and goes there; there again it sends it away, for good. */
static void
the_guide_comes_and_goes_by_key (PageFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (f->page), *guide = GTK_WIDGET (f->page->section_guide);

  set (f, f->page->agreement, "template", "pact", 0);
  set (f, f->first, "rubric", "acties", 0);
  akk_text_page_update_guide (f->page);
  go_to (f, f->first);
  gtk_widget_activate_action (page, "text.show-guide", NULL);
  page_fixture_settle ();
  g_assert_nonnull (gtk_widget_get_focus_child (guide));
  gtk_widget_activate_action (page, "text.show-guide", NULL);
  page_fixture_settle ();
  g_assert_false (gtk_widget_get_visible (adw_bin_get_child (ADW_BIN (guide))));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (f->page->editor)));
  g_assert_false (g_settings_get_boolean (akk_settings (), "show-guide"));
}

/* What was read is marked, and the next one is shown; what is edited has changed. */
static void
reading_again_goes_from_one_to_the_next (PageFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (f->page);

  set (f, f->first, "review", NULL, AKK_REVIEW_OPEN);
  set (f, f->second, "review", NULL, AKK_REVIEW_OPEN);
  go_to (f, f->first);
  gtk_widget_activate_action (page, "text.review", "s", "valid");
  page_fixture_settle ();
  g_assert_cmpint (f->first->review, ==, AKK_REVIEW_VALID);
  g_assert_cmpint (f->second->review, ==, AKK_REVIEW_OPEN);
  g_assert_cmpint (akk_editor_get_section (f->page->editor), ==, f->second->record.id);
  page_fixture_type (f, 3, "Nu: ");
  akk_text_page_end_burst (f->page);
  g_assert_cmpint (f->second->review, ==, AKK_REVIEW_CHANGED);
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpint (f->second->review, ==, AKK_REVIEW_OPEN);
}

/* Marked in error: it asks again, there where the caret is. */
static void
what_was_read_can_be_read_again (PageFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (f->page), *guide = GTK_WIDGET (f->page->section_guide);

  akk_section_guide_set_wanted (f->page->section_guide, TRUE);
  set (f, f->first, "review", NULL, AKK_REVIEW_CHANGED);
  set (f, f->second, "review", NULL, AKK_REVIEW_OPEN);
  akk_text_page_update_guide (f->page);
  go_to (f, f->first);
  g_assert_true (says (guide, "Read Again"));
  gtk_widget_activate_action (page, "text.review", "s", "open");
  page_fixture_settle ();
  g_assert_cmpint (f->first->review, ==, AKK_REVIEW_OPEN);
  g_assert_cmpint (akk_editor_get_section (f->page->editor), ==, f->first->record.id);
  g_assert_true (says (guide, "Does it still hold?"));
  g_assert_false (says (guide, "Read Again"));
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpint (f->first->review, ==, AKK_REVIEW_CHANGED);
}

static void
rows_say_what_is_still_to_be_read (PageFixture *f, gconstpointer data)
{
  GListModel *items = akk_outline_pane_get_items (f->page->outline_pane);
  g_autoptr (AkkOutlineItem) item = g_list_model_get_item (items, 1);
  g_autofree char *before = NULL, *after = NULL;

  g_object_get (item, "mark", &before, NULL);
  g_assert_null (before);
  set (f, f->first, "review", NULL, AKK_REVIEW_OPEN);
  g_object_get (item, "mark", &after, NULL);
  g_assert_cmpstr (after, ==, "Still to be read");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run) (PageFixture *f, gconstpointer data);
  } tests[] = {
    { "/text-page-guide/help-is-that-of-the-section", help_is_that_of_the_section },
    { "/text-page-guide/the-guide-comes-and-goes-by-key", the_guide_comes_and_goes_by_key },
    { "/text-page-guide/reading-again-goes-from-one-to-the-next",
      reading_again_goes_from_one_to_the_next },
    { "/text-page-guide/what-was-read-can-be-read-again", what_was_read_can_be_read_again },
    { "/text-page-guide/rows-say-what-is-still-to-be-read", rows_say_what_is_still_to_be_read },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, PageFixture, NULL, page_fixture_set_up, tests[i].run,
                page_fixture_tear_down);
  return g_test_run ();
}
