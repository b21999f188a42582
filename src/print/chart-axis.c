/* Years, figures and curves: what charts over the years share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart-internal.h"

#define AXIS 0.4
#define TICK 3.0
#define YEARS 9.6 /* from the axis to the baseline of its years */
#define YEAR_GAP 3.0
#define CAP 2.2 /* of the bar of a range, to both sides */
#define RANGE 1.2
#define THIN 4.0

guint
akk_chart_n_steps (const AkkIndicator *indicator)
{
  return indicator->kind == AKK_INDICATOR_SCALE    ? AKK_SCALE_STEPS
         : indicator->kind == AKK_INDICATOR_YES_NO ? 2
                                                   : 0;
}

gboolean
akk_figure_has_value (const AkkFigure *figure)
{
  return figure->state == AKK_FIGURE_KNOWN || figure->state == AKK_FIGURE_RANGE;
}

gboolean
akk_figure_is_open (const AkkFigure *figure)
{
  return figure->provisional || figure->n_known < figure->n_parts;
}

void
akk_range_add_points (AkkRange *range, const AkkChartPoint *points, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (!akk_figure_has_value (&points[i].figure) &&
        points[i].figure.state != AKK_FIGURE_SUPPRESSED)
      continue;
    akk_range_add (range, (double) points[i].figure.low);
    akk_range_add (range, (double) points[i].figure.high);
  }
}

void
akk_range_add_level (AkkRange *range, const AkkChartLevel *level)
{
  if (!level->is_set)
    return;
  akk_range_add (range, (double) level->value);
  akk_range_add (range, (double) MAX (level->value, level->upper));
}

double
akk_year_place (const AkkYearAxis *self, int year)
{
  if (self->to <= self->from)
    return (self->left + self->right) / 2;
  return self->left +
         (self->right - self->left) * (year - self->from) / (double) (self->to - self->from);
}

/* Within the frame of the axis. */
static double
year_middle (const AkkChart *self, const AkkYearAxis *axis, int year, double width)
{
  return CLAMP (akk_year_place (axis, year), width / 2,
                MAX (MIN (axis->right + 9, self->width) - width / 2, width / 2));
}

void
akk_chart_years (AkkChart *self, const AkkYearAxis *axis, const int *years, guint n, gboolean ticks)
{
  g_autofree AkkLabel *labels = g_new0 (AkkLabel, n + 1);
  g_autofree gboolean *shown = g_new0 (gboolean, n + 1);

  akk_chart_rectangle (self, AKK_INK_AXIS, 0, axis->y - AXIS / 2, axis->right, AXIS);
  for (int year = axis->from; ticks && year <= axis->to && axis->to - axis->from < 60; year++)
    akk_chart_rectangle (self, AKK_INK_AXIS, akk_year_place (axis, year) - AXIS / 2, axis->y, AXIS,
                         TICK);
  for (guint i = 0; i < n; i++) {
    g_autofree char *words = g_strdup_printf ("%d", years[i]);
    g_autoptr (AkkSet) set = akk_chart_set (self, NULL, words, AKK_LOOK_CHART, self->width);
    labels[i].size = set->width;
    labels[i].at = year_middle (self, axis, years[i], set->width);
  }
  akk_labels_choose (labels, n, YEAR_GAP, shown);
  for (guint i = 0; i < n; i++) {
    g_autofree char *words = g_strdup_printf ("%d", years[i]);
    if (shown[i])
      akk_chart_put (self, akk_chart_set (self, NULL, words, AKK_LOOK_CHART, self->width),
                     AKK_INK_TEXT, labels[i].at, axis->y + YEARS, 0.5);
  }
}

/* Between a year and the next, if one of them is known no better than from low to high. A band that
 * is too thin to be seen has a thin line too. */
static void
add_band (AkkChart *self,
          const AkkYearAxis *axis,
          const AkkScale *scale,
          const AkkChartPoint *one,
          const AkkChartPoint *next,
          AkkInk ink)
{
  double x0 = akk_year_place (axis, one->year), x1 = akk_year_place (axis, next->year);
  const AkkSpot spots[] = {
    { x0, akk_scale_place (scale, (double) one->figure.high) },
    { x1, akk_scale_place (scale, (double) next->figure.high) },
    { x1, akk_scale_place (scale, (double) next->figure.low) },
    { x0, akk_scale_place (scale, (double) one->figure.low) },
  };

  akk_chart_area (self, AKK_INK_GROUND, spots, G_N_ELEMENTS (spots));
  if (spots[3].y - spots[0].y < THIN && spots[2].y - spots[1].y < THIN)
    akk_chart_line (self, ink, 0.6, AKK_DASH_NONE, x0, (spots[0].y + spots[3].y) / 2, x1,
                    (spots[1].y + spots[2].y) / 2);
}

static void
add_range (AkkChart *self,
           const AkkYearAxis *axis,
           const AkkScale *scale,
           const AkkChartPoint *point,
           AkkInk ink)
{
  double x = akk_year_place (axis, point->year);
  double low = akk_scale_place (scale, (double) point->figure.low);
  double high = akk_scale_place (scale, (double) point->figure.high);

  akk_chart_line (self, ink, RANGE, AKK_DASH_NONE, x, low, x, high);
  akk_chart_line (self, ink, RANGE, AKK_DASH_NONE, x - CAP, low, x + CAP, low);
  akk_chart_line (self, ink, RANGE, AKK_DASH_NONE, x - CAP, high, x + CAP, high);
}

/* Years beside each other, both with a value. */
static gboolean
joined (const AkkChartPoint *one, const AkkChartPoint *next)
{
  return next->year == one->year + 1 && akk_figure_has_value (&one->figure) &&
         akk_figure_has_value (&next->figure);
}

static gboolean
lined (const AkkChartPoint *one, const AkkChartPoint *next)
{
  return joined (one, next) && one->figure.state == AKK_FIGURE_KNOWN &&
         next->figure.state == AKK_FIGURE_KNOWN;
}

void
akk_chart_curve (AkkChart *self,
                 const AkkYearAxis *axis,
                 const AkkScale *scale,
                 const AkkChartPoint *points,
                 guint n,
                 AkkInk ink,
                 double thick)
{
  g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (AkkSpot));

  for (guint i = 0; i + 1 < n; i++)
    if (joined (&points[i], &points[i + 1]) && !lined (&points[i], &points[i + 1]))
      add_band (self, axis, scale, &points[i], &points[i + 1], ink);
  for (guint i = 0; i < n; i++) {
    AkkSpot spot = { akk_year_place (axis, points[i].year),
                     akk_scale_place (scale, (double) points[i].figure.low) };
    gboolean before = i > 0 && lined (&points[i - 1], &points[i]);
    gboolean after = i + 1 < n && lined (&points[i], &points[i + 1]);
    if (points[i].figure.state == AKK_FIGURE_RANGE)
      add_range (self, axis, scale, &points[i], ink);
    if (before || after)
      g_array_append_val (run, spot);
    if (before && !after) {
      akk_chart_lines (self, ink, thick, AKK_DASH_NONE, (const AkkSpot *) run->data, run->len);
      g_array_set_size (run, 0);
    }
  }
}
