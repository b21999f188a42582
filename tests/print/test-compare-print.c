/* Tests of the printed list of changes between two versions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/compare-print.h"

#include <string.h>

#include "checked-pdf.h"
#include "core/section.h"
#include "freeze-fixture.h"

static AkkSection *
section_with (Fixture *self, const char *heading)
{
  g_autoptr (GListModel) list =
      akk_store_list (self->store, &akk_section_record, "agreement_id", self->agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (list, i);

    if (g_str_equal (section->heading, heading))
      return g_steal_pointer (&section);
  }
  g_assert_not_reached ();
}

static char *
print (Fixture *self, const AkkCompareSide *old, const AkkCompareSide *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document = akk_compare_document_new (self->store, old, now, &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *words = NULL, *footer = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (akk_pages_missing_glyphs (document->pages), ==, 0);
  pdf = akk_document_pdf (document, &error);
  g_assert_no_error (error);
  words = checked_words (pdf, &footer);
  return g_strjoin (" ", words, footer, NULL);
}

static void
assert_has (const char *words, const char *text)
{
  g_test_message ("“%s” in “%s”", text, words);
  g_assert_nonnull (strstr (words, text));
}

static void
test_same (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (self);
  g_autoptr (GPtrArray) sides = akk_compare_sides (self->store, self->agreement);
  g_autofree char *words = NULL;
  guint old, now;

  g_assert_true (akk_compare_sides_likely (sides, &old, &now));
  words = print (self, sides->pdata[old], sides->pdata[now]);
  assert_has (words, "Lijst van wijzigingen");
  assert_has (words, "Er is geen verschil");
}

static void
test_changed (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkVersion) version = fixture_freeze (self);
  g_autoptr (AkkSection) section = section_with (self, "Doelstelling");
  g_autoptr (GPtrArray) sides = NULL;
  g_autofree char *words = NULL, *body = NULL;

  body = g_strconcat (section->body, "\n\nDit staat er extra.\n", NULL);
  fixture_set (self, section, "body", body);
  fixture_set (self, section, "heading", "Doel en opzet");
  fixture_set (self, self->agreement, "motto", "Samen verder!");
  sides = akk_compare_sides (self->store, self->agreement);
  words = print (self, sides->pdata[1], sides->pdata[0]);
  assert_has (words, "Delen van de tekst: 1 gewijzigd en 1 met een ander opschrift.");
  assert_has (words, "Eigenschappen gewijzigd Motto: ");
  assert_has (words, "verder");
  assert_has (words, "Doel en opzet heette “Doelstelling”");
  assert_has (words, "toegevoegd Dit staat er extra.");
  assert_has (words, "Gemaakt op 17 november 2025");
}

/* A version holds no ids: its sections are found by heading and number, also what was renamed. */
static void
test_places (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkSection) section = section_with (self, "Doelstelling");
  g_autoptr (GPtrArray) sides = NULL;
  g_autoptr (AkkVersion) version = NULL;
  g_autoptr (AkkCompareText) text = NULL;
  g_autoptr (GError) error = NULL;
  guint n_places = 0, n_sections = 0;

  version = fixture_freeze (self);
  fixture_set (self, section, "heading", "Doel en opzet");
  sides = akk_compare_sides (self->store, self->agreement);
  text = akk_compare_side_read (self->store, sides->pdata[1], NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < text->parts->len; i++) {
    const AkkComparePart *part = text->parts->pdata[i];

    if (part->area != AKK_COMPARE_SECTION)
      continue;
    g_assert_cmpint (part->id, ==, 0);
    n_sections++;
    n_places += part->place != 0;
    if (g_str_equal (part->heading, "Doelstelling"))
      g_assert_cmpint (part->place, ==, section->record.id);
  }
  g_assert_cmpuint (n_sections, >, 5);
  g_assert_cmpuint (n_places, ==, n_sections);
}

/* The successor against its predecessor, whatever else was frozen. */
static void
test_predecessor (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) before = akk_agreement_nth (self->store, 1);
  g_autoptr (GPtrArray) sides = akk_compare_sides (self->store, self->agreement);
  const AkkCompareSide *last = sides->pdata[sides->len - 1];
  g_autofree char *words = NULL;

  g_assert_cmpint (self->agreement->predecessor_id, ==, before->record.id);
  g_assert_true (last->agreement == before);
  words = print (self, last, sides->pdata[0]);
  assert_has (words, "Van: Samenwerkingsovereenkomst Scheldeland 2021–2025, ");
  assert_has (words, "Naar: Samenwerkingsovereenkomst Scheldeland 2026–2031, zoals op ");
  assert_has (words, "Einde: 31 december [2025] 2031");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, test) g_test_add (name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/compare-print/nothing-changed-is-said", test_same);
  ADD ("/compare-print/what-changed-is-said-in-words", test_changed);
  ADD ("/compare-print/sections-of-a-version-are-found", test_places);
  ADD ("/compare-print/successor-against-predecessor", test_predecessor);
  return g_test_run ();
}
