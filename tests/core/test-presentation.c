/* Tests of presenting a meeting: slides, time, and what is noted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/presentation.h"

#include "core/attachment.h"
#include "core/dates.h"
#include "core/jot.h"
#include "meetings-fixture.h"

static gint64
item_at (Council *council, gint64 meeting, guint place, const char *title, gint64 minutes)
{
  gint64 id = council_item (council, meeting, title, minutes);
  g_autoptr (AkkRecord) record = akk_store_get (council->store, &akk_agenda_item_record, id);
  g_autofree char *position = g_strdup_printf ("V0000%u", place);

  akk_store_begin (council->store, "Place");
  akk_store_set_text (council->store, record, "position", position);
  g_assert_true (akk_store_commit (council->store, NULL));
  return id;
}

static void
set_int (Council *council, const AkkRecordType *type, gint64 id, const char *field, gint64 value)
{
  g_autoptr (AkkRecord) record = akk_store_get (council->store, type, id);

  akk_store_begin (council->store, "Set");
  akk_store_set_int (council->store, record, field, value);
  g_assert_true (akk_store_commit (council->store, NULL));
}

/* At half past nine, items of 10, 20 and 30 minutes. */
typedef struct {
  gint64 meeting_id, items[3];
  AkkMeeting *meeting;
} Evening;

static Evening
evening_new (Council *council)
{
  Evening evening = { .meeting_id = council_meeting (council, "2025-11-20", AKK_MEETING_INVITED) };

  for (guint i = 0; i < 3; i++)
    evening.items[i] = item_at (council, evening.meeting_id, i, "Punt", 10 * (i + 1));
  evening.meeting = akk_store_get (council->store, &akk_meeting_record, evening.meeting_id);
  return evening;
}

static void
test_pace (Council *council, gconstpointer data)
{
  static const struct {
    int item; /* -1: none */
    gint64 spent, now; /* `now` in minutes past half past nine */
    gint64 left, behind;
  } cases[] = {
    { 0, 0, 0, 600, 0 },   { 0, 300, 5, 300, 0 },     { 0, 900, 15, -300, 300 },
    { 1, 0, 10, 1200, 0 }, { 1, 744, 18, 456, -264 }, { 1, 744, 28, 456, 336 },
    { 2, 1800, 60, 0, 0 }, { 2, 60, 65, 1740, 2040 }, { -1, 0, 3, 0, 180 },
  };
  Evening evening = evening_new (council);
  g_autoptr (AkkMeeting) meeting = evening.meeting;
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (council->store, meeting);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 id = cases[i].item >= 0 ? evening.items[cases[i].item] : 0;
    AkkPace pace =
        akk_agenda_pace (agenda, id, cases[i].spent, (meeting->starts_at + cases[i].now) * 60);

    g_assert_cmpint (pace.left, ==, cases[i].left);
    g_assert_cmpint (pace.behind, ==, cases[i].behind);
    g_assert_cmpint (pace.total_left, ==, (meeting->duration_min - cases[i].now) * 60);
  }
}

static void
test_midnight (Council *council, gconstpointer data)
{
  Evening evening = evening_new (council);
  g_autoptr (AkkMeeting) meeting = evening.meeting;
  g_autoptr (AkkAgenda) agenda = NULL;
  AkkPace pace;

  set_int (council, &akk_meeting_record, evening.meeting_id, "starts_at", 23 * 60 + 30);
  agenda = akk_agenda_new (council->store, meeting);
  pace = akk_agenda_pace (agenda, evening.items[2], 0, 5 * 60);
  g_assert_cmpint (pace.behind, ==, 5 * 60);
  g_assert_cmpint (pace.total_left, ==, (meeting->duration_min - 35) * 60);
}

