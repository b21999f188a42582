/* Tests of the handover sheet on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/handover-print.h"

#include "../core/meetings-fixture.h"
#include "checked-pdf.h"
#include "core/dossier.h"
#include "core/parked.h"
#include "core/priority.h"
#include "print/example.h"

#include <string.h>

#define LONG_WORD "Arbeidsmarktregiobeleidsafstemmingsoverlegvoorbereidingsvergadering"

/* The shipped example, as it is made. */
static void
example_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = fixture_memory_folder ();
  self->path = g_build_filename (self->folder, "a.db", NULL);
  akk_example_make ("scheldeland", self->path, &error);
  g_assert_no_error (error);
  fixture_open (self);
}

/* The words of a sheet that conforms and prints each character, as they are read aloud, then its
 * footer. */
static char *
print (AkkStore *store, AkkAgreement *agreement, gint64 day, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document = akk_handover_document_new (store, agreement, day, &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *words = NULL, *footer = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (akk_pages_missing_glyphs (document->pages), ==, 0);
  if (n_pages != NULL)
    *n_pages = akk_pages_count (document->pages);
  pdf = akk_document_pdf (document, &error);
  g_assert_no_error (error);
  words = checked_words (pdf, &footer);
  return g_strjoin (" ", words, footer, NULL);
}

static void
assert_in_order (const char *words, const char *const *texts)
{
  const char *at = words;

  for (guint i = 0; texts[i] != NULL; i++) {
    const char *found = strstr (at, texts[i]);
    g_test_message ("“%s” in “%s”", texts[i], at);
    g_assert_nonnull (found);
    at = found + strlen (texts[i]);
  }
}

static guint
count (const char *text, const char *mark)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, mark)) != NULL; at += strlen (mark))
    n++;
  return n;
}

static void
test_example (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "Overdrachtsblad",
    "Stand op 17 november 2025 · Intern: bevat contactgegevens",
    "Samenwerkingsovereenkomst tussen VDAB, acht lokale besturen en IVSES, van 1 oktober 2021 tot "
    "en met 31 december 2025. Ze loopt.",
    "Opvolger Samenwerkingsovereenkomst Scheldeland 2026–2031: in ondertekening, 13 van 18 "
    "handtekeningen, één geweigerd; nog van Laarne, Zele en IVSES",
    "Actieplan 2025, vastgesteld op 14 november 2024",
    "twee verslagen moeten nog worden goedgekeurd",
    "De komende drie maanden, en verder",
    "donderdag 20 november 2025, 9.30 tot 11.30 uur Stuurgroep gemeentehuis Wichelen uitgenodigd",
    "Werkgroep: nog samen te roepen 2 van minstens 3 gehouden te doen",
    "Einde van de overeenkomst opvolger in voorbereiding",
    "Wat loopt: zestien acties, twee over tijd",
    "1. Meer mensen aan de slag",
    "A15 Infosessies in het dienstencentrum 12 juni: De zaal is er",
    "niet gestart, over tijd",
    "En nog twee, zie het actieplan.",
    "Beloofd, maar zonder actie",
    "Open besluiten",
    "2025-02",
    "15 november over tijd",
    "Open signalen",
    "Wachttijd kinderopvang",
    "beantwoord op 9 oktober 2025, nog terug te koppelen",
    "Wie is wie",
    "Stuurgroep dertien zetels, één open",
    "VDAB Hanne Wouters teamleider intensieve dienstverlening hanne.wouters@vdab.example "
    "052 00 41 12 ambities 1 en 3 Stuurgroep, Werkgroep",
    "Nog niemand afgevaardigd",
    "Laarne: Stuurgroep",
    "Interne aantekeningen",
    "Laarne belt terug na het college van 18 november.",
    "Overdrachtsblad · 17 november 2025 · intern",
    "Pagina 1 van 4",
    NULL,
  };
  g_autoptr (AkkAgreement) running = akk_agreement_nth (self->store, 1);
  guint n_pages;
  g_autofree char *words = print (self->store, running, akk_store_today (self->store), &n_pages);

  assert_in_order (words, texts);
  g_assert_cmpuint (n_pages, ==, 4);
  /* Nothing that is over. */
  g_assert_null (strstr (words, "Rijbewijs onbetaalbaar"));
  g_assert_null (strstr (words, "2024-07"));
}

/* As of a later day, more is late. */
static void
test_later (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "Stand op 1 februari 2026",
    "tot en met 31 december 2025. Haar looptijd is voorbij.",
    "Voor dit jaar is er geen actieplan",
    "Stuurgroep gemeentehuis Wichelen voorbij: is ze gehouden?",
    "Cijfers van 2025 10 van de 15 indicatoren volledig over tijd",
    "geen dag bepaald Verslag goedkeuren",
    "Wat loopt: zestien acties, elf over tijd",
    NULL,
  };
  g_autoptr (AkkAgreement) running = akk_agreement_nth (self->store, 1);
  g_autofree char *words = print (self->store, running, akk_date_parse ("2026-02-01"), NULL);

  assert_in_order (words, texts);
}

