/* Edits of tables keep them whole, and what they leave can be written and read back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-table.h"

/* --- Notation: "a,b/1,2" is a header row and a row; widths and sides follow when they are set ---
 */

static AkkLine *
table_line (const char *source)
{
  g_auto (GStrv) rows = g_strsplit (source, "/", -1);
  guint n_columns = 0;
  AkkLine *line = NULL;

  for (guint i = 0; rows[i] != NULL; i++) {
    g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);

    if (line == NULL) {
      n_columns = g_strv_length (cells);
      line = akk_table_new (g_strv_length (rows), n_columns);
    }
    for (guint j = 0; j < n_columns; j++) {
      g_autoptr (AkkLine) cell = akk_line_new (AKK_LINE_PARAGRAPH, 0, cells[j], NULL, 0);
      g_autoptr (AkkLine) old = line;

      line = akk_table_set_cell (old, i, j, cell);
    }
  }
  return line;
}

static char *
describe (const AkkLine *line)
{
  const AkkTable *table = line->table;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < table->n_rows; i++)
    for (guint j = 0; j < table->n_columns; j++)
      g_string_append_printf (out, "%s%s",
                              j > 0   ? ","
                              : i > 0 ? "/"
                                      : "",
                              akk_table_cell (line, i, j)->text);
  for (guint i = 0; i < table->n_columns; i++)
    if (table->alignment[i] != 'l')
      g_string_append_printf (out, " %u%c", i, table->alignment[i]);
  for (guint i = 0; i < table->n_columns && table->widths[0] > 0; i++)
    g_string_append_printf (out, "%s%u", i == 0 ? " " : ":", table->widths[i]);
  return g_string_free (out, FALSE);
}

static void
check_written (const AkkText *text)
{
  g_autofree char *written = akk_text_write (text);
  g_autoptr (AkkText) read = akk_text_parse (written);
  g_autoptr (AkkText) normal = akk_text_normalise (text);
  g_autofree char *again = akk_text_write (read);

  g_assert_true (akk_text_equal (read, normal));
  g_assert_cmpstr (again, ==, written);
}

/* --- Tables --- */

typedef enum {
  INSERT_ROW,
  DELETE_ROW,
  MOVE_ROW,
  INSERT_COLUMN,
  DELETE_COLUMN,
  MOVE_COLUMN,
  CENTER,
} Edit;

typedef struct {
  const char *claim, *from;
  Edit edit;
  guint a, b;
  const char *to; /* NULL: the same line */
} Case;

static const Case cases[] = {
  { "a-row-comes-between", "h,i/a,b/c,d", INSERT_ROW, 2, 0, "h,i/a,b/,/c,d" },
  { "a-row-comes-last", "h,i/a,b", INSERT_ROW, 9, 0, "h,i/a,b/," },
  { "no-row-comes-above-the-header", "h,i/a,b", INSERT_ROW, 0, 0, "h,i/,/a,b" },
  { "a-row-goes", "h,i/a,b/c,d", DELETE_ROW, 1, 0, "h,i/c,d" },
  { "the-last-row-goes", "h,i/a,b", DELETE_ROW, 1, 0, "h,i" },
  { "the-header-stays", "h,i/a,b", DELETE_ROW, 0, 0, NULL },
  { "no-row-that-is-not-there-goes", "h,i/a,b", DELETE_ROW, 2, 0, NULL },
  { "a-row-moves-down", "h/a/b/c", MOVE_ROW, 1, 3, "h/b/c/a" },
  { "a-row-moves-up", "h/a/b/c", MOVE_ROW, 3, 2, "h/a/c/b" },
  { "no-row-becomes-the-header", "h/a/b", MOVE_ROW, 1, 0, NULL },
  { "the-header-does-not-move", "h/a/b", MOVE_ROW, 0, 1, NULL },
  { "a-column-comes-first", "h,i/a,b", INSERT_COLUMN, 0, 0, ",h,i/,a,b" },
  { "a-column-comes-last", "h,i/a,b", INSERT_COLUMN, 2, 0, "h,i,/a,b," },
  { "a-column-goes", "h,i/a,b", DELETE_COLUMN, 0, 0, "i/b" },
  { "the-last-column-stays", "h/a", DELETE_COLUMN, 0, 0, NULL },
  { "a-column-moves", "h,i,j/a,b,c", MOVE_COLUMN, 0, 2, "i,j,h/b,c,a" },
  { "no-column-moves-out", "h,i/a,b", MOVE_COLUMN, 1, 2, NULL },
  { "a-column-is-centred", "h,i/a,b", CENTER, 1, 0, "h,i/a,b 1c" },
  { "a-column-that-is-not-there-is-not-centred", "h,i/a,b", CENTER, 2, 0, NULL },
};