/* A rehearsal the evening before is not hours late. */
static void
test_rehearsal (Council *council, gconstpointer data)
{
  static const struct {
    gint64 began, behind; /* minutes past half past nine */
  } cases[] = { { 0, 20 }, { 15, 20 }, { 60, 20 }, { 61, -41 }, { -61, 81 } };
  Evening evening = evening_new (council);
  g_autoptr (AkkMeeting) meeting = evening.meeting;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkAgenda) agenda = NULL;
    AkkPace pace;

    set_int (council, &akk_meeting_record, evening.meeting_id, "began_at",
             meeting->starts_at + cases[i].began);
    agenda = akk_agenda_new (council->store, meeting);
    pace = akk_agenda_pace (agenda, evening.items[0], 0, (meeting->starts_at + 20) * 60);
    g_assert_cmpint (pace.behind, ==, cases[i].behind * 60);
  }
}

static void
test_slides (Council *council, gconstpointer data)
{
  static const AkkSlideKind expected[] = {
    AKK_SLIDE_TITLE,  AKK_SLIDE_ATTENDANCE, AKK_SLIDE_ITEM, AKK_SLIDE_ITEM,    AKK_SLIDE_ACTIONS,
    AKK_SLIDE_MATRIX, AKK_SLIDE_FILE,       AKK_SLIDE_ITEM, AKK_SLIDE_CLOSING,
  };
  Evening evening = evening_new (council);
  g_autoptr (AkkMeeting) meeting = evening.meeting;
  g_autoptr (AkkAttachment) file = akk_record_new (&akk_attachment_record);
  g_autoptr (AkkAgenda) agenda = NULL;
  g_autoptr (GArray) slides = NULL;
  AkkSlide gone = { AKK_SLIDE_FILE, evening.items[0], 4711 };

  set_int (council, &akk_agenda_item_record, evening.items[1], "subject", AKK_SUBJECT_PROGRESS);
  g_object_set (file, "item-id", evening.items[1], "name", "Nota.pdf", NULL);
  akk_store_begin (council->store, "Attach");
  akk_store_add (council->store, file);
  g_assert_true (akk_store_commit (council->store, NULL));
  agenda = akk_agenda_new (council->store, meeting);
  slides = akk_slides_new (council->store, agenda);
  g_assert_cmpuint (slides->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < slides->len; i++)
    g_assert_cmpint (g_array_index (slides, AkkSlide, i).kind, ==, expected[i]);
  g_assert_cmpuint (akk_slides_find (slides, &g_array_index (slides, AkkSlide, 5)), ==, 5);
  g_assert_cmpuint (akk_slides_find (slides, &gone), ==, 2);
  gone.item_id = 4711;
  g_assert_cmpuint (akk_slides_find (slides, &gone), ==, 0);
  set_int (council, &akk_meeting_record, evening.meeting_id, "stage", AKK_STAGE_ITEM);
  set_int (council, &akk_meeting_record, evening.meeting_id, "item_id", evening.items[2]);
  g_assert_cmpuint (akk_slides_resume (slides, meeting), ==, 7);
}

/* --- Noting --- */

static void
test_decision_grows (Council *council, gconstpointer data)
{
  Evening evening = evening_new (council);
  g_autoptr (AkkMeeting) meeting = evening.meeting;
  g_autoptr (AkkJot) jot =
      akk_jot_new (council->store, meeting, evening.items[1], AKK_JOT_DECISION);
  AkkDecision *decision;

  g_assert_null (akk_jot_get_record (jot));
  g_assert_true (akk_jot_set_text (jot, "E", NULL));
  g_assert_true (akk_jot_set_text (jot, "Elk bestuur duidt iemand aan ", NULL));
  decision = (AkkDecision *) akk_jot_get_record (jot);
  g_assert_cmpstr (decision->text, ==, "Elk bestuur duidt iemand aan");
  g_assert_cmpint (decision->item_id, ==, evening.items[1]);
  g_assert_cmpint (decision->state, ==, AKK_DECISION_DRAFT);
  g_assert_true (akk_jot_set_when (jot, akk_date_parse ("2026-01-31"), NULL));
  g_assert_true (akk_jot_set_who (jot, NULL, "VDAB", NULL));
  g_assert_true (akk_jot_approve (jot, NULL));
  g_assert_cmpint (decision->state, ==, AKK_DECISION_TAKEN);
  g_assert_cmpstr (decision->number, ==, "2025-01");
  g_assert_cmpstr (decision->owner, ==, "VDAB");
  g_assert_cmpint (decision->due_on, ==, akk_date_parse ("2026-01-31"));
}

