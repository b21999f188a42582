/* A line without words, for a card; a scale as a row of steps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart-internal.h"

#define INSET 6.0
#define LEFT 3.0
#define RIGHT 13.0 /* the last point stands before the flag */
#define FLAG 4.5
#define THICK 1.4
#define SMALL 1.5
#define LAST 3.6
#define STEP_HEIGHT 7.5
#define STEP_GAP 3.0
#define STEP_WORDS 11.5

typedef struct {
  AkkChart *chart;
  const AkkChartSeries *data;
  AkkYearAxis axis;
  AkkScale scale;
  AkkBox last; /* of the text put last */
} Spark;

static double
y_of (const Spark *self, gint64 value)
{
  return akk_scale_place (&self->scale, (double) value);
}

static const AkkChartPoint *
last_point (const AkkChartSeries *data)
{
  for (guint i = data->n_points; i > 0; i--)
    if (akk_figure_has_value (&data->points[i - 1].figure) ||
        data->points[i - 1].figure.state == AKK_FIGURE_SUPPRESSED)
      return &data->points[i - 1];
  return NULL;
}

static void
draw_flag (Spark *self, double y)
{
  const double right = self->chart->width;
  const AkkSpot flag[] = { { right - FLAG, y },
                           { right, y - FLAG * 0.62 },
                           { right, y + FLAG * 0.62 } };

  akk_chart_line (self->chart, AKK_INK_TARGET, 1, AKK_DASH_NONE, 0, y, right - FLAG + 1, y);
  akk_chart_area (self->chart, AKK_INK_TARGET, flag, G_N_ELEMENTS (flag));
}

static void
draw_levels (Spark *self)
{
  const AkkChartLevel *target = &self->data->target, *baseline = &self->data->baseline;

  if (baseline->is_set) {
    double y = y_of (self, baseline->value);
    akk_chart_line (self->chart, AKK_INK_SECOND, 0.8, AKK_DASH_DOTS, 0.4, y, self->chart->width, y);
  }
  if (!target->is_set)
    return;
  if (target->upper > target->value) {
    double y = y_of (self, target->value), upper = y_of (self, target->upper);
    akk_chart_rectangle (self->chart, AKK_INK_GROUND, 0, upper, self->chart->width, y - upper);
    draw_flag (self, upper);
  }
  draw_flag (self, y_of (self, target->value));
}

/* The baseline of a text that would stand on a line: beside it. */
static double
beside (const Spark *self, const AkkChartLevel *level, double baseline)
{
  double y = y_of (self, level->value);

  if (!level->is_set || y < baseline - 8 || y > baseline + 2)
    return baseline;
  return y < baseline - 3 ? y + 9 : y - 3.5;
}

/* "1–3" where there is no point, unless it would touch the one before. */
static void
put_suppressed (Spark *self, const AkkChartPoint *point)
{
  g_autofree char *words =
      akk_figure_words (self->chart->phrases, self->data->indicator, &point->figure, FALSE);
  AkkSet *set = akk_chart_set (self->chart, NULL, words, AKK_LOOK_CHART, self->chart->width);
  double x = CLAMP (akk_year_place (&self->axis, point->year), set->width / 2,
                    MAX (self->chart->width - set->width / 2, set->width / 2));
  double y = (y_of (self, point->figure.low) + y_of (self, point->figure.high)) / 2 + 2.8;

  y = beside (self, &self->data->baseline, y);
  y = beside (self, &self->data->target, y);
  y = CLAMP (y, 7, MAX (self->chart->height - 3, 7));
  AkkBox box = akk_chart_box (set, x, y, 0.5);
  if (akk_box_overlaps (&box, &self->last)) {
    akk_set_unref (set);
    return;
  }
  self->last = box;
  akk_chart_put (self->chart, set, AKK_INK_TEXT, x, y, 0.5);
}

