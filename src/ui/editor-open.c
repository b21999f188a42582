/* What clicks and Enter open in the editor: fields, note marks and links; and its context menu.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

#include "core/text-notes.h"

/* --- Opening --- */

static gboolean
has_field (const AkkLine *line, const char *field)
{
  for (guint i = 0; i < line->n_runs; i++)
    if (line->runs[i].field != NULL && g_str_equal (line->runs[i].field, field))
      return TRUE;
  return FALSE;
}

/* To the section or the caption that a reference is about. */
static void
go_to_target (AkkEditor *self, gint64 id)
{
  g_autofree char *caption = g_strdup_printf ("caption:%" G_GINT64_FORMAT, id);
  const AkkText *text = akk_editor_get_text (self);

  for (guint i = 0; i < text->n_lines; i++)
    if (has_field (text->lines[i], caption)) {
      akk_editor_go_to_line (self, i);
      return;
    }
  akk_editor_go_to_section (self, id);
}

static void
open_atom (AkkEditor *self, guint line, const AkkRun *atom)
{
  /* From a cell it goes elsewhere in the text. */
  AkkEditor *whole = self->owner != NULL ? self->owner : self;

  if (whole != self)
    line = akk_editor_get_line (whole);
  if (atom->note != NULL) {
    guint note = akk_text_find_note (akk_editor_get_text (whole), line, atom->note);

    if (note != G_MAXUINT)
      akk_editor_place_caret (whole, note, 0);
  } else if (atom->field != NULL && g_str_has_prefix (atom->field, "ref:")) {
    go_to_target (whole, g_ascii_strtoll (atom->field + strlen ("ref:"), NULL, 10));
  } else if (atom->field != NULL) {
    g_signal_emit_by_name (self, "field-activated", atom->field);
  } else if (self->owner == NULL) {
    akk_editor_place_caret (self, line, 0);
    g_signal_emit_by_name (self, "figure-activated");
  }
}

/* The atom that is selected, and nothing else. */
static const AkkRun *
selected_atom (AkkEditor *self, GtkTextIter *start)
{
  GtkTextIter end, stop;
  GtkTextMark *atom;

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, start, &end))
    return NULL;
  atom = akk_editor_atom_from (start);
  if (atom == NULL)
    return NULL;
  stop = *start;
  akk_editor_to_atom_end (&stop);
  return gtk_text_iter_equal (&stop, &end) ? akk_editor_atom_run (atom) : NULL;
}

const AkkRun *
akk_editor_selected_atom (AkkEditor *self)
{
  GtkTextIter start;

  return selected_atom (self, &start);
}

gboolean
akk_editor_open_selected (AkkEditor *self)
{
  GtkTextIter start;
  const AkkRun *atom = selected_atom (self, &start);

  if (atom == NULL)
    return FALSE;
  open_atom (self, (guint) gtk_text_iter_get_line (&start), atom);
  return TRUE;
}

gboolean
akk_editor_follow (AkkEditor *self)
{
  AkkEditor *target;
  GtkTextIter iter;

  g_return_val_if_fail (AKK_IS_EDITOR (self), FALSE);

  target = akk_editor_target (self);
  gtk_text_buffer_get_iter_at_mark (target->buffer, &iter,
                                    gtk_text_buffer_get_insert (target->buffer));
  /* It may stand before the caret, or after. */
  for (guint i = 0; i < 2; i++) {
    GtkTextMark *mark = akk_editor_atom_at (&iter);
    const AkkRun *atom = mark != NULL ? akk_editor_atom_run (mark) : NULL;

    if (atom != NULL &&
        (atom->note != NULL || (atom->field != NULL && g_str_has_prefix (atom->field, "ref:")))) {
      open_atom (target, (guint) gtk_text_iter_get_line (&iter), atom);
      return TRUE;
    }
    if (gtk_text_iter_starts_line (&iter))
      break;
    gtk_text_iter_backward_char (&iter);
  }
  return FALSE;
}

static const char *
link_at (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (akk_editor_tag_href (l->data) != NULL)
      return akk_editor_tag_href (l->data);
  return NULL;
}

static gboolean
iter_at (AkkEditor *self, double x, double y, GtkTextIter *iter)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x,
                                         (int) y, &buffer_x, &buffer_y);
  return gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), iter, buffer_x, buffer_y);
}

/* A click takes the figure, so that it can be removed or moved; the second one opens it. */
static gboolean
press_figure (AkkEditor *self, int n_press, double x, double y)
{
  GtkTextIter start, end;

  if (!akk_editor_picture_at (self, x, y, &start, &end)) {
    GtkTextMark *atom = iter_at (self, x, y, &start) ? akk_editor_atom_at (&start) : NULL;

    if (atom == NULL || akk_editor_atom_run (atom)->alt == NULL)
      return FALSE;
    akk_editor_to_atom_start (&start);
    end = start;
    akk_editor_to_atom_end (&end);
  }
  gtk_text_buffer_select_range (self->buffer, &end, &start);
  if (n_press == 2)
    akk_editor_open_selected (self);
  return TRUE;
}

