/* What follows from measurements: the figure of a region, of all target groups together.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "core/figures-private.h"
#include "core/party.h"

#define MOST_SUPPRESSED 3

static const AkkFigure missing = { .until = AKK_NO_DATE };

static gboolean
is_count (const AkkIndicator *indicator)
{
  return indicator->kind == AKK_INDICATOR_NUMBER;
}

static gboolean
adds_up (const AkkIndicator *indicator)
{
  return is_count (indicator) || indicator->kind == AKK_INDICATOR_MONEY;
}

gint64
akk_figures_weight (AkkFigures *self, const AkkIndicator *indicator, int year, gint64 party_id)
{
  g_autoptr (AkkIndicator) weight =
      indicator->weight_id != indicator->record.id
          ? akk_store_get (self->store, &akk_indicator_record, indicator->weight_id)
          : NULL;
  int first;

  /* Of weights that weigh each other nobody knows any. */
  if (weight == NULL || weight->record.deleted || weight->weight_id != 0 ||
      !akk_figures_years (self, weight, &first, NULL))
    return 0;
  for (; year >= first; year--) {
    AkkFigure figure = akk_figures_get (self, weight, year, party_id, NULL);

    if (figure.state == AKK_FIGURE_KNOWN && figure.n_known == figure.n_parts)
      return MAX (0, figure.low);
  }
  return 0;
}

/* What 1 to 3 people are of the value: themselves, or their share. */
static void
bound_suppressed (
    AkkFigures *self, const AkkIndicator *indicator, int year, gint64 party_id, AkkFigure *figure)
{
  gint64 n;

  if (is_count (indicator)) {
    figure->low = AKK_DECIMAL;
    figure->high = MOST_SUPPRESSED * AKK_DECIMAL;
  } else if (indicator->kind == AKK_INDICATOR_PERCENTAGE) {
    n = akk_figures_weight (self, indicator, year, party_id);
    if (n < AKK_DECIMAL)
      return;
    figure->low = llround (100.0 * AKK_DECIMAL * AKK_DECIMAL / (double) n);
    figure->high = MIN (100 * AKK_DECIMAL, MOST_SUPPRESSED * figure->low);
  }
}

static AkkFigure
measured (AkkFigures *self, const AkkIndicator *indicator, const AkkFigureRow *row)
{
  AkkFigure figure = { .state = AKK_FIGURE_KNOWN,
                       .low = row->value,
                       .high = row->value,
                       .measurement_id = row->id,
                       .until = row->until,
                       .provisional = row->provisional };

  if (row->state == AKK_MEASUREMENT_VALUE)
    return figure;
  figure.low = figure.high = 0;
  figure.state = AKK_FIGURE_UNAVAILABLE;
  if (row->state == AKK_MEASUREMENT_SUPPRESSED) {
    figure.state = AKK_FIGURE_SUPPRESSED;
    bound_suppressed (self, indicator, row->year, row->party_id, &figure);
  }
  return figure;
}

/* Parts in the making. */
typedef struct {
  AkkFigure figure;
  double low, high, weight;
  guint n_unavailable;
} Sum;

static void
add_part (Sum *sum, const AkkFigure *part, double weight)
{
  sum->figure.n_parts++;
  sum->n_unavailable += part->state == AKK_FIGURE_UNAVAILABLE;
  if (part->state < AKK_FIGURE_SUPPRESSED || weight <= 0 ||
      (part->state == AKK_FIGURE_SUPPRESSED && part->high == 0))
    return;
  sum->low += weight * (double) part->low;
  sum->high += weight * (double) part->high;
  sum->weight += weight;
  sum->figure.n_known += part->n_known == part->n_parts; /* else it says less than the truth */
  sum->figure.provisional |= part->provisional;
  if (part->until != AKK_NO_DATE)
    sum->figure.until =
        sum->figure.until == AKK_NO_DATE ? part->until : MIN (sum->figure.until, part->until);
}

static AkkFigure
finish (Sum *sum, gboolean mean)
{
  if (sum->weight <= 0) {
    sum->figure.state = sum->figure.n_parts > 0 && sum->n_unavailable == sum->figure.n_parts
                            ? AKK_FIGURE_UNAVAILABLE
                            : AKK_FIGURE_MISSING;
    return sum->figure;
  }
  sum->figure.low = llround (sum->low / (mean ? sum->weight : 1));
  sum->figure.high = llround (sum->high / (mean ? sum->weight : 1));
  sum->figure.state = sum->figure.low == sum->figure.high ? AKK_FIGURE_KNOWN : AKK_FIGURE_RANGE;
  return sum->figure;
}

static AkkFigure
of_municipalities (AkkFigures *self, const AkkIndicator *indicator, int year, const char *group)
{
  Sum sum = { .figure = missing };
  gboolean mean = indicator->rule == AKK_RULE_MEAN;

  if (indicator->rule == AKK_RULE_NONE || indicator->kind == AKK_INDICATOR_YES_NO ||
      indicator->kind == AKK_INDICATOR_SCALE || (!mean && !adds_up (indicator)))
    return missing;
  for (guint i = 0; i < self->municipalities->len; i++) {
    const AkkParty *party = self->municipalities->pdata[i];
    AkkFigure part = akk_figures_get (self, indicator, year, party->record.id, group);

    add_part (&sum, &part,
              mean ? (double) akk_figures_weight (self, indicator, year, party->record.id) : 1);
  }
  return finish (&sum, mean);
}

static AkkFigure
of_target_groups (AkkFigures *self, const AkkIndicator *indicator, int year, gint64 party_id)
{
  GPtrArray *groups = akk_figures_target_groups (self, indicator);
  Sum sum = { .figure = missing };

  if (!adds_up (indicator))
    return missing;
  for (guint i = 0; i < groups->len; i++) {
    AkkFigure part = akk_figures_get (self, indicator, year, party_id, groups->pdata[i]);

    add_part (&sum, &part, 1);
  }
  return finish (&sum, FALSE);
}

AkkFigure
akk_figures_get (AkkFigures *self,
                 const AkkIndicator *indicator,
                 int year,
                 gint64 party_id,
                 const char *target_group)
{
  const AkkSeries *series = akk_figures_series (self, indicator->record.id);
  const AkkFigureRow *row = akk_series_find (series, year, party_id, target_group);
  gboolean all = target_group == NULL || *target_group == '\0';
  AkkFigure figure = missing;

  if (row != NULL)
    return measured (self, indicator, row);
  if (party_id == 0 && indicator->by_municipality)
    figure = of_municipalities (self, indicator, year, target_group);
  if (figure.state == AKK_FIGURE_MISSING && all && indicator->by_target_group)
    figure = of_target_groups (self, indicator, year, party_id);
  return figure;
}

int
akk_figures_latest (AkkFigures *self, const AkkIndicator *indicator, int year)
{
  int first, last;

  if (!akk_figures_years (self, indicator, &first, &last))
    return 0;
  for (year = MIN (year, last); year >= first; year--)
    if (akk_figures_get (self, indicator, year, 0, NULL).state > AKK_FIGURE_UNAVAILABLE)
      return year;
  return 0;
}
