/* Tests of preparing a meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/attachment.h"
#include "core/indicator.h"
#include "core/measurement.h"
#include "core/preparation.h"
#include "core/store-search.h"
#include "meetings-fixture.h"

#define TODAY "2025-11-19"
#define MEETING "2025-11-20"

static const AkkCheck *
check_of (const AkkPreparation *preparation, AkkCheckKey key)
{
  return preparation->checks->pdata[key];
}

static AkkPreparation *
prepare (Council *council, gint64 id)
{
  g_autoptr (AkkMeeting) meeting = akk_store_get (council->store, &akk_meeting_record, id);

  return akk_preparation_new (council->store, meeting, akk_date_parse (TODAY));
}

static void
expect (Council *council, gint64 id, AkkCheckKey key, AkkCheckState state, AkkMend mend)
{
  g_autoptr (AkkPreparation) preparation = prepare (council, id);
  const AkkCheck *check = check_of (preparation, key);

  g_assert_cmpint (check->key, ==, key);
  g_assert_cmpint (check->state, ==, state);
  g_assert_cmpint (check->mend, ==, mend);
}

/* Takes what the check has ready. */
static void
take (Council *council, gint64 id, AkkCheckKey key)
{
  g_autoptr (AkkMeeting) meeting = akk_store_get (council->store, &akk_meeting_record, id);
  g_autoptr (AkkPreparation) preparation = prepare (council, id);

  akk_store_begin (council->store, "Take");
  akk_agenda_take (council->store, meeting, check_of (preparation, key)->items);
  g_assert_true (akk_store_commit (council->store, NULL));
}

static void
send (Council *council, gint64 meeting)
{
  g_autoptr (AkkRecord) record = akk_store_get (council->store, &akk_meeting_record, meeting);

  akk_store_begin (council->store, "Send");
  akk_store_set_int (council->store, record, "minutes_sent_on", akk_date_parse ("2025-06-20"));
  g_assert_true (akk_store_commit (council->store, NULL));
}

/* Its minutes were sent. */
static gint64
add_held (Council *council)
{
  gint64 meeting = council_meeting (council, "2025-06-12", AKK_MEETING_HELD);

  send (council, meeting);
  return meeting;
}

static void
add_late_action (Council *council, gint64 meeting)
{
  council_add (council, &akk_action_record, "agreement-id", council->agreement, "title", "Loket",
               "deadline", akk_date_parse ("2025-11-19"), NULL);
}

static void
add_signal (Council *council, gint64 meeting)
{
  council_add (council, &akk_signal_record, "agreement-id", council->agreement, "title", "Opvang",
               NULL);
}

static void
add_figure (Council *council, gint64 meeting)
{
  gint64 indicator;

  add_held (council);
  indicator = council_add (council, &akk_indicator_record, "agreement-id", council->agreement,
                           "name", "Gesprekken", NULL);
  council_add (council, &akk_measurement_record, "indicator-id", indicator, "year", (gint64) 2024,
               "value", (gint64) 120000, "received-on", akk_date_parse ("2025-07-01"), NULL);
}

static void
add_standing (Council *council, gint64 meeting)
{
  council_add (council, &akk_standing_item_record, "body-id", council->body, "title", "Rondvraag",
               NULL);
}

static void
add_minutes (Council *council, gint64 meeting)
{
  add_held (council);
}

static void
add_item (Council *council, gint64 meeting)
{
  council_item (council, meeting, "Rondvraag", 10);
}

static void
add_bare (Council *council, gint64 meeting)
{
  council_add (council, &akk_agenda_item_record, "meeting-id", meeting, "title", "Taalbeleid",
               "kind", (gint64) AKK_ITEM_DECISION, NULL);
}

static void
add_locked (Council *council, gint64 meeting)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-", 5);
  g_autofree char *file = akk_store_add_blob (council->store, bytes, NULL);
  gint64 item = council_item (council, meeting, "Taalbeleid", 10);

  council_add (council, &akk_attachment_record, "item-id", item, "name", "nota.pdf", "file", file,
               NULL);
  g_assert_true (
      akk_store_keep_reading (council->store, file, AKK_READING_LOCKED, NULL, NULL, NULL));
}

