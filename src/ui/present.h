/* Presents a meeting: opens the windows that it takes, and closes them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/meeting.h"
#include "core/store.h"

G_BEGIN_DECLS

typedef enum {
  AKK_PRESENT_SCREEN, /* the room on the full screen; with the regisseur's window where there is a
                         second monitor for the room */
  AKK_PRESENT_WINDOW, /* the room in a window, to be shared in a call, beside that of the regisseur
                       */
} AkkPresentWay;

/* `widget`: in the window of the dossier. A meeting that is being presented already comes to the
 * front. Suspending and the lock of the screen are held off until it ends. */
void
akk_present_meeting (GtkWidget *widget, AkkStore *store, AkkMeeting *meeting, AkkPresentWay way);

G_END_DECLS
