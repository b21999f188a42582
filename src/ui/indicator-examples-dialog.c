/* The dialog that adds example indicators to an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-examples-dialog.h"

#include <glib/gi18n.h>

#include "core/example-indicators.h"
#include "ui/record-dialog.h"

struct _AkkIndicatorExamplesDialog {
  AdwDialog parent_instance;

  GtkWidget *add_button;
  AdwPreferencesGroup *group;

  AkkStore *store;
  AkkAgreement *agreement;
  GPtrArray *examples; /* AkkExampleIndicator */
  GPtrArray *checks; /* GtkCheckButton, borrowed, one for each */
};

G_DEFINE_FINAL_TYPE (AkkIndicatorExamplesDialog, akk_indicator_examples_dialog, ADW_TYPE_DIALOG)

static gboolean
is_ticked (AkkIndicatorExamplesDialog *self, guint index)
{
  return gtk_widget_get_sensitive (self->checks->pdata[index]) &&
         gtk_check_button_get_active (self->checks->pdata[index]);
}

static void
cancel_cb (AkkIndicatorExamplesDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_cb (AkkIndicatorExamplesDialog *self)
{
  g_autofree gboolean *wanted = g_new0 (gboolean, self->examples->len + 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->examples->len; i++)
    wanted[i] = is_ticked (self, i);
  akk_store_begin (self->store, N_ ("Add example indicators"));
  akk_example_indicators_insert (self->examples, wanted, self->store, self->agreement);
  if (akk_store_commit (self->store, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
}

static void
toggled_cb (AkkIndicatorExamplesDialog *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    any |= is_ticked (self, i);
  gtk_widget_set_sensitive (self->add_button, any);
}

/* What the agreement has already cannot be added again. */
static void
add_row (AkkIndicatorExamplesDialog *self, const AkkExampleIndicator *example)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  gboolean known = akk_example_indicator_known (example, self->store, self->agreement);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), example->indicator->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), known ? _ ("The agreement has it already")
                                                           : example->indicator->definition);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), known);
  gtk_widget_set_sensitive (check, !known);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (self->group, row);
}

static void
akk_indicator_examples_dialog_dispose (GObject *object)
{
  AkkIndicatorExamplesDialog *self = AKK_INDICATOR_EXAMPLES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_INDICATOR_EXAMPLES_DIALOG);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->examples, g_ptr_array_unref);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_indicator_examples_dialog_parent_class)->dispose (object);
}

static void
akk_indicator_examples_dialog_class_init (AkkIndicatorExamplesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_indicator_examples_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/be/akkoord/Akkoord/ui/indicator-examples-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorExamplesDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorExamplesDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
akk_indicator_examples_dialog_init (AkkIndicatorExamplesDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
akk_indicator_examples_dialog_new (AkkStore *store, AkkAgreement *agreement)
{
  AkkIndicatorExamplesDialog *self = g_object_new (AKK_TYPE_INDICATOR_EXAMPLES_DIALOG, NULL);
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->examples = akk_example_indicators_new (akk_agreement_language (agreement), &error);
  if (self->examples == NULL) {
    self->examples = g_ptr_array_new ();
    adw_preferences_group_set_description (self->group, error->message);
  }
  for (guint i = 0; i < self->examples->len; i++)
    add_row (self, self->examples->pdata[i]);
  return ADW_DIALOG (self);
}
