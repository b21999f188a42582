/* Asks for the words and the address of a link.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/link-dialog.h"

#include <glib/gi18n.h>

#include "core/text-insert.h"

struct _AkkLinkDialog {
  AdwDialog parent_instance;

  AkkEditor *editor; /* owned */
  GtkButton *apply_button;
  GtkWidget *remove_button;
  GtkEditable *words_row, *address_row;
};

G_DEFINE_FINAL_TYPE (AkkLinkDialog, akk_link_dialog, ADW_TYPE_DIALOG)

static void
close_dialog (AkkLinkDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
cancel_cb (AkkLinkDialog *self)
{
  close_dialog (self);
}

static void
apply_cb (AkkLinkDialog *self)
{
  g_autofree char *address = akk_link_complete (gtk_editable_get_text (self->address_row));
  const char *words = gtk_editable_get_text (self->words_row);

  if (address == NULL)
    return;
  akk_editor_set_link (self->editor,
                       *words != '\0' ? words : gtk_editable_get_text (self->address_row), address);
  close_dialog (self);
}

static void
remove_cb (AkkLinkDialog *self)
{
  akk_editor_set_link (self->editor, NULL, NULL);
  close_dialog (self);
}

static void
address_changed_cb (AkkLinkDialog *self)
{
  const char *typed = gtk_editable_get_text (self->address_row);
  g_autofree char *address = akk_link_complete (typed);
  GtkWidget *row = GTK_WIDGET (self->address_row);

  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), address != NULL);
  if (*typed != '\0' && address == NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               *typed != '\0' && address == NULL, -1);
}

static void
akk_link_dialog_dispose (GObject *object)
{
  AkkLinkDialog *self = AKK_LINK_DIALOG (object);

  g_clear_object (&self->editor);
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_LINK_DIALOG);
  G_OBJECT_CLASS (akk_link_dialog_parent_class)->dispose (object);
}

static void
akk_link_dialog_class_init (AkkLinkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_link_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/link-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkLinkDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, AkkLinkDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, AkkLinkDialog, words_row);
  gtk_widget_class_bind_template_child (widget_class, AkkLinkDialog, address_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
}

static void
akk_link_dialog_init (AkkLinkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
akk_link_dialog_new (AkkEditor *editor)
{
  AkkLinkDialog *self = g_object_new (AKK_TYPE_LINK_DIALOG, NULL);
  g_autofree char *words = NULL;
  const char *href = akk_editor_get_link (editor, &words);

  self->editor = g_object_ref (editor);
  gtk_editable_set_text (self->words_row, words);
  if (href != NULL) {
    gtk_editable_set_text (self->address_row, href);
    gtk_button_set_label (self->apply_button, _ ("_Change"));
    gtk_widget_set_visible (self->remove_button, TRUE);
  }
  return GTK_WIDGET (self);
}
