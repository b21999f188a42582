/* Indicators: their lists of choices.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/indicator.h"

#include <glib/gi18n.h>

#include "core/measurement.h"

const AkkChoice akk_indicator_kinds[] = {
  { AKK_INDICATOR_NUMBER, "number", N_ ("Number") },
  { AKK_INDICATOR_PERCENTAGE, "percentage", N_ ("Percentage") },
  { AKK_INDICATOR_MONEY, "money", N_ ("Amount in euros") },
  { AKK_INDICATOR_YES_NO, "yes-no", N_ ("Yes or no") },
  { AKK_INDICATOR_SCALE, "scale", N_ ("Words: none – begun – on the way – reached") },
  { 0, NULL, NULL },
};

const AkkChoice akk_indicator_directions[] = {
  { AKK_DIRECTION_UP, "up", N_ ("More is better") },
  { AKK_DIRECTION_DOWN, "down", N_ ("Less is better") },
  { AKK_DIRECTION_BAND, "band", N_ ("Between two values") },
  { 0, NULL, NULL },
};

const AkkChoice akk_indicator_levels[] = {
  { AKK_LEVEL_MUNICIPALITY, "municipality", N_ ("Municipality") },
  { AKK_LEVEL_REGION, "region", N_ ("Region") },
  { AKK_LEVEL_FLANDERS, "flanders", N_ ("Flanders") },
  { 0, NULL, NULL },
};

const AkkChoice akk_indicator_rules[] = {
  { AKK_RULE_SUM, "sum", N_ ("Sum of the municipalities") },
  { AKK_RULE_MEAN, "mean", N_ ("Weighted mean of the municipalities") },
  { AKK_RULE_NONE, "none", N_ ("Only what was measured for the region") },
  { 0, NULL, NULL },
};

const AkkChoice akk_measurement_states[] = {
  { AKK_MEASUREMENT_VALUE, "value", N_ ("Known") },
  { AKK_MEASUREMENT_SUPPRESSED, "suppressed", N_ ("Suppressed (1–3)") },
  { AKK_MEASUREMENT_UNAVAILABLE, "unavailable", N_ ("Not available") },
  { 0, NULL, NULL },
};
