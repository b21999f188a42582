/* The button with what can be inserted in the text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/insert-menu.h"

struct _AkkInsertMenu {
  AdwBin parent_instance;

  gboolean narrow;
};

enum { PROP_NARROW = 1, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AkkInsertMenu, akk_insert_menu, ADW_TYPE_BIN)

static void
akk_insert_menu_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_INSERT_MENU (object)->narrow);
}

static void
akk_insert_menu_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AKK_INSERT_MENU (object)->narrow = g_value_get_boolean (value);
}

static void
akk_insert_menu_class_init (AkkInsertMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = akk_insert_menu_get_property;
  object_class->set_property = akk_insert_menu_set_property;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/be/akkoord/Akkoord/ui/insert-menu.ui");
}

static void
akk_insert_menu_init (AkkInsertMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
