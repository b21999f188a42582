/* Dialogs as wide as their letters ask for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialog-size.h"

static int
to_pixels (int size, GtkWidget *widget)
{
  return (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, size, gtk_widget_get_settings (widget));
}

static gboolean
focus_cb (gpointer data)
{
  GtkWidget *widget = data;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *before = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!gtk_widget_get_mapped (widget))
    return G_SOURCE_REMOVE;
  /* A field that had the focus for a moment shows its beginning again. */
  if (GTK_IS_TEXT (before) && before != widget && !gtk_widget_is_ancestor (before, widget))
    gtk_editable_set_position (GTK_EDITABLE (before), 0);
  gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

static void
focus_soon (GtkWidget *widget)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, g_object_ref (widget), g_object_unref);
}

static void
mapped_cb (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, mapped_cb, NULL);
  focus_soon (widget);
}

/* In a narrow window a dialog rises from below, and then the sheet that holds it gives the focus to
 * its first button, which is the way out: one begins where the dialog itself says. */
static void
keep_focus (AdwDialog *dialog)
{
  GtkWidget *focus = adw_dialog_get_focus (dialog);

  if (focus == NULL)
    return;
  if (gtk_widget_get_mapped (focus))
    focus_soon (focus);
  else
    g_signal_connect (focus, "map", G_CALLBACK (mapped_cb), NULL);
}

static const char growing[] = "akk-dialog-growing";

static gboolean
grow_cb (gpointer data)
{
  AdwDialog *dialog = data;
  GtkWidget *child = adw_dialog_get_child (dialog);
  int height = child != NULL ? gtk_widget_get_height (child) : 0;
  int natural = 0;

  g_object_set_data (data, growing, NULL);
  if (height > 0)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (child), NULL,
                        &natural, NULL, NULL);
  if (natural > height)
    adw_dialog_set_content_height (dialog, natural);
  return G_SOURCE_REMOVE;
}

static void
dialog_shown_cb (AdwApplicationWindow *window)
{
  static const char done[] = "akk-dialog-size";
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);
  int width, height;

  /* An alert reckons with its words itself. */
  if (dialog == NULL || ADW_IS_ALERT_DIALOG (dialog) ||
      g_object_get_data (G_OBJECT (dialog), done) != NULL)
    return;
  g_object_set_data (G_OBJECT (dialog), done, GINT_TO_POINTER (TRUE));
  keep_focus (dialog);
  width = adw_dialog_get_content_width (dialog);
  height = adw_dialog_get_content_height (dialog);
  if (width > 0)
    adw_dialog_set_content_width (dialog, to_pixels (width, GTK_WIDGET (window)));
  if (height > 0)
    adw_dialog_set_content_height (dialog, to_pixels (height, GTK_WIDGET (window)));
}

void
akk_dialog_size_follow (AdwApplicationWindow *window)
{
  g_return_if_fail (ADW_IS_APPLICATION_WINDOW (window));

  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (dialog_shown_cb), NULL);
}

void
akk_dialog_size_grow (AdwDialog *dialog)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));

  if (g_object_get_data (G_OBJECT (dialog), growing) != NULL)
    return;
  g_object_set_data (G_OBJECT (dialog), growing, GINT_TO_POINTER (TRUE));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_cb, g_object_ref (dialog), g_object_unref);
}
