/* Moving sections: the outline stays a tree, and no section is lost.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/agreement-text.h"
#include "core/order.h"
#include "core/outline-edit.h"

/* An outline is written "1 .2 ..3 4": the id of each section, a dot for each depth below the top.
 */
typedef struct {
  const char *name, *before;
  gint64 section;
  AkkMove move;
  gint64 target;
  const char *after; /* NULL: refused */
} Case;

static const Case cases[] = {
  { "up-takes-the-parts-along", "1 .2 3 .4 ..5", 3, AKK_MOVE_UP, 0, "3 .4 ..5 1 .2" },
  { "up-stays-with-its-parent", "1 .2 .3", 2, AKK_MOVE_UP, 0, NULL },
  { "the-first-does-not-go-up", "1 2", 1, AKK_MOVE_UP, 0, NULL },
  { "down-passes-all-parts", "1 2 .3 ..4 5", 1, AKK_MOVE_DOWN, 0, "2 .3 ..4 1 5" },
  { "down-to-the-end", "1 .2 3 .4", 1, AKK_MOVE_DOWN, 0, "3 .4 1 .2" },
  { "the-last-does-not-go-down", "1 2 .3", 2, AKK_MOVE_DOWN, 0, NULL },
  { "the-last-part-does-not-go-down", "1 .2 3", 2, AKK_MOVE_DOWN, 0, NULL },
  { "in-becomes-the-last-part", "1 .2 3 .4 5", 3, AKK_MOVE_IN, 0, "1 .2 .3 ..4 5" },
  { "the-first-does-not-go-in", "1 .2", 2, AKK_MOVE_IN, 0, NULL },
  { "out-comes-after-its-parent", "1 .2 .3 ..4 .5 6", 3, AKK_MOVE_OUT, 0, "1 .2 .5 3 .4 6" },
  { "the-top-does-not-go-out", "1 2", 2, AKK_MOVE_OUT, 0, NULL },
  { "before-another", "1 .2 3 4", 4, AKK_MOVE_BEFORE, 2, "1 .4 .2 3" },
  { "after-another-and-its-parts", "1 2 .3 4", 1, AKK_MOVE_AFTER, 2, "2 .3 1 4" },
  { "into-another", "1 .2 3", 3, AKK_MOVE_INTO, 1, "1 .2 .3" },
  { "into-one-without-parts", "1 2 .3", 1, AKK_MOVE_INTO, 3, "2 .3 ..1" },
  { "not-into-itself", "1 .2", 1, AKK_MOVE_INTO, 1, NULL },
  { "not-into-its-own-part", "1 .2 ..3", 1, AKK_MOVE_INTO, 3, NULL },
  { "not-before-its-own-part", "1 .2 ..3", 1, AKK_MOVE_BEFORE, 3, NULL },
  { "not-where-it-stands", "1 2 3", 2, AKK_MOVE_BEFORE, 3, NULL },
  { "not-where-it-stands-either", "1 2 3", 2, AKK_MOVE_AFTER, 1, NULL },
  { "not-before-itself", "1 2 3", 2, AKK_MOVE_BEFORE, 2, NULL },
  { "not-into-where-it-is-the-last", "1 .2 .3", 3, AKK_MOVE_INTO, 1, NULL },
  { "not-too-deep", "1 .2 ..3 ...4 ....5 .....6 .....7", 7, AKK_MOVE_IN, 0, NULL },
  { "not-with-a-part-too-deep", "1 .2 ..3 ...4 ....5 ....6 .....7", 6, AKK_MOVE_IN, 0, NULL },
  { "not-what-is-not-there", "1 2", 9, AKK_MOVE_UP, 0, NULL },
  { "not-to-what-is-not-there", "1 2", 1, AKK_MOVE_AFTER, 9, NULL },
};

static AkkSection *
new_section (gint64 id, gint64 parent, const char *position, AkkScheme scheme)
{
  AkkSection *section = akk_record_new (&akk_section_record);

  g_object_set (section, "parent-id", parent, "position", position, "scheme", (gint64) scheme,
                NULL);
  section->record.id = id;
  return section;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const AkkSection *first = a, *second = b;
  int order = strcmp (first->position, second->position);

  return order != 0
             ? order
             : (first->record.id > second->record.id) - (first->record.id < second->record.id);
}

/* All sections at one depth have the same scheme, so that a change of depth shows. */
static GListStore *
sections_of (const char *notation)
{
  g_auto (GStrv) words = g_strsplit (notation, " ", -1);
  GListStore *sections = g_list_store_new (akk_section_get_type ());
  gint64 path[16] = { 0 };
  g_autofree char *position = g_strdup ("");

  for (guint i = 0; words[i] != NULL; i++) {
    guint depth = (guint) strspn (words[i], ".");
    char *next = akk_order_between (position, "");

    g_free (position);
    position = next;
    path[depth + 1] = g_ascii_strtoll (words[i] + depth, NULL, 10);
    {
      g_autoptr (AkkSection) section =
          new_section (path[depth + 1], path[depth], position, AKK_SCHEME_PART + depth % 3);
      g_list_store_append (sections, section);
    }
  }
  return sections;
}

