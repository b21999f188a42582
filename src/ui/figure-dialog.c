/* Asks what a figure shows, and what stands above it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/figure-dialog.h"

#include <glib/gi18n.h>

#include "ui/figure-pictures.h"

struct _AkkFigureDialog {
  AdwDialog parent_instance;

  AkkEditor *editor; /* owned */
  char *sha256; /* of a new figure; NULL: one is changed */
  AkkFigurePictures *pictures; /* owned */
  char *shown; /* the sha256 of the one that is shown */
  GtkButton *apply_button;
  GtkPicture *picture;
  GtkWidget *missing_label;
  GtkEditable *alt_row, *caption_row;
};

G_DEFINE_FINAL_TYPE (AkkFigureDialog, akk_figure_dialog, ADW_TYPE_DIALOG)

static void
close_dialog (AkkFigureDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
cancel_cb (AkkFigureDialog *self)
{
  close_dialog (self);
}

static void
apply_cb (AkkFigureDialog *self)
{
  g_autofree char *alt = g_strstrip (g_strdup (gtk_editable_get_text (self->alt_row)));
  g_autofree char *caption = g_strstrip (g_strdup (gtk_editable_get_text (self->caption_row)));

  if (*alt == '\0')
    return;
  if (self->sha256 != NULL)
    akk_editor_insert_figure (self->editor, self->sha256, alt, caption);
  else
    akk_editor_change_figure (self->editor, alt, caption);
  close_dialog (self);
}

/* Who does not see it must hear what it shows. */
static void
alt_changed_cb (AkkFigureDialog *self)
{
  g_autofree char *alt = g_strstrip (g_strdup (gtk_editable_get_text (self->alt_row)));

  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), *alt != '\0');
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->alt_row), GTK_ACCESSIBLE_STATE_INVALID,
                               *alt == '\0', -1);
}

static void
akk_figure_dialog_dispose (GObject *object)
{
  AkkFigureDialog *self = AKK_FIGURE_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->pictures);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->shown, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_FIGURE_DIALOG);
  G_OBJECT_CLASS (akk_figure_dialog_parent_class)->dispose (object);
}

static void
akk_figure_dialog_class_init (AkkFigureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_figure_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/figure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkFigureDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, AkkFigureDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, AkkFigureDialog, missing_label);
  gtk_widget_class_bind_template_child (widget_class, AkkFigureDialog, alt_row);
  gtk_widget_class_bind_template_child (widget_class, AkkFigureDialog, caption_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, alt_changed_cb);
}

static void
akk_figure_dialog_init (AkkFigureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Its place is kept until it was read. */
static void
show_picture (AkkFigureDialog *self)
{
  GdkTexture *texture = akk_figure_pictures_get (self->pictures, self->shown);
  gboolean missing = texture == NULL && akk_figure_pictures_knows (self->pictures, self->shown);

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), !missing);
  gtk_widget_set_visible (self->missing_label, missing);
}

GtkWidget *
akk_figure_dialog_new (AkkEditor *editor, AkkStore *store, const char *sha256)
{
  AkkFigureDialog *self = g_object_new (AKK_TYPE_FIGURE_DIALOG, NULL);
  g_autofree char *alt = NULL, *caption = NULL, *there = NULL;

  self->editor = g_object_ref (editor);
  self->sha256 = g_strdup (sha256);
  if (sha256 == NULL) {
    there = akk_editor_get_figure (editor, &alt, &caption);
    gtk_editable_set_text (self->alt_row, alt != NULL ? alt : "");
    gtk_editable_set_text (self->caption_row, caption != NULL ? caption : "");
    gtk_button_set_label (self->apply_button, _ ("_Change"));
  }
  self->shown = g_strdup (sha256 != NULL ? sha256 : there != NULL ? there : "");
  self->pictures = akk_figure_pictures_new (store);
  g_signal_connect_object (self->pictures, "read", G_CALLBACK (show_picture), self,
                           G_CONNECT_SWAPPED);
  show_picture (self);
  alt_changed_cb (self);
  return GTK_WIDGET (self);
}
