/* The page Actieplan: plans, priorities, principles, the turn of the year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-page-private.h"

#include <glib/gi18n.h>

#include "ui/action-dialog.h"
#include "ui/action-plan-dialogs.h"
#include "ui/close-year-dialog.h"
#include "ui/place.h"

/* What was made is what one looks at. */
static void
saved_cb (AkkActionPlanPage *self, AkkAction *action)
{
  if (self->scope != NULL && akk_action_scope_chosen (self->scope) != 0)
    akk_action_scope_choose (self->scope, action->record.id);
}

static void
answered_cb (AkkActionPlanPage *self, const char *response, AdwAlertDialog *alert)
{
  const gint64 *agreement = g_object_get_data (G_OBJECT (alert), "akk-agreement");
  AkkPlace place = { .agreement_id = *agreement, .page = "plan" };

  if (g_str_equal (response, "show"))
    akk_place_open (GTK_WIDGET (self), &place);
}

/* The plan that follows is shown once the year is closed; when it is of another agreement, it is
 * only offered: who closes a year may have more to do in it. */
static void
closed_year_cb (AkkActionPlanPage *self, AkkPlan *next)
{
  AdwDialog *alert;

  if (self->scope == NULL || next == NULL)
    return;
  if (next->agreement_id == akk_action_scope_agreement (self->scope)->record.id) {
    akk_action_scope_set_year (self->scope, next->first_year);
    return;
  }
  alert = adw_alert_dialog_new (_ ("The Year Is Closed"),
                                _ ("What goes on is in the action plan of the agreement that "
                                   "follows."));
  g_object_set_data_full (G_OBJECT (alert), "akk-agreement",
                          g_memdup2 (&next->agreement_id, sizeof next->agreement_id), g_free);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "close", _ ("_Stay Here"), "show",
                                  _ ("_Show That Plan"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "show");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "close");
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static AdwDialog *
example_dialog_new (AkkActionPlanPage *self, AkkPlan *plan)
{
  AdwDialog *dialog = akk_examples_dialog_new (akk_action_scope_store (self->scope),
                                               akk_action_scope_agreement (self->scope), plan);

  g_signal_connect_object (dialog, "inserted", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  return dialog;
}

/* A year that is closed already is looked at among the plans. */
static AdwDialog *
close_dialog_new (AkkActionPlanPage *self, AkkPlan *plan)
{
  AdwDialog *dialog;

  if (plan == NULL)
    return akk_action_plans_dialog_new (akk_action_scope_store (self->scope),
                                        akk_action_scope_agreement (self->scope));
  dialog = akk_close_year_dialog_new (akk_action_scope_store (self->scope), plan);
  g_signal_connect_object (dialog, "closed-year", G_CALLBACK (closed_year_cb), self,
                           G_CONNECT_SWAPPED);
  return dialog;
}

static void
dialog_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (widget);
  g_autoptr (AkkPlan) plan = self->scope != NULL ? akk_action_scope_plan (self->scope) : NULL;
  AkkStore *store;
  AkkAgreement *agreement;
  AdwDialog *dialog;

  if (self->scope == NULL)
    return;
  store = akk_action_scope_store (self->scope);
  agreement = akk_action_scope_agreement (self->scope);
  if (g_str_equal (name, "plan.insert-example"))
    dialog = example_dialog_new (self, plan);
  else if (g_str_equal (name, "plan.plans"))
    dialog = akk_action_plans_dialog_new (store, agreement);
  else if (g_str_equal (name, "plan.priorities"))
    dialog = akk_action_priorities_dialog_new (store, agreement);
  else if (g_str_equal (name, "plan.principles"))
    dialog = akk_principles_dialog_new (store, agreement);
  else
    dialog = close_dialog_new (self, plan);
  adw_dialog_present (dialog, widget);
}

void
akk_action_plan_page_install_plans (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "plan.insert-example", "plan.plans", "plan.priorities",
                                       "plan.principles", "plan.close-year" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, dialog_action);
}
