/* Edits keep a text well-formed, and what they leave can be written and read back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/text-edit.h"

/* What random edits insert: everything that the dialect has, and what could be taken for markup. */
static const char *const scraps[] = {
  "Een **vet *en schuin* woord** en [een **link**](<https://example.be/a|b>).",
  "- punt\n  1. genummerd\n     - diep\n\n       vervolg\n- {{commitment:5}} belofte",
  "7. zeven\n8. acht",
  "> citaat\n>\n> - in citaat\n\n- punt\n\n  > citaat in punt",
  "{{columns:30,70}}\n\n| A | **B** |\n| --- | --: |\n| a\\|b<br>c | {{body:1.short}} |",
  "noot[^x] en [^y]\n\n[^x]: tekst **vet**\n\n[^y]: zie ook[^x]",
  "{{caption:3}} Kaart\n\n![de *kaart*](blob:00ff)\n\n{{note}} noot",
  "{{clause:parties}}\n\n{{break}}\n\n*{{agreement.end}}*",
};

static const char *const strings[] = {
  "a",
  "é",
  " ",
  "  ",
  "woord",
  "*",
  "**",
  "_",
  "`",
  "[",
  "]",
  "](",
  "<",
  "<br>",
  "<!--",
  ">",
  "{",
  "{{x}}",
  "}",
  "#",
  "# ",
  "-",
  "- ",
  "---",
  "+",
  "1.",
  "12) ",
  "=",
  "===",
  "|",
  "| --- |",
  "~~~",
  "~",
  "!",
  "![",
  "&",
  "&amp;",
  "&#42;",
  "\\",
  "\\\\",
  "(",
  ")",
  ":",
  ".",
  ",",
  "\"",
  "’",
  "–",
  "\302\240",
  "\342\200\250",
  "\t",
  "\n",
  "\356\200\200",
  "{\356\200\200}",
  "\356\201\200",
  "\360\237\230\200",
  "\357\273\277",
  "\357\277\274",
  "\001",
  "\377",
  "[^x]",
  "[^x]: ",
  ":-:",
  "    ",
  "x\ny\nz",
  "^",
  "https://example.be",
  "$",
  "€",
};

/* --- What must hold --- */

static void
assert_run (const AkkRun *run, const char *text)
{
  gboolean is_atom = run->field != NULL || run->note != NULL || run->alt != NULL;

  g_assert_cmpuint (run->n_bytes, >, 0);
  g_assert_true (g_utf8_validate (text, run->n_bytes, NULL));
  if (is_atom) {
    g_assert_cmpuint (run->n_bytes, ==, strlen (AKK_ATOM));
    g_assert_true (memcmp (text, AKK_ATOM, run->n_bytes) == 0);
    g_assert_cmpint ((run->field != NULL) + (run->note != NULL) + (run->alt != NULL), ==, 1);
  } else if (run->style & AKK_STYLE_BREAK) {
    g_assert_cmpuint (run->n_bytes, ==, 3);
    g_assert_true (memcmp (text, "\342\200\250", 3) == 0);
  } else {
    g_assert_null (g_strstr_len (text, run->n_bytes, AKK_ATOM));
    g_assert_null (g_strstr_len (text, run->n_bytes, "\342\200\250"));
    g_assert_null (g_strstr_len (text, run->n_bytes, "\n"));
  }
}

static void
assert_line (const AkkLine *line)
{
  const char *p = line->text;

  for (guint i = 0; i < line->n_runs; p += line->runs[i++].n_bytes) {
    const AkkRun *run = &line->runs[i];
    const AkkRun *next = i + 1 < line->n_runs ? run + 1 : NULL;

    assert_run (run, p);
    if (next != NULL && run->field == NULL && run->note == NULL && run->alt == NULL &&
        !(run->style & AKK_STYLE_BREAK))
      g_assert_false (run->style == next->style && run->href == next->href && next->field == NULL &&
                      next->note == NULL && next->alt == NULL);
  }
  g_assert_cmpuint (p - line->text, ==, strlen (line->text));
  g_assert_true ((line->kind == AKK_LINE_TABLE) == (line->table != NULL));
  g_assert_true ((line->kind == AKK_LINE_HEADING) == (line->section != 0));
  if (line->table != NULL)
    for (guint i = 0; i < line->table->n_rows * line->table->n_columns; i++)
      assert_line (line->table->cells[i]);
}

