/* Tests of tables in files: CSV, OpenDocument, the clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/tabular.h"

#include <string.h>

static GPtrArray *
read_table (const char *data, gssize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size < 0 ? strlen (data) : (gsize) size);

  return akk_tabular_read (bytes, error);
}

/* Cells with "|" between, rows with "/". */
static char *
flat (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *row = g_strjoinv ("|", rows->pdata[i]);

    g_string_append_printf (text, "%s%s", i > 0 ? "/" : "", row);
  }
  return g_string_free_and_steal (text);
}

static void
test_text_is_divided_as_it_says (void)
{
  static const struct {
    const char *text, *cells;
  } cases[] = {
    { "a;b\r\nc;d\r\n", "a|b/c|d" },
    { "a,b\nc,d", "a|b/c|d" },
    { "a\tb;c\n", "a|b;c" },
    { "\xEF\xBB\xBF"
      "a;b\n",
      "a|b" },
    { "\"a;b\";c\n", "a;b|c" },
    { "\"zei \"\"ja\"\"\";b\n", "zei \"ja\"|b" },
    { "\"een\ntwee\";b\n", "een\ntwee|b" },
    { "a;;\n;;\n", "a" },
    { "a;b\n\n;c\n", "a|b//|c" },
    { "enkel\n", "enkel" },
    { "\"nooit dicht;b\nc", "nooit dicht;b\nc" },
    { "caf\xE9;b", "café|b" }, /* Windows-1252 */
    { " a ; b ", "a|b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) rows = read_table (cases[i].text, -1, NULL);
    g_autofree char *cells = flat (rows);

    g_assert_cmpstr (cells, ==, cases[i].cells);
  }
}

static GPtrArray *
sample (void)
{
  GPtrArray *rows = akk_tabular_new ();

  akk_tabular_add (rows, g_strsplit ("Nr.|Actie|Tegen", "|", -1));
  akk_tabular_add (rows, g_strsplit ("007|Zeg \"ja\"; <of> & nee|2025-12-31", "|", -1));
  akk_tabular_add (rows, g_strsplit ("|twee\nregels|", "|", -1));
  akk_tabular_add (rows, g_strsplit ("=1+1|één|2025-13-31", "|", -1));
  return rows;
}

#define SAMPLE                                                                                     \
  "Nr.|Actie|Tegen/007|Zeg \"ja\"; <of> & nee|2025-12-31/|twee\nregels/=1+1|één|2025-13-31"

static void
test_csv_comes_back (void)
{
  g_autoptr (GPtrArray) rows = sample ();
  g_autoptr (GBytes) csv = akk_tabular_to_csv (rows);
  g_autoptr (GPtrArray) again = akk_tabular_read (csv, NULL);
  g_autofree char *cells = flat (again);

  g_assert_cmpstr (cells, ==, SAMPLE);
}

static void
test_ods_comes_back (void)
{
  g_autoptr (GPtrArray) rows = sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) ods = akk_tabular_to_ods (rows, "Acties & <zo>", &error);
  g_autoptr (GBytes) same = akk_tabular_to_ods (rows, "Acties & <zo>", NULL);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *cells = NULL;
  const char *data = g_bytes_get_data (ods, NULL);

  g_assert_no_error (error);
  again = akk_tabular_read (ods, &error);
  g_assert_no_error (error);
  cells = flat (again);
  g_assert_cmpstr (cells, ==, SAMPLE);
  g_assert_true (g_bytes_equal (ods, same));
  /* The type lies at byte 38, uncompressed: how programs know the file. */
  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_cmpmem (data + 38, 46, "application/vnd.oasis.opendocument.spreadsheet", 46);
}

static void
test_what_is_no_table_is_refused (void)
{
  static const struct {
    const char *data;
    gssize size;
  } cases[] = { { "", 0 }, { "PK\x03\x04 no archive", -1 }, { "\xFF\xFE\x00", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) rows = read_table (cases[i].data, cases[i].size, &error);

    g_assert_null (rows);
    g_assert_error (error, AKK_TABULAR_ERROR, AKK_TABULAR_ERROR_FORMAT);
  }
}

/* Every cut of a spreadsheet is refused or read, never more. */
static void
test_a_cut_spreadsheet_does_no_harm (void)
{
  g_autoptr (GPtrArray) rows = sample ();
  g_autoptr (GBytes) ods = akk_tabular_to_ods (rows, "Acties", NULL);

  for (gsize size = 1; size < g_bytes_get_size (ods); size++) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (ods, 0, size);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) again = akk_tabular_read (cut, &error);

    g_assert_true ((again == NULL) == (error != NULL));
  }
}

static void
test_too_many_columns_are_refused (void)
{
  g_autofree char *wide = g_strnfill (AKK_TABULAR_MAX_COLUMNS, ';');
  g_autofree char *text = g_strdup_printf ("%sx\n", wide);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = read_table (text, -1, &error);

  g_assert_null (rows);
  g_assert_error (error, AKK_TABULAR_ERROR, AKK_TABULAR_ERROR_SIZE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tabular/text-is-divided-as-it-says", test_text_is_divided_as_it_says);
  g_test_add_func ("/tabular/csv-comes-back", test_csv_comes_back);
  g_test_add_func ("/tabular/ods-comes-back", test_ods_comes_back);
  g_test_add_func ("/tabular/what-is-no-table-is-refused", test_what_is_no_table_is_refused);
  g_test_add_func ("/tabular/a-cut-spreadsheet-does-no-harm", test_a_cut_spreadsheet_does_no_harm);
  g_test_add_func ("/tabular/too-many-columns-are-refused", test_too_many_columns_are_refused);
  return g_test_run ();
}
