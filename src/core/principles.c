/* The principles of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/principles.h"

#include "core/appraisal.h"
#include "core/datadir.h"
#include "core/order.h"

GPtrArray *
akk_principles_first (AkkAgreement *agreement, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *name =
      g_strdup_printf ("actions/principles-%s.ini", akk_agreement_language (agreement));
  g_autofree char *path = akk_datadir_path (name);
  g_autoptr (GPtrArray) principles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *position = g_strdup ("");
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return NULL;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++) {
    AkkPrinciple *principle = akk_record_new (&akk_principle_record);
    g_autofree char *title = g_key_file_get_string (file, groups[i], "title", NULL);
    g_autofree char *question = g_key_file_get_string (file, groups[i], "question", NULL);
    g_autofree char *next = akk_order_between (position, "");

    g_object_set (principle, "agreement-id", agreement->record.id, "position", next, "title", title,
                  "question", question, NULL);
    g_set_str (&position, next);
    g_ptr_array_add (principles, principle);
  }
  return g_steal_pointer (&principles);
}

void
akk_principle_delete (AkkStore *store, AkkPrinciple *principle)
{
  g_autoptr (GListModel) answers =
      akk_store_list (store, &akk_appraisal_record, "principle_id", principle->record.id);

  for (guint i = g_list_model_get_n_items (answers); i > 0; i--) {
    g_autoptr (AkkAppraisal) answer = g_list_model_get_item (answers, i - 1);

    akk_store_delete (store, answer);
  }
  akk_store_delete (store, principle);
}
