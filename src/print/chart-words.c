/* What charts say in words: alternative texts, remarks and notes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "print/chart-internal.h"

char *
akk_chart_level_words (AkkPhrases *phrases,
                       const AkkIndicator *indicator,
                       const AkkChartLevel *level,
                       gboolean unit)
{
  if (!level->is_set)
    return g_strdup ("");
  if (level->upper <= level->value)
    return akk_indicator_words (phrases, indicator, level->value, unit);

  g_autofree char *low = akk_indicator_words (phrases, indicator, level->value, FALSE);
  g_autofree char *high = akk_indicator_words (phrases, indicator, level->upper, unit);
  return akk_phrases_format (phrases, "chart-range", "low", low, "high", high, NULL);
}

GString *
akk_chart_alt_begin (const AkkChartHead *head)
{
  GString *alt = g_string_new (head->title != NULL ? head->title : "");

  /* A unit is said with each value. */
  if (head->subtitle != NULL && strchr (head->subtitle, ' ') != NULL)
    g_string_append_printf (alt, ", %s", head->subtitle);
  g_string_append (alt, ": ");
  return alt;
}

static gboolean
says_something (const AkkFigure *figure)
{
  return figure->state == AKK_FIGURE_SUPPRESSED || akk_figure_has_value (figure);
}

char *
akk_chart_course (AkkPhrases *phrases,
                  const AkkIndicator *indicator,
                  const AkkChartPoint *points,
                  guint n)
{
  const AkkChartPoint *first = NULL, *last = NULL;
  g_autofree char *first_words = NULL, *last_words = NULL;

  for (guint i = 0; i < n; i++) {
    if (!says_something (&points[i].figure))
      continue;
    first = first == NULL ? &points[i] : first;
    last = &points[i];
  }
  if (first == NULL)
    return g_strdup (akk_phrases_get (phrases, "chart-none"));

  g_autofree char *from = g_strdup_printf ("%d", first->year);
  g_autofree char *to = g_strdup_printf ("%d", last->year);
  first_words = akk_figure_words (phrases, indicator, &first->figure, TRUE);
  last_words = akk_figure_words (phrases, indicator, &last->figure, TRUE);
  if (first == last)
    return akk_phrases_format (phrases, "chart-one", "value", last_words, "year", to, NULL);
  return akk_phrases_format (phrases, "chart-span", "first", first_words, "from", from, "last",
                             last_words, "to", to, NULL);
}

char *
akk_chart_remark (AkkPhrases *phrases, const AkkFigure *figure)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (figure->provisional && says_something (figure))
    g_strv_builder_add (parts, akk_phrases_get (phrases, "chart-provisional"));
  if (figure->n_known < figure->n_parts && says_something (figure)) {
    g_autofree char *known = g_strdup_printf ("%u", figure->n_known);
    g_autofree char *all = g_strdup_printf ("%u", figure->n_parts);
    g_strv_builder_take (parts, akk_phrases_format (phrases, "chart-incomplete", "known", known,
                                                    "parts", all, NULL));
  }
  words = g_strv_builder_end (parts);
  return g_strjoinv (", ", words);
}

void
akk_chart_add_note (AkkChart *self, const char *sentence)
{
  if (strstr (self->note->str, sentence) != NULL)
    return;
  if (self->note->len > 0)
    g_string_append_c (self->note, ' ');
  g_string_append (self->note, sentence);
}

/* The years of figures that are so, in a list; NULL: there are none. */
static char *
years_of (const AkkChartPoint *points, guint n, gboolean (*is) (const AkkFigure *figure))
{
  g_autoptr (GString) years = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (is (&points[i].figure))
      g_string_append_printf (years, "%s%d", years->len > 0 ? ", " : "", points[i].year);
  return years->len > 0 ? g_strdup (years->str) : NULL;
}

static gboolean
is_provisional (const AkkFigure *figure)
{
  return figure->provisional && says_something (figure);
}

static gboolean
is_incomplete (const AkkFigure *figure)
{
  return !figure->provisional && figure->n_known < figure->n_parts && says_something (figure);
}

static gboolean
is_suppressed (const AkkFigure *figure)
{
  return figure->state == AKK_FIGURE_SUPPRESSED;
}

static gboolean
is_range (const AkkFigure *figure)
{
  return figure->state == AKK_FIGURE_RANGE;
}

