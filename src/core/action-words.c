/* The words of actions, and finding them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row keeps its words in small letters without accents, each between spaces: a search through
 * 20,000 of them takes less than a frame, also where each holds what is sought, which no index of
 * words does. */
#include "config.h"

#include <string.h>

#include "core/action-rows-private.h"
#include "core/store-values.h"

/* So many rows at a time in the background, and so few are not worth it. */
#define SLICE 100
#define FEW 500
#define MAX_FIELDS 32

/* --- Folding --- */

/* " word word ", each once. `word` is a space and a word. */
static void
add_word (GString *words, GString *word)
{
  if (word->len > 1) {
    g_string_append_c (word, ' ');
    if (strstr (words->str, word->str) == NULL)
      g_string_append_len (words, word->str + 1, (gssize) word->len - 1);
  }
  g_string_assign (word, " ");
}

static void
fold_character (GString *words, GString *word, gunichar character)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++) {
    if (g_unichar_isalnum (parts[i]))
      g_string_append_unichar (word, g_unichar_tolower (parts[i]));
    else if (!g_unichar_ismark (parts[i]))
      add_word (words, word);
  }
}

static void
fold (GString *words, const char *text)
{
  g_autoptr (GString) word = g_string_new (" ");

  if (words->len == 0)
    g_string_append_c (words, ' ');
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    if ((guchar) *c >= 0x80)
      fold_character (words, word, g_utf8_get_char (c));
    else if (g_ascii_isalnum (*c))
      g_string_append_c (word, g_ascii_tolower (*c));
    else
      add_word (words, word);
  }
  add_word (words, word);
}

/* --- Reading --- */

/* The fields that are searched, ended by NULL. */
static void
list_fields (const char *fields[MAX_FIELDS])
{
  guint n = 0;

  for (guint i = 0; i < akk_action_record.n_fields && n < MAX_FIELDS - 1; i++)
    if (akk_action_record.fields[i].search)
      fields[n++] = akk_action_record.fields[i].name;
  fields[n] = NULL;
}

static void
put (GString *all, AkkActionRow *row, const char *words)
{
  row->words = (guint32) all->len;
  g_string_append_len (all, words, (gssize) strlen (words) + 1);
}

static void
set_words (AkkActionRows *self, AkkActionRow *row, const char *const *texts, guint n)
{
  g_autoptr (GString) words = g_string_sized_new (512);

  for (guint i = 0; i < n; i++)
    fold (words, texts[i] != NULL ? texts[i] : "");
  put (self->words, row, words->str);
}

static void
add_words_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  AkkActionRow *row = akk_action_rows_find_row (data, id);
  const char *fields[MAX_FIELDS];

  list_fields (fields);
  if (row != NULL && row->words == 0)
    set_words (data, row, texts, g_strv_length ((GStrv) fields));
}

