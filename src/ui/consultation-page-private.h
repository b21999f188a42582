/* The inside of the page Overleg, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/meeting-rows.h"
#include "core/proposal.h"
#include "ui/consultation-page.h"
#include "ui/year-strip.h"

G_BEGIN_DECLS

struct _AkkConsultationPage {
  AdwBin parent_instance;

  AdwNavigationView *navigation;
  AdwWindowTitle *title;
  GtkStack *stack; /* "empty", "bodies" */
  AdwToggleGroup *year_toggles;
  GtkDropDown *year_choice; /* in place of the toggles where there is little room */
  AkkYearStrip *strip;
  GtkBox *groups; /* the lists, below the strip */
  GtkWidget *ahead_group, *held_group, *other_group;
  GtkListBox *proposed_list; /* of the first group */
  GtkListBox *ahead_list, *held_list, *other_list;
  GtkWidget *ahead_more, *held_more, *other_more;

  gboolean narrow, small;
  AkkStore *store;
  AkkAgreement *agreement;
  GListModel *bodies;
  GPtrArray *held_bodies; /* AkkBody: the same, so that none is read from the dossier twice */
  AkkMeetingRows *meetings; /* of all years */
  GHashTable *facts; /* the id of a meeting -> what is said of it: as long as that stays true */
  gint64 facts_step, facts_day;
  AkkProposal *proposal; /* of the year that runs; NULL for another */
  gint64 today;
  int first_year, last_year, year; /* year 0: none is shown yet */
  guint ahead_limit, held_limit, other_limit;
  gboolean filling; /* the choice of years */
  gboolean stale; /* something changed while it was not to be seen */
};

/* How many rows a list begins with, and gets more of. */
#define AKK_CONSULTATION_ROWS 12

/* --- consultation-page-facts.c: what is said of meetings --- */

/* Forgets what the steps since then may have changed. */
void akk_consultation_page_follow_facts (AkkConsultationPage *self);
/* As akk_meeting_facts (); borrowed. */
const char *akk_consultation_page_facts (AkkConsultationPage *self, AkkMeeting *meeting);

/* --- consultation-page-lists.c: what comes, what was held --- */

void akk_consultation_page_set_up_lists (AkkConsultationPage *self);
void akk_consultation_page_fill_lists (AkkConsultationPage *self);

/* --- consultation-page-proposed.c: dates that are proposed --- */

void akk_consultation_page_fill_proposed (AkkConsultationPage *self);

/* --- consultation-page-shows.c: the pages that are pushed on it --- */

/* The actions "consultation.show-…": -meeting, -body, -seat, -signal and -thread (x, the id),
 * -decisions, -signals, -threads and -days-off. */
void akk_consultation_page_install_shows (GtkWidgetClass *widget_class);
void akk_consultation_page_close_gone (AkkConsultationPage *self);

/* --- consultation-dialogs.c --- */

/* Asks for a body, a day and an hour, and shows the new meeting. `body_id` 0: the first body. */
void akk_consultation_page_new_meeting (AkkConsultationPage *self, gint64 body_id);
void akk_consultation_page_new_body (AkkConsultationPage *self);

G_END_DECLS
