/* What is done to an indicator.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/indicator-edit.h"

#include "core/bearing.h"
#include "core/measurement.h"
#include "core/target.h"

/* Backwards, for the list shrinks. */
static void
delete_all (AkkStore *store, const AkkRecordType *type, gint64 indicator_id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, "indicator_id", indicator_id);

  for (guint i = g_list_model_get_n_items (list); i > 0; i--) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (list, i - 1);

    akk_store_delete (store, record);
  }
}

void
akk_indicator_delete (AkkStore *store, AkkIndicator *indicator)
{
  delete_all (store, &akk_measurement_record, indicator->record.id);
  delete_all (store, &akk_target_record, indicator->record.id);
  delete_all (store, &akk_bearing_record, indicator->record.id);
  akk_store_delete (store, indicator);
}
