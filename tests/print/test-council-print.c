/* Tests of the decisions of councils on paper: before the agreement, and alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/parties.h"
#include "print/council-print.h"
#include "printed-agreement.h"

#define REFERENCE "2026_GR_00042"

/* The decision of the second party: the first one's is not needed. */
static AkkPartyEntry *
second_party (GPtrArray *parties)
{
  AkkPartyEntry *entry = g_ptr_array_index (parties, 1);

  g_assert_nonnull (entry->decision);
  return entry;
}

static void
write_decision (Fixture *fixture, AkkCouncilDecision *decision, const char *const *values)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (fixture->store, "Change");
  akk_store_set_int (fixture->store, decision, "printed", 1);
  akk_store_set_int (fixture->store, decision, "decided_on", 20590);
  akk_store_set_int (fixture->store, decision, "result", AKK_COUNCIL_APPROVED);
  for (guint i = 0; values[i] != NULL; i += 2)
    akk_store_set_text (fixture->store, decision, values[i], values[i + 1]);
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);
}

static const char *const whole[] = {
  "title",       "Overeenkomst werk – Goedkeuring",
  "organ",       "gemeenteraad",
  "reference",   REFERENCE,
  "present",     "de voorzitter\nde burgemeester\n",
  "competent",   "de schepen van werk",
  "involved",    "de dienst economie",
  "legal_basis", "- het decreet, **artikel 2**.\n",
  "motivation",  "De raad volgt het advies.[^1]\n\n[^1]: Van 3 maart.\n",
  "attached",    "Ontwerp van overeenkomst\n\nNota *zonder* opmaak",
  "articles",    "**Artikel 1.** De raad keurt goed.\n",
  "vote",        "Met 12 stemmen voor",
  NULL
};

static void
assert_in_order (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++) {
    const char *at = strstr (text, words[i]);
    if (at == NULL)
      g_test_message ("“%s” is not in %s", words[i], text);
    g_assert_nonnull (at);
    text = at + strlen (words[i]);
  }
}

static void
test_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) parties = akk_parties_new (fixture->store, fixture->agreement->record.id);
  g_auto (Paper) without = print (fixture, NULL, FALSE);

  write_decision (fixture, second_party (parties)->decision, whole);
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  g_autofree char *read = checked_words (paper.pdf, NULL);
  g_assert_cmpint (n_pages (&paper), ==, n_pages (&without) + 1);
  g_assert_null (strstr (page_words (&without, 0), REFERENCE));
  assert_in_order (
      read, (const char *const[]) {
                "GEMEENTERAAD VAN", "Overeenkomst werk – Goedkeuring", "Kenmerk " REFERENCE,
                "Zitting van 17 mei 2026", "Uitslag Goedgekeurd",
                "Aanwezig de voorzitter de burgemeester", "Bevoegd de schepen van werk",
                "Betrokken de dienst economie", "Juridische gronden", "het decreet, artikel 2.",
                "Motivering", "Bijgevoegde documenten", "Nota *zonder* opmaak", "Besluit",
                "Artikel 1. De raad keurt goed.", "Stemming", "Met 12 stemmen voor", NULL });
  g_assert_nonnull (strstr (page_words (&paper, 0), REFERENCE " · Ontwerp"));
  /* The title page is the second one and has no header, the others say what they are of. */
  g_assert_null (strstr (page_words (&paper, 1), REFERENCE));
  g_assert_null (strstr (page_words (&paper, 1), fixture->agreement->short_title));
  g_assert_nonnull (strstr (page_words (&paper, 2), fixture->agreement->short_title));
  g_assert_null (strstr (page_words (&paper, 2), REFERENCE));
  /* The contents count the pages before them. */
  g_assert_nonnull (strstr (page_words (&paper, 2), "Pagina 3 van"));
}

