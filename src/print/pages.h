/* Laid-out pages: what a flow becomes. One drawing code for PDF, printer and preview.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

#define AKK_TYPE_PAGES (akk_pages_get_type ())
G_DECLARE_FINAL_TYPE (AkkPages, akk_pages, AKK, PAGES, GObject)

guint akk_pages_count (AkkPages *self);
/* Size of a page in points. */
void akk_pages_size (AkkPages *self, guint page, double *width_pt, double *height_pt);

/* Makes them those of the large-print edition: the same pages, with the same numbers, on A3. The
 * text is 16 points then. */
void akk_pages_enlarge (AkkPages *self);

/* Draws a page at the origin of `cr`, one unit a point. On a PDF surface `tags` receives what cairo
 * cannot say (see pdf.h) and structure tags are written; elsewhere it is NULL and no tags are
 * drawn. */
typedef struct _AkkTags AkkTags;
void akk_pages_draw (AkkPages *self, guint page, cairo_t *cr, AkkTags *tags);

/* How many characters no typeface has; each is printed as its number, "[U+1F642]". */
guint akk_pages_missing_glyphs (AkkPages *self);

/* Where the source stands on paper, and back. A place is a line (index in the AkkText) of the
 * agreement. */
gboolean
akk_pages_find_line (AkkPages *self, guint line, guint *page, double *y_pt, double *height_pt);
gboolean akk_pages_line_at (AkkPages *self, guint page, double y_pt, guint *line);

G_END_DECLS
