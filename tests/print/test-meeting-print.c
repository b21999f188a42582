/* Tests of the documents of meetings: every text of the model is on paper, in order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/parked.h"
#include "meeting-paper.h"

/* --- Minutes --- */

static void
test_minutes (Council *council, gconstpointer data)
{
  gint64 meeting = minutes_fixture (council);
  g_autofree char *words = NULL;

  council_meeting (council, "2025-09-16", AKK_MEETING_PLANNED);
  words = print_meeting (council, AKK_DOCUMENT_MINUTES, meeting);
  assert_in_order (words, (const char *const[]) {
                              "Verslag van de stuurgroep",
                              "Dinsdag 11 maart 2025, 9.30 tot 11.30 uur",
                              "Gemeentehuis Zele, raadzaal · voorzitter: Luc Schelfhout · verslag: "
                              "Sanne De Wolf",
                              "Aanwezig: 1 van de 2 partijen",
                              "● Laarne An Peeters",
                              "Gasten: Hilde Claes",
                              "Agenda 1 Actieplan 2025 9.30",
                              "1 Actieplan 2025",
                              "De stuurgroep overloopt de negen acties.",
                              "• eerst deze; • dan die.",
                              "Besluit 2025-03 · bij consensus",
                              "De stuurgroep keurt het plan goed.",
                              "2 Indicatoren",
                              "De cijfers stijgen.",
                              "Besluit 2025-04 · 7 voor, 2 tegen, 1 onthouding",
                              "Gemiddelden volstaan.",
                              "Uitvoering: Nadia Rottiers, tegen 30 april 2025",
                              "Signaal Kinderopvang opent te laat Regio · regionale werkgroep",
                              "Niet afgerond",
                              "Andere besluiten Besluit 2025-05",
                              "Los van elk punt.",
                              "Afspraken A12 Signaal doorgeven Sanne De Wolf 29 maart",
                              "Volgende vergadering: dinsdag 16 september 2025",
                              NULL });
  g_assert_true (says (words, "– Zele niemand afgevaardigd"));
  g_assert_true (says (words, "Tom Raes · bijlage 1"));
  g_assert_true (says (words, "1 Zie het plan."));
  g_assert_true (says (words, "2 Ook hier."));
}

/* "Draft" until they are approved; then the day of that. */
static void
test_approved (Council *council, gconstpointer data)
{
  gint64 meeting = full_meeting (council, AKK_MEETING_HELD);
  g_autofree char *draft = print_meeting (council, AKK_DOCUMENT_MINUTES, meeting);

  set_int (council, &akk_meeting_record, meeting, "state", AKK_MEETING_APPROVED);
  set_int (council, &akk_meeting_record, meeting, "approved_on", akk_date_parse ("2025-12-02"));
  g_autofree char *approved = print_meeting (council, AKK_DOCUMENT_MINUTES, meeting);

  g_assert_true (says (draft, "Ontwerp van verslag · "));
  g_assert_false (says (draft, "goedgekeurd"));
  g_assert_true (says (draft, "nog niets genoteerd"));
  g_assert_true (says (approved, "Verslag, goedgekeurd op 2 december 2025"));
  g_assert_false (says (approved, "Ontwerp"));
}