/* Writing is a function of the normal form, so what is read as it was written is also written again
 * as it was. */
static void
assert_body (const AkkText *body)
{
  g_autoptr (AkkText) normal = akk_text_normalise (body);
  g_autofree char *written = akk_text_write (body);
  g_autoptr (AkkText) read = akk_text_parse (written);

  g_assert_true (akk_text_equal (normal, body));
  if (!akk_text_equal (read, normal))
    g_error ("not read as written:\n%s", written);
}

/* Whether the lines `start`..`end` stand in `before` too, as its head or tail. */
static gboolean
stood_before (const AkkText *text, guint start, guint end, const AkkText *before)
{
  guint shift = end == text->n_lines ? before->n_lines - text->n_lines : 0;

  for (guint i = start; i < end; i++)
    if (i + shift >= before->n_lines || before->lines[i + shift] != text->lines[i])
      return FALSE;
  return TRUE;
}

/* Whole texts normalise once; then each of their sections stands alone. Gives the normal form;
 * `before` (may be NULL) is one for which all this was checked. */
static AkkText *
assert_text (const AkkText *text, const AkkText *before)
{
  g_autoptr (AkkText) normal = akk_text_normalise (text);
  g_autoptr (AkkText) twice = akk_text_normalise (normal);
  guint start = 0;

  for (guint i = 0; i < text->n_lines; i++)
    assert_line (text->lines[i]);
  g_assert_true (akk_text_equal (normal, twice));
  for (guint i = 0; i <= normal->n_lines; i++) {
    g_autoptr (AkkText) body = NULL;

    if (i < normal->n_lines && normal->lines[i]->kind != AKK_LINE_HEADING)
      continue;
    body = akk_text_new (normal->lines + start, i - start);
    if (before == NULL || !stood_before (normal, start, i, before))
      assert_body (body);
    start = i + 1;
  }
  return g_steal_pointer (&normal);
}

/* --- Random edits --- */

static AkkText *
random_edit (GRand *rand, const AkkText *text)
{
  guint n_lines = MAX (text->n_lines, 1);
  guint line = g_rand_int_range (rand, 0, n_lines);
  guint other = CLAMP ((int) line + g_rand_int_range (rand, -2, 4), 0, (int) n_lines);
  gsize byte = g_rand_int_range (rand, 0, 30);
  gsize to = g_rand_int_range (rand, 0, 30);

  switch (g_rand_int_range (rand, 0, text->n_lines > 12 ? 18 : 10)) {
  case 0:
    return akk_text_split_line (text, line, byte);
  case 1:
    return akk_text_join_lines (text, line);
  case 2: {
    g_autoptr (AkkText) scrap =
        akk_text_parse (scraps[g_rand_int_range (rand, 0, G_N_ELEMENTS (scraps))]);
    return akk_text_insert_text (text, line, byte, scrap);
  }
  case 3:
  case 4:
    return akk_text_set_style (text, line, byte, other, to, g_rand_int_range (rand, 1, 4),
                               g_rand_boolean (rand));
  case 5:
    return akk_text_set_kind (text, line, g_rand_int_range (rand, 1, 4),
                              g_rand_int_range (rand, 0, 4), g_rand_int_range (rand, 0, 4));
  case 6: {
    g_autoptr (AkkText) slice = akk_text_get_slice (text, line, byte, other, to);
    return akk_text_insert_text (text, g_rand_int_range (rand, 0, n_lines), to, slice);
  }
  case 7:
  case 8:
    return akk_text_insert (text, line, byte,
                            strings[g_rand_int_range (rand, 0, G_N_ELEMENTS (strings))],
                            g_rand_int_range (rand, 0, 4));
  default:
    return akk_text_delete_range (text, line, byte, other, to);
  }
}

