/* The page Actieplan: the choice of years.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-page-private.h"

#include <glib/gi18n.h>

typedef struct {
  gint64 year;
  char *words;
} Choice;

static void
choice_clear (gpointer data)
{
  g_free (((Choice *) data)->words);
}

static void
add_choice (GArray *choices, gint64 year, char *words)
{
  Choice choice = { .year = year, .words = words };

  g_array_append_val (choices, choice);
}

static gboolean
is_offered (const GArray *choices, const char *words)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (g_array_index (choices, Choice, i).words, words))
      return TRUE;
  return FALSE;
}

/* The years of the plans, what stands in no plan, and all. */
static GArray *
choices_new (AkkActionPlanPage *self)
{
  AkkActionRows *rows = akk_action_scope_rows (self->scope);
  g_autoptr (GPtrArray) plans = akk_plans (akk_action_scope_store (self->scope),
                                           akk_action_scope_agreement (self->scope)->record.id);
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  gboolean outside = FALSE;

  g_array_set_clear_func (choices, choice_clear);
  for (guint i = 0; i < plans->len; i++) {
    AkkPlan *plan = plans->pdata[i];
    g_autofree char *words = akk_plan_years (plan);

    if (!is_offered (choices, words))
      add_choice (choices, plan->first_year, g_steal_pointer (&words));
  }
  for (guint i = 0; i < akk_action_rows_length (rows) && !outside; i++)
    outside = akk_action_rows_row (rows, i)->plan_id == 0;
  if (outside && choices->len > 0)
    add_choice (choices, AKK_YEAR_NONE, g_strdup (_ ("Outside a Plan")));
  if (choices->len > 1)
    add_choice (choices, 0, g_strdup (_ ("All Years")));
  return choices;
}

static char *
name_of (guint index)
{
  return g_strdup_printf ("%u", index);
}

static char *
key_of (const GArray *choices)
{
  GString *key = g_string_new ("");

  for (guint i = 0; i < choices->len; i++)
    g_string_append_printf (key, "%s\n", g_array_index (choices, Choice, i).words);
  return g_string_free_and_steal (key);
}

static void
offer (AkkActionPlanPage *self, const GArray *choices)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->years, 0);
  adw_toggle_group_remove_all (self->year_toggles);
  for (guint i = 0; i < choices->len; i++) {
    const Choice *choice = &g_array_index (choices, Choice, i);
    g_autofree char *name = name_of (i);
    AdwToggle *toggle = adw_toggle_new ();

    g_array_append_val (self->years, choice->year);
    gtk_string_list_append (names, choice->words);
    adw_toggle_set_name (toggle, name);
    adw_toggle_set_label (toggle, choice->words);
    adw_toggle_group_add (self->year_toggles, toggle);
  }
  gtk_drop_down_set_model (self->year_choice, G_LIST_MODEL (names));
}

/* The choice that begins with the year, or else the last one that holds it. */
static guint
active_of (AkkActionPlanPage *self, gint64 year)
{
  guint active = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->years->len; i++) {
    gint64 first = g_array_index (self->years, gint64, i);

    if (first == year)
      return i;
    if (year > 0 && first > 0 && first < year)
      active = i;
  }
  return active;
}

void
akk_action_plan_page_show_years (AkkActionPlanPage *self)
{
  g_autoptr (GArray) choices = NULL;
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  guint active;
  gboolean toggles;

  if (self->scope == NULL)
    return;
  choices = choices_new (self);
  key = key_of (choices);
  self->filling = TRUE;
  if (g_set_str (&self->years_key, key))
    offer (self, choices);
  active = active_of (self, akk_action_scope_filter (self->scope)->year);
  name = name_of (active);
  adw_toggle_group_set_active_name (self->year_toggles,
                                    active != GTK_INVALID_LIST_POSITION ? name : NULL);
  gtk_drop_down_set_selected (self->year_choice, active);
  self->filling = FALSE;
  toggles = choices->len <= self->most_years;
  gtk_widget_set_visible (GTK_WIDGET (self->year_toggles), choices->len > 0 && toggles);
  gtk_widget_set_visible (GTK_WIDGET (self->year_choice), choices->len > 0 && !toggles);
}

void
akk_action_plan_page_choose_year (AkkActionPlanPage *self, guint index)
{
  if (!self->filling && self->scope != NULL && index < self->years->len)
    akk_action_scope_set_year (self->scope, g_array_index (self->years, gint64, index));
}
