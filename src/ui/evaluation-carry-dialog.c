/* The dialog that puts conclusions in the plan of the next year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-carry-dialog.h"

#include <glib/gi18n.h>

#include "core/evaluation-next.h"
#include "ui/record-dialog.h"

struct _AkkEvaluationCarryDialog {
  AdwDialog parent_instance;

  GtkButton *carry_button;
  GtkLabel *intro;
  AdwPreferencesGroup *group;

  AkkStore *store;
  AkkPlan *plan;
  GPtrArray *conclusions; /* AkkConclusion */
  GPtrArray *checks; /* of each; borrowed */
};

G_DEFINE_FINAL_TYPE (AkkEvaluationCarryDialog, akk_evaluation_carry_dialog, ADW_TYPE_DIALOG)

static void
toggled_cb (AkkEvaluationCarryDialog *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    any = any || gtk_check_button_get_active (self->checks->pdata[i]);
  any = any && self->plan->state != AKK_PLAN_CLOSED;
  gtk_widget_set_sensitive (GTK_WIDGET (self->carry_button), any);
}

static void
add_row (AkkEvaluationCarryDialog *self, const AkkConclusion *conclusion)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autoptr (AkkPriority) priority =
      akk_store_get (self->store, &akk_priority_record, conclusion->priority_id);
  g_autoptr (AkkEvaluation) report =
      akk_store_get (self->store, &akk_evaluation_record, conclusion->evaluation_id);
  /* Translators: the year of a report. */
  g_autofree char *from = g_strdup_printf (_ ("Report of %d"), (int) report->year);
  g_autofree char *subtitle =
      priority != NULL ? g_strdup_printf ("%s · %s", from, priority->title) : g_strdup (from);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), conclusion->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->checks, check);
}

static void
cancel_cb (AkkEvaluationCarryDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
carry_cb (AkkEvaluationCarryDialog *self)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->store, N_ ("Put conclusions in the plan"));
  for (guint i = 0; i < self->conclusions->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i])) {
      g_autoptr (AkkAction) action =
          akk_evaluation_carry_out (self->store, self->conclusions->pdata[i], self->plan);
    }
  if (akk_store_commit (self->store, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
}

static void
akk_evaluation_carry_dialog_dispose (GObject *object)
{
  AkkEvaluationCarryDialog *self = AKK_EVALUATION_CARRY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_EVALUATION_CARRY_DIALOG);
  g_clear_object (&self->store);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->conclusions, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (akk_evaluation_carry_dialog_parent_class)->dispose (object);
}

static void
akk_evaluation_carry_dialog_class_init (AkkEvaluationCarryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_evaluation_carry_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/evaluation-carry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationCarryDialog, carry_button);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationCarryDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationCarryDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, carry_cb);
}

static void
akk_evaluation_carry_dialog_init (AkkEvaluationCarryDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
intro_of (AkkEvaluationCarryDialog *self)
{
  g_autofree char *years = akk_plan_years (self->plan);
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (self->store, &akk_agreement_record, self->plan->agreement_id);

  if (self->plan->state == AKK_PLAN_CLOSED)
    /* Translators: the years of a plan, and the title of its agreement. */
    return g_strdup_printf (_ ("The plan of %s, “%s”, is closed: nothing is added to it any more. "
                               "Draw these conclusions in a later report, or make the actions in "
                               "the plan that runs now."),
                            years, agreement->title);
  if (self->plan->record.id != 0)
    /* Translators: the years of a plan, and the title of its agreement. */
    return g_strdup_printf (_ ("Each becomes an action of the plan of %s, “%s”. You fill in there "
                               "who leads it and by when."),
                            years, agreement->title);
  /* Translators: as above. */
  return g_strdup_printf (_ ("Each becomes an action of the plan of %s, “%s”, which is made for "
                             "it. You fill in there who leads it and by when."),
                          years, agreement->title);
}

AdwDialog *
akk_evaluation_carry_dialog_new (AkkStore *store, AkkEvaluation *evaluation)
{
  AkkEvaluationCarryDialog *self = g_object_new (AKK_TYPE_EVALUATION_CARRY_DIALOG, NULL);
  g_autofree char *intro = NULL;

  self->store = g_object_ref (store);
  self->plan = akk_evaluation_next_plan (store, evaluation);
  self->conclusions =
      akk_conclusions_open (store, evaluation->agreement_id, (int) evaluation->year);
  intro = intro_of (self);
  gtk_label_set_label (self->intro, intro);
  for (guint i = 0; i < self->conclusions->len; i++)
    add_row (self, self->conclusions->pdata[i]);
  toggled_cb (self);
  return ADW_DIALOG (self);
}
