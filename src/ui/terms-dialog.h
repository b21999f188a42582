/* The terms of an agreement: its end, giving notice, the first plans; and the line that it is in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

#define AKK_TYPE_TERMS_DIALOG (akk_terms_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkTermsDialog, akk_terms_dialog, AKK, TERMS_DIALOG, AdwDialog)

AkkTermsDialog *akk_terms_dialog_new (AkkStore *store, AkkAgreement *agreement);

/* Signal "chosen" (AkkTermsDialog *, gint64): an agreement of the line; the dialog is closed by
 * then.
 *
 * Signal "compare" (AkkTermsDialog *): what changed since the predecessor is wanted; likewise. */

G_END_DECLS
