/* The page Overleg: the year of each body, what comes and what was held.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/body.h"
#include "core/dates.h"
#include "core/meeting.h"
#include "register-fixture.h"
#include "ui/consultation-page.h"
#include "ui/meeting-page.h"
#include "ui/year-lane.h"

static AkkConsultationPage *
page_of (RegisterFixture *f)
{
  GtkWidget *page = g_object_new (AKK_TYPE_CONSULTATION_PAGE, NULL);

  akk_consultation_page_set_agreement (AKK_CONSULTATION_PAGE (page), f->store, f->agreement);
  register_show (f, page);
  return AKK_CONSULTATION_PAGE (page);
}

static AkkBody *
add_body (RegisterFixture *f)
{
  AkkBody *body = akk_record_new (&akk_body_record);

  g_object_set (body, "agreement-id", f->agreement->record.id, "name", "Werkgroep", "position",
                "a0", "starts-at", (gint64) 570, "place", "Wichelen", NULL);
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, body);
  g_assert_true (akk_store_commit (f->store, NULL));
  return body;
}

static void
add_meeting (RegisterFixture *f, AkkBody *body, AkkMeetingState state, gint64 date)
{
  g_autoptr (AkkMeeting) meeting = akk_record_new (&akk_meeting_record);

  g_object_set (meeting, "body-id", body->record.id, "state", (gint64) state, "date", date, NULL);
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, meeting);
  g_assert_true (akk_store_commit (f->store, NULL));
}

/* How many widgets of a type can be seen; the last of them in `found`. */
static guint
count (GtkWidget *widget, GType type, GtkWidget **found)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)) {
    *found = widget;
    n++;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type, found);
  return n;
}

static void
wait_for (RegisterFixture *f, GType type)
{
  GtkWidget *found = NULL;

  while (count (f->window, type, &found) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
without_bodies_it_offers_one (RegisterFixture *f, gconstpointer data)
{
  page_of (f);
  register_click (f, "New _Body…");
  register_write (f, "Name", "Stuurgroep");
  register_apply (f);
  g_assert_cmpuint (register_count (f, &akk_body_record), ==, 1);
}

static void
a_new_meeting_takes_the_habits_of_its_body (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkBody) body = add_body (f);
  AkkConsultationPage *page = page_of (f);
  g_autoptr (GListModel) list = NULL;
  g_autoptr (AkkMeeting) meeting = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "consultation.new-meeting", NULL);
  register_write (f, "Date", "18-2-2026");
  register_apply (f);
  list = akk_store_list (f->store, &akk_meeting_record, "body_id", body->record.id);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  meeting = g_list_model_get_item (list, 0);
  g_assert_cmpint (meeting->date, ==, akk_date_from_ymd (2026, 2, 18));
  g_assert_cmpint (meeting->starts_at, ==, 570);
  g_assert_cmpstr (meeting->place, ==, "Wichelen");
  wait_for (f, AKK_TYPE_MEETING_PAGE);

  g_assert_true (akk_store_undo (f->store, &error));
  wait_for (f, AKK_TYPE_YEAR_LANE);
}

static void
a_mark_opens_its_meeting (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkBody) body = add_body (f);

  add_meeting (f, body, AKK_MEETING_HELD, akk_date_from_ymd (2025, 2, 18));
  page_of (f);
  register_click (f, "Werkgroep, 18 February 2025, held");
  wait_for (f, AKK_TYPE_MEETING_PAGE);
}

static void
a_year_shows_its_own_meetings (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkBody) body = add_body (f);
  GtkWidget *years = NULL, *row = NULL;

  add_meeting (f, body, AKK_MEETING_HELD, akk_date_from_ymd (2024, 3, 12));
  add_meeting (f, body, AKK_MEETING_PLANNED, akk_date_from_ymd (2025, 12, 11));
  page_of (f);
  g_assert_nonnull (register_button (f, "Werkgroep, 11 December 2025, planned"));
  g_assert_cmpuint (count (f->window, ADW_TYPE_ACTION_ROW, &row), ==, 1);
  g_assert_cmpuint (count (f->window, ADW_TYPE_TOGGLE_GROUP, &years), ==, 1);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (years), "2024");
  g_assert_nonnull (register_button (f, "Werkgroep, 12 March 2024, held"));
  register_expect (f, "1 meeting held in 2024");
}

/* A meeting a day: what is shown stays small. */
static void
a_full_year_is_a_few_rows (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkBody) body = add_body (f);
  GtkWidget *found = NULL;
  guint rows;

  akk_store_begin (f->store, "Fill");
  for (int day = 0; day < 300; day++) {
    g_autoptr (AkkMeeting) meeting = akk_record_new (&akk_meeting_record);

    g_object_set (meeting, "body-id", body->record.id, "state", (gint64) AKK_MEETING_HELD, "date",
                  akk_date_from_ymd (2025, 1, 1) + day, NULL);
    akk_store_add (f->store, meeting);
  }
  g_assert_true (akk_store_commit (f->store, NULL));
  page_of (f);
  register_settle ();
  rows = count (f->window, ADW_TYPE_ACTION_ROW, &found);
  g_assert_cmpuint (rows, <=, 12);
  g_assert_cmpuint (count (f->window, GTK_TYPE_MENU_BUTTON, &found), <=, 40);
  register_click (f, "Show More");
  g_assert_cmpuint (count (f->window, ADW_TYPE_ACTION_ROW, &found), >, rows);
}

int
main (int argc, char **argv)
{
  static const RegisterTest tests[] = {
    { "/consultation/without-bodies-it-offers-one", without_bodies_it_offers_one },
    { "/consultation/a-new-meeting-takes-the-habits-of-its-body",
      a_new_meeting_takes_the_habits_of_its_body },
    { "/consultation/a-mark-opens-its-meeting", a_mark_opens_its_meeting },
    { "/consultation/a-year-shows-its-own-meetings", a_year_shows_its_own_meetings },
    { "/consultation/a-full-year-is-a-few-rows", a_full_year_is_a_few_rows },
  };

  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  return register_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
