/* An action in words: its status, who leads it, when it is to be done.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its sign is akk_action_glyph() of meeting-words.h. */
#pragma once

#include "core/action.h"
#include "core/priority.h"
#include "core/store.h"

G_BEGIN_DECLS

/* "Busy"; "Late" comes before what its status is, "Carried over to 2026" stands in its place. */
char *akk_action_status_words (AkkStore *store,
                               const AkkAction *action,
                               gint64 day) G_GNUC_WARN_UNUSED_RESULT;
/* "to 2026", or "": where an action that was carried over went. */
char *akk_action_carried_to_words (AkkStore *store,
                                   const AkkAction *action) G_GNUC_WARN_UNUSED_RESULT;
/* "OCMW Hamme": the party that leads, or else whose own action it is, or else who was written down.
 */
char *akk_action_lead_words (AkkStore *store, const AkkAction *action) G_GNUC_WARN_UNUSED_RESULT;
/* "31 Dec 2025", "follow up 15 Feb", "no news for 5 months", or "". */
char *akk_action_term_words (const AkkAction *action, gint64 day) G_GNUC_WARN_UNUSED_RESULT;
/* "No news for 5 months"; NULL when there is news. */
char *akk_action_silent_words (const AkkAction *action, gint64 day) G_GNUC_WARN_UNUSED_RESULT;
/* "A4 · Hamme · 31 Dec 2025": what a second line says. */
char *akk_action_detail_words (AkkStore *store,
                               const AkkAction *action,
                               gint64 day) G_GNUC_WARN_UNUSED_RESULT;
/* "Lead: VDAB, Ilse Cornelis", or "". */
char *akk_priority_lead_words (AkkStore *store,
                               const AkkPriority *priority) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
