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

/* --- What must hold --------------------------------------------------------------------------- */

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

static void
assert_body (const AkkText *body)
{
  g_autoptr (AkkText) normal = akk_text_normalise (body);
  g_autofree char *written = akk_text_write (body);
  g_autoptr (AkkText) read = akk_text_parse (written);
  g_autofree char *again = akk_text_write (read);

  if (!akk_text_equal (read, normal))
    g_error ("not read as written:\n%s", written);
  g_assert_cmpstr (again, ==, written);
}

/* Whole texts normalise once; then each of their sections stands alone. */
static void
assert_text (const AkkText *text)
{
  g_autoptr (AkkText) normal = akk_text_normalise (text);
  g_autoptr (AkkText) twice = akk_text_normalise (normal);
  guint start = 0;

  for (guint i = 0; i < text->n_lines; i++)
    assert_line (text->lines[i]);
  g_assert_true (akk_text_equal (normal, twice));
  for (guint i = 0; i <= normal->n_lines; i++) {
    g_autoptr (AkkText) body = NULL;
    g_autoptr (AkkText) alone = NULL;

    if (i < normal->n_lines && normal->lines[i]->kind != AKK_LINE_HEADING)
      continue;
    body = akk_text_new (normal->lines + start, i - start);
    alone = akk_text_normalise (body);
    g_assert_true (akk_text_equal (body, alone));
    assert_body (body);
    start = i + 1;
  }
}

/* --- Random edits ----------------------------------------------------------------------------- */

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

  for (guint i = 0; i < 10000; i++) {
    AkkText *next = random_edit (rand, text);

    akk_text_unref (text);
    text = next;
    g_assert_cmpuint (count_headings (text), ==, 2);
    assert_text (text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-edit/random-edits-keep-every-promise", test_random_edits);
  return g_test_run ();
}
