/* Tests of comparing two versions of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/compare.h"

#include <string.h>

static AkkCompareText *
read_text (const char *agreement, const char *parties, const char *sections)
{
  g_autofree char *content = g_strdup_printf (
      "{\"format\":\"akkoord-version\",\"number\":1,\"date\":\"2025-03-01\",\"agreement\":{%s},"
      "\"parties\":[%s],\"priority\":[],\"body\":[],\"sections\":[%s],\"signatories\":[]}",
      agreement, parties, sections);
  AkkCompareText *text = akk_compare_read (content, NULL, NULL);

  g_assert_nonnull (text);
  return text;
}

static char *
section (guint depth, const char *number, const char *heading, const char *text)
{
  return g_strdup_printf ("{\"depth\":%u,\"number\":\"%s\",\"heading\":\"%s\",\"text\":\"%s\"}",
                          depth, number, heading, text);
}

/* "depth|number|heading|text" for each. */
static char *
sections (const char *const *lines)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) done = NULL;

  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "|", 4);

    g_strv_builder_take (all, section ((guint) atoi (cells[0]), cells[1], cells[2], cells[3]));
  }
  done = g_strv_builder_end (all);
  return g_strjoinv (",", done);
}

static char *
plain (GPtrArray *pieces, AkkDiffKind without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    const AkkDiffPiece *piece = pieces->pdata[i];
    g_string_append (text, piece->kind != without ? piece->text : "");
  }
  return g_string_free_and_steal (text);
}

/* What happened, one line a part: "Titel: renumbered changed(2)". */
static char *
told (const AkkComparison *self)
{
  static const char *const marks[] = { "added", "removed", "moved", "renumbered", "renamed" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len; i++) {
    const AkkCompareEntry *entry = self->entries->pdata[i];
    const AkkComparePart *part = entry->now != NULL ? entry->now : entry->old;

    g_string_append_printf (text, "%s:", part->heading);
    for (guint bit = 0; bit < G_N_ELEMENTS (marks); bit++)
      if (entry->marks & (1u << bit))
        g_string_append_printf (text, " %s", marks[bit]);
    if (entry->marks & AKK_COMPARE_CHANGED)
      g_string_append_printf (text, " changed(%u)", entry->changes->len);
    g_string_append_c (text, '\n');
  }
  return g_string_free_and_steal (text);
}

static void
assert_told (const char *const *old, const char *const *now, const char *expected)
{
  g_autofree char *a = sections (old), *b = sections (now);
  g_autoptr (AkkCompareText) before = read_text ("", "", a);
  g_autoptr (AkkCompareText) after = read_text ("", "", b);
  g_autoptr (AkkComparison) comparison = akk_comparison_new (before, after);
  g_autofree char *text = told (comparison);

  g_assert_cmpstr (text, ==, expected);
}

#define LINES(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
test_sections (void)
{
  assert_told (LINES ("1|1.|Doel|Samen."), LINES ("1|1.|Doel|Samen."), "");
  assert_told (LINES ("1|1.|Doel|Samen werken."), LINES ("1|1.|Doel|Samen blijven werken."),
               "Doel: changed(1)\n");
  assert_told (LINES ("1|1.|Doel|A", "1|2.|Duur|B", "1|3.|Slot|C"),
               LINES ("1|1.|Doel|A", "1|2.|Nieuw|X y z", "1|3.|Duur|B", "1|4.|Slot|C"),
               "Nieuw: added\nDuur: renumbered\nSlot: renumbered\n");
  assert_told (LINES ("1|1.|Doel|A", "1|2.|Oud|X y z", "1|3.|Slot|C"),
               LINES ("1|1.|Doel|A", "1|2.|Slot|C"), "Oud: removed\nSlot: renumbered\n");
  assert_told (LINES ("1|1.|Doel|A", "1|2.|Duur|B", "1|3.|Slot|C"),
               LINES ("1|1.|Slot|C", "1|2.|Doel|A", "1|3.|Duur|B"),
               "Slot: moved renumbered\nDoel: renumbered\nDuur: renumbered\n");
  assert_told (LINES ("1|1.|Overleg|Wij komen drie keer per jaar samen in Lokeren."),
               LINES ("1|1.|Overlegstructuur|Wij komen drie keer per jaar samen in Lokeren."),
               "Overlegstructuur: renamed\n");
}

