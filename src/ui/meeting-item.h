/* What an agenda item holds: its explanation, its minutes, and what is born from it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agenda.h"
#include "core/store.h"

G_BEGIN_DECLS

/* Actions: "item.add-decision", "item.add-action", "item.add-signal", "item.attach", "item.edit".
 * Delete acts on the row that has the focus. */
#define AKK_TYPE_MEETING_ITEM (akk_meeting_item_get_type ())
G_DECLARE_FINAL_TYPE (AkkMeetingItem, akk_meeting_item, AKK, MEETING_ITEM, AdwBin)

GtkWidget *akk_meeting_item_new (AkkStore *store, AkkMeeting *meeting, AkkAgendaItem *item);
/* Shows what the store holds now. */
void akk_meeting_item_update (AkkMeetingItem *self, const AkkAgendaEntry *entry, gint64 today);
/* Attaches files, elements GFile. */
void akk_meeting_item_attach (AkkMeetingItem *self, GSList *files);
/* Edits a record that is born from an item: a decision, an action, a signal, or what was
 * parked. */
void
akk_meeting_edit_born (GtkWidget *widget, AkkStore *store, AkkMeeting *meeting, AkkRecord *record);
/* Deletes such a record, or an attachment, and offers to undo it. */
void akk_meeting_delete_born (GtkWidget *widget, AkkStore *store, AkkRecord *record);

G_END_DECLS
