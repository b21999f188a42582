/* Tables of cells in files and on the clipboard: text with separators.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/tabular-private.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (akk - tabular - error - quark, akk_tabular_error)

GPtrArray *
akk_tabular_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

void
akk_tabular_add (GPtrArray *self, GStrv cells)
{
  g_ptr_array_add (self, cells);
}

const char *
akk_tabular_cell (const GPtrArray *self, guint row, guint column)
{
  char **cells = self->pdata[row];

  for (guint i = 0; i < column; i++)
    if (cells[i] == NULL)
      return "";
  return cells[column] != NULL ? cells[column] : "";
}

gboolean
akk_tabular_take_row (GPtrArray *self, GPtrArray *cells, GError **error)
{
  while (cells->len > 0 && *(const char *) cells->pdata[cells->len - 1] == '\0')
    g_ptr_array_set_size (cells, (int) cells->len - 1);
  if (cells->len > AKK_TABULAR_MAX_COLUMNS || self->len >= AKK_TABULAR_MAX_ROWS) {
    g_set_error_literal (error, AKK_TABULAR_ERROR, AKK_TABULAR_ERROR_SIZE,
                         _ ("The table is too large: at most 200,000 rows of 500 columns can be "
                            "read. Divide it into several files."));
    return FALSE;
  }
  g_ptr_array_add (self, g_ptr_array_steal (cells, NULL));
  if (((gpointer *) self->pdata)[self->len - 1] == NULL) /* a row without cells */
    self->pdata[self->len - 1] = g_new0 (char *, 1);
  return TRUE;
}

void
akk_tabular_trim (GPtrArray *self)
{
  while (self->len > 0 && *(char **) self->pdata[self->len - 1] == NULL)
    g_ptr_array_set_size (self, (int) self->len - 1);
}

/* --- Text with separators --- */

static char *
as_utf8 (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return g_utf8_make_valid (data + 3, (gssize) size - 3);
  if (size >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0))
    return g_convert (data, (gssize) size, "UTF-8", "UTF-16", NULL, NULL, NULL);
  if (g_utf8_validate (data, (gssize) size, NULL))
    return g_strndup (data, size);
  return g_convert (data, (gssize) size, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
}

/* What the first line has most of, outside quotes. */
static char
separator_of (const char *text)
{
  static const char separators[] = { '\t', ';', ',' };
  guint n[G_N_ELEMENTS (separators)] = { 0 }, best = 0;
  gboolean quoted = FALSE;

  for (const char *at = text; *at != '\0' && (quoted || (*at != '\n' && *at != '\r')); at++) {
    if (*at == '"')
      quoted = !quoted;
    for (guint i = 0; !quoted && i < G_N_ELEMENTS (separators); i++)
      n[i] += *at == separators[i];
  }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (n[i] > n[best])
      best = i;
  return n[best] > 0 ? separators[best] : '\t';
}

/* A cell from `at` on; returns where it ends. A quote that is never closed lasts until the end. */
static const char *
read_cell (const char *at, char separator, GString *cell)
{
  if (*at == '"') {
    for (at++; *at != '\0'; at++) {
      if (*at == '"' && at[1] == '"')
        at++;
      else if (*at == '"')
        break;
      if (*at != '\r')
        g_string_append_c (cell, *at);
    }
    if (*at == '"')
      at++;
  }
  for (; *at != '\0' && *at != separator && *at != '\n' && *at != '\r'; at++)
    g_string_append_c (cell, *at);
  return at;
}

static GPtrArray *
read_text (const char *text, GError **error)
{
  g_autoptr (GPtrArray) rows = akk_tabular_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  char separator = separator_of (text);

  for (const char *at = text; *at != '\0';) {
    g_autoptr (GPtrArray) cells = g_ptr_array_new_null_terminated (8, g_free, TRUE);

    for (;;) {
      g_string_truncate (cell, 0);
      at = read_cell (at, separator, cell);
      g_ptr_array_add (cells, g_strstrip (g_strdup (cell->str)));
      if (*at != separator)
        break;
      at++;
    }
    if (*at == '\r')
      at++;
    if (*at == '\n')
      at++;
    if (!akk_tabular_take_row (rows, cells, error))
      return NULL;
  }
  akk_tabular_trim (rows);
  return g_steal_pointer (&rows);
}

gboolean
akk_tabular_is_ods (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 4 && memcmp (data, "PK\x03\x04", 4) == 0;
}

GPtrArray *
akk_tabular_read (GBytes *bytes, GError **error)
{
  g_autofree char *text = NULL;

  if (akk_tabular_is_ods (bytes))
    return akk_tabular_read_ods (bytes, error);
  text = as_utf8 (bytes);
  if (text == NULL || strlen (text) == 0 || memchr (text, '\1', strlen (text)) != NULL) {
    g_set_error_literal (
        error, AKK_TABULAR_ERROR, AKK_TABULAR_ERROR_FORMAT,
        _ ("This is no table that can be read, or it is empty. Save it as CSV or as "
           "OpenDocument (.ods) and try again."));
    return NULL;
  }
  return read_text (text, error);
}

/* --- Writing --- */

static void
append_csv (GString *csv, const char *cell)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (cell, ";\"\n\r") == NULL && !g_ascii_isspace (*cell)) {
    g_string_append (csv, cell);
    return;
  }
  parts = g_strsplit (cell, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (csv, "\"%s\"", doubled);
}

GBytes *
akk_tabular_to_csv (const GPtrArray *rows)
{
  GString *csv = g_string_new ("\xEF\xBB\xBF");

  for (guint row = 0; row < rows->len; row++) {
    char **cells = rows->pdata[row];

    for (guint i = 0; cells[i] != NULL; i++) {
      if (i > 0)
        g_string_append_c (csv, ';');
      append_csv (csv, cells[i]);
    }
    g_string_append (csv, "\r\n");
  }
  return g_string_free_to_bytes (csv);
}
