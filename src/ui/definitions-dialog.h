/* What the words and the abbreviations of an agreement mean.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

/* Both lists as they are printed: definitions in the order that people make, abbreviations by the
 * alphabet. Store what is being typed in the text first: the dialog says what it leaves
 * unexplained. */
#define AKK_TYPE_DEFINITIONS_DIALOG (akk_definitions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkDefinitionsDialog, akk_definitions_dialog, AKK, DEFINITIONS_DIALOG, AdwDialog)

AkkDefinitionsDialog *akk_definitions_dialog_new (AkkStore *store, AkkAgreement *agreement);

/* Gives the row of a definition the focus, or, for "definitions" and "abbreviations", that list. */
void akk_definitions_dialog_show (AkkDefinitionsDialog *self, gint64 id);
void akk_definitions_dialog_show_list (AkkDefinitionsDialog *self, const char *clause);

G_END_DECLS