static void
draw_point (Spark *self, const AkkChartPoint *point, gboolean last)
{
  double x = akk_year_place (&self->axis, point->year), y = y_of (self, point->figure.low);

  if (last)
    akk_chart_point (self->chart, x, y, LAST, akk_figure_is_open (&point->figure));
  else
    akk_chart_disc (self->chart, AKK_INK_ACCENT, 0, x, y, SMALL);
}

static void
draw_points (Spark *self)
{
  const AkkChartSeries *data = self->data;
  const AkkChartPoint *last = last_point (data);

  akk_chart_curve (self->chart, &self->axis, &self->scale, data->points, data->n_points,
                   AKK_INK_ACCENT, THICK);
  for (guint i = 0; i < data->n_points; i++) {
    const AkkChartPoint *point = &data->points[i];
    if (point->figure.state == AKK_FIGURE_KNOWN)
      draw_point (self, point, point == last);
    else if (point->figure.state == AKK_FIGURE_SUPPRESSED)
      put_suppressed (self, point);
  }
}

/* --- Steps --- */

static void
draw_step (Spark *self, guint step, guint n, double x, double width, double y)
{
  const AkkChartSeries *data = self->data;
  const AkkChartPoint *last = last_point (data);
  const gint64 value = step * (gint64) AKK_DECIMAL;
  gboolean known = last != NULL && akk_figure_has_value (&last->figure);
  gboolean now = known && last->figure.low == value;
  gboolean before = known && last->figure.low > value && n > 2;
  g_autofree char *word = akk_indicator_words (self->chart->phrases, data->indicator, value, FALSE);
  AkkSet *set = akk_chart_set (self->chart, now ? word : NULL, now ? NULL : word, AKK_LOOK_CHART,
                               self->chart->width);

  akk_chart_rectangle (self->chart,
                       now      ? AKK_INK_ACCENT
                       : before ? AKK_INK_SECOND
                                : AKK_INK_GROUND,
                       x, y, width, STEP_HEIGHT);
  if (data->target.is_set && data->target.value == value) {
    const double top = y - 2, middle = x + width / 2;
    const AkkSpot flag[] = { { middle, top },
                             { middle - 2.8, top - FLAG },
                             { middle + 2.8, top - FLAG } };
    akk_chart_area (self->chart, AKK_INK_TARGET, flag, G_N_ELEMENTS (flag));
  }
  /* Where words are wider than their step, only the one that counts stands there. */
  if (set->width <= width || now)
    akk_chart_put (self->chart, set, AKK_INK_TEXT,
                   CLAMP (x + width / 2, set->width / 2,
                          MAX (self->chart->width - set->width / 2, set->width / 2)),
                   y + STEP_HEIGHT + STEP_WORDS - 2, 0.5);
  else
    akk_set_unref (set);
}

static void
draw_steps (Spark *self, guint n)
{
  const double width = (self->chart->width - (n - 1) * STEP_GAP) / n;
  const double y = (self->chart->height - STEP_HEIGHT - STEP_WORDS) / 2;

  for (guint i = 0; i < n; i++)
    draw_step (self, i, n, i * (width + STEP_GAP), width, y);
}

AkkChart *
akk_chart_new_spark (AkkPaper *paper, const AkkChartSeries *data, double width_pt, double height_pt)
{
  Spark self = { .chart = akk_chart_begin (paper, width_pt), .data = data };
  guint n = data->n_points, steps = akk_chart_n_steps (data->indicator);
  AkkRange range = { 0 };

  self.chart->height = height_pt;
  akk_range_add_points (&range, data->points, n);
  akk_range_add_level (&range, &data->baseline);
  akk_range_add_level (&range, &data->target);
  self.axis = (AkkYearAxis) { LEFT, width_pt - RIGHT, height_pt, n > 0 ? data->points[0].year : 0,
                              n > 0 ? data->points[n - 1].year : 0 };
  self.scale = (AkkScale) { range, height_pt - INSET, INSET };
  if (steps > 0)
    draw_steps (&self, steps);
  else {
    draw_levels (&self);
    draw_points (&self);
  }
  akk_chart_say_series (self.chart, data);
  return self.chart;
}