static guint
count_headings (const AkkText *text)
{
  guint n_headings = 0;

  for (guint i = 0; i < text->n_lines; i++)
    n_headings += text->lines[i]->kind == AKK_LINE_HEADING;
  return n_headings;
}

static AkkText *
two_sections (void)
{
  g_autoptr (AkkLine) first = akk_line_new_heading (1, 1, "Een");
  g_autoptr (AkkLine) second = akk_line_new_heading (2, 1, "Twee");

  return akk_text_new ((AkkLine *[]) { first, second }, 2);
}

static void
test_random_edits (void)
{
  const char *seed = g_getenv ("AKKOORD_TEST_SEED");
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed != NULL ? atoi (seed) : 1);
  g_autoptr (AkkText) text = two_sections ();
  g_autoptr (AkkText) normal = assert_text (text, NULL);

  for (guint i = 0; i < 10000; i++) {
    AkkText *next = random_edit (rand, text);
    AkkText *next_normal = assert_text (next, normal);

    g_assert_cmpuint (count_headings (next), ==, 2);
    akk_text_unref (text);
    akk_text_unref (normal);
    text = next;
    normal = next_normal;
  }
}

/* --- What each edit does --- */

/* Two sections: "Een" with `body`, then "Twee" with the paragraph "staart". */
static AkkText *
document (const char *body)
{
  g_autoptr (AkkText) headings = two_sections ();
  g_autoptr (AkkText) parsed = akk_text_parse (body);
  g_autoptr (AkkText) filled = akk_text_splice (headings, 1, 0, parsed->lines, parsed->n_lines);
  g_autoptr (AkkText) tail = akk_text_parse ("staart");

  return akk_text_splice (filled, filled->n_lines, 0, tail->lines, tail->n_lines);
}

/* Headings with `#`, so that all kinds of lines show. */
static char *
show (const AkkText *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint start = 0;

  for (guint i = 0; i <= text->n_lines; i++) {
    g_autoptr (AkkText) body = NULL;
    g_autofree char *written = NULL;

    if (i < text->n_lines && text->lines[i]->kind != AKK_LINE_HEADING)
      continue;
    body = akk_text_new (text->lines + start, i - start);
    written = akk_text_write (body);
    g_string_append (out, written);
    if (i < text->n_lines)
      g_string_append_printf (out, "# %s\n", text->lines[i]->text);
    start = i + 1;
  }
  return g_string_free_and_steal (g_steal_pointer (&out));
}

typedef struct {
  const char *name;
  const char *body;
  guint from_line;
  gsize from_byte;
  guint to_line;
  gsize to_byte;
  const char *expected; /* of the first section */
} DeleteCase;

static const DeleteCase delete_cases[] = {
  { "characters", "Een twee drie", 1, 3, 1, 8, "# Een\nEen drie\n# Twee\nstaart\n" },
  { "backward", "Een twee drie", 1, 8, 1, 3, "# Een\nEen drie\n# Twee\nstaart\n" },
  { "joins-and-keeps-the-first-kind", "- een\n\ntwee", 1, 1, 2, 1,
    "# Een\n- ewee\n# Twee\nstaart\n" },
  { "over-lines", "een\n\ntwee\n\ndrie", 1, 1, 3, 2, "# Een\neie\n# Twee\nstaart\n" },
  { "stops-at-a-heading", "een\n\ntwee", 2, 1, 4, 3, "# Een\neen\n\nt\n# Twee\nstaart\n" },
  { "from-the-end-before-a-heading", "een", 1, 3, 2, 0, "# Een\neen\n# Twee\nstaart\n" },
  { "from-the-end-of-a-heading", "een", 0, 3, 1, 0, "# Een\neen\n# Twee\nstaart\n" },
  { "from-inside-a-heading", "een", 0, 1, 1, 2, "# E\nn\n# Twee\nstaart\n" },
  { "everything", "een\n\ntwee", 0, 0, 99, 99, "# \n# Twee\nstaart\n" },
  { "table-within", "een\n\n| A |\n| --- |\n\ntwee", 1, 1, 3, 1, "# Een\newee\n# Twee\nstaart\n" },
  { "table-at-the-start", "| A |\n| --- |\n\ntwee", 1, 0, 2, 1, "# Een\nwee\n# Twee\nstaart\n" },
  { "table-at-the-end", "een\n\n| A |\n| --- |", 1, 1, 2, 0,
    "# Een\ne\n\n| A |\n| --- |\n# Twee\nstaart\n" },
  { "whole-atoms", "a{{b}}c", 1, 2, 1, 3, "# Een\nac\n# Twee\nstaart\n" },
  { "whole-characters", "aéb", 1, 2, 1, 3, "# Een\nab\n# Twee\nstaart\n" },
  { "note-is-not-joined", "een[^a]\n\n[^a]: noot", 1, 1, 2, 2, "# Een\ne\n# Twee\nstaart\n" },
};

