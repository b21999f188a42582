/* The part of a time that is over, as a ring.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words in it say the same: to a screen reader it is decoration. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AKK_TYPE_TIME_RING (akk_time_ring_get_type ())
G_DECLARE_FINAL_TYPE (AkkTimeRing, akk_time_ring, AKK, TIME_RING, GtkWidget)

/* `left` of the whole, 0 to 1; `over`: it takes longer, the ring is full in another colour. */
void akk_time_ring_set (AkkTimeRing *self, double left, gboolean over);

G_END_DECLS
