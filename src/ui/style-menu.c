/* The button with the kinds of paragraph.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/style-menu.h"

struct _AkkStyleMenu {
  AdwBin parent_instance;

  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (AkkStyleMenu, akk_style_menu, ADW_TYPE_BIN)

static void
akk_style_menu_class_init (AkkStyleMenuClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/be/akkoord/Akkoord/ui/style-menu.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AkkStyleMenu, button);
}

static void
akk_style_menu_init (AkkStyleMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
akk_style_menu_set_label (AkkStyleMenu *self, const char *label)
{
  g_return_if_fail (AKK_IS_STYLE_MENU (self));

  gtk_menu_button_set_label (self->button, label);
}
