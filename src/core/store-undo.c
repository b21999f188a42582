/* Undo and redo: new actions that write the old values.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/store-private.h"

/* --- The stacks --- */

static void
pop (GArray *stack, gint64 step)
{
  if (stack->len > 0 && g_array_index (stack, gint64, stack->len - 1) == step)
    g_array_set_size (stack, stack->len - 1);
}

void
akk_undo_push (GArray *undo, GArray *redo, gint64 step, gint kind, gint64 undone)
{
  switch (kind) {
  case AKK_STEP_DO:
    g_array_append_val (undo, step);
    g_array_set_size (redo, 0);
    break;
  case AKK_STEP_UNDO:
    pop (undo, undone);
    g_array_append_val (redo, step);
    break;
  case AKK_STEP_REDO:
    pop (redo, undone);
    g_array_append_val (undo, step);
    break;
  case AKK_STEP_PERMANENT:
    g_array_set_size (redo, 0);
    break;
  case AKK_STEP_FOUNDING:
    g_array_set_size (undo, 0);
    g_array_set_size (redo, 0);
    break;
  default:
    break;
  }
}

/* The stacks are not stored: the steps tell them. Steps that came with a merge have a `seq`; those
 * up to the horizon hold no values any more. */
void
akk_undo_load (sqlite3 *db, GArray *undo, GArray *redo)
{
  gint64 horizon = akk_sql_int (db, 0, "SELECT value FROM meta WHERE key = 'horizon'", NULL);
  g_autoptr (sqlite3_stmt) steps = akk_sql_query (
      db, NULL, "SELECT id, kind, undone FROM step WHERE id > ? AND seq IS NULL ORDER BY id", "i",
      horizon);

  while (steps != NULL && sqlite3_step (steps) == SQLITE_ROW)
    akk_undo_push (undo, redo, sqlite3_column_int64 (steps, 0), sqlite3_column_int (steps, 1),
                   sqlite3_column_int64 (steps, 2));
}

/* The step object of the top of a stack, kept while it stays the same. */
static void
refresh (AkkStore *self, GArray *stack, AkkStep **step, const char *property)
{
  gint64 id = stack->len > 0 ? g_array_index (stack, gint64, stack->len - 1) : 0;

  if (id == (*step != NULL ? akk_step_get_id (*step) : 0))
    return;
  g_clear_object (step);
  if (id != 0)
    *step = akk_store_load_step (self, id);
  g_object_notify (G_OBJECT (self), property);
}

void
akk_store_refresh_undo (AkkStore *self)
{
  refresh (self, self->undo, &self->undo_step, "undo-step");
  refresh (self, self->redo, &self->redo_step, "redo-step");
}

/* --- The other way round --- */

/* A merge since then put another value in this cell, or a conflict: that is not ours to take away.
 */
static gboolean
merged_since (AkkStore *self, gint64 step, gint64 record, const char *cell)
{
  if (self->last_merge < step)
    return FALSE;
  return akk_sql_int (
             self->db, 0,
             "SELECT 1 FROM op JOIN step ON step.id = op.step WHERE op.step > ? AND record = ?"
             " AND cell = (SELECT n FROM word WHERE text = ?) AND kind = ?",
             "iisi", step, record, cell, (gint64) AKK_STEP_MERGE) != 0;
}

/* The text with the span put back; NULL when the span is not there. */
static char *
put_back (const char *text, gint64 at, const char *old, const char *new)
{
  gsize length = strlen (text), n_new = strlen (new);

  if (at < 0 || (gsize) at + n_new > length || memcmp (text + at, new, n_new) != 0)
    return NULL;
  return g_strdup_printf ("%.*s%s%s", (int) at, text, old, text + at + n_new);
}

static void
invert_op (AkkStore *self, AkkRecord *record, const AkkField *field, sqlite3_stmt *op)
{
  if (field == NULL) {
    akk_store_change (self, record, &akk_field_deleted, NULL, 1);
  } else if (field->kind == AKK_FIELD_TEXT) {
    g_autofree char *old = akk_sql_column_text (op, 3);
    g_autofree char *new = akk_sql_column_text (op, 4);
    g_autofree char *text =
        put_back (akk_record_get_text (record, field), sqlite3_column_int64 (op, 2), old, new);
    if (text != NULL)
      akk_store_change (self, record, field, text, 0);
  } else if (akk_record_get_int (record, field) == sqlite3_column_int64 (op, 4)) {
    /* Else something that cannot be undone set it since, such as freezing: that stays. */
    akk_store_change (self, record, field, NULL, sqlite3_column_int64 (op, 3));
  }
}

static void
invert_step (AkkStore *self, gint64 step)
{
  g_autoptr (sqlite3_stmt) ops = akk_sql_query (
      self->db, NULL, "SELECT record, cell, at, old, new FROM op WHERE step = ? ORDER BY n DESC",
      "i", step);

  while (ops != NULL && sqlite3_step (ops) == SQLITE_ROW) {
    gint64 id = sqlite3_column_int64 (ops, 0), cell = sqlite3_column_int64 (ops, 1);
    gboolean has_at = sqlite3_column_type (ops, 2) != SQLITE_NULL;
    g_autofree char *name = akk_store_word_text (self->db, cell);
    g_autoptr (GObject) record = NULL;
    g_autofree char *inverse = NULL; /* the cell that changes now */
    const AkkRecordType *type;
    const AkkField *field;

    if (has_at && sqlite3_column_int64 (ops, 2) == AKK_OP_REPLACED)
      continue;
    /* Only a log that another program wrote says that something permanent was changed. */
    if (!akk_cell_parse (name, &type, &field) || type->permanent)
      continue;
    inverse = akk_cell_name (type, field != NULL ? field : &akk_field_deleted);
    if (merged_since (self, step, id, inverse))
      continue;
    if (field != NULL && sqlite3_column_type (ops, 3) == SQLITE_NULL) /* forgotten */
      continue;
    record = akk_store_get (self, type, id);
    if (record != NULL)
      invert_op (self, (AkkRecord *) record, field, ops);
  }
}

static gboolean
invert (AkkStore *self, AkkStep *step, AkkStepKind kind, GError **error)
{
  gint64 id = akk_step_get_id (step);
  g_autofree char *label =
      akk_sql_text (self->db, "SELECT text FROM word JOIN step ON n = label WHERE id = ?", "i", id);

  akk_store_begin_kind (self, label != NULL ? label : "", kind, id);
  invert_step (self, id);
  return akk_store_commit (self, error);
}

/* --- Public --- */

AkkStep *
akk_store_get_undo_step (AkkStore *self)
{
  return self->undo_step;
}

AkkStep *
akk_store_get_redo_step (AkkStore *self)
{
  return self->redo_step;
}

gboolean
akk_store_undo (AkkStore *self, GError **error)
{
  akk_store_hurry (self);
  g_return_val_if_fail (self->action == NULL && self->undo_step != NULL, FALSE);

  return invert (self, self->undo_step, AKK_STEP_UNDO, error);
}

gboolean
akk_store_redo (AkkStore *self, GError **error)
{
  akk_store_hurry (self);
  g_return_val_if_fail (self->action == NULL && self->redo_step != NULL, FALSE);

  return invert (self, self->redo_step, AKK_STEP_REDO, error);
}
