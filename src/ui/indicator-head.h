/* The head of the page of an indicator: its newest figure, where it stands, how it came there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/chart-view.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

#define AKK_TYPE_INDICATOR_HEAD (akk_indicator_head_get_type ())
G_DECLARE_FINAL_TYPE (AkkIndicatorHead, akk_indicator_head, AKK, INDICATOR_HEAD, GtkBox)

struct _AkkIndicatorHead {
  GtkBox parent_instance;

  /* For the page, which fills them. */
  GtkLabel *name_label, *value_label, *year_label, *standing_label, *sentence_label, *reason_label,
      *note_label;
  GtkWidget *state_box;
  AkkStateGlyph *glyph;
  AkkChartView *years_chart;
};

G_END_DECLS
