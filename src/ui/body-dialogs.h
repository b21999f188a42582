/* The dialogs of a body: a seat, a delegate, a standing item.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/body.h"
#include "core/delegate.h"
#include "core/seat.h"
#include "core/standing-item.h"
#include "ui/record-dialog.h"

G_BEGIN_DECLS

/* New ones have their body (or seat) and place already. `agreement` is that of the body. */
AkkRecordDialog *akk_seat_dialog_new (AkkStore *store, AkkSeat *seat, gint64 agreement);
AkkRecordDialog *akk_delegate_dialog_new (AkkStore *store, AkkDelegate *delegate);
AkkRecordDialog *akk_standing_item_dialog_new (AkkStore *store, AkkStandingItem *item);

/* Gives each party of the agreement that has none in the body a seat, in one step. The number of
 * seats; -1: it was refused, with an error. */
int akk_body_seat_every_party (AkkStore *store, AkkBody *body, GError **error);

/* "Ann Verhoeven (since 1 January 2024)": who takes the seat on that day; "" for nobody. */
char *akk_seat_delegates (AkkStore *store, gint64 seat, gint64 day) G_GNUC_WARN_UNUSED_RESULT;
/* "from 1 January 2024 until 3 May 2025"; "" when it has no dates. */
char *akk_delegate_term_words (const AkkDelegate *delegate) G_GNUC_WARN_UNUSED_RESULT;

/* For lists (AkkRecordDescribe, record-list.h). */
void akk_seat_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle);
void akk_standing_item_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle);

G_END_DECLS
