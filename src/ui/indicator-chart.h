/* The charts of an indicator on the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/chart-view.h"
#include "ui/indicator-scope.h"

G_BEGIN_DECLS

typedef enum {
  AKK_INDICATOR_CHART_CARD, /* a line without words */
  AKK_INDICATOR_CHART_YEARS, /* a line, with its baseline and target */
  AKK_INDICATOR_CHART_MUNICIPALITIES, /* bars of a year */
  AKK_INDICATOR_CHART_GROUPS, /* bars of a year, per target group */
  AKK_INDICATOR_CHART_MULTIPLES, /* a small line for each municipality */
} AkkIndicatorChartKind;

/* Shows figures up to and including `year`, or of it. `target_group` (NULL: all of them) is for a
 * line. To be called again after a change: it makes the chart anew. */
void akk_indicator_chart_show (AkkChartView *view,
                               AkkIndicatorScope *scope,
                               AkkIndicator *indicator,
                               AkkIndicatorChartKind kind,
                               int year,
                               const char *target_group);

G_END_DECLS
