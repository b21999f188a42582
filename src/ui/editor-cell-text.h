/* What a cell of a table shows while it is not written in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/editor-private.h"

G_BEGIN_DECLS

typedef struct {
  AkkEditor *owner;
  AkkLine *line;
  PangoLayout *layout;
  GArray *starts; /* guint: where the runs begin in the layout's text; and its end */
  GArray *chips; /* of fields */
} AkkCellText;

void akk_cell_text_init (AkkCellText *self, AkkEditor *owner);
void akk_cell_text_clear (AkkCellText *self);
/* Shows a line as the editor of a cell shows it, so that nothing moves when that takes over. */
void akk_cell_text_set (AkkCellText *self,
                        GtkWidget *widget,
                        gint64 section,
                        AkkLine *line,
                        gboolean strong,
                        char side);
/* With its marks and its fields; `place`: of the cell. */
void akk_cell_text_draw (AkkCellText *self,
                         GtkSnapshot *snapshot,
                         const AkkMatch *place,
                         const GdkRGBA *ink);

G_END_DECLS
