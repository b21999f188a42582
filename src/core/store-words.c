/* Words of the log: labels, authors and cell names, each stored once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/store-private.h"

gint64
akk_store_word (AkkStore *self, const char *text, GError **error)
{
  gint64 *known = g_hash_table_lookup (self->words, text);
  gint64 n = 0;

  if (known != NULL)
    return *known;
  if (!akk_sql_keep (self->db, &self->find_word, "SELECT n FROM word WHERE text = ?", error))
    return 0;
  akk_sql_bind (self->find_word, "s", text);
  if (sqlite3_step (self->find_word) == SQLITE_ROW)
    n = sqlite3_column_int64 (self->find_word, 0);
  sqlite3_reset (self->find_word);

  if (n == 0) {
    if (!akk_sql_do (akk_sql_keep (self->db, &self->insert_word,
                                   "INSERT INTO word (text) VALUES (?)", error),
                     error, "s", text))
      return 0;
    n = sqlite3_last_insert_rowid (self->db);
  }
  g_hash_table_insert (self->words, g_strdup (text), g_memdup2 (&n, sizeof n));
  return n;
}

char *
akk_store_word_text (sqlite3 *db, gint64 n)
{
  char *text = akk_sql_text (db, "SELECT text FROM word WHERE n = ?", "i", n);

  return text != NULL ? text : g_strdup ("");
}

char *
akk_cell_name (const AkkRecordType *type, const AkkField *field)
{
  return field != NULL ? g_strconcat (type->table, ".", field->name, NULL) : g_strdup (type->table);
}

gboolean
akk_cell_parse (const char *name, const AkkRecordType **type, const AkkField **field)
{
  const char *dot = strchr (name, '.');
  g_autofree char *table = dot != NULL ? g_strndup (name, dot - name) : g_strdup (name);

  *type = akk_record_type_find (table);
  *field = NULL;
  if (*type == NULL)
    return FALSE;
  if (dot == NULL)
    return TRUE;
  *field = strcmp (dot + 1, akk_field_deleted.name) == 0 ? &akk_field_deleted
                                                         : akk_record_type_field (*type, dot + 1);
  return *field != NULL;
}