/* What stands before the agreement does not take the places of its lines: its contents and the
 * preview find each one a page later. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) parties = akk_parties_new (fixture->store, fixture->agreement->record.id);
  g_auto (Paper) without = print (fixture, NULL, FALSE);
  guint page, later;
  double y, height;

  write_decision (fixture, second_party (parties)->decision, whole);
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  for (guint line = 0; line < paper.text->n_lines; line++) {
    if (!akk_pages_find_line (without.pages, line, &page, &y, &height))
      continue;
    g_assert_true (akk_pages_find_line (paper.pages, line, &later, &y, &height));
    g_assert_cmpuint (later, ==, page + 1);
  }
  g_assert_false (akk_pages_line_at (paper.pages, 0, AKK_PAGE_HEIGHT / 2, &page));
}

static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) parties = akk_parties_new (fixture->store, fixture->agreement->record.id);
  AkkCouncilDecision *decision = second_party (parties)->decision;
  g_autoptr (AkkVersion) version = NULL;
  g_autoptr (GError) error = NULL;

  write_decision (fixture, decision, whole);
  version = fixture_freeze (fixture);
  g_assert_nonnull (strstr (version->content, REFERENCE));
  g_assert_true (akk_freeze_is_current (fixture->store, fixture->agreement, version, &error));
  fixture_set (fixture, decision, "vote", "Met 11 stemmen voor");
  g_assert_false (akk_freeze_is_current (fixture->store, fixture->agreement, version, &error));
}

static void
test_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) parties = akk_parties_new (fixture->store, fixture->agreement->record.id);
  const AkkPartyEntry *entry = second_party (parties);
  g_autoptr (AkkDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  write_decision (fixture, entry->decision, whole);
  document = akk_council_document_new (fixture->store, fixture->agreement, entry->party->record.id,
                                       &error);
  g_assert_no_error (error);
  g_assert_cmpstr (document->title, ==, REFERENCE " – Overeenkomst werk – Goedkeuring");
  pdf = akk_document_pdf (document, &error);
  g_assert_no_error (error);
  g_autofree char *words = checked_words (pdf, NULL);
  g_assert_true (g_str_has_suffix (words, "Stemming Met 12 stemmen voor"));
  g_clear_pointer (&document, akk_document_free);

  akk_store_begin (fixture->store, "Delete");
  akk_store_delete (fixture->store, entry->decision);
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);
  document = akk_council_document_new (fixture->store, fixture->agreement, entry->party->record.id,
                                       &error);
  g_assert_null (document);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A council of many, whose names do not stand below one another, and one of which nothing but the
 * day is known. */
static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) parties = akk_parties_new (fixture->store, fixture->agreement->record.id);
  AkkCouncilDecision *decision = second_party (parties)->decision;
  g_autoptr (GString) names = g_string_new ("Voornaam Eerste, voorzitter\n");
  g_autoptr (GString) motivation = g_string_new (NULL);

  write_decision (fixture, decision, (const char *const[]) { "reference", "", NULL });
  g_auto (Paper) bare = print (fixture, NULL, FALSE);
  assert_conforms (bare.pdf);
  g_assert_nonnull (strstr (page_words (&bare, 0), "Besluit over de overeenkomst"));

  for (guint i = 0; i < 53; i++)
    g_string_append (names, "Voornaam Familienaam, raadslid\n");
  for (guint i = 0; i < 40; i++)
    g_string_append (motivation, "De raad volgt het advies van de dienst, die de overeenkomst "
                                 "met alle partijen heeft voorbereid en besproken.\n\n");
  write_decision (fixture, decision,
                  (const char *const[]) { "present", names->str, "motivation", motivation->str,
                                          "reference", REFERENCE, NULL });
  g_auto (Paper) paper = print (fixture, NULL, FALSE);
  assert_conforms (paper.pdf);
  g_assert_nonnull (strstr (page_words (&paper, 0), "voorzitter; Voornaam Familienaam, raadslid;"));
  g_assert_nonnull (strstr (page_words (&paper, 1), REFERENCE " · Ontwerp"));
  g_assert_nonnull (strstr (page_words (&paper, 1), "Gemeenteraad van"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/council/lines-are-those-of-the-agreement", test_lines);
  ADD ("/council/its-pages-come-before-the-agreement", test_before);
  ADD ("/council/is-part-of-what-is-frozen", test_frozen);
  ADD ("/council/stands-on-its-own", test_alone);
  ADD ("/council/may-be-long-or-nearly-empty", test_sizes);
#undef ADD
  return g_test_run ();
}
