/* Each action a square, in the shape of its status.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart-internal.h"

#define SIDE 10.0
#define PITCH 13.2
#define ROW 20.6
#define LINE 11.5
#define EDGE 0.9
#define GAP 10.0
#define LABEL_PART 0.4
#define VALUE_PART 0.16

/* In the order in which they are drawn. */
static const gint64 order[] = { AKK_ACTION_DONE,     AKK_ACTION_ADJUSTED,     AKK_ACTION_BUSY,
                                AKK_ACTION_TO_START, AKK_ACTION_CARRIED_OVER, AKK_ACTION_STOPPED };

typedef struct {
  AkkChart *chart;
  const AkkChartSquares *data;
  double label_width, value_width;
  guint per_line;
} Squares;

/* Shapes that differ in grey too: full; all but a corner; half, along the diagonal; empty; with an
 * arrow that leads on; crossed. */
void
akk_chart_square (AkkChart *self, gint64 standing, double x, double y, double side)
{
  const double right = x + side, bottom = y + side, half = side / 2;
  const AkkSpot diagonal[] = { { right, y }, { right, bottom }, { x, bottom } };
  const AkkSpot corner[] = { { x + half, y }, { right, y },    { right, bottom },
                             { x, bottom },   { x, y + half }, { x + half, y + half } };
  const double in = side * 0.25;

  if (standing == AKK_ACTION_DONE) {
    akk_chart_rectangle (self, AKK_INK_ACCENT, x, y, side, side);
    return;
  }
  if (standing == AKK_ACTION_BUSY)
    akk_chart_area (self, AKK_INK_ACCENT, diagonal, G_N_ELEMENTS (diagonal));
  else if (standing == AKK_ACTION_ADJUSTED)
    akk_chart_area (self, AKK_INK_ACCENT, corner, G_N_ELEMENTS (corner));
  akk_chart_outline (self, AKK_INK_TEXT, EDGE, x + EDGE / 2, y + EDGE / 2, side - EDGE,
                     side - EDGE);
  if (standing == AKK_ACTION_CARRIED_OVER) {
    const AkkSpot arrow[] = { { x + half, y + in },
                              { right - in, y + half },
                              { x + half, bottom - in } };
    akk_chart_line (self, AKK_INK_TEXT, 1.1, AKK_DASH_NONE, x + in * 0.8, y + half, right - in,
                    y + half);
    akk_chart_lines (self, AKK_INK_TEXT, 1.1, AKK_DASH_NONE, arrow, G_N_ELEMENTS (arrow));
  }
  if (standing == AKK_ACTION_STOPPED) {
    akk_chart_line (self, AKK_INK_TEXT, 1.1, AKK_DASH_NONE, x + in, y + in, right - in,
                    bottom - in);
    akk_chart_line (self, AKK_INK_TEXT, 1.1, AKK_DASH_NONE, x + in, bottom - in, right - in,
                    y + in);
  }
}

static guint
total_of (const AkkChartSquaresRow *row)
{
  guint total = 0;

  for (guint i = 0; i < AKK_N_ACTION_STANDINGS; i++)
    total += row->counts[i];
  return total;
}

/* "9 van 14" */
static char *
value_of (AkkPhrases *phrases, const AkkChartSquaresRow *row)
{
  g_autofree char *done = g_strdup_printf ("%u", row->counts[AKK_ACTION_DONE]);
  g_autofree char *all = g_strdup_printf ("%u", total_of (row));

  return akk_phrases_format (phrases, "chart-done", "n", done, "all", all, NULL);
}

static AkkSet *
set_value (Squares *self, const AkkChartSquaresRow *row)
{
  g_autofree char *value = value_of (self->chart->phrases, row);

  return akk_chart_set (self->chart, NULL, value, AKK_LOOK_NAME, self->chart->width * VALUE_PART);
}

static AkkSet *
set_label (Squares *self, const AkkChartSquaresRow *row)
{
  return akk_chart_set (self->chart, NULL, row->label, AKK_LOOK_FUNCTION,
                        self->chart->width * LABEL_PART);
}

static void
measure (Squares *self)
{
  for (guint i = 0; i < self->data->n_rows; i++) {
    g_autoptr (AkkSet) label = set_label (self, &self->data->rows[i]);
    g_autoptr (AkkSet) value = set_value (self, &self->data->rows[i]);
    self->label_width = MAX (self->label_width, (double) label->width);
    self->value_width = MAX (self->value_width, (double) value->width);
  }
  /* On wide paper all squares begin at the same place, whatever the words. */
  self->label_width = MAX (self->label_width + GAP, self->chart->width * LABEL_PART + GAP / 2);
  self->per_line = (guint) MAX (
      (self->chart->width - self->label_width - self->value_width - GAP + PITCH - SIDE) / PITCH, 1);
}

