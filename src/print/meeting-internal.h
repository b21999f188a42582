/* What the makers of the documents of a meeting share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda.h"
#include "print/meeting-print.h"
#include "print/meeting-words.h"
#include "print/sheet.h"

G_BEGIN_DECLS

typedef struct {
  AkkSheet sheet;
  AkkAgenda *agenda;
  AkkMeeting *meeting; /* those of the agenda */
  AkkBody *body;
} AkkMeetingSheet;

void akk_meeting_sheet_init (
    AkkMeetingSheet *self, AkkPaper *paper, AkkStore *store, AkkMeeting *meeting, gint64 today);
AkkPages *akk_meeting_sheet_finish (AkkMeetingSheet *self) G_GNUC_WARN_UNUSED_RESULT;

/* "Verslag van de stuurgroep" by `eyebrow`, the day and the hours, and `facts`; `part` is the kind
 * of the document for the header, `footer` what it says of itself. */
void akk_meeting_sheet_head (AkkMeetingSheet *self,
                             const char *eyebrow,
                             const char *part,
                             const char *facts,
                             const char *footer);
/* `key` with the date of today. */
char *akk_meeting_sheet_dated (AkkMeetingSheet *self, const char *key) G_GNUC_WARN_UNUSED_RESULT;
/* That a meeting does not take place, or not on this day. */
void akk_meeting_sheet_add_fate (AkkMeetingSheet *self);
/* The link of an online meeting, to click on; nothing without one. */
void akk_meeting_sheet_add_link (AkkMeetingSheet *self);
/* The items in two columns with their hours. */
void akk_meeting_sheet_add_brief (AkkMeetingSheet *self);
/* The heading of the section that begins at an item, if one does; returns the element of the heads
 * of its items. */
const char *akk_meeting_sheet_add_section (AkkMeetingSheet *self, guint entry);
/* The head of an item: its number, its title, and `aside` at the right. */
void akk_meeting_sheet_add_item (AkkMeetingSheet *self,
                                 const AkkAgendaEntry *entry,
                                 const char *element,
                                 const char *aside);
/* The number of the first annex of an item: they count through the meeting. */
guint akk_meeting_sheet_first_annex (AkkMeetingSheet *self, const AkkAgendaEntry *entry);

/* --- minutes-presence.c --- */

/* Who was there, by party, in two columns. */
void akk_meeting_sheet_add_presence (AkkMeetingSheet *self);

G_END_DECLS
