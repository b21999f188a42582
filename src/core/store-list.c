/* Live lists of records: ids at once, records when they are asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/store-private.h"

/* More changed records than this in one step: reading the list again is cheaper. */
#define MANY 64

struct _AkkStoreList {
  GObject parent_instance;
  AkkStore *store;
  const AkkRecordType *type;
  const AkkField *ref; /* NULL: all records */
  const AkkField *position; /* NULL: ordered by id */
  gint64 id;
  GArray *ids; /* gint64 */
};

static void akk_store_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AkkStoreList,
                               akk_store_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, akk_store_list_model_init))

#define ID(ids, i) g_array_index (ids, gint64, i)

/* --- Reading --- */

static GArray *
read_ids (AkkStoreList *self)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM %s WHERE %s%sdeleted = 0 ORDER BY %s id", self->type->table,
      self->ref != NULL ? self->ref->name : "", self->ref != NULL ? " = ? AND " : "",
      self->position != NULL ? "position, " : "");
  sqlite3_stmt *rows = akk_store_query (self->store, sql);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (rows != NULL && self->ref != NULL)
    akk_sql_bind (rows, "i", self->id);
  while (rows != NULL && sqlite3_step (rows) == SQLITE_ROW) {
    gint64 id = sqlite3_column_int64 (rows, 0);
    g_array_append_val (ids, id);
  }
  sqlite3_reset (rows);
  return ids;
}

static char *
position_of (AkkStoreList *self, gint64 id)
{
  AkkRecord *record = akk_store_peek (self->store, id);
  g_autofree char *sql = NULL;
  char *position;

  if (record != NULL)
    return g_strdup (akk_record_get_text (record, self->position));
  sql = g_strdup_printf ("SELECT position FROM %s WHERE id = ?", self->type->table);
  position = akk_sql_text (self->store->db, sql, "i", id);
  return position != NULL ? position : g_strdup ("");
}

static gboolean
stands_before (AkkStoreList *self, gint64 id, gint64 other, const char *position)
{
  int order = 0;

  if (self->position != NULL) {
    g_autofree char *own = position_of (self, id);
    order = strcmp (own, position);
  }
  return order < 0 || (order == 0 && id < other);
}

/* --- Following the store --- */

static gboolean
belongs (AkkStoreList *self, AkkRecord *record)
{
  return record->deleted == 0 &&
         (self->ref == NULL || akk_record_get_int (record, self->ref) == self->id);
}

static gboolean
find (AkkStoreList *self, gint64 id, guint *index)
{
  for (*index = 0; *index < self->ids->len; (*index)++)
    if (ID (self->ids, *index) == id)
      return TRUE;
  return FALSE;
}

static void
take_out (AkkStoreList *self, AkkRecord *record)
{
  guint index;

  if (!find (self, record->id, &index))
    return;
  g_array_remove_index (self->ids, index);
  g_list_model_items_changed (G_LIST_MODEL (self), index, 1, 0);
}

static void
put_in (AkkStoreList *self, AkkRecord *record)
{
  g_autofree char *position =
      self->position != NULL ? g_strdup (akk_record_get_text (record, self->position)) : NULL;
  guint low = 0, high = self->ids->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (stands_before (self, ID (self->ids, middle), record->id, position))
      low = middle + 1;
    else
      high = middle;
  }
  g_array_insert_val (self->ids, low, record->id);
  g_list_model_items_changed (G_LIST_MODEL (self), low, 0, 1);
}

/* Whether a record that is in the list may stay where it is. */
static gboolean
stands_right (AkkStoreList *self, AkkRecord *record)
{
  g_autofree char *position = NULL;
  guint index;

  if (!find (self, record->id, &index))
    return !belongs (self, record);
  if (!belongs (self, record))
    return FALSE;
  if (self->position == NULL)
    return TRUE;
  position = g_strdup (akk_record_get_text (record, self->position));
  if (index > 0 && !stands_before (self, ID (self->ids, index - 1), record->id, position))
    return FALSE;
  return index + 1 >= self->ids->len ||
         !stands_before (self, ID (self->ids, index + 1), record->id, position);
}

static void
reload (AkkStoreList *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  GArray *new = self->ids = read_ids (self);
  guint start = 0, end = 0, shorter = MIN (old->len, new->len);

  while (start < shorter && ID (old, start) == ID (new, start))
    start++;
  while (end < shorter - start && ID (old, old->len - 1 - end) == ID (new, new->len - 1 - end))
    end++;
  if (old->len - end > start || new->len - end > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - end - start,
                                new->len - end - start);
}

