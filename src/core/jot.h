/* What is noted at the keyboard while a meeting goes on: one line each.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * B a decision (besluit), A an action, S a signal, P a subject that is parked, N a paragraph of the
 * minutes. Stored as it is typed: the record is there from the first letter, and goes again when
 * nothing is left of it. */
#pragma once

#include "core/agenda.h"
#include "core/party.h"

G_BEGIN_DECLS

typedef enum {
  AKK_JOT_DECISION,
  AKK_JOT_ACTION,
  AKK_JOT_SIGNAL,
  AKK_JOT_PARKED,
  AKK_JOT_NOTE,
  AKK_N_JOTS,
} AkkJotKind;

typedef struct _AkkJot AkkJot;

/* An empty line at an item (0: at none, where a note has no place: NULL). */
AkkJot *akk_jot_new (AkkStore *store, AkkMeeting *meeting, gint64 item_id, AkkJotKind kind)
    G_GNUC_WARN_UNUSED_RESULT;
/* What was noted before, to go on with it: a decision, an action, a signal, a parked subject. */
AkkJot *
akk_jot_resume (AkkStore *store, AkkMeeting *meeting, AkkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
void akk_jot_free (AkkJot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkJot, akk_jot_free)

AkkJotKind akk_jot_get_kind (const AkkJot *self);
/* NULL before the first letter; of a note the agenda item. Borrowed. */
AkkRecord *akk_jot_get_record (const AkkJot *self);
/* The line as the store has it. Borrowed. */
const char *akk_jot_get_text (const AkkJot *self);
/* Whether who and when can be said of it: of a decision and an action both, of a signal who. */
gboolean akk_jot_has_who (const AkkJot *self);
gboolean akk_jot_has_when (const AkkJot *self);

/* Each is an action of the store, and does nothing where nothing changes. An empty text takes the
 * record away again. Errors: those of akk_store_commit (); then nothing changed. */
gboolean akk_jot_set_text (AkkJot *self, const char *text, GError **error);
/* A party, or (NULL) who else it is; `who` in words, for what names no party too. */
gboolean akk_jot_set_who (AkkJot *self, AkkParty *party, const char *who, GError **error);
gboolean akk_jot_set_when (AkkJot *self, gint64 date, GError **error);
/* A decision is taken, and has its number from now on. */
gboolean akk_jot_approve (AkkJot *self, GError **error);
/* After a step of the store. When what made it was taken back, the next letter makes it anew; a
 * note whose minutes were changed elsewhere begins a new paragraph. */
void akk_jot_follow (AkkJot *self);

/* --- When --- */

/* A day that can be chosen with few keys. */
typedef enum {
  AKK_JOT_DAY_TYPED,
  AKK_JOT_DAY_MEETING, /* the next one of a body, `meeting` */
  AKK_JOT_DAY_FORTNIGHT, /* in two weeks */
  AKK_JOT_DAY_MONTH, /* the last of this month */
  AKK_JOT_DAY_QUARTER, /* in three months */
  AKK_JOT_DAY_YEAR, /* the last of this year */
} AkkJotDayKind;
typedef struct {
  AkkJotDayKind kind;
  gint64 date;
  AkkMeeting *meeting; /* owned; NULL */
} AkkJotDay;
/* What `typed` may mean: a date, with or without its year ("31/1" is the next such day), "+3w",
 * "+2m", "+10d"; when it is empty, the days above after that of the meeting, each once. Elements
 * AkkJotDay, by date; empty when it means nothing. */
GPtrArray *akk_jot_days (AkkStore *store, const AkkAgenda *agenda, const char *typed, gint64 today)
    G_GNUC_WARN_UNUSED_RESULT;
/* The parties whose name begins with, or has a word that begins with `typed`, whatever the case and
 * the accents; all when it is empty. Elements AkkAgendaParty, borrowed. */
GPtrArray *akk_jot_parties (const AkkAgenda *agenda, const char *typed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