/* In the order of the rows they are read quickest. */
static void
pack (AkkActionRows *self)
{
  g_autoptr (GString) old = g_steal_pointer (&self->words);

  self->words = g_string_sized_new (old->len);
  g_string_append_c (self->words, '\0');
  for (guint i = 0; i < self->rows->len; i++) {
    AkkActionRow *row = &g_array_index (self->rows, AkkActionRow, i);

    if (row->words != 0)
      put (self->words, row, old->str + row->words);
  }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static void
list_wordless (AkkActionRows *self)
{
  g_clear_pointer (&self->wordless, g_array_unref);
  self->wordless = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->n_read = 0;
  for (guint i = 0; i < self->rows->len; i++) {
    const AkkActionRow *row = &g_array_index (self->rows, AkkActionRow, i);

    if (row->words == 0)
      g_array_append_val (self->wordless, row->id);
  }
  g_array_sort (self->wordless, compare_ids);
}

/* Reads so many; FALSE when all are read. */
static gboolean
read_some (AkkActionRows *self, guint most)
{
  const char *fields[MAX_FIELDS];
  guint n = self->wordless->len - self->n_read;

  list_fields (fields);
  if (n > 0) {
    n = MIN (n, most);
    akk_store_each_between (self->store, &akk_action_record, fields,
                            g_array_index (self->wordless, gint64, self->n_read),
                            g_array_index (self->wordless, gint64, self->n_read + n - 1),
                            add_words_cb, self);
    self->n_read += n;
  }
  return self->n_read < self->wordless->len;
}

static gboolean
read_cb (gpointer data)
{
  AkkActionRows *self = data;

  if (read_some (self, SLICE))
    return G_SOURCE_CONTINUE;
  self->reading = 0;
  g_clear_pointer (&self->wordless, g_array_unref);
  pack (self);
  g_signal_emit_by_name (self, "searchable");
  return G_SOURCE_REMOVE;
}

static void
begin (AkkActionRows *self)
{
  if (self->words == NULL)
    self->words = g_string_new_len ("", 1); /* 0 means none */
  list_wordless (self);
}

static void
read_later (AkkActionRows *self)
{
  begin (self);
  if (self->wordless->len > 0 && self->reading == 0)
    self->reading = g_idle_add_full (G_PRIORITY_LOW, read_cb, self, NULL);
}

void
akk_action_rows_follow_words (AkkActionRows *self)
{
  self->follows_words = TRUE;
  read_later (self);
}

void
akk_action_rows_want_words (AkkActionRows *self)
{
  if (self->reading != 0 && self->wordless->len - self->n_read > FEW)
    return;
  g_clear_handle_id (&self->reading, g_source_remove);
  begin (self);
  if (self->wordless->len > 0) {
    read_some (self, G_MAXUINT);
    pack (self);
  }
  g_clear_pointer (&self->wordless, g_array_unref);
}

/* --- Keeping up --- */

void
akk_action_rows_mend_words (AkkActionRows *self, AkkAction *action)
{
  AkkActionRow *row = akk_action_rows_find_row (self, action->record.id);
  const char *fields[MAX_FIELDS], *texts[MAX_FIELDS];
  guint n = 0;

  if (self->words == NULL || row == NULL)
    return;
  list_fields (fields);
  for (; fields[n] != NULL; n++)
    texts[n] = akk_record_get_text (action, akk_record_type_field (&akk_action_record, fields[n]));
  set_words (self, row, texts, n);
}

GHashTable *
akk_action_rows_keep_words (AkkActionRows *self, GHashTable *changed)
{
  GHashTable *kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++) {
    AkkActionRow *row = &g_array_index (self->rows, AkkActionRow, i);

    if (row->words != 0 && !g_hash_table_contains (changed, &row->id))
      g_hash_table_insert (kept, g_memdup2 (&row->id, sizeof row->id),
                           GUINT_TO_POINTER (row->words));
  }
  return kept;
}

void
akk_action_rows_restore_words (AkkActionRows *self, GHashTable *kept)
{
  GHashTableIter iter;
  gpointer id, words;

  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &id, &words)) {
    AkkActionRow *row = akk_action_rows_find_row (self, *(gint64 *) id);

    if (row != NULL)
      row->words = GPOINTER_TO_UINT (words);
  }
  if (self->follows_words)
    read_later (self);
}

void
akk_action_rows_clear_words (AkkActionRows *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_pointer (&self->wordless, g_array_unref);
  if (self->words != NULL)
    g_string_free (g_steal_pointer (&self->words), TRUE);
}

/* --- Finding --- */

char **
akk_action_query (const char *query)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;
  guint n;

  fold (words, query);
  if (words->len == 1)
    return NULL;
  words->str[words->len - 1] = '\0';
  parts = g_strsplit (words->str + 1, " ", -1);
  n = g_strv_length (parts);
  for (guint i = 0; i < n; i++) {
    g_autofree char *part = g_steal_pointer (&parts[i]);

    parts[i] = g_strconcat (" ", part, i + 1 < n ? " " : "", NULL);
  }
  return g_steal_pointer (&parts);
}

gboolean
akk_action_rows_hold (AkkActionRows *self, const AkkActionRow *row, char **query)
{
  if (row->words == 0)
    return FALSE;
  for (guint i = 0; query[i] != NULL; i++)
    if (strstr (self->words->str + row->words, query[i]) == NULL)
      return FALSE;
  return TRUE;
}
