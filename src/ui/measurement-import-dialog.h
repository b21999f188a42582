/* Figures from a table, pasted or from a file: what they would do, before it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/store.h"

G_BEGIN_DECLS

/* What is wrong stands first and can be mended here; then what is new and what changes. Taking over
 * is one step of the store. */
#define AKK_TYPE_MEASUREMENT_IMPORT_DIALOG (akk_measurement_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkMeasurementImportDialog,
                      akk_measurement_import_dialog,
                      AKK,
                      MEASUREMENT_IMPORT_DIALOG,
                      AdwDialog)

/* Asks for a table first: to be pasted, or opened. */
AdwDialog *akk_measurement_import_dialog_new (AkkStore *store, AkkAgreement *agreement);
/* Reads the table that these bytes are: a file (tabular.h), or text from the clipboard. */
void akk_measurement_import_dialog_read (AkkMeasurementImportDialog *self, GBytes *bytes);
/* Reads what is on the clipboard, once the dialog is shown. */
void akk_measurement_import_dialog_paste (AkkMeasurementImportDialog *self);

G_END_DECLS
