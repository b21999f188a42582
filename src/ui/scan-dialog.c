/* Shows an attached scan: a PDF, page by page, or an image.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/scan-dialog.h"

#include <cairo.h>
#include <glib/gi18n.h>
#include <math.h>
#include <poppler.h>

/* Pixels per point: sharp at the width of the dialog on a screen of twice the usual density. */
#define SCALE 2.0
/* No page is drawn larger than this many pixels a side, whatever a damaged file says. */
#define MAX_PIXELS 4000

struct _AkkScanDialog {
  AdwDialog parent_instance;

  GtkListView *page_view;

  PopplerDocument *document; /* NULL: an image */
  GdkTexture *image;
};

G_DEFINE_FINAL_TYPE (AkkScanDialog, akk_scan_dialog, ADW_TYPE_DIALOG)

static GdkTexture *
draw_page (PopplerPage *page)
{
  double width, height, scale;
  cairo_surface_t *surface;
  GdkTexture *texture;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  scale = MIN (SCALE, MAX_PIXELS / MAX (MAX (width, height), 1));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) ceil (width * scale)),
                                        MAX (1, (int) ceil (height * scale)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  g_autoptr (GBytes) pixels = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface),
      (gsize) cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface),
      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface),
                                    cairo_image_surface_get_height (surface), GDK_MEMORY_DEFAULT,
                                    pixels, cairo_image_surface_get_stride (surface));
  return texture;
}

static void
setup_cb (AkkScanDialog *self, GtkListItem *item)
{
  GtkWidget *picture = gtk_picture_new ();

  gtk_widget_set_margin_top (picture, 6);
  gtk_widget_set_margin_bottom (picture, 6);
  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_CONTAIN);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, picture);
}

static void
bind_cb (AkkScanDialog *self, GtkListItem *item)
{
  guint n = gtk_list_item_get_position (item);
  GtkPicture *picture = GTK_PICTURE (gtk_list_item_get_child (item));
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), n + 1);
  g_autoptr (GdkTexture) drawn = NULL;

  if (self->document != NULL) {
    PopplerPage *page = poppler_document_get_page (self->document, n);

    drawn = page != NULL ? draw_page (page) : NULL;
    g_clear_object (&page);
  }
  gtk_picture_set_paintable (picture, GDK_PAINTABLE (drawn != NULL ? drawn : self->image));
  gtk_picture_set_alternative_text (picture, name);
}

static void
unbind_cb (AkkScanDialog *self, GtkListItem *item)
{
  gtk_picture_set_paintable (GTK_PICTURE (gtk_list_item_get_child (item)), NULL);
}

static void
akk_scan_dialog_dispose (GObject *object)
{
  AkkScanDialog *self = AKK_SCAN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_SCAN_DIALOG);
  g_clear_object (&self->document);
  g_clear_object (&self->image);
  G_OBJECT_CLASS (akk_scan_dialog_parent_class)->dispose (object);
}

static void
akk_scan_dialog_class_init (AkkScanDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_scan_dialog_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/be/akkoord/Akkoord/ui/scan-dialog.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AkkScanDialog, page_view);
}

static void
akk_scan_dialog_init (AkkScanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkScanDialog *
akk_scan_dialog_new (GBytes *data, GError **error)
{
  PopplerDocument *document = poppler_document_new_from_bytes (data, NULL, NULL);
  g_autoptr (GdkTexture) image = document == NULL ? gdk_texture_new_from_bytes (data, NULL) : NULL;
  g_autoptr (GtkStringList) pages = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  AkkScanDialog *self;
  int n_pages = document != NULL ? poppler_document_get_n_pages (document) : 1;

  if (document == NULL && image == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("The file is neither a PDF that can be read nor an image. Attach it "
                            "again from its source."));
    return NULL;
  }
  self = g_object_new (AKK_TYPE_SCAN_DIALOG, NULL);
  self->document = document;
  self->image = g_steal_pointer (&image);
  for (int i = 0; i < n_pages; i++)
    gtk_string_list_append (pages, "");
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->page_view, factory);
  gtk_list_view_set_model (self->page_view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                                G_LIST_MODEL (g_steal_pointer (&pages)))));
  return self;
}
