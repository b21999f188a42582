/* The page Vandaag: what is next and what is owed, and the way there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/action.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/evaluation.h"
#include "core/indicator.h"
#include "core/measurement.h"
#include "core/meeting.h"
#include "core/section.h"
#include "register-fixture.h"
#include "ui/calendar-marks.h"
#include "ui/today-page.h"
#include "ui/today-rows.h"

static void
commit (RegisterFixture *f)
{
  g_autoptr (GError) error = NULL;

  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
}

static gint64
add (RegisterFixture *f, gpointer data)
{
  g_autoptr (AkkRecord) record = data;

  akk_store_add (f->store, record);
  return record->id;
}

/* Two meetings a year, by the calendar year. */
static gint64
add_body (RegisterFixture *f)
{
  AkkBody *body = akk_record_new (&akk_body_record);

  g_object_set (body, "agreement-id", f->agreement->record.id, "name", "Werkgroep", "times",
                (gint64) 2, NULL);
  return add (f, body);
}

static gint64
add_meeting (RegisterFixture *f, gint64 body, gint64 day, AkkMeetingState state)
{
  AkkMeeting *meeting = akk_record_new (&akk_meeting_record);

  g_object_set (meeting, "body-id", body, "date", day, "state", (gint64) state, NULL);
  return add (f, meeting);
}

static void
add_action (RegisterFixture *f, const char *title, gint64 deadline)
{
  AkkAction *action = akk_record_new (&akk_action_record);

  g_object_set (action, "agreement-id", f->agreement->record.id, "title", title, "deadline",
                deadline, NULL);
  add (f, action);
}

/* An agreement that runs all of this year, with a body that still owes a meeting. */
static gint64
run_agreement (RegisterFixture *f)
{
  int year;
  gint64 body;

  akk_date_to_ymd (akk_store_today (f->store), &year, NULL, NULL);
  akk_store_begin (f->store, "Run");
  akk_store_set_int (f->store, f->agreement, "stage", AKK_STAGE_RUNNING);
  akk_store_set_int (f->store, f->agreement, "starts_on", akk_date_from_ymd (year, 1, 1));
  body = add_body (f);
  commit (f);
  return body;
}

static void
test_begins (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkToday) today = akk_today_new (f->store);

  g_assert_cmpint (today->state, ==, AKK_TODAY_NO_BODIES);
  register_show (f, g_object_new (AKK_TYPE_TODAY_PAGE, NULL));
  akk_today_page_set_store (AKK_TODAY_PAGE (adw_window_get_content (ADW_WINDOW (f->window))),
                            f->store);
  register_button (f, "_Consultation");
}

static void
test_meeting (RegisterFixture *f, gconstpointer data)
{
  gint64 body = run_agreement (f), day = akk_store_today (f->store), id;
  g_autoptr (AkkToday) today = NULL;
  const AkkTodayRow *row;

  akk_store_begin (f->store, "Plan");
  add_meeting (f, body, day - 2, AKK_MEETING_PLANNED);
  add_meeting (f, body, day + 9, AKK_MEETING_PLANNED);
  id = add_meeting (f, body, day + 3, AKK_MEETING_PLANNED);
  add_meeting (f, body, day + 1, AKK_MEETING_CANCELLED);
  commit (f);
  today = akk_today_new (f->store);
  row = today->groups[AKK_TODAY_MEETING]->pdata[0];
  g_assert_cmpint (row->day, ==, day + 3);
  g_assert_cmpstr (row->title, ==, "Werkgroep");
  g_assert_cmpstr (row->aside, ==, "in 3 days");
  g_assert_cmpint (row->place.target, ==, id);
  g_assert_cmpstr (row->place.action, ==, "view.show-meeting");
  /* An empty agenda and no invitation. */
  g_assert_cmpuint (today->groups[AKK_TODAY_MEETING]->len, >, 1);
}

static void
test_actions (RegisterFixture *f, gconstpointer data)
{
  gint64 day = akk_store_today (f->store);
  g_autoptr (AkkToday) today = NULL;
  const AkkTodayRow *row;

  akk_store_begin (f->store, "Fill");
  add_action (f, "Later", day + 70);
  add_action (f, "Vandaag", day);
  add_action (f, "Te laat", day - 17);
  commit (f);
  today = akk_today_new (f->store);
  g_assert_cmpuint (today->groups[AKK_TODAY_ACTIONS]->len, ==, 2);
  row = today->groups[AKK_TODAY_ACTIONS]->pdata[0];
  g_assert_cmpstr (row->title, ==, "Te laat");
  g_assert_cmpstr (row->subtitle, ==, "17 days late");
  g_assert_cmpint (row->glyph, ==, AKK_GLYPH_ATTENTION);
  g_assert_cmpuint (akk_today_late_actions (f->store, day), ==, 1);
}