static void
test_empty_leaves_nothing (Council *council, gconstpointer data)
{
  Evening evening = evening_new (council);
  g_autoptr (AkkMeeting) meeting = evening.meeting;

  for (AkkJotKind kind = 0; kind < AKK_N_JOTS; kind++) {
    g_autoptr (AkkJot) jot = akk_jot_new (council->store, meeting, evening.items[0], kind);
    g_autoptr (AkkAgenda) agenda = NULL;
    const AkkAgendaEntry *entry;

    g_assert_true (akk_jot_set_text (jot, "Iets", NULL));
    agenda = akk_agenda_new (council->store, meeting);
    entry = agenda->entries->pdata[0];
    g_assert_cmpuint (entry->decisions->len, ==, kind == AKK_JOT_DECISION);
    g_assert_cmpuint (entry->actions->len, ==, kind == AKK_JOT_ACTION);
    g_assert_cmpuint (entry->signals->len, ==, kind == AKK_JOT_SIGNAL);
    g_assert_cmpuint (entry->parked->len, ==, kind == AKK_JOT_PARKED);
    g_assert_cmpstr (entry->item->outcome, ==, kind == AKK_JOT_NOTE ? "Iets\n" : "");
    g_assert_true (akk_jot_set_text (jot, " ", NULL));
    g_clear_pointer (&agenda, akk_agenda_free);
    agenda = akk_agenda_new (council->store, meeting);
    entry = agenda->entries->pdata[0];
    g_assert_cmpuint (entry->decisions->len + entry->actions->len + entry->signals->len +
                          entry->parked->len,
                      ==, 0);
    g_assert_cmpstr (entry->item->outcome, ==, "");
  }
}

static void
test_note_is_a_paragraph (Council *council, gconstpointer data)
{
  Evening evening = evening_new (council);
  g_autoptr (AkkMeeting) meeting = evening.meeting;
  g_autoptr (AkkAgendaItem) item =
      akk_store_get (council->store, &akk_agenda_item_record, evening.items[0]);
  g_autoptr (AkkJot) jot = akk_jot_new (council->store, meeting, evening.items[0], AKK_JOT_NOTE);
  g_autoptr (AkkJot) second = NULL;

  g_assert_true (akk_jot_set_text (jot, "Eerst *dit*", NULL));
  second = akk_jot_new (council->store, meeting, evening.items[0], AKK_JOT_NOTE);
  g_assert_true (akk_jot_set_text (second, "Dan dat", NULL));
  g_assert_cmpstr (item->outcome, ==, "Eerst \\*dit\\*\n\nDan dat\n");
  g_assert_true (akk_store_undo (council->store, NULL));
  akk_jot_follow (second);
  g_assert_cmpstr (akk_jot_get_text (second), ==, "");
  g_assert_null (akk_jot_new (council->store, meeting, 0, AKK_JOT_NOTE));
}

static void
test_undone_line_comes_anew (Council *council, gconstpointer data)
{
  Evening evening = evening_new (council);
  g_autoptr (AkkMeeting) meeting = evening.meeting;
  g_autoptr (AkkJot) jot = akk_jot_new (council->store, meeting, evening.items[0], AKK_JOT_SIGNAL);

  g_assert_true (akk_jot_set_text (jot, "Geen bus", NULL));
  g_assert_true (akk_store_undo (council->store, NULL));
  akk_jot_follow (jot);
  g_assert_null (akk_jot_get_record (jot));
  g_assert_true (akk_jot_set_text (jot, "Geen trein", NULL));
  g_assert_cmpstr (akk_jot_get_text (jot), ==, "Geen trein");
}

