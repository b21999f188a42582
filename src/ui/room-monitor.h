/* On which monitor the room is shown, also when monitors come and go.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The monitor for the room: `wanted` while it is there, else the first that is not `own`, which the
 * other windows are on. NULL: there is none but that. `wanted` and `own` may be NULL. Compares
 * pointers only. Borrowed. */
gpointer akk_room_monitor_choose (GListModel *monitors, gpointer own, gpointer wanted);

/* Shows the window of the room on the full screen of a monitor; NULL: as a window. */
void akk_room_monitor_show (GtkWindow *room, GdkMonitor *monitor);
/* From now on the room moves when its monitor goes: to another one that `beside`, the window of the
 * regisseur, is not on; when there is none it becomes a window below it, until a monitor comes
 * again. */
void akk_room_monitor_follow (GtkWindow *room, GtkWindow *beside);
/* The monitor that a window is on; NULL: none that is known. Borrowed. */
GdkMonitor *akk_room_monitor_of (GtkWindow *window);

G_END_DECLS
