/* Charts straight from the figures of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/chart.h"

G_BEGIN_DECLS

/* Which of its forms. */
typedef enum { AKK_CHART_LINE, AKK_CHART_SPARK } AkkChartForm;
/* Whether titles are drawn, or stand elsewhere. */
typedef enum { AKK_CHART_TITLED, AKK_CHART_BARE } AkkChartTitle;

/* Up to and including `year`. `party_id` 0: of the region, with its baseline; else of that
 * municipality. `target_group` NULL: of all. `height_pt`: of a spark; a line has its own. */
AkkChart *akk_chart_of_years (AkkPaper *paper,
                              AkkFigures *figures,
                              const AkkIndicator *indicator,
                              int year,
                              gint64 party_id,
                              const char *target_group,
                              AkkChartForm form,
                              AkkChartTitle title,
                              double width_pt,
                              double height_pt) G_GNUC_WARN_UNUSED_RESULT;
/* Bars of a year, one for each municipality with that of the region as a stroke, or one for each
 * target group. */
AkkChart *akk_chart_of_municipalities (AkkPaper *paper,
                                       AkkFigures *figures,
                                       const AkkIndicator *indicator,
                                       int year,
                                       AkkChartTitle title,
                                       double width_pt) G_GNUC_WARN_UNUSED_RESULT;
AkkChart *akk_chart_of_target_groups (AkkPaper *paper,
                                      AkkFigures *figures,
                                      const AkkIndicator *indicator,
                                      int year,
                                      AkkChartTitle title,
                                      double width_pt) G_GNUC_WARN_UNUSED_RESULT;
/* Small multiples: each municipality over the years, with the region. */
AkkChart *akk_chart_of_multiples (AkkPaper *paper,
                                  AkkFigures *figures,
                                  const AkkIndicator *indicator,
                                  int year,
                                  AkkChartTitle title,
                                  double width_pt) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
