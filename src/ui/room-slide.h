/* What a slide shows in the room.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sizes are relative to the type of the window ("em"): a slide is made anew when what it shows
 * changes. Never what is internal: no notes of the regisseur, no contacts. */
#pragma once

#include <gtk/gtk.h>

#include "ui/indicator-scope.h"
#include "ui/room-file.h"
#include "ui/show.h"

G_BEGIN_DECLS

typedef struct {
  AkkShow *show;
  AkkIndicatorScope *scope; /* NULL: the language of the agreement has no phrases */
  AkkRoomFiles *files;
  double em; /* pixels of the smallest type */
  int width, height; /* pixels that there are */
  int slide_height; /* of them, between what stands above and below */
  AkkRecord *kept; /* was noted last while the slide was shown: it stands below; or NULL */
  guint seat; /* that was chosen by Tab, from 1; 0: none */
} AkkRoom;

/* The slide that is shown now. */
GtkWidget *akk_room_slide_new (const AkkRoom *room);
/* Takes as much of the room as there is: to be called once the slide is in the window, whose type
 * it has then. */
void akk_room_slide_fit (const AkkRoom *room, GtkWidget *slide);

/* --- For its files --- */

/* The margins of a slide, in em: see akk-room-page in the style. */
#define AKK_ROOM_SIDES (2 * 2.3)
#define AKK_ROOM_TOP_AND_BOTTOM (0.5 + 0.8)

GtkWidget *akk_room_label (const char *text, const char *css_class);
/* Above all, and a heading to who does not see it. */
GtkWidget *akk_room_title (const char *title);
/* A title above a column, into which all else is put. */
GtkWidget *akk_room_page (const char *title);
/* Where the room is in a page that is too high: the first row of it stays to be read when there
 * is less height for a while, and so more pages. */
typedef struct {
  guint row, page; /* from 0 */
} AkkRoomPlace;
/* Shows of a page that is higher than `height` what fits, line by line, its title on each: the one
 * that is `wanted`, from 0, or, when that is the one it shows, where its row is now. Returns how
 * many there are; those of class akk-room-balanced hold about as much each. To be called once it
 * has the width that it keeps. */
guint
akk_room_page_turn (GtkWidget *page, AkkRoomPlace *place, guint wanted, int width, int height);
/* A text as it is written in a record, line by line; how many there are. */
guint akk_room_add_text (GtkWidget *page, const char *text);
/* A line with a sign: its words, and smaller ones beside them. `glyph` AKK_GLYPH_NONE: no sign. */
GtkWidget *akk_room_line (const AkkRoom *room, int glyph, const char *words, const char *details);
/* room-slide-item.c */
GtkWidget *akk_room_item (const AkkRoom *room, const AkkAgendaEntry *entry);
/* room-slide-lists.c */
GtkWidget *akk_room_decisions (const AkkRoom *room, gint64 meeting_id);
GtkWidget *akk_room_actions (const AkkRoom *room);
GtkWidget *akk_room_signals (const AkkRoom *room, gint64 signal_id);
GtkWidget *akk_room_closing (const AkkRoom *room);
/* A decision, action, signal or parked subject that was noted. */
GtkWidget *akk_room_noted (const AkkRoom *room, AkkRecord *record);
/* What was noted at an item, but for the line that is being typed. */
guint akk_room_add_noted (GtkWidget *page, const AkkRoom *room, const AkkAgendaEntry *entry);
/* room-slide-pictures.c */
void akk_room_chart_fit (const AkkRoom *room, GtkWidget *page);
void akk_room_matrix_fit (const AkkRoom *room, GtkWidget *page);
GtkWidget *akk_room_matrix (const AkkRoom *room);
GtkWidget *akk_room_chart (const AkkRoom *room, gint64 indicator_id);
GtkWidget *akk_room_clause (const AkkRoom *room, gint64 section_id);
GtkWidget *akk_room_file (const AkkRoom *room, gint64 attachment_id);

G_END_DECLS
