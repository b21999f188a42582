/* Edits of tables as pure functions: each gives a new line or text that shares all it did not
 * touch. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table is one line; its row 0 is the header row and stays so: no other row goes above it, and it
 * is neither moved nor deleted. An edit that changes nothing returns the same line or text. Its
 * caption is the paragraph before that begins with {{caption:ID}}, its note the one after that
 * begins with {{note}}. */
#pragma once

#include "core/text.h"

G_BEGIN_DECLS

#define AKK_TABLE_MAX_ROWS 500
#define AKK_TABLE_MAX_COLUMNS 20

/* --- Tables --- */

/* Empty cells; at least one row and one column. */
AkkLine *akk_table_new (guint n_rows, guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
AkkLine *akk_table_cell (const AkkLine *line, guint row, guint column); /* borrowed */
/* Takes what a cell can hold from `cell`: its text and runs. */
AkkLine *akk_table_set_cell (AkkLine *line, guint row, guint column, const AkkLine *cell)
    G_GNUC_WARN_UNUSED_RESULT;
/* The new row or column comes to stand at that place. */
AkkLine *akk_table_insert_row (AkkLine *line, guint row) G_GNUC_WARN_UNUSED_RESULT;
AkkLine *akk_table_insert_column (AkkLine *line, guint column) G_GNUC_WARN_UNUSED_RESULT;
AkkLine *akk_table_delete_row (AkkLine *line, guint row) G_GNUC_WARN_UNUSED_RESULT;
/* The last column stays: without it there is no table. */
AkkLine *akk_table_delete_column (AkkLine *line, guint column) G_GNUC_WARN_UNUSED_RESULT;
AkkLine *akk_table_move_row (AkkLine *line, guint from, guint to) G_GNUC_WARN_UNUSED_RESULT;
AkkLine *akk_table_move_column (AkkLine *line, guint from, guint to) G_GNUC_WARN_UNUSED_RESULT;
/* 'l', 'c' or 'r'. */
AkkLine *akk_table_set_alignment (AkkLine *line, guint column, char side) G_GNUC_WARN_UNUSED_RESULT;
/* Percents, one per column, brought to 100 together; NULL: automatic. */
AkkLine *akk_table_set_widths (AkkLine *line, const guint8 *widths) G_GNUC_WARN_UNUSED_RESULT;

/* --- Texts --- */

/* Puts a table below a line, or in its place if it is an empty paragraph; never between a caption
 * and its table, nor among footnotes. `place`: its line. */
AkkText *akk_text_insert_table (const AkkText *text, guint line, AkkLine *table, guint *place)
    G_GNUC_WARN_UNUSED_RESULT;
/* Deletes a table with its caption and note. */
AkkText *akk_text_delete_table (const AkkText *text, guint line) G_GNUC_WARN_UNUSED_RESULT;

/* The line of a table's caption or note, G_MAXUINT if it has none. */
guint akk_text_table_caption (const AkkText *text, guint line);
guint akk_text_table_note (const AkkText *text, guint line);
/* Adds one, empty, unless there is one. `id` tells captions apart. */
AkkText *
akk_text_add_table_caption (const AkkText *text, guint line, gint64 id) G_GNUC_WARN_UNUSED_RESULT;
AkkText *akk_text_add_table_note (const AkkText *text, guint line) G_GNUC_WARN_UNUSED_RESULT;
AkkText *akk_text_remove_table_caption (const AkkText *text, guint line) G_GNUC_WARN_UNUSED_RESULT;
AkkText *akk_text_remove_table_note (const AkkText *text, guint line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
