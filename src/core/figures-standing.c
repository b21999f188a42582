/* Where figures stand: their targets, and what chance makes of small numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "core/dates.h"
#include "core/figures-private.h"

#define Z_95 1.959963984540054 /* of the normal distribution, two-sided */

const char *const akk_standings[] = {
  "none", "reached", "on-the-way", "behind", "chance", NULL,
};

/* --- Targets --- */

/* Of the targets of one party and group that of the year, of the next one that has one, of the last
 * before. */
static const AkkTargetRow *
find_target (const AkkSeries *series, int year, gint64 party_id, guint16 group)
{
  const AkkTargetRow *before = NULL;

  for (guint i = 0; i < series->targets->len; i++) {
    const AkkTargetRow *row = &g_array_index (series->targets, AkkTargetRow, i);

    if (row->party_id != party_id || row->group != group)
      continue;
    if (row->year >= year)
      return row;
    before = row;
  }
  return before;
}

static gboolean
give_target (
    const AkkIndicator *indicator, const AkkTargetRow *row, gint64 *value, gint64 *upper, int *of)
{
  if (row == NULL)
    return FALSE;
  *value = row->value;
  if (upper != NULL)
    *upper = indicator->direction == AKK_DIRECTION_BAND ? row->upper : row->value;
  if (of != NULL)
    *of = row->year;
  return TRUE;
}

gboolean
akk_figures_target (AkkFigures *self,
                    const AkkIndicator *indicator,
                    int year,
                    gint64 party_id,
                    gint64 *value,
                    gint64 *upper,
                    int *of)
{
  const AkkSeries *series = akk_figures_series (self, indicator->record.id);
  const AkkTargetRow *row = find_target (series, year, party_id, 0);

  if (row == NULL && party_id != 0 && indicator->kind != AKK_INDICATOR_NUMBER &&
      indicator->kind != AKK_INDICATOR_MONEY)
    row = find_target (series, year, 0, 0);
  return give_target (indicator, row, value, upper, of);
}

gboolean
akk_figures_group_target (AkkFigures *self,
                          const AkkIndicator *indicator,
                          int year,
                          const char *target_group,
                          gint64 *value,
                          gint64 *upper,
                          int *of)
{
  const AkkSeries *series = akk_figures_series (self, indicator->record.id);
  const AkkTargetRow *row = find_target (series, year, 0, akk_series_group (series, target_group));

  return give_target (indicator, row, value, upper, of);
}

/* --- Chance --- */

/* Whether it has values: of what is suppressed in an amount nobody knows any. */
static gboolean
bounded (const AkkFigure *figure)
{
  return figure->state > AKK_FIGURE_SUPPRESSED ||
         (figure->state == AKK_FIGURE_SUPPRESSED && figure->high > 0);
}

/* Byar's approximation of the exact limits of Poisson. */
static void
byar (double count, double *low, double *high)
{
  *low = count > 0 ? count * pow (1 - 1 / (9 * count) - Z_95 / (3 * sqrt (count)), 3) : 0;
  *low = MAX (*low, 0);
  *high = (count + 1) * pow (1 - 1 / (9 * (count + 1)) + Z_95 / (3 * sqrt (count + 1)), 3);
}

/* Wilson's interval of a share of n. */
static void
wilson (double share, double n, double *low, double *high)
{
  double middle = share + Z_95 * Z_95 / (2 * n), scale = 1 + Z_95 * Z_95 / n;
  double reach = Z_95 * sqrt (share * (1 - share) / n + Z_95 * Z_95 / (4 * n * n));

  *low = MAX (0, (middle - reach) / scale);
  *high = MIN (1, (middle + reach) / scale);
}

gboolean
akk_figure_chance (
    AkkIndicatorKind kind, const AkkFigure *figure, gint64 n, gint64 *low, gint64 *high)
{
  double least, most, unused;

  if (!bounded (figure) || figure->low < 0)
    return FALSE;
  if (kind == AKK_INDICATOR_NUMBER) {
    byar ((double) figure->low / AKK_DECIMAL, &least, &unused);
    byar ((double) figure->high / AKK_DECIMAL, &unused, &most);
    *low = llround (least * AKK_DECIMAL);
    *high = llround (most * AKK_DECIMAL);
    return TRUE;
  }
  if (kind != AKK_INDICATOR_PERCENTAGE || n < AKK_DECIMAL || figure->high > 100 * AKK_DECIMAL)
    return FALSE;
  wilson ((double) figure->low / (100 * AKK_DECIMAL), (double) n / AKK_DECIMAL, &least, &unused);
  wilson ((double) figure->high / (100 * AKK_DECIMAL), (double) n / AKK_DECIMAL, &unused, &most);
  *low = llround (least * 100 * AKK_DECIMAL);
  *high = llround (most * 100 * AKK_DECIMAL);
  return TRUE;
}

/* --- Where a figure stands --- */

/* How far a value is from its target; 0: there. */
static gint64
distance (const AkkIndicator *indicator, gint64 value, gint64 target, gint64 upper)
{
  if (indicator->direction != AKK_DIRECTION_DOWN && value < target)
    return target - value;
  if (indicator->direction != AKK_DIRECTION_UP && value > upper)
    return value - upper;
  return 0;
}

/* Of a range the end that is farther away. */
static gint64
farthest (const AkkIndicator *indicator, const AkkFigure *figure, gint64 target, gint64 upper)
{
  return MAX (distance (indicator, figure->low, target, upper),
              distance (indicator, figure->high, target, upper));
}

static gint64
nearest (const AkkIndicator *indicator, gint64 low, gint64 high, gint64 target, gint64 upper)
{
  if (low <= upper && high >= target) /* it reaches into the band */
    return 0;
  return MIN (distance (indicator, low, target, upper), distance (indicator, high, target, upper));
}

