/* Inserting notes, fields, links, clauses, quotes and commitments in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/references.h"
#include "core/text-clauses.h"
#include "core/text-commitments.h"
#include "core/text-edit.h"
#include "core/text-insert.h"
#include "core/text-notes.h"

/* Two sections, each with its body. */
static AkkText *
sections (const char *first, const char *second)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  const char *bodies[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (AkkText) body = akk_text_parse (bodies[i]);

    g_ptr_array_add (lines, akk_line_new_heading (i + 1, 1, "Kop"));
    for (guint j = 0; j < body->n_lines; j++)
      g_ptr_array_add (lines, akk_line_ref (body->lines[j]));
  }
  return akk_text_new ((AkkLine **) lines->pdata, lines->len);
}

/* --- Notes --- */

static void
notes_count_through (void)
{
  g_autoptr (AkkText) text = sections ("a[^x] b[^y]\n\n[^x]: X\n\n[^y]: Y\n", "c[^x]\n\n[^x]: Z\n");
  g_autofree guint *numbers = akk_text_note_numbers (text);
  guint line;
  gsize byte;

  g_assert_cmpuint (text->n_lines, ==, 7);
  g_assert_cmpuint (numbers[2], ==, 1);
  g_assert_cmpuint (numbers[3], ==, 2);
  g_assert_cmpuint (numbers[6], ==, 3);
  g_assert_cmpuint (akk_text_find_note (text, 1, g_intern_string ("y")), ==, 3);
  g_assert_cmpuint (akk_text_find_note (text, 5, g_intern_string ("y")), ==, G_MAXUINT);
  g_assert_true (akk_text_find_mark (text, 3, &line, &byte));
  g_assert_cmpuint (line, ==, 1);
  g_assert_cmpuint (byte, ==, strlen ("a" AKK_ATOM " b" AKK_ATOM));
}

static void
a_note_goes_among_the_others (void)
{
  g_autoptr (AkkText) text = sections ("een[^1] twee\n\n[^1]: A\n", "drie");
  guint line = 1;
  g_autoptr (AkkText) before = akk_text_insert_note (text, &line, 0);
  g_autofree guint *numbers = akk_text_note_numbers (before);

  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpstr (before->lines[2]->text, ==, "");
  g_assert_cmpstr (before->lines[3]->text, ==, "A");
  g_assert_cmpuint (numbers[2], ==, 1);
  g_assert_cmpuint (numbers[3], ==, 2);

  line = 0;
  g_assert_true (akk_text_insert_note (before, &line, 0) == before);
  akk_text_unref (before);
}

static void
a_note_goes_with_its_mark (void)
{
  g_autoptr (AkkText) text = sections ("een[^1] twee[^2]\n\n[^1]: A\n\n[^2]: B\n", "drie");
  g_autoptr (AkkText) cut = akk_text_delete_range (text, 1, 3, 1, 3 + strlen (AKK_ATOM));
  g_autoptr (AkkText) paired = akk_text_pair_notes (cut);
  g_autoptr (AkkText) again = akk_text_pair_notes (paired);

  g_assert_cmpuint (paired->n_lines, ==, 5);
  g_assert_cmpstr (paired->lines[2]->text, ==, "B");
  g_assert_true (again == paired);
}

static void
a_moved_mark_takes_its_note_along (void)
{
  g_autoptr (AkkText) text = sections ("een[^1] twee\n\n[^1]: A\n", "drie");
  g_autoptr (AkkText) mark = akk_text_get_slice (text, 1, 3, 1, 3 + strlen (AKK_ATOM));
  g_autoptr (AkkText) cut = akk_text_delete_range (text, 1, 3, 1, 3 + strlen (AKK_ATOM));
  g_autoptr (AkkText) moved = akk_text_insert_text (cut, 4, 4, mark);
  g_autoptr (AkkText) paired = akk_text_pair_notes (moved);

  g_assert_cmpuint (paired->n_lines, ==, 5);
  g_assert_cmpint (paired->lines[4]->kind, ==, AKK_LINE_NOTE);
  g_assert_cmpstr (paired->lines[4]->text, ==, "A");
}

