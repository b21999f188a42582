/* A meeting as a whole: its agenda with the hours, who sits, what came of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda-item.h"
#include "core/agreement.h"
#include "core/attendance.h"
#include "core/body.h"
#include "core/decision.h"
#include "core/meeting.h"
#include "core/parked.h"
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
  GPtrArray *parked; /* AkkParked: what came up at it and was put off */
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
  GPtrArray *decisions; /* AkkDecision: all of the meeting, also those that belong to no item */
  GPtrArray *parked; /* AkkParked: all of the meeting, likewise */
  GPtrArray *seats; /* AkkAgendaSeat, by party and position, guests last */
  GPtrArray *parties; /* AkkAgendaParty that have a seat, in the order of the agreement */
  gint64 minutes; /* the sum of the items */
  gint64 over; /* minutes more than the meeting has; 0 when it fits */
} AkkAgenda;
AkkAgenda *akk_agenda_new (AkkStore *store, AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;
void akk_agenda_free (AkkAgenda *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkAgenda, akk_agenda_free)

/* Who takes a seat on that day, of several the one who began last; NULL: nobody. */
AkkPerson *akk_seat_person (AkkStore *store, gint64 seat_id, gint64 day) G_GNUC_WARN_UNUSED_RESULT;

/* What the next meeting of a body should deal with: approval of minutes that are not approved,
 * standing items (a yearly one that this year has not had), unfinished items of the last meeting,
 * subjects that were parked and not taken up since, open decisions and actions past their day,
 * signals whose answer came back. Items in no store, ready to be added; `why` is shown beside them.
 * Elements AkkAgendaOffer. */
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
GPtrArray *akk_agenda_lacks (const AkkAgenda *self, gint64 today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
