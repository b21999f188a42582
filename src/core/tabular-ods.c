/* Tables as OpenDocument spreadsheets (ISO/IEC 26300-3, OpenDocument 1.3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "core/dates.h"
#include "core/record.h"
#include "core/tabular-private.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.spreadsheet"
/* A content.xml beyond this is no table that people made by hand. */
#define MAX_CONTENT ((gsize) 512 * 1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

static void
set_damaged (GError **error, const char *why)
{
  g_set_error (
      error, AKK_TABULAR_ERROR, AKK_TABULAR_ERROR_FORMAT,
      _ ("The spreadsheet cannot be read (%s). Open it, save it as OpenDocument (.ods) and "
         "try again."),
      why);
}

/* --- Reading --- */

static GBytes *
read_entry (struct archive *archive, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 buffer[65536];
  la_ssize_t n;

  while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0) {
    g_byte_array_append (content, buffer, (guint) n);
    if (content->len > MAX_CONTENT) {
      set_damaged (error, _ ("it is too large"));
      return NULL;
    }
  }
  if (n < 0) {
    set_damaged (error, archive_error_string (archive));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static GBytes *
read_content (GBytes *bytes, GError **error)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  GBytes *content = NULL;
  gboolean found = FALSE;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL),
                                g_bytes_get_size (bytes)) == ARCHIVE_OK)
    while (!found && archive_read_next_header (archive, &entry) == ARCHIVE_OK) {
      const char *name = archive_entry_pathname (entry);

      found = name != NULL && g_str_equal (name, "content.xml");
      if (found)
        content = read_entry (archive, error);
    }
  if (!found)
    set_damaged (error, _ ("it is no OpenDocument file"));
  archive_read_free (archive);
  return content;
}

typedef struct {
  GPtrArray *rows;
  GPtrArray *cells; /* of the row that is read; NULL outside */
  GString *text; /* of the cell that is read */
  char *value; /* of the cell, where the file says it; NULL: its text */
  guint n_cells, n_rows; /* how often it is repeated */
  guint n_paragraphs;
  guint blank_rows; /* that are only there when something follows */
  gboolean in_cell, in_annotation;
} Reading;

