/* Tests of calendar files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agenda.h"
#include "core/meeting-ics.h"
#include "meetings-fixture.h"

#define NOW_S 1763370000 /* 17 November 2025, 9.00 UTC */

typedef struct {
  Council council;
  gint64 id;
  AkkMeeting *meeting;
} Calendar;

static void
set_up (Calendar *calendar, gconstpointer data)
{
  Council *council = &calendar->council;
  g_autoptr (AkkPerson) person = NULL;

  council_set_up (council, data);
  calendar->id = council_meeting (council, "2025-11-20", AKK_MEETING_INVITED);
  calendar->meeting = akk_store_get (council->store, &akk_meeting_record, calendar->id);
  person = akk_store_get (council->store, &akk_person_record, council->person);
  council_item (council, calendar->id, "Stand; van, het \"actieplan\"", 25);
  akk_store_begin (council->store, "Address");
  akk_store_set_text (council->store, person, "email", "an.peeters@laarne.example");
  akk_store_set_text (council->store, calendar->meeting, "place", "Gemeentehuis, Wichelen");
  g_assert_true (akk_store_commit (council->store, NULL));
}

static void
tear_down (Calendar *calendar, gconstpointer data)
{
  g_clear_object (&calendar->meeting);
  council_tear_down (&calendar->council, data);
}

/* The calendar of the meeting, its folded lines joined. */
static char *
write_calendar (Calendar *calendar, AkkIcsMethod method)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autofree char *folded = NULL;
  g_autoptr (GRegex) fold = g_regex_new ("\r?\n[ \t]", 0, 0, NULL);

  g_ptr_array_add (meetings, calendar->meeting);
  folded = akk_meetings_ics (calendar->council.store, meetings, method, NOW_S);
  return g_regex_replace_literal (fold, folded, -1, 0, "", 0, NULL);
}

static void
test_writes (Calendar *calendar, gconstpointer data)
{
  static const char *const wanted[] = {
    "BEGIN:VTIMEZONE",
    "DTSTART;TZID=Europe/Brussels:20251120T093000",
    "DTEND;TZID=Europe/Brussels:20251120T113000",
    "DTSTAMP:20251117T090000Z",
    "SEQUENCE:0",
    "STATUS:CONFIRMED",
    "SUMMARY:Stuurgroep",
    "LOCATION:Gemeentehuis\\, Wichelen",
    "9.30  1. Stand\\; van\\, het",
    "mailto:an.peeters@laarne.example",
    "CN=An Peeters",
    "TRIGGER:-P1D",
    "METHOD:REQUEST",
  };
  g_autofree char *text = write_calendar (calendar, AKK_ICS_INVITE);
  g_autofree char *plain = write_calendar (calendar, AKK_ICS_EXPORT);
  g_autofree char *cancel = write_calendar (calendar, AKK_ICS_CANCEL);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (text, wanted[i]) == NULL)
      g_error ("no “%s” in\n%s", wanted[i], text);
  g_assert_null (strstr (plain, "METHOD:"));
  g_assert_nonnull (strstr (cancel, "METHOD:CANCEL"));
  g_assert_nonnull (strstr (cancel, "STATUS:CANCELLED"));
  g_assert_null (strstr (cancel, "VALARM"));
  g_assert_cmpstr (strstr (strstr (text, "BEGIN:VEVENT"), "RRULE"), ==, NULL);
}

static GPtrArray *
read_text (Calendar *calendar, const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *changes = akk_ics_read (calendar->council.store, text, &error);

  g_assert_no_error (error);
  return changes;
}

static void
test_own_file_changes_nothing (Calendar *calendar, gconstpointer data)
{
  static const AkkIcsMethod methods[] = { AKK_ICS_EXPORT, AKK_ICS_INVITE };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
    g_autofree char *text = write_calendar (calendar, methods[i]);
    g_autoptr (GPtrArray) changes = read_text (calendar, text);

    g_assert_cmpuint (changes->len, ==, 0);
  }
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return g_strjoinv (to, parts);
}

