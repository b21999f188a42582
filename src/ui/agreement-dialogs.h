/* The dialogs of an agreement: its properties, a priority, a body.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/body.h"
#include "core/priority.h"
#include "ui/record-dialog.h"

G_BEGIN_DECLS

AkkRecordDialog *akk_agreement_dialog_new (AkkStore *store, AkkAgreement *agreement);

/* New ones have their agreement and place already. */
AkkRecordDialog *akk_priority_dialog_new (AkkStore *store, AkkPriority *priority);
AkkRecordDialog *akk_body_dialog_new (AkkStore *store, AkkBody *body);

/* "at least 3 meetings in every year", "regularly". */
char *akk_body_frequency_words (const AkkBody *body) G_GNUC_WARN_UNUSED_RESULT;

/* For lists of them (AkkRecordDescribe, record-list.h). */
void akk_priority_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle);
void akk_body_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle);

G_END_DECLS
