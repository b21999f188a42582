/* What somebody who takes over an agreement must know first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pure function of the records and a day: what is over, ahead or late is reckoned on that day;
 * the records are as they are now. Nothing that is closed, done or given up is in it. */
#pragma once

#include "core/action-rows.h"
#include "core/agreement.h"
#include "core/body.h"
#include "core/coverage.h"
#include "core/decision.h"
#include "core/evaluation.h"
#include "core/meeting.h"
#include "core/obligations.h"
#include "core/organisation.h"
#include "core/parked.h"
#include "core/party.h"
#include "core/person.h"
#include "core/plan.h"
#include "core/priority.h"
#include "core/seat.h"
#include "core/signal-step.h"
#include "core/signal.h"
#include "core/signing.h"

G_BEGIN_DECLS

/* How far ahead one who takes over must look at once. */
#define AKK_HANDOVER_MONTHS 3

/* A day that asks for something: a meeting that is still to be held, or what the agreement owes. */
typedef struct {
  gint64 day; /* AKK_NO_DATE: none is fixed yet */
  gboolean late; /* it is over */
  AkkMeeting *meeting; /* to be held; or whose minutes are to be approved; owned; or NULL */
  AkkBody *body; /* owned, or NULL */
  const AkkObligation *duty; /* NULL: the meeting itself */
} AkkHandoverDate;

typedef struct {
  AkkAction *action; /* owned */
  gboolean late;
  guint silent; /* whole months without news; 0: not long */
  gint64 news_on; /* AKK_NO_DATE: not known */
  char *news; /* of its log, or its sentence of progress, whichever is newer; "" */
} AkkHandoverAction;

/* The open actions of a priority (NULL: of none), what is late first. */
typedef struct {
  AkkPriority *priority; /* owned */
  guint number; /* its place, from 1 */
  guint n_late;
  GPtrArray *actions; /* AkkHandoverAction */
} AkkHandoverPart;

/* A decision that was taken and is not carried out. */
typedef struct {
  AkkDecision *decision; /* owned, as all here */
  AkkMeeting *meeting;
  AkkBody *body;
  gboolean late;
} AkkHandoverDecision;

/* A signal without an answer; or with one that the body that raised it has not heard. */
typedef struct {
  AkkSignal *signal; /* owned */
  AkkSignalStep *step; /* the last one; owned, or NULL */
} AkkHandoverSignal;

/* A subject that was put off, and that no agenda took up since. */
typedef struct {
  AkkParked *parked; /* owned, as all here */
  AkkMeeting *meeting;
  AkkBody *body;
} AkkHandoverParked;

typedef struct {
  AkkBody *body; /* owned */
  AkkMeeting *next; /* that is ahead; owned, or NULL */
  guint n_seats, n_vacant;
} AkkHandoverBody;

/* Somebody of a party, once; or, once too, all its seats that nobody takes. */
typedef struct {
  AkkPerson *person; /* owned; NULL: nobody */
  char *function; /* "" when it is not known; of seats that nobody takes, all of them */
  GPtrArray *bodies; /* AkkBody in which they have a seat; borrowed */
  GArray *priorities; /* guint: the numbers of those for which they are the contact */
  char *answers_within; /* "" */
  gboolean signs; /* speaks for the party, and signs */
} AkkHandoverPerson;

/* Contacts first, then who takes a seat, then who only signs. */
typedef struct {
  AkkParty *party; /* owned, as all here */
  AkkOrganisation *organisation; /* NULL: it is gone */
  char *name;
  GPtrArray *people; /* AkkHandoverPerson */
} AkkHandoverParty;

/* What only those who do the work wrote: at an open action (`action`), or at a meeting of the last
 * year or one that is ahead. */
typedef struct {
  AkkAction *action; /* owned, or NULL */
  AkkMeeting *meeting; /* owned, or NULL */
  AkkBody *body; /* of the meeting */
  const char *text; /* of the record */
} AkkHandoverNote;

typedef struct {
  AkkStore *store; /* owned, as all here; what may be missing is NULL */
  AkkAgreement *agreement;
  gint64 day;
  gint64 until; /* the last day of what is due at once */

  /* Where things are. */
  AkkSigning *signing; /* of the newest version; its `version` is NULL when nothing is frozen */
  AkkAgreement *predecessor, *successor;
  AkkSigning *successor_signing;
  AkkPlan *plan; /* of the year of the day: the one in force, else a draft */
  AkkMeeting *plan_meeting; /* that adopted it */
  AkkMeeting *last_meeting; /* the last one held */
  AkkBody *last_body;
  guint n_unapproved; /* meetings held whose minutes are not approved */
  AkkEvaluation *report; /* the newest that was adopted */
  AkkEvaluation *report_ahead; /* the oldest that is being written */

  GPtrArray *dates; /* AkkHandoverDate: late ones, those without a day, then by day */
  AkkActionRows *rows;
  GPtrArray *parts; /* AkkHandoverPart, those with open actions */
  guint n_actions, n_late; /* open ones */
  AkkCoverage *coverage; /* of the actions that are done or go on: a stopped one keeps no promise */
  GPtrArray *promises; /* const AkkPromise: without an action */
  GPtrArray *decisions; /* AkkHandoverDecision, by their last day, those without one last */
  GPtrArray *signals; /* AkkHandoverSignal, the oldest first */
  GPtrArray *parked; /* AkkHandoverParked, by meeting */
  GPtrArray *bodies; /* AkkHandoverBody */
  GPtrArray *parties; /* AkkHandoverParty */
  GPtrArray *notes; /* AkkHandoverNote */
  GPtrArray *obligations; /* AkkObligation: what dates borrow from */
} AkkHandover;

AkkHandover *
akk_handover_new (AkkStore *store, AkkAgreement *agreement, gint64 day) G_GNUC_WARN_UNUSED_RESULT;
void akk_handover_free (AkkHandover *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkHandover, akk_handover_free)

G_END_DECLS
