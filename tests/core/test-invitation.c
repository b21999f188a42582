/* Tests of the message that invites.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/invitation.h"
#include "core/dossier.h"
#include "core/meetings.h"
#include "meetings-fixture.h"

static AkkInvitation *
invite (Council *council, AkkMeeting *meeting)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (council->store, meeting);

  return akk_invitation_new (council->store, agenda, phrases);
}

static AkkMeeting *
prepare (Council *council, AkkMeetingState state)
{
  gint64 id = council_meeting (council, "2025-11-20", state);
  g_autoptr (AkkMeeting) meeting = akk_store_get (council->store, &akk_meeting_record, id);
  g_autoptr (AkkPerson) person =
      akk_store_get (council->store, &akk_person_record, council->person);

  council_item (council, id, "Stand van het actieplan", 25);
  akk_store_begin (council->store, "Write");
  akk_store_set_text (council->store, person, "email", "an@laarne.example");
  akk_store_set_text (council->store, meeting, "place", "Gemeentehuis");
  akk_store_set_text (council->store, meeting, "invitation", "Breng **cijfers** mee.");
  g_assert_true (akk_store_commit (council->store, NULL));
  return g_steal_pointer (&meeting);
}

static void
test_first (Council *council, gconstpointer data)
{
  g_autoptr (AkkMeeting) meeting = prepare (council, AKK_MEETING_PLANNED);
  g_autoptr (AkkInvitation) invitation = invite (council, meeting);

  g_assert_cmpint (invitation->kind, ==, AKK_INVITATION_FIRST);
  g_assert_cmpstr (invitation->subject, ==,
                   "Uitnodiging: Stuurgroep op 20 november 2025 om 9.30 uur");
  g_assert_nonnull (strstr (invitation->text, "Plaats: Gemeentehuis\n"));
  g_assert_nonnull (strstr (invitation->text, "Breng cijfers mee.\n"));
  g_assert_nonnull (strstr (invitation->text, "Agenda\n9.30  1. Stand van het actieplan\n"));
  g_assert_null (strstr (invitation->text, "\n\n\n"));
  g_assert_cmpuint (g_strv_length (invitation->addresses), ==, 1); /* Zele has nobody */
  g_assert_cmpstr (invitation->addresses[0], ==, "an@laarne.example");
}

/* A greeting that the meeting has itself takes the place of the usual one; paragraphs keep apart.
 */
static void
test_own_words (Council *council, gconstpointer data)
{
  g_autoptr (AkkMeeting) meeting = prepare (council, AKK_MEETING_PLANNED);
  g_autoptr (AkkInvitation) invitation = NULL;

  akk_store_begin (council->store, "Write");
  akk_store_set_text (council->store, meeting, "invitation",
                      "Beste leden\n\nWelkom.\n\nBreng mee:\n\n- cijfers\n- vragen\n");
  g_assert_true (akk_store_commit (council->store, NULL));
  invitation = invite (council, meeting);
  g_assert_true (g_str_has_prefix (invitation->text, "Beste leden\n\nU bent uitgenodigd"));
  g_assert_nonnull (
      strstr (invitation->text, "\n\nWelkom.\n\nBreng mee:\n\n• cijfers\n• vragen\n"));
}

static void
test_again (Council *council, gconstpointer data)
{
  g_autoptr (AkkMeeting) meeting = prepare (council, AKK_MEETING_INVITED);
  g_autoptr (AkkInvitation) invitation = invite (council, meeting);

  g_assert_cmpint (invitation->kind, ==, AKK_INVITATION_AGAIN);
  g_assert_true (g_str_has_prefix (invitation->subject, "Gewijzigde uitnodiging"));
}

static void
test_postponed (Council *council, gconstpointer data)
{
  g_autoptr (AkkMeeting) meeting = prepare (council, AKK_MEETING_INVITED);
  g_autoptr (AkkMeeting) later = NULL;
  g_autoptr (AkkInvitation) invitation = NULL;

  akk_store_begin (council->store, "Postpone");
  later = akk_meeting_postpone (council->store, meeting, akk_date_parse ("2026-01-15"), 14 * 60,
                                "Er ligt sneeuw.");
  g_assert_true (akk_store_commit (council->store, NULL));
  invitation = invite (council, meeting);
  g_assert_cmpint (invitation->kind, ==, AKK_INVITATION_CANCEL);
  g_assert_nonnull (strstr (invitation->text, "Er ligt sneeuw."));
  g_assert_nonnull (strstr (invitation->text, "nu plaats op 15 januari 2026 om 14.00 uur."));
  g_assert_null (strstr (invitation->text, "Agenda"));
}

