/* The agenda of a meeting: its items in their order, and what is offered for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agenda.h"
#include "core/store.h"

G_BEGIN_DECLS

/* Actions: "agenda.add", "agenda.take-all". Property "narrow" (gboolean): hours and minutes stand
 * below the titles. */
#define AKK_TYPE_MEETING_AGENDA (akk_meeting_agenda_get_type ())
G_DECLARE_FINAL_TYPE (AkkMeetingAgenda, akk_meeting_agenda, AKK, MEETING_AGENDA, AdwBin)

void akk_meeting_agenda_set_meeting (AkkMeetingAgenda *self, AkkStore *store, AkkMeeting *meeting);
/* Shows what the store holds now, of which `agenda` is borrowed until the next call. Call before
 * the store tells others of a step. */
void akk_meeting_agenda_update (AkkMeetingAgenda *self, const AkkAgenda *agenda);
/* Opens an item and gives it the focus. */
void akk_meeting_agenda_show_item (AkkMeetingAgenda *self, gint64 id);
/* The item that the focus is in, or was in last; the first one otherwise; NULL: there is none.
 * Opens it. Borrowed. */
GtkWidget *akk_meeting_agenda_current_item (AkkMeetingAgenda *self);

G_END_DECLS
