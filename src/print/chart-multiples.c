/* Small lines beside each other, one for each municipality, all on one scale.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart-internal.h"

#define CELL 100.8
#define PLOT 72.0 /* with the years below it */
#define YEARS 12.0
#define GUTTER 12.0
#define ROW_GAP 8.0
#define HEAD 3.0 /* below the key */
#define INSET_TOP 6.0
#define INSET_BOTTOM 6.0
#define LEFT 2.0
#define LABEL_GAP 4.5
#define THICK 1.4
#define REGION 2.6
#define RADIUS 2.3
#define SMALL 1.4
#define LINE 11.5
#define STEPS 5 /* of the scale, at most */

typedef struct {
  AkkChart *chart;
  const AkkChartMultiples *data;
  AkkRange range;
  int from, to;
  guint n_columns;
  double cell, plot; /* width of a cell, and of its lines */
} Multiples;

static gboolean
has_own_target (const Multiples *self, const AkkChartCell *cell)
{
  return cell->target.is_set &&
         (!self->data->target.is_set || cell->target.value != self->data->target.value);
}

static const AkkChartPoint *
last_of (const AkkChartCell *cell)
{
  for (guint i = cell->n_points; i > 0; i--)
    if (akk_figure_has_value (&cell->points[i - 1].figure) ||
        cell->points[i - 1].figure.state == AKK_FIGURE_SUPPRESSED)
      return &cell->points[i - 1];
  return NULL;
}

static AkkSet *
set_last (Multiples *self, const AkkChartCell *cell)
{
  const AkkChartPoint *last = last_of (cell);
  g_autofree char *words = NULL;

  if (last == NULL)
    return akk_chart_set (self->chart, NULL, "–", AKK_LOOK_CHART, self->cell / 2);
  words = akk_figure_words (self->chart->phrases, self->data->indicator, &last->figure, FALSE);
  return akk_chart_set (self->chart, words, NULL, AKK_LOOK_CHART, self->cell / 2);
}

static void
add_years (Multiples *self, const AkkChartPoint *points, guint n)
{
  if (n == 0)
    return;
  self->from = self->from == 0 ? points[0].year : MIN (self->from, points[0].year);
  self->to = MAX (self->to, points[n - 1].year);
}

/* One scale for all, out to round steps: it is named under them. */
static void
find_range (Multiples *self)
{
  const AkkChartMultiples *data = self->data;
  double least = AKK_DECIMAL;

  akk_range_add_points (&self->range, data->region, data->n_region);
  akk_range_add_level (&self->range, &data->target);
  add_years (self, data->region, data->n_region);
  for (guint i = 0; i < data->n_cells; i++) {
    akk_range_add_points (&self->range, data->cells[i].points, data->cells[i].n_points);
    akk_range_add_level (&self->range, &data->cells[i].target);
    add_years (self, data->cells[i].points, data->cells[i].n_points);
  }
  for (gint64 i = 0; i < data->indicator->decimals; i++)
    least /= 10;
  self->range = akk_range_round (&self->range, akk_range_step (&self->range, STEPS, least));
}

static void
measure (Multiples *self)
{
  double widest = 0;

  find_range (self);
  self->n_columns = (guint) MAX ((self->chart->width + GUTTER + 0.5) / (CELL + GUTTER), 1);
  self->n_columns = MIN (self->n_columns, MAX (self->data->n_cells, 1));
  self->cell = (self->chart->width - (self->n_columns - 1) * GUTTER) / self->n_columns;
  for (guint i = 0; i < self->data->n_cells; i++) {
    g_autoptr (AkkSet) set = set_last (self, &self->data->cells[i]);
    widest = MAX (widest, (double) set->width);
  }
  self->plot = self->cell - widest - LABEL_GAP - RADIUS;
}

static void
move (AkkChart *self, guint first_mark, guint first_spot, double x)
{
  for (guint i = first_mark; i < self->marks->len; i++)
    g_array_index (self->marks, AkkMark, i).x += (float) x;
  for (guint i = first_spot; i < self->spots->len; i++)
    g_array_index (self->spots, AkkSpot, i).x += x;
}

