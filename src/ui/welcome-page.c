/* What a window shows while it has no dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/welcome-page.h"

#include "ui/dossier-names.h"

struct _AkkWelcomePage {
  AdwBin parent_instance;
  GtkWidget *new_button;
  GtkWidget *recent_clamp;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (AkkWelcomePage, akk_welcome_page, ADW_TYPE_BIN)

static GtkWidget *
recent_row_new (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = akk_dossier_display_name (path);
  g_autofree char *folder = akk_dossier_display_folder (path);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  return row;
}

static gboolean
akk_welcome_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AKK_WELCOME_PAGE (widget)->new_button);
}

static void
akk_welcome_page_class_init (AkkWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = akk_welcome_page_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkWelcomePage, new_button);
  gtk_widget_class_bind_template_child (widget_class, AkkWelcomePage, recent_clamp);
  gtk_widget_class_bind_template_child (widget_class, AkkWelcomePage, recent_list);
}

static void
akk_welcome_page_init (AkkWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkWelcomePage *
akk_welcome_page_new (void)
{
  return g_object_new (AKK_TYPE_WELCOME_PAGE, NULL);
}

void
akk_welcome_page_set_recent (AkkWelcomePage *self, const char *const *paths)
{
  g_return_if_fail (AKK_IS_WELCOME_PAGE (self));

  gtk_list_box_remove_all (self->recent_list);
  for (guint i = 0; paths[i] != NULL; i++)
    gtk_list_box_append (self->recent_list, recent_row_new (paths[i]));
  gtk_widget_set_visible (self->recent_clamp, paths[0] != NULL);
}
