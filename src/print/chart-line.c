/* A line over the years, with its last value, baseline and target.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "print/chart-internal.h"

#define PLOT 116.0 /* with the years below it */
#define YEARS 13.0
#define INSET_TOP 17.0 /* room for a value above the highest point */
#define INSET_BOTTOM 16.0
#define LEFT 3.4 /* half a point, with its halo */
#define LABEL_GAP 6.0
#define LABEL_PART 0.42 /* of the width: labels at most */
#define CLOSEST 9.0
#define THICK 1.7
#define RADIUS 2.3
#define ABOVE 6.0 /* a value above its point */
#define BELOW 12.8
#define CAPITALS 0.33 /* from a baseline to the middle of capitals, of the size */
#define MANY 1000.0
#define MARGIN 1.2 /* between a text and a line */

/* A label at the right end. */
typedef struct {
  AkkSet *set;
  double y, height;
} EndLabel;

typedef struct {
  AkkChart *chart;
  const AkkChartSeries *data;
  GArray *points; /* AkkChartPoint: with the baseline as the first one, if nothing was measured */
  AkkYearAxis axis;
  AkkScale scale;
  GArray *ends; /* EndLabel */
  GArray *boxes; /* AkkBox of texts inside the plot */
  const AkkChartPoint *last; /* with something to say; NULL: none */
} Line;

static void
end_clear (gpointer data)
{
  akk_set_unref (((EndLabel *) data)->set);
}

static double
y_of (const Line *self, gint64 value)
{
  return akk_scale_place (&self->scale, (double) value);
}

static const AkkChartPoint *
point_at (const Line *self, guint index)
{
  return &g_array_index (self->points, AkkChartPoint, index);
}

/* A baseline was measured too. */
static void
collect_points (Line *self)
{
  const AkkChartSeries *data = self->data;
  const AkkChartLevel *baseline = &data->baseline;
  guint first = 0;

  while (first < data->n_points && data->points[first].figure.state == AKK_FIGURE_MISSING)
    first++;
  if (baseline->is_set && baseline->year != 0 &&
      (first == data->n_points || baseline->year < data->points[first].year)) {
    AkkChartPoint point = {
      baseline->year, { .state = AKK_FIGURE_KNOWN, .low = baseline->value, .high = baseline->value }
    };
    g_array_append_val (self->points, point);
  }
  if (first < data->n_points)
    g_array_append_vals (self->points, data->points + first, data->n_points - first);
  for (guint i = 0; i < self->points->len; i++)
    if (akk_figure_has_value (&point_at (self, i)->figure) ||
        point_at (self, i)->figure.state == AKK_FIGURE_SUPPRESSED)
      self->last = point_at (self, i);
}

/* --- Labels at the right end --- */

static void
add_end (Line *self, const char *bold, const char *plain, AkkLook look, double y)
{
  AkkSet *set =
      akk_chart_set (self->chart, bold, plain, look, self->chart->width * LABEL_PART - LABEL_GAP);
  AkkBox box = akk_chart_box (set, 0, 0, 0);
  EndLabel label = { set, y, MAX (box.height + 1, CLOSEST) };

  g_array_append_val (self->ends, label);
}

/* "80,0 streefcijfer" */
static void
add_level_end (Line *self, const AkkChartLevel *level, const char *key, double y)
{
  g_autofree char *words = NULL;

  if (!level->is_set)
    return;
  words = akk_chart_level_words (self->chart->phrases, self->data->indicator, level, FALSE);
  add_end (self, words, akk_phrases_get (self->chart->phrases, key), AKK_LOOK_CHART, y);
}

