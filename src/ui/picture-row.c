/* A row for a picture that is kept in the dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/picture-row.h"

#include <glib/gi18n.h>

#include "ui/attach.h"
#include "ui/record-dialog.h"

struct _AkkPictureRow {
  AdwActionRow parent_instance;

  AkkStore *store;
  char *blob;
  GtkWidget *picture, *remove_button;
};

G_DEFINE_FINAL_TYPE (AkkPictureRow, akk_picture_row, ADW_TYPE_ACTION_ROW)

enum { PICTURE_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GdkTexture *
texture_new (AkkPictureRow *self)
{
  g_autoptr (GBytes) data = NULL;

  if (*self->blob == '\0')
    return NULL;
  data = akk_store_get_blob (self->store, self->blob, NULL);
  return data != NULL ? gdk_texture_new_from_bytes (data, NULL) : NULL;
}

static void
show_picture (AkkPictureRow *self)
{
  g_autoptr (GdkTexture) texture = texture_new (self);
  gboolean any = *self->blob != '\0';

  gtk_image_set_from_paintable (GTK_IMAGE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->picture, texture != NULL);
  gtk_widget_set_visible (self->remove_button, any);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), any ? "" : _ ("A PNG, JPEG or SVG file"));
}

static void
set_blob (AkkPictureRow *self, const char *blob)
{
  g_set_str (&self->blob, blob);
  show_picture (self);
  g_signal_emit (self, signals[PICTURE_CHANGED], 0);
}

static void
attached_cb (GtkWidget *widget, const char *sha256, const GError *error)
{
  if (sha256 != NULL)
    set_blob (AKK_PICTURE_ROW (widget), sha256);
  else
    akk_show_error (widget, _ ("Picture Not Used"), error);
}

static void
choose_cb (AkkPictureRow *self)
{
  akk_attach (GTK_WIDGET (self), self->store, _ ("Choose a Picture"), AKK_ATTACH_IMAGE,
              attached_cb);
}

static void
remove_cb (AkkPictureRow *self)
{
  set_blob (self, "");
}

static void
akk_picture_row_dispose (GObject *object)
{
  AkkPictureRow *self = AKK_PICTURE_ROW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->blob, g_free);
  G_OBJECT_CLASS (akk_picture_row_parent_class)->dispose (object);
}

static void
akk_picture_row_class_init (AkkPictureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_picture_row_dispose;
  signals[PICTURE_CHANGED] = g_signal_new ("picture-changed", AKK_TYPE_PICTURE_ROW,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
button_new (AkkPictureRow *self, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return button;
}

static void
akk_picture_row_init (AkkPictureRow *self)
{
  self->picture = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->picture), 40);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->picture);
  button_new (self, "document-open-symbolic", _ ("Choose a Picture"), G_CALLBACK (choose_cb));
  self->remove_button =
      button_new (self, "user-trash-symbolic", _ ("Remove"), G_CALLBACK (remove_cb));
}

GtkWidget *
akk_picture_row_new (AkkStore *store, const char *blob)
{
  AkkPictureRow *self = g_object_new (AKK_TYPE_PICTURE_ROW, NULL);

  self->store = g_object_ref (store);
  self->blob = g_strdup (blob);
  show_picture (self);
  return GTK_WIDGET (self);
}

const char *
akk_picture_row_get_blob (AkkPictureRow *self)
{
  g_return_val_if_fail (AKK_IS_PICTURE_ROW (self), "");

  return self->blob;
}
