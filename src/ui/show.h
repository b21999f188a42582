/* A meeting that is being presented: what the room sees now, and what is being noted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One object for the room and the regisseur: both windows show it, and every key acts on it. It
 * follows the store, so that what is changed anywhere is shown at once. How far it came and how
 * long each item took is stored as it goes, outside of undo. */
#pragma once

#include <gio/gio.h>

#include "core/jot.h"
#include "core/presentation.h"

G_BEGIN_DECLS

#define AKK_TYPE_SHOW (akk_show_get_type ())
G_DECLARE_FINAL_TYPE (AkkShow, akk_show, AKK, SHOW, GObject)

/* Goes on where an earlier presentation of the meeting was broken off. */
AkkShow *akk_show_new (AkkStore *store, AkkMeeting *meeting);

/* Properties that notify: "position" (guint: the slide that is shown), "page" (guint: of its file,
 * from 0), "blank" (gboolean: the room sees nothing), "paused" (gboolean: the clock of the item
 * stands still), "choosing" (int, AkkShowChoosing).
 *
 * Signals:
 *   "changed" (AkkShow *)  agenda or slides are others than before: a step of the store
 *   "jotted"  (AkkShow *)  the line that is being noted, or what is typed in it, is another one
 *   "ticked"  (AkkShow *)  a second went by
 *   "failed"  (AkkShow *, const char *message)  something could not be stored
 *   "ended"   (AkkShow *)  it is over: windows close */

AkkStore *akk_show_get_store (AkkShow *self); /* this and all below: borrowed */
const AkkAgenda *akk_show_get_agenda (AkkShow *self); /* until "changed" */
const GArray *akk_show_get_slides (AkkShow *self); /* AkkSlide, until "changed" */

/* --- What is shown --- */

guint akk_show_get_position (AkkShow *self);
const AkkSlide *akk_show_get_slide (AkkShow *self);
/* The item of the slide; NULL before the first and after the last. */
const AkkAgendaEntry *akk_show_get_entry (AkkShow *self);
/* The item after it; NULL: none. */
const AkkAgendaEntry *akk_show_get_next (AkkShow *self);
void akk_show_go (AkkShow *self, guint position);
void akk_show_go_to_item (AkkShow *self, gint64 item_id);
/* The next page of a file, else the next slide; back likewise. Keys: Right, Page Down, Space, and
 * what presentation clickers send; Left, Page Up. FALSE: there is none. */
gboolean akk_show_forward (AkkShow *self);
gboolean akk_show_back (AkkShow *self);
/* The next or previous item, past what belongs to this one. Keys: Down, Up. */
gboolean akk_show_next_item (AkkShow *self);
gboolean akk_show_previous_item (AkkShow *self);
/* Who shows a slide says how many pages it has, and which of them it shows. */
void akk_show_set_pages (AkkShow *self, guint page, guint n_pages);
guint akk_show_get_page (AkkShow *self);
guint akk_show_get_n_pages (AkkShow *self);
/* Key: full stop. */
gboolean akk_show_get_blank (AkkShow *self);
void akk_show_set_blank (AkkShow *self, gboolean blank);

/* --- Time --- */

gboolean akk_show_get_paused (AkkShow *self);
void akk_show_set_paused (AkkShow *self, gboolean paused);
AkkPace akk_show_get_pace (AkkShow *self);
/* Seconds that an item of the agenda took so far. */
gint64 akk_show_get_spent (AkkShow *self, const AkkAgendaItem *item);
/* Seconds since midnight, of the clock on the wall. */
gint64 akk_show_get_time (AkkShow *self);

/* --- What is noted --- */

/* Begins a line at the item that is shown, and ends the one before. Of a note where there is no
 * item, nothing happens. */
void akk_show_jot (AkkShow *self, AkkJotKind kind);
/* Goes on with what was noted before. */
void akk_show_resume_jot (AkkShow *self, AkkRecord *record);
AkkJot *akk_show_get_jot (AkkShow *self); /* NULL: none */
/* What was noted before, but for notes; NULL: nothing yet. */
AkkRecord *akk_show_get_last (AkkShow *self);
/* What is typed, also what is not stored yet. The room shows this. */
const char *akk_show_get_typed (AkkShow *self);
/* Shown at once; stored AKK_SHOW_STORE_MS after the last letter, behind the frame that shows
 * AKK_SHOW_STORE_LETTERS letters, and before anything else happens. */
#define AKK_SHOW_STORE_MS 400
#define AKK_SHOW_STORE_LETTERS 20
void akk_show_type (AkkShow *self, const char *text);
/* Stores what is typed now; the line stays. */
void akk_show_store_typed (AkkShow *self);
/* The line is done; an empty one leaves nothing behind. */
void akk_show_end_jot (AkkShow *self);

/* Who and when are being chosen: the room sees that too. */
typedef enum {
  AKK_SHOW_CHOOSING_NOTHING,
  AKK_SHOW_CHOOSING_WHO,
  AKK_SHOW_CHOOSING_WHEN
} AkkShowChoosing;
AkkShowChoosing akk_show_get_choosing (AkkShow *self);
/* Nothing happens where the line has no such thing. Stores what is typed first. */
void akk_show_choose (AkkShow *self, AkkShowChoosing choosing);
void akk_show_set_who (AkkShow *self, AkkParty *party, const char *who);
void akk_show_set_when (AkkShow *self, gint64 date);
void akk_show_approve (AkkShow *self);
/* Begin or go on with what was noted last, while no line is noted: who and when are chosen, or the
 * decision is taken; then the line ends. FALSE: nothing was noted, or it has no such thing. */
gboolean akk_show_choose_last (AkkShow *self, AkkShowChoosing choosing);
gboolean akk_show_approve_last (AkkShow *self);

/* Undo and redo of the store, after what is typed is stored. */
void akk_show_undo (AkkShow *self);
void akk_show_redo (AkkShow *self);

/* --- Others --- */

/* The state of an attendance, for a seat that has none yet too. */
void akk_show_set_attendance (AkkShow *self, const AkkAgendaSeat *seat, AkkAttendanceState state);
/* Of the seat at a place of the agenda: present, excused, absent, present again. FALSE: there is
 * none. */
gboolean akk_show_turn_attendance (AkkShow *self, guint place);
/* Stores where it is. `held_on`: the meeting is over, and becomes held on that day (meetings.h);
 * AKK_NO_DATE: it goes on another time. Emits "ended". */
void akk_show_end (AkkShow *self, gint64 held_on);

G_END_DECLS
