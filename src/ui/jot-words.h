/* What is noted in a meeting, in the words of the interface.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jot.h"
#include "core/presentation.h"

G_BEGIN_DECLS

/* "Decision 2025-04", also before it has its number. */
char *
akk_jot_title (AkkStore *store, AkkMeeting *meeting, const AkkJot *jot) G_GNUC_WARN_UNUSED_RESULT;
/* "Laarne · by 31 January 2026"; "" when neither is known. */
char *akk_jot_details (AkkStore *store, const AkkJot *jot) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a record that was noted: a decision, an action, a signal, a parked subject. */
char *akk_noted_title (AkkStore *store, AkkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
char *akk_noted_details (AkkStore *store, AkkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
/* Its line. Borrowed. */
const char *akk_noted_text (AkkRecord *record);
/* What it is to the kinds of lines; AKK_N_JOTS when it is none. */
AkkJotKind akk_noted_kind (const AkkRecord *record);
/* "Next steering group: 11 December 2025". */
char *akk_jot_day_words (AkkStore *store, const AkkJotDay *day) G_GNUC_WARN_UNUSED_RESULT;
/* "8 minutes left", "2 minutes over", "1 hour left"; "" when the item has no minutes. */
char *akk_pace_left_words (const AkkPace *pace) G_GNUC_WARN_UNUSED_RESULT;
/* "6 minutes behind schedule", "on schedule". */
char *akk_pace_behind_words (const AkkPace *pace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