/* The same heading under several others is told apart by what it stands under. */
static void
test_branches (void)
{
  assert_told (
      LINES ("1|I|Een|", "2||Stuurgroep|Eerste tekst", "1|II|Twee|", "2||Stuurgroep|Tweede tekst"),
      LINES ("1|I|Een|", "1|II|Twee|", "2||Stuurgroep|Tweede tekst", "2||Werkgroep|Derde"),
      "Stuurgroep: removed\nWerkgroep: added\n");
  assert_told (LINES ("1|I|Een|", "2||Contact|Bel ons", "1|II|Twee|"),
               LINES ("1|I|Een|", "1|II|Twee|", "2||Contact|Bel ons"), "Contact: moved\n");
}

static void
test_tables (void)
{
  g_autofree char *a = section (
      1, "1.", "Tabel", "| Gemeente | Keer |\\n| --- | --- |\\n| Lokeren | 2 |\\n| Zele | 4 |");
  g_autofree char *b = section (
      1, "1.", "Tabel", "| Gemeente | Keer |\\n| --- | --- |\\n| Lokeren | 3 |\\n| Zele | 4 |");
  g_autoptr (AkkCompareText) old = read_text ("", "", a);
  g_autoptr (AkkCompareText) now = read_text ("", "", b);
  g_autoptr (AkkComparison) comparison = akk_comparison_new (old, now);
  const AkkCompareEntry *entry = comparison->entries->pdata[0];
  const AkkCompareChange *change;

  g_assert_cmpuint (comparison->entries->len, ==, 1);
  g_assert_cmpuint (entry->changes->len, ==, 1);
  change = entry->changes->pdata[0];
  g_assert_cmpuint (change->now->row, ==, 2);
  g_assert_cmpuint (change->cells->len, ==, 2);
  g_assert_false (akk_diff_pieces_differ (change->cells->pdata[0]));
  g_assert_true (akk_diff_pieces_differ (change->cells->pdata[1]));
}

static void
test_properties (void)
{
  g_autoptr (AkkCompareText) old =
      read_text ("\"title\":\"Overeenkomst\",\"ends_on\":\"2025-12-31\",\"motto\":\"\"",
                 "{\"organisation\":{\"name\":\"Stad Lokeren\",\"short_name\":\"Lokeren\"},"
                 "\"representatives\":[{\"name\":\"An Peeters\",\"function\":\"voorzitter\"}]},"
                 "{\"organisation\":{\"name\":\"Zele\"},\"representatives\":[]}",
                 "");
  g_autoptr (AkkCompareText) now =
      read_text ("\"title\":\"Overeenkomst\",\"ends_on\":\"2031-12-31\",\"motto\":\"Samen\"",
                 "{\"organisation\":{\"name\":\"Stad Lokeren\",\"short_name\":\"Lokeren\"},"
                 "\"representatives\":[{\"name\":\"Bo Maes\",\"function\":\"voorzitter\"}]},"
                 "{\"organisation\":{\"name\":\"Laarne\"},\"representatives\":[]}",
                 "");
  g_autoptr (AkkComparison) comparison = akk_comparison_new (old, now);
  g_autofree char *text = told (comparison);
  const AkkCompareEntry *agreement = comparison->entries->pdata[0];
  const AkkCompareChange *motto = agreement->changes->pdata[0];
  const AkkCompareChange *end = agreement->changes->pdata[1];

  g_assert_cmpstr (text, ==, ": changed(2)\nLokeren: changed(1)\nLaarne: added\nZele: removed\n");
  g_assert_cmpstr (motto->now->field->name, ==, "motto");
  g_assert_cmpint (motto->kind, ==, AKK_DIFF_ADDED);
  g_assert_cmpstr (end->now->field->name, ==, "ends_on");
  g_assert_cmpint (end->kind, ==, AKK_DIFF_SAME);
}

