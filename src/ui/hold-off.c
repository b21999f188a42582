/* Holds off what a window says of itself while a meeting is presented from it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/hold-off.h"

/* A toast with its overlay, or a dialog alone. */
typedef struct {
  AdwToastOverlay *overlay;
  gpointer said;
} Held;

static const char held_key[] = "akk-held-off";

static void
held_free (gpointer data)
{
  Held *self = data;

  g_clear_object (&self->overlay);
  g_clear_object (&self->said);
  g_free (self);
}

static void
say (GtkWindow *window, AdwToastOverlay *overlay, gpointer said)
{
  if (overlay != NULL)
    adw_toast_overlay_add_toast (overlay, g_object_ref (ADW_TOAST (said)));
  else
    adw_dialog_present (ADW_DIALOG (said), GTK_WIDGET (window));
}

static void
hold_or_say (GtkWindow *window, AdwToastOverlay *overlay, gpointer said)
{
  GPtrArray *held = g_object_get_data (G_OBJECT (window), held_key);
  Held *one;

  g_object_ref_sink (said);
  if (held == NULL) {
    say (window, overlay, said);
    g_object_unref (said);
    return;
  }
  one = g_new0 (Held, 1);
  one->overlay = overlay != NULL ? g_object_ref (overlay) : NULL;
  one->said = said;
  g_ptr_array_add (held, one);
}

void
akk_hold_off_begin (GtkWindow *window)
{
  if (!akk_hold_off_is_on (window))
    g_object_set_data_full (G_OBJECT (window), held_key, g_ptr_array_new_with_free_func (held_free),
                            (GDestroyNotify) g_ptr_array_unref);
}

void
akk_hold_off_end (GtkWindow *window)
{
  g_autoptr (GPtrArray) held = g_object_steal_data (G_OBJECT (window), held_key);

  for (guint i = 0; held != NULL && i < held->len; i++) {
    const Held *one = held->pdata[i];

    say (window, one->overlay, one->said);
  }
}

gboolean
akk_hold_off_is_on (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), held_key) != NULL;
}

void
akk_hold_off_toast (GtkWindow *window, AdwToastOverlay *overlay, AdwToast *toast)
{
  hold_or_say (window, overlay, toast);
}

void
akk_hold_off_dialog (GtkWindow *window, AdwDialog *dialog)
{
  hold_or_say (window, NULL, dialog);
}