/* What a check says of a meeting without anything, and after something came. */
static void
test_states (Council *council, gconstpointer data)
{
  static const struct {
    AkkCheckKey key;
    AkkCheckState before;
    void (*change) (Council *council, gint64 meeting);
    AkkCheckState after;
    AkkMend mend;
    gboolean taken; /* taking what it has ready makes it done */
  } cases[] = {
    { AKK_CHECK_AGENDA, AKK_CHECK_TO_DO, add_item, AKK_CHECK_DONE, AKK_MEND_NONE, FALSE },
    { AKK_CHECK_MINUTES, AKK_CHECK_DONE, add_minutes, AKK_CHECK_TO_DO, AKK_MEND_TAKE, TRUE },
    { AKK_CHECK_OFFERS, AKK_CHECK_DONE, add_standing, AKK_CHECK_ADVICE, AKK_MEND_TAKE, TRUE },
    { AKK_CHECK_ACTIONS, AKK_CHECK_DONE, add_late_action, AKK_CHECK_ADVICE, AKK_MEND_TAKE, TRUE },
    { AKK_CHECK_INDICATORS, AKK_CHECK_DONE, add_figure, AKK_CHECK_ADVICE, AKK_MEND_TAKE, TRUE },
    { AKK_CHECK_SIGNALS, AKK_CHECK_DONE, add_signal, AKK_CHECK_ADVICE, AKK_MEND_TAKE, TRUE },
    { AKK_CHECK_ATTACHMENTS, AKK_CHECK_DONE, add_bare, AKK_CHECK_ADVICE, AKK_MEND_ITEM, FALSE },
    { AKK_CHECK_ATTACHMENTS, AKK_CHECK_ADVICE, add_locked, AKK_CHECK_TO_DO, AKK_MEND_NONE, FALSE },
    { AKK_CHECK_PACK, AKK_CHECK_ADVICE, add_bare, AKK_CHECK_ADVICE, AKK_MEND_PACK, FALSE },
  };
  gint64 id = council_meeting (council, MEETING, AKK_MEETING_PLANNED);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkPreparation) before = prepare (council, id);

    g_test_message ("%s", akk_checks[cases[i].key]);
    g_assert_cmpint (check_of (before, cases[i].key)->state, ==, cases[i].before);
    cases[i].change (council, id);
    expect (council, id, cases[i].key, cases[i].after, cases[i].mend);
    if (cases[i].taken) {
      take (council, id, cases[i].key);
      expect (council, id, cases[i].key, AKK_CHECK_DONE, AKK_MEND_NONE);
    }
  }
}

static void
test_delegates (Council *council, gconstpointer data)
{
  gint64 id = council_meeting (council, MEETING, AKK_MEETING_PLANNED);
  g_autoptr (AkkPreparation) preparation = prepare (council, id);
  const AkkCheck *check = check_of (preparation, AKK_CHECK_DELEGATES);

  g_assert_cmpint (check->state, ==, AKK_CHECK_TO_DO);
  g_assert_cmpstr (check->sentence, ==, "Zele has delegated nobody yet");
  g_assert_cmpint (check->mend, ==, AKK_MEND_SEATS);
  g_assert_cmpint (check->record, ==, council->party[1]);

  council_add (council, &akk_delegate_record, "seat-id", council->seat[1], "person-id",
               council->person, NULL);
  expect (council, id, AKK_CHECK_DELEGATES, AKK_CHECK_DONE, AKK_MEND_NONE);
  council_add (council, &akk_seat_record, "body-id", council->body, "party-id", council->party[1],
               NULL);
  expect (council, id, AKK_CHECK_DELEGATES, AKK_CHECK_ADVICE, AKK_MEND_SEATS);
}

/* Who did not get them can hardly approve them. */
static void
test_unsent (Council *council, gconstpointer data)
{
  gint64 held = council_meeting (council, "2025-06-12", AKK_MEETING_HELD);
  gint64 id = council_meeting (council, MEETING, AKK_MEETING_PLANNED);
  g_autoptr (AkkPreparation) preparation = NULL;
  const AkkCheck *unsent;

  take (council, id, AKK_CHECK_MINUTES);
  preparation = prepare (council, id);
  unsent = check_of (preparation, AKK_CHECK_MINUTES);
  g_assert_cmpint (unsent->state, ==, AKK_CHECK_TO_DO);
  g_assert_cmpstr (unsent->sentence, ==, "The last minutes were not sent yet");
  g_assert_cmpint (unsent->mend, ==, AKK_MEND_MEETING);
  g_assert_cmpint (unsent->record, ==, held);
  send (council, held);
  expect (council, id, AKK_CHECK_MINUTES, AKK_CHECK_DONE, AKK_MEND_NONE);
}

