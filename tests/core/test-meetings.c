/* Tests of what happens to meetings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/meetings.h"
#include "meetings-fixture.h"

static void
commit (Council *council)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (akk_store_commit (council->store, &error));
  g_assert_no_error (error);
}

static void
test_order (Council *council, gconstpointer data)
{
  gint64 second = council_meeting (council, "2025-06-12", AKK_MEETING_HELD);
  gint64 first = council_meeting (council, "2025-02-18", AKK_MEETING_HELD);
  gint64 cancelled = council_meeting (council, "2025-09-01", AKK_MEETING_CANCELLED);
  gint64 last = council_meeting (council, "2025-11-20", AKK_MEETING_PLANNED);
  const gint64 expected[] = { first, second, cancelled, last };
  g_autoptr (GPtrArray) meetings = akk_meetings (council->store, council->agreement, 0);
  g_autoptr (AkkMeeting) previous = NULL;
  g_autoptr (AkkMeeting) none = akk_meeting_nth (council->store, council->agreement, 5);

  g_assert_cmpuint (meetings->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < meetings->len; i++) {
    g_autoptr (AkkMeeting) nth = akk_meeting_nth (council->store, council->agreement, i + 1);
    g_assert_cmpint (((AkkRecord *) meetings->pdata[i])->id, ==, expected[i]);
    g_assert_true (nth == meetings->pdata[i]);
  }
  g_assert_null (none);
  previous = akk_meeting_previous (council->store, meetings->pdata[3]);
  g_assert_true (previous == meetings->pdata[1]); /* not the cancelled one */
}

static void
test_numbers (Council *council, gconstpointer data)
{
  gint64 id = council_meeting (council, "2025-06-12", AKK_MEETING_HELD);
  g_autoptr (AkkMeeting) meeting = akk_store_get (council->store, &akk_meeting_record, id);
  g_autofree char *first = akk_decision_next_number (council->store, meeting);
  g_autofree char *first_action = akk_action_next_number (council->store);

  g_assert_cmpstr (first, ==, "2025-01");
  g_assert_cmpstr (first_action, ==, "A1");
  council_add (council, &akk_decision_record, "meeting-id", id, "text", "Ja", "number", "2025-09",
               NULL);
  council_add (council, &akk_decision_record, "meeting-id", id, "text", "Ja", "number", "2024-12",
               NULL);
  council_add (council, &akk_action_record, "agreement-id", council->agreement, "title", "Bellen",
               "number", "A14", NULL);

  g_autofree char *next = akk_decision_next_number (council->store, meeting);
  g_autofree char *next_action = akk_action_next_number (council->store);
  g_assert_cmpstr (next, ==, "2025-10");
  g_assert_cmpstr (next_action, ==, "A15");
}

static void
test_postponing (Council *council, gconstpointer data)
{
  gint64 id = council_meeting (council, "2025-12-18", AKK_MEETING_INVITED);
  gint64 item_id = council_item (council, id, "Stand van het actieplan", 20);
  gint64 coming_id = council_add (council, &akk_attendance_record, "meeting-id", id, "seat-id",
                                  council->seat[0], "state", (gint64) AKK_ATTENDANCE_COMING, NULL);
  g_autoptr (AkkAttendance) coming =
      akk_store_get (council->store, &akk_attendance_record, coming_id);
  g_autoptr (AkkMeeting) meeting = akk_store_get (council->store, &akk_meeting_record, id);
  g_autoptr (AkkAgendaItem) item = akk_store_get (council->store, &akk_agenda_item_record, item_id);
  g_autoptr (AkkMeeting) later = NULL;
  g_autoptr (GError) error = NULL;

  akk_store_begin (council->store, "Write");
  akk_store_set_text (council->store, meeting, "invitation", "Op donderdag 18 december 2025.");
  commit (council);
  akk_store_begin (council->store, "Postpone");
  later = akk_meeting_postpone (council->store, meeting, akk_date_parse ("2026-01-15"), 14 * 60,
                                "Sneeuw");
  commit (council);
  g_assert_cmpint (meeting->state, ==, AKK_MEETING_POSTPONED);
  g_assert_cmpint (meeting->successor_id, ==, later->record.id);
  g_assert_cmpstr (meeting->reason, ==, "Sneeuw");
  g_assert_cmpint (later->state, ==, AKK_MEETING_PLANNED);
  g_assert_cmpint (later->date, ==, akk_date_parse ("2026-01-15"));
  g_assert_cmpint (item->meeting_id, ==, later->record.id);
  g_assert_cmpstr (later->invitation, ==, "Op donderdag 15 januari 2026.");
  g_assert_cmpint (coming->meeting_id, ==, later->record.id);
  g_assert_cmpint (coming->state, ==, AKK_ATTENDANCE_UNKNOWN); /* to be asked again */
  g_assert_cmpstr (meeting->invitation, ==, "Op donderdag 18 december 2025.");

  g_assert_true (akk_store_undo (council->store, &error));
  g_assert_cmpint (meeting->state, ==, AKK_MEETING_INVITED);
  g_assert_cmpint (item->meeting_id, ==, id);
}

