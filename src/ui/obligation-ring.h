/* What is held and planned of what is owed, as a ring.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One segment for each meeting that is owed, dashed where it is only planned; in it "2/3", or a
 * check once all are held. Words beside it say the same: to a screen reader it is decoration. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AKK_TYPE_OBLIGATION_RING (akk_obligation_ring_get_type ())
G_DECLARE_FINAL_TYPE (AkkObligationRing, akk_obligation_ring, AKK, OBLIGATION_RING, GtkWidget)

GtkWidget *akk_obligation_ring_new (void);

/* `required` 0: nothing is owed, the ring is faint and says how many were held. */
void akk_obligation_ring_set_numbers (AkkObligationRing *self,
                                      guint held,
                                      guint planned,
                                      guint required);

G_END_DECLS
