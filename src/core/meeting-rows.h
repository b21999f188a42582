/* The meetings of an agreement in brief, all at once: what is counted, ordered and marked.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read in one go, and brought up to date by what the steps since then touched: thousands of
 * meetings cost no record, and a step costs no more than what it changed. */
#pragma once

#include "core/meeting.h"
#include "core/store.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id, body_id, state, date, starts_at;
} AkkMeetingRow;

typedef struct _AkkMeetingRows AkkMeetingRows;

AkkMeetingRows *akk_meeting_rows_new (AkkStore *store,
                                      gint64 agreement_id) G_GNUC_WARN_UNUSED_RESULT;
void akk_meeting_rows_free (AkkMeetingRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkMeetingRows, akk_meeting_rows_free)

/* Brings them up to date with the store, when no action is open. */
void akk_meeting_rows_follow (AkkMeetingRows *self);
/* By day and hour, as akk_meetings () has them. Borrowed until they follow again. */
const AkkMeetingRow *akk_meeting_rows_get (const AkkMeetingRows *self, guint *length);
/* The index of the first one on this day or later. */
guint akk_meeting_rows_find_day (const AkkMeetingRows *self, gint64 date);

/* As akk_meeting_held () and akk_meeting_ahead (). */
gboolean akk_meeting_row_held (const AkkMeetingRow *row);
gboolean akk_meeting_row_ahead (const AkkMeetingRow *row);

G_END_DECLS
