/* The details of an action: who does what, its log, its attachments.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-panel-private.h"

#include <glib/gi18n.h>

#include "core/attachment.h"
#include "core/contribution.h"
#include "core/log-entry.h"
#include "core/order.h"
#include "core/parties.h"
#include "ui/action-words.h"
#include "ui/attach.h"
#include "ui/day.h"
#include "ui/party-words.h"
#include "ui/record-dialog.h"
#include "ui/record-rows.h"

static AkkStore *
store_of (AkkActionPanel *self)
{
  return akk_action_scope_store (self->scope);
}

static GListModel *
list_of (AkkActionPanel *self, const AkkRecordType *type)
{
  return akk_store_list (store_of (self), type, "action_id", self->action->record.id);
}

static char *
next_position (GListModel *list)
{
  guint n = g_list_model_get_n_items (list);
  g_autoptr (AkkRecord) last = n > 0 ? g_list_model_get_item (list, n - 1) : NULL;

  return akk_order_between (
      last != NULL ? akk_record_get_text (last, akk_record_type_field (last->type, "position"))
                   : "",
      "");
}

/* --- Rows --- */

static void
delete_clicked_cb (AkkActionPanel *self, GtkWidget *button)
{
  AkkRecord *record = akk_record_row_get (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  akk_store_begin (store_of (self), record->type == &akk_contribution_record ? N_ ("Delete partner")
                                    : record->type == &akk_log_entry_record
                                        ? N_ ("Delete news")
                                        : N_ ("Delete attachment"));
  akk_store_delete (store_of (self), record);
  if (!akk_store_commit (store_of (self), &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
}

static void
row_activated_cb (AkkActionPanel *self, GtkWidget *row)
{
  AkkRecord *record = akk_record_row_get (row);

  if (record->type == &akk_attachment_record)
    akk_attachment_open (GTK_WIDGET (self), store_of (self), ((AkkAttachment *) record)->file,
                         ((AkkAttachment *) record)->name);
  else
    gtk_widget_activate_action (GTK_WIDGET (self),
                                record->type == &akk_contribution_record ? "panel.edit-contribution"
                                                                         : "panel.edit-news",
                                "x", record->id);
}

static GtkWidget *
row_new (gpointer data, AkkRecord *record)
{
  AkkActionPanel *self = data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
describe (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkActionPanel *self = data;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (record->type == &akk_contribution_record) {
    AkkContribution *one = (AkkContribution *) record;
    g_autofree char *party = akk_party_short_name (store_of (self), one->party_id);

    title = g_strdup (*party != '\0' ? party : one->partner);
    subtitle = *one->role != '\0' && *one->contribution != '\0'
                   ? g_strdup_printf ("%s · %s", one->role, one->contribution)
                   : g_strdup (*one->role != '\0' ? one->role : one->contribution);
  } else if (record->type == &akk_log_entry_record) {
    title = g_strdup (((AkkLogEntry *) record)->text);
    subtitle = akk_day_long (((AkkLogEntry *) record)->date);
  } else {
    title = g_strdup (((AkkAttachment *) record)->name);
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
}

static int
compare_news (gconstpointer a, gconstpointer b, gpointer data)
{
  const AkkLogEntry *one = a, *other = b;

  return (one->date < other->date) - (one->date > other->date);
}

static void
show_list (AkkActionPanel *self, GtkListBox *box, const AkkRecordType *type)
{
  g_autoptr (GListModel) list = list_of (self, type);
  g_autoptr (GListStore) rows = g_list_store_new (AKK_TYPE_RECORD);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (list, i);

    if (type == &akk_log_entry_record)
      g_list_store_insert_sorted (rows, record, compare_news, NULL);
    else
      g_list_store_append (rows, record);
  }
  akk_record_rows_update (box, G_LIST_MODEL (rows), row_new, describe, self);
  gtk_widget_set_visible (GTK_WIDGET (box), g_list_model_get_n_items (list) > 0);
}

/* --- Dialogs --- */

static void
edit_contribution (AkkActionPanel *self, AkkContribution *contribution, const char *label)
{
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store_of (self), contribution, _ ("Who Does What"), label);
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);

  akk_record_form_add_reference (form, "party_id", "agreement_id", self->action->agreement_id,
                                 _ ("Another partner"));
  akk_record_form_add (form, "partner");
  akk_record_form_add (form, "role");
  akk_record_form_add_lines (form, "contribution");
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_contribution_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPanel *self = AKK_ACTION_PANEL (widget);
  g_autoptr (AkkContribution) contribution = akk_record_new (&akk_contribution_record);
  g_autoptr (GListModel) list = NULL;
  g_autofree char *position = NULL;

  if (self->action == NULL)
    return;
  list = list_of (self, &akk_contribution_record);
  position = next_position (list);
  g_object_set (contribution, "action-id", self->action->record.id, "position", position, NULL);
  edit_contribution (self, contribution, N_ ("Add partner"));
}

static void
edit_contribution_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPanel *self = AKK_ACTION_PANEL (widget);
  g_autoptr (AkkContribution) contribution =
      akk_store_get (store_of (self), &akk_contribution_record, g_variant_get_int64 (parameter));

  if (contribution != NULL && self->action != NULL)
    edit_contribution (self, contribution, N_ ("Edit partner"));
}

static void
edit_news_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPanel *self = AKK_ACTION_PANEL (widget);
  g_autoptr (AkkLogEntry) entry =
      akk_store_get (store_of (self), &akk_log_entry_record, g_variant_get_int64 (parameter));
  AkkRecordDialog *dialog;
  AkkRecordForm *form;

  if (entry == NULL)
    return;
  dialog = akk_record_dialog_new (store_of (self), entry, _ ("News"), N_ ("Edit news"));
  form = akk_record_dialog_add_form (dialog, NULL);
  akk_record_form_add (form, "date");
  akk_record_form_add_lines (form, "text");
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
attached_cb (GtkWidget *widget, const char *sha256, const char *name, const GError *error)
{
  AkkActionPanel *self = AKK_ACTION_PANEL (widget);
  g_autoptr (AkkAttachment) attachment = NULL;
  g_autoptr (GListModel) list = NULL;
  g_autofree char *position = NULL;
  g_autoptr (GError) refused = NULL;

  if (sha256 == NULL) {
    akk_show_error (widget, _ ("Not Attached"), error);
    return;
  }
  if (self->action == NULL)
    return;
  list = list_of (self, &akk_attachment_record);
  position = next_position (list);
  attachment = akk_record_new (&akk_attachment_record);
  g_object_set (attachment, "action-id", self->action->record.id, "position", position, "name",
                name, "file", sha256, NULL);
  akk_store_begin (store_of (self), N_ ("Attach file"));
  akk_store_add (store_of (self), attachment);
  if (!akk_store_commit (store_of (self), &refused))
    akk_show_error (widget, _ ("Not Attached"), refused);
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPanel *self = AKK_ACTION_PANEL (widget);

  if (self->action != NULL)
    akk_attach_file (widget, store_of (self), _ ("Attach File"), attached_cb);
}

/* --- Public --- */

void
akk_action_panel_install_lists (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "panel.add-contribution", NULL,
                                   add_contribution_action);
  gtk_widget_class_install_action (widget_class, "panel.edit-contribution", "x",
                                   edit_contribution_action);
  gtk_widget_class_install_action (widget_class, "panel.edit-news", "x", edit_news_action);
  gtk_widget_class_install_action (widget_class, "panel.attach", NULL, attach_action);
}

void
akk_action_panel_set_up_lists (AkkActionPanel *self)
{
  akk_record_rows_keep_order (self->contribution_list);
  akk_record_rows_keep_order (self->log_list);
  akk_record_rows_keep_order (self->attachment_list);
}

void
akk_action_panel_show_lists (AkkActionPanel *self)
{
  show_list (self, self->contribution_list, &akk_contribution_record);
  show_list (self, self->log_list, &akk_log_entry_record);
  show_list (self, self->attachment_list, &akk_attachment_record);
}
