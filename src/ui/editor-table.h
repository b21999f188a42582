/* A table in the editor: a widget that lies over the line that stands for it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In the buffer a table is one atom alone on its line, whose tag keeps the room free that the
 * table needs: offsets, selection, undo and what assistive technology reads of the text know of no
 * widget. The table draws its cells by itself; the one that is written in has an editor of its own.
 * Only tables near the visible part of the text have a widget (editor-tables.c). */
#pragma once

#include "ui/editor-private.h"

G_BEGIN_DECLS

/* Where the caret of the text is, seen from a table. */
typedef enum {
  AKK_TABLE_CARET_ELSEWHERE,
  AKK_TABLE_CARET_BEFORE,
  AKK_TABLE_CARET_AFTER,
} AkkTableCaret;

/* --- editor-cell.c --- */

#define AKK_TYPE_EDITOR_CELL (akk_editor_cell_get_type ())
G_DECLARE_FINAL_TYPE (AkkEditorCell, akk_editor_cell, AKK, EDITOR_CELL, GtkWidget)

AkkEditorCell *akk_editor_cell_new (AkkEditor *owner);
/* What it shows and where it stands; row 0 is the header row. */
void akk_editor_cell_set (AkkEditorCell *self, AkkLine *line, guint row, guint column, guint8 side);
/* Asks the resolvers again. */
void akk_editor_cell_refresh (AkkEditorCell *self);
/* With the padding. */
int akk_editor_cell_natural_width (AkkEditorCell *self);
int akk_editor_cell_height (AkkEditorCell *self, int width);
guint akk_editor_cell_get_row (AkkEditorCell *self);
guint akk_editor_cell_get_column (AkkEditorCell *self);
/* Among the cells of its table. */
guint akk_editor_cell_get_index (AkkEditorCell *self);
/* The editor in it; NULL when it is not written in. */
AkkEditor *akk_editor_cell_get_editor (AkkEditorCell *self);
AkkEditor *akk_editor_cell_open (AkkEditorCell *self);
void akk_editor_cell_close (AkkEditorCell *self);
/* "Row 2, column 1" */
char *akk_editor_cell_name (guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;

/* --- editor-table-widget.c --- */

#define AKK_TYPE_EDITOR_TABLE (akk_editor_table_get_type ())
G_DECLARE_FINAL_TYPE (AkkEditorTable, akk_editor_table, AKK, EDITOR_TABLE, GtkWidget)

AkkEditorTable *akk_editor_table_new (AkkEditor *owner);
/* The atom that stands for it; NULL: it shows nothing now. */
void akk_editor_table_set_atom (AkkEditorTable *self, GtkTextMark *atom);
AkkEditor *akk_editor_table_get_owner (AkkEditorTable *self);
GtkTextMark *akk_editor_table_get_atom (AkkEditorTable *self);
void akk_editor_table_set_line (AkkEditorTable *self, AkkLine *line);
AkkLine *akk_editor_table_get_line (AkkEditorTable *self);
void akk_editor_table_refresh (AkkEditorTable *self);
void akk_editor_table_queue_draw (AkkEditorTable *self);
/* Lays it out for that width, and tells its height. TRUE: it was not laid out so already. */
gboolean akk_editor_table_lay_out (AkkEditorTable *self, int width, int *height_px);
AkkEditorCell *akk_editor_table_get_cell (AkkEditorTable *self, guint row, guint column);
gint64 akk_editor_table_section (AkkEditorTable *self);
/* The percents that its columns have now. */
void akk_editor_table_shares (AkkEditorTable *self, guint8 *widths);
/* TRUE if it lay elsewhere before. */
gboolean akk_editor_table_take_place (AkkEditorTable *self, int x, int y);
void akk_editor_table_get_place (AkkEditorTable *self, int *x, int *y);
/* Where a cell begins within the table, without its padding. */
void akk_editor_table_cell_origin (AkkEditorTable *self, AkkEditorCell *cell, int *x, int *y);
void akk_editor_table_set_caret (AkkEditorTable *self, AkkTableCaret caret, gboolean selected);
/* The padding in a cell. */
int akk_editor_table_padding_x (AkkEditor *owner);
int akk_editor_table_padding_y (AkkEditor *owner);

/* --- editor-table-keys.c and editor-table-menu.c --- */

void akk_editor_table_keys_init (AkkEditorCell *cell, AkkEditor *editor);
void akk_editor_table_class_init_actions (GtkWidgetClass *klass);
GMenuModel *akk_editor_table_menu (void);
/* Which actions make sense in the cell that is written in. */
void akk_editor_table_update_actions (AkkEditorTable *self);

/* --- editor-tables.c: the tables of an editor --- */

/* The line that a table shows. */
guint akk_editor_tables_position (AkkEditor *self, AkkEditorTable *table);
/* The table of a line; it is made if there is none. */
AkkEditorTable *akk_editor_tables_at (AkkEditor *self, guint line);
/* NULL: it has none. */
AkkEditorTable *akk_editor_tables_find (AkkEditor *self, guint line);
/* Where it lies in the text; `start`: of its line. */
int akk_editor_tables_top (AkkEditor *self, AkkEditorTable *table, const GtkTextIter *start);
/* Whether it, or a child of it, has the focus. */
gboolean akk_editor_holds_focus (GtkWidget *widget);

/* --- editor-tables-cell.c: the cell that is written in --- */

void akk_editor_tables_close_cell (AkkEditor *self);
/* Writes in a cell; `at_end`: where the caret goes. */
void akk_editor_tables_enter (
    AkkEditor *self, AkkEditorTable *table, guint row, guint column, gboolean at_end);
/* The same, with the focus only if the editor had it. */
void akk_editor_tables_open (
    AkkEditor *self, AkkEditorTable *table, guint row, guint column, gboolean at_end);
/* Back to the text, where the caret is on the table's line; `after`: behind the table. */
void akk_editor_tables_leave (AkkEditor *self, gboolean after);
/* NULL: none. */
AkkEditorCell *akk_editor_tables_cell (AkkEditor *self);
AkkEditorTable *akk_editor_tables_table (AkkEditor *self);

/* --- editor-tables-edit.c --- */

/* A command on a table: a burst of its own. */
void akk_editor_tables_change (AkkEditor *self, guint position, AkkLine *line, const char *label);
/* The cell that is written in was edited. */
void akk_editor_tables_take_cell (AkkEditor *self, AkkEditorCell *cell);

G_END_DECLS
