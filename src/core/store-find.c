/* Finding words by the index of all records.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/store-private.h"
#include "core/store-search.h"

/* So long a search may work on the index first; the rest follows in the background. */
#define SEARCH_BUDGET_US 5000
/* The longest beginnings that the index holds (schema.c). */
#define INDEXED_PREFIX 5
/* So many words at most are asked for instead of their beginning. */
#define MAX_ALTERNATIVES 17
/* After every beginning of a word, in the order of bytes. */
#define LAST_CHARACTER "\364\217\277\277"
/* So many words are remembered with what was found of them. */
#define MAX_SOUGHT 64
#define KEYS_POINTER "akk-keys"

static void
catch_up_a_little (AkkStore *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (self->read_only || self->long_action != NULL || !akk_search_is_behind (self->db))
    return;
  if (akk_store_transaction_begin (self, &error)) {
    done = akk_search_catch_up (self->db, g_get_monotonic_time () + SEARCH_BUDGET_US, &error);
    done = akk_store_transaction_end (self, done, &error);
  }
  if (!done) /* what was indexed before can still be found */
    g_info ("The index of words is behind: %s", error->message);
}

/* --- Keys of a word --- */

/* An aggregate function that keeps keys: stepping to each row of a result costs more than finding
 * it. */
static void
collect_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  GArray *keys = sqlite3_value_pointer (values[1], KEYS_POINTER);
  gint64 key = sqlite3_value_int64 (values[0]);

  if (keys != NULL)
    g_array_append_val (keys, key);
}

static void
collected_cb (sqlite3_context *context)
{
}

static gboolean
prepare (AkkStore *self)
{
  if (self->sought == NULL &&
      sqlite3_create_function (self->db, "akk_collect", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL,
                               NULL, collect_cb, collected_cb) == SQLITE_OK &&
      akk_sql_exec (self->db,
                    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab (main,"
                    " search, row)",
                    NULL))
    self->sought =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self->sought != NULL;
}

/* What begins with a few letters stands in the index together. What begins with more of them would
 * be put together from its words first, and sorted: unless they are many they are asked for one by
 * one. */
static char *
match_expression (AkkStore *self, const char *word)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autofree char *end = g_strconcat (word, LAST_CHARACTER, NULL);
  sqlite3_stmt *words;
  guint n = 0;

  if (g_utf8_strlen (word, -1) > INDEXED_PREFIX) {
    words = akk_store_query (self, "SELECT term FROM search_word WHERE term >= ? AND term < ?"
                                   " LIMIT " G_STRINGIFY (MAX_ALTERNATIVES));
    if (words != NULL)
      akk_sql_bind (words, "ss", word, end);
    for (; words != NULL && sqlite3_step (words) == SQLITE_ROW; n++)
      g_string_append_printf (expression, "%s\"%s\"", n > 0 ? " OR " : "",
                              sqlite3_column_text (words, 0));
    if (words != NULL)
      sqlite3_reset (words);
  }
  if (n == 0 || n == MAX_ALTERNATIVES)
    g_string_printf (expression, "\"%s\"*", word);
  return g_string_free_and_steal (g_steal_pointer (&expression));
}

/* In ascending order. Borrowed until the next word. */
static GArray *
keys_of (AkkStore *self, const char *mark, const char *word)
{
  g_autofree char *marked = g_strconcat (mark, word, NULL);
  g_autofree char *expression = NULL;
  GArray *keys = g_hash_table_lookup (self->sought, marked);
  sqlite3_stmt *matches;

  if (keys != NULL)
    return keys;
  if (g_hash_table_size (self->sought) >= MAX_SOUGHT)
    g_hash_table_remove_all (self->sought);
  keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  expression = match_expression (self, marked);
  matches =
      akk_store_query (self, "SELECT akk_collect (rowid, ?) FROM search WHERE search MATCH ?");
  if (matches != NULL) {
    sqlite3_bind_pointer (matches, 1, keys, KEYS_POINTER, NULL);
    sqlite3_bind_text (matches, 2, expression, -1, SQLITE_STATIC);
    sqlite3_step (matches);
    sqlite3_reset (matches);
    sqlite3_clear_bindings (matches);
  }
  g_hash_table_insert (self->sought, g_steal_pointer (&marked), keys);
  return keys;
}

/* Leaves in `keys` what both hold. */
static void
intersect (GArray *keys, const GArray *others)
{
  guint n = 0;

  for (guint i = 0, k = 0; i < keys->len && k < others->len;) {
    gint64 one = g_array_index (keys, gint64, i), other = g_array_index (others, gint64, k);

    if (one == other)
      g_array_index (keys, gint64, n++) = one;
    i += one <= other;
    k += other <= one;
  }
  g_array_set_size (keys, n);
}