static void
removing_a_note_removes_its_marks (void)
{
  g_autoptr (AkkText) text =
      sections ("een[^1] twee[^2]\n\n| a[^1] | b |\n| --- | --- |\n\n[^1]: A\n\n[^2]: B\n", "");
  g_autoptr (AkkText) removed = akk_text_remove_note (text, 3);
  g_autofree char *written = NULL;
  g_autoptr (AkkText) body = akk_text_new (removed->lines + 1, removed->n_lines - 2);

  written = akk_text_write (body);
  g_assert_null (strstr (written, "[^1]"));
  g_assert_nonnull (strstr (written, "twee[^2]"));
  g_assert_nonnull (strstr (written, "| a | b |"));
}

/* --- What is inserted --- */

typedef struct {
  const char *claim;
  const char *body;
  guint line;
  gsize byte;
  const char *field; /* alone in a paragraph if it is "break" */
  const char *wanted;
} FieldCase;

static const FieldCase field_cases[] = {
  { "a-field-stands-in-the-sentence", "ab", 0, 1, "agreement.end", "a{{agreement.end}}b\n" },
  { "a-field-keeps-the-item", "- ab", 0, 2, "ref:7.page", "- ab{{ref:7.page}}\n" },
  { "what-is-no-field-changes-nothing", "ab", 0, 1, "geen veld", "ab\n" },
  { "a-break-splits-the-paragraph", "ab", 0, 1, "break", "a\n\n{{break}}\n\nb\n" },
  { "a-break-goes-before-at-the-start", "ab", 0, 0, "break", "{{break}}\n\nab\n" },
  { "a-break-goes-after-at-the-end", "ab\n\nc", 0, 2, "break", "ab\n\n{{break}}\n\nc\n" },
  { "a-break-stays-out-of-notes", "a[^1]\n\n[^1]: noot\n", 1, 2, "break", "a[^1]\n\n[^1]: noot\n" },
};

static void
test_field (gconstpointer data)
{
  const FieldCase *c = data;
  g_autoptr (AkkText) text = akk_text_parse (c->body);
  g_autoptr (AkkText) result = NULL;
  g_autofree char *written = NULL;
  guint line = c->line;

  if (g_str_equal (c->field, "break")) {
    AkkRun run = { .field = akk_field_intern (c->field), .n_bytes = strlen (AKK_ATOM) };
    g_autoptr (AkkLine) paragraph = akk_line_new (AKK_LINE_PARAGRAPH, 0, AKK_ATOM, &run, 1);

    result = akk_text_insert_line (text, &line, c->byte, paragraph);
    if (result != text)
      g_assert_true (akk_line_equal (result->lines[line], paragraph));
  } else {
    result = akk_text_insert_field (text, line, c->byte, c->field);
  }
  written = akk_text_write (result);
  g_assert_cmpstr (written, ==, c->wanted);
}

static const struct {
  const char *typed, *wanted;
} addresses[] = {
  { "https://example.be/a?b", "https://example.be/a?b" },
  { " example.be ", "https://example.be" },
  { "HTTP://example.be", "HTTP://example.be" },
  { "mailto:a@example.be", "mailto:a@example.be" },
  { "a@example.be", "mailto:a@example.be" },
  { "javascript:alert(1)", NULL },
  { "file:///etc/passwd", NULL },
  { "ftp://example.be", NULL },
  { "https://", NULL },
  { "twee woorden.be", NULL },
  { "woord", NULL },
  { "", NULL },
};

static void
only_safe_addresses_are_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autofree char *got = akk_link_complete (addresses[i].typed);

    g_assert_cmpstr (got, ==, addresses[i].wanted);
  }
}

