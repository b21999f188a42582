/* Preparing a meeting: what is ready, and what is still to be done before its day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pure function of the records and a day. */
#pragma once

#include "core/agenda.h"

G_BEGIN_DECLS

/* What is looked at, in this order. */
typedef enum {
  AKK_CHECK_AGENDA, /* it has items, and they fit the time */
  AKK_CHECK_MINUTES, /* those of earlier meetings: approved, or on the agenda */
  AKK_CHECK_OFFERS, /* what else the agenda is offered */
  AKK_CHECK_ACTIONS, /* of the agreement, past their deadline on the day of the meeting */
  AKK_CHECK_INDICATORS, /* with figures that came in since the body met last */
  AKK_CHECK_SIGNALS, /* open ones */
  AKK_CHECK_OBLIGATIONS, /* what this body still owes */
  AKK_CHECK_DELEGATES,
  AKK_CHECK_ATTACHMENTS, /* something to decide upon, PDFs that can be read */
  AKK_CHECK_INVITATION,
  AKK_CHECK_PACK, /* can be made at any time: never done, and not counted */
  AKK_N_CHECKS,
} AkkCheckKey;
/* "agenda", "minutes", …: codes that never change. */
extern const char *const akk_checks[];

typedef enum {
  AKK_CHECK_DONE,
  AKK_CHECK_TO_DO,
  AKK_CHECK_ADVICE, /* one may well leave it */
} AkkCheckState;

/* What mends it. `record` is that of the place to go to. */
typedef enum {
  AKK_MEND_NONE,
  AKK_MEND_TAKE, /* `items` go on the agenda */
  AKK_MEND_ITEM, /* of this agenda; 0: the agenda as a whole */
  AKK_MEND_SEATS, /* of a party */
  AKK_MEND_INVITE,
  AKK_MEND_PACK,
  AKK_MEND_MEETING, /* another one */
  AKK_MEND_ACTION,
  AKK_MEND_INDICATOR,
  AKK_MEND_SIGNAL,
  AKK_MEND_EVALUATION,
  AKK_MEND_BODY,
  AKK_MEND_DATES, /* of a body: plan its meetings */
} AkkMend;

/* `parts` are what it is made of when that is more than one thing: each is mended by itself. */
typedef struct {
  AkkCheckKey key;
  AkkCheckState state;
  char *sentence, *detail; /* translated; `detail` may be "" */
  AkkMend mend;
  gint64 record;
  GPtrArray *items; /* AkkAgendaItem in no store, ready to be added */
  GPtrArray *parts; /* AkkCheck without parts */
} AkkCheck;

typedef struct {
  AkkAgenda *agenda;
  GPtrArray *checks; /* AkkCheck, one for each key */
  guint n_done, n; /* of those that are counted */
} AkkPreparation;
AkkPreparation *
akk_preparation_new (AkkStore *store, AkkMeeting *meeting, gint64 day) G_GNUC_WARN_UNUSED_RESULT;
void akk_preparation_free (AkkPreparation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkPreparation, akk_preparation_free)

/* Inside an action (akk_store_begin): puts items at the end of the agenda. */
void akk_agenda_take (AkkStore *store, AkkMeeting *meeting, const GPtrArray *items);

/* The first meeting of the dossier that is still to take place, on `day` or later; NULL: none. */
AkkMeeting *akk_meeting_next (AkkStore *store, gint64 day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
