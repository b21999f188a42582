/* Who changed what, when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/store-private.h"

/* --- The list of steps --- */

#define AKK_TYPE_HISTORY (akk_history_get_type ())
G_DECLARE_FINAL_TYPE (AkkHistory, akk_history, AKK, HISTORY, GObject)

struct _AkkHistory {
  GObject parent_instance;
  AkkStore *store;
  GArray *ids; /* gint64, oldest first: it grows at the end, and is shown from there */
};

static void akk_history_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AkkHistory,
                               akk_history,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, akk_history_model_init))

/* Appends what is new; returns how many. A merge brings several steps at once. */
static guint
read_new (AkkHistory *self)
{
  gint64 last = self->ids->len > 0 ? g_array_index (self->ids, gint64, self->ids->len - 1) : 0;
  g_autoptr (sqlite3_stmt) rows = akk_sql_query (
      self->store->db, NULL, "SELECT id FROM step WHERE id > ? ORDER BY id", "i", last);
  guint n_new = 0;

  for (; rows != NULL && sqlite3_step (rows) == SQLITE_ROW; n_new++) {
    gint64 id = sqlite3_column_int64 (rows, 0);
    g_array_append_val (self->ids, id);
  }
  return n_new;
}

static void
stepped_cb (AkkHistory *self)
{
  guint n_new = read_new (self);

  if (n_new > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_new);
}

static GType
akk_history_get_item_type (GListModel *model)
{
  return AKK_TYPE_STEP;
}

static guint
akk_history_get_n_items (GListModel *model)
{
  return AKK_HISTORY (model)->ids->len;
}

static gpointer
akk_history_get_item (GListModel *model, guint position)
{
  AkkHistory *self = AKK_HISTORY (model);

  if (position >= self->ids->len)
    return NULL;
  return akk_store_load_step (self->store,
                              g_array_index (self->ids, gint64, self->ids->len - 1 - position));
}

static void
akk_history_model_init (GListModelInterface *iface)
{
  iface->get_item_type = akk_history_get_item_type;
  iface->get_n_items = akk_history_get_n_items;
  iface->get_item = akk_history_get_item;
}

static void
akk_history_finalize (GObject *object)
{
  AkkHistory *self = AKK_HISTORY (object);

  g_clear_object (&self->store);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (akk_history_parent_class)->finalize (object);
}

static void
akk_history_class_init (AkkHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_history_finalize;
}

static void
akk_history_init (AkkHistory *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* --- What a step changed --- */

static char *
referred_name (AkkStore *self, const AkkField *field, gint64 id)
{
  const AkkRecordType *type = akk_record_type_find (field->table);
  g_autoptr (AkkRecord) record = type != NULL && id != 0 ? akk_store_get (self, type, id) : NULL;

  for (guint i = 0; record != NULL && i < type->n_fields; i++)
    if (type->fields[i].kind == AKK_FIELD_TEXT && type->fields[i].search)
      return g_strdup (akk_record_get_text (record, &type->fields[i]));
  return g_strdup ("");
}

static char *
date_text (gint64 days)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) date = ABS (days) < 1000000 ? g_date_time_add_days (epoch, days) : NULL;

  return date != NULL ? g_date_time_format (date, "%x") : g_strdup ("");
}

static char *
number_text (AkkStore *self, const AkkField *field, gint64 value)
{
  switch (field->kind) {
  case AKK_FIELD_ENUM:
    for (const AkkChoice *choice = field->values; choice->code != NULL; choice++)
      if (choice->value == value)
        return g_strdup (_ (choice->label));
    return g_strdup ("");
  case AKK_FIELD_DECIMAL:
    return g_strdup_printf ("%.10g", value / 10000.0);
  case AKK_FIELD_DATE:
    return date_text (value);
  case AKK_FIELD_TIME:
    return value < 0 ? g_strdup ("")
                     : g_strdup_printf ("%d:%02d", (int) value / 60, (int) value % 60);
  case AKK_FIELD_BOOL:
    return g_strdup (value != 0 ? _ ("Yes") : _ ("No"));
  case AKK_FIELD_REF:
    return referred_name (self, field, value);
  default:
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);
  }
}

static char *
value_text (AkkStore *self, const AkkField *field, sqlite3_stmt *op, int column)
{
  if (field == NULL || sqlite3_column_type (op, column) == SQLITE_NULL)
    return NULL;
  if (field->kind == AKK_FIELD_TEXT)
    return akk_sql_column_text (op, column);
  return number_text (self, field, sqlite3_column_int64 (op, column));
}

static void
cell_change_free (gpointer data)
{
  AkkCellChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/* A merge also notes where it only settled whose value it is; and that somebody did not delete a
 * record is no news. */
static gboolean
changed_nothing (const AkkField *field, sqlite3_stmt *op)
{
  g_autofree char *old = akk_sql_column_text (op, 2);
  g_autofree char *new = akk_sql_column_text (op, 3);

  if (field == NULL || sqlite3_column_type (op, 2) == SQLITE_NULL)
    return FALSE;
  if (sqlite3_column_int64 (op, 4) == AKK_OP_REPLACED)
    return field == &akk_field_deleted;
  return strcmp (old, new) == 0;
}

/* --- Public --- */

GListModel *
akk_store_history (AkkStore *self)
{
  AkkHistory *history = g_object_new (AKK_TYPE_HISTORY, NULL);

  history->store = g_object_ref (self);
  read_new (history);
  g_signal_connect_object (self, "stepped", G_CALLBACK (stepped_cb), history, G_CONNECT_SWAPPED);
  return G_LIST_MODEL (history);
}

GPtrArray *
akk_store_step_changes (AkkStore *self, gint64 step_id)
{
  g_autoptr (sqlite3_stmt) ops = akk_sql_query (
      self->db, NULL,
      "SELECT record, word.text, old, new, at FROM op JOIN word ON word.n = cell WHERE "
      "step = ? ORDER BY op.n",
      "i", step_id);
  GPtrArray *changes = g_ptr_array_new_with_free_func (cell_change_free);

  while (ops != NULL && sqlite3_step (ops) == SQLITE_ROW) {
    const AkkRecordType *type;
    const AkkField *field;
    AkkCellChange *change;

    if (!akk_cell_parse ((const char *) sqlite3_column_text (ops, 1), &type, &field) ||
        changed_nothing (field, ops))
      continue;
    change = g_new0 (AkkCellChange, 1);
    change->type = type;
    change->field = field;
    change->id = sqlite3_column_int64 (ops, 0);
    change->before = value_text (self, field, ops, 2);
    change->after = value_text (self, field, ops, 3);
    g_ptr_array_add (changes, change);
  }
  return changes;
}
