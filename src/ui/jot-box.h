/* Where a decision, an action, a signal, a parked subject or a note is typed in a meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same in the room and with the regisseur: what is typed in one grows in the other. Return ends
 * the line, Tab asks who and then by when, Escape ends it too; an empty line leaves nothing. */
#pragma once

#include <gtk/gtk.h>

#include "ui/show.h"

G_BEGIN_DECLS

/* Hidden while nothing is noted. Property "guides" (gboolean): buttons and hints for who types. */
#define AKK_TYPE_JOT_BOX (akk_jot_box_get_type ())
G_DECLARE_FINAL_TYPE (AkkJotBox, akk_jot_box, AKK, JOT_BOX, GtkWidget)

void akk_jot_box_set_show (AkkJotBox *self, AkkShow *show);
/* Puts the caret at the end of the line. FALSE: nothing is noted. */
gboolean akk_jot_box_focus (AkkJotBox *self);

G_END_DECLS