/* What is noted of a seat, and how paper says it; the legend has each mark too. */
static void
test_presence (Council *council, gconstpointer data)
{
  static const struct {
    gint64 state;
    const char *line;
    guint present, excused;
  } cases[] = {
    { AKK_ATTENDANCE_UNKNOWN, "Laarne An Peeters ", 0, 0 },
    { AKK_ATTENDANCE_PRESENT, "Laarne An Peeters ", 1, 0 },
    { AKK_ATTENDANCE_REPLACED, "Laarne An Peeters (vervanger) ", 1, 0 },
    { AKK_ATTENDANCE_EXCUSED, "Laarne An Peeters ", 0, 1 },
    { AKK_ATTENDANCE_ABSENT, "Laarne An Peeters (afwezig) ", 0, 0 },
  };
  gint64 meeting = full_meeting (council, AKK_MEETING_HELD);
  gint64 seat = council_add (council, &akk_attendance_record, "meeting-id", meeting, "seat-id",
                             council->seat[0], NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *plain = NULL, *words = NULL;

    set_int (council, &akk_attendance_record, seat, "state", cases[i].state);
    words = print (council, AKK_DOCUMENT_MINUTES, &akk_meeting_record, meeting, &plain, NULL);
    g_assert_true (says (words, cases[i].line));
    g_assert_true (says (words, "Zele niemand afgevaardigd"));
    g_assert_cmpuint (count (plain, "●"), ==, 1 + cases[i].present);
    g_assert_cmpuint (count (plain, "○"), ==, 1 + cases[i].excused);
  }
  set_int (council, &akk_body_record, council->body, "quorum", 2);
  set_int (council, &akk_attendance_record, seat, "state", AKK_ATTENDANCE_PRESENT);
  g_autofree char *few = print_meeting (council, AKK_DOCUMENT_MINUTES, meeting);
  g_assert_true (says (few, "Aanwezig: 0 van de 2 partijen"));
  g_assert_true (says (few, "An Peeters, 1 van minstens 2"));
  set_int (council, &akk_meeting_record, meeting, "state", AKK_MEETING_PLANNED);
  g_autofree char *ahead = print_meeting (council, AKK_DOCUMENT_MINUTES, meeting);
  g_assert_true (says (ahead, "Verwacht: 0 van de 2 partijen"));
}

/* --- Agenda and invitation --- */

static void
test_agenda (Council *council, gconstpointer data)
{
  gint64 last = council_meeting (council, "2024-11-12", AKK_MEETING_HELD);
  gint64 meeting = full_meeting (council, AKK_MEETING_PLANNED);
  gint64 first = add_item (council, meeting, "A", "Verslag van de vorige keer");
  gint64 second = add_item (council, meeting, "B", LONG_WORD " met de partners");
  gint64 decision = council_add (council, &akk_decision_record, "meeting-id", last, "number",
                                 "2024-01", "text", "Zo beslist.", NULL);

  set (council, &akk_meeting_record, meeting, "link", "https://meet.example.be/zele?a=1&b=2");
  set (council, &akk_agenda_item_record, first, "section", "Opening");
  set_int (council, &akk_agenda_item_record, first, "approves_id", last);
  set_int (council, &akk_agenda_item_record, first, "kind", AKK_ITEM_DECISION);
  set (council, &akk_agenda_item_record, second, "section", "Bespreking");
  set (council, &akk_agenda_item_record, second, "presenter", "Griet Lammens");
  set (council, &akk_agenda_item_record, second, "text", "Lees vooraf de *nota*.\n");
  set_int (council, &akk_agenda_item_record, second, "decision_id", decision);
  council_add (council, &akk_attachment_record, "item-id", second, "name", "Nota.pdf", NULL);

  g_autofree char *words = print_meeting (council, AKK_DOCUMENT_AGENDA, meeting);
  assert_in_order (
      words, (const char *const[]) { "Agenda van de stuurgroep",
                                     "Dinsdag 11 maart 2025, 9.30 tot 11.30 uur",
                                     "Online: https://meet.example.be/zele?a=1&b=2", "Opening",
                                     "1 Verslag van de vorige keer", "Ter beslissing",
                                     "Behandelt het verslag van 12 november 2024", "Bespreking",
                                     "Ter informatie · Griet Lammens", "Lees vooraf de nota.",
                                     "Behandelt besluit 2024-01: Zo beslist.",
                                     "Bijlage 1: Nota.pdf", "Einde · 10.30 uur", NULL });
  set_int (council, &akk_agenda_item_record, first, "state", AKK_ITEM_DONE);
  g_autofree char *minutes = print_meeting (council, AKK_DOCUMENT_MINUTES, meeting);
  assert_in_order (minutes,
                   (const char *const[]) {
                       "Verslag van de stuurgroep", "Opening", "1 Verslag van de vorige keer",
                       "Het verslag van 12 november 2024 is goedgekeurd.", "Bespreking", NULL });
  g_assert_true (says (words, "9.30 uur · 30 min."));
  g_assert_true (says (words, "10.00 uur · 30 min."));
  g_assert_true (says (words, LONG_WORD));
}