/* The words of a scale at their levels: that of the last figure stands out. */
static void
add_step_ends (Line *self, guint n)
{
  AkkPhrases *phrases = self->chart->phrases;
  const AkkChartSeries *data = self->data;

  for (guint i = n; i > 0; i--) {
    const gint64 value = (i - 1) * (gint64) AKK_DECIMAL;
    g_autofree char *word = akk_indicator_words (phrases, data->indicator, value, FALSE);
    gboolean now = self->last != NULL && akk_figure_has_value (&self->last->figure) &&
                   self->last->figure.low == value;
    gboolean target = data->target.is_set && data->target.value == value;
    gboolean baseline = data->baseline.is_set && data->baseline.value == value;
    const char *what = target     ? akk_phrases_get (phrases, "chart-target")
                       : baseline ? akk_phrases_get (phrases, "chart-baseline")
                                  : NULL;
    g_autofree char *plain = what == NULL ? g_strdup (now ? "" : word)
                             : now        ? g_strdup_printf ("(%s)", what)
                                          : g_strdup_printf ("%s (%s)", word, what);
    add_end (self, now ? word : NULL, *plain != '\0' ? plain : NULL, AKK_LOOK_CHART,
             y_of (self, value));
  }
}

static gboolean
last_is_at_end (const Line *self)
{
  return self->last != NULL && akk_figure_has_value (&self->last->figure) &&
         self->last->year == self->axis.to && self->axis.from < self->axis.to;
}

static void
collect_ends (Line *self)
{
  const AkkChartSeries *data = self->data;
  guint steps = akk_chart_n_steps (data->indicator);

  if (steps > 0) {
    add_step_ends (self, steps);
    return;
  }
  if (last_is_at_end (self)) {
    g_autofree char *words =
        akk_figure_words (self->chart->phrases, data->indicator, &self->last->figure, FALSE);
    add_end (self, NULL, words, AKK_LOOK_NAME,
             (y_of (self, self->last->figure.low) + y_of (self, self->last->figure.high)) / 2);
  }
  add_level_end (self, &data->target, akk_chart_target_key (&data->target),
                 (y_of (self, data->target.value) +
                  y_of (self, MAX (data->target.upper, data->target.value))) /
                     2);
  add_level_end (self, &data->baseline, "chart-baseline", y_of (self, data->baseline.value));
}

/* Those that there is room for: the first ones go before. */
static void
put_ends (Line *self)
{
  g_autofree AkkLabel *labels = g_new0 (AkkLabel, self->ends->len + 1);
  guint n = self->ends->len;

  for (; n > 0; n--) {
    for (guint i = 0; i < n; i++) {
      const EndLabel *end = &g_array_index (self->ends, EndLabel, i);
      labels[i] = (AkkLabel) { end->y, end->height };
    }
    if (akk_labels_spread (labels, n, self->scale.end - INSET_TOP, self->axis.y))
      break;
  }
  for (guint i = 0; i < n; i++) {
    AkkSet *set = g_array_index (self->ends, EndLabel, i).set;
    double size = set->n_spans > 0 ? (double) set->spans[0].size : 0;
    double rise = (set->n_lines - 1) * (double) set->leading / 2;
    akk_chart_put (self->chart, akk_set_ref (set), AKK_INK_TEXT, self->axis.right + LABEL_GAP,
                   labels[i].at - rise + CAPITALS * size, 0);
  }
}

/* --- Texts inside the plot --- */

static gboolean
crosses (const AkkBox *box, double x0, double y0, double x1, double y1)
{
  double from = MAX (box->x, MIN (x0, x1)), to = MIN (box->x + box->width, MAX (x0, x1));
  double a, b;

  if (from > to)
    return FALSE;
  a = x1 == x0 ? MIN (y0, y1) : y0 + (y1 - y0) * (from - x0) / (x1 - x0);
  b = x1 == x0 ? MAX (y0, y1) : y0 + (y1 - y0) * (to - x0) / (x1 - x0);
  return MAX (a, b) > box->y && MIN (a, b) < box->y + box->height;
}

