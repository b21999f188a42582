/* Tests of the agenda of a meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agenda.h"
#include "meetings-fixture.h"

static AkkMeeting *
meeting_of (Council *council, gint64 id)
{
  return akk_store_get (council->store, &akk_meeting_record, id);
}

static void
test_hours (Council *council, gconstpointer data)
{
  gint64 id = council_meeting (council, "2025-11-20", AKK_MEETING_PLANNED);
  g_autoptr (AkkMeeting) meeting = meeting_of (council, id);
  g_autoptr (AkkAgenda) agenda = NULL;
  static const gint64 minutes[] = { 5, 25, 100 };
  static const gint64 hours[] = { 570, 575, 600 };

  for (guint i = 0; i < 3; i++) {
    gint64 item = council_item (council, id, "Punt", minutes[i]);
    g_autofree char *position = g_strdup_printf ("V0000%u", i);
    g_autoptr (AkkRecord) record = akk_store_get (council->store, &akk_agenda_item_record, item);
    akk_store_begin (council->store, "Place");
    akk_store_set_text (council->store, record, "position", position);
    g_assert_true (akk_store_commit (council->store, NULL));
  }
  agenda = akk_agenda_new (council->store, meeting);
  g_assert_cmpuint (agenda->entries->len, ==, 3);
  for (guint i = 0; i < 3; i++) {
    const AkkAgendaEntry *entry = agenda->entries->pdata[i];
    g_assert_cmpuint (entry->number, ==, i + 1);
    g_assert_cmpint (entry->starts_at, ==, hours[i]);
  }
  g_assert_cmpint (agenda->minutes, ==, 130);
  g_assert_cmpint (agenda->over, ==, 10);
}

static void
test_seats (Council *council, gconstpointer data)
{
  static const struct {
    const char *date;
    gboolean delegated;
  } cases[] = {
    { "2024-12-31", FALSE }, { "2025-01-01", TRUE }, { "2025-12-31", TRUE }, { "2026-01-01", FALSE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkMeeting) meeting =
        meeting_of (council, council_meeting (council, cases[i].date, AKK_MEETING_PLANNED));
    g_autoptr (AkkAgenda) agenda = akk_agenda_new (council->store, meeting);
    const AkkAgendaSeat *laarne = agenda->seats->pdata[0];
    const AkkAgendaParty *party = agenda->parties->pdata[0];

    g_assert_cmpuint (agenda->seats->len, ==, 2);
    g_assert_cmpstr (laarne->party_name, ==, "Laarne");
    g_assert_cmpint (laarne->person != NULL, ==, cases[i].delegated);
    g_assert_cmpint (party->delegated, ==, cases[i].delegated);
  }
}

static void
test_represented (Council *council, gconstpointer data)
{
  static const struct {
    AkkMeetingState meeting;
    AkkAttendanceState state;
    gboolean represented;
  } cases[] = {
    { AKK_MEETING_INVITED, AKK_ATTENDANCE_UNKNOWN, FALSE },
    { AKK_MEETING_INVITED, AKK_ATTENDANCE_COMING, TRUE },
    { AKK_MEETING_HELD, AKK_ATTENDANCE_COMING, FALSE },
    { AKK_MEETING_HELD, AKK_ATTENDANCE_PRESENT, TRUE },
    { AKK_MEETING_HELD, AKK_ATTENDANCE_REPLACED, TRUE },
    { AKK_MEETING_HELD, AKK_ATTENDANCE_EXCUSED, FALSE },
    { AKK_MEETING_HELD, AKK_ATTENDANCE_ABSENT, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 id = council_meeting (council, "2025-06-12", cases[i].meeting);
    g_autoptr (AkkMeeting) meeting = meeting_of (council, id);
    g_autoptr (AkkAgenda) agenda = NULL;

    council_add (council, &akk_attendance_record, "meeting-id", id, "seat-id", council->seat[1],
                 "state", (gint64) cases[i].state, NULL);
    agenda = akk_agenda_new (council->store, meeting);
    g_assert_cmpint (((AkkAgendaParty *) agenda->parties->pdata[1])->represented, ==,
                     cases[i].represented);
  }
}

static gboolean
offers (Council *council, gint64 meeting_id, const char *title)
{
  g_autoptr (AkkMeeting) meeting = meeting_of (council, meeting_id);
  g_autoptr (GPtrArray) list = akk_agenda_offers (council->store, meeting);

  for (guint i = 0; i < list->len; i++) {
    const AkkAgendaOffer *offer = list->pdata[i];
    if (g_str_equal (offer->item->title, title))
      return TRUE;
  }
  return FALSE;
}

static void
take (Council *council, gint64 meeting_id, const char *title)
{
  g_autoptr (AkkMeeting) meeting = meeting_of (council, meeting_id);
  g_autoptr (GPtrArray) list = akk_agenda_offers (council->store, meeting);

  for (guint i = 0; i < list->len; i++) {
    const AkkAgendaOffer *offer = list->pdata[i];
    if (g_str_equal (offer->item->title, title)) {
      akk_store_begin (council->store, "Take");
      akk_store_add (council->store, offer->item);
      g_assert_true (akk_store_commit (council->store, NULL));
    }
  }
}

static void
test_offers (Council *council, gconstpointer data)
{
  gint64 first = council_meeting (council, "2025-02-18", AKK_MEETING_HELD);
  gint64 second = council_meeting (council, "2025-11-20", AKK_MEETING_PLANNED);
  gint64 third = council_meeting (council, "2026-03-05", AKK_MEETING_PLANNED);
  gint64 item = council_item (council, first, "Kinderopvang", 15);
  g_autoptr (AkkRecord) record = akk_store_get (council->store, &akk_agenda_item_record, item);

  council_add (council, &akk_standing_item_record, "body-id", council->body, "title", "Stand",
               NULL);
  council_add (council, &akk_standing_item_record, "body-id", council->body, "title", "Evaluatie",
               "yearly", (gint64) 1, NULL);
  council_add (council, &akk_decision_record, "meeting-id", first, "text", "Elk bestuur belt.",
               "number", "2025-01", "state", (gint64) AKK_DECISION_TAKEN, "due-on",
               akk_date_parse ("2025-06-01"), NULL);
  council_add (council, &akk_action_record, "agreement-id", council->agreement, "item-id", item,
               "title", "Lijst maken", "deadline", akk_date_parse ("2025-12-01"), NULL);
  council_item (council, first, "Vergeten", 5);
  council_add (council, &akk_signal_record, "agreement-id", council->agreement, "body-id",
               council->body, "title", "Opvang", "state", (gint64) AKK_SIGNAL_ANSWERED, NULL);
  g_assert_false (offers (council, second, "Kinderopvang")); /* something came of it */
  g_assert_true (offers (council, second, "Vergeten"));
  akk_store_begin (council->store, "Leave");
  akk_store_set_int (council->store, record, "state", AKK_ITEM_UNFINISHED);
  g_assert_true (akk_store_commit (council->store, NULL));

  g_assert_true (offers (council, second, "Kinderopvang"));
  g_assert_true (offers (council, second, "Verslag van 18 februari 2025"));
  g_assert_true (offers (council, second, "Stand"));
  g_assert_true (offers (council, second, "Evaluatie"));
  g_assert_true (offers (council, second, "Elk bestuur belt."));
  g_assert_true (offers (council, second, "Opvang"));
  g_assert_false (offers (council, second, "Lijst maken")); /* its deadline lies after it */
  g_assert_true (offers (council, third, "Lijst maken"));

  take (council, second, "Evaluatie");
  take (council, second, "Stand");
  take (council, second, "Verslag van 18 februari 2025");
  g_assert_false (offers (council, second, "Evaluatie"));
  g_assert_false (offers (council, second, "Verslag van 18 februari 2025"));
  g_assert_true (offers (council, third, "Evaluatie")); /* another year */
  g_assert_true (offers (council, third, "Stand"));
}

