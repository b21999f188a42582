/* Presents a meeting: opens the windows that it takes, and closes them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/present.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "ui/day.h"
#include "ui/hold-off.h"
#include "ui/quiet.h"
#include "ui/regie-window.h"
#include "ui/room-monitor.h"
#include "ui/room-window.h"

/* What is open while a meeting is presented; belongs to the window of the dossier. */
typedef struct {
  AkkShow *show;
  GtkWindow *dossier; /* borrowed */
  AkkRoomWindow *room;
  AkkRegieWindow *regie; /* NULL: one screen */
  guint inhibit_cookie;
  AkkQuiet *quiet; /* NULL: there is no session bus */
} Presenting;

static const char presenting_key[] = "akk-presenting";

static void
presenting_free (gpointer data)
{
  Presenting *self = data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->room));

  if (self->inhibit_cookie != 0 && application != NULL)
    gtk_application_uninhibit (application, self->inhibit_cookie);
  g_clear_pointer (&self->quiet, akk_quiet_end);
  g_signal_handlers_disconnect_by_data (self->show, self);
  gtk_window_destroy (GTK_WINDOW (self->room));
  if (self->regie != NULL)
    gtk_window_destroy (GTK_WINDOW (self->regie));
  g_object_unref (self->show);
  g_free (self);
}

/* --- The end --- */

static void
ended_cb (Presenting *self)
{
  GtkWindow *dossier = self->dossier;

  g_object_set_data (G_OBJECT (dossier), presenting_key, NULL);
  gtk_window_present (dossier);
  akk_hold_off_end (dossier);
}

static void
leave_response_cb (Presenting *self, const char *response)
{
  gint64 today = akk_store_today (akk_show_get_store (self->show));
  gint64 date = akk_show_get_agenda (self->show)->meeting->date;

  if (g_str_equal (response, "later"))
    akk_show_end (self->show, AKK_NO_DATE);
  else if (g_str_equal (response, "held"))
    akk_show_end (self->show, MIN (date, today));
}

static void
leave_wanted_cb (Presenting *self, GtkWindow *window)
{
  const AkkMeeting *meeting = akk_show_get_agenda (self->show)->meeting;
  gint64 today = akk_store_today (akk_show_get_store (self->show));
  g_autofree char *day = akk_day_long (today);
  g_autofree char *body = NULL;
  AdwAlertDialog *alert;

  if (akk_meeting_held (meeting)) {
    akk_show_end (self->show, AKK_NO_DATE);
    return;
  }
  akk_show_end_jot (self->show);
  body = meeting->date > today
             ? g_strdup_printf (_ ("If it was held today, its date becomes %s. Otherwise the "
                                   "presentation goes on at this item the next time."),
                                day)
             : g_strdup (_ ("If it was, its draft decisions count as taken. Otherwise the "
                            "presentation goes on at this item the next time."));
  alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Is the Meeting Over?"), body));
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Back"), "later", _ ("_Go On Later"), "held",
                                  _ ("_Meeting Was Held"), NULL);
  adw_alert_dialog_set_default_response (alert, "later");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_swapped (alert, "response", G_CALLBACK (leave_response_cb), self);
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (window));
}

static void
failed_cb (Presenting *self, const char *message)
{
  GtkWindow *window = self->regie != NULL ? GTK_WINDOW (self->regie) : GTK_WINDOW (self->room);
  AdwDialog *alert = adw_alert_dialog_new (_ ("Not Stored"), message);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"), NULL);
  adw_dialog_present (alert, GTK_WIDGET (window));
}

/* --- Windows --- */

static void
open_regie (Presenting *self)
{
  self->regie = akk_regie_window_new (self->show, self->dossier, GTK_WINDOW (self->room));
  gtk_window_set_application (GTK_WINDOW (self->regie), gtk_window_get_application (self->dossier));
  g_signal_connect_swapped (self->regie, "leave-wanted", G_CALLBACK (leave_wanted_cb), self);
  gtk_window_present (GTK_WINDOW (self->regie));
  akk_room_monitor_follow (GTK_WINDOW (self->room), GTK_WINDOW (self->regie));
}

static void
open_windows (Presenting *self, AkkPresentWay way)
{
  GListModel *monitors =
      gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self->dossier)));
  GdkMonitor *monitor =
      akk_room_monitor_choose (monitors, akk_room_monitor_of (self->dossier), NULL);

  if (way == AKK_PRESENT_SCREEN && monitor != NULL)
    akk_room_monitor_show (GTK_WINDOW (self->room), monitor);
  else if (way == AKK_PRESENT_SCREEN)
    gtk_window_fullscreen (GTK_WINDOW (self->room));
  gtk_window_present (GTK_WINDOW (self->room));
  if (way == AKK_PRESENT_WINDOW || monitor != NULL)
    open_regie (self);
}

void
akk_present_meeting (GtkWidget *widget, AkkStore *store, AkkMeeting *meeting, AkkPresentWay way)
{
  GtkWindow *dossier = GTK_WINDOW (gtk_widget_get_root (widget));
  Presenting *self = g_object_get_data (G_OBJECT (dossier), presenting_key);
  GtkApplication *application = gtk_window_get_application (dossier);

  if (self != NULL && akk_show_get_agenda (self->show)->meeting == meeting) {
    gtk_window_present (GTK_WINDOW (self->room));
    return;
  }
  if (self != NULL)
    akk_show_end (self->show, AKK_NO_DATE);
  self = g_new0 (Presenting, 1);
  self->dossier = dossier;
  self->show = akk_show_new (store, meeting);
  self->room = akk_room_window_new (self->show);
  gtk_window_set_application (GTK_WINDOW (self->room), application);
  g_signal_connect_swapped (self->show, "ended", G_CALLBACK (ended_cb), self);
  g_signal_connect_swapped (self->show, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->room, "leave-wanted", G_CALLBACK (leave_wanted_cb), self);
  g_object_set_data_full (G_OBJECT (dossier), presenting_key, self, presenting_free);
  akk_hold_off_begin (dossier);
  if (application != NULL)
    self->inhibit_cookie =
        gtk_application_inhibit (application, GTK_WINDOW (self->room),
                                 GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                 _ ("A meeting is presented"));
  if (application != NULL &&
      g_application_get_dbus_connection (G_APPLICATION (application)) != NULL)
    self->quiet = akk_quiet_begin (g_application_get_dbus_connection (G_APPLICATION (application)),
                                   _ ("A meeting is presented"));
  open_windows (self, way);
}
