/* The dialog before freezing: what must be mended first, what to think about, and what freezing is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

#define AKK_TYPE_FREEZE_DIALOG (akk_freeze_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkFreezeDialog, akk_freeze_dialog, AKK, FREEZE_DIALOG, AdwDialog)

AkkFreezeDialog *akk_freeze_dialog_new (AkkStore *store, AkkAgreement *agreement);

/* Signal "go-to" (AkkFreezeDialog *, const AkkFinding *): somebody wants to mend a finding; the
 * dialog closes.
 * Signal "frozen" (AkkFreezeDialog *, AdwDialog *news): there is a version; `news` says so. */

G_END_DECLS
