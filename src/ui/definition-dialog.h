/* The dialog in which people write what a word or an abbreviation means.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/definition.h"
#include "ui/record-dialog.h"

G_BEGIN_DECLS

/* For one of the store, or a new one with its kind. A new one whose term is known begins at its
 * meaning. */
AkkRecordDialog *akk_definition_dialog_new (AkkStore *store, AkkDefinition *definition);

G_END_DECLS
