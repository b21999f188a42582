/* The outline of an agreement: its sections in the order of the document, numbered.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/section.h"

/* What stands deeper, which no person makes, moves to the top level: this bounds the recursion. */
#define MAX_DEPTH 64

/* A section on its way into the outline. */
typedef struct {
  AkkSection *section; /* owned */
  GPtrArray *children; /* Node, not owned */
  guint depth; /* 0 until it is known to hang in the tree */
  gboolean cut; /* stands at the top level although it has a parent */
} Node;

typedef struct {
  GPtrArray *entries;
  const char *language;
  guint article, running, annex; /* counters of the whole agreement */
} Outline;

/* --- Numbers --- */

static char *
roman (guint number)
{
  static const struct {
    guint value;
    const char *digits;
  } steps[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
                { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
                { 5, "V" },    { 4, "IV" },   { 1, "I" } };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append (text, steps[i].digits);
  return g_string_free_and_steal (text);
}

/* A … Z, AA, AB …, as lists of letters go on. */
static char *
letters (guint number, char first)
{
  GString *text = g_string_new (NULL);

  for (; number > 0; number = (number - 1) / 26)
    g_string_prepend_c (text, first + (number - 1) % 26);
  return g_string_free_and_steal (text);
}

/* Numbers are printed in the language of the agreement, whatever the locale. */
static const char *
word (const char *language, const char *dutch, const char *english)
{
  return language == NULL || g_str_has_prefix (language, "nl") ? dutch : english;
}

static gboolean
is_decimal (AkkScheme scheme)
{
  return scheme == AKK_SCHEME_DECIMAL || scheme == AKK_SCHEME_DECIMAL_PATH ||
         scheme == AKK_SCHEME_RUN_IN || scheme == AKK_SCHEME_ARTICLE ||
         scheme == AKK_SCHEME_RUNNING;
}

static char *
number_text (Outline *outline, AkkScheme scheme, guint number, const char *path)
{
  g_autofree char *part = NULL;

  switch (scheme) {
  case AKK_SCHEME_PART:
    part = roman (number);
    return g_strdup_printf ("%s %s.", word (outline->language, "Deel", "Part"), part);
  case AKK_SCHEME_ROMAN:
    part = roman (number);
    return g_strdup_printf ("%s.", part);
  case AKK_SCHEME_DECIMAL:
  case AKK_SCHEME_RUN_IN:
    return g_strdup_printf ("%u.", number);
  case AKK_SCHEME_DECIMAL_PATH:
    return *path != '\0' ? g_strdup_printf ("%s.%u", path, number) : g_strdup_printf ("%u", number);
  case AKK_SCHEME_LETTER:
    part = letters (number, 'A');
    return g_strdup_printf ("%s.", part);
  case AKK_SCHEME_LETTER_PAREN:
    part = letters (number, 'a');
    return g_strdup_printf ("%s)", part);
  case AKK_SCHEME_ARTICLE:
    return g_strdup_printf ("%s %u.", word (outline->language, "Artikel", "Article"), number);
  case AKK_SCHEME_RUNNING:
    return g_strdup_printf ("%u", number);
  case AKK_SCHEME_ANNEX:
    return g_strdup_printf ("%s %u.", word (outline->language, "Bijlage", "Annex"), number);
  default:
    return g_strdup ("");
  }
}

/* --- The tree --- */

static void
node_free (gpointer data)
{
  Node *node = data;

  g_object_unref (node->section);
  g_ptr_array_unref (node->children);
  g_free (node);
}

static void
entry_free (gpointer data)
{
  AkkOutlineEntry *entry = data;

  g_object_unref (entry->section);
  g_free (entry->number);
  g_free (entry);
}

static gboolean
is_root (GHashTable *by_id, Node *node)
{
  return node->section->parent_id == 0 || !g_hash_table_contains (by_id, &node->section->parent_id);
}

/* Schemes that count together, for they look alike: "1." and "1." cannot stand beside each other.
 */
static AkkScheme
counter_of (AkkScheme scheme)
{
  return scheme == AKK_SCHEME_DECIMAL_PATH || scheme == AKK_SCHEME_RUN_IN ? AKK_SCHEME_DECIMAL
                                                                          : scheme;
}

/* `path` is the decimal number of the parent, "" if it has none. Each counter is of its own among
 * brothers. */
static void
place (Outline *outline, GPtrArray *nodes, guint depth, const char *path)
{
  guint numbers[AKK_N_SCHEMES] = { 0 };

  for (guint i = 0; i < nodes->len; i++) {
    Node *node = nodes->pdata[i];
    AkkScheme scheme = CLAMP (node->section->scheme, AKK_SCHEME_NONE, AKK_N_SCHEMES - 1);
    AkkOutlineEntry *entry;
    g_autofree char *below = NULL;
    guint number;

    number = scheme == AKK_SCHEME_ARTICLE   ? ++outline->article
             : scheme == AKK_SCHEME_RUNNING ? ++outline->running
             : scheme == AKK_SCHEME_ANNEX   ? ++outline->annex
                                            : ++numbers[counter_of (scheme)];
    entry = g_new0 (AkkOutlineEntry, 1);
    entry->section = g_object_ref (node->section);
    entry->depth = depth;
    entry->number = number_text (outline, scheme, number, path);
    g_ptr_array_add (outline->entries, entry);

    if (scheme == AKK_SCHEME_DECIMAL_PATH)
      below = g_strdup (entry->number);
    else
      below = is_decimal (scheme) ? g_strdup_printf ("%u", number) : g_strdup ("");
    place (outline, node->children, depth + 1, below);
  }
}

/* Where a circle is cut: from any member one always comes to the same circle, at its smallest id.
 */
static Node *
cut_circle (GHashTable *by_id, Node *node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Node *smallest, *walk;

  while (g_hash_table_add (seen, node))
    node = g_hash_table_lookup (by_id, &node->section->parent_id);
  smallest = node;
  for (walk = g_hash_table_lookup (by_id, &node->section->parent_id); walk != node;
       walk = g_hash_table_lookup (by_id, &walk->section->parent_id))
    if (walk->section->record.id < smallest->section->record.id)
      smallest = walk;
  return smallest;
}

/* Everything below a section that stands at the top level. */
static void
hang (Node *root, GPtrArray *queue)
{
  root->depth = 1;
  g_ptr_array_set_size (queue, 0);
  g_ptr_array_add (queue, root);
  for (guint next = 0; next < queue->len; next++) {
    Node *node = queue->pdata[next];
    for (guint i = 0; i < node->children->len; i++) {
      Node *child = node->children->pdata[i];
      if (child->depth > 0)
        continue;
      child->cut = node->depth >= MAX_DEPTH;
      child->depth = child->cut ? 1 : node->depth + 1;
      g_ptr_array_add (queue, child);
    }
  }
}

/* The sections without a parent, and one of each circle, in the order of the list. */
static GPtrArray *
find_roots (GHashTable *by_id, GPtrArray *nodes)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  GPtrArray *roots = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    if (is_root (by_id, nodes->pdata[i]))
      hang (nodes->pdata[i], queue);
  for (guint i = 0; i < nodes->len; i++)
    if (((Node *) nodes->pdata[i])->depth == 0) {
      Node *cut = cut_circle (by_id, nodes->pdata[i]);
      cut->cut = TRUE;
      hang (cut, queue);
    }
  for (guint i = 0; i < nodes->len; i++) {
    Node *node = nodes->pdata[i];
    Node *parent = g_hash_table_lookup (by_id, &node->section->parent_id);
    if (parent == NULL || node->cut)
      g_ptr_array_add (roots, node);
    if (parent != NULL && node->cut)
      g_ptr_array_remove (parent->children, node);
  }
  return roots;
}

/* --- Public --- */

GPtrArray *
akk_outline_new (GListModel *sections, const char *language)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (node_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) roots = NULL;
  Outline outline = { g_ptr_array_new_with_free_func (entry_free), language, 0, 0 };

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    AkkSection *section = g_list_model_get_item (sections, i);
    Node *node;

    if (section == NULL)
      continue;
    node = g_new0 (Node, 1);
    node->section = section;
    node->children = g_ptr_array_new ();
    g_ptr_array_add (nodes, node);
    g_hash_table_insert (by_id, &section->record.id, node);
  }
  for (guint i = 0; i < nodes->len; i++) {
    Node *node = nodes->pdata[i];
    Node *parent = g_hash_table_lookup (by_id, &node->section->parent_id);
    if (parent != NULL)
      g_ptr_array_add (parent->children, node);
  }
  roots = find_roots (by_id, nodes);
  place (&outline, roots, 1, "");
  return outline.entries;
}

const AkkOutlineEntry *
akk_outline_find (GPtrArray *outline, gint64 section_id)
{
  for (guint i = 0; i < outline->len; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];
    if (entry->section->record.id == section_id)
      return entry;
  }
  return NULL;
}