/* The words before the one that is being typed were looked for with the keys before, and what was
 * found of them is kept as long as nobody writes. */
static GArray *
keys_of_all (AkkStore *self, const char *mark, const AkkSearchWords *words)
{
  GArray *keys = NULL;

  for (guint i = 0; i < akk_search_words_count (words); i++) {
    GArray *those = keys_of (self, mark, akk_search_words_get (words, i));

    if (keys == NULL)
      keys = g_array_copy (those);
    else
      intersect (keys, those);
  }
  return keys;
}

static void
forget_old (AkkStore *self)
{
  gint64 written = sqlite3_total_changes64 (self->db);

  if (written != self->sought_at)
    g_hash_table_remove_all (self->sought);
  self->sought_at = written;
}

/* --- What is found --- */

static void
found_free (AkkFound *found)
{
  g_array_unref (found->ids);
  g_free (found);
}

/* What was found of a kind, that is the number of a word. */
typedef struct {
  gint64 kind;
  guint n, n_named;
  GArray *keys; /* gint64: in the index */
} Kind;

static void
kind_clear (gpointer data)
{
  g_array_unref (((Kind *) data)->keys);
}

static Kind *
kind_of (GArray *kinds, gint64 number)
{
  Kind kind = { .kind = number };

  for (guint i = 0; i < kinds->len; i++)
    if (g_array_index (kinds, Kind, i).kind == number)
      return &g_array_index (kinds, Kind, i);
  kind.keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (kinds, kind);
  return &g_array_index (kinds, Kind, kinds->len - 1);
}

static gboolean
has_key (const Kind *kind, gint64 key)
{
  for (guint i = 0; i < MIN (kind->n_named, kind->keys->len); i++)
    if (g_array_index (kind->keys, gint64, i) == key)
      return TRUE;
  return FALSE;
}

/* Keys of one kind stand together, so that each kind is looked for once only. */
static void
tell_apart (GArray *kinds, GArray *keys, gboolean named, guint limit)
{
  Kind *kind = NULL;

  for (guint i = keys->len; i > 0; i--) {
    gint64 key = g_array_index (keys, gint64, i - 1);

    if (kind == NULL || kind->kind != key >> AKK_KEY_BITS)
      kind = kind_of (kinds, key >> AKK_KEY_BITS);
    if (named)
      kind->n_named++;
    else
      kind->n++;
    if (kind->keys->len < limit && (named || !has_key (kind, key)))
      g_array_append_val (kind->keys, key);
  }
}

static AkkFound *
found_new (AkkStore *self, const Kind *kind)
{
  g_autofree char *name = akk_store_word_text (self->db, kind->kind);
  gboolean pages = g_strcmp0 (name, AKK_PAGE_KIND) == 0;
  const AkkRecordType *type = name != NULL ? akk_record_type_find (name) : NULL;
  sqlite3_stmt *row = akk_store_query (self, "SELECT id FROM doc WHERE n = ?");
  AkkFound *found;

  if (row == NULL || (type == NULL && !pages))
    return NULL;
  found = g_new0 (AkkFound, 1);
  found->type = type;
  found->n = kind->n;
  found->n_named = kind->n_named;
  found->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < kind->keys->len; i++) {
    akk_sql_bind (row, "i", g_array_index (kind->keys, gint64, i));
    if (sqlite3_step (row) == SQLITE_ROW) {
      gint64 id = sqlite3_column_int64 (row, 0);

      id = pages ? -id : id;
      g_array_append_val (found->ids, id);
    }
    sqlite3_reset (row);
  }
  return found;
}

GPtrArray *
akk_store_find (AkkStore *self, const AkkSearchWords *words, guint limit)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  g_autoptr (GArray) named = NULL, keys = NULL;

  if (words == NULL || !prepare (self))
    return all;
  g_array_set_clear_func (kinds, kind_clear);
  catch_up_a_little (self);
  forget_old (self);
  named = keys_of_all (self, AKK_NAME_MARK, words);
  keys = keys_of_all (self, "", words);
  tell_apart (kinds, named, TRUE, limit);
  tell_apart (kinds, keys, FALSE, limit);
  for (guint i = 0; i < kinds->len; i++) {
    AkkFound *found = found_new (self, &g_array_index (kinds, Kind, i));

    if (found != NULL)
      g_ptr_array_add (all, found);
  }
  return all;
}