/* A click that is no drag opens a field or a mark; with Ctrl it opens a link. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, AkkEditor *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkTextIter iter;
  GtkTextMark *atom;
  GtkTextIter start;

  if (akk_editor_tables_contain (self, x, y))
    return;
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) == 0 &&
      press_figure (self, n_press, x, y))
    return;
  if (n_press != 1 || !iter_at (self, x, y, &iter))
    return;
  if (state & GDK_CONTROL_MASK) {
    if (link_at (&iter) != NULL)
      g_signal_emit_by_name (self, "link-activated", link_at (&iter));
    return;
  }
  atom = akk_editor_atom_at (&iter);
  if (atom == NULL || state & (GDK_SHIFT_MASK | GDK_ALT_MASK) ||
      gtk_text_buffer_get_has_selection (self->buffer))
    return;
  start = iter;
  open_atom (self, (guint) gtk_text_iter_get_line (&start), akk_editor_atom_run (atom));
}

/* --- The context menu --- */

static GMenu *
menu_for_caret (AkkEditor *self)
{
  GMenu *menu = g_menu_new ();
  GtkTextIter start;
  gboolean edited = FALSE;

  if (selected_atom (self, &start) != NULL && selected_atom (self, &start)->field != NULL)
    g_menu_append (menu, _ ("Go to _Source"), "editor.open");
  if (selected_atom (self, &start) != NULL && selected_atom (self, &start)->alt != NULL)
    g_menu_append (menu, _ ("_Edit Figure…"), "editor.open");
  if (akk_editor_get_link (self, NULL) != NULL) {
    g_menu_append (menu, _ ("_Open Link"), "editor.open-link");
    g_menu_append (menu, _ ("_Edit Link…"), "editor.insert-link");
    g_menu_append (menu, _ ("_Remove Link"), "editor.remove-link");
  }
  if (akk_editor_get_clause (self, &edited) != NULL)
    g_menu_append (menu, edited ? _ ("_Restore Clause") : _ ("_Edit as Text"),
                   edited ? "editor.restore-clause" : "editor.edit-clause");
  return menu;
}

static GMenuModel *
build_menu (AkkEditor *self)
{
  g_autoptr (GMenu) here = menu_for_caret (self);
  g_autoptr (GMenu) changes = g_menu_new ();
  g_autoptr (GMenu) clipboard = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_signal_emit_by_name (self, "menu-wanted", here);
  g_menu_append (changes, _ ("_Undo"), "win.undo");
  g_menu_append (changes, _ ("_Redo"), "win.redo");
  g_menu_append (clipboard, _ ("Cu_t"), "clipboard.cut");
  g_menu_append (clipboard, _ ("_Copy"), "clipboard.copy");
  g_menu_append (clipboard, _ ("_Paste"), "clipboard.paste");
  g_menu_append (all, _ ("Select _All"), "selection.select-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (here));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clipboard));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

static void
pop_up (AkkEditor *self, const GdkRectangle *area)
{
  g_autoptr (GMenuModel) menu = build_menu (self);

  if (self->menu == NULL) {
    self->menu = gtk_popover_menu_new_from_model (menu);
    gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
    gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  } else {
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
akk_editor_get_caret_area (AkkEditor *self, GdkRectangle *area)
{
  GtkTextIter iter;
  AkkEditor *target;
  graphene_point_t point;

  g_return_if_fail (AKK_IS_EDITOR (self));
  target = akk_editor_target (self);
  gtk_text_buffer_get_iter_at_mark (target->buffer, &iter,
                                    gtk_text_buffer_get_insert (target->buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (target), &iter, area);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (target), GTK_TEXT_WINDOW_WIDGET, area->x,
                                         area->y, &area->x, &area->y);
  point = GRAPHENE_POINT_INIT ((float) area->x, (float) area->y);
  if (target != self &&
      gtk_widget_compute_point (GTK_WIDGET (target), GTK_WIDGET (self), &point, &point)) {
    area->x = (int) point.x;
    area->y = (int) point.y;
  }
  area->width = MAX (area->width, 1);
}

static void
menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AkkEditor *self = AKK_EDITOR (widget);
  GdkRectangle area;

  akk_editor_get_caret_area (self, &area);
  pop_up (self, &area);
}

/* Who clicks outside the selection means what is there. */
static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, AkkEditor *self)
{
  GdkRectangle area = { (int) x, (int) y, 1, 1 };
  GtkTextIter iter, start, end;

  if (akk_editor_tables_contain (self, x, y)) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  iter_at (self, x, y, &iter);
  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  if (!gtk_text_iter_in_range (&iter, &start, &end)) {
    start = end = iter;
    gtk_text_buffer_place_cursor (self->buffer, &iter);
    if (akk_editor_to_atom_start (&start) && akk_editor_to_atom_end (&end))
      gtk_text_buffer_select_range (self->buffer, &end, &start);
  }
  pop_up (self, &area);
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AkkEditor *self = AKK_EDITOR (widget);
  const char *href = akk_editor_get_link (self, NULL);

  if (g_str_equal (action, "editor.open"))
    akk_editor_open_selected (self);
  else if (href != NULL)
    g_signal_emit_by_name (self, "link-activated", href);
}

void
akk_editor_install_menu (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "menu.popup", NULL, menu_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "menu.popup", NULL);
  gtk_widget_class_install_action (klass, "editor.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "editor.open-link", NULL, open_action);
}

void
akk_editor_open_init (AkkEditor *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *primary = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  g_signal_connect (secondary, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (primary), GTK_PHASE_CAPTURE);
  g_signal_connect (primary, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (primary));
}