static void
test_invitation (Council *council, gconstpointer data)
{
  static const struct {
    AkkMeetingState state;
    AkkCheckState check;
  } cases[] = { { AKK_MEETING_PLANNED, AKK_CHECK_TO_DO }, { AKK_MEETING_INVITED, AKK_CHECK_DONE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    expect (council, council_meeting (council, MEETING, cases[i].state), AKK_CHECK_INVITATION,
            cases[i].check, cases[i].check == AKK_CHECK_DONE ? AKK_MEND_NONE : AKK_MEND_INVITE);
}

/* Of several things each is mended by itself, and all at once. */
static void
test_parts (Council *council, gconstpointer data)
{
  gint64 id = council_meeting (council, MEETING, AKK_MEETING_PLANNED);

  add_late_action (council, id);
  add_late_action (council, id);
  {
    g_autoptr (AkkPreparation) preparation = prepare (council, id);
    const AkkCheck *check = check_of (preparation, AKK_CHECK_ACTIONS);

    g_assert_cmpuint (check->parts->len, ==, 2);
    g_assert_cmpint (((AkkCheck *) check->parts->pdata[0])->mend, ==, AKK_MEND_ACTION);
    g_assert_cmpuint (check->items->len, ==, 1);
    g_assert_cmpstr (((AkkAgendaItem *) check->items->pdata[0])->title, ==,
                     "Voortgang van het actieplan");
  }
  take (council, id, AKK_CHECK_ACTIONS);
  expect (council, id, AKK_CHECK_ACTIONS, AKK_CHECK_DONE, AKK_MEND_NONE);
}

static void
test_owed (Council *council, gconstpointer data)
{
  gint64 id = council_meeting (council, MEETING, AKK_MEETING_PLANNED);
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (council->store, &akk_agreement_record, council->agreement);
  g_autoptr (AkkBody) body = akk_store_get (council->store, &akk_body_record, council->body);

  expect (council, id, AKK_CHECK_OBLIGATIONS, AKK_CHECK_DONE, AKK_MEND_NONE);
  akk_store_begin (council->store, "Run");
  akk_store_set_int (council->store, agreement, "stage", AKK_STAGE_RUNNING);
  akk_store_set_int (council->store, agreement, "starts_on", akk_date_parse ("2025-01-01"));
  akk_store_set_int (council->store, agreement, "ends_on", akk_date_parse ("2025-12-31"));
  akk_store_set_int (council->store, body, "times", 2);
  g_assert_true (akk_store_commit (council->store, NULL));
  expect (council, id, AKK_CHECK_OBLIGATIONS, AKK_CHECK_ADVICE, AKK_MEND_DATES);
  council_meeting (council, "2025-12-11", AKK_MEETING_PLANNED);
  expect (council, id, AKK_CHECK_OBLIGATIONS, AKK_CHECK_DONE, AKK_MEND_NONE);
}

static void
test_progress (Council *council, gconstpointer data)
{
  gint64 id = council_meeting (council, MEETING, AKK_MEETING_PLANNED);
  g_autoptr (AkkPreparation) before = prepare (council, id);
  guint done = 0;

  g_assert_cmpuint (before->checks->len, ==, AKK_N_CHECKS);
  g_assert_cmpuint (before->n, ==, AKK_N_CHECKS - 1); /* a pack can always be made */
  for (guint i = 0; i < before->checks->len; i++)
    done += check_of (before, i)->state == AKK_CHECK_DONE;
  g_assert_cmpuint (before->n_done, ==, done);
  council_item (council, id, "Rondvraag", 10);
  {
    g_autoptr (AkkPreparation) after = prepare (council, id);
    g_assert_cmpuint (after->n_done, ==, done + 1);
  }
}

static void
test_next (Council *council, gconstpointer data)
{
  gint64 day = akk_date_parse (TODAY);
  gint64 id;

  g_assert_null (akk_meeting_next (council->store, day));
  council_meeting (council, "2025-11-18", AKK_MEETING_PLANNED);
  council_meeting (council, "2025-11-19", AKK_MEETING_CANCELLED);
  council_meeting (council, "2025-12-19", AKK_MEETING_PLANNED);
  id = council_meeting (council, "2025-11-19", AKK_MEETING_INVITED);
  {
    g_autoptr (AkkMeeting) next = akk_meeting_next (council->store, day);
    g_assert_cmpint (next->record.id, ==, id);
  }
}

#define ADD(path, test)                                                                            \
  g_test_add ("/preparation/" path, Council, NULL, council_set_up, test, council_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-check-says-what-is-to-be-done-and-what-mends-it", test_states);
  ADD ("who-delegated-nobody-is-named", test_delegates);
  ADD ("an-invitation-must-be-sent", test_invitation);
  ADD ("the-last-minutes-must-be-sent", test_unsent);
  ADD ("many-things-are-mended-one-by-one-or-at-once", test_parts);
  ADD ("what-the-body-owes-is-said-until-it-is-planned", test_owed);
  ADD ("what-is-done-is-counted", test_progress);
  ADD ("the-next-meeting-is-the-first-that-takes-place", test_next);
  return g_test_run ();
}