static AkkLine *
run_edit (AkkLine *line, Edit edit, guint a, guint b)
{
  switch (edit) {
  case INSERT_ROW:
    return akk_table_insert_row (line, a);
  case DELETE_ROW:
    return akk_table_delete_row (line, a);
  case MOVE_ROW:
    return akk_table_move_row (line, a, b);
  case INSERT_COLUMN:
    return akk_table_insert_column (line, a);
  case DELETE_COLUMN:
    return akk_table_delete_column (line, a);
  case MOVE_COLUMN:
    return akk_table_move_column (line, a, b);
  case CENTER:
  default:
    return akk_table_set_alignment (line, a, 'c');
  }
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (AkkLine) from = table_line (c->from);
  g_autoptr (AkkLine) to = run_edit (from, c->edit, c->a, c->b);
  g_autoptr (AkkText) text = akk_text_new (&to, 1);
  g_autofree char *got = describe (to);

  g_assert_cmpstr (got, ==, c->to != NULL ? c->to : c->from);
  g_assert_cmpint (c->to == NULL, ==, to == from);
  check_written (text);
}

static void
test_widths_stay_whole (void)
{
  static const struct {
    Edit edit;
    guint a, b;
    const char *to;
  } edits[] = {
    { INSERT_COLUMN, 1, 0, "h,,i,j/a,,b,c 38:25:23:14" },
    { DELETE_COLUMN, 0, 0, "i,j/b,c 60:40" },
    { MOVE_COLUMN, 0, 2, "i,j,h/b,c,a 30:20:50" },
    { INSERT_ROW, 2, 0, "h,i,j/a,b,c/,, 50:30:20" },
  };
  const guint8 widths[] = { 50, 30, 20 };
  g_autoptr (AkkLine) plain = table_line ("h,i,j/a,b,c");
  g_autoptr (AkkLine) line = akk_table_set_widths (plain, widths);
  g_autoptr (AkkLine) automatic = akk_table_set_widths (line, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++) {
    g_autoptr (AkkLine) to = run_edit (line, edits[i].edit, edits[i].a, edits[i].b);
    g_autoptr (AkkText) text = akk_text_new (&to, 1);
    g_autofree char *got = describe (to);

    g_assert_cmpstr (got, ==, edits[i].to);
    check_written (text);
  }
  g_assert_true (akk_line_equal (automatic, plain));
}

static void
test_shares_cells (void)
{
  g_autoptr (AkkLine) from = table_line ("h,i/a,b");
  g_autoptr (AkkLine) cell = akk_line_new (AKK_LINE_BULLET, 2, "x", NULL, 0);
  g_autoptr (AkkLine) to = akk_table_set_cell (from, 1, 0, cell);
  g_autoptr (AkkLine) same = akk_table_set_cell (to, 1, 0, cell);

  g_assert_true (akk_table_cell (to, 0, 1) == akk_table_cell (from, 0, 1));
  g_assert_cmpint (akk_table_cell (to, 1, 0)->kind, ==, AKK_LINE_PARAGRAPH);
  g_assert_true (same == to);
}

/* --- Texts --- */