/* How much it is in the way: of other texts and the frame above all, then of lines. */
static double
in_the_way (const Line *self, const AkkBox *box)
{
  const AkkChartLevel *levels[] = { &self->data->target, &self->data->baseline };
  const AkkBox around = { box->x - MARGIN, box->y - MARGIN, box->width + 2 * MARGIN,
                          box->height + 2 * MARGIN };
  const double right = self->axis.right;
  double cost = 0;

  if (box->y < self->scale.end - INSET_TOP || box->y + box->height > self->axis.y || box->x < 0 ||
      box->x + box->width > right + LABEL_GAP - 1)
    cost += MANY;
  for (guint i = 0; i < self->boxes->len; i++)
    cost += akk_box_overlaps (box, &g_array_index (self->boxes, AkkBox, i)) ? MANY : 0;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
    double y = y_of (self, levels[i]->value), upper = y_of (self, levels[i]->upper);
    if (!levels[i]->is_set)
      continue;
    cost += crosses (&around, 0, y, right, y) || crosses (&around, 0, upper, right, upper) ? 1 : 0;
  }
  for (guint i = 0; i < self->points->len; i++) {
    const AkkChartPoint *point = point_at (self, i), *next = point + 1;
    double x = akk_year_place (&self->axis, point->year), y = y_of (self, point->figure.low);
    if (!akk_figure_has_value (&point->figure))
      continue;
    cost += crosses (&around, x - RADIUS, y, x + RADIUS, y) ? 3 : 0;
    cost += crosses (&around, x, y, x, y_of (self, point->figure.high)) ? 2 : 0;
    if (i + 1 < self->points->len && next->year == point->year + 1 &&
        akk_figure_has_value (&next->figure))
      cost += crosses (&around, x, y, akk_year_place (&self->axis, next->year),
                       y_of (self, next->figure.low))
                  ? 2
                  : 0;
  }
  return cost;
}

/* At the first of those heights where it is least in the way; nowhere, if it would touch a text. */
static void
put_inside (Line *self, AkkSet *set, double x, const double *baselines, guint n)
{
  double best_cost = MANY;
  AkkBox best_box = { 0 };
  double best = 0;

  x = CLAMP (x, set->width / 2, MAX (self->axis.right + 3 - set->width / 2, set->width / 2));
  for (guint i = 0; i < n; i++) {
    AkkBox box = akk_chart_box (set, x, baselines[i], 0.5);
    double cost = in_the_way (self, &box);
    if (cost < best_cost) {
      best_cost = cost;
      best_box = box;
      best = baselines[i];
    }
  }
  if (best_cost < MANY) {
    g_array_append_val (self->boxes, best_box);
    akk_chart_put (self->chart, set, AKK_INK_TEXT, x, best, 0.5);
  } else
    akk_set_unref (set);
}

static void
put_last (Line *self)
{
  const AkkFigure *figure;
  g_autofree char *words = NULL;

  if (self->last == NULL || !akk_figure_has_value (&self->last->figure) || last_is_at_end (self) ||
      akk_chart_n_steps (self->data->indicator) > 0)
    return;
  figure = &self->last->figure;
  words = akk_figure_words (self->chart->phrases, self->data->indicator, figure, FALSE);
  const double high = y_of (self, figure->high), low = y_of (self, figure->low);
  const double places[] = { high - ABOVE,    low + BELOW,       high - ABOVE - 4,
                            low + BELOW + 4, high - ABOVE - 10, low + BELOW + 10 };
  put_inside (self, akk_chart_set (self->chart, NULL, words, AKK_LOOK_NAME, self->chart->width),
              akk_year_place (&self->axis, self->last->year), places, G_N_ELEMENTS (places));
}

static void
put_suppressed (Line *self)
{
  for (guint i = 0; i < self->points->len; i++) {
    const AkkChartPoint *point = point_at (self, i);
    g_autofree char *words = NULL;

    if (point->figure.state != AKK_FIGURE_SUPPRESSED)
      continue;
    words = akk_figure_words (self->chart->phrases, self->data->indicator, &point->figure, FALSE);
    const double y = (y_of (self, point->figure.low) + y_of (self, point->figure.high)) / 2 + 2.8;
    const double places[] = { y, y - 8, y + 8, y - 16, y + 16 };
    put_inside (self, akk_chart_set (self->chart, NULL, words, AKK_LOOK_CHART, self->chart->width),
                akk_year_place (&self->axis, point->year), places, G_N_ELEMENTS (places));
  }
}

/* --- The lines --- */