static void
test_holding (Council *council, gconstpointer data)
{
  gint64 before_id = council_meeting (council, "2025-06-12", AKK_MEETING_HELD);
  gint64 id = council_meeting (council, "2025-11-20", AKK_MEETING_INVITED);
  gint64 minutes_id = council_item (council, id, "Verslag", 5);
  gint64 silent_id = council_item (council, id, "Varia", 5);
  gint64 draft_id = council_add (council, &akk_decision_record, "meeting-id", id, "item-id",
                                 minutes_id, "text", "Het verslag is goedgekeurd.", NULL);
  gint64 coming_id = council_add (council, &akk_attendance_record, "meeting-id", id, "seat-id",
                                  council->seat[0], "state", (gint64) AKK_ATTENDANCE_COMING, NULL);
  g_autoptr (AkkMeeting) before = akk_store_get (council->store, &akk_meeting_record, before_id);
  g_autoptr (AkkMeeting) meeting = akk_store_get (council->store, &akk_meeting_record, id);
  g_autoptr (AkkAgendaItem) minutes =
      akk_store_get (council->store, &akk_agenda_item_record, minutes_id);
  g_autoptr (AkkAgendaItem) silent =
      akk_store_get (council->store, &akk_agenda_item_record, silent_id);
  g_autoptr (AkkDecision) draft = akk_store_get (council->store, &akk_decision_record, draft_id);
  g_autoptr (AkkAttendance) coming =
      akk_store_get (council->store, &akk_attendance_record, coming_id);

  akk_store_begin (council->store, "Hold");
  akk_store_set_int (council->store, minutes, "approves_id", before_id);
  akk_meeting_hold (council->store, meeting);
  commit (council);

  g_assert_cmpint (meeting->state, ==, AKK_MEETING_HELD);
  g_assert_cmpint (minutes->state, ==, AKK_ITEM_DONE);
  g_assert_cmpint (silent->state, ==, AKK_ITEM_OPEN);
  g_assert_cmpint (draft->state, ==, AKK_DECISION_TAKEN);
  g_assert_cmpstr (draft->number, ==, "2025-01");
  g_assert_cmpint (coming->state, ==, AKK_ATTENDANCE_PRESENT);
  g_assert_cmpint (before->state, ==, AKK_MEETING_APPROVED);
  g_assert_cmpint (before->approved_at_id, ==, id);
  g_assert_cmpint (before->approved_on, ==, akk_date_parse ("2025-11-20"));
}

static void
change (
    Council *council, AkkMeeting *meeting, const char *date, const char *place, const char *words)
{
  g_autoptr (AkkMeeting) before = akk_record_duplicate (meeting);

  akk_store_begin (council->store, "Change");
  akk_store_set_int (council->store, meeting, "date", akk_date_parse (date));
  akk_store_set_text (council->store, meeting, "place", place);
  if (words != NULL)
    akk_store_set_text (council->store, meeting, "invitation", words);
  akk_meeting_follow_change (council->store, meeting, before);
  commit (council);
}

static void
test_changing (Council *council, gconstpointer data)
{
  gint64 id = council_meeting (council, "2025-12-18", AKK_MEETING_INVITED);
  gint64 coming_id = council_add (council, &akk_attendance_record, "meeting-id", id, "seat-id",
                                  council->seat[0], "state", (gint64) AKK_ATTENDANCE_COMING,
                                  "answered", "2025-11-02T08:00:00Z", NULL);
  g_autoptr (AkkAttendance) coming =
      akk_store_get (council->store, &akk_attendance_record, coming_id);
  g_autoptr (AkkMeeting) meeting = akk_store_get (council->store, &akk_meeting_record, id);

  akk_store_begin (council->store, "Invite");
  akk_store_set_int (council->store, meeting, "invited_on", akk_date_parse ("2025-11-01"));
  akk_store_set_text (council->store, meeting, "invitation", "Tot 18 december!");
  commit (council);
  change (council, meeting, "2025-12-18", "", NULL);
  g_assert_cmpint (meeting->state, ==, AKK_MEETING_INVITED); /* nothing changed */

  change (council, meeting, "2025-12-19", "", NULL);
  g_assert_cmpstr (meeting->invitation, ==, "Tot 19 december!");
  g_assert_true (akk_meeting_outdated (meeting));
  g_assert_cmpint (coming->state, ==, AKK_ATTENDANCE_UNKNOWN); /* to be asked again */
  g_assert_cmpstr (coming->answered, ==, "");
  g_assert_true (akk_store_undo (council->store, NULL));
  g_assert_cmpint (meeting->state, ==, AKK_MEETING_INVITED);
  g_assert_cmpint (coming->state, ==, AKK_ATTENDANCE_COMING);
  g_assert_cmpstr (meeting->invitation, ==, "Tot 18 december!");

  change (council, meeting, "2025-12-18", "Wichelen", NULL);
  g_assert_true (akk_meeting_outdated (meeting));
  g_assert_cmpint (coming->state, ==, AKK_ATTENDANCE_COMING); /* at the same hour */
  /* What was written by hand stays. */
  change (council, meeting, "2025-12-19", "Wichelen", "Niet op 18 december, maar een dag later.");
  g_assert_cmpstr (meeting->invitation, ==, "Niet op 18 december, maar een dag later.");
}

