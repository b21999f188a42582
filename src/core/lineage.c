/* The agreements that follow each other, with the years between them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/lineage.h"

#include "core/dates.h"

static void
step_free (gpointer data)
{
  AkkLineageStep *self = data;

  g_clear_object (&self->agreement);
  g_free (self);
}

static AkkLineageStep *
step_new (AkkAgreement *agreement, gint64 from, gint64 to)
{
  AkkLineageStep *self = g_new0 (AkkLineageStep, 1);

  g_set_object (&self->agreement, agreement);
  self->from = from;
  self->to = to;
  return self;
}

/* Two that name each other as predecessor would go on for ever. */
static gboolean
is_known (GPtrArray *agreements, const AkkAgreement *agreement)
{
  for (guint i = 0; i < agreements->len; i++)
    if (((AkkAgreement *) agreements->pdata[i])->record.id == agreement->record.id)
      return TRUE;
  return FALSE;
}

static gboolean
begins_before (const AkkAgreement *a, const AkkAgreement *b)
{
  gint64 one = a->starts_on != AKK_NO_DATE ? a->starts_on : G_MAXINT64;
  gint64 two = b->starts_on != AKK_NO_DATE ? b->starts_on : G_MAXINT64;

  return one != two ? one < two : a->record.id < b->record.id;
}

static AkkAgreement *
successor_of (AkkStore *store, const AkkAgreement *agreement)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_agreement_record, "predecessor_id", agreement->record.id);
  g_autoptr (AkkAgreement) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkAgreement) one = g_list_model_get_item (list, i);

    if (one->amends_id == 0 && (found == NULL || begins_before (one, found)))
      g_set_object (&found, one);
  }
  return g_steal_pointer (&found);
}

static GPtrArray *
collect (AkkStore *store, AkkAgreement *agreement)
{
  GPtrArray *agreements = g_ptr_array_new_with_free_func (g_object_unref);
  AkkAgreement *one = g_object_ref (agreement);

  while (one != NULL && one->record.deleted == 0 && !is_known (agreements, one)) {
    gint64 before = one->predecessor_id;

    g_ptr_array_insert (agreements, 0, one);
    one = akk_store_get (store, &akk_agreement_record, before);
  }
  g_clear_object (&one);
  one = successor_of (store, agreement);
  while (one != NULL && !is_known (agreements, one)) {
    g_ptr_array_add (agreements, one);
    one = successor_of (store, one);
  }
  g_clear_object (&one);
  return agreements;
}

GPtrArray *
akk_lineage_new (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GPtrArray) agreements = collect (store, agreement);
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  gint64 last = AKK_NO_DATE;

  for (guint i = 0; i < agreements->len; i++) {
    AkkAgreement *one = agreements->pdata[i];
    gint64 to = one->indefinite ? AKK_NO_DATE : one->ends_on;

    if (last != AKK_NO_DATE && one->starts_on != AKK_NO_DATE && one->starts_on > last + 1)
      g_ptr_array_add (steps, step_new (NULL, last + 1, one->starts_on - 1));
    g_ptr_array_add (steps, step_new (one, one->starts_on, to));
    last = to;
  }
  return steps;
}

char *
akk_lineage_years (const AkkLineageStep *self)
{
  int from, to;

  if (self->from == AKK_NO_DATE)
    return g_strdup ("");
  akk_date_to_ymd (self->from, &from, NULL, NULL);
  if (self->to == AKK_NO_DATE)
    return g_strdup_printf ("%d–", from);
  akk_date_to_ymd (self->to, &to, NULL, NULL);
  return from == to ? g_strdup_printf ("%d", from) : g_strdup_printf ("%d–%d", from, to);
}