static void
test_parked_is_offered_once (Council *council, gconstpointer data)
{
  Evening evening = evening_new (council);
  g_autoptr (AkkMeeting) meeting = evening.meeting;
  g_autoptr (AkkJot) jot = akk_jot_new (council->store, meeting, evening.items[0], AKK_JOT_PARKED);
  gint64 next_id = council_meeting (council, "2026-03-01", AKK_MEETING_PLANNED);
  g_autoptr (AkkMeeting) next = akk_store_get (council->store, &akk_meeting_record, next_id);

  g_assert_true (akk_jot_set_text (jot, "Kinderopvang", NULL));
  for (guint round = 0; round < 2; round++) {
    g_autoptr (GPtrArray) offers = akk_agenda_offers (council->store, next);
    guint n = 0;

    for (guint i = 0; i < offers->len; i++) {
      AkkAgendaOffer *offer = offers->pdata[i];

      if (!g_str_equal (offer->item->title, "Kinderopvang"))
        continue;
      n++;
      akk_store_begin (council->store, "Take up");
      akk_store_add (council->store, offer->item);
      g_assert_true (akk_store_commit (council->store, NULL));
    }
    g_assert_cmpuint (n, ==, round == 0);
  }
}

static void
test_days (Council *council, gconstpointer data)
{
  static const struct {
    const char *typed, *date;
  } cases[] = {
    { "31/1", "2026-01-31" },
    { "24-12", "2025-12-24" },
    { "19.11", "2026-11-19" },
    { "1 maart", "2026-03-01" },
    { "1/3/2027", "2027-03-01" },
    { "+2w", "2025-12-04" },
    { "+3m", "2026-02-20" },
    { " +10d ", "2025-11-30" },
    { "+", NULL },
    { "+2x", NULL },
    { "31/2", NULL },
    { "morgen", NULL },
  };
  Evening evening = evening_new (council);
  g_autoptr (AkkMeeting) meeting = evening.meeting;
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (council->store, meeting);
  gint64 today = akk_date_parse ("2025-11-17");
  g_autoptr (GPtrArray) offered = akk_jot_days (council->store, agenda, "", today);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) days = akk_jot_days (council->store, agenda, cases[i].typed, today);
    g_autofree char *date =
        days->len > 0 ? akk_date_format (((AkkJotDay *) days->pdata[0])->date) : NULL;

    g_assert_cmpstr (date, ==, cases[i].date);
  }
  g_assert_cmpuint (offered->len, ==, 4);
  for (guint i = 1; i < offered->len; i++)
    g_assert_cmpint (((AkkJotDay *) offered->pdata[i - 1])->date, <,
                     ((AkkJotDay *) offered->pdata[i])->date);
}

#define ADD(path, test) g_test_add (path, Council, NULL, council_set_up, test, council_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/presentation/pace", test_pace);
  ADD ("/presentation/past-midnight", test_midnight);
  ADD ("/presentation/rehearsal", test_rehearsal);
  ADD ("/presentation/slides", test_slides);
  ADD ("/jot/decision-is-stored-as-it-grows", test_decision_grows);
  ADD ("/jot/empty-line-leaves-nothing", test_empty_leaves_nothing);
  ADD ("/jot/note-is-a-paragraph-of-the-minutes", test_note_is_a_paragraph);
  ADD ("/jot/undone-line-comes-anew", test_undone_line_comes_anew);
  ADD ("/jot/parked-subject-is-offered-once", test_parked_is_offered_once);
  ADD ("/jot/days", test_days);
  return g_test_run ();
}
