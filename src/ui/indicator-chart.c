/* The charts of an indicator on the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-chart.h"

#include "print/chart-figures.h"

#define CARD_HEIGHT 63 /* points: 84 pixels */

typedef struct {
  AkkIndicatorScope *scope;
  AkkIndicator *indicator;
  AkkIndicatorChartKind kind;
  int year;
  char *target_group;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  akk_indicator_scope_unref (self->scope);
  g_object_unref (self->indicator);
  g_free (self->target_group);
  g_free (self);
}

static AkkChart *
make_chart (AkkPaper *paper, double width_pt, gpointer data)
{
  const Wanted *self = data;
  const AkkChartOf of = { .store = self->scope->store,
                          .figures = self->scope->figures,
                          .indicator = self->indicator,
                          .year = self->year,
                          .bare = TRUE };

  switch (self->kind) {
  case AKK_INDICATOR_CHART_CARD:
    return akk_chart_of_card (paper, &of, 0, width_pt, CARD_HEIGHT);
  case AKK_INDICATOR_CHART_MUNICIPALITIES:
    return akk_chart_of_municipalities (paper, &of, width_pt);
  case AKK_INDICATOR_CHART_GROUPS:
    return akk_chart_of_target_groups (paper, &of, width_pt);
  case AKK_INDICATOR_CHART_MULTIPLES:
    return akk_chart_of_multiples (paper, &of, width_pt);
  case AKK_INDICATOR_CHART_YEARS:
  default:
    return akk_chart_of_years (paper, &of, 0, self->target_group, width_pt);
  }
}

void
akk_indicator_chart_show (AkkChartView *view,
                          AkkIndicatorScope *scope,
                          AkkIndicator *indicator,
                          AkkIndicatorChartKind kind,
                          int year,
                          const char *target_group)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->scope = akk_indicator_scope_ref (scope);
  wanted->indicator = g_object_ref (indicator);
  wanted->kind = kind;
  wanted->year = year;
  wanted->target_group = g_strdup (target_group);
  akk_chart_view_set (view, scope->language, make_chart, wanted, wanted_free);
}