static gboolean
lacks (Council *council, gint64 meeting_id, AkkAgendaLackKind kind, const char *text)
{
  g_autoptr (AkkMeeting) meeting = meeting_of (council, meeting_id);
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (council->store, meeting);
  g_autoptr (GPtrArray) list = akk_agenda_lacks (agenda, akk_date_parse ("2025-11-17"));

  for (guint i = 0; i < list->len; i++) {
    const AkkAgendaLack *lack = list->pdata[i];
    if (lack->kind == kind && strstr (lack->text, text) != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
test_lacks (Council *council, gconstpointer data)
{
  gint64 ahead = council_meeting (council, "2025-11-20", AKK_MEETING_PLANNED);
  gint64 held = council_meeting (council, "2025-06-12", AKK_MEETING_HELD);

  g_assert_true (lacks (council, ahead, AKK_LACK_AGENDA, "empty"));
  g_assert_true (lacks (council, ahead, AKK_LACK_DELEGATE, "Zele"));
  g_assert_false (lacks (council, ahead, AKK_LACK_DELEGATE, "Laarne"));
  g_assert_true (lacks (council, ahead, AKK_LACK_INVITATION, ""));
  council_item (council, ahead, "Verslag", 125);
  g_assert_false (lacks (council, ahead, AKK_LACK_AGENDA, "empty"));
  g_assert_true (lacks (council, ahead, AKK_LACK_AGENDA, "5 minutes"));

  g_assert_true (lacks (council, held, AKK_LACK_ATTENDANCE, "2 seats"));
  g_assert_true (lacks (council, held, AKK_LACK_MINUTES, "not approved"));
  council_item (council, held, "Verslag", 5);
  g_assert_true (lacks (council, held, AKK_LACK_MINUTES, "Item 1"));
  council_item (council, held, "Varia", 5);
  g_assert_true (lacks (council, held, AKK_LACK_MINUTES, "2 items")); /* in one line */
}

#define ADD(path, test)                                                                            \
  g_test_add ("/agenda/" path, Council, NULL, council_set_up, test, council_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("items-follow-one-another-in-the-hour", test_hours);
  ADD ("a-seat-is-taken-by-the-delegate-of-that-day", test_seats);
  ADD ("a-party-is-represented-by-who-comes-or-came", test_represented);
  ADD ("offers-what-the-next-meeting-owes", test_offers);
  ADD ("says-what-is-missing", test_lacks);
  return g_test_run ();
}
