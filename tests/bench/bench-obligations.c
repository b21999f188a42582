/* What 300 agreements owe: reckoned from plain values, and read from the dossier before that.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "core/agenda-item.h"
#include "core/dates.h"
#include "core/indicator.h"
#include "core/measurement.h"
#include "core/obligations-private.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/section.h"
#include "material.h"

#define N_AGREEMENTS 300
#define N_BODIES 3
#define N_MEETINGS 12 /* of each body */
#define N_ITEMS 7 /* of each meeting */
#define N_RUNS 30
#define N_INDICATORS 15
#define N_MUNICIPALITIES 8
#define N_YEARS 4
#define N_MEASUREMENTS 100000

static AkkMeeting *moved;

static gint64
add (AkkStore *store, gpointer data)
{
  g_autoptr (AkkRecord) record = data;

  akk_store_add (store, record);
  return record->id;
}

static void
add_items (AkkStore *store, gint64 meeting, gint64 before, gboolean held)
{
  for (guint i = 0; i < N_ITEMS; i++) {
    AkkAgendaItem *item = akk_record_new (&akk_agenda_item_record);

    g_object_set (item, "title", "Voortgang van het actieplan", "outcome",
                  "De partners bespreken de stand van zaken en spreken af wie wat doet.", NULL);
    item->meeting_id = meeting;
    item->subject = i == 0   ? AKK_SUBJECT_MINUTES
                    : i == 1 ? AKK_SUBJECT_EVALUATION
                    : i == 2 ? AKK_SUBJECT_PLAN
                             : AKK_SUBJECT_OTHER;
    item->approves_id = i == 0 ? before : 0;
    item->state = held ? AKK_ITEM_DONE : AKK_ITEM_OPEN;
    add (store, item);
  }
}

static void
add_body (AkkStore *store, gint64 agreement, gint64 section, guint index)
{
  AkkBody *body = akk_record_new (&akk_body_record);
  gint64 today = akk_date_from_ymd (2025, 11, 17), before = 0;

  g_object_set (body, "name", "Werkgroep", NULL);
  body->agreement_id = agreement;
  body->times = 3;
  body->basis = index % 3;
  body->section_id = body->evaluation_section_id = section;
  body->evaluates = index == 0;
  add (store, body);
  for (guint i = 0; i < N_MEETINGS; i++) {
    AkkMeeting *meeting = akk_record_new (&akk_meeting_record);

    meeting->body_id = body->record.id;
    meeting->date = akk_date_from_ymd (2022, 1, 10) + i * 120 + index;
    meeting->state = meeting->date < today ? AKK_MEETING_HELD : AKK_MEETING_PLANNED;
    before = add (store, g_object_ref (meeting));
    g_set_object (&moved, meeting);
    add_items (store, before, before, meeting->date < today);
    g_object_unref (meeting);
  }
}

static void
make (AkkStore *store)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (store, "Make");
  for (guint i = 0; i < N_AGREEMENTS; i++) {
    AkkAgreement *agreement = akk_record_new (&akk_agreement_record);
    AkkSection *section = akk_record_new (&akk_section_record);
    gint64 id;

    g_object_set (agreement, "title", "Overeenkomst", NULL);
    agreement->stage = AKK_STAGE_RUNNING;
    agreement->starts_on = akk_date_from_ymd (2021, 10, 1);
    agreement->ends_on = akk_date_from_ymd (2025, 12, 31);
    agreement->yearly_plan = TRUE;
    agreement->first_plan_months = agreement->notice_months = 6;
    id = add (store, agreement);
    g_object_set (section, "agreement-id", id, "heading", "Overleg", NULL);
    section->scheme = AKK_SCHEME_PART;
    id = add (store, g_object_ref (section));
    for (guint n = 0; n < N_BODIES; n++)
      add_body (store, section->agreement_id, id, n);
    g_object_unref (section);
  }
  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

/* A step that moves a meeting. */
static void
measure_step (AkkStore *store, gint64 day)
{
  double steps[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++) {
    Stopwatch time;
    g_autoptr (GPtrArray) obligations = NULL;

    akk_store_begin (store, "Move");
    akk_store_set_int (store, moved, "date", day + 30 + i);
    g_assert_true (akk_store_commit (store, NULL));
    time = stopwatch_start ();
    obligations = akk_obligations_new (store, NULL, day);
    steps[i] = stopwatch_read (time).processor;
  }
  report ("after a step, median", quantile (steps, N_RUNS, 0.5), "ms of processor",
          "must be at most 8");
}

/* --- Figures --- */

static AkkMeasurement *measured;

