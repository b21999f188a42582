/* An action with all that belongs to it, as a dialog edits it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-draft.h"

#include "core/action-edit.h"
#include "core/appraisal.h"
#include "core/attachment.h"
#include "core/contribution.h"
#include "core/drafts.h"
#include "core/fulfilment.h"
#include "core/log-entry.h"
#include "core/principle.h"

/* --- Reading --- */

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const AkkLogEntry *one = *(AkkLogEntry *const *) a, *two = *(AkkLogEntry *const *) b;

  return (two->date > one->date) - (two->date < one->date);
}

/* Takes the one that is stored, else makes one that says nothing yet. */
static AkkAppraisal *
appraisal_of (GPtrArray *stored, gint64 principle_id)
{
  AkkAppraisal *appraisal;

  for (guint i = 0; i < stored->len; i++)
    if (((AkkAppraisal *) stored->pdata[i])->principle_id == principle_id)
      return g_object_ref (stored->pdata[i]);
  appraisal = akk_record_new (&akk_appraisal_record);
  g_object_set (appraisal, "principle-id", principle_id, NULL);
  return appraisal;
}

static GPtrArray *
appraisals_new (AkkStore *store, gint64 agreement_id, gint64 action_id)
{
  GPtrArray *appraisals = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) stored =
      akk_drafts_new (store, &akk_appraisal_record, "action_id", action_id);
  g_autoptr (GListModel) principles =
      akk_store_list (store, &akk_principle_record, "agreement_id", agreement_id);

  for (guint i = 0; i < g_list_model_get_n_items (principles); i++) {
    g_autoptr (AkkRecord) principle = g_list_model_get_item (principles, i);

    g_ptr_array_add (appraisals, appraisal_of (stored, principle->id));
  }
  return appraisals;
}

static GArray *
commitments_new (AkkStore *store, gint64 action_id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) fulfilments =
      akk_drafts_new (store, &akk_fulfilment_record, "action_id", action_id);

  for (guint i = 0; i < fulfilments->len; i++)
    g_array_append_val (ids, ((AkkFulfilment *) fulfilments->pdata[i])->commitment);
  return ids;
}

/* --- Writing --- */

/* What says nothing is not kept. */
static gboolean
is_empty (const AkkRecord *record)
{
  if (record->type == &akk_contribution_record) {
    const AkkContribution *contribution = (const AkkContribution *) record;

    return contribution->party_id == 0 && *contribution->partner == '\0' &&
           *contribution->role == '\0' && *contribution->contribution == '\0';
  }
  if (record->type == &akk_log_entry_record)
    return *((const AkkLogEntry *) record)->text == '\0';
  if (record->type == &akk_appraisal_record)
    return !((const AkkAppraisal *) record)->met &&
           *((const AkkAppraisal *) record)->sentence == '\0';
  return FALSE;
}

static void
save_commitments (AkkActionDraft *self, AkkAction *action)
{
  g_autoptr (GListModel) list =
      akk_store_list (self->store, &akk_fulfilment_record, "action_id", action->record.id);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = g_list_model_get_n_items (list); i > 0; i--) {
    g_autoptr (AkkFulfilment) fulfilment = g_list_model_get_item (list, i - 1);

    g_hash_table_add (known, g_memdup2 (&fulfilment->commitment, sizeof (gint64)));
    if (!akk_action_draft_carries_out (self, fulfilment->commitment))
      akk_store_delete (self->store, fulfilment);
  }
  for (guint i = 0; i < self->commitments->len; i++) {
    g_autoptr (AkkFulfilment) fulfilment = akk_record_new (&akk_fulfilment_record);
    gint64 id = g_array_index (self->commitments, gint64, i);

    if (g_hash_table_contains (known, &id))
      continue;
    g_object_set (fulfilment, "action-id", action->record.id, "commitment", id, NULL);
    akk_store_add (self->store, fulfilment);
  }
}