static void
test_redate (Council *council, gconstpointer data)
{
  static const struct {
    const char *before, *date, *after;
    gint64 starts_at;
  } cases[] = {
    { "Op **donderdag 20 november 2025 om 9.30 uur** komt", "2026-01-15",
      "Op **donderdag 15 januari 2026 om 14.00 uur** komt", 14 * 60 },
    { "Vrijdag 20 november 2025", "2025-11-25", "Dinsdag 25 november 2025", 570 },
    { "op donderdag 20 november, niet 120 november", "2025-12-04",
      "op donderdag 4 december, niet 120 november", 570 },
    { "Op 20 november.", "2026-01-15", "Op 15 januari 2026.", 570 },
    { "om 9u30, 9:30 of 19.30", "2025-11-20", "om 10u05, 10:05 of 19.30", 605 },
    { "om 09.30 uur, 09:30 of 09u30", "2025-11-20", "om 08.05 uur, 08:05 of 08u05", 485 },
    { "Voor 18 november 2025 antwoorden.", "2025-11-25", "Voor 18 november 2025 antwoorden.", 570 },
    { "", "2025-11-25", "", 570 },
  };
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (AkkMeeting) meeting = prepare (council, AKK_MEETING_INVITED);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = akk_invitation_redate (
        cases[i].before, phrases, meeting, akk_date_parse (cases[i].date), cases[i].starts_at);
    g_assert_cmpstr (words, ==, cases[i].after);
  }
}

/* Each in the form in which it was said. */
static void
test_redate_digits (Council *council, gconstpointer data)
{
  static const struct {
    const char *was, *before, *date, *after;
  } cases[] = {
    { "2025-11-20", "20/11/2025 of 20-11-2025", "2025-12-04", "4/12/2025 of 4-12-2025" },
    { "2025-11-05", "05/11/2025, 5/11/2025 en 5-11-2025", "2025-12-04",
      "04/12/2025, 4/12/2025 en 4-12-2025" },
    { "2026-01-05", "5-1-2026, 5-01-2026, 05-01-2026, 05.01.2026", "2026-02-03",
      "3-2-2026, 3-02-2026, 03-02-2026, 03.02.2026" },
    { "2025-11-05", "(05/11/25)", "2026-01-15", "(15/01/26)" },
    { "2025-11-05", "2025-11-05", "2026-01-15", "2026-01-15" },
    { "2025-11-05", "op 5/11 en 05/11.", "2025-12-04", "op 4/12 en 04/12." },
    { "2025-11-05", "op 5/11, 5/11/2024 en 15/11", "2026-01-04",
      "op 4/1/2026, 5/11/2024 en 15/11" },
    { "2025-11-05", "punt 5.11, pagina 5-11", "2025-12-04", "punt 5.11, pagina 5-11" },
    { "2025-11-05", "1/5/11", "2025-12-04", "1/5/11" },
  };
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (AkkMeeting) meeting = NULL;
  g_autoptr (AkkMeeting) planned = prepare (council, AKK_MEETING_INVITED);

  meeting = akk_record_duplicate (planned);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = NULL;

    meeting->date = akk_date_parse (cases[i].was);
    words = akk_invitation_redate (cases[i].before, phrases, meeting,
                                   akk_date_parse (cases[i].date), meeting->starts_at);
    g_assert_cmpstr (words, ==, cases[i].after);
  }
}

static void
test_redate_whole_hours (Council *council, gconstpointer data)
{
  static const struct {
    const char *before, *after;
    gint64 was, now;
  } cases[] = {
    { "om 14 uur, 14u of 14.00 uur", "om 9 uur, 9u of 9.00 uur", 14 * 60, 9 * 60 },
    { "om 14 uur, 14u of 14u00", "om 9.30 uur, 9u30 of 9u30", 14 * 60, 9 * 60 + 30 },
    { "tot 14 uur", "tot 14 uur", 14 * 60 + 30, 9 * 60 },
  };
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (AkkMeeting) meeting = NULL;
  g_autoptr (AkkMeeting) planned = prepare (council, AKK_MEETING_INVITED);

  meeting = akk_record_duplicate (planned);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = NULL;

    meeting->starts_at = cases[i].was;
    words = akk_invitation_redate (cases[i].before, phrases, meeting, meeting->date, cases[i].now);
    g_assert_cmpstr (words, ==, cases[i].after);
  }
}