static void
a_link_can_be_set_changed_and_taken_away (void)
{
  g_autoptr (AkkText) text = akk_text_parse ("zie de **web**site nu");
  g_autoptr (AkkText) linked = akk_text_set_link (text, 0, 7, 14, "https://a.be");
  g_autoptr (AkkText) unlinked = NULL;
  g_autofree char *written = akk_text_write (linked);
  gsize from = 0, to = 0;

  g_assert_cmpstr (written, ==, "zie de [**web**site](<https://a.be>) nu\n");
  g_assert_cmpstr (akk_line_link_at (linked->lines[0], 10, &from, &to), ==, "https://a.be");
  g_assert_cmpuint (from, ==, 7);
  g_assert_cmpuint (to, ==, 14);
  g_assert_nonnull (akk_line_link_at (linked->lines[0], 14, &from, &to));
  g_assert_null (akk_line_link_at (linked->lines[0], 15, &from, &to));
  unlinked = akk_text_set_link (linked, 0, from, to, NULL);
  g_assert_true (akk_text_equal (unlinked, text));
}

static void
a_quote_is_put_on_and_taken_off (void)
{
  g_autoptr (AkkText) text = akk_text_parse ("a\n\n- b\n\nc");
  g_autoptr (AkkText) quoted = akk_text_set_quote (text, 0, 2, TRUE);
  g_autoptr (AkkText) plain = akk_text_set_quote (quoted, 0, 3, FALSE);
  g_autofree char *written = akk_text_write (quoted);

  g_assert_cmpstr (written, ==, "> a\n>\n> - b\n\nc\n");
  g_assert_true (akk_text_equal (plain, text));
}

/* --- Clauses --- */

static void
a_clause_is_edited_and_restored (void)
{
  g_autoptr (AkkText) text = akk_text_parse ("voor\n\n{{clause:bodies}}\n\nna");
  g_autoptr (AkkText) generated = akk_text_parse ("De organen:\n\n- een;\n- twee.");
  g_autoptr (AkkText) edited = akk_text_edit_clause (text, 1, generated);
  g_autofree char *written = akk_text_write (edited);
  g_autoptr (AkkText) restored = NULL;
  AkkClause clause;
  guint line = 3;

  g_assert_cmpstr (written, ==,
                   "voor\n\n{{text:bodies}}De organen:\n\n- een;\n- twee.{{end:bodies}}\n\nna\n");
  g_assert_false (akk_text_find_clause (edited, 0, &clause));
  g_assert_false (akk_text_find_clause (edited, 4, &clause));
  g_assert_true (akk_text_find_clause (edited, 2, &clause));
  g_assert_true (clause.edited);
  g_assert_cmpuint (clause.first, ==, 1);
  g_assert_cmpuint (clause.last, ==, 3);
  restored = akk_text_restore_clause (edited, &line);
  g_assert_cmpuint (line, ==, 1);
  g_assert_true (akk_text_equal (restored, text));
}

/* What was typed beside the borders of a clause is no part of it. */
static void
words_beside_a_clause_stay (void)
{
  static const struct {
    const char *edited, *restored;
    guint line;
  } cases[] = {
    { "{{text:bodies}}Een.{{end:bodies}} **Vast** erbij.", "{{clause:bodies}}\n\n**Vast** erbij.\n",
      0 },
    { "Vooraf {{text:bodies}}een:\n\n- twee;\n- drie.{{end:bodies}} En meer.",
      "Vooraf\n\n{{clause:bodies}}\n\n- En meer.\n", 1 },
    { "na\n\n{{text:bodies}}Een.{{end:bodies}}  ", "na\n\n{{clause:bodies}}\n", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkText) text = akk_text_parse (cases[i].edited);
    guint line = text->n_lines - 1;
    g_autoptr (AkkText) restored = akk_text_restore_clause (text, &line);
    g_autofree char *written = akk_text_write (restored);

    g_assert_cmpstr (written, ==, cases[i].restored);
    g_assert_cmpuint (line, ==, cases[i].line);
  }
}

static void
an_empty_clause_can_be_edited (void)
{
  g_autoptr (AkkText) text = akk_text_parse ("{{clause:term}}");
  g_autoptr (AkkText) nothing = akk_text_new (NULL, 0);
  g_autoptr (AkkText) edited = akk_text_edit_clause (text, 0, nothing);
  g_autofree char *written = akk_text_write (edited);

  g_assert_cmpstr (written, ==, "{{text:term}}{{end:term}}\n");
}

/* --- Commitments --- */

