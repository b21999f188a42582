/* A meeting as a whole: its agenda with the hours, who sits, what came of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda-item.h"
#include "core/agreement.h"
#include "core/attendance.h"
#include "core/body.h"
#include "core/decision.h"
#include "core/meeting.h"
#include "core/party.h"
#include "core/person.h"
#include "core/seat.h"
#include "core/action.h"
#include "core/signal.h"

G_BEGIN_DECLS

/* One item with its place in the hour. */
typedef struct {
  AkkAgendaItem *item;
  guint number; /* counted from 1 through all sections */
  gint64 starts_at; /* minutes since midnight; AKK_NO_DATE when the meeting has no hour */
  GPtrArray *decisions; /* AkkDecision */
  GPtrArray *actions; /* AkkAction born from it */
  GPtrArray *signals; /* AkkSignal raised at it */
  GPtrArray *attachments; /* AkkAttachment */
} AkkAgendaEntry;

/* One seat of the body at this meeting, or a guest (`seat` NULL). */
typedef struct {
  AkkSeat *seat;
  AkkParty *party; /* NULL for a guest */
  char *party_name; /* the short name of the organisation; "" for a guest */
  AkkPerson *
      person; /* who comes or came: the attendance's, else the delegate of that day; NULL: nobody */
  AkkAttendance *attendance; /* NULL while nothing is noted */
  AkkAttendanceState state; /* UNKNOWN without an attendance */
} AkkAgendaSeat;

/* Whether a party is represented, by `present` (or coming) people; `needed` is the quorum. */
typedef struct {
  AkkParty *party;
  char *name;
  guint seats, present, coming;
  gboolean delegated; /* somebody is named for at least one of its seats */
  gboolean represented; /* present (held meetings) or coming (others) ≥ quorum */
} AkkAgendaParty;

typedef struct {
  AkkMeeting *meeting;
  AkkBody *body;
  AkkAgreement *agreement;
  GPtrArray *entries; /* AkkAgendaEntry */
  GPtrArray *seats; /* AkkAgendaSeat, by party and position, guests last */
  GPtrArray *parties; /* AkkAgendaParty that have a seat, in the order of the agreement */
  gint64 minutes; /* the sum of the items */
  gint64 over; /* minutes more than the meeting has; 0 when it fits */
} AkkAgenda;
AkkAgenda *akk_agenda_new (AkkStore *store, AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;
void akk_agenda_free (AkkAgenda *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkAgenda, akk_agenda_free)

/* What the next meeting of a body should deal with: approval of minutes that are not approved,
 * standing items (a yearly one that this year has not had), unfinished items of the last meeting,
 * open decisions and actions past their day, signals whose answer came back. Items in no store,
 * ready to be added; `why` is shown beside them. Elements AkkAgendaOffer. */
typedef struct {
  AkkAgendaItem *item;
  char *why; /* translated */
} AkkAgendaOffer;
GPtrArray *akk_agenda_offers (AkkStore *store, AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;

/* What keeps the meeting from being ready, translated ("Laarne has sent nobody", "The agenda takes
 * 15 minutes too long", "No invitation yet"). Elements AkkAgendaLack. */
typedef enum {
  AKK_LACK_AGENDA, /* empty, or longer than the meeting */
  AKK_LACK_DELEGATE,
  AKK_LACK_INVITATION,
  AKK_LACK_MINUTES, /* an item of a held meeting has none; or they are to be approved */
  AKK_LACK_ATTENDANCE, /* held, and a seat has no state */
} AkkAgendaLackKind;
typedef struct {
  AkkAgendaLackKind kind;
  char *text, *detail;
  gint64 record; /* of the item or party that it is about; 0: the meeting */
} AkkAgendaLack;
GPtrArray *
akk_agenda_lacks (AkkStore *store, const AkkAgenda *self, gint64 today) G_GNUC_WARN_UNUSED_RESULT;

/* The meetings of an agreement (or of a body, or all: ids 0), by date and hour. Elements
 * AkkMeeting. */
GPtrArray *
akk_meetings (AkkStore *store, gint64 agreement_id, gint64 body_id) G_GNUC_WARN_UNUSED_RESULT;
/* The meeting with this number, counted from 1 as akk_meetings() orders those of the agreement;
 * cancelled and postponed ones count too. NULL when there are fewer. */
AkkMeeting *
akk_meeting_nth (AkkStore *store, gint64 agreement_id, guint number) G_GNUC_WARN_UNUSED_RESULT;
/* The meeting of the same body before this one that was held; NULL for none. */
AkkMeeting *akk_meeting_previous (AkkStore *store, AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;

/* Inside an action (akk_store_begin). --- */
/* The next free number of the body's year, "2025-04". */
char *akk_decision_next_number (AkkStore *store, AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;
/* The next free number of an action in the dossier, "A15". */
char *akk_action_next_number (AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;
/* Postpones: the meeting becomes POSTPONED and names the new one, which takes over its agenda,
 * seats and invitation and is returned (added to the store). */
AkkMeeting *akk_meeting_postpone (AkkStore *store,
                                  AkkMeeting *meeting,
                                  gint64 date,
                                  gint64 starts_at,
                                  const char *reason) G_GNUC_WARN_UNUSED_RESULT;
/* Marks as held; open items become dealt with or unfinished by what was written; draft decisions
 * are taken and numbered; minutes of an earlier meeting whose approval was an item that was dealt
 * with become approved. */
void akk_meeting_hold (AkkStore *store, AkkMeeting *meeting);

G_END_DECLS
