/* The clock of the regisseur: time left of the item and in all, what comes next, the keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/show.h"

G_BEGIN_DECLS

/* Property "compact" (gboolean): a line instead of a column. */
#define AKK_TYPE_REGIE_CLOCK (akk_regie_clock_get_type ())
G_DECLARE_FINAL_TYPE (AkkRegieClock, akk_regie_clock, AKK, REGIE_CLOCK, AdwBin)

void akk_regie_clock_set_show (AkkRegieClock *self, AkkShow *show);

G_END_DECLS
