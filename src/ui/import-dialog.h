/* What a table of actions would do to the dossier, before it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/action-import.h"

G_BEGIN_DECLS

/* What is wrong stands first, with what to do; then what is new and what changes. Reading in is one
 * step of the store. Takes `import` over. */
#define AKK_TYPE_IMPORT_DIALOG (akk_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkImportDialog, akk_import_dialog, AKK, IMPORT_DIALOG, AdwDialog)

AkkImportDialog *akk_import_dialog_new (AkkStore *store, AkkActionImport *import);

G_END_DECLS
