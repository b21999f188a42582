/* A meeting with three items and two seats, shown on its page, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda.h"
#include "ui/meeting-page.h"

#include "register-fixture.h"

typedef struct {
  RegisterFixture base;
  AkkBody *body;
  AkkMeeting *meeting;
  AkkAgendaItem *items[3]; /* "Stand van het actieplan", "Taalbeleid", "Rondvraag" */
  AkkSeat *seats[2]; /* of Berlare (taken by Ann Verhoeven) and Zele (by nobody) */
  AkkPerson *ann;
  AdwNavigationView *view;
  GtkWidget *page;
} MeetingFixture;

void meeting_set_up (MeetingFixture *f, gconstpointer data);
void meeting_tear_down (MeetingFixture *f, gconstpointer data);
/* Adds a record in an action of its own. */
void meeting_add (MeetingFixture *f, gpointer record);
/* Shows the page of the meeting. */
void meeting_show (MeetingFixture *f);
/* From now on today is the day of the meeting. */
void meeting_reach (void);
void meeting_undo (MeetingFixture *f);
