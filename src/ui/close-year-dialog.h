/* The dialog of the turn of the year: the unfinished actions of a plan, one at a time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/plan.h"
#include "core/store.h"

G_BEGIN_DECLS

/* By keyboard: 1 to 4 choose, then the reason, Enter goes on, Alt+Left goes back. Nothing is
 * written before the last step; what it writes is one action of the store. Signal "closed-year"
 * (AkkCloseYearDialog *, AkkPlan *next): done; `next` is NULL when there is no plan to go on in. */
#define AKK_TYPE_CLOSE_YEAR_DIALOG (akk_close_year_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkCloseYearDialog, akk_close_year_dialog, AKK, CLOSE_YEAR_DIALOG, AdwDialog)

AdwDialog *akk_close_year_dialog_new (AkkStore *store, AkkPlan *plan);

G_END_DECLS