static void
add_measurements (AkkStore *store, const gint64 *parties, const gint64 *indicators)
{
  for (guint i = 0; i < N_MEASUREMENTS; i++) {
    g_autoptr (AkkMeasurement) measurement = akk_record_new (&akk_measurement_record);
    g_autofree char *group = g_strdup_printf ("Groep %u", i / (N_INDICATORS * N_MUNICIPALITIES));

    g_object_set (measurement, "target-group", group, NULL);
    measurement->indicator_id = indicators[i % N_INDICATORS];
    measurement->party_id = parties[i / N_INDICATORS % N_MUNICIPALITIES];
    measurement->year = 2022 + i / (N_INDICATORS * N_MUNICIPALITIES) % N_YEARS;
    add (store, g_object_ref (measurement));
    g_set_object (&measured, measurement);
  }
}

static void
make_figures (AkkStore *store)
{
  g_autoptr (AkkAgreement) agreement = akk_agreement_nth (store, 1);
  gint64 parties[N_MUNICIPALITIES], indicators[N_INDICATORS];

  akk_store_begin (store, "Measure");
  for (guint i = 0; i < N_MUNICIPALITIES; i++) {
    AkkOrganisation *organisation = akk_record_new (&akk_organisation_record);
    AkkParty *party = akk_record_new (&akk_party_record);

    g_object_set (organisation, "name", "Berlare", NULL);
    party->organisation_id = add (store, organisation);
    party->agreement_id = agreement->record.id;
    parties[i] = add (store, party);
  }
  for (guint i = 0; i < N_INDICATORS; i++) {
    AkkIndicator *indicator = akk_record_new (&akk_indicator_record);

    g_object_set (indicator, "name", "Werkzaamheidsgraad", NULL);
    indicator->agreement_id = agreement->record.id;
    indicator->supplier_id = parties[0];
    indicator->by_municipality = TRUE;
    indicators[i] = add (store, indicator);
  }
  add_measurements (store, parties, indicators);
  g_assert_true (akk_store_commit (store, NULL));
}

/* A step that changes a figure, and one that gives it to another year. */
static void
measure_figures (AkkStore *store, gint64 day)
{
  double read[N_RUNS], values[N_RUNS], years[N_RUNS];

  make_figures (store);
  for (guint i = 0; i < N_RUNS; i++) {
    Stopwatch time = stopwatch_start ();
    g_autoptr (AkkDutyBook) book = akk_duty_book_new (store);

    read[i] = stopwatch_read (time).processor;
  }
  for (guint i = 0; i < 2 * N_RUNS; i++) {
    g_autoptr (GPtrArray) before = akk_obligations_new (store, NULL, day);
    g_autoptr (GPtrArray) obligations = NULL;
    Stopwatch time;

    akk_store_begin (store, "Measure");
    akk_store_set_int (store, measured, i < N_RUNS ? "value" : "year", 2000 + i);
    g_assert_true (akk_store_commit (store, NULL));
    time = stopwatch_start ();
    obligations = akk_obligations_new (store, NULL, day);
    *(i < N_RUNS ? &values[i] : &years[i - N_RUNS]) = stopwatch_read (time).processor;
  }
  report ("read with 100,000 measurements, median", quantile (read, N_RUNS, 0.5), "ms of processor",
          "");
  report ("after a value changed, median", quantile (values, N_RUNS, 0.5), "ms of processor",
          "must be at most 8");
  report ("after a figure changed its year, median", quantile (years, N_RUNS, 0.5),
          "ms of processor", "must be at most 16");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("akkoord-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_store_open (path, 0, &error);
  gint64 day = akk_date_from_ymd (2025, 11, 17);
  double read[N_RUNS], reckoned[N_RUNS];
  guint n = 0;

  g_assert_no_error (error);
  make (store);
  for (guint i = 0; i < N_RUNS; i++) {
    Stopwatch reading = stopwatch_start (), reckoning;
    g_autoptr (AkkDutyBook) book = akk_duty_book_new (store);
    g_autoptr (GPtrArray) obligations = NULL;

    reading = stopwatch_read (reading);
    reckoning = stopwatch_start ();
    obligations = akk_duties_weigh (book->duties, day);
    reckoned[i] = stopwatch_read (reckoning).processor;
    read[i] = reading.processor;
    n = obligations->len;
  }
  report ("obligations of 300 agreements", n, "", "");
  report ("reckoned, median", quantile (reckoned, N_RUNS, 0.5), "ms of processor",
          "must be at most 20");
  report ("reckoned, best", quantile (reckoned, N_RUNS, 0), "ms of processor", "");
  report ("read from the dossier, median", quantile (read, N_RUNS, 0.5), "ms of processor", "");
  measure_step (store, day);
  measure_figures (store, day);
  g_clear_object (&measured);
  g_clear_object (&moved);
  g_clear_object (&store);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
