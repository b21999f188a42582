/* What a window says of itself waits while a meeting is presented.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/hold-off.h"

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
comes_to_say (GtkWindow *window, const char *words, gint64 wait_us)
{
  gint64 end = g_get_monotonic_time () + wait_us;

  while (!says (GTK_WIDGET (window), words) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  return says (GTK_WIDGET (window), words);
}

static void
test_hold_off (void)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  AdwToastOverlay *toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());

  gtk_window_set_default_size (window, 480, 360);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (toasts));
  gtk_window_present (window);
  akk_hold_off_toast (window, toasts, adw_toast_new ("At once"));
  g_assert_true (comes_to_say (window, "At once", 5 * G_USEC_PER_SEC));

  akk_hold_off_begin (window);
  g_assert_true (akk_hold_off_is_on (window));
  adw_toast_overlay_dismiss_all (toasts);
  akk_hold_off_toast (window, toasts, adw_toast_new ("Saved meanwhile"));
  akk_hold_off_dialog (window, adw_alert_dialog_new ("Failed meanwhile", "Why"));
  g_assert_false (comes_to_say (window, "Saved meanwhile", G_USEC_PER_SEC / 2));
  g_assert_false (says (GTK_WIDGET (window), "Failed meanwhile"));

  akk_hold_off_end (window);
  g_assert_false (akk_hold_off_is_on (window));
  g_assert_true (comes_to_say (window, "Saved meanwhile", 5 * G_USEC_PER_SEC));
  g_assert_true (comes_to_say (window, "Failed meanwhile", 5 * G_USEC_PER_SEC));
  gtk_window_destroy (window);
}

/* A window that goes while something is held off takes it along. */
static void
test_window_goes (void)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  AdwDialog *dialog = adw_alert_dialog_new ("Never seen", NULL);
  gpointer watched = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  akk_hold_off_begin (window);
  akk_hold_off_dialog (window, dialog);
  gtk_window_destroy (window);
  g_assert_null (watched);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hold-off/what-is-said-waits-for-the-end", test_hold_off);
  g_test_add_func ("/hold-off/a-window-takes-it-along", test_window_goes);
  return g_test_run ();
}
