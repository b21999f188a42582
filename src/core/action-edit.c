/* What is done to an action, the same wherever it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-edit.h"

#include "core/appraisal.h"
#include "core/attachment.h"
#include "core/contribution.h"
#include "core/dossier.h"
#include "core/fulfilment.h"
#include "core/meetings.h"
#include "core/order.h"

static void
report_on (AkkStore *store, AkkAction *action, gint64 day)
{
  if (action->reported_on == AKK_NO_DATE || action->reported_on < day)
    akk_store_set_int (store, action, "reported_on", day);
}

/* Backwards, for the list may shrink. */
static void
delete_all (AkkStore *store, const AkkRecordType *type, gint64 action_id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, "action_id", action_id);

  for (guint i = g_list_model_get_n_items (list); i > 0; i--) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (list, i - 1);

    akk_store_delete (store, record);
  }
}

gboolean
akk_action_status_wants_reason (gint64 status)
{
  return status == AKK_ACTION_ADJUSTED || status == AKK_ACTION_STOPPED;
}

void
akk_action_set_status (AkkStore *store,
                       AkkAction *action,
                       AkkActionStatus status,
                       const char *reason)
{
  gboolean other = action->status != status;

  if (reason == NULL)
    reason = other && akk_action_status_wants_reason (action->status) ? "" : action->reason;
  if (!other && g_str_equal (reason, action->reason))
    return;
  akk_store_set_int (store, action, "status", status);
  akk_store_set_text (store, action, "reason", reason);
  akk_store_set_int (store, action, "reported_on", akk_store_today (store));
}

void
akk_action_set_progress (AkkStore *store, AkkAction *action, const char *progress)
{
  if (g_str_equal (progress, action->progress))
    return;
  akk_store_set_text (store, action, "progress", progress);
  akk_store_set_int (store, action, "reported_on", akk_store_today (store));
}

AkkLogEntry *
akk_action_add_news (AkkStore *store, AkkAction *action, gint64 date, const char *text)
{
  AkkLogEntry *entry = akk_record_new (&akk_log_entry_record);

  g_object_set (entry, "action-id", action->record.id, "date", date, "text", text, NULL);
  akk_store_add (store, entry);
  report_on (store, action, date);
  return entry;
}

void
akk_action_report (AkkStore *store, AkkAction *action, const AkkAction *before)
{
  gboolean news =
      action->status != before->status || !g_str_equal (action->progress, before->progress);

  if (news && action->reported_on == before->reported_on)
    akk_store_set_int (store, action, "reported_on", akk_store_today (store));
}

char *
akk_action_next_position (AkkStore *store, gint64 agreement_id)
{
  g_autofree char *key = g_strdup_printf ("last action of %" G_GINT64_FORMAT, agreement_id);
  const char *noted = akk_store_noted (store, key);
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_action_record, "agreement_id", agreement_id);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (AkkAction) last = n > 0 ? g_list_model_get_item (list, n - 1) : NULL;
  char *next = akk_order_between (noted != NULL ? noted : last != NULL ? last->position : "", "");

  akk_store_note (store, key, next);
  return next;
}

AkkAction *
akk_action_add (
    AkkStore *store, gint64 agreement_id, AkkPlan *plan, gint64 priority_id, const char *title)
{
  AkkAction *action = akk_record_new (&akk_action_record);
  g_autofree char *number = akk_action_next_number (store);
  g_autofree char *position = akk_action_next_position (store, agreement_id);

  if (plan != NULL && plan->priority_id != 0)
    priority_id = plan->priority_id;
  g_object_set (action, "agreement-id", agreement_id, "plan-id",
                plan != NULL ? plan->record.id : (gint64) 0, "priority-id", priority_id, "number",
                number, "position", position, "title", title, NULL);
  akk_store_add (store, action);
  return action;
}

void
akk_action_move (AkkStore *store, AkkAction *action, AkkPlan *plan)
{
  akk_store_set_int (store, action, "plan_id", plan != NULL ? plan->record.id : 0);
  if (plan != NULL && plan->priority_id != 0)
    akk_store_set_int (store, action, "priority_id", plan->priority_id);
}

void
akk_action_delete (AkkStore *store, AkkAction *action)
{
  g_autoptr (GListModel) before =
      akk_store_list (store, &akk_action_record, "successor_id", action->record.id);

  delete_all (store, &akk_contribution_record, action->record.id);
  delete_all (store, &akk_fulfilment_record, action->record.id);
  delete_all (store, &akk_log_entry_record, action->record.id);
  delete_all (store, &akk_appraisal_record, action->record.id);
  delete_all (store, &akk_attachment_record, action->record.id);
  for (guint i = g_list_model_get_n_items (before); i > 0; i--) {
    g_autoptr (AkkAction) one = g_list_model_get_item (before, i - 1);

    akk_store_set_int (store, one, "successor_id", 0);
  }
  akk_store_delete (store, action);
}
