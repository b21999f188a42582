/* An action plan: what is done in a year or a period.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/plan.h"

#include <glib/gi18n.h>

const AkkChoice akk_plan_states[] = {
  { AKK_PLAN_CONCEPT, "concept", N_ ("Draft") },
  { AKK_PLAN_ADOPTED, "adopted", N_ ("Adopted") },
  { AKK_PLAN_CLOSED, "closed", N_ ("Closed") },
  { 0, NULL, NULL },
};

static int
compare_years (gconstpointer a, gconstpointer b)
{
  const AkkPlan *one = *(const AkkPlan *const *) a, *other = *(const AkkPlan *const *) b;

  if (one->first_year != other->first_year)
    return one->first_year < other->first_year ? -1 : 1;
  if ((one->priority_id == 0) != (other->priority_id == 0))
    return one->priority_id == 0 ? -1 : 1;
  return one->record.id < other->record.id ? -1 : one->record.id > other->record.id;
}

GPtrArray *
akk_plans (AkkStore *store, gint64 agreement_id)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_plan_record, "agreement_id", agreement_id);
  GPtrArray *plans = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (plans, g_list_model_get_item (list, i));
  g_ptr_array_sort (plans, compare_years);
  return plans;
}

gboolean
akk_plan_covers (const AkkPlan *self, gint64 year)
{
  return self->first_year <= year && year <= self->last_year;
}

char *
akk_plan_years (const AkkPlan *self)
{
  if (self->last_year <= self->first_year)
    return g_strdup_printf ("%" G_GINT64_FORMAT, self->first_year);
  return g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, self->first_year,
                          self->last_year);
}