static void
test_owed (RegisterFixture *f, gconstpointer data)
{
  gint64 body = run_agreement (f);
  g_autoptr (AkkToday) today = akk_today_new (f->store);
  const AkkTodayRow *row = today->groups[AKK_TODAY_OBLIGATIONS]->pdata[0];

  g_assert_cmpstr (row->title, ==, "Werkgroep");
  g_assert_cmpuint (row->required, ==, 2);
  g_assert_cmpuint (row->held, ==, 0);
  g_assert_cmpint (row->plan_body_id, ==, body);
}

/* What Berlare delivers for both; of the year before, Zele gave nothing. */
static void
add_figures (RegisterFixture *f, int year)
{
  g_autoptr (GListModel) parties =
      akk_store_list (f->store, &akk_party_record, "agreement_id", f->agreement->record.id);
  g_autoptr (AkkParty) berlare = g_list_model_get_item (parties, 0);

  akk_store_begin (f->store, "Measure");
  akk_store_set_int (f->store, f->agreement, "starts_on", akk_date_from_ymd (year - 1, 1, 1));
  for (guint i = 0; i < 3; i++) {
    AkkIndicator *indicator = akk_record_new (&akk_indicator_record);
    AkkMeasurement *measurement = akk_record_new (&akk_measurement_record);

    g_object_set (indicator, "agreement-id", f->agreement->record.id, "name", "Trajecten",
                  "by-municipality", (gint64) 1, "supplier-id", berlare->record.id, NULL);
    g_object_set (measurement, "indicator-id", add (f, indicator), "year", (gint64) year - 1,
                  "party-id", berlare->record.id, NULL);
    add (f, measurement);
  }
  commit (f);
}

static const AkkTodayRow *
only_row (const AkkToday *today, AkkTodayGroup group, const char *title)
{
  const AkkTodayRow *found = NULL;

  for (guint i = 0; i < today->groups[group]->len; i++) {
    const AkkTodayRow *row = today->groups[group]->pdata[i];

    if (g_str_equal (row->title, title)) {
      g_assert_null (found);
      found = row;
    }
  }
  g_assert_nonnull (found);
  return found;
}

static void
test_figures (RegisterFixture *f, gconstpointer data)
{
  g_autofree char *title = NULL;
  g_autoptr (AkkToday) today = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  const AkkTodayRow *row;
  guint n = 0;
  int year;

  run_agreement (f);
  akk_date_to_ymd (akk_store_today (f->store), &year, NULL, NULL);
  add_figures (f, year);
  title = g_strdup_printf ("Figures %d: 3 indicators incomplete", year - 1);
  today = akk_today_new (f->store);
  row = only_row (today, AKK_TODAY_TERMS, title);
  g_assert_nonnull (strstr (row->subtitle, "Still to come from Zele"));
  g_assert_cmpstr (row->place.page, ==, "indicators");
  /* The agenda has one mark for them too. */
  marks = akk_calendar_marks (f->store, year - 1, 1u << AKK_MARK_TERM);
  for (guint i = 0; i < marks->len; i++)
    n += g_str_has_prefix (((const AkkCalendarMark *) marks->pdata[i])->title, title);
  g_assert_cmpuint (n, ==, 1);
}

/* The first plan is not known by the term of an agreement that starts at signing, before it does.
 */
static void
test_first_plan (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkToday) unsigned_yet = NULL, started = NULL;

  akk_store_begin (f->store, "Term");
  akk_store_set_int (f->store, f->agreement, "first_plan_months", 6);
  akk_store_set_int (f->store, f->agreement, "starts_at_signing", TRUE);
  akk_store_set_int (f->store, f->agreement, "starts_on", AKK_NO_DATE);
  akk_store_set_int (f->store, f->agreement, "ends_on", akk_date_from_ymd (2031, 12, 31));
  akk_store_set_int (f->store, f->agreement, "stage", AKK_STAGE_SIGNING);
  commit (f);
  unsigned_yet = akk_today_new (f->store);
  only_row (unsigned_yet, AKK_TODAY_TERMS, "First action plan");
  akk_store_begin (f->store, "Start");
  akk_store_set_int (f->store, f->agreement, "starts_on", akk_date_from_ymd (2026, 1, 1));
  commit (f);
  started = akk_today_new (f->store);
  only_row (started, AKK_TODAY_TERMS, "First action plan 2026–2031");
}