static void
commitments_have_an_identity_each (void)
{
  g_autoptr (AkkText) text = akk_text_parse ("een\n\n- twee\n\n> drie");
  g_autoptr (AkkText) on = akk_text_set_commitment (text, 0, 2, TRUE);
  g_autoptr (AkkText) more = akk_text_set_commitment (on, 0, 2, TRUE);
  g_autoptr (AkkText) off = akk_text_set_commitment (on, 0, 2, FALSE);
  gint64 first = akk_line_commitment (on->lines[0]), second = akk_line_commitment (on->lines[1]);

  g_assert_cmpint (first, >, 0);
  g_assert_cmpint (second, >, 0);
  g_assert_cmpint (first, !=, second);
  g_assert_true (more == on);
  g_assert_cmpint (off->lines[0]->kind, ==, AKK_LINE_BULLET);
  g_assert_cmpstr (off->lines[0]->text, ==, "een");
  g_assert_cmpstr (off->lines[1]->text, ==, "twee");
}

static void
a_copied_commitment_is_another (void)
{
  g_autoptr (AkkText) text = akk_text_parse ("- {{commitment:5}} a\n- {{commitment:6}} b");
  g_autoptr (AkkText) foreign = akk_text_parse ("- {{commitment:5}} a\n- {{commitment:7}} c");
  g_autoptr (AkkText) renewed = akk_text_renew_commitments (foreign, text);
  g_autoptr (AkkText) twice = akk_text_parse ("- {{commitment:5}} a\n- {{commitment:5}} b");
  g_autoptr (AkkText) tidy = akk_text_tidy_commitments (twice);
  g_autoptr (AkkText) stray = akk_text_parse ("a {{commitment:5}} b\n\n- c {{commitment:6}} d");
  g_autoptr (AkkText) gone = akk_text_tidy_commitments (stray);
  g_autofree char *written = akk_text_write (gone);

  g_assert_cmpint (akk_line_commitment (renewed->lines[0]), !=, 5);
  g_assert_cmpint (akk_line_commitment (renewed->lines[0]), !=, 0);
  g_assert_cmpint (akk_line_commitment (renewed->lines[1]), ==, 7);
  g_assert_cmpint (akk_line_commitment (tidy->lines[0]), ==, 5);
  g_assert_cmpint (akk_line_commitment (tidy->lines[1]), !=, 5);
  g_assert_cmpint (akk_line_commitment (tidy->lines[1]), !=, 0);
  g_assert_null (strstr (written, "commitment"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-insert/notes-count-through", notes_count_through);
  g_test_add_func ("/text-insert/a-note-goes-among-the-others", a_note_goes_among_the_others);
  g_test_add_func ("/text-insert/a-note-goes-with-its-mark", a_note_goes_with_its_mark);
  g_test_add_func ("/text-insert/a-moved-mark-takes-its-note-along",
                   a_moved_mark_takes_its_note_along);
  g_test_add_func ("/text-insert/removing-a-note-removes-its-marks",
                   removing_a_note_removes_its_marks);
  for (guint i = 0; i < G_N_ELEMENTS (field_cases); i++) {
    g_autofree char *path = g_strconcat ("/text-insert/", field_cases[i].claim, NULL);

    g_test_add_data_func (path, &field_cases[i], test_field);
  }
  g_test_add_func ("/text-insert/only-safe-addresses-are-links", only_safe_addresses_are_links);
  g_test_add_func ("/text-insert/a-link-can-be-set-changed-and-taken-away",
                   a_link_can_be_set_changed_and_taken_away);
  g_test_add_func ("/text-insert/a-quote-is-put-on-and-taken-off", a_quote_is_put_on_and_taken_off);
  g_test_add_func ("/text-insert/a-clause-is-edited-and-restored", a_clause_is_edited_and_restored);
  g_test_add_func ("/text-insert/words-beside-a-clause-stay", words_beside_a_clause_stay);
  g_test_add_func ("/text-insert/an-empty-clause-can-be-edited", an_empty_clause_can_be_edited);
  g_test_add_func ("/text-insert/commitments-have-an-identity-each",
                   commitments_have_an_identity_each);
  g_test_add_func ("/text-insert/a-copied-commitment-is-another", a_copied_commitment_is_another);
  return g_test_run ();
}
