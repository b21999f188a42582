/* The municipalities compared, on the page of an indicator.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/chart-view.h"

G_BEGIN_DECLS

#define AKK_TYPE_INDICATOR_COMPARE_GROUP (akk_indicator_compare_group_get_type ())
G_DECLARE_FINAL_TYPE (AkkIndicatorCompareGroup,
                      akk_indicator_compare_group,
                      AKK,
                      INDICATOR_COMPARE_GROUP,
                      AdwPreferencesGroup)

struct _AkkIndicatorCompareGroup {
  AdwPreferencesGroup parent_instance;

  /* For the page, which fills them. */
  GtkDropDown *year_choice;
  AkkChartView *bars_chart, *multiples_chart;
  GtkLabel *note_label;
};

G_END_DECLS
