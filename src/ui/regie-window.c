/* What the regisseur sees while a meeting is presented, and nobody else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/regie-window.h"

#include <glib/gi18n.h>

#include "ui/dossier-view.h"
#include "ui/meeting-words.h"
#include "ui/regie-clock.h"
#include "ui/regie-item.h"
#include "ui/room-monitor.h"
#include "ui/shortcuts-dialog.h"
#include "ui/show-keys.h"
#include "ui/state-glyph.h"

struct _AkkRegieWindow {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkMenuButton *screen_button;
  GtkToggleButton *blank_button;
  AdwOverlaySplitView *split;
  GtkListBox *items;
  AkkRegieItem *item_view;
  AdwBin *side;
  GtkBox *below;

  AkkShow *show;
  GtkWindow *dossier, *room; /* borrowed */
};

G_DEFINE_FINAL_TYPE (AkkRegieWindow, akk_regie_window, ADW_TYPE_WINDOW)

enum { LEAVE_WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char item_key[] = "akk-item";

/* --- The agenda --- */

static GtkWidget *
item_row_new (AkkRegieWindow *self, const AkkAgendaEntry *entry)
{
  gboolean current = entry == akk_show_get_entry (self->show);
  gint64 spent = akk_show_get_spent (self->show, entry->item), planned = entry->item->duration_min;
  gboolean done = !current && (spent > 0 || entry->item->state == AKK_ITEM_DONE);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (entry->item->title);
  g_autofree char *time =
      g_strdup_printf ("%d′", (int) (done && spent > 0 ? (spent + 30) / 60 : planned));
  GtkWidget *minutes = gtk_label_new (time);

  gtk_box_append (GTK_BOX (box), akk_state_glyph_new (current ? AKK_GLYPH_BUSY
                                                      : done  ? AKK_GLYPH_DONE
                                                              : AKK_GLYPH_OPEN));
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (title, entry->item->title);
  if (current)
    gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (minutes, "dim-label");
  gtk_widget_add_css_class (minutes, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), minutes);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), item_key,
                          g_memdup2 (&entry->item->record.id, sizeof (gint64)), g_free);
  return row;
}

static void
show_items (AkkRegieWindow *self)
{
  const AkkAgenda *agenda = akk_show_get_agenda (self->show);
  g_autofree char *when = akk_meeting_when (agenda->meeting);

  adw_window_title_set_subtitle (self->window_title, when);
  adw_window_title_set_title (self->window_title, agenda->body->name);
  gtk_list_box_remove_all (self->items);
  for (guint i = 0; i < agenda->entries->len; i++) {
    GtkWidget *row = item_row_new (self, agenda->entries->pdata[i]);

    gtk_list_box_append (self->items, row);
    if (agenda->entries->pdata[i] == akk_show_get_entry (self->show))
      gtk_list_box_select_row (self->items, GTK_LIST_BOX_ROW (row));
  }
}

static void
item_activated_cb (AkkRegieWindow *self, GtkListBoxRow *row)
{
  akk_show_go_to_item (self->show, *(gint64 *) g_object_get_data (G_OBJECT (row), item_key));
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

/* --- Monitors --- */

static void
show_on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkRegieWindow *self = AKK_REGIE_WINDOW (widget);
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (widget));
  int place = g_variant_get_int32 (parameter);
  g_autoptr (GdkMonitor) monitor =
      place >= 0 ? g_list_model_get_item (monitors, (guint) place) : NULL;

  akk_room_monitor_show (self->room, monitor);
}

static void
list_monitors (AkkRegieWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++) {
    g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
    const char *name = gdk_monitor_get_description (monitor);
    g_autofree char *label = name != NULL ? g_strdup_printf (_ ("Screen %u: %s"), i + 1, name)
                                          : g_strdup_printf (_ ("Screen %u"), i + 1);
    g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

    g_menu_item_set_action_and_target (item, "regie.show-on", "i", (int) i);
    g_menu_append_item (menu, item);
  }
  g_menu_append (menu, _ ("In a Window"), "regie.show-on(-1)");
  gtk_menu_button_set_menu_model (self->screen_button, G_MENU_MODEL (menu));
}

/* --- Actions --- */

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkRegieWindow *self = AKK_REGIE_WINDOW (widget);

  if (g_str_equal (name, "regie.back"))
    akk_show_back (self->show);
  else
    akk_show_forward (self->show);
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_regie_item_store_notes (AKK_REGIE_WINDOW (widget)->item_view);
  g_signal_emit (widget, signals[LEAVE_WANTED], 0);
}