static GPtrArray *
outline_of (GListStore *sections)
{
  g_list_store_sort (sections, compare, NULL);
  return akk_outline_new (G_LIST_MODEL (sections), "nl-BE");
}

static char *
notation_of (GPtrArray *outline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < outline->len; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];

    g_string_append (text, i > 0 ? " " : "");
    for (guint j = 1; j < entry->depth; j++)
      g_string_append_c (text, '.');
    g_string_append_printf (text, "%d", (int) entry->section->record.id);
  }
  return g_string_free_and_steal (text);
}

static void
apply (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++) {
    AkkSectionChange *change = changes->pdata[i];

    g_object_set (change->section, "parent-id", change->parent, "position", change->position,
                  "scheme", (gint64) change->scheme, NULL);
  }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GListStore) sections = sections_of (test->before);
  g_autoptr (GPtrArray) before = outline_of (sections);
  g_autoptr (GPtrArray) changes =
      akk_outline_move (before, test->section, test->move, test->target);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *got = NULL;

  if (test->after == NULL) {
    g_assert_null (changes);
    return;
  }
  g_assert_nonnull (changes);
  apply (changes);
  after = outline_of (sections);
  got = notation_of (after);
  g_assert_cmpstr (got, ==, test->after);
}

/* Those that change depth are numbered as what stands there; where nothing does, they keep what
 * they have. */
static void
test_schemes_follow_depth (void)
{
  g_autoptr (GListStore) sections = sections_of ("1 .2 3 .4 5");
  g_autoptr (GPtrArray) before = outline_of (sections);
  g_autoptr (GPtrArray) changes = akk_outline_move (before, 3, AKK_MOVE_IN, 0);
  g_autoptr (GPtrArray) after = NULL;

  apply (changes);
  after = outline_of (sections);
  g_assert_cmpint (akk_outline_find (after, 3)->section->scheme, ==, AKK_SCHEME_PART + 1);
  g_assert_cmpint (akk_outline_find (after, 4)->section->scheme, ==, AKK_SCHEME_PART + 1);
  g_assert_cmpint (akk_outline_find (after, 5)->section->scheme, ==, AKK_SCHEME_PART);
}

/* Two people inserted at the same place: the keys are equal, there is nothing between them. */
static void
test_equal_positions (void)
{
  g_autoptr (GListStore) sections = sections_of ("1 2 3 4");
  g_autoptr (GPtrArray) before = NULL, changes = NULL, after = NULL;
  g_autofree char *got = NULL;

  for (guint i = 1; i < 3; i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (G_LIST_MODEL (sections), i);
    g_object_set (section, "position", "V00001", NULL);
  }
  before = outline_of (sections);
  changes = akk_outline_move (before, 4, AKK_MOVE_BEFORE, 3);
  apply (changes);
  after = outline_of (sections);
  got = notation_of (after);
  g_assert_cmpstr (got, ==, "1 2 4 3");
}

/* Two people moved two sections into each other: one stands at the top. Moving another does not
 * bring the circle back. */
static void
test_circle_stays_cut (void)
{
  g_autoptr (GListStore) sections = sections_of ("1 2 3");
  g_autoptr (GPtrArray) before = NULL, changes = NULL, after = NULL;
  g_autofree char *was = NULL, *got = NULL;

  for (guint i = 0; i < 2; i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (G_LIST_MODEL (sections), i);
    g_object_set (section, "parent-id", (gint64) (2 - i), NULL);
  }
  before = outline_of (sections);
  was = notation_of (before);
  g_assert_cmpstr (was, ==, "1 .2 3");
  changes = akk_outline_move (before, 2, AKK_MOVE_OUT, 0);
  apply (changes);
  after = outline_of (sections);
  got = notation_of (after);
  g_assert_cmpstr (got, ==, "1 2 3");
}

static void
test_renumber (void)
{
  g_autoptr (GListStore) sections = sections_of ("1 .2 .3 4 .5");
  g_autoptr (GPtrArray) outline = outline_of (sections);
  g_autoptr (GPtrArray) one = akk_outline_renumber (outline, 3, AKK_SCHEME_LETTER, FALSE);
  g_autoptr (GPtrArray) all = akk_outline_renumber (outline, 3, AKK_SCHEME_LETTER, TRUE);
  g_autoptr (GPtrArray) none = NULL;

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (all->len, ==, 3);
  apply (all);
  none = akk_outline_renumber (outline, 3, AKK_SCHEME_LETTER, TRUE);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (akk_outline_scheme_at (outline, 2), ==, AKK_SCHEME_LETTER);
  g_assert_cmpint (akk_outline_scheme_at (outline, 3), ==, AKK_SCHEME_NONE);
}

/* --- Any moves, in a store --- */

typedef struct {
  AkkStore *store;
  GListModel *sections;
  GPtrArray *outline;
} Dossier;

