/* Figures in a text: pictures that are a paragraph of their own, and the captions above them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A caption begins with {{caption:ID}}; it is that of a figure if one stands alone in the paragraph
 * below it, else that of a table. Both are counted through the text, each for itself. */
#pragma once

#include "core/text.h"

G_BEGIN_DECLS

/* The one figure of a paragraph without words; NULL: it is another line. */
const AkkRun *akk_line_figure (const AkkLine *line);

/* Numbers of captions so far; begin with zeros. */
typedef struct {
  guint tables, figures;
} AkkCaptionCount;
/* The number of the caption at that line; 0: it is none. `figure` (may be NULL): of a figure. */
guint
akk_text_count_caption (const AkkText *text, guint line, AkkCaptionCount *count, gboolean *figure);

/* Puts a figure at the place, with a caption of that id above it unless `caption` is "". `line`
 * becomes its index. */
AkkText *akk_text_insert_figure (const AkkText *text,
                                 guint *line,
                                 gsize byte,
                                 const char *sha256,
                                 const char *alt,
                                 const char *caption,
                                 gint64 id) G_GNUC_WARN_UNUSED_RESULT;
/* Gives the figure of a line another alternative text and caption; "" takes the caption away. */
AkkText *akk_text_change_figure (const AkkText *text,
                                 guint line,
                                 const char *alt,
                                 const char *caption,
                                 gint64 id) G_GNUC_WARN_UNUSED_RESULT;
/* Without the figure of a line and its caption. `line` becomes that of what comes after. */
AkkText *akk_text_remove_figure (const AkkText *text, guint *line) G_GNUC_WARN_UNUSED_RESULT;
/* The words of its caption, and (may be NULL) the id; "" for none. */
char *
akk_text_figure_caption (const AkkText *text, guint line, gint64 *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
