/* Charts straight from the figures of an agreement, and from the facts of a year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart-figures.h"

#include "core/dates.h"
#include "core/parties.h"
#include "print/paper-internal.h"

/* --- Points and levels --- */

static GArray *
points_of (const AkkChartOf *of, gint64 party_id, const char *target_group)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (AkkChartPoint));
  int first = 0, last = 0;

  if (!akk_figures_years (of->figures, of->indicator, &first, &last))
    return points;
  for (int year = first; year <= MIN (last, of->year); year++) {
    AkkChartPoint point = { year, akk_figures_get (of->figures, of->indicator, year, party_id,
                                                   target_group) };
    g_array_append_val (points, point);
  }
  return points;
}

static AkkChartLevel
target_of (const AkkChartOf *of, gint64 party_id)
{
  AkkChartLevel level = { 0 };

  level.is_set = akk_figures_target (of->figures, of->indicator, of->year, party_id, &level.value,
                                     &level.upper, &level.year);
  return level;
}

static AkkChartLevel
group_target_of (const AkkChartOf *of, const char *target_group)
{
  AkkChartLevel level = { 0 };

  level.is_set = akk_figures_group_target (of->figures, of->indicator, of->year, target_group,
                                           &level.value, &level.upper, &level.year);
  return level;
}

static AkkChartLevel
baseline_of (const AkkChartOf *of)
{
  AkkChartLevel level = { .value = of->indicator->baseline, .upper = of->indicator->baseline };

  if (of->indicator->baseline_on == AKK_NO_DATE)
    return level;
  level.is_set = TRUE;
  akk_date_to_ymd (of->indicator->baseline_on, &level.year, NULL, NULL);
  return level;
}

/* --- Words --- */

/* What its values are: "% van de werkzoekenden", "trajecten"; "" where they are words. */
static char *
subtitle_of (const AkkIndicator *indicator)
{
  const char *unit = indicator->unit;

  switch (indicator->kind) {
  case AKK_INDICATOR_PERCENTAGE:
    return g_strconcat ("%", *unit != '\0' ? " " : "", unit, NULL);
  case AKK_INDICATOR_MONEY:
    return g_strdup ("€");
  case AKK_INDICATOR_NUMBER:
    return g_strdup (unit);
  default:
    return g_strdup ("");
  }
}

/* "Werkzaamheidsgraad", or "Werkzaamheidsgraad, Laarne" */
static char *
title_of (const AkkChartOf *of, gint64 party_id, const char *target_group)
{
  g_autofree char *party = party_id != 0 ? akk_party_short_name (of->store, party_id) : NULL;

  return g_strconcat (of->indicator->name, party != NULL ? ", " : "", party != NULL ? party : "",
                      target_group != NULL ? ", " : "", target_group != NULL ? target_group : "",
                      NULL);
}

/* --- Over the years --- */

static void
fill_series (AkkChartSeries *data,
             const AkkChartOf *of,
             gint64 party_id,
             const char *target_group,
             const char *title,
             const char *subtitle,
             const GArray *points)
{
  gboolean region = party_id == 0 && target_group == NULL;

  *data = (AkkChartSeries) { .head = { title, subtitle, of->bare },
                             .indicator = of->indicator,
                             .points = (const AkkChartPoint *) points->data,
                             .n_points = points->len };
  if (region)
    data->baseline = baseline_of (of);
  if (target_group == NULL)
    data->target = target_of (of, party_id);
}

AkkChart *
akk_chart_of_years (AkkPaper *paper,
                    const AkkChartOf *of,
                    gint64 party_id,
                    const char *target_group,
                    double width_pt)
{
  g_autoptr (GArray) points = points_of (of, party_id, target_group);
  g_autofree char *title = title_of (of, party_id, target_group);
  g_autofree char *subtitle = subtitle_of (of->indicator);
  AkkChartSeries data;

  fill_series (&data, of, party_id, target_group, title, subtitle, points);
  return akk_chart_new_line (paper, &data, width_pt);
}

