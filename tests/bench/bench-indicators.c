/* The page Indicatoren with 100,000 measurements: until it is seen, and what a step costs it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "core/agreement.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/indicator.h"
#include "core/measurement.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/target.h"
#include "material.h"
#include "ui/indicators-page.h"

#define N_PARTIES 20
#define N_GROUPS 10
#define N_YEARS 5
#define N_STEPS 10
#define OPEN "must be at most 100 of processor"

static const char *const groups[N_GROUPS] = { "", "A", "B", "C", "D", "E", "F", "G", "H", "I" };

static gint64 parties[N_PARTIES];
static AkkMeasurement *changed;
static gint64 first_indicator;

static void
add_party (AkkStore *store, gint64 agreement, guint index)
{
  g_autoptr (AkkOrganisation) organisation = akk_record_new (&akk_organisation_record);
  g_autoptr (AkkParty) party = akk_record_new (&akk_party_record);
  g_autofree char *name = g_strdup_printf ("Gemeente %u", index);

  g_object_set (organisation, "name", name, "kind", (gint64) AKK_ORGANISATION_MUNICIPALITY, NULL);
  akk_store_add (store, organisation);
  g_object_set (party, "agreement-id", agreement, "organisation-id", organisation->record.id, NULL);
  akk_store_add (store, party);
  parties[index] = party->record.id;
}

static void
add_measurement (AkkStore *store, gint64 indicator, int year, gint64 party, const char *group)
{
  g_autoptr (AkkMeasurement) measurement = akk_record_new (&akk_measurement_record);

  g_object_set (measurement, "indicator-id", indicator, "year", (gint64) year, "party-id", party,
                "target-group", group, "value", (gint64) (year % 7 + 10) * AKK_DECIMAL, NULL);
  akk_store_add (store, measurement);
  if (changed == NULL)
    changed = g_object_ref (measurement);
}

static void
add_indicator (AkkStore *store, gint64 agreement, guint index, int last_year)
{
  g_autoptr (AkkIndicator) indicator = akk_record_new (&akk_indicator_record);
  g_autoptr (AkkTarget) target = akk_record_new (&akk_target_record);
  g_autofree char *name = g_strdup_printf ("Indicator %u", index);
  g_autofree char *position = g_strdup_printf ("%05u", index);

  g_object_set (indicator, "agreement-id", agreement, "name", name, "position", position,
                "by-municipality", (gint64) TRUE, "by-target-group", (gint64) TRUE, "baseline-on",
                (gint64) 0, NULL);
  akk_store_add (store, indicator);
  if (index == 0)
    first_indicator = indicator->record.id;
  g_object_set (target, "indicator-id", indicator->record.id, "year", (gint64) last_year, "value",
                (gint64) 300 * AKK_DECIMAL, NULL);
  akk_store_add (store, target);
  for (int year = last_year - N_YEARS + 1; year <= last_year; year++)
    for (guint i = 0; i < N_PARTIES; i++)
      for (guint k = 0; k < N_GROUPS; k++)
        add_measurement (store, indicator->record.id, year, parties[i], groups[k]);
}

static void
make (AkkStore *store, guint n_indicators)
{
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);
  g_autoptr (GError) error = NULL;
  int year;

  akk_date_to_ymd (akk_store_today (store), &year, NULL, NULL);
  akk_store_begin_founding (store, "Make");
  g_object_set (agreement, "title", "Overeenkomst", NULL);
  akk_store_add (store, agreement);
  for (guint i = 0; i < N_PARTIES; i++)
    add_party (store, agreement->record.id, i);
  for (guint i = 0; i < n_indicators; i++)
    add_indicator (store, agreement->record.id, i, year);
  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_frame (GtkWidget *window)
{
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                                     G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), handler);
}

static void
rest (void)
{
  for (gint64 start = g_get_monotonic_time (); g_get_monotonic_time () - start < 300000;)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static void
measure_steps (AkkStore *store, GtkWidget *window, const char *name)
{
  double wall[N_STEPS], processor[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++) {
    Stopwatch time;

    rest ();
    time = stopwatch_start ();
    akk_store_begin (store, "Change");
    akk_store_set_int (store, changed, "value", (gint64) (20 + i) * AKK_DECIMAL);
    g_assert_true (akk_store_commit (store, NULL));
    wait_frame (window);
    time = stopwatch_read (time);
    wall[i] = time.wall;
    processor[i] = time.processor;
  }
  report_time (
      name, (Stopwatch) { quantile (wall, N_STEPS, 0.5), quantile (processor, N_STEPS, 0.5) }, "");
}

/* The cards, then an indicator, each until its first frame. */
static void
measure (guint n_indicators)
{
  g_autofree char *folder = g_dir_make_tmp ("akkoord-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autofree char *what =
      g_strdup_printf ("%u measurements", n_indicators * N_PARTIES * N_GROUPS * N_YEARS);
  g_autofree char *opened = g_strconcat ("Indicatoren opened, ", what, NULL);
  g_autofree char *detail = g_strconcat ("an indicator opened, ", what, NULL);
  g_autofree char *step = g_strconcat ("a step on an indicator, ", what, NULL);
  g_autoptr (AkkStore) store = akk_store_open (path, 0, NULL);
  g_autoptr (AkkAgreement) agreement = NULL;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *page = g_object_new (AKK_TYPE_INDICATORS_PAGE, NULL);
  Stopwatch time;

  make (store, n_indicators);
  agreement = akk_agreement_nth (store, 1);
  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("Elders"), "elsewhere");
  gtk_stack_add_named (GTK_STACK (stack), page, "page");
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), stack);
  gtk_window_present (GTK_WINDOW (window));
  rest ();
  time = stopwatch_start ();
  akk_indicators_page_set_agreement (AKK_INDICATORS_PAGE (page), store, agreement);
  report_time ("  while another page is shown", stopwatch_read (time), "");
  time = stopwatch_start ();
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "page");
  wait_frame (window);
  report_time (opened, stopwatch_read (time), OPEN);
  rest ();
  time = stopwatch_start ();
  akk_indicators_page_show_indicator (AKK_INDICATORS_PAGE (page), first_indicator);
  wait_frame (window);
  report_time (detail, stopwatch_read (time), OPEN);
  measure_steps (store, window, step);
  gtk_window_destroy (GTK_WINDOW (window));
  rest ();
  g_clear_object (&changed);
  g_clear_object (&store);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  adw_init ();
  measure (10);
  measure (100);
  return 0;
}