void
akk_chart_say (AkkChart *self, const AkkChartPoint *points, guint n)
{
  static const struct {
    gboolean (*is) (const AkkFigure *figure);
    const char *key;
  } notes[] = {
    { is_provisional, "chart-note-provisional" },
    { is_incomplete, "chart-note-incomplete" },
    { is_suppressed, "chart-note-suppressed" },
    { is_range, "chart-note-range" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++) {
    g_autofree char *years = years_of (points, n, notes[i].is);
    g_autofree char *sentence = NULL;
    if (years == NULL)
      continue;
    sentence = akk_phrases_format (self->phrases, notes[i].key, "years", years, NULL);
    akk_chart_add_note (self, sentence);
  }
}

void
akk_chart_add_row (AkkChart *self, char *first, ...)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  va_list args;

  va_start (args, first);
  for (char *cell = first; cell != NULL; cell = va_arg (args, char *))
    g_strv_builder_take (cells, cell);
  va_end (args);
  akk_tabular_add (self->table, g_strv_builder_end (cells));
}

static void
add_level_row (AkkChart *self,
               const AkkChartSeries *data,
               const AkkChartLevel *level,
               const char *key)
{
  if (!level->is_set)
    return;
  akk_chart_add_row (self, level->year != 0 ? g_strdup_printf ("%d", level->year) : g_strdup (""),
                     akk_chart_level_words (self->phrases, data->indicator, level, TRUE),
                     g_strdup (akk_phrases_get (self->phrases, key)), NULL);
}

void
akk_chart_add_level_words (AkkChart *self,
                           GString *alt,
                           const AkkIndicator *indicator,
                           const AkkChartLevel *level,
                           const char *key)
{
  g_autofree char *words = akk_chart_level_words (self->phrases, indicator, level, TRUE);
  g_autofree char *name = akk_phrases_sentence (akk_phrases_get (self->phrases, key));

  if (!level->is_set)
    return;
  g_string_append_printf (alt, " %s %s", name, words);
  if (level->year != 0)
    g_string_append_printf (alt, " (%d)", level->year);
  g_string_append_c (alt, '.');
}

/* Whether this figure is the baseline. */
static gboolean
is_baseline (const AkkChartSeries *data, const AkkChartPoint *point)
{
  return data->baseline.is_set && point->year == data->baseline.year &&
         point->figure.state == AKK_FIGURE_KNOWN && point->figure.low == data->baseline.value;
}

static gboolean
has_baseline (const AkkChartSeries *data)
{
  guint i = 0;

  while (i < data->n_points && !is_baseline (data, &data->points[i]))
    i++;
  return i < data->n_points;
}

static void
add_point_row (AkkChart *self, const AkkChartSeries *data, const AkkChartPoint *point)
{
  g_autofree char *remark = akk_chart_remark (self->phrases, &point->figure);
  const char *baseline =
      is_baseline (data, point) ? akk_phrases_get (self->phrases, "chart-baseline") : "";

  akk_chart_add_row (
      self, g_strdup_printf ("%d", point->year),
      akk_figure_words (self->phrases, data->indicator, &point->figure, TRUE),
      g_strconcat (baseline, *baseline != '\0' && *remark != '\0' ? ", " : "", remark, NULL), NULL);
}

const char *
akk_chart_target_key (const AkkChartLevel *target)
{
  return target->upper > target->value ? "chart-band" : "chart-target";
}

void
akk_chart_say_series (AkkChart *self, const AkkChartSeries *data)
{
  GString *alt = akk_chart_alt_begin (&data->head);
  const char *target = akk_chart_target_key (&data->target);
  g_autofree char *course =
      akk_chart_course (self->phrases, data->indicator, data->points, data->n_points);

  g_string_append_printf (alt, "%s.", course);
  akk_chart_add_level_words (self, alt, data->indicator, &data->baseline, "chart-baseline");
  akk_chart_add_level_words (self, alt, data->indicator, &data->target, target);
  self->alt = g_string_free (alt, FALSE);

  akk_chart_add_row (self, g_strdup (akk_phrases_get (self->phrases, "chart-year")),
                     g_strdup (akk_phrases_get (self->phrases, "chart-value")),
                     g_strdup (akk_phrases_get (self->phrases, "chart-remark")), NULL);
  if (!has_baseline (data))
    add_level_row (self, data, &data->baseline, "chart-baseline");
  for (guint i = 0; i < data->n_points; i++)
    add_point_row (self, data, &data->points[i]);
  add_level_row (self, data, &data->target, target);
  akk_chart_say (self, data->points, data->n_points);
}
