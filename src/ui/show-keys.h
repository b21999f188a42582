/* The keys of a presentation: the same in the room and with the regisseur.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/show.h"

G_BEGIN_DECLS

/* Acts on a key that is not typed into a line: arrows, Page keys, Home, End and Space move; full
 * stop blanks the screen, Z stops the clock; B, A, S, P and N begin a line; W, T and G say who, by
 * when and "taken" of what was noted last; Ctrl+Z takes back; digits say who attends, while that is
 * shown. TRUE: it did. */
gboolean akk_show_key (AkkShow *self, guint key, GdkModifierType state);

G_END_DECLS
