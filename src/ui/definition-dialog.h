/* The dialog in which people write what a word or an abbreviation means.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/definition.h"
#include "ui/record-dialog.h"

G_BEGIN_DECLS

/* For one of the store, or a new one with its kind. A new one whose term is known begins at its
 * meaning. */
AkkRecordDialog *akk_definition_dialog_new (AkkStore *store, AkkDefinition *definition);

/* A new one at the end of the agreement's list, in no store yet. */
AkkDefinition *akk_definition_begin (AkkStore *store,
                                     AkkAgreement *agreement,
                                     AkkDefinitionKind kind,
                                     const char *term,
                                     const char *meaning) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