static char *
attribute (xmlTextReaderPtr reader, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (reader, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static guint
repeated (xmlTextReaderPtr reader, const char *name)
{
  g_autofree char *value = attribute (reader, name);
  guint64 n = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 1;

  return (guint) CLAMP (n, 1, AKK_TABULAR_MAX_ROWS);
}

static char *
typed_value (xmlTextReaderPtr reader)
{
  g_autofree char *type = attribute (reader, "office:value-type");

  if (g_strcmp0 (type, "date") == 0) {
    g_autofree char *date = attribute (reader, "office:date-value");

    return date != NULL ? g_strndup (date, 10) : NULL; /* without the hour */
  }
  if (g_strcmp0 (type, "percentage") == 0) {
    g_autofree char *value = attribute (reader, "office:value");
    char hundredths[G_ASCII_DTOSTR_BUF_SIZE];

    if (value == NULL)
      return NULL;
    g_ascii_formatd (hundredths, sizeof hundredths, "%.12g", 100 * g_ascii_strtod (value, NULL));
    return g_strconcat (hundredths, "%", NULL);
  }
  if (g_strcmp0 (type, "float") == 0 || g_strcmp0 (type, "currency") == 0)
    return attribute (reader, "office:value");
  return NULL;
}

static void
begin_cell (Reading *self, xmlTextReaderPtr reader)
{
  self->in_cell = TRUE;
  self->n_cells = repeated (reader, "table:number-columns-repeated");
  self->n_paragraphs = 0;
  g_string_truncate (self->text, 0);
  g_free (self->value);
  self->value = typed_value (reader);
}

static void
end_cell (Reading *self)
{
  const char *value = self->value != NULL ? self->value : self->text->str;
  guint n = MIN (self->n_cells, AKK_TABULAR_MAX_COLUMNS + 1 - MIN (self->cells->len, 500));

  self->in_cell = FALSE;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->cells, g_strstrip (g_strdup (value)));
}

/* Spreadsheets end in a million empty rows. */
static gboolean
end_row (Reading *self, GError **error)
{
  g_autoptr (GPtrArray) cells = g_steal_pointer (&self->cells);

  while (cells->len > 0 && *(const char *) cells->pdata[cells->len - 1] == '\0')
    g_ptr_array_set_size (cells, (int) cells->len - 1);
  if (cells->len == 0) {
    self->blank_rows += self->n_rows;
    return TRUE;
  }
  for (; self->blank_rows > 0; self->blank_rows--) {
    g_autoptr (GPtrArray) none = g_ptr_array_new_null_terminated (1, g_free, TRUE);

    if (!akk_tabular_take_row (self->rows, none, error))
      return FALSE;
  }
  for (guint i = 0; i < self->n_rows; i++) {
    g_autoptr (GPtrArray) row = g_ptr_array_new_null_terminated (cells->len, g_free, TRUE);

    for (guint k = 0; k < cells->len; k++)
      g_ptr_array_add (row, g_strdup (cells->pdata[k]));
    if (!akk_tabular_take_row (self->rows, row, error))
      return FALSE;
  }
  return TRUE;
}

static void
begin_element (Reading *self, xmlTextReaderPtr reader, const char *name)
{
  if (g_str_equal (name, "table:table-row")) {
    self->n_rows = repeated (reader, "table:number-rows-repeated");
    self->cells = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  } else if (self->cells == NULL) {
    return;
  } else if (g_str_equal (name, "table:table-cell") ||
             g_str_equal (name, "table:covered-table-cell")) {
    begin_cell (self, reader);
  } else if (g_str_equal (name, "office:annotation")) {
    self->in_annotation = TRUE;
  } else if (self->in_cell && !self->in_annotation) {
    if (g_str_equal (name, "text:p") && self->n_paragraphs++ > 0)
      g_string_append_c (self->text, '\n');
    else if (g_str_equal (name, "text:s"))
      for (guint i = repeated (reader, "text:c"); i > 0 && self->text->len < MAX_CONTENT; i--)
        g_string_append_c (self->text, ' ');
    else if (g_str_equal (name, "text:line-break"))
      g_string_append_c (self->text, '\n');
  }
}

/* FALSE when the sheet is over, or `error` is set. */
static gboolean
end_element (Reading *self, const char *name, GError **error)
{
  if (g_str_equal (name, "table:table"))
    return FALSE;
  if (g_str_equal (name, "office:annotation"))
    self->in_annotation = FALSE;
  else if (self->cells != NULL && self->in_cell &&
           (g_str_equal (name, "table:table-cell") ||
            g_str_equal (name, "table:covered-table-cell")))
    end_cell (self);
  else if (g_str_equal (name, "table:table-row") && self->cells != NULL)
    return end_row (self, error);
  return TRUE;
}

static gboolean
read_node (Reading *self, xmlTextReaderPtr reader, GError **error)
{
  const char *name = (const char *) xmlTextReaderConstName (reader);

  switch (xmlTextReaderNodeType (reader)) {
  case XML_READER_TYPE_ELEMENT:
    begin_element (self, reader, name);
    return !xmlTextReaderIsEmptyElement (reader) || end_element (self, name, error);
  case XML_READER_TYPE_END_ELEMENT:
    return end_element (self, name, error);
  case XML_READER_TYPE_TEXT:
  case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    if (self->in_cell && !self->in_annotation)
      g_string_append (self->text, (const char *) xmlTextReaderConstValue (reader));
    return TRUE;
  default:
    return TRUE;
  }
}

GPtrArray *
akk_tabular_read_ods (GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) content = read_content (bytes, error);
  g_autoptr (GPtrArray) rows = akk_tabular_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (xmlTextReader) reader = NULL;
  Reading reading = { .rows = rows, .text = text };
  g_autoptr (GError) inner = NULL;
  int more = 0;

  if (content == NULL)
    return NULL;
  reader =
      xmlReaderForMemory (g_bytes_get_data (content, NULL), (int) g_bytes_get_size (content), NULL,
                          NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  while (reader != NULL && (more = xmlTextReaderRead (reader)) == 1)
    if (!read_node (&reading, reader, &inner))
      break;
  g_clear_pointer (&reading.cells, g_ptr_array_unref);
  g_free (reading.value);
  if (inner != NULL) {
    g_propagate_error (error, g_steal_pointer (&inner));
    return NULL;
  }
  if (more < 0 || reader == NULL) {
    set_damaged (error, _ ("its content is damaged"));
    return NULL;
  }
  akk_tabular_trim (rows);
  return g_steal_pointer (&rows);
}

/* --- Writing --- */

static const char manifest[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
    " manifest:version=\"1.3\">"
    "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\""
    " manifest:media-type=\"" MIME_TYPE "\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "</manifest:manifest>";

static const char content_begin[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<office:document-content"
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " office:version=\"1.3\"><office:automatic-styles>"
    "<number:date-style style:name=\"day\"><number:day/><number:text>/</number:text>"
    "<number:month/><number:text>/</number:text><number:year number:style=\"long\"/>"
    "</number:date-style>"
    "<style:style style:name=\"date\" style:family=\"table-cell\" style:data-style-name=\"day\"/>"
    "<style:style style:name=\"head\" style:family=\"table-cell\">"
    "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
    "</office:automatic-styles><office:body><office:spreadsheet>";

/* Characters that XML cannot hold are left out. */
static void
append_escaped (GString *xml, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (c == '&')
      g_string_append (xml, "&amp;");
    else if (c == '<')
      g_string_append (xml, "&lt;");
    else if (c == '"')
      g_string_append (xml, "&quot;");
    else if (c >= 0x20 && (c & 0xFFFE) != 0xFFFE)
      g_string_append_unichar (xml, c);
  }
}

static void
append_cell (GString *xml, const char *cell, gboolean head)
{
  g_auto (GStrv) lines = NULL;

  if (*cell == '\0') {
    g_string_append (xml, "<table:table-cell/>");
    return;
  }
  if (!head && akk_date_parse (cell) != AKK_NO_DATE) {
    g_string_append_printf (xml,
                            "<table:table-cell table:style-name=\"date\""
                            " office:value-type=\"date\" office:date-value=\"%s\">"
                            "<text:p>%s</text:p></table:table-cell>",
                            cell, cell);
    return;
  }
  lines = g_strsplit (cell, "\n", -1);
  g_string_append_printf (xml, "<table:table-cell%s office:value-type=\"string\">",
                          head ? " table:style-name=\"head\"" : "");
  for (guint i = 0; lines[i] != NULL; i++) {
    g_string_append (xml, "<text:p>");
    append_escaped (xml, lines[i]);
    g_string_append (xml, "</text:p>");
  }
  g_string_append (xml, "</table:table-cell>");
}

static char *
content_of (const GPtrArray *rows, const char *sheet)
{
  GString *xml = g_string_new (content_begin);

  g_string_append (xml, "<table:table table:name=\"");
  append_escaped (xml, sheet);
  g_string_append (xml, "\"><table:table-column/>");
  for (guint row = 0; row < rows->len; row++) {
    char **cells = rows->pdata[row];

    g_string_append (xml,
                     row == 0 ? "<table:table-header-rows><table:table-row>" : "<table:table-row>");
    for (guint i = 0; cells[i] != NULL; i++)
      append_cell (xml, cells[i], row == 0);
    if (cells[0] == NULL)
      g_string_append (xml, "<table:table-cell/>");
    g_string_append (xml, row == 0 ? "</table:table-row></table:table-header-rows>"
                                   : "</table:table-row>");
  }
  g_string_append (xml, "</table:table></office:spreadsheet></office:body>"
                        "</office:document-content>");
  return g_string_free_and_steal (xml);
}

/* Without a time, so that the same table is the same file. */
static gboolean
add_file (struct archive *archive, const char *name, const char *content)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size = strlen (content);
  gboolean done;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);
  done = archive_write_header (archive, entry) == ARCHIVE_OK &&
         archive_write_data (archive, content, size) == (la_ssize_t) size;
  archive_entry_free (entry);
  return done;
}

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

GBytes *
akk_tabular_to_ods (const GPtrArray *rows, const char *sheet, GError **error)
{
  g_autofree char *content = content_of (rows, sheet);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();
  gboolean done;

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  /* The type comes first and as it is: OpenDocument 1.3, part 2, 3.3. */
  done = archive_write_open (archive, bytes, NULL, write_cb, NULL) == ARCHIVE_OK &&
         archive_write_zip_set_compression_store (archive) == ARCHIVE_OK &&
         add_file (archive, "mimetype", MIME_TYPE) &&
         archive_write_zip_set_compression_deflate (archive) == ARCHIVE_OK &&
         add_file (archive, "content.xml", content) &&
         add_file (archive, "META-INF/manifest.xml", manifest) &&
         archive_write_close (archive) == ARCHIVE_OK;
  if (!done)
    g_set_error_literal (error, AKK_TABULAR_ERROR, AKK_TABULAR_ERROR_FORMAT,
                         archive_error_string (archive));
  archive_write_free (archive);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
