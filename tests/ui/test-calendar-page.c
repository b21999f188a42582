/* The page Agenda: a year of marks, as months and as a list.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/body.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/meeting.h"
#include "register-fixture.h"
#include "ui/calendar-marks.h"
#include "ui/calendar-page.h"

#define ALL 7u

static void
add_meeting (RegisterFixture *f, gint64 body, gint64 day, AkkMeetingState state)
{
  g_autoptr (AkkMeeting) meeting = akk_record_new (&akk_meeting_record);

  g_object_set (meeting, "body-id", body, "date", day, "state", (gint64) state, NULL);
  akk_store_add (f->store, meeting);
}

/* Meetings in 2025 and 2026, of an agreement that ends in 2025. */
static void
fill (RegisterFixture *f)
{
  g_autoptr (AkkBody) body = akk_record_new (&akk_body_record);
  g_autoptr (GError) error = NULL;

  g_object_set (body, "agreement-id", f->agreement->record.id, "name", "Werkgroep", "times",
                (gint64) 1, NULL);
  akk_store_begin (f->store, "Fill");
  akk_store_set_int (f->store, f->agreement, "stage", AKK_STAGE_RUNNING);
  akk_store_set_int (f->store, f->agreement, "starts_on", akk_date_from_ymd (2025, 1, 1));
  akk_store_set_int (f->store, f->agreement, "ends_on", akk_date_from_ymd (2025, 12, 31));
  akk_store_add (f->store, body);
  add_meeting (f, body->record.id, akk_date_from_ymd (2025, 6, 12), AKK_MEETING_APPROVED);
  add_meeting (f, body->record.id, akk_date_from_ymd (2025, 2, 18), AKK_MEETING_CANCELLED);
  add_meeting (f, body->record.id, akk_date_from_ymd (2026, 2, 18), AKK_MEETING_PLANNED);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
}

static void
test_marks (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GPtrArray) heads = NULL;
  const AkkCalendarMark *mark;

  fill (f);
  all = akk_calendar_marks (f->store, 2025, ALL);
  meetings = akk_calendar_marks (f->store, 2025, 1u << AKK_MARK_MEETING);
  g_assert_cmpuint (meetings->len, ==, 2);
  /* The last day for the body, and the end. */
  g_assert_cmpuint (all->len, ==, 4);
  mark = all->pdata[0];
  g_assert_cmpint (mark->day, ==, akk_date_from_ymd (2025, 2, 18));
  g_assert_cmpint (mark->glyph, ==, AKK_GLYPH_STOPPED);
  mark = all->pdata[1];
  g_assert_cmpint (mark->glyph, ==, AKK_GLYPH_DONE);
  g_assert_cmpstr (mark->place.action, ==, "view.show-meeting");
  mark = all->pdata[3];
  g_assert_cmpint (mark->kind, ==, AKK_MARK_TERM);
  heads = akk_calendar_marks_with_heads (all);
  g_assert_cmpuint (heads->len, ==, 7);
  g_assert_true (((AkkCalendarMark *) heads->pdata[0])->heads);
}

static GtkWidget *
show_year (RegisterFixture *f, int year)
{
  GtkWidget *page = g_object_new (AKK_TYPE_CALENDAR_PAGE, NULL);
  int today;

  akk_date_to_ymd (akk_store_today (f->store), &today, NULL, NULL);
  akk_calendar_page_set_store (AKK_CALENDAR_PAGE (page), f->store);
  register_show (f, page);
  for (; today > year; today--)
    register_click (f, "Previous Year");
  for (; today < year; today++)
    register_click (f, "Next Year");
  return page;
}

/* Each day with marks is a button, named by them. */
static void
test_months (RegisterFixture *f, gconstpointer data)
{
  fill (f);
  show_year (f, 2025);
  register_button (f, "12 June 2025: Werkgroep, Minutes approved");
  register_button (f, "18 February 2025: Werkgroep, Cancelled");
  register_click (f, "Next Year");
  register_button (f, "2026");
  register_settle ();
}

static void
test_follows (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (GListModel) bodies = NULL;
  g_autoptr (AkkBody) body = NULL;
  g_autoptr (GError) error = NULL;

  fill (f);
  show_year (f, 2025);
  bodies = akk_store_list (f->store, &akk_body_record, NULL, 0);
  body = g_list_model_get_item (bodies, 0);
  akk_store_begin (f->store, "Plan");
  add_meeting (f, body->record.id, akk_date_from_ymd (2025, 9, 18), AKK_MEETING_HELD);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
  register_button (f, "18 September 2025: Werkgroep, Held");
}

#define TEST(name, function)                                                                       \
  g_test_add (name, RegisterFixture, NULL, register_set_up, function, register_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("/calendar-page/marks-of-a-year-by-day", test_marks);
  TEST ("/calendar-page/marked-days-are-named-buttons", test_months);
  TEST ("/calendar-page/follows-the-store", test_follows);
  return g_test_run ();
}
