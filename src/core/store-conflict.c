/* Conflicts: cells with more than one value, kept until somebody settles them. And forgetting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/store-private.h"

static void
conflict_free (gpointer data)
{
  AkkConflict *conflict = data;

  for (guint i = 0; i < conflict->n_values; i++) {
    g_free (conflict->values[i].text);
    g_free (conflict->values[i].author);
  }
  g_free (conflict->values);
  g_free (conflict);
}

static AkkConflictValue
read_value (AkkConflict *conflict, sqlite3_stmt *heads, AkkRecord *record)
{
  AkkConflictValue value = { .author = akk_sql_column_text (heads, 1),
                             .time = sqlite3_column_int64 (heads, 2) };
  gboolean shown = sqlite3_column_int (heads, 0) == 0;
  gboolean text = conflict->field->kind == AKK_FIELD_TEXT;

  if (text)
    value.text = shown ? g_strdup (akk_record_get_text (record, conflict->field))
                       : akk_sql_column_text (heads, 3);
  else
    value.number =
        shown ? akk_record_get_int (record, conflict->field) : sqlite3_column_int64 (heads, 3);
  return value;
}

static void
read_values (AkkStore *self, AkkConflict *conflict, gint64 cell)
{
  g_autoptr (AkkRecord) record = akk_store_get (self, conflict->type, conflict->id);
  g_autoptr (sqlite3_stmt) heads =
      akk_sql_query (self->db, NULL,
                     "SELECT head.n, word.text, time, value FROM head JOIN word ON word.n = author"
                     " WHERE record = ? AND cell = ? ORDER BY head.n",
                     "ii", conflict->id, cell);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (AkkConflictValue));

  while (record != NULL && heads != NULL && sqlite3_step (heads) == SQLITE_ROW) {
    AkkConflictValue value = read_value (conflict, heads, record);
    g_array_append_val (values, value);
  }
  conflict->n_values = values->len;
  conflict->values =
      (AkkConflictValue *) (gpointer) g_array_free (g_steal_pointer (&values), FALSE);
}

/* Two people who did the same are of one mind. */
static gboolean
disagrees (const AkkConflict *conflict)
{
  for (guint i = 1; i < conflict->n_values; i++)
    if (conflict->values[i].number != conflict->values[0].number ||
        g_strcmp0 (conflict->values[i].text, conflict->values[0].text) != 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
akk_store_conflicts (AkkStore *self)
{
  GPtrArray *conflicts = g_ptr_array_new_with_free_func (conflict_free);
  g_autoptr (sqlite3_stmt) cells = akk_sql_query (self->db, NULL,
                                                  "SELECT DISTINCT record, cell, word.text FROM "
                                                  "head JOIN word ON word.n = cell WHERE head.n > 0"
                                                  " ORDER BY record, cell",
                                                  NULL);

  while (cells != NULL && sqlite3_step (cells) == SQLITE_ROW) {
    AkkConflict *conflict = g_new0 (AkkConflict, 1);
    gboolean known = akk_cell_parse ((const char *) sqlite3_column_text (cells, 2), &conflict->type,
                                     &conflict->field) &&
                     conflict->field != NULL;

    conflict->id = sqlite3_column_int64 (cells, 0);
    if (known)
      read_values (self, conflict, sqlite3_column_int64 (cells, 1));
    if (disagrees (conflict))
      g_ptr_array_add (conflicts, conflict);
    else
      conflict_free (conflict);
  }
  return conflicts;
}

gboolean
akk_store_resolve (AkkStore *self, const AkkConflict *conflict, guint chosen, GError **error)
{
  g_autoptr (AkkRecord) record = akk_store_get (self, conflict->type, conflict->id);

  akk_store_hurry (self);
  g_return_val_if_fail (self->action == NULL && !self->read_only, FALSE);
  g_return_val_if_fail (record != NULL && chosen < conflict->n_values, FALSE);

  akk_store_begin_kind (self, N_ ("Settle a difference"), AKK_STEP_DO, 0);
  self->action->settles = TRUE;
  akk_store_change (self, record, conflict->field, conflict->values[chosen].text,
                    conflict->values[chosen].number);
  return akk_store_commit (self, error);
}

gboolean
akk_store_forget (AkkStore *self, gpointer record, const char *name, GError **error)
{
  const AkkField *field = akk_record_type_field (AKK_RECORD (record)->type, name);

  akk_store_hurry (self);
  g_return_val_if_fail (self->action == NULL && !self->read_only, FALSE);
  g_return_val_if_fail (field != NULL && field->kind == AKK_FIELD_TEXT && !field->required, FALSE);

  akk_store_begin_kind (self, N_ ("Forget for good"), AKK_STEP_FORGETTING, 0);
  self->action->settles = TRUE;
  akk_store_change (self, record, field, "", 0);
  return akk_store_commit (self, error);
}