/* The figure before that of `year`, as its distance; -1: none. */
static gint64
distance_before (AkkFigures *self,
                 const AkkIndicator *indicator,
                 int year,
                 gint64 party_id,
                 gint64 target,
                 gint64 upper)
{
  int first;

  if (!akk_figures_years (self, indicator, &first, NULL))
    return -1;
  while (--year >= first) {
    AkkFigure figure = akk_figures_get (self, indicator, year, party_id, NULL);

    if (bounded (&figure))
      return farthest (indicator, &figure, target, upper);
  }
  if (party_id == 0 && indicator->baseline_on != AKK_NO_DATE)
    return distance (indicator, indicator->baseline, target, upper);
  return -1;
}

/* A sum that parts are missing of can only grow: it may tell that a target was reached, not that it
 * was missed. */
static gboolean
tells_nothing (const AkkIndicator *indicator, const AkkFigure *figure, gboolean reached)
{
  gboolean sum = indicator->kind == AKK_INDICATOR_NUMBER || indicator->kind == AKK_INDICATOR_MONEY;

  return sum && indicator->rule == AKK_RULE_SUM && figure->n_known < figure->n_parts &&
         !(reached && indicator->direction == AKK_DIRECTION_UP);
}

AkkStanding
akk_figures_standing (AkkFigures *self, const AkkIndicator *indicator, int year, gint64 party_id)
{
  AkkFigure figure = akk_figures_get (self, indicator, year, party_id, NULL);
  gint64 target, upper, far, before, low, high;

  if (!bounded (&figure) ||
      !akk_figures_target (self, indicator, year, party_id, &target, &upper, NULL))
    return AKK_STANDING_NONE;
  far = farthest (indicator, &figure, target, upper);
  if (tells_nothing (indicator, &figure, far == 0))
    return AKK_STANDING_NONE;
  if (far == 0)
    return AKK_STANDING_REACHED;
  if (indicator->baseline_on != AKK_NO_DATE &&
      akk_date_from_ymd (year, 12, 31) <= indicator->baseline_on)
    return AKK_STANDING_NONE;
  before = distance_before (self, indicator, year, party_id, target, upper);
  if (before >= 0 && far < before)
    return AKK_STANDING_ON_THE_WAY;
  if (nearest (indicator, figure.low, figure.high, target, upper) == 0)
    return AKK_STANDING_CHANCE;
  if (akk_figure_chance (indicator->kind, &figure,
                         akk_figures_weight (self, indicator, year, party_id), &low, &high) &&
      nearest (indicator, low, high, target, upper) == 0)
    return AKK_STANDING_CHANCE;
  return AKK_STANDING_BEHIND;
}

/* --- Words --- */

static char *
number_words (AkkPhrases *phrases, const AkkIndicator *indicator, gint64 value)
{
  static const char *const scale[AKK_SCALE_STEPS] = { "scale-0", "scale-1", "scale-2", "scale-3" };

  switch ((AkkIndicatorKind) indicator->kind) {
  case AKK_INDICATOR_YES_NO:
    return g_strdup (akk_phrases_get (phrases, value != 0 ? "figure-yes" : "figure-no"));
  case AKK_INDICATOR_SCALE:
    return g_strdup (
        akk_phrases_get (phrases, scale[CLAMP (value / AKK_DECIMAL, 0, AKK_SCALE_STEPS - 1)]));
  default:
    return akk_phrases_decimal (phrases, value, (guint) indicator->decimals);
  }
}

static char *
with_unit (AkkPhrases *phrases, const AkkIndicator *indicator, const char *number)
{
  if (indicator->kind == AKK_INDICATOR_PERCENTAGE)
    return akk_phrases_format (phrases, "figure-percentage", "number", number, NULL);
  if (indicator->kind == AKK_INDICATOR_MONEY)
    return akk_phrases_format (phrases, "figure-money", "number", number, NULL);
  if (indicator->kind == AKK_INDICATOR_NUMBER && *indicator->unit != '\0')
    return akk_phrases_format (phrases, "figure-unit", "number", number, "unit", indicator->unit,
                               NULL);
  return g_strdup (number);
}

char *
akk_indicator_words (AkkPhrases *phrases,
                     const AkkIndicator *indicator,
                     gint64 value,
                     gboolean unit)
{
  g_autofree char *number = number_words (phrases, indicator, value);

  return unit ? with_unit (phrases, indicator, number) : g_steal_pointer (&number);
}

char *
akk_figure_words (AkkPhrases *phrases,
                  const AkkIndicator *indicator,
                  const AkkFigure *figure,
                  gboolean unit)
{
  g_autofree char *low = NULL, *high = NULL, *range = NULL;

  switch (figure->state) {
  case AKK_FIGURE_MISSING:
    return g_strdup ("");
  case AKK_FIGURE_UNAVAILABLE:
    return g_strdup (akk_phrases_get (phrases, "figure-unavailable"));
  case AKK_FIGURE_SUPPRESSED: /* of a share the number is meant, not the share */
    range = g_strdup (akk_phrases_get (phrases, "figure-suppressed"));
    return unit && indicator->kind == AKK_INDICATOR_NUMBER ? with_unit (phrases, indicator, range)
                                                           : g_steal_pointer (&range);
  case AKK_FIGURE_RANGE:
    low = number_words (phrases, indicator, figure->low);
    high = number_words (phrases, indicator, figure->high);
    if (g_str_equal (low, high))
      break;
    range = akk_phrases_format (phrases, "figure-range", "low", low, "high", high, NULL);
    return unit ? with_unit (phrases, indicator, range) : g_steal_pointer (&range);
  default:
    break;
  }
  return akk_indicator_words (phrases, indicator, figure->low, unit);
}
