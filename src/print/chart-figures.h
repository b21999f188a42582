/* Charts straight from the figures of an agreement, and from the facts of a year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/evaluation-facts.h"
#include "print/chart.h"

G_BEGIN_DECLS

/* What of. Years are those up to and including `year`. `bare`: its title stands elsewhere. */
typedef struct {
  AkkStore *store;
  AkkFigures *figures;
  const AkkIndicator *indicator;
  int year;
  gboolean bare;
} AkkChartOf;

/* A line. `party_id` 0: of the region, with its baseline; else of that municipality. `target_group`
 * NULL: of all. */
AkkChart *akk_chart_of_years (AkkPaper *paper,
                              const AkkChartOf *of,
                              gint64 party_id,
                              const char *target_group,
                              double width_pt) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a card. */
AkkChart *akk_chart_of_card (AkkPaper *paper,
                             const AkkChartOf *of,
                             gint64 party_id,
                             double width_pt,
                             double height_pt) G_GNUC_WARN_UNUSED_RESULT;
/* Bars of the year: one for each municipality with that of the region as a stroke through them, or
 * one for each target group. Numbers and amounts have their own targets. */
AkkChart *akk_chart_of_municipalities (AkkPaper *paper,
                                       const AkkChartOf *of,
                                       double width_pt) G_GNUC_WARN_UNUSED_RESULT;
AkkChart *akk_chart_of_target_groups (AkkPaper *paper,
                                      const AkkChartOf *of,
                                      double width_pt) G_GNUC_WARN_UNUSED_RESULT;
/* Small multiples: each municipality over the years, with the region. */
AkkChart *akk_chart_of_multiples (AkkPaper *paper,
                                  const AkkChartOf *of,
                                  double width_pt) G_GNUC_WARN_UNUSED_RESULT;

/* The actions of a year as squares, a row for each priority that has any. */
AkkChart *akk_chart_of_actions (AkkPaper *paper,
                                const AkkEvaluationFacts *facts,
                                gboolean bare,
                                double width_pt) G_GNUC_WARN_UNUSED_RESULT;
/* The meetings that were held in a year, a strip for each body. */
AkkChart *akk_chart_of_meetings (AkkPaper *paper,
                                 const AkkEvaluationFacts *facts,
                                 gboolean bare,
                                 double width_pt) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