/* An agreement that is still being signed: who signs is whom to turn to. */
static void
test_successor (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "Ze wordt ondertekend. Opzeggen kan met een termijn van zes maanden.",
    "Voorganger Samenwerkingsovereenkomst Scheldeland 2021–2025: loopt",
    "binnen zes maanden na de laatste handtekening Eerste actieplannen vaststellen",
    "Er lopen geen acties.",
    "A. Actieplan per actie één trekker aan te duiden",
    "Er staan geen besluiten open.",
    "Er staan geen signalen open.",
    "algemeen directeur",
    "ondertekent",
    "Nog niemand afgevaardigd",
    NULL,
  };
  g_autoptr (AkkAgreement) next = akk_agreement_nth (self->store, 2);
  guint n_pages;
  g_autofree char *words = print (self->store, next, akk_store_today (self->store), &n_pages);

  assert_in_order (words, texts);
  g_assert_cmpuint (n_pages, <=, 4);
}

/* One page says that there is nothing. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "Overdrachtsblad",
    "Overeenkomst. Ze wordt voorbereid.",
    "Nog niet vastgelegd in een versie",
    "Voor dit jaar is er geen actieplan",
    "Er is nog niet vergaderd",
    "Er is nog geen evaluatieverslag",
    "Er staat niets op de kalender.",
    "Er lopen geen acties.",
    "De tekst bevat geen engagementen.",
    "Er staan geen besluiten open.",
    "Er staan geen signalen open.",
    "Er zijn nog geen partijen en geen overlegorganen.",
    NULL,
  };
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Overeenkomst");
  guint n_pages;
  g_autofree char *words =
      print (fixture->store, agreement, akk_date_parse ("2025-11-17"), &n_pages);

  assert_in_order (words, texts);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_null (strstr (words, "Interne aantekeningen"));
}

/* Long names break, and what does not fit is counted: all that is late is there. */
static void
test_full (Council *council, gconstpointer data)
{
  gint64 priority = council_add (council, &akk_priority_record, "agreement-id", council->agreement,
                                 "title", LONG_WORD, NULL);
  gint64 meeting = council_meeting (council, "2025-06-12", AKK_MEETING_HELD);
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (council->store, &akk_agreement_record, council->agreement);

  for (guint i = 0; i < 30; i++) {
    g_autofree char *number = g_strdup_printf ("A%u", i + 1);
    council_add (council, &akk_action_record, "agreement-id", council->agreement, "priority-id",
                 priority, "number", number, "title", i % 2 == 0 ? LONG_WORD : "Kort", "lead",
                 LONG_WORD, "deadline", akk_date_parse (i < 6 ? "2025-10-01" : "2026-10-01"), NULL);
    council_add (council, &akk_decision_record, "meeting-id", meeting, "number", number, "text",
                 LONG_WORD " " LONG_WORD, "owner", LONG_WORD, "state", (gint64) AKK_DECISION_TAKEN,
                 NULL);
  }
  council_add (council, &akk_parked_record, "meeting-id", meeting, "text", LONG_WORD, NULL);
  fixture_set (&council->base, agreement, "short_title", LONG_WORD " " LONG_WORD);
  g_autofree char *words = print (council->store, agreement, akk_date_parse ("2025-11-17"), NULL);
  g_assert_cmpuint (count (words, "niet gestart, over tijd"), ==, 6);
  g_assert_nonnull (strstr (words, "dertig acties, zes over tijd"));
  g_assert_nonnull (strstr (words, "En nog vierentwintig, zie het actieplan."));
  g_assert_nonnull (strstr (words, "En nog achttien, zie de besluitenlijst."));
  g_assert_nonnull (strstr (words, "Geparkeerd Stuurgroep, 12 juni 2025"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/handover-print/says-first-what-is-needed-first", Fixture, NULL, example_set_up,
              test_example, fixture_tear_down);
  g_test_add ("/handover-print/is-as-of-its-day", Fixture, NULL, example_set_up, test_later,
              fixture_tear_down);
  g_test_add ("/handover-print/names-who-signs-while-nobody-is-at-work", Fixture, NULL,
              example_set_up, test_successor, fixture_tear_down);
  g_test_add ("/handover-print/says-that-there-is-nothing", Fixture, NULL, fixture_set_up,
              test_empty, fixture_tear_down);
  g_test_add ("/handover-print/counts-what-does-not-fit", Council, NULL, council_set_up, test_full,
              council_tear_down);
  return g_test_run ();
}