static double
draw_row (Squares *self, const AkkChartSquaresRow *row, double y)
{
  AkkSet *label = set_label (self, row);
  guint n_lines = label->n_lines, n = 0;
  double baseline = y + ROW / 2 + 3.3, squares;

  akk_chart_put (self->chart, label, AKK_INK_TEXT, 0, baseline, 0);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < row->counts[order[i]]; j++, n++)
      akk_chart_square (self->chart, order[i], self->label_width + n % self->per_line * PITCH,
                        y + (ROW - SIDE) / 2 + n / self->per_line * PITCH, SIDE);
  akk_chart_put (self->chart, set_value (self, row), AKK_INK_TEXT, self->chart->width, baseline, 1);
  squares = n > 0 ? (n - 1) / self->per_line * PITCH : 0;
  return y + ROW + MAX (squares, (n_lines - 1) * LINE);
}

/* The key to those that occur, and what those hear who do not see them. */
static guint
find_keys (const Squares *self, AkkKey *keys)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    guint count = 0;
    for (guint row = 0; row < self->data->n_rows; row++)
      count += self->data->rows[row].counts[order[i]];
    if (count > 0)
      keys[n++] =
          (AkkKey) { AKK_KEY_SQUARE, order[i],
                     akk_phrases_get (self->chart->phrases, akk_plan_status_key (order[i])) };
  }
  return n;
}

static void
say_row (const Squares *self,
         const AkkChartSquaresRow *row,
         const AkkKey *keys,
         guint n_keys,
         GString *alt)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *value = value_of (self->chart->phrases, row);
  const char *separator = "";

  g_string_append_printf (alt, " %s: %s", row->label, value);
  g_strv_builder_add (cells, row->label);
  g_string_append (alt, total_of (row) > 0 ? " (" : "");
  for (guint i = 0; i < n_keys; i++) {
    guint count = row->counts[keys[i].standing];
    g_strv_builder_take (cells, g_strdup_printf ("%u", count));
    if (count > 0) {
      g_string_append_printf (alt, "%s%u %s", separator, count, keys[i].words);
      separator = ", ";
    }
  }
  g_string_append (alt, total_of (row) > 0 ? ")." : ".");
  g_strv_builder_take (cells, g_strdup_printf ("%u", total_of (row)));
  akk_tabular_add (self->chart->table, g_strv_builder_end (cells));
}

static void
say (const Squares *self, const AkkKey *keys, guint n_keys)
{
  AkkPhrases *phrases = self->chart->phrases;
  g_autoptr (GStrvBuilder) heads = g_strv_builder_new ();
  GString *alt = akk_chart_alt_begin (&self->data->head);

  g_string_truncate (alt, alt->len - 1);
  g_strv_builder_add (heads, akk_phrases_get (phrases, "chart-part"));
  for (guint i = 0; i < n_keys; i++)
    g_strv_builder_add (heads, keys[i].words);
  g_strv_builder_add (heads, akk_phrases_get (phrases, "chart-all"));
  akk_tabular_add (self->chart->table, g_strv_builder_end (heads));
  for (guint i = 0; i < self->data->n_rows; i++)
    say_row (self, &self->data->rows[i], keys, n_keys, alt);
  if (self->data->n_rows == 0)
    g_string_append_printf (alt, " %s.", akk_phrases_get (phrases, "chart-no-actions"));
  self->chart->alt = g_string_free (alt, FALSE);
}

AkkChart *
akk_chart_new_squares (AkkPaper *paper, const AkkChartSquares *data, double width_pt)
{
  Squares self = { .chart = akk_chart_begin (paper, width_pt), .data = data };
  AkkKey keys[AKK_N_ACTION_STANDINGS];
  guint n_keys = find_keys (&self, keys);
  double y = akk_chart_head (self.chart, &data->head, keys, n_keys);

  measure (&self);
  akk_chart_rectangle (self.chart, AKK_INK_TEXT, 0, y, width_pt, 0.5);
  y += 3;
  for (guint i = 0; i < data->n_rows; i++) {
    if (i > 0)
      akk_chart_rectangle (self.chart, AKK_INK_AXIS, 0, y - 0.1, width_pt, 0.25);
    y = draw_row (&self, &data->rows[i], y);
  }
  if (data->n_rows == 0) {
    akk_chart_put (self.chart,
                   akk_chart_set (self.chart, NULL,
                                  akk_phrases_get (self.chart->phrases, "chart-no-actions"),
                                  AKK_LOOK_CHART, width_pt),
                   AKK_INK_TEXT, 0, y + ROW / 2 + 3, 0);
    y += ROW;
  }
  akk_chart_rectangle (self.chart, AKK_INK_TEXT, 0, y, width_pt, 0.9);
  self.chart->height = y + 0.9;
  say (&self, keys, n_keys);
  return self.chart;
}
