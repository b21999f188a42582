/* Shows an attached scan: a PDF, page by page, or an image.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/scan-dialog.h"

#include <glib/gi18n.h>
#include <poppler.h>

#include "ui/scan-page.h"

struct _AkkScanDialog {
  AdwDialog parent_instance;

  GtkBox *page_box;
  GtkScrolledWindow *scroller;
  guint look_id; /* of the tick */
  guint n_looks; /* that are still to come */
  guint first; /* the page to begin at, from 0 */
};

G_DEFINE_FINAL_TYPE (AkkScanDialog, akk_scan_dialog, ADW_TYPE_DIALOG)

/* Draws the pages that are seen, and those a screen away. */
static void
look (AkkScanDialog *self)
{
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self->scroller));

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_box)); page != NULL;
       page = gtk_widget_get_next_sibling (page)) {
    graphene_rect_t bounds;

    if (gtk_widget_compute_bounds (page, GTK_WIDGET (self->scroller), &bounds))
      akk_scan_page_set_near (AKK_SCAN_PAGE (page),
                              bounds.origin.y < 2 * height &&
                                  bounds.origin.y + bounds.size.height > -height);
  }
}

/* Goes to the page to begin at, once. */
static void
begin (AkkScanDialog *self)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_box));
  graphene_rect_t bounds;

  for (guint i = 0; page != NULL && i < self->first; i++)
    page = gtk_widget_get_next_sibling (page);
  if (self->first > 0 && page != NULL &&
      gtk_widget_compute_bounds (page, GTK_WIDGET (self->page_box), &bounds))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller),
                              bounds.origin.y);
  self->first = 0;
}

/* A frame begins with the places of the one before: what moved is in its place at the second. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AkkScanDialog *self = AKK_SCAN_DIALOG (widget);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->page_box));

  if (first == NULL || gtk_widget_get_height (first) == 0)
    return G_SOURCE_CONTINUE; /* nothing has a place yet */
  begin (self);
  look (self);
  if (--self->n_looks > 0)
    return G_SOURCE_CONTINUE;
  self->look_id = 0;
  return G_SOURCE_REMOVE;
}

static void
moved_cb (AkkScanDialog *self)
{
  self->n_looks = 2;
  if (self->look_id == 0)
    self->look_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
akk_scan_dialog_dispose (GObject *object)
{
  AkkScanDialog *self = AKK_SCAN_DIALOG (object);

  if (self->look_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->look_id);
  self->look_id = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_SCAN_DIALOG);
  G_OBJECT_CLASS (akk_scan_dialog_parent_class)->dispose (object);
}

static void
akk_scan_dialog_class_init (AkkScanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_scan_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/scan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkScanDialog, page_box);
  gtk_widget_class_bind_template_child (widget_class, AkkScanDialog, scroller);
}

static void
akk_scan_dialog_init (AkkScanDialog *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  moved_cb (self);
}

static void
add_pages (AkkScanDialog *self, PopplerDocument *document)
{
  for (int i = 0; i < poppler_document_get_n_pages (document); i++) {
    PopplerPage *page = poppler_document_get_page (document, i);
    g_autofree char *name = g_strdup_printf (_ ("Page %u"), (guint) i + 1);

    if (page != NULL)
      gtk_box_append (self->page_box, akk_scan_page_new (page, name));
    g_clear_object (&page);
  }
}

AkkScanDialog *
akk_scan_dialog_new (GBytes *data, GError **error)
{
  PopplerDocument *document = poppler_document_new_from_bytes (data, NULL, NULL);
  g_autoptr (GdkTexture) image = document == NULL ? gdk_texture_new_from_bytes (data, NULL) : NULL;
  AkkScanDialog *self;

  if (document == NULL && image == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("The file is neither a PDF that can be read nor an image. Attach it "
                            "again from its source."));
    return NULL;
  }
  self = g_object_new (AKK_TYPE_SCAN_DIALOG, NULL);
  if (document != NULL)
    add_pages (self, document);
  else
    gtk_box_append (self->page_box, akk_scan_page_new_for_image (image, _ ("Image")));
  g_clear_object (&document);
  return self;
}

void
akk_scan_dialog_show_page (AkkScanDialog *self, guint page, const char *title)
{
  g_return_if_fail (AKK_IS_SCAN_DIALOG (self) && page > 0);

  self->first = page - 1;
  adw_dialog_set_title (ADW_DIALOG (self), title);
  moved_cb (self);
}
