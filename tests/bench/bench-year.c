/* A step in a dossier with 5,000 meetings: until the pages Agenda, Vandaag and Overleg show it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "core/agreement.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/meeting.h"
#include "material.h"
#include "ui/calendar-page.h"
#include "ui/consultation-page.h"
#include "ui/today-page.h"
#include "ui/today-rows.h"

#define N_BODIES 20
#define N_MEETINGS 250 /* of each body, over five years */
#define N_STEPS 30
#define QUIET_US 60000
#define RUNNING "must be at most 16.7, a frame"

static AkkMeeting *moved;

static void
add_body (AkkStore *store, gint64 agreement, guint index)
{
  g_autoptr (AkkBody) body = akk_record_new (&akk_body_record);
  gint64 today = akk_store_today (store);

  g_object_set (body, "agreement-id", agreement, "name", "Werkgroep", "times", (gint64) 40, NULL);
  akk_store_add (store, body);
  for (guint i = 0; i < N_MEETINGS; i++) {
    g_autoptr (AkkMeeting) meeting = akk_record_new (&akk_meeting_record);
    gint64 day = today - 900 + i * 7 + index % 7;

    g_object_set (meeting, "body-id", body->record.id, "date", day, "state",
                  (gint64) (day < today ? AKK_MEETING_APPROVED : AKK_MEETING_PLANNED), NULL);
    akk_store_add (store, meeting);
    g_set_object (&moved, meeting);
  }
}

static void
make (AkkStore *store)
{
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);
  g_autoptr (GError) error = NULL;

  akk_store_begin (store, "Make");
  g_object_set (agreement, "title", "Overeenkomst", "stage", (gint64) AKK_STAGE_RUNNING,
                "starts-on", akk_store_today (store) - 900, NULL);
  akk_store_add (store, agreement);
  for (guint i = 0; i < N_BODIES; i++)
    add_body (store, agreement->record.id, i);
  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

/* What a step takes until the frame that shows it. */
typedef struct {
  gboolean running;
  gboolean painting; /* a frame in which nothing is drawn shows nothing */
  Stopwatch start, shown; /* the last frame so far */
} Step;

static void
paint_cb (GdkFrameClock *clock, Step *step)
{
  step->painting = TRUE;
}

static void
painted_cb (GdkFrameClock *clock, Step *step)
{
  if (step->running && step->painting)
    step->shown = stopwatch_read (step->start);
  step->painting = FALSE;
}

/* Until nothing happened for a while: whatever a step changes is shown. */
static void
settle (void)
{
  for (gint64 last = g_get_monotonic_time (); g_get_monotonic_time () - last < QUIET_US;)
    if (g_main_context_iteration (NULL, FALSE))
      last = g_get_monotonic_time ();
    else
      g_usleep (500);
}

/* From a step that moves a meeting until the last frame that draws something of it. */
static void
measure (AkkStore *store, GtkWidget *page, const char *name)
{
  GtkWidget *window = gtk_window_new ();
  double wall[N_STEPS], processor[N_STEPS];
  Step step = { 0 };
  GdkFrameClock *clock;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "paint", G_CALLBACK (paint_cb), &step);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &step);
  for (guint i = 0; i < N_STEPS; i++) {
    step.running = FALSE;
    settle ();
    step.running = TRUE;
    step.start = stopwatch_start ();
    akk_store_begin (store, "Move");
    akk_store_set_int (store, moved, "date", akk_store_today (store) + 1 + i % 2);
    g_assert_true (akk_store_commit (store, NULL));
    /* What the page does when it has nothing else to do; it may be that nothing is drawn. */
    while (g_main_context_iteration (NULL, FALSE))
      ;
    step.shown = stopwatch_read (step.start);
    settle ();
    wall[i] = step.shown.wall;
    processor[i] = step.shown.processor;
  }
  report_time (name,
               (Stopwatch) { quantile (wall, N_STEPS, 0.5), quantile (processor, N_STEPS, 0.5) },
               RUNNING);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("akkoord-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_store_open (path, 0, &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  GtkWidget *calendar, *today, *consultation;
  Stopwatch time;

  g_assert_no_error (error);
  adw_init ();
  make (store);
  time = stopwatch_start ();
  akk_today_free (akk_today_new (store));
  report_time ("rows of Vandaag", stopwatch_read (time), RUNNING);
  calendar = g_object_new (AKK_TYPE_CALENDAR_PAGE, NULL);
  akk_calendar_page_set_store (AKK_CALENDAR_PAGE (calendar), store);
  measure (store, calendar, "a step on Agenda, median");
  today = g_object_new (AKK_TYPE_TODAY_PAGE, NULL);
  akk_today_page_set_store (AKK_TODAY_PAGE (today), store);
  measure (store, today, "a step on Vandaag, median");
  agreement = akk_agreement_nth (store, 1);
  time = stopwatch_start ();
  consultation = g_object_new (AKK_TYPE_CONSULTATION_PAGE, NULL);
  akk_consultation_page_set_agreement (AKK_CONSULTATION_PAGE (consultation), store, agreement);
  report_time ("Overleg opened", stopwatch_read (time), "");
  measure (store, consultation, "a step on Overleg, median");
  g_clear_object (&moved);
  g_clear_object (&store);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
