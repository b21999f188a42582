/* A chart on the screen: as wide as it is given, in the colours of the appearance.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its text grows with that of the system, and with the property "zoom" (double, 1). To a screen
 * reader it is a picture with the alternative text of the chart as its name. */
#pragma once

#include <gtk/gtk.h>

#include "print/chart.h"

G_BEGIN_DECLS

#define AKK_TYPE_CHART_VIEW (akk_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (AkkChartView, akk_chart_view, AKK, CHART_VIEW, GtkWidget)

/* Makes the chart at a width; NULL: there is nothing to show. */
typedef AkkChart *(*AkkChartViewMake) (AkkPaper *paper, double width_pt, gpointer data);

GtkWidget *akk_chart_view_new (void);
/* From now on shows what `make` makes, in the language of `language` ("nl-BE"). `make` is called
 * whenever the width or the size of text changes. `data` is freed with `notify` (or NULL) when it
 * is not needed any more. A `make` of NULL empties it. */
void akk_chart_view_set (AkkChartView *self,
                         const char *language,
                         AkkChartViewMake make,
                         gpointer data,
                         GDestroyNotify notify);
/* The data changed: makes the chart anew. */
void akk_chart_view_refresh (AkkChartView *self);
/* The chart that is shown, for its table and note; made if it is not yet. NULL: none. */
AkkChart *akk_chart_view_get_chart (AkkChartView *self);

G_END_DECLS