/* The last value beside its point, or where it would stand. */
static void
put_last (Multiples *self, const AkkChartCell *cell, const AkkYearAxis *axis, const AkkScale *scale)
{
  const AkkChartPoint *last = last_of (cell);
  AkkSet *set = set_last (self, cell);
  double y = axis->y - 4;

  if (last != NULL) {
    double x = akk_year_place (axis, last->year);
    y = (akk_scale_place (scale, (double) last->figure.low) +
         akk_scale_place (scale, (double) last->figure.high)) /
        2;
    if (last->figure.state == AKK_FIGURE_KNOWN)
      akk_chart_point (self->chart, x, y, RADIUS, akk_figure_is_open (&last->figure));
  }
  akk_chart_put (self->chart, set, AKK_INK_TEXT, axis->right + RADIUS + LABEL_GAP,
                 MIN (y + 2.9, axis->y - 1.5), 0);
}

static void
draw_cell (Multiples *self, const AkkChartCell *cell, double x, double y, guint label_lines)
{
  const AkkChartMultiples *data = self->data;
  const guint mark = self->chart->marks->len, spot = self->chart->spots->len;
  AkkSet *label = akk_chart_set (self->chart, NULL, cell->label, AKK_LOOK_NAME, self->cell);
  double top = y + label_lines * LINE;
  AkkYearAxis axis = { LEFT, self->plot, top + PLOT - YEARS, self->from, self->to };
  AkkScale scale = { self->range, axis.y - INSET_BOTTOM, top + INSET_TOP };
  const int years[] = { self->to, self->from };
  const AkkChartLevel *target = has_own_target (self, cell) ? &cell->target : &data->target;

  akk_chart_put (self->chart, label, AKK_INK_TEXT, 0, y + label->baseline, 0);
  if (target->is_set) {
    double at = akk_scale_place (&scale, (double) target->value);
    double upper = akk_scale_place (&scale, (double) MAX (target->upper, target->value));
    akk_chart_line (self->chart, AKK_INK_TARGET, 0.7, AKK_DASH_DASHES, 0, at, self->plot, at);
    if (upper < at)
      akk_chart_line (self->chart, AKK_INK_TARGET, 0.7, AKK_DASH_DASHES, 0, upper, self->plot,
                      upper);
  }
  akk_chart_curve (self->chart, &axis, &scale, data->region, data->n_region, AKK_INK_SECOND,
                   REGION);
  akk_chart_curve (self->chart, &axis, &scale, cell->points, cell->n_points, AKK_INK_ACCENT, THICK);
  for (guint i = 0; i < cell->n_points; i++)
    if (cell->points[i].figure.state == AKK_FIGURE_KNOWN && &cell->points[i] != last_of (cell))
      akk_chart_disc (self->chart, AKK_INK_ACCENT, 0, akk_year_place (&axis, cell->points[i].year),
                      akk_scale_place (&scale, (double) cell->points[i].figure.low), SMALL);
  put_last (self, cell, &axis, &scale);
  if (self->from > 0)
    akk_chart_years (self->chart, &axis, years, 2, FALSE);
  move (self->chart, mark, spot, x);
}