AkkChart *
akk_chart_of_card (
    AkkPaper *paper, const AkkChartOf *of, gint64 party_id, double width_pt, double height_pt)
{
  g_autoptr (GArray) points = points_of (of, party_id, NULL);
  g_autofree char *title = title_of (of, party_id, NULL);
  g_autofree char *subtitle = subtitle_of (of->indicator);
  AkkChartSeries data;

  fill_series (&data, of, party_id, NULL, title, subtitle, points);
  return akk_chart_new_spark (paper, &data, width_pt, height_pt);
}

AkkChart *
akk_chart_of_multiples (AkkPaper *paper, const AkkChartOf *of, double width_pt)
{
  g_autofree char *subtitle = subtitle_of (of->indicator);
  GPtrArray *parties = akk_figures_municipalities (of->figures);
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) region = points_of (of, 0, NULL);
  g_autofree AkkChartCell *cells = g_new0 (AkkChartCell, parties->len + 1);
  gboolean shares =
      of->indicator->kind != AKK_INDICATOR_NUMBER && of->indicator->kind != AKK_INDICATOR_MONEY;

  for (guint i = 0; i < parties->len; i++) {
    const gint64 party = ((const AkkRecord *) parties->pdata[i])->id;
    GArray *own = points_of (of, party, NULL);
    char *label = akk_party_short_name (of->store, party);
    g_ptr_array_add (points, own);
    g_ptr_array_add (labels, label);
    cells[i] = (AkkChartCell) { label, (const AkkChartPoint *) own->data, own->len,
                                target_of (of, party) };
  }
  /* The number of the region dwarfs those of its municipalities; what is a share does not. */
  const AkkChartMultiples data = {
    .head = { of->indicator->name, subtitle, of->bare },
    .indicator = of->indicator,
    .cells = cells,
    .n_cells = parties->len,
    .region = (const AkkChartPoint *) region->data,
    .n_region = shares ? region->len : 0,
    .target = shares ? target_of (of, 0) : (AkkChartLevel) { 0 },
  };
  return akk_chart_new_multiples (paper, &data, width_pt);
}

/* --- Of one year --- */

AkkChart *
akk_chart_of_municipalities (AkkPaper *paper, const AkkChartOf *of, double width_pt)
{
  g_autofree char *subtitle = subtitle_of (of->indicator);
  AkkPhrases *phrases = akk_paper_phrases (paper);
  GPtrArray *parties = akk_figures_municipalities (of->figures);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree AkkChartBar *bars = g_new0 (AkkChartBar, parties->len + 1);
  AkkFigure region = akk_figures_get (of->figures, of->indicator, of->year, 0, NULL);
  gboolean counted =
      of->indicator->kind == AKK_INDICATOR_NUMBER || of->indicator->kind == AKK_INDICATOR_MONEY;
  g_autofree char *value = akk_figure_words (phrases, of->indicator, &region, TRUE);
  g_autofree char *reference =
      g_strdup_printf ("%s %s", akk_phrases_get (phrases, "chart-region"), value);

  for (guint i = 0; i < parties->len; i++) {
    const gint64 party = ((const AkkRecord *) parties->pdata[i])->id;
    char *label = akk_party_short_name (of->store, party);
    g_ptr_array_add (labels, label);
    bars[i] = (AkkChartBar) { label,
                              akk_figures_get (of->figures, of->indicator, of->year, party, NULL),
                              { 0 } };
    if (counted)
      bars[i].target = target_of (of, party);
  }
  const AkkChartBars data = {
    .head = { of->indicator->name, subtitle, of->bare },
    .indicator = of->indicator,
    .year = of->year,
    .bars = bars,
    .n_bars = parties->len,
    .has_reference = !counted && region.state == AKK_FIGURE_KNOWN,
    .reference = region.low,
    .reference_label = reference,
  };
  return akk_chart_new_bars (paper, &data, width_pt);
}

