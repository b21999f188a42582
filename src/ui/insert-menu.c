/* The button with what can be inserted in the text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/insert-menu.h"

struct _AkkInsertMenu {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (AkkInsertMenu, akk_insert_menu, ADW_TYPE_BIN)

static void
akk_insert_menu_class_init (AkkInsertMenuClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/be/akkoord/Akkoord/ui/insert-menu.ui");
}

static void
akk_insert_menu_init (AkkInsertMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
