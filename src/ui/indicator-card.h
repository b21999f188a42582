/* An indicator on a card: its newest figure, where it stands, how it came there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/indicator-scope.h"

G_BEGIN_DECLS

/* To a screen reader it is one thing, whose name says all of it. */
#define AKK_TYPE_INDICATOR_CARD (akk_indicator_card_get_type ())
G_DECLARE_FINAL_TYPE (AkkIndicatorCard, akk_indicator_card, AKK, INDICATOR_CARD, GtkFlowBoxChild)

GtkWidget *akk_indicator_card_new (AkkIndicatorScope *scope, AkkIndicator *indicator);
AkkIndicator *akk_indicator_card_get_indicator (AkkIndicatorCard *self);

/* Shows what is known now; until then it shows the name. Returns the year of its figure, or 0, and
 * until which day that counts (AKK_NO_DATE: all of it). */
int akk_indicator_card_update (AkkIndicatorCard *self, gint64 *until);

G_END_DECLS
