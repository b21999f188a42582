/* What a table of actions would do to the dossier, before it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/action-import.h"
#include "core/agreement.h"

G_BEGIN_DECLS

/* Compares the table (tabular.h) with the actions of the agreement while the window goes on, as
 * akk_action_import_new() does: new ones go into `plan` or NULL. What is wrong stands first, with
 * what to do; then what is new and what changes. Reading in is one step of the store. */
#define AKK_TYPE_IMPORT_DIALOG (akk_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkImportDialog, akk_import_dialog, AKK, IMPORT_DIALOG, AdwDialog)

AkkImportDialog *
akk_import_dialog_new (AkkStore *store, AkkAgreement *agreement, AkkPlan *plan, GPtrArray *table);

G_END_DECLS
