/* A dialog with the records of one kind that belong to an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/record-list-dialog.h"

#include <glib/gi18n.h>

struct _AkkRecordListDialog {
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwPreferencesGroup *group, *begin_group;
  AdwButtonRow *begin_row;
  GtkButton *add_button;
  AkkRecordList *list;

  AkkStore *store;
  AkkAgreement *agreement;
  const AkkRecordListLook *look;
  GListModel *records;
};

G_DEFINE_FINAL_TYPE (AkkRecordListDialog, akk_record_list_dialog, ADW_TYPE_DIALOG)

static void
show_begin (AkkRecordListDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->begin_group),
                          self->look->begin != NULL &&
                              g_list_model_get_n_items (self->records) == 0);
}

/* --- Callbacks --- */

static void
add_cb (AkkRecordListDialog *self)
{
  g_autoptr (AkkRecord) record = akk_record_new (self->look->type);
  g_autofree char *position = akk_record_list_next_position (self->list);
  AkkRecordDialog *dialog;

  g_object_set (record, "agreement-id", self->agreement->record.id, "position", position, NULL);
  dialog = self->look->edit (self->store, record);
  akk_record_list_focus_made (self->list, dialog);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
begin_cb (AkkRecordListDialog *self)
{
  g_autoptr (GError) error = NULL;
  gboolean begun;

  akk_store_begin (self->store, self->look->begin_step);
  begun = self->look->begin_list (self->store, self->agreement, &error);
  if (!begun)
    akk_store_cancel (self->store);
  if (!begun || !akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
}

static void
activated_cb (AkkRecordListDialog *self, AkkRecord *record)
{
  adw_dialog_present (ADW_DIALOG (self->look->edit (self->store, record)), GTK_WIDGET (self));
}

static void
undo_cb (AkkRecordListDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!akk_store_undo (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Undone"), error);
}

static void
delete_cb (AkkRecordListDialog *self, AkkRecord *record)
{
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  akk_store_begin (self->store, self->look->remove);
  if (self->look->delete_record != NULL)
    self->look->delete_record (self->store, record);
  else
    akk_store_delete (self->store, record);
  if (!akk_store_commit (self->store, &error)) {
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
    return;
  }
  toast = adw_toast_new (_ (self->look->remove));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* --- Virtual functions --- */

static void
akk_record_list_dialog_dispose (GObject *object)
{
  AkkRecordListDialog *self = AKK_RECORD_LIST_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_RECORD_LIST_DIALOG);
  g_clear_object (&self->records);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_record_list_dialog_parent_class)->dispose (object);
}

static void
akk_record_list_dialog_class_init (AkkRecordListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_record_list_dialog_dispose;
  g_type_ensure (AKK_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/record-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkRecordListDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, AkkRecordListDialog, group);
  gtk_widget_class_bind_template_child (widget_class, AkkRecordListDialog, begin_group);
  gtk_widget_class_bind_template_child (widget_class, AkkRecordListDialog, begin_row);
  gtk_widget_class_bind_template_child (widget_class, AkkRecordListDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, AkkRecordListDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
}

static void
akk_record_list_dialog_init (AkkRecordListDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "delete-wanted", G_CALLBACK (delete_cb), self,
                           G_CONNECT_SWAPPED);
}

/* --- Public --- */

AdwDialog *
akk_record_list_dialog_new (AkkStore *store, AkkAgreement *agreement, const AkkRecordListLook *look)
{
  AkkRecordListDialog *self =
      g_object_new (AKK_TYPE_RECORD_LIST_DIALOG, "title", _ (look->title), NULL);

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->look = look;
  self->records = akk_store_list (store, look->type, "agreement_id", agreement->record.id);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), _ (look->add));
  adw_preferences_group_set_description (self->group, _ (look->description));
  if (look->begin != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->begin_row), _ (look->begin));
  akk_record_list_set_records (self->list, store, look->type, "agreement_id", agreement->record.id,
                               look->describe, _ (look->empty));
  g_signal_connect_object (self->records, "items-changed", G_CALLBACK (show_begin), self,
                           G_CONNECT_SWAPPED);
  show_begin (self);
  return ADW_DIALOG (self);
}
