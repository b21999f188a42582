/* The cards of the page Indicatoren, and on a small window its filter above them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AKK_TYPE_INDICATORS_CARDS (akk_indicators_cards_get_type ())
G_DECLARE_FINAL_TYPE (AkkIndicatorsCards, akk_indicators_cards, AKK, INDICATORS_CARDS, AdwBin)

struct _AkkIndicatorsCards {
  AdwBin parent_instance;

  /* For the page, which fills them. */
  AdwBin *small_filter_place;
  GtkFlowBox *cards;
};

G_END_DECLS
