/* What the people in the room see: one agenda item at a time, in very large type.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The smallest type is AKK_ROOM_MIN_TYPE of the height of the window (of three quarters of its
 * width where it is narrower than 4:3). On a picture 1.5 m high, seen from 8 m, a capital is then
 * 38 mm high: 16 minutes of arc, the least that ISO 9241-303 allows for reading. */
#pragma once

#include <adwaita.h>

#include "ui/show.h"

G_BEGIN_DECLS

#define AKK_ROOM_MIN_TYPE 0.035

/* All keys of a presentation work in it (show-keys.h), F11 leaves and takes the full screen, Escape
 * is "leave-wanted". */
#define AKK_TYPE_ROOM_WINDOW (akk_room_window_get_type ())
G_DECLARE_FINAL_TYPE (AkkRoomWindow, akk_room_window, AKK, ROOM_WINDOW, AdwWindow)

AkkRoomWindow *akk_room_window_new (AkkShow *show);

/* Signal "leave-wanted" (AkkRoomWindow *): to be asked whether the meeting is over. */

G_END_DECLS
