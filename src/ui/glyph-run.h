/* One sign of a state after another, as many as fit, then how many more there are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/state-glyph.h"

G_BEGIN_DECLS

/* At most so many signs are drawn. */
#define AKK_GLYPH_RUN_MAX 12

#define AKK_TYPE_GLYPH_RUN (akk_glyph_run_get_type ())
G_DECLARE_FINAL_TYPE (AkkGlyphRun, akk_glyph_run, AKK, GLYPH_RUN, GtkWidget)

GtkWidget *akk_glyph_run_new (void);
/* `glyphs` are the first of `total`: min (total, AKK_GLYPH_RUN_MAX). */
void akk_glyph_run_set (AkkGlyphRun *self, const AkkGlyph *glyphs, guint total);

G_END_DECLS
