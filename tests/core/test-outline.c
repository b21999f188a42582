/* Numbers and order of sections.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "core/section.h"

typedef struct {
  gint64 id, parent;
  AkkScheme scheme;
} Row;

typedef struct {
  const char *name;
  Row rows[12];
  const char *language;
  const char *expected; /* "id:depth:number", one after another */
} Case;

static const Case cases[] = {
  { "every-scheme-has-its-form",
    { { 1, 0, AKK_SCHEME_NONE },
      { 2, 0, AKK_SCHEME_PART },
      { 3, 0, AKK_SCHEME_ROMAN },
      { 4, 0, AKK_SCHEME_DECIMAL },
      { 5, 0, AKK_SCHEME_DECIMAL_PATH },
      { 6, 0, AKK_SCHEME_LETTER },
      { 7, 0, AKK_SCHEME_LETTER_PAREN },
      { 8, 0, AKK_SCHEME_ARTICLE },
      { 9, 0, AKK_SCHEME_RUNNING },
      { 10, 0, AKK_SCHEME_RUN_IN } },
    "nl-BE",
    "1:1: 2:1:Deel I. 3:1:I. 4:1:1. 5:1:2 6:1:A. 7:1:a) 8:1:Artikel 1. 9:1:1 10:1:3." },
  { "articles-run-on-through-parts",
    { { 1, 0, AKK_SCHEME_PART },
      { 2, 1, AKK_SCHEME_ARTICLE },
      { 3, 1, AKK_SCHEME_ARTICLE },
      { 4, 0, AKK_SCHEME_PART },
      { 5, 4, AKK_SCHEME_ARTICLE },
      { 6, 5, AKK_SCHEME_DECIMAL_PATH },
      { 7, 6, AKK_SCHEME_DECIMAL_PATH } },
    "nl-BE",
    "1:1:Deel I. 2:2:Artikel 1. 3:2:Artikel 2. 4:1:Deel II. 5:2:Artikel 3. 6:3:3.1 7:4:3.1.1" },
  { "others-count-from-one-below-each-parent",
    { { 1, 0, AKK_SCHEME_LETTER },
      { 2, 1, AKK_SCHEME_DECIMAL },
      { 3, 1, AKK_SCHEME_DECIMAL },
      { 4, 0, AKK_SCHEME_LETTER },
      { 5, 4, AKK_SCHEME_DECIMAL } },
    "nl-BE",
    "1:1:A. 2:2:1. 3:2:2. 4:1:B. 5:2:1." },
  { "other-languages-have-other-words",
    { { 1, 0, AKK_SCHEME_PART }, { 2, 1, AKK_SCHEME_ARTICLE } },
    "en",
    "1:1:Part I. 2:2:Article 1." },
  { "an-orphan-stands-at-the-top",
    { { 1, 0, AKK_SCHEME_DECIMAL }, { 2, 99, AKK_SCHEME_DECIMAL }, { 3, 2, AKK_SCHEME_NONE } },
    "nl-BE",
    "1:1:1. 2:1:2. 3:2:" },
  { "a-circle-is-cut-at-one-place",
    { { 5, 7, AKK_SCHEME_NONE },
      { 6, 5, AKK_SCHEME_NONE },
      { 7, 6, AKK_SCHEME_NONE },
      { 8, 7, AKK_SCHEME_NONE },
      { 9, 9, AKK_SCHEME_NONE } },
    "nl-BE",
    "5:1: 6:2: 7:3: 8:4: 9:1:" },
  { "a-parent-may-come-later-in-the-list",
    { { 2, 1, AKK_SCHEME_DECIMAL }, { 1, 0, AKK_SCHEME_DECIMAL } },
    "nl-BE",
    "1:1:1. 2:2:1." },
};

static AkkSection *
new_section (gint64 id, gint64 parent, gint64 scheme)
{
  AkkSection *section = akk_record_new (&akk_section_record);

  section->record.id = id;
  section->parent_id = parent;
  section->scheme = scheme;
  return section;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GListStore) sections = g_list_store_new (akk_section_get_type ());
  g_autoptr (GPtrArray) outline = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; test->rows[i].id != 0; i++) {
    g_autoptr (AkkSection) section =
        new_section (test->rows[i].id, test->rows[i].parent, test->rows[i].scheme);
    g_list_store_append (sections, section);
  }
  outline = akk_outline_new (G_LIST_MODEL (sections), test->language);
  for (guint i = 0; i < outline->len; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];
    g_string_append_printf (text, "%s%d:%u:%s", i > 0 ? " " : "", (int) entry->section->record.id,
                            entry->depth, entry->number);
    g_assert_true (akk_outline_find (outline, entry->section->record.id) == entry);
  }
  g_assert_cmpstr (text->str, ==, test->expected);
}

static void
test_no_section_is_lost_at_any_depth (void)
{
  g_autoptr (GListStore) sections = g_list_store_new (akk_section_get_type ());
  g_autoptr (GPtrArray) outline = NULL;

  for (gint64 id = 1; id <= 30000; id++) {
    g_autoptr (AkkSection) section = new_section (id, id - 1, AKK_SCHEME_NONE);
    g_list_store_append (sections, section);
  }
  outline = akk_outline_new (G_LIST_MODEL (sections), "nl-BE");
  g_assert_cmpuint (outline->len, ==, 30000);
}

static void
test_long_counts (void)
{
  static const struct {
    guint n;
    AkkScheme scheme;
    const char *number;
  } long_cases[] = {
    { 26, AKK_SCHEME_LETTER, "Z." },        { 27, AKK_SCHEME_LETTER, "AA." },
    { 53, AKK_SCHEME_LETTER_PAREN, "ba)" }, { 4, AKK_SCHEME_ROMAN, "IV." },
    { 49, AKK_SCHEME_PART, "Deel XLIX." },
  };

  for (guint c = 0; c < G_N_ELEMENTS (long_cases); c++) {
    g_autoptr (GListStore) sections = g_list_store_new (akk_section_get_type ());
    g_autoptr (GPtrArray) outline = NULL;
    for (guint i = 0; i < long_cases[c].n; i++) {
      g_autoptr (AkkSection) section = new_section (i + 1, 0, long_cases[c].scheme);
      g_list_store_append (sections, section);
    }
    outline = akk_outline_new (G_LIST_MODEL (sections), "nl-BE");
    g_assert_cmpstr (((AkkOutlineEntry *) outline->pdata[outline->len - 1])->number, ==,
                     long_cases[c].number);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/outline/", cases[i].name, NULL);
    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/outline/no-section-is-lost-at-any-depth",
                   test_no_section_is_lost_at_any_depth);
  g_test_add_func ("/outline/long-counts", test_long_counts);
  return g_test_run ();
}
