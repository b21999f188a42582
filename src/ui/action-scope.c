/* What the views of an action plan share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-scope.h"

#include "core/dates.h"
#include "core/dossier.h"

struct _AkkActionScope {
  GObject parent_instance;
  AkkAgreement *agreement;
  AkkActionRows *rows;
  AkkActionFilter filter;
  AkkActionSort sort;
  gboolean descending;
  gint64 day;
  GArray *shown; /* indices */
  enum { NONE, THOSE_OF_THE_STEP, ALL } touched; /* by what changes now */
  gint64 chosen;
};

enum { SHOWN_CHANGED, CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkActionScope, akk_action_scope, G_TYPE_OBJECT)

static void
apply (AkkActionScope *self, int touched)
{
  self->touched = touched;
  g_clear_pointer (&self->shown, g_array_unref);
  self->shown =
      akk_action_filter_apply (&self->filter, self->rows, self->sort, self->descending, self->day);
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

static void
rows_changed_cb (AkkActionScope *self)
{
  gint64 day = self->day;

  self->day = akk_store_today (akk_action_scope_store (self));
  apply (self, day != self->day ? ALL : THOSE_OF_THE_STEP);
  if (self->chosen != 0 && akk_action_rows_find (self->rows, self->chosen) == NULL)
    akk_action_scope_choose (self, 0);
}

/* More words are found than before. */
static void
searchable_cb (AkkActionScope *self)
{
  if (self->filter.text != NULL)
    apply (self, NONE);
}

/* The year of the day when a plan holds it, else that of the newest plan. */
static gint64
first_shown_year (AkkActionScope *self)
{
  g_autoptr (GPtrArray) plans =
      akk_plans (akk_action_scope_store (self), self->agreement->record.id);
  int year;

  akk_date_to_ymd (self->day, &year, NULL, NULL);
  for (guint i = 0; i < plans->len; i++)
    if (akk_plan_covers (plans->pdata[i], year))
      return year;
  return plans->len > 0 ? ((AkkPlan *) plans->pdata[plans->len - 1])->first_year : 0;
}

static void
akk_action_scope_finalize (GObject *object)
{
  AkkActionScope *self = AKK_ACTION_SCOPE (object);

  akk_action_filter_clear (&self->filter);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (akk_action_scope_parent_class)->finalize (object);
}

static void
akk_action_scope_class_init (AkkActionScopeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_action_scope_finalize;
  signals[SHOWN_CHANGED] = g_signal_new ("shown-changed", AKK_TYPE_ACTION_SCOPE, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", AKK_TYPE_ACTION_SCOPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
akk_action_scope_init (AkkActionScope *self)
{
}

AkkActionScope *
akk_action_scope_new (AkkStore *store, AkkAgreement *agreement)
{
  AkkActionScope *self = g_object_new (AKK_TYPE_ACTION_SCOPE, NULL);

  self->agreement = g_object_ref (agreement);
  self->rows = akk_action_rows_new (store, agreement->record.id);
  self->day = akk_store_today (store);
  self->filter.year = first_shown_year (self);
  apply (self, ALL);
  g_signal_connect_object (self->rows, "changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "searchable", G_CALLBACK (searchable_cb), self,
                           G_CONNECT_SWAPPED);
  akk_action_rows_follow_words (self->rows);
  return self;
}

AkkStore *
akk_action_scope_store (AkkActionScope *self)
{
  return akk_action_rows_store (self->rows);
}

AkkAgreement *
akk_action_scope_agreement (AkkActionScope *self)
{
  return self->agreement;
}

AkkActionRows *
akk_action_scope_rows (AkkActionScope *self)
{
  return self->rows;
}

gint64
akk_action_scope_day (AkkActionScope *self)
{
  return self->day;
}

/* --- What is shown --- */

const AkkActionFilter *
akk_action_scope_filter (AkkActionScope *self)
{
  return &self->filter;
}

void
akk_action_scope_set_filter (AkkActionScope *self, const AkkActionFilter *filter)
{
  akk_action_filter_copy (&self->filter, filter);
  apply (self, NONE);
}

void
akk_action_scope_set_year (AkkActionScope *self, gint64 year)
{
  if (self->filter.year == year)
    return;
  self->filter.year = year;
  apply (self, NONE);
}

void
akk_action_scope_set_text (AkkActionScope *self, const char *text)
{
  if (g_set_str (&self->filter.text, text != NULL && *text != '\0' ? text : NULL))
    apply (self, NONE);
}

AkkActionSort
akk_action_scope_sort (AkkActionScope *self, gboolean *descending)
{
  if (descending != NULL)
    *descending = self->descending;
  return self->sort;
}

void
akk_action_scope_set_sort (AkkActionScope *self, AkkActionSort sort, gboolean descending)
{
  if (self->sort == sort && self->descending == descending)
    return;
  self->sort = sort;
  self->descending = descending;
  apply (self, NONE);
}

const GArray *
akk_action_scope_shown (AkkActionScope *self)
{
  return self->shown;
}

const AkkActionRow *
akk_action_scope_row (AkkActionScope *self, guint place)
{
  return akk_action_rows_row (self->rows, g_array_index (self->shown, guint, place));
}

gboolean
akk_action_scope_touched (AkkActionScope *self, gint64 action_id)
{
  return self->touched == ALL ||
         (self->touched == THOSE_OF_THE_STEP && akk_action_rows_touched (self->rows, action_id));
}

/* --- What is chosen --- */

gint64
akk_action_scope_chosen (AkkActionScope *self)
{
  return self->chosen;
}

void
akk_action_scope_choose (AkkActionScope *self, gint64 action_id)
{
  if (self->chosen == action_id)
    return;
  self->chosen = action_id;
  g_signal_emit (self, signals[CHOSEN], 0);
}

AkkPlan *
akk_action_scope_plan (AkkActionScope *self)
{
  g_autoptr (GPtrArray) plans =
      akk_plans (akk_action_scope_store (self), self->agreement->record.id);

  for (guint i = 0; i < plans->len; i++)
    if (akk_plan_covers (plans->pdata[i], self->filter.year) &&
        ((AkkPlan *) plans->pdata[i])->state != AKK_PLAN_CLOSED)
      return g_object_ref (plans->pdata[i]);
  return NULL;
}
