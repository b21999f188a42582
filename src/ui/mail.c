/* Opening a message in the mail program of the desktop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/mail.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <libportal-gtk4/portal-gtk4.h>
#include <libportal/portal.h>

#define PORTAL "org.freedesktop.portal.Desktop"

typedef struct {
  GtkWidget *widget; /* owned */
  GStrv addresses, attachments;
  char *subject, *text;
  AkkMailOpened opened;
} Message;

static void
message_free (Message *message)
{
  g_object_unref (message->widget);
  g_strfreev (message->addresses);
  g_strfreev (message->attachments);
  g_free (message->subject);
  g_free (message->text);
  g_free (message);
}

static void
end (Message *message, gboolean opened)
{
  if (message->opened != NULL && gtk_widget_get_root (message->widget) != NULL)
    message->opened (message->widget, opened);
  message_free (message);
}

static gboolean
takes_along (const Message *message)
{
  return message->attachments != NULL && message->attachments[0] != NULL;
}

static void
tell (Message *message)
{
  AdwDialog *alert = adw_alert_dialog_new (
      _ ("No Mail Program Opened"),
      takes_along (message)
          ? _ ("Copy the addresses and the text, save the calendar file, and put them into a new "
               "message of your mail program.")
          : _ ("Copy the text instead and paste it into a new message of your mail program."));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, message->widget);
}

/* --- A mailto address --- */

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean opened = gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error);

  if (!opened && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tell (data);
  end (data, opened);
}

static void
launch (Message *message)
{
  g_autofree char *joined = g_strjoinv (",", message->addresses);
  g_autofree char *to = g_uri_escape_string (joined, "@,", FALSE);
  g_autofree char *subject = g_uri_escape_string (message->subject, NULL, FALSE);
  g_autofree char *text = g_uri_escape_string (message->text, NULL, FALSE);
  g_autofree char *uri = g_strdup_printf ("mailto:%s?subject=%s&body=%s", to, subject, text);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (message->widget)), NULL,
                           launched_cb, message);
}

/* --- The portal --- */

static void
go_without_portal (Message *message)
{
  if (takes_along (message)) {
    tell (message);
    end (message, FALSE);
  } else {
    launch (message);
  }
}

static void
composed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Message *message = data;
  g_autoptr (GError) error = NULL;

  if (xdp_portal_compose_email_finish (XDP_PORTAL (source), result, &error))
    end (message, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end (message, FALSE);
  else
    go_without_portal (message);
}

static void
compose (Message *message)
{
  g_autoptr (XdpPortal) portal = xdp_portal_new ();
  XdpParent *parent = xdp_parent_new_gtk (GTK_WINDOW (gtk_widget_get_root (message->widget)));

  xdp_portal_compose_email (portal, parent, (const char *const *) message->addresses, NULL, NULL,
                            message->subject, message->text,
                            (const char *const *) message->attachments, XDP_EMAIL_FLAG_NONE, NULL,
                            composed_cb, message);
  xdp_parent_free (parent);
}

/* libportal takes for granted that there is a portal. */
static void
portal_started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Message *message = data;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (gtk_widget_get_root (message->widget) == NULL)
    end (message, FALSE);
  else if (reply != NULL)
    compose (message);
  else
    go_without_portal (message);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Message *message = data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL)
    g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                            "org.freedesktop.DBus", "StartServiceByName",
                            g_variant_new ("(su)", PORTAL, 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                            NULL, portal_started_cb, message);
  else if (gtk_widget_get_root (message->widget) == NULL)
    end (message, FALSE);
  else
    go_without_portal (message);
}

/* --- Public --- */

void
akk_mail_compose (GtkWidget *widget,
                  const char *const *addresses,
                  const char *subject,
                  const char *text,
                  const char *const *attachments,
                  AkkMailOpened opened)
{
  Message *message = g_new0 (Message, 1);

  message->widget = g_object_ref (widget);
  message->addresses = g_strdupv ((GStrv) addresses);
  message->attachments = g_strdupv ((GStrv) attachments);
  message->subject = g_strdup (subject);
  message->text = g_strdup (text);
  message->opened = opened;
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, message);
}

char *
akk_mail_path (const char *title, const char *suffix)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "akkoord", "mail", NULL);
  g_autofree char *name = g_strconcat (title, suffix, NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, g_strdelimit (name, "/\\:*?\"<>|", '-'), NULL);
}