static void
test_delete (gconstpointer data)
{
  const DeleteCase *test = data;
  g_autoptr (AkkText) text = document (test->body);
  g_autoptr (AkkText) after =
      akk_text_delete_range (text, test->from_line, test->from_byte, test->to_line, test->to_byte);
  g_autofree char *shown = show (after);
  g_autoptr (AkkText) normal = assert_text (after, NULL);

  g_assert_cmpstr (shown, ==, test->expected);
  g_assert_cmpuint (count_headings (normal), ==, 2);
}

static void
assert_shown (const AkkText *text, const char *expected)
{
  g_autofree char *shown = show (text);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_split (void)
{
  g_autoptr (AkkText) text = document ("- een **twee**");
  g_autoptr (AkkText) item = akk_text_split_line (text, 1, 6);
  g_autoptr (AkkText) heading = akk_text_split_line (text, 0, 1);
  g_autoptr (AkkText) last = akk_text_split_line (text, 99, 0);

  assert_shown (item, "# Een\n- een **tw**\n- **ee**\n# Twee\nstaart\n");
  assert_shown (heading, "# E\nen\n\n- een **twee**\n# Twee\nstaart\n");
  g_assert_cmpuint (last->n_lines, ==, text->n_lines + 1);
}

static void
test_join (void)
{
  g_autoptr (AkkText) text = document ("- een\n\ntwee");
  g_autoptr (AkkText) joined = akk_text_join_lines (text, 1);

  assert_shown (joined, "# Een\n- eentwee\n# Twee\nstaart\n");
  for (guint i = 0; i < text->n_lines; i++) {
    g_autoptr (AkkText) same = akk_text_join_lines (text, i);
    gboolean border = i == 0 || i >= 2;

    g_assert_true ((same == text) == border);
  }
}

static void
test_insert (void)
{
  g_autoptr (AkkText) text = document ("- een [twee](<u>)");
  g_autoptr (AkkText) bold = akk_text_insert (text, 1, 3, "x", AKK_STYLE_BOLD);
  g_autoptr (AkkText) linked = akk_text_insert (text, 1, 6, "é", 0);
  g_autoptr (AkkText) beside = akk_text_insert (text, 1, 8, "x", 0);
  g_autoptr (AkkText) rows = akk_text_insert (text, 1, 1, "1\n2", 0);
  g_autoptr (AkkText) heading = akk_text_insert (text, 0, 99, " en\nmeer", AKK_STYLE_BOLD);

  assert_shown (bold, "# Een\n- een**x** [twee](<u>)\n# Twee\nstaart\n");
  assert_shown (linked, "# Een\n- een [twéee](<u>)\n# Twee\nstaart\n");
  assert_shown (beside, "# Een\n- een [twee](<u>)x\n# Twee\nstaart\n");
  assert_shown (rows, "# Een\n- e1\n- 2en [twee](<u>)\n# Twee\nstaart\n");
  assert_shown (heading, "# Een en meer\n- een [twee](<u>)\n# Twee\nstaart\n");
  for (guint i = 2; i < text->n_lines; i++)
    g_assert_true (bold->lines[i] == text->lines[i]);
}

static void
test_insert_text (void)
{
  g_autoptr (AkkText) text = document ("een twee");
  g_autoptr (AkkText) list = akk_text_parse ("- a\n- b");
  g_autoptr (AkkText) table = akk_text_parse ("| A |\n| --- |");
  g_autoptr (AkkText) with_list = akk_text_insert_text (text, 1, 4, list);
  g_autoptr (AkkText) with_table = akk_text_insert_text (text, 1, 4, table);
  g_autoptr (AkkText) heading = akk_text_insert_text (text, 0, 99, list);
  g_autoptr (AkkText) all = akk_text_get_slice (text, 0, 0, 99, 0);
  g_autoptr (AkkText) twice = akk_text_insert_text (text, 1, 0, all);

  assert_shown (with_list, "# Een\neen a\n\n- btwee\n# Twee\nstaart\n");
  assert_shown (with_table, "# Een\neen\n\n| A |\n| --- |\n\ntwee\n# Twee\nstaart\n");
  assert_shown (heading, "# Eena b\neen twee\n# Twee\nstaart\n");
  assert_shown (twice,
                "# Een\n**Een**\n\neen twee\n\n**Twee**\n\nstaarteen twee\n# Twee\nstaart\n");
}

static void
test_style (void)
{
  g_autoptr (AkkText) text = document ("een twee\n\n| A |\n| --- |\n\ndrie");
  g_autoptr (AkkText) bold = akk_text_set_style (text, 0, 0, 3, 2, AKK_STYLE_BOLD, TRUE);
  g_autoptr (AkkText) plain = akk_text_set_style (bold, 0, 0, 99, 0, AKK_STYLE_BOLD, FALSE);
  g_autoptr (AkkText) same = akk_text_set_style (text, 0, 0, 99, 0, AKK_STYLE_ITALIC, FALSE);

  assert_shown (bold, "# Een\n**een twee**\n\n| **A** |\n| --- |\n\n**dr**ie\n# Twee\nstaart\n");
  g_assert_true (akk_text_equal (plain, text));
  g_assert_true (same == text);
}

static void
test_kind (void)
{
  g_autoptr (AkkText) text = document ("een\n\ntwee\n\n| A |\n| --- |");
  g_autoptr (AkkText) list = akk_text_set_kind (text, 0, 99, AKK_LINE_NUMBER, 0);
  g_autoptr (AkkText) deeper = akk_text_set_kind (list, 2, 1, AKK_LINE_BULLET, 2);
  g_autoptr (AkkText) back = akk_text_set_kind (deeper, 0, 99, AKK_LINE_PARAGRAPH, 0);

  assert_shown (list, "# Een\n1. een\n1. twee\n\n| A |\n| --- |\n# Twee\n1. staart\n");
  assert_shown (deeper, "# Een\n1. een\n   - twee\n\n| A |\n| --- |\n# Twee\n1. staart\n");
  g_assert_true (akk_text_equal (back, text));
}

static void
test_empty_text (void)
{
  g_autoptr (AkkText) empty = akk_text_new (NULL, 0);
  g_autoptr (AkkText) typed = akk_text_insert (empty, 0, 0, "a", 0);
  g_autoptr (AkkText) split = akk_text_split_line (empty, 0, 0);
  g_autoptr (AkkText) cut = akk_text_delete_range (empty, 0, 0, 1, 1);
  g_autoptr (AkkText) slice = akk_text_get_slice (empty, 0, 0, 1, 1);

  assert_shown (typed, "a\n");
  g_assert_true (split == empty && cut == empty && slice == empty);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (delete_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/text-edit/delete/%s", delete_cases[i].name);
    g_test_add_data_func (path, &delete_cases[i], test_delete);
  }
  g_test_add_func ("/text-edit/split-keeps-the-kind", test_split);
  g_test_add_func ("/text-edit/join-stops-at-headings", test_join);
  g_test_add_func ("/text-edit/insert-in-style-and-link", test_insert);
  g_test_add_func ("/text-edit/insert-a-text", test_insert_text);
  g_test_add_func ("/text-edit/style-spares-headings", test_style);
  g_test_add_func ("/text-edit/kind-spares-headings-and-tables", test_kind);
  g_test_add_func ("/text-edit/empty-text", test_empty_text);
  g_test_add_func ("/text-edit/random-edits-keep-every-promise", test_random_edits);
  return g_test_run ();
}
