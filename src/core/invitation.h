/* The message that invites to a meeting, moves it, calls it off, or sends its minutes round.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda.h"
#include "core/phrases.h"

G_BEGIN_DECLS

typedef enum {
  AKK_INVITATION_FIRST,
  AKK_INVITATION_AGAIN, /* it was sent before */
  AKK_INVITATION_CANCEL, /* the meeting is cancelled or postponed */
  AKK_INVITATION_MINUTES, /* it was held */
} AkkInvitationKind;

/* Plain text in the agreement's language. */
typedef struct {
  AkkInvitationKind kind;
  char *subject;
  char *text; /* when and where, the invitation of the meeting, its agenda with the hours */
  GStrv addresses; /* of those who have a seat and an address, and of guests, each once */
  GStrv names; /* of the same people */
} AkkInvitation;
AkkInvitation *akk_invitation_new (AkkStore *store,
                                   const AkkAgenda *agenda,
                                   AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;
/* The message that goes with the minutes: also to whom somebody else replaced. */
AkkInvitation *akk_invitation_minutes_new (AkkStore *store,
                                           const AkkAgenda *agenda,
                                           AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;
/* Inside an action (akk_store_begin): the minutes were sent today, to those of the message. */
void akk_invitation_note_minutes (const AkkInvitation *self, AkkStore *store, AkkMeeting *meeting);
void akk_invitation_free (AkkInvitation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkInvitation, akk_invitation_free)

/* The agenda as lines: "9.35  2. Stand van het actieplan (regisseur)". "" for an empty one. */
char *akk_agenda_plain (const AkkAgenda *self) G_GNUC_WARN_UNUSED_RESULT;
/* The invitation text of a meeting that was `before` and now is on `date` at `starts_at`: where it
 * says the day or the hour as they were, it says those of now. In the agreement's language; also
 * without the year, with a day of the week, and in digits. */
char *akk_invitation_redate (const char *text,
                             AkkPhrases *phrases,
                             const AkkMeeting *before,
                             gint64 date,
                             gint64 starts_at) G_GNUC_WARN_UNUSED_RESULT;
/* The invitation text of the meeting as plain text. */
char *akk_invitation_plain (const AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