static void
test_invitation (Council *council, gconstpointer data)
{
  gint64 meeting = full_meeting (council, AKK_MEETING_INVITED);

  add_item (council, meeting, "A", "Welkom");
  set (council, &akk_meeting_record, meeting, "invitation",
       "Beste leden\n\nGraag tot dan, voor {{agreement.title}}.\n");
  set (council, &akk_seat_record, council->seat[1], "function", "coördinator");
  set_int (council, &akk_body_record, council->body, "convener_id", council->party[1]);
  set_int (council, &akk_meeting_record, meeting, "invited_on", akk_date_parse ("2025-02-18"));
  g_autofree char *words = print_meeting (council, AKK_DOCUMENT_INVITATION, meeting);
  assert_in_order (
      words, (const char *const[]) {
                 "Uitnodiging voor de stuurgroep", "Dinsdag 11 maart 2025",
                 "Aan de leden van de stuurgroep · 18 februari 2025",
                 "Waar Gemeentehuis Zele, raadzaal", "Namens Zele", "Voorzitter Luc Schelfhout",
                 "Beste leden", "Graag tot dan, voor Overeenkomst.", "Agenda 1 Welkom 9.30",
                 "Uitgenodigd", "Laarne An Peeters", "Zele coördinator: nog aan te duiden", NULL });
}

/* Nothing is known but the day. */
static void
test_bare (Council *council, gconstpointer data)
{
  gint64 meeting = council_add (council, &akk_meeting_record, "body-id", council->body, "date",
                                akk_date_parse ("2025-03-11"), NULL);

  for (int kind = AKK_DOCUMENT_INVITATION; kind <= AKK_DOCUMENT_MINUTES; kind++) {
    g_autofree char *words = print_meeting (council, (AkkDocumentKind) kind, meeting);
    g_assert_true (says (words, "Dinsdag 11 maart 2025"));
    g_assert_null (strstr (words, " uur"));
    g_assert_null (strstr (words, "· ·")); /* dots without anything between */
    if (kind <= AKK_DOCUMENT_AGENDA)
      g_assert_true (says (words, "De agenda volgt."));
  }
}

/* One that does not take place says so. */
static void
test_fate (Council *council, gconstpointer data)
{
  gint64 meeting = full_meeting (council, AKK_MEETING_CANCELLED);
  gint64 later = council_meeting (council, "2025-04-08", AKK_MEETING_PLANNED);

  set (council, &akk_meeting_record, meeting, "reason", "te weinig punten");
  g_autofree char *cancelled = print_meeting (council, AKK_DOCUMENT_INVITATION, meeting);
  set_int (council, &akk_meeting_record, meeting, "state", AKK_MEETING_POSTPONED);
  set_int (council, &akk_meeting_record, meeting, "successor_id", later);
  g_autofree char *postponed = print_meeting (council, AKK_DOCUMENT_AGENDA, meeting);

  g_assert_true (says (cancelled, "gaat niet door. Reden: te weinig punten"));
  g_assert_true (says (postponed, "verplaatst naar dinsdag 8 april 2025, 9.30 tot 11.30 uur."));
}

/* --- Many, and long --- */

static void
test_many (Council *council, gconstpointer data)
{
  gint64 meeting = full_meeting (council, AKK_MEETING_HELD);
  g_autoptr (GString) text = g_string_new (NULL);
  int n_pages;

  for (guint i = 0; i < 18; i++) {
    g_autofree char *position = g_strdup_printf ("W%05u", i);
    g_autofree char *name = g_strdup_printf ("Stad%u", i);
    gint64 organisation =
        council_add (council, &akk_organisation_record, "name", name, "position", position, NULL);
    gint64 party = council_add (council, &akk_party_record, "agreement-id", council->agreement,
                                "organisation-id", organisation, "position", position, NULL);
    council_add (council, &akk_seat_record, "body-id", council->body, "party-id", party, "position",
                 position, "function", i == 3 ? LONG_WORD : "", NULL);
  }
  for (guint i = 0; i < 120; i++)
    g_string_append (text, "Een besluit dat nergens meer ophoudt. ");
  gint64 item = add_item (council, meeting, "A", LONG_WORD " " LONG_WORD);
  set (council, &akk_agenda_item_record, item, "presenter", LONG_WORD LONG_WORD);
  council_add (council, &akk_decision_record, "meeting-id", meeting, "item-id", item, "text",
               text->str, "state", (gint64) AKK_DECISION_TAKEN, "number", "2025-01", NULL);

  for (int kind = AKK_DOCUMENT_INVITATION; kind <= AKK_DOCUMENT_MINUTES; kind++) {
    g_autofree char *words =
        print (council, (AkkDocumentKind) kind, &akk_meeting_record, meeting, NULL, &n_pages);
    g_assert_true (kind == AKK_DOCUMENT_AGENDA || says (words, "Stad17"));
    g_assert_cmpint (n_pages, <=, kind == AKK_DOCUMENT_MINUTES ? 4 : 2);
    g_assert_cmpuint (count (words, "nergens meer ophoudt."), ==,
                      kind == AKK_DOCUMENT_MINUTES ? 120 : 0);
  }
}