static void
draw_levels (Line *self)
{
  const AkkChartLevel *target = &self->data->target, *baseline = &self->data->baseline;
  const double right = self->axis.right;

  if (target->is_set) {
    double y = y_of (self, target->value), upper = y_of (self, MAX (target->upper, target->value));
    akk_chart_line (self->chart, AKK_INK_TARGET, 0.9, AKK_DASH_DASHES, 0, y, right, y);
    if (upper < y)
      akk_chart_line (self->chart, AKK_INK_TARGET, 0.9, AKK_DASH_DASHES, 0, upper, right, upper);
  }
  if (baseline->is_set) {
    double y = y_of (self, baseline->value);
    akk_chart_line (self->chart, AKK_INK_TEXT, 0.8, AKK_DASH_DOTS, 0.4, y, right, y);
  }
}

static void
draw_points (Line *self)
{
  const AkkChartPoint *points = (const AkkChartPoint *) self->points->data;

  akk_chart_curve (self->chart, &self->axis, &self->scale, points, self->points->len,
                   AKK_INK_ACCENT, THICK);
  for (guint i = 0; i < self->points->len; i++)
    if (points[i].figure.state == AKK_FIGURE_KNOWN)
      akk_chart_point (self->chart, akk_year_place (&self->axis, points[i].year),
                       y_of (self, points[i].figure.low), RADIUS,
                       akk_figure_is_open (&points[i].figure));
}

static void
draw_years (Line *self)
{
  const int years[] = { self->last != NULL ? self->last->year : self->axis.to, self->axis.from,
                        self->axis.to };

  if (self->axis.from > 0)
    akk_chart_years (self->chart, &self->axis, years, G_N_ELEMENTS (years), TRUE);
}

/* --- The frame --- */

static void
measure (Line *self, double top)
{
  const AkkChartSeries *data = self->data;
  AkkRange range = { 0 };
  guint n = self->points->len, steps = akk_chart_n_steps (data->indicator);
  double widest = 0;

  akk_range_add_points (&range, (const AkkChartPoint *) self->points->data, n);
  akk_range_add_level (&range, &data->target);
  akk_range_add_level (&range, &data->baseline);
  if (steps > 0)
    range = (AkkRange) { TRUE, 0, (steps - 1) * (double) AKK_DECIMAL };
  self->axis.from = n > 0 ? point_at (self, 0)->year : data->target.year;
  self->axis.to = MAX (n > 0 ? point_at (self, n - 1)->year : 0, data->target.year);
  self->axis.y = top + PLOT - YEARS;
  self->axis.left = LEFT;
  self->scale = (AkkScale) { range, self->axis.y - INSET_BOTTOM, top + INSET_TOP };
  collect_ends (self);
  for (guint i = 0; i < self->ends->len; i++)
    widest = MAX (widest, (double) g_array_index (self->ends, EndLabel, i).set->width);
  self->axis.right = self->chart->width - MAX (widest + LABEL_GAP, 10);
}

static void
put_nothing (Line *self)
{
  AkkSet *set =
      akk_chart_set (self->chart, NULL, akk_phrases_get (self->chart->phrases, "chart-none"),
                     AKK_LOOK_CHART, self->chart->width);
  double y = (self->scale.start + self->scale.end) / 2;

  if (self->data->target.is_set || self->data->baseline.is_set)
    y = self->axis.y - 4;
  akk_chart_put (self->chart, set, AKK_INK_TEXT, self->axis.right / 2, y, 0.5);
}

AkkChart *
akk_chart_new_line (AkkPaper *paper, const AkkChartSeries *data, double width_pt)
{
  Line self = { .chart = akk_chart_begin (paper, width_pt),
                .data = data,
                .points = g_array_new (FALSE, FALSE, sizeof (AkkChartPoint)),
                .ends = g_array_new (FALSE, FALSE, sizeof (EndLabel)),
                .boxes = g_array_new (FALSE, FALSE, sizeof (AkkBox)) };
  double top = akk_chart_head (self.chart, &data->head, NULL, 0);

  g_array_set_clear_func (self.ends, end_clear);
  collect_points (&self);
  measure (&self, top);
  draw_levels (&self);
  draw_points (&self);
  put_last (&self);
  put_suppressed (&self);
  if (self.last == NULL)
    put_nothing (&self);
  put_ends (&self);
  draw_years (&self);
  self.chart->height = top + PLOT;
  akk_chart_say_series (self.chart, data);
  g_array_unref (self.points);
  g_array_unref (self.ends);
  g_array_unref (self.boxes);
  return self.chart;
}
