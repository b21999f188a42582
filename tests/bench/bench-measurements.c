/* Getting figures in: 100,000 cells of a table, and a tenth of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "core/agreement.h"
#include "core/measurement-export.h"
#include "core/measurement-import.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/store-long.h"
#include "core/tabular.h"
#include "material.h"

#define N_PARTIES 8
#define N_INDICATORS 25
#define N_YEARS 500 /* times the two above: 100,000 */

static void
commit (AkkStore *store)
{
  g_autoptr (GError) error = NULL;

  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

static gint64
add_agreement (AkkStore *store)
{
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);

  akk_store_begin (store, "Make");
  g_object_set (agreement, "title", "Overeenkomst", NULL);
  akk_store_add (store, agreement);
  for (guint i = 0; i < N_PARTIES; i++) {
    g_autoptr (AkkOrganisation) organisation = akk_record_new (&akk_organisation_record);
    g_autoptr (AkkParty) party = akk_record_new (&akk_party_record);
    g_autofree char *name = g_strdup_printf ("Gemeente %c", 'A' + (int) i);

    g_object_set (organisation, "name", name, NULL);
    akk_store_add (store, organisation);
    g_object_set (party, "agreement-id", agreement->record.id, "organisation-id",
                  organisation->record.id, NULL);
    akk_store_add (store, party);
  }
  for (guint i = 0; i < N_INDICATORS; i++) {
    g_autoptr (AkkIndicator) indicator = akk_record_new (&akk_indicator_record);
    g_autofree char *name = g_strdup_printf ("Indicator %c", 'A' + (int) i);

    g_object_set (indicator, "agreement-id", agreement->record.id, "name", name, "by-municipality",
                  (gint64) TRUE, NULL);
    akk_store_add (store, indicator);
  }
  commit (store);
  return agreement->record.id;
}

static GBytes *
text_of (guint n_years)
{
  GString *text = g_string_new ("Jaar;Gemeente;Indicator;Waarde\n");

  for (guint year = 0; year < n_years; year++)
    for (guint party = 0; party < N_PARTIES; party++)
      for (guint indicator = 0; indicator < N_INDICATORS; indicator++)
        g_string_append_printf (text, "%u;Gemeente %c;Indicator %c;%u,%u\n", 2000 + year,
                                'A' + party, 'A' + indicator, (year * 37 + party) % 5000,
                                indicator % 10);
  return g_string_free_to_bytes (text);
}

static AkkMeasurementImport *
compare (AkkStore *store, gint64 agreement_id, const GPtrArray *table, const char *what)
{
  const AkkMeasureBlock block = { .received_on = AKK_NO_DATE };
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (GError) error = NULL;
  Stopwatch start = stopwatch_start ();
  AkkMeasurementImport *import =
      akk_measurement_import_new (store, agreement_id, table, &block, phrases, &error);

  g_assert_no_error (error);
  report_time (what, stopwatch_read (start), "");
  return import;
}

typedef struct {
  const AkkMeasurementImport *import;
  guint next;
} Filling;

static gboolean
fill_cb (AkkStore *store, gpointer data)
{
  Filling *filling = data;

  return akk_measurement_import_write_some (filling->import, store, &filling->next);
}

/* A step is what a key has to wait for. */
static void
take_over (const AkkMeasurementImport *import, AkkStore *store)
{
  Filling filling = { .import = import };
  Stopwatch start = stopwatch_start (), longest = { 0 }, last = { 0 };
  g_autoptr (AkkLongAction) action = akk_long_action_new (store, "Read in", fill_cb, &filling);
  g_autoptr (GError) error = NULL;
  gboolean more = TRUE;

  while (more) {
    Stopwatch step = stopwatch_start ();

    if (last.wall > longest.wall)
      longest = last;
    more = akk_long_action_step (action);
    last = stopwatch_read (step);
  }
  g_assert_true (akk_long_action_finish (action, &error));
  report_time ("  taking over", stopwatch_read (start), "");
  report_time ("  longest step but the last", longest, "aim 16");
  report_time ("  the last: lists", last, "");
}

static void
read_in (guint n_years)
{
  g_autofree char *folder = g_dir_make_tmp ("akkoord-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "m.db", NULL);
  g_autoptr (AkkStore) store = akk_store_open (path, 0, NULL);
  gint64 agreement_id = add_agreement (store);
  g_autoptr (GBytes) bytes = text_of (n_years);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (GPtrArray) table = NULL;
  g_autoptr (GPtrArray) out = NULL;
  g_autoptr (AkkMeasurementImport) fresh = NULL;
  g_autoptr (AkkMeasurementImport) again = NULL;
  Stopwatch start = stopwatch_start ();

  table = akk_tabular_read (bytes, NULL);
  report ("figures", table->len - 1, "", "");
  report_time ("  reading the cells", stopwatch_read (start), "");
  fresh = compare (store, agreement_id, table, "  comparing, all new");
  g_assert_cmpuint (fresh->n[AKK_IMPORT_NEW], ==, table->len - 1);
  take_over (fresh, store);
  again = compare (store, agreement_id, table, "  comparing, all the same");
  g_assert_cmpuint (again->n[AKK_IMPORT_SAME], ==, table->len - 1);
  start = stopwatch_start ();
  out = akk_measurement_table (store, agreement_id, phrases);
  report_time ("  the table of all", stopwatch_read (start), "");
  g_assert_cmpuint (out->len, ==, table->len);
}

int
main (void)
{
  read_in (N_YEARS / 10);
  read_in (N_YEARS);
  report ("most memory", peak_memory_mb (), "MB", "");
  return 0;
}