/* What was taken over is owed until it was read, or signed. */
static void
test_review (RegisterFixture *f, gconstpointer data)
{
  AkkAgreement *next = akk_record_new (&akk_agreement_record);
  AkkSection *section = akk_record_new (&akk_section_record);
  g_autoptr (AkkToday) before = NULL, today = NULL, after = NULL;
  const AkkTodayRow *row;
  gint64 id;

  akk_store_begin (f->store, "Follow");
  g_object_set (next, "title", "Opvolger", "short-title", "Opvolger", "predecessor-id",
                f->agreement->record.id, NULL);
  id = add (f, next);
  g_object_set (section, "agreement-id", id, "heading", "Doel", NULL);
  add (f, g_object_ref (section));
  commit (f);
  before = akk_today_new (f->store);
  g_assert_cmpuint (before->groups[AKK_TODAY_TERMS]->len, ==, 0);
  akk_store_begin (f->store, "Ask");
  akk_store_set_int (f->store, section, "review", AKK_REVIEW_OPEN);
  commit (f);
  today = akk_today_new (f->store);
  row = today->groups[AKK_TODAY_TERMS]->pdata[0];
  g_assert_cmpstr (row->title, ==, "Opvolger: 1 section still to be read");
  g_assert_cmpint (row->place.agreement_id, ==, id);
  akk_store_begin (f->store, "Read");
  akk_store_set_int (f->store, section, "review", AKK_REVIEW_VALID);
  commit (f);
  after = akk_today_new (f->store);
  g_assert_cmpuint (after->groups[AKK_TODAY_TERMS]->len, ==, 0);
  g_object_unref (section);
}

static void
test_evaluation (RegisterFixture *f, gconstpointer data)
{
  gint64 body = run_agreement (f), id;
  g_autoptr (AkkBody) record = akk_store_get (f->store, &akk_body_record, body);
  AkkEvaluation *evaluation = akk_record_new (&akk_evaluation_record);
  g_autofree char *title = NULL;
  g_autoptr (AkkToday) before = NULL;
  g_autoptr (AkkToday) today = NULL;
  int year;

  akk_date_to_ymd (akk_store_today (f->store), &year, NULL, NULL);
  title = g_strdup_printf ("Evaluation %d", year);
  akk_store_begin (f->store, "Evaluate");
  akk_store_set_int (f->store, record, "evaluates", 1);
  commit (f);
  before = akk_today_new (f->store);
  g_assert_cmpstr (only_row (before, AKK_TODAY_OBLIGATIONS, title)->place.action, ==,
                   "view.show-body");
  akk_store_begin (f->store, "Report");
  g_object_set (evaluation, "agreement-id", f->agreement->record.id, "year", (gint64) year, NULL);
  id = add (f, evaluation);
  commit (f);
  today = akk_today_new (f->store);
  g_assert_cmpstr (only_row (today, AKK_TODAY_OBLIGATIONS, title)->place.action, ==,
                   "view.show-evaluation");
  g_assert_cmpint (only_row (today, AKK_TODAY_OBLIGATIONS, title)->place.target, ==, id);
}

/* The page follows the store while it is seen. */
static void
test_follows (RegisterFixture *f, gconstpointer data)
{
  GtkWidget *page = g_object_new (AKK_TYPE_TODAY_PAGE, NULL);
  gint64 body = run_agreement (f);
  g_autoptr (GError) error = NULL;

  akk_today_page_set_store (AKK_TODAY_PAGE (page), f->store);
  register_show (f, page);
  register_row (f, "Werkgroep");
  akk_store_begin (f->store, "Plan");
  add_meeting (f, body, akk_store_today (f->store), AKK_MEETING_PLANNED);
  commit (f);
  register_expect (f, "today");
  akk_store_undo (f->store, &error);
  g_assert_no_error (error);
  register_settle ();
  register_row (f, "Werkgroep");
}

#define TEST(name, function)                                                                       \
  g_test_add (name, RegisterFixture, NULL, register_set_up, function, register_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("/today-page/says-what-to-do-first", test_begins);
  TEST ("/today-page/next-meeting-is-the-first-that-is-ahead", test_meeting);
  TEST ("/today-page/late-actions-come-first", test_actions);
  TEST ("/today-page/owed-meetings-can-be-planned", test_owed);
  TEST ("/today-page/figures-of-a-year-are-one-row", test_figures);
  TEST ("/today-page/unread-sections-are-owed", test_review);
  TEST ("/today-page/a-first-plan-has-no-term-before-the-start", test_first_plan);
  TEST ("/today-page/an-evaluation-leads-to-its-report", test_evaluation);
  TEST ("/today-page/follows-the-store", test_follows);
  return g_test_run ();
}
