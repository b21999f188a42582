/* A dialog that edits a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/record-dialog.h"

#include <glib/gi18n.h>

#include "ui/dialog-size.h"
#include "ui/first-focus.h"

struct _AkkRecordDialog {
  AdwDialog parent_instance;

  AdwPreferencesPage *page;

  AkkStore *store;
  AkkRecord *record; /* as it is stored, or the new one itself */
  AkkRecord *duplicate;
  const char *label;
  GPtrArray *forms; /* borrowed */
  AkkRecordCheck check; /* NULL: none */
  gpointer check_data;
  GDestroyNotify free_check_data;
};

G_DEFINE_FINAL_TYPE (AkkRecordDialog, akk_record_dialog, ADW_TYPE_DIALOG)

enum { WRITING, APPLIED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
akk_show_error (GtkWidget *parent, const char *heading, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (heading, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, parent);
}

static void
cancel_cb (AkkRecordDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
apply_cb (AkkRecordDialog *self)
{
  akk_record_dialog_apply (self);
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_record_dialog_apply (AKK_RECORD_DIALOG (widget));
}

static void
akk_record_dialog_dispose (GObject *object)
{
  AkkRecordDialog *self = AKK_RECORD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_RECORD_DIALOG);
  akk_record_dialog_set_check (self, NULL, NULL, NULL);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_object (&self->duplicate);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_record_dialog_parent_class)->dispose (object);
}

static void
akk_record_dialog_class_init (AkkRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_record_dialog_dispose;
  signals[WRITING] = g_signal_new ("writing", AKK_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, AKK_TYPE_RECORD);
  signals[APPLIED] = g_signal_new ("applied", AKK_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, AKK_TYPE_RECORD);
  akk_dialog_class_focus_at_once (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkRecordDialog, page);
  gtk_widget_class_install_action (widget_class, "record.apply", NULL, apply_action);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
akk_record_dialog_init (AkkRecordDialog *self)
{
  self->forms = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkRecordDialog *
akk_record_dialog_new (AkkStore *store, gpointer record, const char *title, const char *label)
{
  AkkRecordDialog *self = g_object_new (AKK_TYPE_RECORD_DIALOG, "title", title, NULL);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->duplicate = self->record->id == 0 ? g_object_ref (record) : akk_record_duplicate (record);
  self->label = label;
  return self;
}

gpointer
akk_record_dialog_get_record (AkkRecordDialog *self)
{
  g_return_val_if_fail (AKK_IS_RECORD_DIALOG (self), NULL);

  return self->duplicate;
}

static void
focus_cb (GtkWidget *widget)
{
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

void
akk_record_dialog_focus_after (AkkRecordDialog *self, GtkWidget *widget)
{
  g_return_if_fail (AKK_IS_RECORD_DIALOG (self));

  if (widget != NULL)
    g_signal_connect_object (self, "closed", G_CALLBACK (focus_cb), widget, G_CONNECT_SWAPPED);
}

AkkRecordForm *
akk_record_dialog_add_form_for (AkkRecordDialog *self, gpointer record, const char *title)
{
  AkkRecordForm *form = akk_record_form_new (self->store, record, title);

  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (form));
  g_ptr_array_add (self->forms, form);
  /* A choice may ask for rows of its own. */
  g_signal_connect_object (form, "changed", G_CALLBACK (akk_dialog_size_grow), self,
                           G_CONNECT_SWAPPED);
  return form;
}

AkkRecordForm *
akk_record_dialog_add_form (AkkRecordDialog *self, const char *title)
{
  g_return_val_if_fail (AKK_IS_RECORD_DIALOG (self), NULL);

  return akk_record_dialog_add_form_for (self, self->duplicate, title);
}

AkkRecordForm *
akk_record_dialog_add_fields (AkkRecordDialog *self, const char *title, const char *const *fields)
{
  AkkRecordForm *form = akk_record_dialog_add_form (self, title);

  for (guint i = 0; fields[i] != NULL; i++) {
    GtkWidget *row = akk_record_form_add (form, fields[i]);

    /* One begins in the first field, not on the way out. */
    if (self->forms->len == 1 && i == 0)
      adw_dialog_set_focus (ADW_DIALOG (self), row);
  }
  return form;
}

void
akk_record_dialog_set_check (AkkRecordDialog *self,
                             AkkRecordCheck check,
                             gpointer data,
                             GDestroyNotify free_data)
{
  g_return_if_fail (AKK_IS_RECORD_DIALOG (self));

  if (self->free_check_data != NULL)
    self->free_check_data (self->check_data);
  self->check = check;
  self->check_data = data;
  self->free_check_data = free_data;
}

/* Whether all that was given can be written; says why not. */
static gboolean
may_write (AkkRecordDialog *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->forms->len; i++)
    if (!akk_record_form_check (self->forms->pdata[i]))
      return FALSE;
  if (self->check == NULL || self->check (self->store, self->duplicate, self->check_data, &error))
    return TRUE;
  akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
  return FALSE;
}

void
akk_record_dialog_apply (AkkRecordDialog *self)
{
  gboolean is_new;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (AKK_IS_RECORD_DIALOG (self));

  if (self->record == NULL || !may_write (self))
    return;
  is_new = self->record == self->duplicate;
  akk_store_begin (self->store, self->label);
  if (is_new)
    akk_store_add (self->store, self->record);
  else
    akk_store_apply (self->store, self->record, self->duplicate);
  g_signal_emit (self, signals[WRITING], 0, self->record);
  if (!akk_store_commit (self->store, &error)) {
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
    return;
  }
  g_signal_emit (self, signals[APPLIED], 0, self->record);
  adw_dialog_close (ADW_DIALOG (self));
}
