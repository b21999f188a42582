/* Asks the desktop to hold off the notifications of other programs while a meeting is presented.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/quiet.h"

#define SERVICE "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

struct _AkkQuiet {
  GDBusConnection *connection;
  guint32 cookie;
  gboolean asked, granted, ended;
};

static void
quiet_free (AkkQuiet *self)
{
  if (self->granted)
    g_dbus_connection_call (self->connection, SERVICE, PATH, SERVICE, "UnInhibit",
                            g_variant_new ("(u)", self->cookie), NULL,
                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  g_object_unref (self->connection);
  g_free (self);
}

/* The presentation may be over before the desktop answers. */
static void
answered_cb (GObject *connection, GAsyncResult *result, gpointer data)
{
  AkkQuiet *self = data;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (connection), result, NULL);

  self->asked = FALSE;
  self->granted = answer != NULL;
  if (answer != NULL)
    g_variant_get (answer, "(u)", &self->cookie);
  if (self->ended)
    quiet_free (self);
}

AkkQuiet *
akk_quiet_begin (GDBusConnection *connection, const char *reason)
{
  AkkQuiet *self = g_new0 (AkkQuiet, 1);

  self->connection = g_object_ref (connection);
  self->asked = TRUE;
  g_dbus_connection_call (connection, SERVICE, PATH, SERVICE, "Inhibit",
                          g_variant_new ("(ssa{sv})", APP_ID, reason, NULL), G_VARIANT_TYPE ("(u)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, answered_cb, self);
  return self;
}

void
akk_quiet_end (AkkQuiet *self)
{
  self->ended = TRUE;
  if (!self->asked)
    quiet_free (self);
}
