/* Tests of the decision register and of the sheet of a signal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meeting-paper.h"

static void
test_decisions (Council *council, gconstpointer data)
{
  g_autofree char *none = print (council, AKK_DOCUMENT_DECISIONS, &akk_agreement_record,
                                 council->agreement, NULL, NULL);
  gint64 meeting = minutes_fixture (council);
  gint64 second =
      council_add (council, &akk_decision_record, "meeting-id", meeting, "number", "2025-09",
                   "text", "Nieuw.", "state", (gint64) AKK_DECISION_TAKEN, NULL);
  int n_pages;

  council_add (council, &akk_decision_record, "meeting-id", meeting, "number", "2025-08", "text",
               "Oud.", "state", (gint64) AKK_DECISION_REPLACED, "successor-id", second, NULL);
  g_autofree char *words = print (council, AKK_DOCUMENT_DECISIONS, &akk_agreement_record,
                                  council->agreement, NULL, &n_pages);
  g_assert_true (says (none, "Er zijn nog geen besluiten."));
  g_assert_cmpint (n_pages, ==, 1);
  g_assert_true (says (words, "Stuurgroep Nr. Besluit Uitvoering Stand"));
  g_assert_true (says (words, "vervangen door 2025-09"));
  g_assert_true (says (words, "Nadia Rottiers"));

  for (guint i = 0; i < 24; i++)
    council_add (council, &akk_decision_record, "meeting-id", meeting, "number", "2025-99", "text",
                 "Nog een besluit dat twee regels nodig heeft in deze kolom.", NULL);
  g_autofree char *plain = NULL;
  g_autofree char *many = print (council, AKK_DOCUMENT_DECISIONS, &akk_agreement_record,
                                 council->agreement, &plain, &n_pages);
  g_assert_cmpint (n_pages, >, 1);
  g_assert_cmpuint (count (many, "Nog een besluit"), ==, 24);
  g_assert_cmpuint (count (plain, "(vervolg)"), ==, (guint) n_pages - 1);
}

static void
test_signal (Council *council, gconstpointer data)
{
  gint64 meeting = full_meeting (council, AKK_MEETING_HELD);
  gint64 item = add_item (council, meeting, "A", "Kinderopvang");
  gint64 signal = council_add (
      council, &akk_signal_record, "agreement-id", council->agreement, "title",
      "Kinderopvang opent te laat", "text", "Cursisten **haken af**.\n", "target-group",
      "Ouders in opleiding", "party-id", council->party[0], "raised-on",
      akk_date_parse ("2025-03-11"), "item-id", item, "level", (gint64) AKK_SIGNAL_REGION, "holder",
      "regionale werkgroep", "state", (gint64) AKK_SIGNAL_ANSWERED, "answer",
      "Vanaf **september**:\n\n- Zele\n- Lokeren\n", "answered-on", akk_date_parse ("2025-06-19"),
      "solved", "Zele", "unsolved", "Laarne", NULL);
  int n_pages;

  council_add (council, &akk_signal_step_record, "signal-id", signal, "date",
               akk_date_parse ("2025-04-15"), "level", (gint64) AKK_SIGNAL_REGION, "holder",
               "regionale werkgroep", "note", "Doorgegeven", NULL);
  g_autofree char *words =
      print (council, AKK_DOCUMENT_SIGNAL, &akk_signal_record, signal, NULL, &n_pages);
  g_assert_cmpint (n_pages, ==, 1);
  assert_in_order (
      words, (const char *const[]) {
                 "Signaal", "Kinderopvang opent te laat", "Doelgroep Ouders in opleiding",
                 "Ingebracht Door Laarne, op de stuurgroep van 11 maart 2025", "Niveau nu Regio",
                 "Wie heeft het regionale werkgroep", "Stand Beantwoord",
                 "Ouderdom Beantwoord na 100 dagen", "Wat er aan de hand is Cursisten haken af.",
                 "De weg die het aflegde", "15 april 2025 regio regionale werkgroep Doorgegeven",
                 "Antwoord van 19 juni 2025 Vanaf september:", "Zele", "Lokeren",
                 "Opgelost in Zele", "Niet opgelost in Laarne", NULL });

  gint64 bare = council_add (council, &akk_signal_record, "agreement-id", council->agreement,
                             "title", "Iets", NULL);
  g_autofree char *open =
      print (council, AKK_DOCUMENT_SIGNAL, &akk_signal_record, bare, NULL, NULL);
  assert_in_order (open, (const char *const[]) { "Iets", "Niveau nu Lokaal", "Stand Open",
                                                 "Er is nog geen antwoord.", NULL });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/decisions-print/say-what-became-of-them", test_decisions);
  ADD ("/signal-print/is-one-page", test_signal);
  return g_test_run ();
}