/* Pages of a file that were exchanged for others, a plan of another year; words are compared as
 * text. */
static void
test_annexes (void)
{
  g_autoptr (AkkCompareText) old = read_text (
      "", "",
      "{\"depth\":1,\"number\":\"Bijlage 1.\",\"heading\":\"Kaart\",\"text\":\"\",\"content\":"
      "\"pdf\",\"file\":\"aaa\",\"year\":0},"
      "{\"depth\":1,\"number\":\"Bijlage 2.\",\"heading\":\"Plan\",\"text\":\"\",\"content\":"
      "\"action-plan\",\"file\":\"\",\"year\":2025},"
      "{\"depth\":1,\"number\":\"Bijlage 3.\",\"heading\":\"Lijst\",\"text\":\"Een lijst.\"}");
  g_autoptr (AkkCompareText) now = read_text (
      "", "",
      "{\"depth\":1,\"number\":\"Bijlage 1.\",\"heading\":\"Kaart\",\"text\":\"\",\"content\":"
      "\"pdf\",\"file\":\"bbb\",\"year\":0},"
      "{\"depth\":1,\"number\":\"Bijlage 2.\",\"heading\":\"Plan\",\"text\":\"\",\"content\":"
      "\"action-plan\",\"file\":\"\",\"year\":2026},"
      "{\"depth\":1,\"number\":\"Bijlage 3.\",\"heading\":\"Lijst\",\"text\":\"Een lange "
      "lijst.\"}");
  g_autoptr (AkkComparison) comparison = akk_comparison_new (old, now);
  g_autofree char *text = told (comparison);
  const AkkCompareEntry *map = comparison->entries->pdata[0], *plan = comparison->entries->pdata[1];
  const AkkCompareChange *file = map->changes->pdata[0], *year = plan->changes->pdata[0];

  g_assert_cmpstr (text, ==, "Kaart: changed(1)\nPlan: changed(1)\nLijst: changed(1)\n");
  g_assert_true (akk_compare_line_is_file (file->now));
  g_assert_false (akk_compare_line_is_file (year->now));
  g_assert_cmpstr (year->now->field->name, ==, "year");
}

/* Values without phrases are in the words of the program. */
static void
test_words (void)
{
  g_autofree char *content = g_strdup (
      "{\"format\":\"akkoord-version\",\"number\":1,\"date\":\"2025-03-01\",\"agreement\":"
      "{\"kind\":\"cooperation\",\"starts_on\":\"2025-03-01\",\"indefinite\":true},\"parties\":[],"
      "\"priority\":[],\"body\":[{\"name\":\"Stuurgroep\",\"kind\":\"steering\",\"times\":3,"
      "\"period\":1,\"unit\":\"years\"}],\"sections\":[],\"signatories\":[]}");
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  static const char *const expected[2][4] = {
    { "Cooperation agreement", "1 March 2025", "Yes", "at least 3 times a year" },
    { "samenwerkingsovereenkomst", "1 maart 2025", "ja", "minstens 3 keer per jaar" },
  };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (AkkCompareText) text = akk_compare_read (content, NULL, i == 0 ? NULL : phrases);
    g_autoptr (GString) all = g_string_new ("\n");

    for (guint j = 0; j < text->parts->len; j++) {
      const AkkComparePart *part = text->parts->pdata[j];

      for (guint k = 0; k < part->lines->len; k++)
        g_string_append_printf (all, "%s\n", ((AkkCompareLine *) part->lines->pdata[k])->cells[0]);
    }
    for (guint j = 0; j < 4; j++) {
      g_autofree char *line = g_strdup_printf ("\n%s\n", expected[i][j]);

      g_test_message ("“%s” in “%s”", line, all->str);
      g_assert_nonnull (strstr (all->str, line));
    }
  }
}

static void
test_not_frozen (void)
{
  g_assert_null (akk_compare_read ("", NULL, NULL));
  g_assert_null (akk_compare_read ("[1]", NULL, NULL));
  g_assert_null (akk_compare_read ("{\"agreement\":3}", NULL, NULL));
}

