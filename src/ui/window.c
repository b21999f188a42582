/* A window: the welcome page, or one dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window.h"

#include <glib/gi18n.h>

#include "ui/about.h"
#include "ui/dialog-size.h"
#include "ui/history-dialog.h"
#include "ui/hold-off.h"
#include "ui/main-menu.h"
#include "ui/settings.h"
#include "ui/shortcuts-dialog.h"
#include "ui/window-private.h"

G_DEFINE_FINAL_TYPE (AkkWindow, akk_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Actions --- */

static void
undo (AkkWindow *self)
{
  g_autoptr (GError) error = NULL;

  akk_dossier_view_end_burst (self->view);
  if (akk_store_get_undo_step (self->store) != NULL && !akk_store_undo (self->store, &error))
    akk_window_tell (self, _ ("Not Undone"), error->message);
}

static void
redo (AkkWindow *self)
{
  g_autoptr (GError) error = NULL;

  akk_dossier_view_end_burst (self->view);
  if (akk_store_get_redo_step (self->store) != NULL && !akk_store_redo (self->store, &error))
    akk_window_tell (self, _ ("Not Done Again"), error->message);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  undo (AKK_WINDOW (widget));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  redo (AKK_WINDOW (widget));
}

/* An entry has its own undo. */
static gboolean
is_in_entry (AkkWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && GTK_IS_TEXT (focus);
}

/* The keys also take back what is being typed, before there is an action to undo; the buttons do
 * not show that, or they would flicker at each key. */
static gboolean
undo_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AkkWindow *self = AKK_WINDOW (widget);

  if (is_in_entry (self))
    return GDK_EVENT_PROPAGATE;
  if (self->dossier != NULL && !self->closing)
    undo (self);
  return GDK_EVENT_STOP;
}

static gboolean
redo_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AkkWindow *self = AKK_WINDOW (widget);

  if (is_in_entry (self))
    return GDK_EVENT_PROPAGATE;
  if (self->dossier != NULL && !self->closing)
    redo (self);
  return GDK_EVENT_STOP;
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkWindow *self = AKK_WINDOW (widget);

  akk_dossier_view_end_burst (self->view);
  adw_dialog_present (ADW_DIALOG (akk_history_dialog_new (self->store)), widget);
}

/* Parameter: a sentence about what was just done. After the next step it is not that any more. */
static void
offer_undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkWindow *self = AKK_WINDOW (widget);
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (self->store, "stepped", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

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

/* --- Callbacks --- */

static void
edit_failed_cb (AkkWindow *self, const char *message)
{
  akk_window_tell (self, _ ("Change Not Stored"), message);
}

static void
agreement_changed_cb (AkkWindow *self)
{
  g_set_object (&self->agreement, akk_dossier_view_get_agreement (self->view));
  akk_window_update_actions (self);
}

static void
recent_changed_cb (AkkWindow *self)
{
  g_auto (GStrv) paths = akk_settings_recent ();

  akk_welcome_page_set_recent (self->welcome, (const char *const *) paths);
}

/* --- Virtual functions --- */

static void
akk_window_dispose (GObject *object)
{
  AkkWindow *self = AKK_WINDOW (object);

  self->closed = TRUE;
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  akk_window_set_dossier (self, NULL);
  g_clear_pointer (&self->path, g_free);
  g_clear_error (&self->close_failure);
  G_OBJECT_CLASS (akk_window_parent_class)->dispose (object);
}

static void
akk_window_class_init (AkkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = akk_window_close_request;

  g_type_ensure (AKK_TYPE_MAIN_MENU);
  g_type_ensure (AKK_TYPE_WELCOME_PAGE);
  g_type_ensure (AKK_TYPE_DOSSIER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/akkoord/Akkoord/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AkkWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, AkkWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AkkWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, edit_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, agreement_changed_cb);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.offer-undo", "s", offer_undo_action);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  akk_window_install_file_actions (widget_class);
  akk_window_install_close_actions (widget_class);
  akk_window_install_print_actions (widget_class);
}

/* Keys that come before those of the widget that has the focus. */
static void
add_undo_keys (AkkWindow *self)
{
  static const struct {
    const char *trigger;
    GtkShortcutFunc callback;
  } keys[] = {
    { "<Control>z", undo_key_cb },
    { "<Control><Shift>z|<Control>y", redo_key_cb },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                          gtk_callback_action_new (keys[i].callback, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
akk_window_init (AkkWindow *self)
{
  GSettings *settings = akk_settings ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::recent-dossiers", G_CALLBACK (recent_changed_cb),
                           self, G_CONNECT_SWAPPED);
  akk_dialog_size_follow (ADW_APPLICATION_WINDOW (self));
  add_undo_keys (self);
  recent_changed_cb (self);
  akk_window_update_actions (self);
}

/* --- For the window's other files --- */

static void
forget_dossier (AkkWindow *self)
{
  if (self->dossier == NULL)
    return;
  akk_dossier_view_set_dossier (self->view, NULL);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_pointer (&self->title_binding, g_binding_unbind);
  g_clear_object (&self->info);
  g_clear_object (&self->store);
  g_clear_object (&self->dossier);
}

void
akk_window_set_dossier (AkkWindow *self, AkkDossier *dossier)
{
  g_autoptr (GListModel) infos = NULL;

  forget_dossier (self);
  if (dossier == NULL)
    return;
  self->dossier = g_object_ref (dossier);
  self->store = g_object_ref (akk_dossier_get_store (dossier));
  infos = akk_store_list (self->store, &akk_dossier_info_record, NULL, 0);
  self->info = g_list_model_get_item (infos, 0);
  if (self->info != NULL)
    self->title_binding =
        g_object_bind_property (self->info, "name", self, "title", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->store, "notify::undo-step",
                            G_CALLBACK (akk_window_update_actions), self);
  g_signal_connect_swapped (self->store, "notify::redo-step",
                            G_CALLBACK (akk_window_update_actions), self);
  akk_dossier_view_set_dossier (self->view, dossier);
  akk_window_update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "dossier");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
akk_window_update_actions (AkkWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->dossier != NULL && !self->closing;
  gboolean paper = open && self->agreement != NULL;

  gtk_widget_action_set_enabled (widget, "win.save-copy", open);
  gtk_widget_action_set_enabled (widget, "win.history", open);
  gtk_widget_action_set_enabled (widget, "win.resolve-failure", open);
  gtk_widget_action_set_enabled (widget, "win.export", paper);
  gtk_widget_action_set_enabled (widget, "win.export-large", paper);
  gtk_widget_action_set_enabled (widget, "win.print", paper);
  gtk_widget_action_set_enabled (widget, "win.handover", paper);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 open && akk_store_get_undo_step (self->store) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 open && akk_store_get_redo_step (self->store) != NULL);
}

void
akk_window_toast (AkkWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  akk_hold_off_toast (GTK_WINDOW (self), self->toasts, toast);
}

void
akk_window_tell (AkkWindow *self, const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  akk_hold_off_dialog (GTK_WINDOW (self), dialog);
}

/* --- Public --- */

AkkWindow *
akk_window_new (AkkApplication *application)
{
  return g_object_new (AKK_TYPE_WINDOW, "application", application, NULL);
}

const char *
akk_window_get_path (AkkWindow *self)
{
  g_return_val_if_fail (AKK_IS_WINDOW (self), NULL);

  return self->path;
}

AkkDossier *
akk_window_get_dossier (AkkWindow *self)
{
  g_return_val_if_fail (AKK_IS_WINDOW (self), NULL);

  return self->dossier;
}