static void
test_held_later (Council *council, gconstpointer data)
{
  static const struct {
    AkkMeetingState state;
    const char *from, *to;
    gboolean allowed;
  } cases[] = {
    { AKK_MEETING_HELD, "2025-11-10", "2025-11-11", TRUE },
    { AKK_MEETING_HELD, "2025-11-10", "2025-11-17", TRUE }, /* today */
    { AKK_MEETING_HELD, "2025-11-10", "2025-11-18", FALSE },
    { AKK_MEETING_APPROVED, "2025-11-10", "2026-11-10", FALSE },
    { AKK_MEETING_HELD, "2025-11-20", "2025-11-20", TRUE }, /* nothing changes */
    { AKK_MEETING_INVITED, "2025-11-10", "2025-11-18", TRUE },
  };

  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 id = council_meeting (council, cases[i].from, cases[i].state);
    g_autoptr (AkkMeeting) meeting = akk_store_get (council->store, &akk_meeting_record, id);
    g_autoptr (AkkMeeting) changed = akk_record_duplicate (meeting);
    g_autoptr (GError) error = NULL;

    g_object_set (changed, "date", akk_date_parse (cases[i].to), NULL);
    g_assert_cmpint (akk_meeting_check_change (council->store, changed, &error), ==,
                     cases[i].allowed);
    if (!cases[i].allowed)
      g_assert_error (error, AKK_RECORD_ERROR, AKK_RECORD_ERROR_INVALID);
  }
  g_unsetenv ("AKKOORD_TODAY");
}

/* Minutes are often written after the meeting. */
static void
test_writing_later (Council *council, gconstpointer data)
{
  gint64 id = council_meeting (council, "2025-11-20", AKK_MEETING_INVITED);
  gint64 later_id = council_item (council, id, "Evaluatie", 5);
  gint64 left_id = council_item (council, id, "Varia", 5);
  g_autoptr (AkkMeeting) meeting = akk_store_get (council->store, &akk_meeting_record, id);
  g_autoptr (AkkAgendaItem) later =
      akk_store_get (council->store, &akk_agenda_item_record, later_id);
  g_autoptr (AkkAgendaItem) left = akk_store_get (council->store, &akk_agenda_item_record, left_id);

  akk_store_begin (council->store, "Hold");
  akk_meeting_hold (council->store, meeting);
  commit (council);
  g_assert_cmpint (later->state, ==, AKK_ITEM_OPEN);
  akk_store_begin (council->store, "Write");
  akk_store_set_text (council->store, later, "outcome", "Besproken.");
  akk_meeting_hold (council->store, meeting);
  commit (council);
  g_assert_cmpint (later->state, ==, AKK_ITEM_DONE);
  g_assert_cmpint (left->state, ==, AKK_ITEM_OPEN);

  akk_store_begin (council->store, "Approve");
  akk_meeting_approve (council->store, meeting, akk_date_parse ("2025-12-01"), 0);
  commit (council);
  g_assert_cmpint (meeting->state, ==, AKK_MEETING_APPROVED);
  g_assert_cmpint (meeting->approved_on, ==, akk_date_parse ("2025-12-01"));
  g_assert_cmpint (later->state, ==, AKK_ITEM_DONE);
  g_assert_cmpint (left->state, ==, AKK_ITEM_UNFINISHED);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/meetings/" path, Council, NULL, council_set_up, test, council_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("are-counted-by-date", test_order);
  ADD ("decisions-and-actions-get-the-next-number", test_numbers);
  ADD ("postponing-takes-the-agenda-along-and-can-be-undone", test_postponing);
  ADD ("a-change-asks-for-another-invitation", test_changing);
  ADD ("what-was-held-was-not-held-on-a-day-to-come", test_held_later);
  ADD ("holding-settles-items-decisions-and-earlier-minutes", test_holding);
  ADD ("an-item-is-dealt-with-once-its-minutes-are-written", test_writing_later);
  return g_test_run ();
}
