/* Bars from nought, each with its value; with a target they are bullets.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart-internal.h"

#define ROW 17.4
#define LINE 11.5 /* of a label that runs on */
#define BAR 5.4
#define PLAIN_BAR 8.0 /* without targets */
#define GROUND 10.0
#define STROKE 1.6
#define STROKE_HEIGHT 12.6
#define GAP 8.0
#define LABEL_PART 0.36
#define VALUE_PART 0.28
#define RULE 0.9
#define REFERENCE 13.0 /* the line below with its words */

typedef struct {
  AkkChart *chart;
  const AkkChartBars *data;
  AkkScale scale;
  double label_width, value_width;
  gboolean bullets;
} Bars;

static double
x_of (const Bars *self, gint64 value)
{
  return akk_scale_place (&self->scale, (double) value);
}

static gboolean
is_said (const AkkFigure *figure)
{
  return akk_figure_has_value (figure) || figure->state == AKK_FIGURE_SUPPRESSED;
}

/* "94 van 160", or "94" alone. */
static void
value_words (const Bars *self, const AkkChartBar *bar, gboolean unit, char **value, char **rest)
{
  AkkPhrases *phrases = self->chart->phrases;
  g_autofree char *target =
      akk_chart_level_words (phrases, self->data->indicator, &bar->target, unit);
  gboolean of = self->data->indicator->kind == AKK_INDICATOR_NUMBER &&
                self->data->indicator->direction == AKK_DIRECTION_UP;

  *value = akk_figure_words (phrases, self->data->indicator, &bar->figure,
                             unit && !(of && bar->target.is_set));
  if (**value == '\0') {
    g_free (*value);
    *value = g_strdup ("–");
  }
  *rest = !bar->target.is_set
              ? NULL
              : akk_phrases_format (phrases, of ? "chart-of" : "chart-aim", "value", target, NULL);
}

static AkkSet *
set_value (Bars *self, const AkkChartBar *bar)
{
  g_autofree char *value = NULL, *rest = NULL;

  value_words (self, bar, FALSE, &value, &rest);
  if (!is_said (&bar->figure)) {
    g_autofree char *plain = g_strjoin (" ", value, rest, NULL);
    return akk_chart_set (self->chart, NULL, plain, AKK_LOOK_FUNCTION,
                          self->chart->width * VALUE_PART);
  }
  return akk_chart_set (self->chart, value, rest, AKK_LOOK_FUNCTION,
                        self->chart->width * VALUE_PART);
}

static AkkSet *
set_label (Bars *self, const AkkChartBar *bar)
{
  return akk_chart_set (self->chart, NULL, bar->label, AKK_LOOK_FUNCTION,
                        self->chart->width * LABEL_PART);
}

/* The bar of what is known, the range it may lie in, and the target. */
static void
draw_bar (Bars *self, const AkkChartBar *bar, double middle)
{
  const double nought = x_of (self, 0), height = self->bullets ? BAR : PLAIN_BAR;
  const AkkFigure *figure = &bar->figure;

  if (bar->target.is_set) {
    double target = x_of (self, bar->target.value);
    akk_chart_rectangle (self->chart, AKK_INK_GROUND, MIN (nought, target), middle - GROUND / 2,
                         ABS (target - nought), GROUND);
  }
  if (akk_figure_has_value (figure)) {
    double low = x_of (self, figure->low), high = x_of (self, figure->high);
    if (akk_figure_is_open (figure))
      akk_chart_outline (self->chart, AKK_INK_ACCENT, 1, MIN (nought, low) + 0.5,
                         middle - height / 2 + 0.5, MAX (ABS (low - nought) - 1, 0.1), height - 1);
    else
      akk_chart_rectangle (self->chart, AKK_INK_ACCENT, MIN (nought, low), middle - height / 2,
                           ABS (low - nought), height);
    if (high > low) {
      akk_chart_line (self->chart, AKK_INK_ACCENT, 1.2, AKK_DASH_NONE, low, middle, high, middle);
      akk_chart_line (self->chart, AKK_INK_ACCENT, 1.2, AKK_DASH_NONE, high, middle - height / 2,
                      high, middle + height / 2);
    }
  }
  if (bar->target.is_set) {
    akk_chart_rectangle (self->chart, AKK_INK_TARGET, x_of (self, bar->target.value) - STROKE / 2,
                         middle - STROKE_HEIGHT / 2, STROKE, STROKE_HEIGHT);
    if (bar->target.upper > bar->target.value)
      akk_chart_rectangle (self->chart, AKK_INK_TARGET, x_of (self, bar->target.upper) - STROKE / 2,
                           middle - STROKE_HEIGHT / 2, STROKE, STROKE_HEIGHT);
  }
}

static double
draw_row (Bars *self, const AkkChartBar *bar, double y)
{
  AkkSet *label = set_label (self, bar), *value = set_value (self, bar);
  guint n_lines = MAX (label->n_lines, value->n_lines);
  double baseline = y + ROW / 2 + 3.2;

  akk_chart_put (self->chart, label, AKK_INK_TEXT, 0, baseline, 0);
  draw_bar (self, bar, y + ROW / 2);
  akk_chart_put (self->chart, value, AKK_INK_TEXT,
                 self->chart->width - (self->bullets ? self->value_width : 0), baseline,
                 self->bullets ? 0 : 1);
  return y + ROW + (n_lines - 1) * LINE;
}

