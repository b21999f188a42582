/* Pages of attached PDFs, drawn ahead of being shown.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files are read and pages drawn on a thread, one after the other, the one that is asked for
 * first: a page that was announced is there when it is turned to. */
#pragma once

#include <gtk/gtk.h>

#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_ROOM_FILES (akk_room_files_get_type ())
G_DECLARE_FINAL_TYPE (AkkRoomFiles, akk_room_files, AKK, ROOM_FILES, GObject)

AkkRoomFiles *akk_room_files_new (AkkStore *store);

/* Signal "drawn" (AkkRoomFiles *): more is known or drawn than before. */

typedef enum {
  AKK_ROOM_FILE_COMING, /* not read yet */
  AKK_ROOM_FILE_READY,
  AKK_ROOM_FILE_UNREADABLE, /* damaged, locked, or no PDF */
} AkkRoomFileState;
/* `n_pages` (out) is 0 unless it is ready. */
AkkRoomFileState akk_room_files_get (AkkRoomFiles *self, gint64 attachment_id, guint *n_pages);
/* An upright page is shown in two halves, which count as pages here and below: how many make one
 * page of the file. */
guint akk_room_files_parts (AkkRoomFiles *self, gint64 attachment_id);
/* The page as it fits into that many device pixels; NULL: not drawn yet, it is being drawn. The
 * pages beside it are drawn next. Borrowed: valid until the next call. */
GdkTexture *
akk_room_files_page (AkkRoomFiles *self, gint64 attachment_id, guint page, int width, int height);
/* The first page of a file that comes soon. */
void akk_room_files_announce (AkkRoomFiles *self, gint64 attachment_id, int width, int height);

G_END_DECLS
