/* What a new agreement begins with: a template, or another agreement as its predecessor or model.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_NEW_AGREEMENT_DIALOG (akk_new_agreement_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkNewAgreementDialog, akk_new_agreement_dialog, AKK, NEW_AGREEMENT_DIALOG, AdwDialog)

/* `store` NULL: for a dossier that is still to be made, which only asks for a template. Signals:
 * "made" (AkkNewAgreementDialog *, gint64 agreement): it is in the store, by one action; "chosen"
 * (AkkNewAgreementDialog *, const char *template): without a store. Both when the dialog is gone.
 */
AdwDialog *akk_new_agreement_dialog_new (AkkStore *store);

G_END_DECLS
