/* The dialog that notes where a signatory stands: offered, signed, refused, with its scan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/signing.h"

G_BEGIN_DECLS

#define AKK_TYPE_SIGNATURE_DIALOG (akk_signature_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkSignatureDialog, akk_signature_dialog, AKK, SIGNATURE_DIALOG, AdwDialog)

/* `signing` is of a frozen version; it is only read now. `signatory` 0: the first that did not sign
 * yet. The dialog can go on to others. */
AkkSignatureDialog *
akk_signature_dialog_new (AkkStore *store, const AkkSigning *signing, gint64 signatory);

G_END_DECLS
