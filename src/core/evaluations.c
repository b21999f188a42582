/* Evaluation reports: their parts, and what happens to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluations.h"

#include "core/action-edit.h"

/* --- Reports --- */

static int
compare_reports (gconstpointer a, gconstpointer b)
{
  const AkkEvaluation *one = *(AkkEvaluation *const *) a, *other = *(AkkEvaluation *const *) b;

  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;
  return (one->record.id > other->record.id) - (one->record.id < other->record.id);
}

static GPtrArray *
records (AkkStore *store, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, ref, id);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (found, g_list_model_get_item (list, i));
  return found;
}

GPtrArray *
akk_evaluations (AkkStore *store, gint64 agreement_id)
{
  GPtrArray *found = records (store, &akk_evaluation_record, "agreement_id", agreement_id);

  g_ptr_array_sort (found, compare_reports);
  return found;
}

AkkEvaluation *
akk_evaluation_find (AkkStore *store, gint64 agreement_id, int year)
{
  g_autoptr (GPtrArray) all = akk_evaluations (store, agreement_id);

  for (guint i = 0; i < all->len; i++)
    if (((AkkEvaluation *) all->pdata[i])->year == year)
      return g_object_ref (all->pdata[i]);
  return NULL;
}

gboolean
akk_evaluation_adopted (const AkkEvaluation *self)
{
  return self->adopted_on != AKK_NO_DATE;
}

AkkVersion *
akk_evaluation_version (AkkStore *store, const AkkEvaluation *self)
{
  g_autoptr (GPtrArray) versions =
      records (store, &akk_version_record, "evaluation_id", self->record.id);
  AkkVersion *newest = NULL;

  for (guint i = 0; i < versions->len; i++)
    if (newest == NULL || ((AkkVersion *) versions->pdata[i])->number > newest->number)
      newest = versions->pdata[i];
  return newest != NULL ? g_object_ref (newest) : NULL;
}

/* --- Parts --- */

static AkkEvaluationPart *
part_new (const AkkEvaluation *self, AkkEvaluationPartKind kind, gint64 priority_id)
{
  AkkEvaluationPart *part = akk_record_new (&akk_evaluation_part_record);

  akk_record_set_int (part, akk_record_type_field (&akk_evaluation_part_record, "evaluation_id"),
                      self->record.id);
  akk_record_set_int (part, akk_record_type_field (&akk_evaluation_part_record, "kind"), kind);
  akk_record_set_int (part, akk_record_type_field (&akk_evaluation_part_record, "priority_id"),
                      priority_id);
  return part;
}

static void
add_part (GPtrArray *parts,
          const GPtrArray *written,
          const AkkEvaluation *self,
          AkkEvaluationPartKind kind,
          gint64 priority_id)
{
  for (guint i = 0; i < written->len; i++) {
    AkkEvaluationPart *part = written->pdata[i];

    if (part->kind == (gint64) kind && part->priority_id == priority_id) {
      g_ptr_array_add (parts, g_object_ref (part));
      return;
    }
  }
  g_ptr_array_add (parts, part_new (self, kind, priority_id));
}

GPtrArray *
akk_evaluation_parts (AkkStore *store, const AkkEvaluation *self)
{
  g_autoptr (GPtrArray) written =
      records (store, &akk_evaluation_part_record, "evaluation_id", self->record.id);
  g_autoptr (GPtrArray) priorities =
      records (store, &akk_priority_record, "agreement_id", self->agreement_id);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (AkkEvaluationPartKind kind = 0; kind < AKK_N_PART_KINDS; kind++) {
    if (kind != AKK_PART_PRIORITY)
      add_part (parts, written, self, kind, 0);
    for (guint i = 0; kind == AKK_PART_PRIORITY && i < priorities->len; i++)
      add_part (parts, written, self, kind, ((AkkPriority *) priorities->pdata[i])->record.id);
  }
  return parts;
}

void
akk_evaluation_keep_part (AkkStore *store, AkkEvaluationPart *part)
{
  if (part->record.id == 0)
    akk_store_add (store, part);
}

gboolean
akk_evaluation_part_wants_words (AkkEvaluationPartKind kind)
{
  return kind != AKK_PART_TABLES;
}

AkkEvaluationPartState
akk_evaluation_part_state (const AkkEvaluationPart *self)
{
  if (self->ready || !akk_evaluation_part_wants_words (self->kind))
    return AKK_PART_READY;
  return *self->narrative != '\0' ? AKK_PART_BEGUN : AKK_PART_EMPTY;
}

/* --- Conclusions --- */

GPtrArray *
akk_conclusions (AkkStore *store, gint64 evaluation_id)
{
  return records (store, &akk_conclusion_record, "evaluation_id", evaluation_id);
}

GPtrArray *
akk_conclusions_open (AkkStore *store, gint64 agreement_id, int year)
{
  g_autoptr (GPtrArray) reports = akk_evaluations (store, agreement_id);
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < reports->len; i++) {
    const AkkEvaluation *report = reports->pdata[i];
    g_autoptr (GPtrArray) all = akk_conclusions (store, report->record.id);

    for (guint j = 0; report->year <= year && j < all->len; j++) {
      AkkConclusion *it = all->pdata[j];

      if (it->kind == AKK_CONCLUSION_ADJUSTMENT && it->action_id == 0)
        g_ptr_array_add (open, g_object_ref (it));
    }
  }
  return open;
}

AkkAction *
akk_conclusion_carry_out (AkkStore *store, AkkConclusion *conclusion, AkkPlan *plan)
{
  AkkAction *action =
      akk_action_add (store, plan->agreement_id, plan, conclusion->priority_id, conclusion->text);

  akk_store_set_int (store, conclusion, "action_id", action->record.id);
  return action;
}