/* What stands wrong leaves first, again and again since its neighbours then meet; what stays is in
 * order while each finds its place. */
static void
follow (AkkStoreList *self, GPtrArray *records)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  guint n_moved;

  do {
    n_moved = g_hash_table_size (moved);
    for (guint i = 0; i < records->len; i++) {
      AkkRecord *record = records->pdata[i];
      if (record->type != self->type || g_hash_table_contains (moved, record) ||
          stands_right (self, record))
        continue;
      g_hash_table_add (moved, record);
      if (records->len <= MANY)
        take_out (self, record);
    }
  } while (records->len <= MANY && g_hash_table_size (moved) > n_moved);

  if (records->len > MANY && g_hash_table_size (moved) > 0)
    reload (self);
  for (guint i = 0; records->len <= MANY && i < records->len; i++)
    if (g_hash_table_contains (moved, records->pdata[i]) && belongs (self, records->pdata[i]))
      put_in (self, records->pdata[i]);
}

/* A field that decides whether, or where, a record stands in a list. */
static gboolean
moves_records (const AkkChange *change)
{
  return change->field == NULL || change->field == &akk_field_deleted ||
         change->field->kind == AKK_FIELD_REF || strcmp (change->field->name, "position") == 0;
}

void
akk_store_update_lists (AkkStore *self, GArray *changes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < changes->len; i++) {
    AkkChange *change = &g_array_index (changes, AkkChange, i);
    if (moves_records (change) && g_hash_table_add (seen, change->record))
      g_ptr_array_add (records, change->record);
  }
  if (records->len == 0)
    return;
  for (guint i = 0; i < self->lists->len; i++)
    g_ptr_array_add (lists, g_object_ref (self->lists->pdata[i]));
  for (guint i = 0; i < lists->len; i++)
    follow (lists->pdata[i], records);
}

void
akk_store_reload_lists (AkkStore *self)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->lists->len; i++)
    g_ptr_array_add (lists, g_object_ref (self->lists->pdata[i]));
  for (guint i = 0; i < lists->len; i++)
    reload (lists->pdata[i]);
}

/* --- GListModel and GObject --- */

static GType
akk_store_list_get_item_type (GListModel *model)
{
  return AKK_STORE_LIST (model)->type->get_type ();
}

static guint
akk_store_list_get_n_items (GListModel *model)
{
  return AKK_STORE_LIST (model)->ids->len;
}

static gpointer
akk_store_list_get_item (GListModel *model, guint position)
{
  AkkStoreList *self = AKK_STORE_LIST (model);

  if (position >= self->ids->len)
    return NULL;
  return akk_store_get (self->store, self->type, ID (self->ids, position));
}

static void
akk_store_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = akk_store_list_get_item_type;
  iface->get_n_items = akk_store_list_get_n_items;
  iface->get_item = akk_store_list_get_item;
}

static void
akk_store_list_dispose (GObject *object)
{
  AkkStoreList *self = AKK_STORE_LIST (object);

  if (self->store != NULL)
    g_ptr_array_remove_fast (self->store->lists, self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_store_list_parent_class)->dispose (object);
}

static void
akk_store_list_finalize (GObject *object)
{
  g_array_unref (AKK_STORE_LIST (object)->ids);
  G_OBJECT_CLASS (akk_store_list_parent_class)->finalize (object);
}

static void
akk_store_list_class_init (AkkStoreListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_store_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = akk_store_list_finalize;
}

static void
akk_store_list_init (AkkStoreList *self)
{
}

/* --- Public --- */

GListModel *
akk_store_list (AkkStore *self, const AkkRecordType *type, const char *ref, gint64 id)
{
  const AkkField *field = ref != NULL ? akk_record_type_field (type, ref) : NULL;
  AkkStoreList *list;

  g_return_val_if_fail (ref == NULL || (field != NULL && field->kind == AKK_FIELD_REF), NULL);

  list = g_object_new (AKK_TYPE_STORE_LIST, NULL);
  list->store = g_object_ref (self);
  list->type = type;
  list->ref = field;
  list->position = akk_record_type_field (type, "position");
  list->id = id;
  list->ids = read_ids (list);
  g_ptr_array_add (self->lists, list);
  return G_LIST_MODEL (list);
}
