/* The dialog that renames and renumbers a section.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/section-dialog.h"

#include <glib/gi18n.h>

#include "core/outline-edit.h"

struct _AkkSectionDialog {
  AdwDialog parent_instance;

  AkkStore *store;
  GPtrArray *outline;
  AkkSection *section;

  AdwEntryRow *heading_row;
  AdwComboRow *scheme_row;
  AdwSwitchRow *level_row;
};

G_DEFINE_FINAL_TYPE (AkkSectionDialog, akk_section_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (AkkSectionDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
apply_cb (AkkSectionDialog *self)
{
  g_autoptr (AkkSection) duplicate = akk_record_duplicate (self->section);
  g_autoptr (GPtrArray) changes = akk_outline_renumber (
      self->outline, self->section->record.id,
      (AkkScheme) akk_schemes[adw_combo_row_get_selected (self->scheme_row)].value,
      adw_switch_row_get_active (self->level_row));
  g_autoptr (GError) error = NULL;

  akk_record_set_text (duplicate, akk_record_type_field (&akk_section_record, "heading"),
                       gtk_editable_get_text (GTK_EDITABLE (self->heading_row)));
  akk_store_begin (self->store, N_ ("Rename section"));
  akk_store_apply (self->store, self->section, duplicate);
  akk_section_changes_apply (self->store, changes);
  if (!akk_store_commit (self->store, &error)) {
    AdwDialog *alert = adw_alert_dialog_new (_ ("The section was not changed"), error->message);

    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
    adw_dialog_present (alert, GTK_WIDGET (self));
    return;
  }
  adw_dialog_close (ADW_DIALOG (self));
}

static void
akk_section_dialog_dispose (GObject *object)
{
  AkkSectionDialog *self = AKK_SECTION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_SECTION_DIALOG);
  g_clear_object (&self->store);
  g_clear_object (&self->section);
  g_clear_pointer (&self->outline, g_ptr_array_unref);
  G_OBJECT_CLASS (akk_section_dialog_parent_class)->dispose (object);
}

static void
akk_section_dialog_class_init (AkkSectionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_section_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/section-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkSectionDialog, heading_row);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionDialog, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionDialog, level_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
akk_section_dialog_init (AkkSectionDialog *self)
{
  g_autoptr (GtkStringList) schemes = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; akk_schemes[i].code != NULL; i++)
    gtk_string_list_append (schemes, _ (akk_schemes[i].label));
  adw_combo_row_set_model (self->scheme_row, G_LIST_MODEL (schemes));
}

AkkSectionDialog *
akk_section_dialog_new (AkkStore *store, GPtrArray *outline, AkkSection *section)
{
  AkkSectionDialog *self = g_object_new (AKK_TYPE_SECTION_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->outline = g_ptr_array_ref (outline);
  self->section = g_object_ref (section);
  gtk_editable_set_text (GTK_EDITABLE (self->heading_row), section->heading);
  for (guint i = 0; akk_schemes[i].code != NULL; i++)
    if (akk_schemes[i].value == section->scheme)
      adw_combo_row_set_selected (self->scheme_row, i);
  return self;
}
