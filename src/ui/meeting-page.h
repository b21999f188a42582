/* A meeting: agenda, attendance, minutes, decisions, actions and signals.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/meeting.h"
#include "core/store.h"

G_BEGIN_DECLS

/* A pushed page that closes by itself when the meeting is deleted, as by undo. Property "narrow"
 * (gboolean): one column. */
#define AKK_TYPE_MEETING_PAGE (akk_meeting_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkMeetingPage, akk_meeting_page, AKK, MEETING_PAGE, AdwNavigationPage)

AkkMeetingPage *akk_meeting_page_new (AkkStore *store, AkkMeeting *meeting);
/* Gives the first seat of a party the focus. */
void akk_meeting_page_show_party (AkkMeetingPage *self, gint64 party);
/* Opens an item of its agenda and gives it the focus. */
void akk_meeting_page_show_item (AkkMeetingPage *self, gint64 id);

G_END_DECLS
