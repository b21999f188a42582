/* A record on a page of its own: its fields, and what belongs to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/record-page.h"

#include <glib/gi18n.h>

#include "ui/record-rows.h"
#include "ui/record-words.h"
#include "ui/undo-button.h"

struct _AkkRecordPage {
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  GtkLabel *heading, *empty_label;
  AkkFieldGroups *fields;
  AdwPreferencesGroup *list_group;
  GtkButton *add_button;
  GtkListBox *list;

  AkkStore *store;
  AkkRecord *record;
  const AkkRecordLook *look;
};

G_DEFINE_FINAL_TYPE (AkkRecordPage, akk_record_page, ADW_TYPE_NAVIGATION_PAGE)

static void
present (AkkRecordPage *self, AkkRecordDialog *dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
editing_cb (AkkRecordPage *self, AkkRecordDialog *dialog)
{
  if (self->look->editing != NULL)
    self->look->editing (dialog, self->store);
}

/* Deletes in one step, and offers to take it back. */
static void
delete_record (AkkRecordPage *self, AkkRecord *record, const char *step, const char *name)
{
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” has been deleted."), name);
  g_autoptr (AkkRecordPage) alive = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->store, step);
  akk_store_delete (self->store, record);
  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", sentence);
}

/* --- Rows --- */

static void
row_activated_cb (AkkRecordPage *self, GtkWidget *row)
{
  AkkRecord *related = akk_record_row_get (row);

  if (self->look->edit != NULL)
    present (self, self->look->edit (self->store, self->record, related));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), self->look->show, "x",
                                self->look->target (self->store, related));
}

static void
remove_clicked_cb (AkkRecordPage *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  g_autofree char *name = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  delete_record (self, akk_record_row_get (row), self->look->remove_related, name);
}

static GtkWidget *
row_create (gpointer data, AkkRecord *record)
{
  AkkRecordPage *self = data;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->look->remove_related != NULL) {
    GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

    gtk_widget_set_tooltip_text (button, _ ("Delete"));
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class (button, "flat");
    g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                             G_CONNECT_SWAPPED);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  }
  return row;
}

static void
row_describe (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkRecordPage *self = data;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  self->look->describe (self->store, record, &title, &subtitle);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
}

static void
fill (AkkRecordPage *self)
{
  g_autoptr (GPtrArray) related = NULL;
  g_autoptr (GListStore) shown = g_list_store_new (AKK_TYPE_RECORD);
  g_autofree char *title = NULL;

  if (self->record->deleted)
    return;
  title = self->look->title (self->store, self->record);
  gtk_label_set_text (self->heading, title);
  related = self->look->related (self->store, self->record);
  for (guint i = 0; i < related->len; i++)
    g_list_store_append (shown, related->pdata[i]);
  akk_record_rows_update (self->list, G_LIST_MODEL (shown), row_create, row_describe, self);
  if (self->look->add != NULL) {
    g_autofree char *words = self->look->add_words (self->store, self->record);

    gtk_button_set_label (self->add_button, words);
  }
}

/* --- Callbacks --- */

static void
add_clicked_cb (AkkRecordPage *self)
{
  present (self, self->look->add (self->store, self->record));
}

/* The page goes with its record: whoever shows it closes it. */
static void
delete_clicked_cb (AkkRecordPage *self)
{
  g_autofree char *name = self->look->title (self->store, self->record);

  delete_record (self, self->record, self->look->remove, name);
}

/* --- Virtual functions --- */

static void
akk_record_page_dispose (GObject *object)
{
  AkkRecordPage *self = AKK_RECORD_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_RECORD_PAGE);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_record_page_parent_class)->dispose (object);
}

static void
akk_record_page_class_init (AkkRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_record_page_dispose;
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  g_type_ensure (AKK_TYPE_FIELD_GROUPS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkRecordPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkRecordPage, heading);
  gtk_widget_class_bind_template_child (widget_class, AkkRecordPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRecordPage, fields);
  gtk_widget_class_bind_template_child (widget_class, AkkRecordPage, list_group);
  gtk_widget_class_bind_template_child (widget_class, AkkRecordPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, AkkRecordPage, list);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
akk_record_page_init (AkkRecordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  akk_record_rows_keep_order (self->list);
}

AkkRecordPage *
akk_record_page_new (AkkStore *store, gpointer record, gint64 agreement, const AkkRecordLook *look)
{
  AkkRecordPage *self = g_object_new (AKK_TYPE_RECORD_PAGE, "title", _ (look->kind), NULL);

  self->look = look;
  self->record = g_object_ref (record);
  self->store = g_object_ref (store);
  adw_window_title_set_title (self->title, _ (look->kind));
  akk_field_groups_set_record (self->fields, store, record, agreement, look->groups, look->words);
  g_signal_connect_object (self->fields, "editing", G_CALLBACK (editing_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (self->list_group, _ (look->list_title));
  gtk_label_set_text (self->empty_label, _ (look->list_empty));
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), look->add != NULL);
  g_signal_connect_object (store, "stepped", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}
