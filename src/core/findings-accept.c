/* Findings that people decided to live with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/findings.h"

#include <glib/gi18n.h>

#include "core/acceptance.h"
#include "core/dossier.h"
#include "core/findings-private.h"

void
akk_find_accepted (AkkFinder *self)
{
  g_autoptr (GListModel) list = akk_store_list (self->store, &akk_acceptance_record, "agreement_id",
                                                self->agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkAcceptance) acceptance = g_list_model_get_item (list, i);

    for (guint k = 0; k < self->findings->len; k++) {
      AkkFinding *finding = self->findings->pdata[k];

      if (finding->severity != AKK_FINDING_ADVICE || finding->reason != NULL ||
          !g_str_equal (finding->id, acceptance->finding) ||
          !g_str_equal (finding->place, acceptance->place))
        continue;
      finding->acceptance = acceptance->record.id;
      finding->reason = g_strdup (acceptance->reason);
    }
  }
}

gboolean
akk_finding_accept (AkkStore *store,
                    AkkAgreement *agreement,
                    const AkkFinding *self,
                    const char *reason,
                    GError **error)
{
  g_autoptr (AkkAcceptance) acceptance = akk_record_new (&akk_acceptance_record);

  g_return_val_if_fail (self->severity == AKK_FINDING_ADVICE, FALSE);

  acceptance->agreement_id = agreement->record.id;
  acceptance->accepted_on = akk_store_today (store);
  g_set_str (&acceptance->finding, self->id);
  g_set_str (&acceptance->place, self->place);
  g_set_str (&acceptance->reason, reason);
  akk_store_begin (store, N_ ("Accept Finding"));
  akk_store_add (store, acceptance);
  return akk_store_commit (store, error);
}

gboolean
akk_finding_reopen (AkkStore *store, const AkkFinding *self, GError **error)
{
  g_autoptr (AkkAcceptance) acceptance =
      akk_store_get (store, &akk_acceptance_record, self->acceptance);

  if (acceptance == NULL)
    return TRUE;
  akk_store_begin (store, N_ ("No Longer Accept Finding"));
  akk_store_delete (store, acceptance);
  return akk_store_commit (store, error);
}
