/* Dialogs in which who types at once types in the right field.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/first-focus.h"

static GtkWidgetClass *
parent_class (void)
{
  return g_type_class_peek (ADW_TYPE_DIALOG);
}

static void
map (GtkWidget *widget)
{
  GtkWidget *focus = adw_dialog_get_focus (ADW_DIALOG (widget));

  parent_class ()->map (widget);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

/* A second time it would choose the letters that stand there already: the next takes their place.
 */
static gboolean
grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *wanted = adw_dialog_get_focus (ADW_DIALOG (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget) &&
      (wanted == NULL || focus == wanted || gtk_widget_is_ancestor (focus, wanted)))
    return TRUE;
  return parent_class ()->grab_focus (widget);
}

void
akk_dialog_class_focus_at_once (GtkWidgetClass *dialog_class)
{
  dialog_class->map = map;
  dialog_class->grab_focus = grab_focus;
}