/* --- Whatever the texts --- */

static char *
random_sections (guint seed)
{
  static const char *const headings[] = { "Doel", "Duur", "Overleg", "Slot", "" };
  static const char *const words[] = { "de ", "partijen ", "komen ", "samen ", "3 ", "keer, " };
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) done = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (int i = 0, n = g_rand_int_range (rand, 0, 8); i < n; i++) {
    g_autofree char *number = g_strdup_printf ("%d.", i + 1);
    g_autoptr (GString) text = g_string_new (NULL);

    for (int j = g_rand_int_range (rand, 0, 5); j > 0; j--) {
      g_string_append (text, g_rand_boolean (rand) ? "- " : "");
      for (int k = g_rand_int_range (rand, 1, 8); k > 0; k--)
        g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      g_string_append (text, "\\n\\n");
    }
    g_strv_builder_take (all, section ((guint) g_rand_int_range (rand, 1, 4), number,
                                       headings[g_rand_int_range (rand, 0, 5)], text->str));
  }
  done = g_strv_builder_end (all);
  return g_strjoinv (",", done);
}

static void
assert_lines (GPtrArray *old, GPtrArray *now)
{
  g_autoptr (GPtrArray) changes = akk_compare_lines (old, now, TRUE);
  guint i = 0, j = 0;

  for (guint c = 0; c < changes->len; c++) {
    const AkkCompareChange *change = changes->pdata[c];
    g_autofree char *was = plain (change->cells->pdata[0], AKK_DIFF_ADDED);
    g_autofree char *is = plain (change->cells->pdata[0], AKK_DIFF_REMOVED);

    if (change->old != NULL) {
      g_assert_true (change->old == old->pdata[i++]);
      g_assert_cmpstr (was, ==, change->old->cells[0]);
    }
    if (change->now != NULL) {
      g_assert_true (change->now == now->pdata[j++]);
      g_assert_cmpstr (is, ==, change->now->cells[0]);
    }
  }
  g_assert_cmpuint (i, ==, old->len);
  g_assert_cmpuint (j, ==, now->len);
}

/* Every part is told once or stayed as it is, and the changes of the lines make the new of the old.
 */
static void
test_apply (void)
{
  for (guint round = 0; round < 400; round++) {
    g_autofree char *a = random_sections (round), *b = random_sections (round / 2 + 7);
    g_autoptr (AkkCompareText) old = read_text ("", "", a);
    g_autoptr (AkkCompareText) now = read_text ("", "", b);
    g_autoptr (AkkComparison) comparison = akk_comparison_new (old, now);
    g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
    guint n_added = 0, n_removed = 0;

    for (guint i = 0; i < comparison->entries->len; i++) {
      const AkkCompareEntry *entry = comparison->entries->pdata[i];

      g_assert_true (entry->old == NULL || g_hash_table_add (seen, (gpointer) entry->old));
      g_assert_true (entry->now == NULL || g_hash_table_add (seen, (gpointer) entry->now));
      n_added += entry->old == NULL;
      n_removed += entry->now == NULL;
      if (entry->old != NULL && entry->now != NULL)
        assert_lines (entry->old->lines, entry->now->lines);
    }
    g_assert_cmpuint (old->parts->len - n_removed + n_added, ==, now->parts->len);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/sections-added-removed-moved-renumbered", test_sections);
  g_test_add_func ("/compare/same-heading-under-several-others", test_branches);
  g_test_add_func ("/compare/tables-cell-by-cell", test_tables);
  g_test_add_func ("/compare/properties-and-parties", test_properties);
  g_test_add_func ("/compare/annexes-by-what-they-hold", test_annexes);
  g_test_add_func ("/compare/values-in-the-words-of-who-reads", test_words);
  g_test_add_func ("/compare/what-is-not-frozen-is-refused", test_not_frozen);
  g_test_add_func ("/compare/changes-make-the-new-of-the-old", test_apply);
  return g_test_run ();
}