static void
test_moved (Calendar *calendar, gconstpointer data)
{
  static const struct {
    const char *start, *end, *date;
    gint64 starts_at, duration;
  } cases[] = {
    { ";TZID=Europe/Brussels:20251127T140000", ";TZID=Europe/Brussels:20251127T153000",
      "2025-11-27", 14 * 60, 90 },
    { ":20251120T093000Z", ":20251120T113000Z", "2025-11-20", 10 * 60 + 30, 120 }, /* winter */
    { ":20250620T223000Z", ":20250621T003000Z", "2025-06-21", 30, 120 }, /* summer, over midnight */
    { ":20251120T100000", ":20251120T120000", "2025-11-20", 10 * 60, 120 }, /* no zone */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *own = write_calendar (calendar, AKK_ICS_EXPORT);
    g_autofree char *half = replace (own, ";TZID=Europe/Brussels:20251120T093000", cases[i].start);
    g_autofree char *text = replace (half, ";TZID=Europe/Brussels:20251120T113000", cases[i].end);
    g_autoptr (GPtrArray) changes = read_text (calendar, text);
    const AkkIcsChange *change = changes->pdata[0];

    g_assert_cmpuint (changes->len, ==, 1);
    g_assert_true (change->moved);
    g_assert_true (change->meeting == calendar->meeting);
    g_assert_cmpint (change->date, ==, akk_date_parse (cases[i].date));
    g_assert_cmpint (change->starts_at, ==, cases[i].starts_at);
    g_assert_cmpint (change->duration_min, ==, cases[i].duration);
  }
}

static void
test_reply (Calendar *calendar, gconstpointer data)
{
  static const struct {
    const char *answer;
    AkkAttendanceState state;
  } cases[] = { { "ACCEPTED", AKK_ATTENDANCE_COMING }, { "DECLINED", AKK_ATTENDANCE_EXCUSED } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        "UID:%" G_GINT64_FORMAT "@meeting.akkoord\r\nDTSTAMP:20251118T080000Z\r\n"
        "DTSTART:20251120T083000Z\r\n"
        "ATTENDEE;PARTSTAT=%s;CN=An:MAILTO:An.Peeters@laarne.example\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n",
        calendar->id, cases[i].answer);
    g_autoptr (GPtrArray) changes = read_text (calendar, text);
    g_autoptr (AkkAgenda) agenda = NULL;

    g_assert_cmpuint (changes->len, ==, 1);
    g_assert_true (akk_ics_apply (calendar->council.store, changes, &error));
    agenda = akk_agenda_new (calendar->council.store, calendar->meeting);
    g_assert_cmpint (((AkkAgendaSeat *) agenda->seats->pdata[0])->state, ==, cases[i].state);
    g_assert_cmpint (calendar->meeting->date, ==, akk_date_parse ("2025-11-20"));
  }
}

/* An event of the meeting as another program writes it; `rest` comes with its ends of lines. */
static char *
event (Calendar *calendar, int sequence, const char *stamp, const char *start, const char *rest)
{
  return g_strdup_printf ("BEGIN:VEVENT\r\nUID:%" G_GINT64_FORMAT "@meeting.akkoord\r\n"
                          "SEQUENCE:%d\r\nDTSTAMP:%s\r\nDTSTART;TZID=Europe/Brussels:%s\r\n"
                          "%sEND:VEVENT\r\n",
                          calendar->id, sequence, stamp, start, rest);
}

static char *
reply (Calendar *calendar, int sequence, const char *stamp, const char *start, const char *answer)
{
  g_autofree char *attendee =
      g_strdup_printf ("ATTENDEE;PARTSTAT=%s:mailto:an.peeters@laarne.example\r\n", answer);

  return event (calendar, sequence, stamp, start, attendee);
}

/* Reads the events, takes them over, and gives the answer of An. */
static AkkAttendanceState
answer_after (Calendar *calendar, const char *events, gboolean *older)
{
  g_autofree char *text =
      g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nMETHOD:REPLY\r\n",
                   events, "END:VCALENDAR\r\n", NULL);
  g_autoptr (GPtrArray) changes = read_text (calendar, text);
  g_autoptr (AkkAgenda) agenda = NULL;

  *older = FALSE;
  for (guint i = 0; i < changes->len; i++)
    *older |= ((AkkIcsChange *) changes->pdata[i])->older;
  g_assert_true (akk_ics_apply (calendar->council.store, changes, NULL));
  agenda = akk_agenda_new (calendar->council.store, calendar->meeting);
  return ((AkkAgendaSeat *) agenda->seats->pdata[0])->state;
}

