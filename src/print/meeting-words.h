/* How paper speaks of meetings: days, hours, bodies, names.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda.h"
#include "core/phrases.h"

G_BEGIN_DECLS

/* Those that are not empty, with a dot in the middle between. */
char *akk_words_join (const char *const *parts, guint n) G_GNUC_WARN_UNUSED_RESULT;

/* "dinsdag 12 maart 2024". */
char *akk_words_day (AkkPhrases *phrases, gint64 date) G_GNUC_WARN_UNUSED_RESULT;
/* The same without the weekday, and without the year if that is the year of `beside`. */
char *
akk_words_short_date (AkkPhrases *phrases, gint64 date, gint64 beside) G_GNUC_WARN_UNUSED_RESULT;
/* "9.30"; "" for no hour. */
char *akk_words_clock (AkkPhrases *phrases, gint64 minutes) G_GNUC_WARN_UNUSED_RESULT;
/* "9.30 tot 11.20 uur": when it really ended, if that is known; "" without an hour. */
char *akk_words_hours (AkkPhrases *phrases, const AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;
/* "dinsdag 12 maart 2024, 9.30 tot 11.20 uur". */
char *akk_words_when (AkkPhrases *phrases, const AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;

/* "de stuurgroep"; the bare name where its article is not known. */
char *akk_words_body (AkkPhrases *phrases, const AkkBody *body) G_GNUC_WARN_UNUSED_RESULT;
/* `key` with {body}: "Verslag van de stuurgroep". */
char *akk_words_of_body (AkkPhrases *phrases,
                         const char *key,
                         const AkkBody *body) G_GNUC_WARN_UNUSED_RESULT;
/* "Stuurgroep, 12 maart 2024". */
char *akk_words_meeting (AkkPhrases *phrases,
                         const AkkBody *body,
                         const AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;
/* Who presides and who writes: those of the meeting, else of the body. Borrowed. */
const char *akk_words_chair (const AkkAgenda *agenda);
const char *akk_words_secretary (const AkkAgenda *agenda);

/* Who carries a decision out, or leads an action: what people wrote, else the short name of the
 * party; "" for nobody. */
char *akk_words_owner (AkkStore *store, gint64 party_id, const char *who) G_GNUC_WARN_UNUSED_RESULT;
/* "bij consensus", "7 voor, 2 tegen, 1 onthouding". */
char *akk_words_mode (AkkPhrases *phrases, const AkkDecision *decision) G_GNUC_WARN_UNUSED_RESULT;
/* Keys of phrases. */
const char *akk_words_signal_level (gint64 level);
const char *akk_words_signal_state (gint64 state);

G_END_DECLS
