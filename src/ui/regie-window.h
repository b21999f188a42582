/* What the regisseur sees while a meeting is presented, and nobody else: what comes next, own
 * notes, the clock. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/show.h"

G_BEGIN_DECLS

/* All keys of a presentation work in it too (show-keys.h). */
#define AKK_TYPE_REGIE_WINDOW (akk_regie_window_get_type ())
G_DECLARE_FINAL_TYPE (AkkRegieWindow, akk_regie_window, AKK, REGIE_WINDOW, AdwWindow)

/* Records that are to be looked up open in the window `dossier`; `room` can be moved to another
 * monitor. Both must outlive it. */
AkkRegieWindow *akk_regie_window_new (AkkShow *show, GtkWindow *dossier, GtkWindow *room);

/* Signal "leave-wanted" (AkkRegieWindow *): to be asked whether the meeting is over. */

G_END_DECLS