#define HOUR "20251120T093000"

/* Mail comes in any order. */
static void
test_older_answer (Calendar *calendar, gconstpointer data)
{
  g_autofree char *accepted = reply (calendar, 0, "20251118T080000Z", HOUR, "ACCEPTED");
  g_autofree char *declined = reply (calendar, 0, "20251119T080000Z", HOUR, "DECLINED");
  g_autofree char *again = reply (calendar, 0, "20251119T090000Z", HOUR, "ACCEPTED");
  g_autofree char *three = g_strconcat (again, accepted, declined, NULL);
  gboolean older;

  g_assert_cmpint (answer_after (calendar, declined, &older), ==, AKK_ATTENDANCE_EXCUSED);
  g_assert_false (older);
  g_assert_cmpint (answer_after (calendar, accepted, &older), ==, AKK_ATTENDANCE_EXCUSED);
  g_assert_true (older);
  g_assert_cmpint (answer_after (calendar, three, &older), ==, AKK_ATTENDANCE_COMING);
  g_assert_cmpint (answer_after (calendar, declined, &older), ==, AKK_ATTENDANCE_COMING);
}

static void
plan (Calendar *calendar, const char *date, gint64 sequence, AkkMeetingState state)
{
  akk_store_begin (calendar->council.store, "Plan");
  akk_store_set_int (calendar->council.store, calendar->meeting, "date", akk_date_parse (date));
  akk_store_set_int (calendar->council.store, calendar->meeting, "sequence", sequence);
  akk_store_set_int (calendar->council.store, calendar->meeting, "state", state);
  akk_store_set_int (calendar->council.store, calendar->meeting, "invited_on",
                     akk_date_parse ("2025-11-01"));
  g_assert_true (akk_store_commit (calendar->council.store, NULL));
}