/* What was not sent, or no longer stands, is of the day on which it is printed. */
static void
test_day (Council *council, gconstpointer data)
{
  static const struct {
    gint64 state;
    const char *invited_on, *day;
  } cases[] = {
    { AKK_MEETING_PLANNED, "", "2025-11-17" },
    { AKK_MEETING_PLANNED, "2025-10-30", "2025-11-17" },
    { AKK_MEETING_INVITED, "2025-10-30", "2025-10-30" },
    { AKK_MEETING_INVITED, "", "2025-11-17" },
    { AKK_MEETING_HELD, "2025-10-30", "2025-10-30" },
    { AKK_MEETING_HELD, "", "2025-11-17" },
    { AKK_MEETING_APPROVED, "2025-10-30", "2025-10-30" },
    { AKK_MEETING_CANCELLED, "2025-10-30", "2025-11-17" },
    { AKK_MEETING_POSTPONED, "2025-10-30", "2025-11-17" },
  };
  g_autoptr (AkkMeeting) meeting = akk_record_new (&akk_meeting_record);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *day = NULL;

    meeting->state = cases[i].state;
    meeting->invited_on = akk_date_parse (cases[i].invited_on);
    day = akk_date_format (akk_meeting_invitation_day (meeting, akk_date_parse ("2025-11-17")));
    g_assert_cmpstr (day, ==, cases[i].day);
  }
}

/* Whoever was invited to the old day is invited again. */
static void
test_outdated (Council *council, gconstpointer data)
{
  g_autoptr (AkkMeeting) meeting = prepare (council, AKK_MEETING_PLANNED);
  g_autoptr (AkkInvitation) invitation = NULL;

  akk_store_begin (council->store, "Write");
  akk_store_set_int (council->store, meeting, "invited_on", akk_date_parse ("2025-10-30"));
  g_assert_true (akk_store_commit (council->store, NULL));
  invitation = invite (council, meeting);
  g_assert_cmpint (invitation->kind, ==, AKK_INVITATION_AGAIN);
}

/* Whom somebody else replaced reads the minutes too. */
static void
test_minutes (Council *council, gconstpointer data)
{
  g_autoptr (AkkMeeting) meeting = prepare (council, AKK_MEETING_HELD);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (AkkAgenda) agenda = NULL;
  g_autoptr (AkkInvitation) message = NULL;
  gint64 other = council_add (council, &akk_person_record, "name", "Bo Claes", "email",
                              "bo@laarne.example", NULL);

  council_add (council, &akk_attendance_record, "meeting-id", meeting->record.id, "seat-id",
               council->seat[0], "person-id", other, "state", (gint64) AKK_ATTENDANCE_REPLACED,
               NULL);
  council_meeting (council, "2026-03-12", AKK_MEETING_PLANNED);
  agenda = akk_agenda_new (council->store, meeting);
  message = akk_invitation_minutes_new (council->store, agenda, phrases);
  g_assert_cmpint (message->kind, ==, AKK_INVITATION_MINUTES);
  g_assert_cmpstr (message->subject, ==, "Verslag: Stuurgroep op 20 november 2025 om 9.30 uur");
  g_assert_nonnull (strstr (message->text, "Hebt u opmerkingen?"));
  g_assert_nonnull (strstr (message->text, "12 maart 2026 om 9.30 uur"));
  g_assert_cmpuint (g_strv_length (message->addresses), ==, 2);
  g_assert_cmpstr (message->addresses[0], ==, "bo@laarne.example");
  g_assert_cmpstr (message->addresses[1], ==, "an@laarne.example");

  akk_store_begin (council->store, "Send");
  akk_invitation_note_minutes (message, council->store, meeting);
  g_assert_true (akk_store_commit (council->store, NULL));
  g_assert_cmpint (meeting->minutes_sent_on, ==, akk_store_today (council->store));
  g_assert_true (g_str_has_prefix (meeting->minutes_sent_to, "Bo Claes, "));
  g_assert_true (akk_store_undo (council->store, NULL));
  g_assert_cmpint (meeting->minutes_sent_on, ==, AKK_NO_DATE);
  g_assert_cmpstr (meeting->minutes_sent_to, ==, "");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/invitation/" path, Council, NULL, council_set_up, test, council_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("says-when-where-what-and-to-whom", test_first);
  ADD ("greets-once-in-the-words-of-the-meeting", test_own_words);
  ADD ("a-second-one-says-so", test_again);
  ADD ("a-postponed-meeting-names-its-new-day", test_postponed);
  ADD ("says-the-new-day-and-hour", test_redate);
  ADD ("says-the-new-day-in-the-digits-of-the-old-one", test_redate_digits);
  ADD ("says-whole-hours-anew", test_redate_whole_hours);
  ADD ("on-paper-is-of-the-day-it-was-sent", test_day);
  ADD ("to-a-meeting-that-changed-is-a-new-one", test_outdated);
  ADD ("minutes-go-to-all-who-were-invited", test_minutes);
  return g_test_run ();
}
