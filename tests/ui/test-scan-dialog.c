/* A scan is seen: pages as high as they are wide, drawn where one looks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>

#include "ui/scan-dialog.h"
#include "ui/scan-page.h"

#define N_PAGES 12

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
new_pdf (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < N_PAGES; i++) {
    cairo_rectangle (cr, 100, 100, 100, 100);
    cairo_fill (cr);
    cairo_show_page (cr);
  }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static AkkScanPage *
find_page (GtkWidget *widget, guint *skip)
{
  AkkScanPage *found = NULL;

  if (AKK_IS_SCAN_PAGE (widget))
    return (*skip)-- == 0 ? AKK_SCAN_PAGE (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_page (child, skip);
  return found;
}

static AkkScanPage *
nth_page (GtkWidget *widget, guint n)
{
  return find_page (widget, &n);
}

static void
pages_are_drawn_where_one_looks (void)
{
  g_autoptr (GBytes) pdf = new_pdf ();
  g_autoptr (GError) error = NULL;
  GtkWidget *window = adw_window_new ();
  AkkScanDialog *dialog = akk_scan_dialog_new (pdf, &error);
  AkkScanPage *first, *last;
  GtkWidget *scroller;

  g_assert_no_error (error);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (ADW_DIALOG (dialog), window);
  first = nth_page (GTK_WIDGET (dialog), 0);
  last = nth_page (GTK_WIDGET (dialog), N_PAGES - 1);
  g_assert_null (nth_page (GTK_WIDGET (dialog), N_PAGES));
  while (!akk_scan_page_is_drawn (first))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (first)), >,
                   gtk_widget_get_width (GTK_WIDGET (first)));
  g_assert_false (akk_scan_page_is_drawn (last));

  scroller = gtk_widget_get_ancestor (GTK_WIDGET (first), GTK_TYPE_SCROLLED_WINDOW);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                            G_MAXINT);
  while (!akk_scan_page_is_drawn (last))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (akk_scan_page_is_drawn (first));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
what_is_no_picture_is_refused (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("scan", 4);
  g_autoptr (GError) error = NULL;

  g_assert_null (akk_scan_dialog_new (bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/scan-dialog/pages-are-drawn-where-one-looks", pages_are_drawn_where_one_looks);
  g_test_add_func ("/scan-dialog/what-is-no-picture-is-refused", what_is_no_picture_is_refused);
  return g_test_run ();
}