/* The last news is at least that of a line that is new in the log. */
static void
report_log (AkkActionDraft *self, AkkAction *action)
{
  for (guint i = 0; i < self->log->len; i++) {
    const AkkLogEntry *entry = self->log->pdata[i];

    if (entry->record.id == 0 && !is_empty (&entry->record) && entry->date > action->reported_on)
      akk_store_set_int (self->store, action, "reported_on", entry->date);
  }
}

static AkkAction *
save_action (AkkActionDraft *self)
{
  g_autoptr (AkkAction) before = NULL;
  g_autoptr (AkkAction) copy = akk_record_duplicate (self->action);
  g_autoptr (AkkPlan) plan = akk_store_get (self->store, &akk_plan_record, copy->plan_id);
  AkkAction *action;

  if (self->stored != NULL) {
    action = g_object_ref (self->stored);
    before = akk_record_duplicate (action);
  } else {
    action = akk_action_add (self->store, copy->agreement_id, plan, copy->priority_id, copy->title);
    before = akk_record_duplicate (action);
    g_object_set (copy, "number", action->number, "position", action->position, NULL);
  }
  akk_store_apply (self->store, action, copy);
  akk_action_report (self->store, action, before);
  return action;
}

/* --- Public --- */

AkkActionDraft *
akk_action_draft_new (AkkStore *store, gint64 agreement_id, AkkAction *stored, AkkPlan *plan)
{
  AkkActionDraft *self = g_new0 (AkkActionDraft, 1);
  gint64 id = stored != NULL ? stored->record.id : 0;

  self->store = g_object_ref (store);
  self->stored = stored != NULL ? g_object_ref (stored) : NULL;
  self->action =
      stored != NULL ? akk_record_duplicate (stored) : akk_record_new (&akk_action_record);
  if (stored == NULL)
    g_object_set (self->action, "agreement-id", agreement_id, "plan-id",
                  plan != NULL ? plan->record.id : (gint64) 0, "priority-id",
                  plan != NULL ? plan->priority_id : (gint64) 0, NULL);
  self->contributions = akk_drafts_new (store, &akk_contribution_record, "action_id", id);
  self->log = akk_drafts_new (store, &akk_log_entry_record, "action_id", id);
  g_ptr_array_sort (self->log, compare_dates);
  self->appraisals = appraisals_new (store, agreement_id, id);
  self->attachments = akk_drafts_new (store, &akk_attachment_record, "action_id", id);
  self->commitments = commitments_new (store, id);
  return self;
}

void
akk_action_draft_free (AkkActionDraft *self)
{
  g_object_unref (self->store);
  g_clear_object (&self->stored);
  g_object_unref (self->action);
  g_ptr_array_unref (self->contributions);
  g_ptr_array_unref (self->log);
  g_ptr_array_unref (self->appraisals);
  g_ptr_array_unref (self->attachments);
  g_array_unref (self->commitments);
  g_free (self);
}

gboolean
akk_action_draft_carries_out (const AkkActionDraft *self, gint64 commitment)
{
  for (guint i = 0; i < self->commitments->len; i++)
    if (g_array_index (self->commitments, gint64, i) == commitment)
      return TRUE;
  return FALSE;
}

void
akk_action_draft_set_commitment (AkkActionDraft *self, gint64 commitment, gboolean on)
{
  if (on && !akk_action_draft_carries_out (self, commitment))
    g_array_append_val (self->commitments, commitment);
  for (guint i = self->commitments->len; !on && i > 0; i--)
    if (g_array_index (self->commitments, gint64, i - 1) == commitment)
      g_array_remove_index (self->commitments, i - 1);
}

AkkAction *
akk_action_draft_save (AkkActionDraft *self)
{
  AkkAction *action = save_action (self);
  const struct {
    const AkkRecordType *type;
    GPtrArray *drafts;
  } lists[] = {
    { &akk_contribution_record, self->contributions },
    { &akk_log_entry_record, self->log },
    { &akk_appraisal_record, self->appraisals },
    { &akk_attachment_record, self->attachments },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    akk_drafts_save (self->store, lists[i].type, "action_id", action->record.id, lists[i].drafts,
                     is_empty);
  save_commitments (self, action);
  report_log (self, action);
  return action;
}