static void
commit (AkkStore *store)
{
  g_autoptr (GError) error = NULL;

  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

static void
look_again (Dossier *dossier)
{
  g_clear_pointer (&dossier->outline, g_ptr_array_unref);
  dossier->outline = akk_outline_new (dossier->sections, "nl-BE");
}

/* Every section once, none deeper than one below the one above it, its parent the one that the
 * record names, no two numbers of one kind below the same parent alike. */
static void
check_tree (Dossier *dossier, guint n_sections)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 path[AKK_OUTLINE_MAX_DEPTH + 1] = { 0 };
  guint depth = 0;

  g_assert_cmpuint (dossier->outline->len, ==, n_sections);
  for (guint i = 0; i < n_sections; i++) {
    const AkkOutlineEntry *entry = dossier->outline->pdata[i];

    g_assert_true (g_hash_table_add (seen, &entry->section->record.id));
    g_assert_cmpuint (entry->depth, <=, depth + 1);
    g_assert_cmpuint (entry->depth, <=, AKK_OUTLINE_MAX_DEPTH);
    depth = entry->depth;
    g_assert_cmpint (entry->section->parent_id, ==, path[depth - 1]);
    path[depth] = entry->section->record.id;
  }
}

static char *
whole_text (Dossier *dossier)
{
  g_autoptr (AkkText) text = akk_agreement_text_load (dossier->outline, NULL);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  char *sorted;

  for (guint i = 0; i < text->n_lines; i++)
    g_ptr_array_add (parts, g_strdup (text->lines[i]->text));
  g_ptr_array_sort_values (parts, (GCompareFunc) strcmp);
  g_ptr_array_add (parts, NULL);
  sorted = g_strjoinv ("\n", (char **) parts->pdata);
  g_ptr_array_unref (parts);
  return sorted;
}

static void
fill (Dossier *dossier, guint n_sections)
{
  g_autoptr (AkkRecord) agreement = akk_record_new (&akk_agreement_record);
  g_autofree char *position = g_strdup ("");

  g_object_set (agreement, "title", "Overeenkomst", NULL);
  akk_store_begin (dossier->store, "Make");
  akk_store_add (dossier->store, agreement);
  for (guint i = 0; i < n_sections; i++) {
    g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);
    g_autofree char *heading = g_strdup_printf ("Deel %u", i);
    g_autofree char *body = g_strdup_printf ("De tekst van deel %u.\n", i);
    char *next = akk_order_between (position, "");

    g_free (position);
    position = next;
    g_object_set (section, "agreement-id", agreement->id, "position", position, "heading", heading,
                  "body", body, "scheme", (gint64) AKK_SCHEME_DECIMAL_PATH, NULL);
    akk_store_add (dossier->store, section);
  }
  commit (dossier->store);
  dossier->sections =
      akk_store_list (dossier->store, &akk_section_record, "agreement_id", agreement->id);
  look_again (dossier);
}

static void
test_any_moves (void)
{
  const guint n_sections = 14;
  g_autofree char *folder = g_dir_make_tmp ("akkoord-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "working.db", NULL);
  g_autofree char *start = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;
  Dossier dossier = { akk_store_open (path, 0, &error), NULL, NULL };
  guint n_moves = 0;

  g_assert_no_error (error);
  fill (&dossier, n_sections);
  start = notation_of (dossier.outline);
  text = whole_text (&dossier);
  for (guint i = 0; i < 400; i++) {
    const AkkOutlineEntry *entry =
        dossier.outline->pdata[g_test_rand_int_range (0, (int) n_sections)];
    const AkkOutlineEntry *target =
        dossier.outline->pdata[g_test_rand_int_range (0, (int) n_sections)];
    g_autoptr (GPtrArray) changes = akk_outline_move (
        dossier.outline, entry->section->record.id,
        (AkkMove) g_test_rand_int_range (0, AKK_MOVE_INTO + 1), target->section->record.id);
    g_autofree char *now = NULL;

    if (changes == NULL)
      continue;
    akk_store_begin (dossier.store, "Move");
    akk_section_changes_apply (dossier.store, changes);
    commit (dossier.store);
    look_again (&dossier);
    check_tree (&dossier, n_sections);
    now = whole_text (&dossier);
    g_assert_cmpstr (now, ==, text);
    n_moves++;
  }
  g_assert_cmpuint (n_moves, >, 50);
  for (guint i = 0; i < n_moves; i++)
    g_assert_true (akk_store_undo (dossier.store, &error));
  look_again (&dossier);
  {
    g_autofree char *end = notation_of (dossier.outline);
    g_assert_cmpstr (end, ==, start);
  }

  g_ptr_array_unref (dossier.outline);
  g_object_unref (dossier.sections);
  g_assert_finalize_object (dossier.store);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/outline-edit/", cases[i].name, NULL);
    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/outline-edit/schemes-follow-the-depth", test_schemes_follow_depth);
  g_test_add_func ("/outline-edit/equal-positions-make-room", test_equal_positions);
  g_test_add_func ("/outline-edit/a-circle-stays-cut", test_circle_stays_cut);
  g_test_add_func ("/outline-edit/one-or-all-at-a-level-are-renumbered", test_renumber);
  g_test_add_func ("/outline-edit/any-moves-keep-a-tree-and-its-text", test_any_moves);
  return g_test_run ();
}
