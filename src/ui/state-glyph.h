/* The sign of a state: a shape in a colour, never a colour alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words always stand beside it, so that to a screen reader it is decoration. The colours are CSS
 * (classes akk-state-…), for light, dark and high contrast. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  AKK_GLYPH_NONE, /* an empty place of the same size */
  AKK_GLYPH_OPEN, /* hollow circle: not begun */
  AKK_GLYPH_BUSY, /* half filled circle */
  AKK_GLYPH_DONE, /* filled circle with a check: done, signed on paper */
  AKK_GLYPH_DIGITAL, /* filled square with a check: signed digitally */
  AKK_GLYPH_STOPPED, /* hollow square with a bar */
  AKK_GLYPH_ATTENTION, /* triangle with an exclamation mark */
  AKK_GLYPH_OFFERED, /* circle with a dot: offered, planned */
  AKK_GLYPH_PROPOSED, /* dashed circle */
  AKK_GLYPH_REFUSED, /* filled circle with a cross */
  AKK_GLYPH_MOVED_ON, /* hollow circle with an arrow: goes on elsewhere */
} AkkGlyph;

#define AKK_TYPE_STATE_GLYPH (akk_state_glyph_get_type ())
G_DECLARE_FINAL_TYPE (AkkStateGlyph, akk_state_glyph, AKK, STATE_GLYPH, GtkWidget)

/* Properties: "glyph" (int, AkkGlyph) and "size" (int, in sp: grows with the size of text; 18). */
GtkWidget *akk_state_glyph_new (AkkGlyph glyph);
void akk_state_glyph_set_glyph (AkkStateGlyph *self, AkkGlyph glyph);

/* The CSS class that gives the colour of a glyph: for other drawings of the same state. */
const char *akk_glyph_css_class (AkkGlyph glyph);

G_END_DECLS
