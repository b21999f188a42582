/* The cells of many records at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/store-values.h"

#include <string.h>

#include "core/store-private.h"

/* Names come from the field list only. */
static void
append_name (GString *sql, const AkkRecordType *type, const char *name)
{
  const AkkField *field = akk_record_type_field (type, name);

  g_assert (field != NULL);
  g_string_append (sql, field->name);
}

/* "id", "body_id", "meeting_id.body_id", or "+meeting_id.body_id". */
static void
append_condition (GString *sql, const AkkRecordType *type, const char *ref)
{
  const char *dot = strchr (ref, '.');
  g_autofree char *name = NULL;
  const AkkField *field;

  if (*ref == '+') { /* SQLite then uses no index */
    g_string_append_c (sql, '+');
    ref++;
  }
  name = dot != NULL ? g_strndup (ref, (gsize) (dot - ref)) : g_strdup (ref);
  field = akk_record_type_field (type, name);
  if (g_str_equal (ref, "id")) {
    g_string_append (sql, "id = ?");
    return;
  }
  append_name (sql, type, name);
  if (dot == NULL) {
    g_string_append (sql, " = ?");
    return;
  }
  g_assert (field->table != NULL);
  g_string_append_printf (sql, " IN (SELECT id FROM %s WHERE ", field->table);
  append_name (sql, akk_record_type_find (field->table), dot + 1);
  g_string_append (sql, " = ?)");
}

static char *
query (const AkkRecordType *type,
       const char *const *fields,
       const char *ref,
       const char *const *any)
{
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; fields[i] != NULL; i++) {
    g_string_append (sql, ", ");
    append_name (sql, type, fields[i]);
  }
  /* No index on `deleted` (hence the plus): nearly all rows pass, and reading the table as it lies
   * is faster than looking up each of them. */
  g_string_append_printf (sql, " FROM %s WHERE +deleted = 0", type->table);
  if (ref != NULL) {
    g_string_append (sql, " AND ");
    append_condition (sql, type, ref);
  }
  for (guint i = 0; any != NULL && any[i] != NULL; i++) {
    g_string_append (sql, i == 0 ? " AND (" : " OR ");
    append_name (sql, type, any[i]);
    g_string_append (sql, any[i + 1] == NULL ? " <> 0)" : " <> 0");
  }
  return g_string_free_and_steal (sql);
}

static GArray *
read_numbers (AkkStore *self, sqlite3_stmt *rows)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));
  int n = rows != NULL ? sqlite3_column_count (rows) : 0;
  sqlite3_mutex *mutex = sqlite3_db_mutex (self->db);

  /* Once, and not for each cell. */
  sqlite3_mutex_enter (mutex);
  while (rows != NULL && sqlite3_step (rows) == SQLITE_ROW) {
    g_array_set_size (values, values->len + (guint) n);
    for (int i = 0; i < n; i++)
      g_array_index (values, gint64, values->len - (guint) (n - i)) =
          sqlite3_column_int64 (rows, i);
  }
  sqlite3_reset (rows);
  sqlite3_mutex_leave (mutex);
  return values;
}

GArray *
akk_store_values (AkkStore *self,
                  const AkkRecordType *type,
                  const char *const *fields,
                  const char *ref,
                  gint64 id,
                  const char *const *any)
{
  g_autofree char *sql = query (type, fields, ref, any);
  sqlite3_stmt *rows = akk_store_query (self, sql);

  if (rows != NULL && ref != NULL)
    akk_sql_bind (rows, "i", id);
  return read_numbers (self, rows);
}

GArray *
akk_store_values_between (AkkStore *self,
                          const AkkRecordType *type,
                          const char *const *fields,
                          const char *field,
                          gint64 from,
                          gint64 to)
{
  g_autofree char *all = query (type, fields, NULL, NULL);
  g_autoptr (GString) sql = g_string_new (all);
  sqlite3_stmt *rows;

  g_string_append (sql, " AND ");
  append_name (sql, type, field);
  g_string_append (sql, " BETWEEN ? AND ?");
  rows = akk_store_query (self, sql->str);
  if (rows != NULL)
    akk_sql_bind (rows, "ii", from, to);
  return read_numbers (self, rows);
}