/* One stroke through all bars, with its words below it. */
static double
draw_reference (Bars *self, double top, double y)
{
  const AkkChartBars *data = self->data;
  AkkSet *set;
  double x = x_of (self, data->reference);

  if (!data->has_reference)
    return y;
  akk_chart_line (self->chart, AKK_INK_PAPER, 2.7, AKK_DASH_NONE, x, top, x, y);
  akk_chart_line (self->chart, AKK_INK_TARGET, 0.9, AKK_DASH_DASHES, x, top, x, y + 3);
  set =
      akk_chart_set (self->chart, NULL, data->reference_label, AKK_LOOK_CHART, self->chart->width);
  x = CLAMP (x, set->width / 2, MAX (self->chart->width - set->width / 2, set->width / 2));
  akk_chart_put (self->chart, set, AKK_INK_TEXT, x, y + 11, 0.5);
  return y + REFERENCE + 2;
}

static void
measure (Bars *self)
{
  const AkkChartBars *data = self->data;
  AkkRange range = { 0 };

  akk_range_add (&range, 0);
  for (guint i = 0; i < data->n_bars; i++) {
    g_autoptr (AkkSet) label = set_label (self, &data->bars[i]);
    g_autoptr (AkkSet) value = set_value (self, &data->bars[i]);
    self->label_width = MAX (self->label_width, (double) label->width);
    self->value_width = MAX (self->value_width, (double) value->width);
    self->bullets |= data->bars[i].target.is_set;
    akk_range_add_level (&range, &data->bars[i].target);
    if (akk_figure_has_value (&data->bars[i].figure)) {
      akk_range_add (&range, (double) data->bars[i].figure.low);
      akk_range_add (&range, (double) data->bars[i].figure.high);
    }
  }
  if (data->has_reference)
    akk_range_add (&range, (double) data->reference);
  /* Nothing but noughts stands at the left, not in the middle. */
  if (range.low == range.high)
    range.high = range.low + 1;
  self->scale = (AkkScale) { range, self->label_width + GAP,
                             self->chart->width - self->value_width - 2 * GAP };
}

static void
say (Bars *self)
{
  const AkkChartBars *data = self->data;
  AkkPhrases *phrases = self->chart->phrases;
  GString *alt = akk_chart_alt_begin (&data->head);

  akk_chart_add_row (self->chart, g_strdup (akk_phrases_get (phrases, "chart-part")),
                     g_strdup_printf ("%d", data->year),
                     g_strdup (akk_phrases_get (phrases, "chart-target")),
                     g_strdup (akk_phrases_get (phrases, "chart-remark")), NULL);
  for (guint i = 0; i < data->n_bars; i++) {
    const AkkChartBar *bar = &data->bars[i];
    const AkkChartPoint point = { data->year, bar->figure };
    g_autofree char *value = NULL, *rest = NULL;
    value_words (self, bar, TRUE, &value, &rest);
    g_string_append_printf (alt, "%s%s: %s%s%s", i > 0 ? "; " : "", bar->label, value,
                            rest != NULL ? " " : "", rest != NULL ? rest : "");
    akk_chart_add_row (self->chart, g_strdup (bar->label),
                       akk_figure_words (phrases, data->indicator, &bar->figure, TRUE),
                       akk_chart_level_words (phrases, data->indicator, &bar->target, TRUE),
                       akk_chart_remark (phrases, &bar->figure), NULL);
    if (is_said (&bar->figure))
      akk_chart_say (self->chart, &point, 1);
  }
  if (data->n_bars == 0)
    g_string_append (alt, akk_phrases_get (phrases, "chart-none"));
  g_string_append_c (alt, '.');
  if (data->has_reference)
    g_string_append_printf (alt, " %s.", data->reference_label);
  self->chart->alt = g_string_free (alt, FALSE);
}

AkkChart *
akk_chart_new_bars (AkkPaper *paper, const AkkChartBars *data, double width_pt)
{
  Bars self = { .chart = akk_chart_begin (paper, width_pt), .data = data };
  g_autofree char *year = g_strdup_printf ("%d", data->year);
  g_autofree char *words =
      akk_phrases_format (self.chart->phrases, "chart-bar-key", "year", year, NULL);
  const AkkKey keys[] = {
    { AKK_KEY_NONE, 0, words },
    { AKK_KEY_STROKE, 0, akk_phrases_get (self.chart->phrases, "chart-target") },
  };
  double y, top;

  measure (&self);
  y = top = akk_chart_head (self.chart, &data->head, keys, self.bullets ? 2 : 0);
  if (self.bullets) {
    akk_chart_rectangle (self.chart, AKK_INK_TEXT, 0, y, width_pt, 0.5);
    y = top = top + 3;
  } else if (y > 0)
    y = top = top + 3;
  for (guint i = 0; i < data->n_bars; i++)
    y = draw_row (&self, &data->bars[i], y);
  if (self.scale.range.low < 0)
    akk_chart_rectangle (self.chart, AKK_INK_AXIS, x_of (&self, 0) - 0.2, top, 0.4, y - top);
  if (data->n_bars == 0) {
    akk_chart_put (self.chart,
                   akk_chart_set (self.chart, NULL,
                                  akk_phrases_get (self.chart->phrases, "chart-none"),
                                  AKK_LOOK_CHART, width_pt),
                   AKK_INK_TEXT, 0, y + ROW / 2 + 3, 0);
    y += ROW;
  }
  y = draw_reference (&self, top, y);
  if (self.bullets) {
    akk_chart_rectangle (self.chart, AKK_INK_TEXT, 0, y + 3 - RULE, width_pt, RULE);
    y += 3;
  }
  self.chart->height = y;
  say (&self);
  return self.chart;
}
