/* Tables of cells in files and on the clipboard: CSV, OpenDocument (ODS), lines with tabs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A table is an array of rows, a row a GStrv of cells: texts in UTF-8 as people see them, in C's
 * notation where the file says what a cell is (dates as YYYY-MM-DD, numbers with a point, shares as
 * "46.5%"). Rows end
 * at their last cell that is not empty; rows without any are left out at the end. */

#define AKK_TABULAR_ERROR (akk_tabular_error_quark ())
GQuark akk_tabular_error_quark (void);
typedef enum {
  AKK_TABULAR_ERROR_FORMAT, /* not CSV and no ODS, or a damaged one; the message says which */
  AKK_TABULAR_ERROR_SIZE, /* more rows or columns than AKK_TABULAR_MAX_… */
} AkkTabularError;
#define AKK_TABULAR_MAX_ROWS 200000
#define AKK_TABULAR_MAX_COLUMNS 500

/* What the bytes are is seen from themselves: an ODS is read by its first sheet, all else is text
 * in UTF-8 (or Windows-1252 where it is no UTF-8) whose cells are divided by what its first line
 * has most of: tabs, semicolons or commas. Quotes as in RFC 4180. */
GPtrArray *akk_tabular_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the bytes are read as an ODS, whose numbers all have a point. */
gboolean akk_tabular_is_ods (GBytes *bytes);

/* Semicolons, CRLF and a byte order mark: what a spreadsheet program in Belgium opens as it is. */
GBytes *akk_tabular_to_csv (const GPtrArray *rows) G_GNUC_WARN_UNUSED_RESULT;
/* One sheet of that name; the first row stands out and is repeated in print. Cells that read as a
 * date are dates; all others are text, so that "007" stays as it is. OpenDocument 1.3. Errors:
 * AKK_TABULAR_ERROR_FORMAT with the words of the archive library. */
GBytes *akk_tabular_to_ods (const GPtrArray *rows,
                            const char *sheet,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *akk_tabular_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the cells over. */
void akk_tabular_add (GPtrArray *self, GStrv cells);
/* A cell; "" beyond the end of its row. */
const char *akk_tabular_cell (const GPtrArray *self, guint row, guint column);

G_END_DECLS