static void
check_text (AkkText *text, const char *wanted)
{
  g_autofree char *written = akk_text_write (text);

  g_assert_cmpstr (written, ==, wanted);
  check_written (text);
}

typedef struct {
  const char *claim, *from;
  guint line, place;
} Place;

static const Place places[] = {
  { "below-a-paragraph", "a\n\nb", 0, 1 },
  { "below-the-last-line", "a\n\nb", 9, 2 },
  { "in-nothing", "", 0, 0 },
  { "not-between-caption-and-table", "{{caption:1}} a\n\n| h |\n| --- |\n\nb", 0, 2 },
  { "not-between-table-and-note", "| h |\n| --- |\n\n{{note}} a\n\nb", 0, 2 },
  { "above-footnotes", "a[^1]\n\nb\n\n[^1]: c", 2, 2 },
};

static void
test_place (gconstpointer data)
{
  const Place *c = data;
  g_autoptr (AkkText) from = akk_text_parse (c->from);
  g_autoptr (AkkLine) table = akk_table_new (3, 3);
  guint place;
  g_autoptr (AkkText) to = akk_text_insert_table (from, c->line, table, &place);

  g_assert_cmpuint (place, ==, c->place);
  g_assert_true (to->lines[place] == table);
  g_assert_cmpuint (to->n_lines, ==, from->n_lines + 1);
  check_written (to);
}

static void
test_replaces_an_empty_paragraph (void)
{
  g_autoptr (AkkLine) empty = akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0);
  g_autoptr (AkkText) from = akk_text_new (&empty, 1);
  g_autoptr (AkkLine) table = akk_table_new (0, 99);
  guint place;
  g_autoptr (AkkText) to = akk_text_insert_table (from, 0, table, &place);

  g_assert_cmpuint (to->n_lines, ==, 1);
  g_assert_cmpuint (table->table->n_rows, ==, 1);
  g_assert_cmpuint (table->table->n_columns, ==, AKK_TABLE_MAX_COLUMNS);
}

static void
test_caption_and_note (void)
{
  static const char plain[] = "a\n\n| h |\n| --- |\n\nb\n";
  g_autoptr (AkkText) text = akk_text_parse (plain);
  g_autoptr (AkkText) captioned = akk_text_add_table_caption (text, 1, 7);
  g_autoptr (AkkText) twice = akk_text_add_table_caption (captioned, 2, 8);
  g_autoptr (AkkText) both = akk_text_add_table_note (captioned, 2);
  g_autoptr (AkkText) noted = akk_text_remove_table_caption (both, 2);
  g_autoptr (AkkText) bare = akk_text_remove_table_note (noted, 1);
  g_autoptr (AkkText) gone = akk_text_delete_table (both, 2);

  g_assert_cmpuint (akk_text_table_caption (text, 1), ==, G_MAXUINT);
  g_assert_cmpuint (akk_text_table_note (text, 1), ==, G_MAXUINT);
  g_assert_cmpuint (akk_text_table_caption (both, 2), ==, 1);
  g_assert_cmpuint (akk_text_table_note (both, 2), ==, 3);
  g_assert_true (twice == captioned);
  check_text (both, "a\n\n{{caption:7}}\n\n| h |\n| --- |\n\n{{note}}\n\nb\n");
  check_text (noted, "a\n\n| h |\n| --- |\n\n{{note}}\n\nb\n");
  check_text (bare, plain);
  check_text (gone, "a\n\nb\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/text-table/", cases[i].claim, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *path = g_strconcat ("/text-table/goes/", places[i].claim, NULL);

    g_test_add_data_func (path, &places[i], test_place);
  }
  g_test_add_func ("/text-table/widths-stay-whole", test_widths_stay_whole);
  g_test_add_func ("/text-table/edits-share-cells", test_shares_cells);
  g_test_add_func ("/text-table/replaces-an-empty-paragraph", test_replaces_an_empty_paragraph);
  g_test_add_func ("/text-table/caption-and-note-come-and-go", test_caption_and_note);
  return g_test_run ();
}
