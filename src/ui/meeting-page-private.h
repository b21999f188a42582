/* The page of a meeting, for the files that it is cut into.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda.h"
#include "ui/meeting-agenda.h"
#include "ui/meeting-page.h"
#include "ui/meeting-seats.h"

G_BEGIN_DECLS

struct _AkkMeetingPage {
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  GtkButton *primary_button;
  AdwBanner *banner;
  AdwPreferencesGroup *sent_group; /* NULL until the minutes are sent */
  AdwActionRow *sent_row;
  AdwPreferencesGroup *lacks_group, *decisions_group;
  GtkListBox *lacks, *decisions;
  AkkMeetingAgenda *agenda_view;
  AkkMeetingSeats *seats;
  GtkBox *columns;
  GtkWidget *scroller;

  gboolean narrow;
  AkkStore *store;
  AkkMeeting *meeting;
  AkkAgenda *agenda;
};

/* --- meeting-actions.c: what happens to a meeting --- */

void akk_meeting_page_install_actions (GtkWidgetClass *widget_class);
/* The menu, the one blue button and the banner, by the state of the meeting. */
void akk_meeting_page_show_state (AkkMeetingPage *self);

/* --- meeting-papers.c: its papers, and calendar files --- */

void akk_meeting_page_install_papers (GtkWidgetClass *widget_class);
/* When the minutes were sent, and to whom. */
void akk_meeting_page_show_sent (AkkMeetingPage *self);
/* The part of the menu that offers them. */
GMenuModel *akk_meeting_papers_menu (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
