/* "Controleer een document": is this PDF, or this code, one of our versions?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_VERIFY_DIALOG (akk_verify_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkVerifyDialog, akk_verify_dialog, AKK, VERIFY_DIALOG, AdwDialog)

AkkVerifyDialog *akk_verify_dialog_new (AkkStore *store);

/* Reads the file, and then shows which version it is, if any. */
void akk_verify_dialog_check_file (AkkVerifyDialog *self, GFile *file);

G_END_DECLS
