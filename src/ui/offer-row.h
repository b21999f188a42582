/* A row that offers records of an agreement to go along with its successor.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/successor.h"

G_BEGIN_DECLS

#define AKK_TYPE_OFFER_ROW (akk_offer_row_get_type ())
G_DECLARE_FINAL_TYPE (AkkOfferRow, akk_offer_row, AKK, OFFER_ROW, AdwExpanderRow)

/* Offers `records`, of which the successor says which are chosen. Both are borrowed until others
 * are offered; NULL: nothing is. The row is to be seen while it offers something. */
void akk_offer_row_offer (AkkOfferRow *self, AkkSuccessor *successor, GPtrArray *records);

G_END_DECLS
