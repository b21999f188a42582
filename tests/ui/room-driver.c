/* Presses keys in the windows of a presented meeting, and reads what they show, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "room-driver.h"

GtkWindow *
room_window (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
      found = window;
  }
  return found;
}

/* --- Keys --- */

static gboolean
press_at (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean done = FALSE;

  for (guint i = 0; !done && i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
        gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &done);
  }
  return done;
}

static gboolean
press_down (GtkWidget *widget, guint key, GdkModifierType state)
{
  GtkWidget *parent = widget != NULL ? gtk_widget_get_parent (widget) : NULL;

  return (parent != NULL && press_down (parent, key, state)) ||
         (widget != NULL && press_at (widget, key, state));
}

void
room_press (GtkWindow *window, guint key, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };

  if (!press_down (focus != NULL ? focus : GTK_WIDGET (window), key, state) && state == 0 &&
      letter != 0 && g_unichar_isprint (letter)) {
    g_unichar_to_utf8 (letter, text);
    if (GTK_IS_TEXT_VIEW (focus))
      gtk_text_buffer_insert_interactive_at_cursor (
          gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), text, -1, TRUE);
    else if (GTK_IS_TEXT (focus))
      gtk_editable_insert_text (GTK_EDITABLE (focus), text, -1, &(int) { -1 });
    if (GTK_IS_TEXT (focus))
      gtk_editable_set_position (GTK_EDITABLE (focus), -1);
  }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
room_type (GtkWindow *window, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    room_press (window, gdk_unicode_to_keyval (g_utf8_get_char (text)), 0);
}

/* --- Words --- */

static void
read_widget (GtkWidget *widget, GString *words)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_TEXT_VIEW (widget)) {
    GtkTextIter start, end;
    g_autofree char *text = NULL;

    gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), &start, &end);
    text = gtk_text_iter_get_text (&start, &end);
    g_string_append_printf (words, "%s\n", text);
  }
  if (GTK_IS_PICTURE (widget) && gtk_picture_get_alternative_text (GTK_PICTURE (widget)) != NULL)
    g_string_append_printf (words, "%s\n", gtk_picture_get_alternative_text (GTK_PICTURE (widget)));
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append_printf (words, "%s\n", gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_widget (child, words);
}

char *
room_words (GtkWindow *window)
{
  GString *words = g_string_new (gtk_window_get_title (window));

  g_string_append_c (words, '\n');
  read_widget (GTK_WIDGET (window), words);
  return g_string_free (words, FALSE);
}

gboolean
room_says (GtkWindow *window, const char *words)
{
  g_autofree char *all = room_words (window);

  return strstr (all, words) != NULL;
}

void
room_expect (GtkWindow *window, const char *words)
{
  while (!room_says (window, words))
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, label);

    if (found != NULL)
      return found;
  }
  return NULL;
}

void
room_click (GtkWindow *window, const char *label)
{
  GtkWidget *button;

  while ((button = find_button (GTK_WIDGET (window), label)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (button, "clicked");
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
