/* What changed between two versions, word by word, with the way to each place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

#define AKK_TYPE_COMPARE_DIALOG (akk_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkCompareDialog, akk_compare_dialog, AKK, COMPARE_DIALOG, AdwDialog)

/* Begins with the newest version against what the agreement is now, or else its predecessor. */
AkkCompareDialog *akk_compare_dialog_new (AkkStore *store, AkkAgreement *agreement);
/* Compares with the predecessor instead; nothing when there is none. */
void akk_compare_dialog_show_predecessor (AkkCompareDialog *self);

/* Signal "go-to" (AkkCompareDialog *, gint64 agreement, const char *page, gint64 section, const
 * char *gone): to the place of a change; `section` is 0 unless the page is "text". `gone`: the name
 * of what is no more, and stood after that section; NULL: it is there. The dialog is closed by
 * then.
 *
 * Signal "save" (AkkCompareDialog *, guint old, guint now): the list is wanted on paper; the places
 * in akk_compare_sides (). */

G_END_DECLS