static gboolean
has_figures (const AkkChartMultiples *data)
{
  for (guint i = 0; i < data->n_cells; i++)
    if (last_of (&data->cells[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The tallest label of a row of cells. */
static guint
label_lines (Multiples *self, guint first)
{
  guint n = 1;

  for (guint i = first; i < self->data->n_cells && i < first + self->n_columns; i++) {
    g_autoptr (AkkSet) set =
        akk_chart_set (self->chart, NULL, self->data->cells[i].label, AKK_LOOK_NAME, self->cell);
    n = MAX (n, set->n_lines);
  }
  return n;
}

/* --- In words --- */

static void
add_table (Multiples *self)
{
  const AkkChartMultiples *data = self->data;
  AkkPhrases *phrases = self->chart->phrases;
  g_autoptr (GStrvBuilder) heads = g_strv_builder_new ();

  g_strv_builder_add (heads, akk_phrases_get (phrases, "chart-part"));
  for (int year = self->from; self->from > 0 && year <= self->to; year++)
    g_strv_builder_take (heads, g_strdup_printf ("%d", year));
  akk_tabular_add (self->chart->table, g_strv_builder_end (heads));
  for (guint i = 0; i <= data->n_cells; i++) {
    g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
    gboolean region = i == data->n_cells;
    const AkkChartPoint *points = region ? data->region : data->cells[i].points;
    guint n = region ? data->n_region : data->cells[i].n_points, at = 0;
    if (region && n == 0)
      break;
    g_strv_builder_add (cells,
                        region ? akk_phrases_get (phrases, "chart-region") : data->cells[i].label);
    for (int year = self->from; self->from > 0 && year <= self->to; year++) {
      while (at < n && points[at].year < year)
        at++;
      g_strv_builder_take (
          cells, at < n && points[at].year == year
                     ? akk_figure_words (phrases, data->indicator, &points[at].figure, TRUE)
                     : g_strdup (""));
    }
    akk_tabular_add (self->chart->table, g_strv_builder_end (cells));
  }
}

static void
say (Multiples *self)
{
  const AkkChartMultiples *data = self->data;
  AkkPhrases *phrases = self->chart->phrases;
  GString *alt = akk_chart_alt_begin (&data->head);

  for (guint i = 0; i < data->n_cells; i++) {
    g_autofree char *course =
        akk_chart_course (phrases, data->indicator, data->cells[i].points, data->cells[i].n_points);
    g_string_append_printf (alt, "%s%s: %s", i > 0 ? "; " : "", data->cells[i].label, course);
    akk_chart_say (self->chart, data->cells[i].points, data->cells[i].n_points);
  }
  if (data->n_cells == 0)
    g_string_append (alt, akk_phrases_get (phrases, "chart-none"));
  if (data->n_region > 0) {
    g_autofree char *course =
        akk_chart_course (phrases, data->indicator, data->region, data->n_region);
    g_string_append_printf (alt, "; %s: %s", akk_phrases_get (phrases, "chart-region"), course);
  }
  g_string_append_c (alt, '.');
  akk_chart_add_level_words (self->chart, alt, data->indicator, &data->target,
                             akk_chart_target_key (&data->target));
  self->chart->alt = g_string_free (alt, FALSE);
  if (self->range.is_set) {
    g_autofree char *low =
        akk_indicator_words (phrases, data->indicator, (gint64) self->range.low, FALSE);
    g_autofree char *high =
        akk_indicator_words (phrases, data->indicator, (gint64) self->range.high, TRUE);
    g_autofree char *scale =
        akk_phrases_format (phrases, "chart-note-scale", "low", low, "high", high, NULL);
    akk_chart_add_note (self->chart, scale);
  }
  add_table (self);
}

static double
add_head (Multiples *self)
{
  const AkkChartMultiples *data = self->data;
  AkkPhrases *phrases = self->chart->phrases;
  g_autofree char *value = akk_chart_level_words (phrases, data->indicator, &data->target, FALSE);
  g_autofree char *target = g_strdup_printf (
      "%s %s", akk_phrases_get (phrases, akk_chart_target_key (&data->target)), value);
  AkkKey keys[3] = { { AKK_KEY_LINE, 0, akk_phrases_get (phrases, "chart-municipality") } };
  guint n = 1;
  gboolean own = FALSE;

  for (guint i = 0; i < data->n_cells; i++)
    own |= has_own_target (self, &data->cells[i]);
  if (data->n_region > 0)
    keys[n++] = (AkkKey) { AKK_KEY_REGION, 0, akk_phrases_get (phrases, "chart-region") };
  if (data->target.is_set || own)
    keys[n++] =
        (AkkKey) { AKK_KEY_DASHES, 0, own ? akk_phrases_get (phrases, "chart-target") : target };
  return akk_chart_head (self->chart, &data->head, keys, n);
}

AkkChart *
akk_chart_new_multiples (AkkPaper *paper, const AkkChartMultiples *data, double width_pt)
{
  Multiples self = { .chart = akk_chart_begin (paper, width_pt), .data = data };
  guint n_cells = has_figures (data) ? data->n_cells : 0;
  double y = add_head (&self);

  measure (&self);
  y += HEAD;
  for (guint i = 0; i < n_cells; i += self.n_columns) {
    guint lines = label_lines (&self, i);
    y += i > 0 ? ROW_GAP : 0;
    for (guint j = i; j < n_cells && j < i + self.n_columns; j++)
      draw_cell (&self, &data->cells[j], (j - i) * (self.cell + GUTTER), y, lines);
    y += lines * LINE + PLOT;
  }
  if (n_cells == 0) {
    AkkSet *set =
        akk_chart_set (self.chart, NULL, akk_phrases_get (self.chart->phrases, "chart-none"),
                       AKK_LOOK_CHART, width_pt);
    akk_chart_put (self.chart, set, AKK_INK_TEXT, 0, y + LINE, 0);
    y += PLOT / 2;
  }
  self.chart->height = y;
  say (&self);
  return self.chart;
}
