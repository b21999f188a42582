/* So many of so many, as segments in the colours of their states.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words beside it say the numbers: to a screen reader it is decoration. */
#pragma once

#include "ui/state-glyph.h"

G_BEGIN_DECLS

#define AKK_TYPE_SEGMENT_BAR (akk_segment_bar_get_type ())
G_DECLARE_FINAL_TYPE (AkkSegmentBar, akk_segment_bar, AKK, SEGMENT_BAR, GtkWidget)

/* One segment per glyph, in the order given. */
void akk_segment_bar_set_glyphs (AkkSegmentBar *self, const AkkGlyph *glyphs, guint n_glyphs);

G_END_DECLS
