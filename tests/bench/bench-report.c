/* How fast an evaluation report is on paper, from the records to a conforming PDF, in a dossier
 * with 100,000 measurements: 42,000 of its own agreement, all others of the next one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/evaluation-facts.h"
#include "core/party.h"
#include "material.h"
#include "print/evaluation-print.h"

#define N_INDICATORS 20 /* besides those of the example */
#define N_YEARS 20
#define N_GROUPS 12
#define N_OTHERS 30 /* indicators of the other agreement */
#define LAST_YEAR 2024
#define N_ROUNDS 5

static void
add_measurement (AkkStore *store, gint64 indicator, int year, gint64 party, guint group)
{
  g_autoptr (AkkMeasurement) it = akk_record_new (&akk_measurement_record);
  g_autofree char *name = group > 0 ? g_strdup_printf ("Doelgroep %u", group) : g_strdup ("");

  g_object_set (it, "target-group", name, NULL);
  it->indicator_id = indicator;
  it->year = year;
  it->party_id = party;
  it->value = (gint64) (1000 + year % 7 * 13 + party % 11 * 17 + group) * AKK_DECIMAL;
  it->received_on = akk_date_from_ymd (year + 1, 2, 3);
  akk_store_add (store, it);
}

static guint
fill (AkkStore *store, AkkAgreement *agreement, guint n_indicators)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkFigures) figures = akk_figures_new (store, agreement->record.id);
  GPtrArray *municipalities = akk_figures_municipalities (figures);
  g_autoptr (GArray) parties = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = 0;

  for (guint i = 0; i < municipalities->len; i++)
    g_array_append_val (parties, ((AkkRecord *) municipalities->pdata[i])->id);
  akk_store_begin (store, "Fill");
  for (guint i = 0; i < n_indicators; i++) {
    g_autoptr (AkkIndicator) it = akk_record_new (&akk_indicator_record);
    g_autofree char *name = g_strdup_printf ("Gesprekken van soort %u", i + 1);
    g_object_set (it, "agreement-id", agreement->record.id, "name", name, "source", "Besturen",
                  "by-municipality", (gint64) TRUE, NULL);
    akk_store_add (store, it);
    for (guint party = 0; party < parties->len; party++)
      for (int year = LAST_YEAR - N_YEARS + 1; year <= LAST_YEAR; year++)
        for (guint group = 0; group <= N_GROUPS; group++, n++)
          add_measurement (store, it->record.id, year, g_array_index (parties, gint64, party),
                           group);
  }
  akk_store_commit (store, &error);
  g_assert_no_error (error);
  return n;
}

static void
bench_edition (AkkStore *store, AkkAgreement *agreement, AkkReportEdition edition, const char *name)
{
  const AkkReportPrint wanted = { .edition = edition };
  double wall[N_ROUNDS], processor[N_ROUNDS];
  guint n_pages = 0;

  for (guint round = 0; round < N_ROUNDS; round++) {
    g_autoptr (GError) error = NULL;
    Stopwatch time = stopwatch_start ();
    g_autoptr (AkkDocument) document =
        akk_report_document_new (store, agreement, LAST_YEAR, &wanted, &error);
    g_autoptr (GBytes) pdf = NULL;

    g_assert_no_error (error);
    n_pages = akk_pages_count (document->pages);
    pdf = akk_document_pdf (document, &error);
    g_assert_no_error (error);
    time = stopwatch_read (time);
    wall[round] = time.wall;
    processor[round] = time.processor;
  }
  g_print ("%s: %u pages\n", name, n_pages);
  report_time (name,
               (Stopwatch) { quantile (wall, N_ROUNDS, 0.5), quantile (processor, N_ROUNDS, 0.5) },
               edition == AKK_REPORT_WHOLE ? "must be at most 300 for 30 pages" : "");
}

int
main (void)
{
  BenchAgreement made;
  g_autoptr (AkkAgreement) agreement = NULL;
  Stopwatch time;

  bench_agreement_init (&made, "0");
  agreement = akk_agreement_nth (made.store, 1);
  g_print ("%u measurements more", fill (made.store, agreement, N_INDICATORS));
  g_print (", and %u of another agreement\n", fill (made.store, made.agreement, N_OTHERS));
  time = stopwatch_start ();
  akk_evaluation_facts_free (akk_evaluation_facts_new (made.store, agreement, LAST_YEAR,
                                                       akk_date_from_ymd (2025, 11, 17)));
  report_time ("the facts of a year", stopwatch_read (time), "");
  bench_edition (made.store, agreement, AKK_REPORT_WHOLE, "the report");
  bench_edition (made.store, agreement, AKK_REPORT_SUMMARY, "its summary");
  bench_edition (made.store, agreement, AKK_REPORT_MUNICIPALITY, "a page for each municipality");
  g_clear_object (&agreement);
  bench_agreement_clear (&made);
  return 0;
}
