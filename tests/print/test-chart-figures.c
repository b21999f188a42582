/* Tests of charts of figures and facts: they show what the records say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart-figures.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/dossier.h"
#include "core/tabular.h"
#include "print/example.h"
#include "print/paper-internal.h"

#define YEAR 2024
#define WIDTH 208.0

typedef struct {
  char *folder, *path;
  AkkStore *store;
  AkkAgreement *agreement;
  AkkPaper *paper;
  AkkEvaluationFacts *facts;
} Fixture;

static void
set_up (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("akkoord-chart-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "s.akkoord", NULL);
  akk_example_make ("scheldeland", self->path, &error);
  g_assert_no_error (error);
  self->store = akk_store_open (self->path, 0, &error);
  g_assert_no_error (error);
  self->agreement = akk_agreement_nth (self->store, 1);
  self->paper = akk_paper_new ("nl-BE", &error);
  g_assert_no_error (error);
  self->facts =
      akk_evaluation_facts_new (self->store, self->agreement, YEAR, akk_store_today (self->store));
}

static void
tear_down (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_pointer (&self->facts, akk_evaluation_facts_free);
  g_clear_object (&self->paper);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* The row of a table that begins so; NULL: none. */
static const char *
cell_of (const AkkChart *chart, const char *first, guint column)
{
  const GPtrArray *table = akk_chart_table (chart);

  for (guint i = 1; i < table->len; i++)
    if (g_str_equal (akk_tabular_cell (table, i, 0), first))
      return akk_tabular_cell (table, i, column);
  return NULL;
}

static void
test_years (gconstpointer data)
{
  const Fixture *self = data;
  AkkFigures *figures = self->facts->figures;
  GPtrArray *indicators = akk_figures_indicators (figures);

  g_assert_cmpuint (indicators->len, >=, 10);
  for (guint i = 0; i < indicators->len; i++) {
    const AkkIndicator *indicator = indicators->pdata[i];
    const AkkChartOf of = { self->store, figures, indicator, YEAR, FALSE };
    AkkFigure figure = akk_figures_get (figures, indicator, YEAR, 0, NULL);
    g_autofree char *words =
        akk_figure_words (akk_paper_phrases (self->paper), indicator, &figure, TRUE);
    g_autoptr (AkkChart) line = akk_chart_of_years (self->paper, &of, 0, NULL, WIDTH);
    g_autoptr (AkkChart) card = akk_chart_of_card (self->paper, &of, 0, WIDTH, 63);
    g_autoptr (AkkChart) bars = akk_chart_of_target_groups (self->paper, &of, WIDTH);
    g_assert_cmpstr (cell_of (line, "2024", 1), ==, words);
    g_assert_cmpstr (cell_of (card, "2024", 1), ==, words);
    g_assert_true (g_str_has_prefix (akk_chart_alt (line), indicator->name));
    g_assert_null (cell_of (line, "2026", 1));
    g_assert_nonnull (bars);
  }
}

static void
test_municipalities (gconstpointer data)
{
  const Fixture *self = data;
  AkkFigures *figures = self->facts->figures;
  const AkkIndicator *indicator = akk_figures_indicators (figures)->pdata[0];
  const gint64 party = ((AkkRecord *) akk_figures_municipalities (figures)->pdata[2])->id;
  const AkkChartOf of = { self->store, figures, indicator, YEAR, FALSE };
  AkkFigure figure = akk_figures_get (figures, indicator, YEAR, party, NULL);
  g_autofree char *words =
      akk_figure_words (akk_paper_phrases (self->paper), indicator, &figure, TRUE);
  g_autoptr (AkkChart) bars = akk_chart_of_municipalities (self->paper, &of, WIDTH);
  g_autoptr (AkkChart) cells = akk_chart_of_multiples (self->paper, &of, WIDTH);
  g_autoptr (AkkChart) own = akk_chart_of_years (self->paper, &of, party, NULL, WIDTH);

  g_assert_cmpstr (cell_of (bars, "Hamme", 1), ==, words);
  g_assert_cmpstr (cell_of (own, "2024", 1), ==, words);
  g_assert_nonnull (strstr (akk_chart_alt (own), ", Hamme"));
  g_assert_nonnull (cell_of (cells, "Hamme", 1));
}

/* The squares of all rows are all actions of the year. */
static void
test_actions (gconstpointer data)
{
  const Fixture *self = data;
  g_autoptr (AkkChart) chart = akk_chart_of_actions (self->paper, self->facts, TRUE, WIDTH);
  const GPtrArray *table = akk_chart_table (chart);
  const guint last = g_strv_length (table->pdata[0]) - 1;
  guint64 total = 0;

  for (guint i = 1; i < table->len; i++)
    total += g_ascii_strtoull (akk_tabular_cell (table, i, last), NULL, 10);
  g_assert_cmpuint (total, ==, self->facts->counts.planned);
  g_assert_cmpuint (total, >, 0);
}

static void
test_meetings (gconstpointer data)
{
  const Fixture *self = data;
  g_autoptr (AkkChart) chart = akk_chart_of_meetings (self->paper, self->facts, TRUE, WIDTH);

  g_assert_cmpuint (akk_chart_table (chart)->len, ==, self->facts->bodies->len + 1);
  g_assert_cmpstr (cell_of (chart, "Werkgroep", 2), ==, "3 van minstens 3");
}

#define ADD(name, test) g_test_add_data_func ("/chart-figures/" name, &fixture, test)

int
main (int argc, char **argv)
{
  Fixture fixture;
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up (&fixture); /* once: the example is large, and nothing is changed in it */
  ADD ("years-are-those-of-the-figures", test_years);
  ADD ("municipalities-are-theirs", test_municipalities);
  ADD ("squares-are-all-actions", test_actions);
  ADD ("strips-are-all-bodies", test_meetings);
  status = g_test_run ();
  tear_down (&fixture);
  return status;
}
