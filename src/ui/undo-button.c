/* The button that takes back the last step, on every page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/undo-button.h"

#include <glib/gi18n.h>

#include "ui/dossier-view.h"

struct _AkkUndoButton {
  GtkButton parent_instance;

  GBinding *binding;
};

G_DEFINE_FINAL_TYPE (AkkUndoButton, akk_undo_button, GTK_TYPE_BUTTON)

static void
akk_undo_button_root (GtkWidget *widget)
{
  AkkUndoButton *self = AKK_UNDO_BUTTON (widget);
  GtkWidget *view;

  GTK_WIDGET_CLASS (akk_undo_button_parent_class)->root (widget);
  view = gtk_widget_get_ancestor (widget, AKK_TYPE_DOSSIER_VIEW);
  if (view != NULL)
    self->binding =
        g_object_bind_property (view, "undo-words", self, "tooltip-text", G_BINDING_SYNC_CREATE);
}

static void
akk_undo_button_unroot (GtkWidget *widget)
{
  g_clear_pointer (&AKK_UNDO_BUTTON (widget)->binding, g_binding_unbind);
  GTK_WIDGET_CLASS (akk_undo_button_parent_class)->unroot (widget);
}

static void
akk_undo_button_class_init (AkkUndoButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = akk_undo_button_root;
  widget_class->unroot = akk_undo_button_unroot;
}

static void
akk_undo_button_init (AkkUndoButton *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self), "edit-undo-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Undo"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.undo");
}
