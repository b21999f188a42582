/* The cells of many records at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/store-values.h"

#include "core/store-private.h"

/* Names come from the field list only. */
static void
append_name (GString *sql, const AkkRecordType *type, const char *name)
{
  const AkkField *field = akk_record_type_field (type, name);

  g_assert (field != NULL);
  g_string_append (sql, field->name);
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
    append_name (sql, type, ref);
    g_string_append (sql, " = ?");
  }
  for (guint i = 0; any != NULL && any[i] != NULL; i++) {
    g_string_append (sql, i == 0 ? " AND (" : " OR ");
    append_name (sql, type, any[i]);
    g_string_append (sql, any[i + 1] == NULL ? " <> 0)" : " <> 0");
  }
  return g_string_free_and_steal (sql);
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
  g_autoptr (sqlite3_stmt) rows = akk_sql_query (self->db, NULL, sql, ref != NULL ? "i" : NULL, id);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (rows != NULL && sqlite3_step (rows) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (rows); i++) {
      gint64 value = sqlite3_column_int64 (rows, i);

      g_array_append_val (values, value);
    }
  return values;
}

/* So many fields can be asked for at once. */
#define MAX_CELLS 32

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
  gint64 numbers[MAX_CELLS];
  const char *texts[MAX_CELLS];

  g_return_if_fail (g_strv_length ((GStrv) fields) <= MAX_CELLS);

  while (rows != NULL && sqlite3_step (rows) == SQLITE_ROW) {
    guint n_numbers = 0, n_texts = 0;

    for (int i = 0; fields[i] != NULL; i++)
      if (akk_record_type_field (type, fields[i])->kind == AKK_FIELD_TEXT)
        texts[n_texts++] = (const char *) sqlite3_column_text (rows, i + 1);
      else
        numbers[n_numbers++] = sqlite3_column_int64 (rows, i + 1);
    func (sqlite3_column_int64 (rows, 0), numbers, texts, data);
  }
}