/* So many fields can be asked for at once. */
#define MAX_CELLS 32

static void
each_row (AkkStore *self,
          sqlite3_stmt *rows,
          const AkkRecordType *type,
          const char *const *fields,
          AkkCellsFunc func,
          gpointer data)
{
  gint64 numbers[MAX_CELLS];
  const char *texts[MAX_CELLS];
  gboolean is_text[MAX_CELLS];
  sqlite3_mutex *mutex = sqlite3_db_mutex (self->db);

  g_return_if_fail (g_strv_length ((GStrv) fields) <= MAX_CELLS);

  for (int i = 0; fields[i] != NULL; i++)
    is_text[i] = akk_record_type_field (type, fields[i])->kind == AKK_FIELD_TEXT;
  sqlite3_mutex_enter (mutex);
  while (rows != NULL && sqlite3_step (rows) == SQLITE_ROW) {
    guint n_numbers = 0, n_texts = 0;

    for (int i = 0; fields[i] != NULL; i++)
      if (is_text[i])
        texts[n_texts++] = (const char *) sqlite3_column_text (rows, i + 1);
      else
        numbers[n_numbers++] = sqlite3_column_int64 (rows, i + 1);
    func (sqlite3_column_int64 (rows, 0), numbers, texts, data);
  }
  sqlite3_mutex_leave (mutex);
}

void
akk_store_each (AkkStore *self,
                const AkkRecordType *type,
                const char *const *fields,
                const char *ref,
                gint64 id,
                AkkCellsFunc func,
                gpointer data)
{
  g_autofree char *sql = query (type, fields, ref, NULL);
  g_autoptr (sqlite3_stmt) rows = akk_sql_query (self->db, NULL, sql, ref != NULL ? "i" : NULL, id);

  each_row (self, rows, type, fields, func, data);
}

void
akk_store_each_between (AkkStore *self,
                        const AkkRecordType *type,
                        const char *const *fields,
                        gint64 first_id,
                        gint64 last_id,
                        AkkCellsFunc func,
                        gpointer data)
{
  g_autofree char *all = query (type, fields, NULL, NULL);
  g_autofree char *sql = g_strconcat (all, " AND id BETWEEN ? AND ?", NULL);
  g_autoptr (sqlite3_stmt) rows = akk_sql_query (self->db, NULL, sql, "ii", first_id, last_id);

  each_row (self, rows, type, fields, func, data);
}

/* --- What was touched --- */

static gboolean
known_exactly (AkkStore *self, gint64 since)
{
  return akk_sql_int (self->db, 0,
                      "SELECT count(*) FROM step WHERE id > ? AND kind NOT IN (?, ?, ?, ?)",
                      "iiiii", since, (gint64) AKK_STEP_DO, (gint64) AKK_STEP_UNDO,
                      (gint64) AKK_STEP_REDO, (gint64) AKK_STEP_PERMANENT) == 0;
}

GArray *
akk_store_touched (AkkStore *self, gint64 since, guint most)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (AkkTouch));
  g_autoptr (sqlite3_stmt) rows = NULL;

  if (!known_exactly (self, since))
    return NULL;
  rows = akk_sql_query (self->db, NULL,
                        "SELECT record, text, at, old, new FROM op JOIN word ON word.n = op.cell"
                        " WHERE step > ?",
                        "i", since);
  while (rows != NULL && sqlite3_step (rows) == SQLITE_ROW) {
    const char *cell = (const char *) sqlite3_column_text (rows, 1);
    gboolean number = sqlite3_column_type (rows, 2) == SQLITE_NULL;
    AkkTouch touch = { .id = sqlite3_column_int64 (rows, 0) };

    if (touched->len >= most || cell == NULL || !akk_cell_parse (cell, &touch.type, &touch.field))
      return NULL;
    if (number) {
      touch.before = sqlite3_column_int64 (rows, 3);
      touch.after = sqlite3_column_int64 (rows, 4);
    }
    g_array_append_val (touched, touch);
  }
  return g_steal_pointer (&touched);
}

gboolean
akk_store_acting (AkkStore *self)
{
  return self->action != NULL;
}
