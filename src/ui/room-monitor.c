/* On which monitor the room is shown, also when monitors come and go.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/room-monitor.h"

/* Of the window of the room. */
typedef struct {
  GtkWindow *room, *beside; /* borrowed */
  GListModel *monitors;
  GdkMonitor *monitor; /* on which it was put; NULL: it is a window */
  gboolean lost; /* it became a window because its monitor went */
} Place;

static const char place_key[] = "akk-room-place";

static void
place_free (gpointer data)
{
  Place *self = data;

  g_clear_object (&self->monitor);
  g_free (self);
}

static Place *
place_of (GtkWindow *room)
{
  Place *place = g_object_get_data (G_OBJECT (room), place_key);

  if (place == NULL) {
    place = g_new0 (Place, 1);
    place->room = room;
    g_object_set_data_full (G_OBJECT (room), place_key, place, place_free);
  }
  return place;
}

static gboolean
holds (GListModel *monitors, gpointer monitor)
{
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++) {
    g_autoptr (GObject) one = g_list_model_get_item (monitors, i);

    if (one == monitor)
      return TRUE;
  }
  return FALSE;
}

gpointer
akk_room_monitor_choose (GListModel *monitors, gpointer own, gpointer wanted)
{
  if (wanted != NULL && holds (monitors, wanted))
    return wanted;
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++) {
    g_autoptr (GObject) one = g_list_model_get_item (monitors, i);

    if (one != own)
      return one; /* the list keeps it */
  }
  return NULL;
}

static void
changed_cb (GtkWindow *room)
{
  Place *place = place_of (room);
  gpointer monitor;

  if (place->monitor == NULL && !place->lost)
    return; /* it was to be a window */
  monitor = akk_room_monitor_choose (place->monitors, akk_room_monitor_of (place->beside),
                                     place->monitor);
  if (monitor == (gpointer) place->monitor)
    return;
  akk_room_monitor_show (room, monitor);
  place->lost = monitor == NULL;
  gtk_window_present (place->beside);
}

void
akk_room_monitor_show (GtkWindow *room, GdkMonitor *monitor)
{
  Place *place = place_of (room);

  g_set_object (&place->monitor, monitor);
  place->lost = FALSE;
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (room, monitor);
  else
    gtk_window_unfullscreen (room);
}

void
akk_room_monitor_follow (GtkWindow *room, GtkWindow *beside)
{
  Place *place = place_of (room);

  place->beside = beside;
  place->monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (room)));
  g_signal_connect_object (place->monitors, "items-changed", G_CALLBACK (changed_cb), room,
                           G_CONNECT_SWAPPED);
}

GdkMonitor *
akk_room_monitor_of (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface != NULL ? gdk_display_get_monitor_at_surface (
                               gtk_widget_get_display (GTK_WIDGET (window)), surface)
                         : NULL;
}
