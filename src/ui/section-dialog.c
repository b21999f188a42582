/* The dialog that renames and renumbers a section, and says what stands in an annex.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/section-dialog.h"

#include <glib/gi18n.h>

#include "core/agreement.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/outline-edit.h"
#include "ui/attach.h"
#include "ui/record-dialog.h"

struct _AkkSectionDialog {
  AdwDialog parent_instance;

  AkkStore *store;
  GPtrArray *outline;
  AkkSection *section;

  AdwEntryRow *heading_row;
  AdwComboRow *scheme_row;
  AdwSwitchRow *level_row;
  GtkWidget *content_group;
  AdwComboRow *content_row;
  GtkWidget *year_row;
  GtkSpinButton *year_spin;
  AdwActionRow *file_row;

  char *file; /* SHA-256 */
};

G_DEFINE_FINAL_TYPE (AkkSectionDialog, akk_section_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (AkkSectionDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- What comes after its text --- */

static AkkContent
chosen_content (AkkSectionDialog *self)
{
  return (AkkContent) akk_contents[adw_combo_row_get_selected (self->content_row)].value;
}

/* Annexes hold other things than text; what does already goes on doing so. */
static void
content_changed_cb (AkkSectionDialog *self)
{
  guint scheme = adw_combo_row_get_selected (self->scheme_row);
  AkkContent content;

  if (self->section == NULL)
    return;
  content = chosen_content (self);
  gtk_widget_set_visible (self->content_group, akk_schemes[scheme].value == AKK_SCHEME_ANNEX ||
                                                   self->section->content != AKK_CONTENT_TEXT);
  gtk_widget_set_visible (self->year_row,
                          content == AKK_CONTENT_PLAN || content == AKK_CONTENT_DASHBOARD);
  gtk_widget_set_visible (GTK_WIDGET (self->file_row), content == AKK_CONTENT_PDF);
}

static void
show_file (AkkSectionDialog *self, const char *name)
{
  g_autoptr (GBytes) bytes =
      *self->file != '\0' ? akk_store_get_blob (self->store, self->file, NULL) : NULL;
  g_autofree char *size = bytes != NULL ? g_format_size (g_bytes_get_size (bytes)) : NULL;
  g_autofree char *words = name != NULL && size != NULL ? g_strdup_printf ("%s · %s", name, size)
                           : size != NULL               ? g_strdup (size)
                           : *self->file != '\0'        ? g_strdup (_ ("It is missing"))
                                                        : g_strdup (_ ("Not chosen yet"));

  adw_action_row_set_subtitle (self->file_row, words);
}

static void
attached_cb (GtkWidget *widget, const char *sha256, const char *name, const GError *error)
{
  AkkSectionDialog *self = AKK_SECTION_DIALOG (widget);

  if (sha256 == NULL) {
    akk_show_error (widget, _ ("The file was not taken over"), error);
    return;
  }
  g_free (self->file);
  self->file = g_strdup (sha256);
  show_file (self, name);
}

static void
choose_file_cb (AkkSectionDialog *self)
{
  akk_attach_pdf (GTK_WIDGET (self), self->store, _ ("Choose a PDF"), attached_cb);
}

static void
apply_content (AkkSectionDialog *self, AkkSection *duplicate)
{
  const AkkRecordType *type = &akk_section_record;
  AkkContent content = chosen_content (self);

  akk_record_set_int (duplicate, akk_record_type_field (type, "content"), content);
  if (gtk_widget_get_visible (self->year_row))
    akk_record_set_int (duplicate, akk_record_type_field (type, "year"),
                        gtk_spin_button_get_value_as_int (self->year_spin));
  if (content == AKK_CONTENT_PDF)
    akk_record_set_text (duplicate, akk_record_type_field (type, "file"), self->file);
}

/* That of the section, else the one that is printed without. */
static int
first_year (AkkSectionDialog *self)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (self->store, &akk_agreement_record, self->section->agreement_id);
  gint64 day = agreement != NULL && agreement->starts_on != AKK_NO_DATE
                   ? agreement->starts_on
                   : akk_store_today (self->store);
  int year, month, date;

  if (self->section->year > 0)
    return (int) self->section->year;
  akk_date_to_ymd (day, &year, &month, &date);
  return year;
}

/* --- Applying --- */

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
  apply_content (self, duplicate);
  akk_store_begin (self->store, N_ ("Change section"));
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
  g_clear_pointer (&self->file, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, AkkSectionDialog, content_group);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionDialog, content_row);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionDialog, year_spin);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionDialog, file_row);
  gtk_widget_class_bind_template_callback (widget_class, content_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
akk_section_dialog_init (AkkSectionDialog *self)
{
  g_autoptr (GtkStringList) schemes = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) contents = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; akk_schemes[i].code != NULL; i++)
    gtk_string_list_append (schemes, _ (akk_schemes[i].label));
  for (guint i = 0; akk_contents[i].code != NULL; i++)
    gtk_string_list_append (contents, _ (akk_contents[i].label));
  adw_combo_row_set_model (self->content_row, G_LIST_MODEL (contents));
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
  for (guint i = 0; akk_contents[i].code != NULL; i++)
    if (akk_contents[i].value == section->content)
      adw_combo_row_set_selected (self->content_row, i);
  self->file = g_strdup (section->file);
  gtk_spin_button_set_value (self->year_spin, first_year (self));
  show_file (self, NULL);
  content_changed_cb (self);
  return self;
}