static void
test_attendance (Council *council, gconstpointer data)
{
  gint64 meeting = full_meeting (council, AKK_MEETING_PLANNED);

  set (council, &akk_seat_record, council->seat[1], "function", "coördinator");
  council_add (council, &akk_attendance_record, "meeting-id", meeting, "guest", "Hilde Claes",
               "state", (gint64) AKK_ATTENDANCE_COMING, NULL);
  g_autofree char *words = print_meeting (council, AKK_DOCUMENT_ATTENDANCE, meeting);
  assert_in_order (words, (const char *const[]) { "Aanwezigheidslijst van de stuurgroep", "Laarne",
                                                  "Hilde Claes", "Andere aanwezigen", NULL });
  g_assert_cmpuint (count (words, "An Peeters"), ==, 1); /* drawn once, too */
  g_assert_true (says (words, "coördinator"));
}

/* Bodies with and without an article of their own. */
static void
test_bodies (Council *council, gconstpointer data)
{
  static const struct {
    const char *name, *line;
  } cases[] = {
    { "Werkgroep", "Verslag van de werkgroep" },
    { "Strategisch beleidsoverleg", "Verslag van het strategisch beleidsoverleg" },
    { "Regionale werkgroep Waas", "Verslag van de regionale werkgroep Waas" },
    { "VDAB-overleg", "Verslag van het VDAB-overleg" },
    { "Samen Sterk", "Verslag van Samen Sterk" },
  };
  gint64 meeting = full_meeting (council, AKK_MEETING_HELD);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    set (council, &akk_body_record, council->body, "name", cases[i].name);
    g_autofree char *words = print_meeting (council, AKK_DOCUMENT_MINUTES, meeting);
    g_assert_true (g_str_has_prefix (words, cases[i].line));
  }
}

/* What was put off stands under its item, or after all items. */
static void
test_parked (Council *council, gconstpointer data)
{
  gint64 meeting = council_meeting (council, "2025-11-20", AKK_MEETING_HELD);
  g_autoptr (AkkMeeting) held = akk_store_get (council->store, &akk_meeting_record, meeting);
  gint64 item = council_item (council, meeting, "Taalbeleid", 20);
  g_autofree char *words = NULL;

  council_add (council, &akk_parked_record, "meeting-id", meeting, "item-id", item, "text",
               "Vervoer naar het werk", NULL);
  council_add (council, &akk_parked_record, "meeting-id", meeting, "text", "Een tweede loket",
               NULL);
  akk_store_begin (council->store, "Begin");
  akk_store_set_int (council->store, held, "began_at", 9 * 60 + 40);
  g_assert_true (akk_store_commit (council->store, NULL));
  words = print_meeting (council, AKK_DOCUMENT_MINUTES, meeting);
  assert_in_order (words,
                   (const char *const[]) { "begonnen om 9.40 uur", "Taalbeleid",
                                           "Geparkeerd voor een volgende vergadering",
                                           "Vervoer naar het werk", "Een tweede loket", NULL });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/meeting-print/minutes-say-all-in-order", test_minutes);
  ADD ("/meeting-print/minutes-are-a-draft-until-approved", test_approved);
  ADD ("/meeting-print/minutes-mark-who-was-there", test_presence);
  ADD ("/meeting-print/minutes-name-each-body", test_bodies);
  ADD ("/meeting-print/minutes-say-what-was-parked", test_parked);
  ADD ("/meeting-print/agenda-says-all-in-order", test_agenda);
  ADD ("/meeting-print/invitation-says-all-in-order", test_invitation);
  ADD ("/meeting-print/attendance-has-every-seat", test_attendance);
  ADD ("/meeting-print/a-meeting-without-anything-prints", test_bare);
  ADD ("/meeting-print/a-meeting-that-is-off-says-so", test_fate);
  ADD ("/meeting-print/many-parties-and-long-words-fit", test_many);
  return g_test_run ();
}
