/* A window: the welcome page, or one dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window.h"

#include <glib/gi18n.h>

#include "ui/about.h"
#include "ui/settings.h"
#include "ui/shortcuts-dialog.h"
#include "ui/welcome-page.h"

struct _AkkWindow {
  AdwApplicationWindow parent_instance;
  GtkStack *stack;
  AkkWelcomePage *welcome;
};

G_DEFINE_FINAL_TYPE (AkkWindow, akk_window, ADW_TYPE_APPLICATION_WINDOW)

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (akk_about_dialog_new (), widget);
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (ADW_DIALOG (akk_shortcuts_dialog_new ()), widget);
}

static void
akk_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_WINDOW);
  G_OBJECT_CLASS (akk_window_parent_class)->dispose (object);
}

static void
akk_window_class_init (AkkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_window_dispose;
  g_type_ensure (AKK_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/akkoord/Akkoord/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkWindow, welcome);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
}

static void
akk_window_init (AkkWindow *self)
{
  GSettings *settings = akk_settings ();
  g_auto (GStrv) recent = akk_settings_recent ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  akk_welcome_page_set_recent (self->welcome, (const char *const *)recent);
}

AkkWindow *
akk_window_new (AkkApplication *application)
{
  return g_object_new (AKK_TYPE_WINDOW, "application", application, NULL);
}
