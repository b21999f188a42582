/* Records that belong to another one, edited together with it before anything is stored.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/drafts.h"

#include "core/order.h"

static gboolean
is_kept (GPtrArray *drafts, gint64 id, AkkDraftIsEmpty is_empty)
{
  for (guint i = 0; i < drafts->len; i++)
    if (AKK_RECORD (drafts->pdata[i])->id == id)
      return is_empty == NULL || !is_empty (drafts->pdata[i]);
  return FALSE;
}

static void
add_copy (AkkStore *store, AkkRecord *draft, const char *ref, gint64 id, char **position)
{
  g_autoptr (AkkRecord) copy = akk_record_duplicate (draft);
  const AkkField *place = akk_record_type_field (draft->type, "position");

  akk_record_set_int (copy, akk_record_type_field (draft->type, ref), id);
  if (place != NULL) {
    g_autofree char *next = akk_order_between (*position, "");

    akk_record_set_text (copy, place, next);
    g_set_str (position, next);
  }
  akk_store_add (store, copy);
}

static char *
last_position (GListModel *list, const AkkRecordType *type)
{
  const AkkField *place = akk_record_type_field (type, "position");
  guint n = g_list_model_get_n_items (list);
  g_autoptr (AkkRecord) last = n > 0 ? g_list_model_get_item (list, n - 1) : NULL;

  return g_strdup (last != NULL && place != NULL ? akk_record_get_text (last, place) : "");
}

GPtrArray *
akk_drafts_new (AkkStore *store, const AkkRecordType *type, const char *ref, gint64 id)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) list = NULL;

  if (id == 0)
    return drafts;
  list = akk_store_list (store, type, ref, id);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (list, i);

    g_ptr_array_add (drafts, akk_record_duplicate (record));
  }
  return drafts;
}

void
akk_drafts_save (AkkStore *store,
                 const AkkRecordType *type,
                 const char *ref,
                 gint64 id,
                 GPtrArray *drafts,
                 AkkDraftIsEmpty is_empty)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, ref, id);
  g_autofree char *position = last_position (list, type);

  /* Backwards, for the list may shrink. */
  for (guint i = g_list_model_get_n_items (list); i > 0; i--) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (list, i - 1);

    if (!is_kept (drafts, record->id, is_empty))
      akk_store_delete (store, record);
  }
  for (guint i = 0; i < drafts->len; i++) {
    AkkRecord *draft = drafts->pdata[i];
    g_autoptr (AkkRecord) stored = draft->id != 0 ? akk_store_get (store, type, draft->id) : NULL;

    if (is_empty != NULL && is_empty (draft))
      continue;
    if (draft->id == 0)
      add_copy (store, draft, ref, id, &position);
    else if (stored != NULL && !stored->deleted)
      akk_store_apply (store, stored, draft);
  }
}
