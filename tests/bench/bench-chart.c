/* How fast charts are: made anew, as after each change of what they show, and drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "material.h"
#include "print/chart.h"
#include "print/paper-internal.h"

#define N_ROUNDS 200
#define N_YEARS 12
#define N_MUNICIPALITIES 8
#define MUST "must be at most 5"

typedef struct {
  AkkPaper *paper;
  AkkIndicator *indicator;
  AkkChartPoint points[N_MUNICIPALITIES][N_YEARS];
  cairo_t *cr;
} Bench;

/* Other figures in each round: nothing of the round before can be used again but the words. */
static void
fill (Bench *self, guint round)
{
  for (guint i = 0; i < N_MUNICIPALITIES; i++)
    for (guint j = 0; j < N_YEARS; j++) {
      gint64 value = (600 + (gint64) ((round * 31 + i * 17 + j * 7) % 300)) * AKK_DECIMAL / 10;
      self->points[i][j] =
          (AkkChartPoint) { 2014 + (int) j,
                            { .state = AKK_FIGURE_KNOWN, .low = value, .high = value } };
    }
}

static AkkChart *
make_line (Bench *self)
{
  const AkkChartSeries data = {
    .head = { "Werkzaamheidsgraad", "%" },
    .indicator = self->indicator,
    .points = self->points[0],
    .n_points = N_YEARS,
    .baseline = { TRUE, 60 * AKK_DECIMAL, 60 * AKK_DECIMAL, 2014 },
    .target = { TRUE, 80 * AKK_DECIMAL, 80 * AKK_DECIMAL, 2027 },
  };

  return akk_chart_new_line (self->paper, &data, 208);
}

static AkkChart *
make_multiples (Bench *self)
{
  AkkChartCell cells[N_MUNICIPALITIES];

  for (guint i = 0; i < N_MUNICIPALITIES; i++)
    cells[i] = (AkkChartCell) { "Gemeente", self->points[i], N_YEARS, { 0 } };
  const AkkChartMultiples data = { .head = { "Per gemeente", NULL },
                                   .indicator = self->indicator,
                                   .cells = cells,
                                   .n_cells = N_MUNICIPALITIES,
                                   .region = self->points[0],
                                   .n_region = N_YEARS };
  return akk_chart_new_multiples (self->paper, &data, 439.37);
}

static AkkChart *
make_bars (Bench *self)
{
  AkkChartBar bars[N_YEARS];

  for (guint i = 0; i < N_YEARS; i++)
    bars[i] = (AkkChartBar) { "Doelgroep",
                              self->points[0][i].figure,
                              { TRUE, 80 * AKK_DECIMAL, 80 * AKK_DECIMAL, 2025 } };
  const AkkChartBars data = { .head = { "Per doelgroep", NULL },
                              .indicator = self->indicator,
                              .year = 2025,
                              .bars = bars,
                              .n_bars = N_YEARS };
  return akk_chart_new_bars (self->paper, &data, 439.37);
}

static AkkChart *
make_squares (Bench *self)
{
  static const AkkChartSquaresRow rows[] = { { "Een", { 9, 9, 9, 9, 9, 9 } },
                                             { "Twee", { 5, 9, 30, 0, 1, 2 } },
                                             { "Drie", { 1, 2, 5, 0, 1 } } };
  const AkkChartSquares data = { { "Acties", NULL }, rows, G_N_ELEMENTS (rows) };

  return akk_chart_new_squares (self->paper, &data, 439.37);
}

static AkkChart *
make_strip (Bench *self)
{
  AkkChartDay days[N_YEARS];
  AkkChartStripRow rows[4];

  for (guint i = 0; i < N_YEARS; i++)
    days[i] = (AkkChartDay) { akk_date_from_ymd (2025, (int) i + 1, 14), FALSE };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (AkkChartStripRow) { "Werkgroep", days, N_YEARS, "12 van minstens 3" };
  const AkkChartStrip data = { { "Overleg", NULL }, 2025, rows, G_N_ELEMENTS (rows) };
  return akk_chart_new_strip (self->paper, &data, 439.37);
}

static void
measure (Bench *self, const char *name, AkkChart *(*make) (Bench *self))
{
  double wall[N_ROUNDS], processor[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++) {
    g_autoptr (AkkChart) chart = NULL;
    Stopwatch time;

    fill (self, i);
    time = stopwatch_start ();
    chart = make (self);
    akk_chart_draw (chart, self->cr, &akk_chart_ink_paper, FALSE);
    time = stopwatch_read (time);
    wall[i] = time.wall;
    processor[i] = time.processor;
    akk_paper_age (self->paper);
  }
  report_time (name,
               (Stopwatch) { quantile (wall, N_ROUNDS, 0.5), quantile (processor, N_ROUNDS, 0.5) },
               MUST);
}

int
main (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1200, 800);
  g_autoptr (GError) error = NULL;
  Bench bench = { .paper = akk_paper_new ("nl-BE", &error),
                  .indicator = akk_record_new (&akk_indicator_record),
                  .cr = cairo_create (image) };

  g_assert_no_error (error);
  g_object_set (bench.indicator, "kind", (gint64) AKK_INDICATOR_PERCENTAGE, "decimals", (gint64) 1,
                NULL);
  cairo_scale (bench.cr, 2, 2);
  measure (&bench, "a line, made and drawn, median", make_line);
  measure (&bench, "small multiples", make_multiples);
  measure (&bench, "bullets", make_bars);
  measure (&bench, "squares", make_squares);
  measure (&bench, "year strips", make_strip);
  cairo_destroy (bench.cr);
  cairo_surface_destroy (image);
  g_clear_object (&bench.indicator);
  g_clear_object (&bench.paper);
  return 0;
}