/* Who answers the first invitation says nothing of the day of the second. */
static void
test_answer_to_earlier_invitation (Calendar *calendar, gconstpointer data)
{
  static const struct {
    int sequence;
    const char *start;
    gboolean counts;
  } cases[] = {
    { 0, HOUR, FALSE },
    { 0, "20251127T093000", TRUE }, /* asked before, of the very hour */
    { 1, "20251127T093000", TRUE },
    { 2, "20251127T093000", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *stamp = g_strdup_printf ("202511%uT080000Z", 10 + i);
    g_autofree char *text = reply (calendar, cases[i].sequence, stamp, cases[i].start, "ACCEPTED");
    gboolean older;

    plan (calendar, "2025-11-27", 1, AKK_MEETING_INVITED);
    g_assert_cmpint (answer_after (calendar, text, &older), ==,
                     cases[i].counts ? AKK_ATTENDANCE_COMING : AKK_ATTENDANCE_UNKNOWN);
    g_assert_cmpint (older, ==, !cases[i].counts);
    g_assert_cmpint (calendar->meeting->date, ==, akk_date_parse ("2025-11-27"));
    if (cases[i].counts)
      g_assert_true (akk_store_undo (calendar->council.store, NULL));
  }
}

/* What was moved here since is not moved back by the invitation of before. */
static void
test_older_plan (Calendar *calendar, gconstpointer data)
{
  static const struct {
    AkkMeetingState state;
    int sequence;
    gboolean counts;
  } cases[] = {
    { AKK_MEETING_INVITED, 0, FALSE }, { AKK_MEETING_INVITED, 1, TRUE },
    { AKK_MEETING_PLANNED, 1, FALSE }, /* not invited yet to what is planned now */
    { AKK_MEETING_PLANNED, 2, TRUE },  { AKK_MEETING_HELD, 2, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *one = event (calendar, cases[i].sequence, "20251118T080000Z", HOUR, "");
    g_autofree char *text =
        g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", one, "END:VCALENDAR\r\n", NULL);
    g_autoptr (GPtrArray) changes = NULL;
    const AkkIcsChange *change;

    plan (calendar, "2025-11-13", 1, cases[i].state);
    changes = read_text (calendar, text);
    change = changes->len > 0 ? changes->pdata[0] : NULL;
    g_assert_cmpint (change != NULL && change->moved, ==, cases[i].counts);
    g_assert_cmpint (change != NULL && change->older, ==,
                     !cases[i].counts && cases[i].state != AKK_MEETING_HELD);
  }
}

/* As when it is changed by hand; who got the file is invited to what it says. */
static void
test_taken_over (Calendar *calendar, gconstpointer data)
{
  static const char *const methods[] = { "", "METHOD:REQUEST\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
    g_autofree char *one = reply (calendar, 3, "20251118T080000Z", "20251127T093000", "DECLINED");
    g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", methods[i], one,
                                         "END:VCALENDAR\r\n", NULL);
    g_autoptr (GPtrArray) changes = NULL;
    g_autoptr (AkkAgenda) agenda = NULL;

    plan (calendar, "2025-11-20", 1, AKK_MEETING_INVITED);
    changes = read_text (calendar, text);
    g_assert_true (akk_ics_apply (calendar->council.store, changes, NULL));
    agenda = akk_agenda_new (calendar->council.store, calendar->meeting);
    g_assert_cmpint (calendar->meeting->date, ==, akk_date_parse ("2025-11-27"));
    g_assert_cmpint (calendar->meeting->sequence, ==, 3);
    g_assert_cmpint (calendar->meeting->state, ==,
                     i == 0 ? AKK_MEETING_PLANNED : AKK_MEETING_INVITED);
    g_assert_cmpint (((AkkAgendaSeat *) agenda->seats->pdata[0])->state, ==,
                     AKK_ATTENDANCE_EXCUSED);
  }
}

static void
test_cancelled (Calendar *calendar, gconstpointer data)
{
  g_autofree char *text = write_calendar (calendar, AKK_ICS_CANCEL);
  g_autoptr (GPtrArray) changes = read_text (calendar, text);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_true (akk_ics_apply (calendar->council.store, changes, NULL));
  g_assert_cmpint (calendar->meeting->state, ==, AKK_MEETING_CANCELLED);
  g_assert_true (akk_store_undo (calendar->council.store, NULL));
  g_assert_cmpint (calendar->meeting->state, ==, AKK_MEETING_INVITED);
}

static void
test_foreign (Calendar *calendar, gconstpointer data)
{
  static const char *const broken[] = { "", "Dag!", "BEGIN:VCARD\r\nEND:VCARD\r\n",
                                        "\xff\xfe\x00" };
  g_autoptr (GPtrArray) changes =
      read_text (calendar, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Tandarts\r\n"
                           "END:VEVENT\r\nEND:VCALENDAR\r\n");
  const AkkIcsChange *change = changes->pdata[0];

  g_assert_null (change->meeting);
  g_assert_cmpstr (change->summary, ==, "Tandarts");
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (akk_ics_read (calendar->council.store, broken[i], &error));
    g_assert_error (error, AKK_ICS_ERROR, AKK_ICS_ERROR_UNREADABLE);
  }
}

#define ADD(path, test) g_test_add ("/meeting-ics/" path, Calendar, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("says-when-where-and-who", test_writes);
  ADD ("our-own-file-changes-nothing", test_own_file_changes_nothing);
  ADD ("another-time-is-seen-in-any-zone", test_moved);
  ADD ("answers-come-back-to-the-seats", test_reply);
  ADD ("an-older-answer-changes-nothing", test_older_answer);
  ADD ("an-answer-to-an-earlier-invitation-changes-nothing", test_answer_to_earlier_invitation);
  ADD ("an-older-file-moves-nothing-back", test_older_plan);
  ADD ("what-moves-must-be-asked-anew", test_taken_over);
  ADD ("a-cancellation-cancels-and-can-be-undone", test_cancelled);
  ADD ("other-files-are-told-apart", test_foreign);
  return g_test_run ();
}
