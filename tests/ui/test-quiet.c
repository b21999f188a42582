/* The desktop is asked to be quiet, and told when it need no longer be.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/quiet.h"

static const char interface[] =
    "<node><interface name='org.freedesktop.Notifications'>"
    "<method name='Inhibit'><arg direction='in' type='s'/><arg direction='in' type='s'/>"
    "<arg direction='in' type='a{sv}'/><arg direction='out' type='u'/></method>"
    "<method name='UnInhibit'><arg direction='in' type='u'/></method></interface></node>";

typedef struct {
  GDBusConnection *bus;
  guint object, name;
  gboolean owned;
  GString *calls;
} Desktop;

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface_name,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  Desktop *self = data;

  if (g_str_equal (method, "Inhibit")) {
    const char *program, *reason;

    g_variant_get (parameters, "(&s&s@a{sv})", &program, &reason, NULL);
    g_string_append_printf (self->calls, "Inhibit %s %s;", program, reason);
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 7));
  } else {
    guint32 cookie;

    g_variant_get (parameters, "(u)", &cookie);
    g_string_append_printf (self->calls, "UnInhibit %u;", cookie);
    g_dbus_method_invocation_return_value (invocation, NULL);
  }
}

static void
owned_cb (GDBusConnection *connection, const char *name, gpointer data)
{
  ((Desktop *) data)->owned = TRUE;
}

static void
wait_for (Desktop *self, const char *calls)
{
  while (!g_str_equal (self->calls->str, calls))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Desktop *self, gconstpointer data)
{
  static const GDBusInterfaceVTable table = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, NULL);
  g_autoptr (GError) error = NULL;

  self->calls = g_string_new (NULL);
  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->object = g_dbus_connection_register_object (
      self->bus, "/org/freedesktop/Notifications", node->interfaces[0], &table, self, NULL, &error);
  g_assert_no_error (error);
  self->name = g_bus_own_name_on_connection (self->bus, "org.freedesktop.Notifications", 0,
                                             owned_cb, NULL, self, NULL);
  while (!self->owned)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Desktop *self, gconstpointer data)
{
  g_bus_unown_name (self->name);
  g_dbus_connection_unregister_object (self->bus, self->object);
  g_object_unref (self->bus);
  g_string_free (self->calls, TRUE);
}

static void
test_quiet (Desktop *self, gconstpointer data)
{
  AkkQuiet *quiet = akk_quiet_begin (self->bus, "Overleg");

  wait_for (self, "Inhibit be.akkoord.Akkoord Overleg;");
  for (guint i = 0; i < 20; i++) /* until the answer is there */
    g_main_context_iteration (NULL, FALSE);
  akk_quiet_end (quiet);
  wait_for (self, "Inhibit be.akkoord.Akkoord Overleg;UnInhibit 7;");
}

static void
test_soon_over (Desktop *self, gconstpointer data)
{
  akk_quiet_end (akk_quiet_begin (self->bus, "Overleg"));
  wait_for (self, "Inhibit be.akkoord.Akkoord Overleg;UnInhibit 7;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/quiet/the-desktop-is-asked-and-told-when-it-is-over", Desktop, NULL, set_up,
              test_quiet, tear_down);
  g_test_add ("/quiet/an-answer-that-comes-too-late-is-taken-back", Desktop, NULL, set_up,
              test_soon_over, tear_down);
  return g_test_run ();
}
