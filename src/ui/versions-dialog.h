/* The frozen versions of an agreement, with their control codes and PDFs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

#define AKK_TYPE_VERSIONS_DIALOG (akk_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkVersionsDialog, akk_versions_dialog, AKK, VERSIONS_DIALOG, AdwDialog)

AkkVersionsDialog *akk_versions_dialog_new (AkkStore *store, AkkAgreement *agreement);

G_END_DECLS
