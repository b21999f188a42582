/* The button with the main menu.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/main-menu.h"

#include <glib/gi18n.h>

#include "ui/dossier-names.h"
#include "ui/settings.h"

struct _AkkMainMenu {
  AdwBin parent_instance;
  GMenu *recent_section;
};

G_DEFINE_FINAL_TYPE (AkkMainMenu, akk_main_menu, ADW_TYPE_BIN)

static GMenuItem *
recent_item_new (const char *path)
{
  g_autofree char *name = akk_dossier_display_name (path);
  g_autoptr (GString) label = g_string_new (name);
  GMenuItem *item;

  /* A menu would take an underscore for a mnemonic. */
  g_string_replace (label, "_", "__", 0);
  item = g_menu_item_new (label->str, NULL);
  g_menu_item_set_action_and_target (item, "win.open-path", "s", path);
  return item;
}

static void
recent_changed_cb (AkkMainMenu *self)
{
  g_auto (GStrv) paths = akk_settings_recent ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; paths[i] != NULL; i++) {
    g_autoptr (GMenuItem) item = recent_item_new (paths[i]);

    g_menu_append_item (menu, item);
  }
  g_menu_remove_all (self->recent_section);
  if (paths[0] != NULL)
    g_menu_append_submenu (self->recent_section, _ ("_Recent Dossiers"), G_MENU_MODEL (menu));
}

static void
akk_main_menu_class_init (AkkMainMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/be/akkoord/Akkoord/ui/main-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkMainMenu, recent_section);
}

static void
akk_main_menu_init (AkkMainMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (akk_settings (), "changed::recent-dossiers",
                           G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  recent_changed_cb (self);
}