static void
jot_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkRegieWindow *self = AKK_REGIE_WINDOW (widget);

  akk_show_jot (self->show, (AkkJotKind) g_variant_get_int32 (parameter));
  akk_regie_item_focus_line (self->item_view);
}

static GtkWidget *
find_view (GtkWidget *widget)
{
  GtkWidget *found = AKK_IS_DOSSIER_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

static void
look_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkRegieWindow *self = AKK_REGIE_WINDOW (widget);
  GtkWidget *view = find_view (GTK_WIDGET (self->dossier));
  const char *action;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &action, &id);
  if (view != NULL && gtk_widget_activate_action (view, action, "x", id))
    gtk_window_present (self->dossier);
}

static gboolean
close_cb (AkkRegieWindow *self)
{
  leave_action (GTK_WIDGET (self), "regie.leave", NULL);
  return TRUE;
}

static gboolean
key_cb (AkkRegieWindow *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (adw_window_get_visible_dialog (ADW_WINDOW (self)) != NULL)
    return FALSE;
  if (akk_regie_item_is_typing (self->item_view))
    return FALSE;
  /* Buttons and rows keep the key that presses them. */
  if (key == GDK_KEY_space && focus != NULL && focus != GTK_WIDGET (self))
    return FALSE;
  if (key == GDK_KEY_F1 || key == GDK_KEY_question) {
    adw_dialog_present (ADW_DIALOG (akk_shortcuts_dialog_new_presenting ()), GTK_WIDGET (self));
    return TRUE;
  }
  if (key == GDK_KEY_Escape) {
    leave_action (GTK_WIDGET (self), "regie.leave", NULL);
    return TRUE;
  }
  /* A row that goes would hand its focus on in the next frame, away from the line. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (!akk_show_key (self->show, key, state)) {
    gtk_window_set_focus (GTK_WINDOW (self), focus);
    return FALSE;
  }
  akk_regie_item_focus_line (self->item_view);
  return TRUE;
}

/* --- Virtual functions --- */

static void
akk_regie_window_dispose (GObject *object)
{
  AkkRegieWindow *self = AKK_REGIE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_REGIE_WINDOW);
  g_clear_object (&self->show);
  G_OBJECT_CLASS (akk_regie_window_parent_class)->dispose (object);
}

static void
akk_regie_window_class_init (AkkRegieWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = akk_regie_window_dispose;
  signals[LEAVE_WANTED] = g_signal_new ("leave-wanted", AKK_TYPE_REGIE_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (AKK_TYPE_REGIE_CLOCK);
  g_type_ensure (AKK_TYPE_REGIE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/regie-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkRegieWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieWindow, screen_button);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieWindow, blank_button);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieWindow, split);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieWindow, items);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieWindow, item_view);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieWindow, side);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieWindow, below);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
  gtk_widget_class_install_action (widget_class, "regie.back", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "regie.forward", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "regie.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "regie.jot", "i", jot_action);
  gtk_widget_class_install_action (widget_class, "regie.look-up", "(sx)", look_up_action);
  gtk_widget_class_install_action (widget_class, "regie.show-on", "i", show_on_action);
}

static void
akk_regie_window_init (AkkRegieWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self, "close-request", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
}

AkkRegieWindow *
akk_regie_window_new (AkkShow *show, GtkWindow *dossier, GtkWindow *room)
{
  AkkRegieWindow *self = g_object_new (AKK_TYPE_REGIE_WINDOW, NULL);

  self->show = g_object_ref (show);
  self->dossier = dossier;
  self->room = room;
  akk_regie_item_set_show (self->item_view, show);
  akk_regie_clock_set_show (AKK_REGIE_CLOCK (adw_bin_get_child (self->side)), show);
  akk_regie_clock_set_show (AKK_REGIE_CLOCK (gtk_widget_get_first_child (GTK_WIDGET (self->below))),
                            show);
  g_object_bind_property (show, "blank", self->blank_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (show, "changed", G_CALLBACK (show_items), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "notify::position", G_CALLBACK (show_items), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))),
                           "items-changed", G_CALLBACK (list_monitors), self, G_CONNECT_SWAPPED);
  list_monitors (self);
  show_items (self);
  return self;
}