AkkChart *
akk_chart_of_target_groups (AkkPaper *paper, const AkkChartOf *of, double width_pt)
{
  g_autofree char *subtitle = subtitle_of (of->indicator);
  GPtrArray *groups = akk_figures_target_groups (of->figures, of->indicator);
  g_autofree AkkChartBar *bars = g_new0 (AkkChartBar, groups->len + 1);

  for (guint i = 0; i < groups->len; i++)
    bars[i] =
        (AkkChartBar) { groups->pdata[i],
                        akk_figures_get (of->figures, of->indicator, of->year, 0, groups->pdata[i]),
                        group_target_of (of, groups->pdata[i]) };
  const AkkChartBars data = {
    .head = { of->indicator->name, subtitle, of->bare },
    .indicator = of->indicator,
    .year = of->year,
    .bars = bars,
    .n_bars = groups->len,
  };
  return akk_chart_new_bars (paper, &data, width_pt);
}

AkkChart *
akk_chart_of_actions (AkkPaper *paper,
                      const AkkEvaluationFacts *facts,
                      gboolean bare,
                      double width_pt)
{
  AkkPhrases *phrases = akk_paper_phrases (paper);
  const guint n = facts->priorities->len;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree AkkChartSquaresRow *rows = g_new0 (AkkChartSquaresRow, n + 1);
  AkkChartSquares data = { { akk_phrases_get (phrases, "chart-actions"), NULL, bare }, rows, 0 };

  for (guint i = 0; i < n; i++) {
    const AkkPriorityFact *fact = facts->priorities->pdata[i];
    const AkkActionCounts *counts = &fact->counts;
    g_autofree char *title =
        fact->priority != NULL ? akk_phrases_sentence (fact->priority->title) : NULL;
    char *label = title != NULL ? g_strdup_printf ("%u %s", fact->number, title)
                                : g_strdup (akk_phrases_get (phrases, "chart-without-priority"));
    g_ptr_array_add (labels, label);
    if (counts->planned == 0)
      continue;
    rows[data.n_rows++] = (AkkChartSquaresRow) { label,
                                                 { [AKK_ACTION_TO_START] = counts->to_start,
                                                   [AKK_ACTION_BUSY] = counts->busy,
                                                   [AKK_ACTION_DONE] = counts->done,
                                                   [AKK_ACTION_ADJUSTED] = counts->adjusted,
                                                   [AKK_ACTION_STOPPED] = counts->stopped,
                                                   [AKK_ACTION_CARRIED_OVER] = counts->carried } };
  }
  return akk_chart_new_squares (paper, &data, width_pt);
}

/* "3 van minstens 3", or "2 gehouden" where no number is asked. */
static char *
held_words (AkkPhrases *phrases, const AkkBodyFact *fact)
{
  g_autofree char *held = g_strdup_printf ("%" G_GINT64_FORMAT, fact->held);
  g_autofree char *required = g_strdup_printf ("%" G_GINT64_FORMAT, fact->required);

  return fact->required > 0
             ? akk_phrases_format (phrases, "year-count", "held", held, "required", required, NULL)
             : akk_phrases_format (phrases, "chart-held", "n", held, NULL);
}

AkkChart *
akk_chart_of_meetings (AkkPaper *paper,
                       const AkkEvaluationFacts *facts,
                       gboolean bare,
                       double width_pt)
{
  AkkPhrases *phrases = akk_paper_phrases (paper);
  const guint n = facts->bodies->len;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree AkkChartStripRow *rows = g_new0 (AkkChartStripRow, n + 1);
  const AkkChartStrip data = {
    { akk_phrases_get (phrases, "chart-meetings"), NULL, bare }, facts->year, rows, n
  };

  for (guint i = 0; i < n; i++) {
    const AkkBodyFact *fact = facts->bodies->pdata[i];
    GArray *own = g_array_new (FALSE, FALSE, sizeof (AkkChartDay));
    for (guint j = 0; j < fact->meetings->len; j++) {
      AkkChartDay day = { ((const AkkMeetingFact *) fact->meetings->pdata[j])->meeting->date,
                          FALSE };
      g_array_append_val (own, day);
    }
    g_ptr_array_add (days, own);
    g_ptr_array_add (words, held_words (phrases, fact));
    rows[i] = (AkkChartStripRow) { fact->body->name, (const AkkChartDay *) own->data, own->len,
                                   words->pdata[i] };
  }
  return akk_chart_new_strip (paper, &data, width_pt);
}
