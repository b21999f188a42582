/* The page Evaluatie: the choice of years, and beginning the report of one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/dossier.h"

static int
year_of (gint64 date)
{
  int year = 0;

  if (date != AKK_NO_DATE)
    akk_date_to_ymd (date, &year, NULL, NULL);
  return year;
}

/* Those of the agreement up to this one, and all that have a report. */
static GArray *
years_new (AkkEvaluationPage *self)
{
  g_autoptr (GPtrArray) reports = akk_evaluations (self->store, self->agreement->record.id);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  int today = year_of (akk_store_today (self->store));
  int first = year_of (self->agreement->starts_on);
  int last = self->agreement->indefinite ? 0 : year_of (self->agreement->ends_on);

  first = first != 0 ? first : today;
  last = last != 0 ? MIN (last, MAX (today, first)) : MAX (today, first);
  if (reports->len > 0) {
    first = MIN (first, (int) ((AkkEvaluation *) reports->pdata[0])->year);
    last = MAX (last, (int) ((AkkEvaluation *) reports->pdata[reports->len - 1])->year);
  }
  for (int year = first; year <= last; year++)
    g_array_append_val (years, year);
  return years;
}

int
akk_evaluation_page_best_year (AkkEvaluationPage *self)
{
  g_autoptr (GPtrArray) reports = akk_evaluations (self->store, self->agreement->record.id);
  g_autoptr (GArray) years = years_new (self);

  for (guint i = reports->len; i > 0; i--)
    if (!akk_evaluation_adopted (reports->pdata[i - 1]))
      return (int) ((AkkEvaluation *) reports->pdata[i - 1])->year;
  if (reports->len > 0)
    return (int) ((AkkEvaluation *) reports->pdata[reports->len - 1])->year;
  return g_array_index (years, int, years->len - 1);
}

static gboolean
same_years (const GArray *one, const GArray *other)
{
  return one->len == other->len && memcmp (one->data, other->data, one->len * sizeof (int)) == 0;
}

static void
offer (AkkEvaluationPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  adw_toggle_group_remove_all (self->year_toggles);
  for (guint i = 0; i < self->years->len; i++) {
    g_autofree char *words = g_strdup_printf ("%d", g_array_index (self->years, int, i));
    AdwToggle *toggle = adw_toggle_new ();

    gtk_string_list_append (names, words);
    adw_toggle_set_name (toggle, words);
    adw_toggle_set_label (toggle, words);
    adw_toggle_group_add (self->year_toggles, toggle);
  }
  gtk_drop_down_set_model (self->year_choice, G_LIST_MODEL (names));
}

void
akk_evaluation_page_show_years (AkkEvaluationPage *self)
{
  g_autoptr (GArray) years = NULL;
  g_autofree char *name = NULL;
  gboolean toggles;

  if (self->agreement == NULL)
    return;
  years = years_new (self);
  self->filling = TRUE;
  if (!same_years (years, self->years)) {
    g_array_set_size (self->years, 0);
    g_array_append_vals (self->years, years->data, years->len);
    offer (self);
  }
  name = g_strdup_printf ("%d", self->year);
  adw_toggle_group_set_active_name (self->year_toggles, name);
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == self->year)
      gtk_drop_down_set_selected (self->year_choice, i);
  self->filling = FALSE;
  toggles = years->len <= self->most_years;
  gtk_widget_set_visible (GTK_WIDGET (self->year_toggles), years->len > 1 && toggles);
  gtk_widget_set_visible (GTK_WIDGET (self->year_choice), years->len > 1 && !toggles);
}

void
akk_evaluation_page_choose_year (AkkEvaluationPage *self, int year)
{
  if (year == self->year && !self->outdated)
    return;
  akk_evaluation_page_end_burst (self);
  self->year = year;
  akk_evaluation_page_refresh (self);
}

static void
begin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (widget);
  g_autoptr (AkkEvaluation) evaluation = akk_record_new (&akk_evaluation_record);

  if (self->store == NULL || self->evaluation != NULL)
    return;
  g_object_set (evaluation, "agreement-id", self->agreement->record.id, "year", (gint64) self->year,
                NULL);
  akk_store_begin (self->store, N_ ("Begin report"));
  akk_store_add (self->store, evaluation);
  if (!akk_evaluation_page_commit (self))
    return;
  akk_evaluation_page_refresh (self);
  gtk_widget_child_focus (GTK_WIDGET (self->parts_list), GTK_DIR_TAB_FORWARD);
}

void
akk_evaluation_page_install_years (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "evaluation.begin", NULL, begin_action);
}
