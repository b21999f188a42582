/* An indicator: what is measured every year to see whether the agreement works.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Streefcijfers and qualitative indicators rather than KPIs" (Pact, chapter 7). */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Values are numbers × 10⁴: of a percentage its per cents, of a yes or no 0 or 1, of a scale the
 * place of its word from 0. `unit` is a word ("gesprekken"); of a percentage what it is a share of
 * ("van de werkzoekenden"). `definition` says what exactly is counted, `source` where it comes
 * from.
 *
 * `by_municipality`, `by_target_group`: measured for each of them. The figure of the region is then
 * reckoned as `rule` says, unless it was measured itself; a weighted mean takes the values of the
 * indicator `weight_id` as weights, and a percentage is of that many people.
 *
 * `supplier_id` delivers it: each year's figures are due `delay` months after its end.
 *
 * The baseline (nulmeting) is there when `baseline_on` is; `baseline_meeting_id` set it.
 * `headline`: it stands on the summary page of the report. `dashboard`: it is printed in that
 * annex. */
/* clang-format off */
#define AKK_INDICATOR_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, name, N_("Name"), .required = TRUE, .search = TRUE) \
  F (T, TEXT, definition, N_("Definition"), .search = TRUE) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_indicator_kinds) \
  F (T, TEXT, unit, N_("Unit")) \
  F (T, INT, decimals, N_("Decimals"), .min = 0, .max = 4) \
  F (T, ENUM, direction, N_("Direction"), .values = akk_indicator_directions) \
  F (T, ENUM, level, N_("Level"), .values = akk_indicator_levels) \
  F (T, BOOL, by_municipality, N_("Per municipality")) \
  F (T, BOOL, by_target_group, N_("Per target group")) \
  F (T, ENUM, rule, N_("Figure of the region"), .values = akk_indicator_rules) \
  F (T, REF, weight_id, N_("Weighted by"), .table = "indicator") \
  F (T, TEXT, source, N_("Source"), .search = TRUE) \
  F (T, REF, supplier_id, N_("Delivered by"), .table = "party") \
  F (T, INT, delay, N_("Months after the year"), .min = 0, .max = 60) \
  F (T, DECIMAL, baseline, N_("Baseline")) \
  F (T, DATE, baseline_on, N_("Baseline on")) \
  F (T, REF, baseline_meeting_id, N_("Baseline set in"), .table = "meeting") \
  F (T, BOOL, headline, N_("Key figure")) \
  F (T, BOOL, dashboard, N_("On the dashboard"), .initial = 1)
/* clang-format on */

typedef enum {
  AKK_INDICATOR_NUMBER,
  AKK_INDICATOR_PERCENTAGE,
  AKK_INDICATOR_MONEY,
  AKK_INDICATOR_YES_NO,
  AKK_INDICATOR_SCALE, /* geen – begin – op weg – bereikt */
} AkkIndicatorKind;
typedef enum {
  AKK_DIRECTION_UP, /* more is better */
  AKK_DIRECTION_DOWN,
  AKK_DIRECTION_BAND, /* it is to lie between two values */
} AkkIndicatorDirection;
typedef enum { AKK_LEVEL_MUNICIPALITY, AKK_LEVEL_REGION, AKK_LEVEL_FLANDERS } AkkIndicatorLevel;
typedef enum { AKK_RULE_SUM, AKK_RULE_MEAN, AKK_RULE_NONE } AkkIndicatorRule;
extern const AkkChoice akk_indicator_kinds[];
extern const AkkChoice akk_indicator_directions[];
extern const AkkChoice akk_indicator_levels[];
extern const AkkChoice akk_indicator_rules[];
AKK_DECLARE_RECORD (AkkIndicator, akk_indicator, AKK_INDICATOR_FIELDS)

/* One in a value. */
#define AKK_DECIMAL 10000
/* The words of a scale: the key of the phrase of a value ("scale-0" … "scale-3"). */
#define AKK_SCALE_STEPS 4

G_END_DECLS
