/* A form with all figures of a municipality for a year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/measurement-form-dialog.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/measurement-form.h"
#include "core/parties.h"
#include "ui/date-row.h"
#include "ui/measurement-field.h"
#include "ui/record-dialog.h"

struct _AkkMeasurementFormDialog {
  AdwDialog parent_instance;

  GtkWidget *save_button;
  AdwPreferencesPage *page;
  GtkWidget *received_row;

  AkkStore *store;
  AkkMeasurementForm *form;
  GPtrArray *groups; /* GtkWidget, borrowed */
};

G_DEFINE_FINAL_TYPE (AkkMeasurementFormDialog, akk_measurement_form_dialog, ADW_TYPE_DIALOG)

/* --- Showing --- */

static void
changed_cb (AkkMeasurementFormDialog *self)
{
  gtk_widget_set_sensitive (self->save_button, akk_measurement_form_count (self->form) > 0);
}

static void
show_form (AkkMeasurementFormDialog *self)
{
  g_autofree char *party = akk_party_short_name (self->store, self->form->party_id);
  g_autofree char *title =
      g_strdup_printf ("%s, %d", *party != '\0' ? party : _ ("The whole region"), self->form->year);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  for (guint i = 0; i < self->form->indicators->len; i++) {
    GtkWidget *group = akk_measurement_group_new (self->form, self->form->indicators->pdata[i],
                                                  G_CALLBACK (changed_cb), self);

    adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
    g_ptr_array_add (self->groups, group);
  }
  if (self->form->indicators->len == 0) {
    GtkWidget *group = adw_preferences_group_new ();

    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (group),
        self->form->party_id != 0
            ? _ ("No indicator is measured per municipality. Say so with the indicators that are.")
            : _ ("Every indicator is measured per municipality: fill in their figures."));
    adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  }
}

/* --- Callbacks --- */

static void
cancel_cb (AkkMeasurementFormDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (AkkMeasurementFormDialog *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    if (!akk_measurement_group_check (self->groups->pdata[i]))
      return;
  if (!akk_date_row_is_valid (AKK_DATE_ROW (self->received_row))) {
    gtk_widget_grab_focus (self->received_row);
    return;
  }
  akk_store_begin (self->store, N_ ("Fill in figures"));
  akk_measurement_form_write (self->form, self->store,
                              akk_date_row_get_date (AKK_DATE_ROW (self->received_row)));
  if (akk_store_commit (self->store, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else
    akk_show_error (GTK_WIDGET (self), _ ("The figures were not saved"), error);
}

/* --- Object --- */

static void
akk_measurement_form_dialog_dispose (GObject *object)
{
  AkkMeasurementFormDialog *self = AKK_MEASUREMENT_FORM_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_MEASUREMENT_FORM_DIALOG);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->form, akk_measurement_form_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_measurement_form_dialog_parent_class)->dispose (object);
}

static void
akk_measurement_form_dialog_class_init (AkkMeasurementFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_measurement_form_dialog_dispose;
  g_type_ensure (AKK_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/measurement-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkMeasurementFormDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, AkkMeasurementFormDialog, page);
  gtk_widget_class_bind_template_child (widget_class, AkkMeasurementFormDialog, received_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
akk_measurement_form_dialog_init (AkkMeasurementFormDialog *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
akk_measurement_form_dialog_new (AkkStore *store,
                                 AkkAgreement *agreement,
                                 gint64 party_id,
                                 int year)
{
  AkkMeasurementFormDialog *self = g_object_new (AKK_TYPE_MEASUREMENT_FORM_DIALOG, NULL);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), NULL);

  g_return_val_if_fail (phrases != NULL, ADW_DIALOG (self));
  self->store = g_object_ref (store);
  self->form = akk_measurement_form_new (store, agreement->record.id, party_id, year, phrases);
  akk_date_row_set_date (AKK_DATE_ROW (self->received_row), akk_store_today (store));
  show_form (self);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->save_button);
  return ADW_DIALOG (self);
}
