/* Presenting a meeting: what the room is shown one after the other, and how the time goes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure: functions of the records, and of the time that they are given. Nothing internal is ever
 * shown in the room: no notes of the regisseur, no contacts. */
#pragma once

#include "core/agenda.h"
#include "core/indicator.h"

G_BEGIN_DECLS

typedef enum {
  AKK_SLIDE_TITLE, /* body, date, place, parties */
  AKK_SLIDE_ATTENDANCE, /* the seats, and which parties are represented */
  AKK_SLIDE_ITEM, /* an agenda item: its figures, its actions, and what is noted */
  AKK_SLIDE_DECISIONS, /* of the meeting whose minutes it approves, and what became of them */
  AKK_SLIDE_ACTIONS, /* those of the plan that ask for attention */
  AKK_SLIDE_MATRIX, /* the Pact's */
  AKK_SLIDE_SIGNALS, /* open ones, and answers that came */
  AKK_SLIDE_CHART, /* `record`: an indicator */
  AKK_SLIDE_CLAUSE, /* `record`: a section of the agreement */
  AKK_SLIDE_FILE, /* `record`: an attachment; a PDF is shown page by page */
  AKK_SLIDE_CLOSING, /* what was decided and agreed, who does what, when we meet again */
} AkkSlideKind;

/* `item_id` is 0 before the first item and after the last. */
typedef struct {
  AkkSlideKind kind;
  gint64 item_id;
  gint64 record;
} AkkSlide;

/* Title, attendance, each item with what belongs to it, closing. Elements AkkSlide. */
GArray *akk_slides_new (AkkStore *store, const AkkAgenda *agenda) G_GNUC_WARN_UNUSED_RESULT;
/* The index of the same slide; of the item's own when it is gone; 0 when that is gone too. */
guint akk_slides_find (const GArray *slides, const AkkSlide *like);
/* Where a presentation that was broken off goes on: at the stage and the item that the meeting
 * names. */
guint akk_slides_resume (const GArray *slides, const AkkMeeting *meeting);

/* The indicators that an item is about: the one it names, else those that bear on its action, else
 * those that bear on the priority of its action; of an item on the indicators all of the dashboard.
 * Elements AkkIndicator. */
GPtrArray *akk_item_indicators (AkkStore *store,
                                const AkkAgenda *agenda,
                                const AkkAgendaItem *item) G_GNUC_WARN_UNUSED_RESULT;
/* The actions that an item is about: the one it names, and those of its decision's or signal's
 * item; those that were born at it. Elements AkkAction. */
GPtrArray *akk_item_actions (AkkStore *store,
                             const AkkAgendaEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
/* The entry of an item; NULL: none. Borrowed. */
const AkkAgendaEntry *akk_agenda_entry (const AkkAgenda *agenda, gint64 item_id);

/* How the time goes. All in seconds. */
typedef struct {
  gint64 planned; /* for the item; 0: none, or no item is shown */
  gint64 spent; /* on it so far */
  gint64 left; /* of it; below 0 it takes longer */
  gint64 behind; /* on the hours of the agenda; below 0: ahead */
  gint64 total_left; /* until the meeting is to end; below 0: it is past that */
} AkkPace;

/* `now` counts from midnight. An item in its time ends when its time is over, one that takes longer
 * ends now: that, against the hour in the agenda, is `behind`. Without an item it is reckoned from
 * the first item that was not begun. A meeting without an hour starts when it really began; so does
 * one that began more than an hour off: it was moved, or this is a rehearsal. */
AkkPace akk_agenda_pace (const AkkAgenda *agenda, gint64 item_id, gint64 spent, gint64 now);

G_END_DECLS
