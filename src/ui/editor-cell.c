/* A cell of a table in the editor: it draws its text, or holds the editor that writes it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-cell-text.h"
#include "ui/editor-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define RING 2
/* The buffer of an editor ends in an empty line: room for it, outside what is seen. */
#define SENTINEL_EM 3

struct _AkkEditorCell {
  GtkWidget parent_instance;

  AkkEditor *owner;
  AkkLine *line;
  guint row, column;
  guint8 side;
  AkkCellText text;
  AkkEditor *editor;
};

G_DEFINE_FINAL_TYPE (AkkEditorCell, akk_editor_cell, GTK_TYPE_WIDGET)

/* --- Text --- */

static AkkEditorTable *
table_of (AkkEditorCell *self)
{
  return AKK_EDITOR_TABLE (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
show_text (AkkEditorCell *self)
{
  akk_cell_text_set (&self->text, GTK_WIDGET (self), akk_editor_table_section (table_of (self)),
                     self->line, self->row == 0, (char) self->side);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  pango_layout_get_text (self->text.layout), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
akk_editor_cell_name (guint row, guint column)
{
  /* Translators: a cell of the header row of a table, as a screen reader says it. */
  return row == 0 ? g_strdup_printf (_ ("Header, column %u"), column + 1)
                  /* Translators: a cell of a table; the row below the header is row 2. */
                  : g_strdup_printf (_ ("Row %u, column %u"), row + 1, column + 1);
}

static void
name_accessible (AkkEditorCell *self, GtkAccessible *accessible)
{
  g_autofree char *name = akk_editor_cell_name (self->row, self->column);

  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_in_editor (AkkEditorCell *self)
{
  g_autoptr (AkkText) text = akk_text_new (&self->line, 1);
  AkkText *shown = akk_editor_get_text (self->editor);

  gtk_text_view_set_justification (GTK_TEXT_VIEW (self->editor),
                                   self->side == 'c'   ? GTK_JUSTIFY_CENTER
                                   : self->side == 'r' ? GTK_JUSTIFY_RIGHT
                                                       : GTK_JUSTIFY_LEFT);
  if (shown->n_lines != 1 || !akk_line_equal (shown->lines[0], self->line))
    akk_editor_set_text (self->editor, text);
}

/* --- Callbacks --- */

static void
edited_cb (AkkEditor *editor, AkkEditorCell *self)
{
  akk_editor_tables_take_cell (self->owner, self);
}

static void
burst_cb (AkkEditor *editor, const char *label, AkkEditorCell *self)
{
  g_signal_emit_by_name (self->owner, "burst", label);
}

/* The page listens to the text as a whole. */
static void
pass_on_cb (GClosure *closure,
            GValue *result,
            guint n_values,
            const GValue *values,
            gpointer hint,
            gpointer data)
{
  const GSignalInvocationHint *invocation = hint;
  AkkEditor *owner = closure->data;

  if (n_values > 1)
    g_signal_emit (owner, invocation->signal_id, 0, g_value_get_string (&values[1]));
  else
    g_signal_emit (owner, invocation->signal_id, 0);
}

static void
pass_on (AkkEditorCell *self)
{
  static const char *const signals[] = { "field-wanted", "reference-wanted", "link-wanted",
                                         "field-activated", "link-activated" };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++) {
    GClosure *closure = g_closure_new_simple (sizeof (GClosure), self->owner);

    g_closure_set_marshal (closure, pass_on_cb);
    g_signal_connect_closure (self->editor, signals[i], closure, FALSE);
  }
}

static void
menu_wanted_cb (AkkEditor *editor, GMenu *menu, AkkEditorCell *self)
{
  akk_editor_table_update_actions (table_of (self));
  g_menu_append_section (menu, NULL, akk_editor_table_menu ());
}

static void
caret_at_point (AkkEditorCell *self, double x, double y, gboolean extend)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor);
  GtkTextBuffer *buffer = self->editor->buffer;
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  GtkTextIter iter;
  int bx, by;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (view), &point, &point))
    return;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) point.x, (int) point.y,
                                         &bx, &by);
  gtk_text_view_get_iter_at_location (view, &iter, bx, by);
  if (extend)
    gtk_text_buffer_move_mark (buffer, gtk_text_buffer_get_insert (buffer), &iter);
  else
    gtk_text_buffer_place_cursor (buffer, &iter);
}

/* The first click; later ones are the editor's. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, AkkEditorCell *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  AkkEditorTable *table = table_of (self);

  if (self->editor != NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  akk_editor_tables_enter (self->owner, table, self->row, self->column, FALSE);
  if (self->editor == NULL)
    return;
  caret_at_point (self, x, y, FALSE);
  if (button == GDK_BUTTON_SECONDARY)
    gtk_widget_activate_action (GTK_WIDGET (self->editor), "menu.popup", NULL);
}

static void
moved_cb (GtkGestureClick *gesture, GdkEventSequence *sequence, AkkEditorCell *self)
{
  double x, y;

  if (self->editor != NULL && gtk_gesture_get_point (GTK_GESTURE (gesture), sequence, &x, &y) &&
      gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY)
    caret_at_point (self, x, y, TRUE);
}

/* --- Widget --- */

static void
draw_ring (AkkEditorCell *self, GtkSnapshot *snapshot)
{
  g_autoptr (GdkRGBA) accent =
      adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  float width[4] = { RING, RING, RING, RING };
  const GdkRGBA colors[4] = { *accent, *accent, *accent, *accent };
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (
      &ring,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                           (float) gtk_widget_get_height (GTK_WIDGET (self))),
      0);
  gtk_snapshot_append_border (snapshot, &ring, width, colors);
}

static void
akk_editor_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkEditorCell *self = AKK_EDITOR_CELL (widget);
  AkkMatch place = { .cell = (int) akk_editor_cell_get_index (self) };
  GdkRGBA ink;

  if (self->editor != NULL) {
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->editor), snapshot);
    draw_ring (self, snapshot);
    return;
  }
  place.line = akk_editor_tables_position (self->owner, table_of (self));
  gtk_widget_get_color (widget, &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) akk_editor_table_padding_x (self->owner),
                                                (float) akk_editor_table_padding_y (self->owner)));
  akk_cell_text_draw (&self->text, snapshot, &place, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
akk_editor_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AkkEditorCell *self = AKK_EDITOR_CELL (widget);
  int x = akk_editor_table_padding_x (self->owner), y = akk_editor_table_padding_y (self->owner);
  GtkAllocation place = { x, y, MAX (width - 2 * x, 1),
                          height - 2 * y + (int) (SENTINEL_EM * self->owner->em) };

  if (self->editor == NULL)
    return;
  gtk_widget_get_preferred_size (GTK_WIDGET (self->editor), NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->editor), &place, -1);
}

/* The table knows the sizes of its cells. */
static void
akk_editor_cell_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
akk_editor_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  AkkEditorCell *self = AKK_EDITOR_CELL (widget);

  GTK_WIDGET_CLASS (akk_editor_cell_parent_class)->css_changed (widget, change);
  if (self->text.layout != NULL)
    pango_layout_context_changed (self->text.layout);
}

static gboolean
akk_editor_cell_grab_focus (GtkWidget *widget)
{
  AkkEditorCell *self = AKK_EDITOR_CELL (widget);

  akk_editor_tables_enter (self->owner, table_of (self), self->row, self->column, FALSE);
  return TRUE;
}

static void
akk_editor_cell_dispose (GObject *object)
{
  AkkEditorCell *self = AKK_EDITOR_CELL (object);

  akk_editor_cell_close (self);
  akk_cell_text_clear (&self->text);
  g_clear_pointer (&self->line, akk_line_unref);
  G_OBJECT_CLASS (akk_editor_cell_parent_class)->dispose (object);
}

static void
akk_editor_cell_class_init (AkkEditorCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = akk_editor_cell_dispose;
  widget_class->snapshot = akk_editor_cell_snapshot;
  widget_class->measure = akk_editor_cell_measure;
  widget_class->size_allocate = akk_editor_cell_size_allocate;
  widget_class->css_changed = akk_editor_cell_css_changed;
  widget_class->grab_focus = akk_editor_cell_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CELL);
}

static void
akk_editor_cell_init (AkkEditorCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "update", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* --- For the table --- */

AkkEditorCell *
akk_editor_cell_new (AkkEditor *owner)
{
  AkkEditorCell *self = g_object_new (AKK_TYPE_EDITOR_CELL, NULL);

  self->owner = owner;
  akk_cell_text_init (&self->text, owner);
  return self;
}

void
akk_editor_cell_set (AkkEditorCell *self, AkkLine *line, guint row, guint column, guint8 side)
{
  gboolean named = self->line == NULL || self->row != row || self->column != column;

  if (!named && self->side == side && akk_line_equal (self->line, line))
    return;
  self->row = row;
  self->column = column;
  self->side = side;
  akk_line_ref (line);
  g_clear_pointer (&self->line, akk_line_unref);
  self->line = line;
  show_text (self);
  if (named)
    name_accessible (self, GTK_ACCESSIBLE (self));
  if (self->editor == NULL)
    return;
  if (named)
    name_accessible (self, GTK_ACCESSIBLE (self->editor));
  show_in_editor (self);
}

void
akk_editor_cell_refresh (AkkEditorCell *self)
{
  show_text (self);
  if (self->editor != NULL)
    akk_editor_refresh (self->editor);
}

int
akk_editor_cell_natural_width (AkkEditorCell *self)
{
  int width;

  pango_layout_set_width (self->text.layout, -1);
  pango_layout_get_pixel_size (self->text.layout, &width, NULL);
  return width + 2 * akk_editor_table_padding_x (self->owner) + 1;
}

int
akk_editor_cell_height (AkkEditorCell *self, int width)
{
  int height;

  pango_layout_set_width (self->text.layout,
                          MAX (width - 2 * akk_editor_table_padding_x (self->owner), 1) *
                              PANGO_SCALE);
  pango_layout_get_pixel_size (self->text.layout, NULL, &height);
  return height + 2 * akk_editor_table_padding_y (self->owner);
}

guint
akk_editor_cell_get_row (AkkEditorCell *self)
{
  return self->row;
}

guint
akk_editor_cell_get_column (AkkEditorCell *self)
{
  return self->column;
}

guint
akk_editor_cell_get_index (AkkEditorCell *self)
{
  return self->row * akk_editor_table_get_line (table_of (self))->table->n_columns + self->column;
}

AkkEditor *
akk_editor_cell_get_editor (AkkEditorCell *self)
{
  return self->editor;
}

AkkEditor *
akk_editor_cell_open (AkkEditorCell *self)
{
  if (self->editor != NULL)
    return self->editor;
  self->editor = akk_editor_new_for_cell (self->owner, self->row == 0);
  show_in_editor (self);
  name_accessible (self, GTK_ACCESSIBLE (self->editor));
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  akk_editor_table_keys_init (self, self->editor);
  g_signal_connect (self->editor, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (self->editor, "menu-wanted", G_CALLBACK (menu_wanted_cb), self);
  pass_on (self);
  g_signal_connect (self->editor, "burst", G_CALLBACK (burst_cb), self);
  return self->editor;
}

void
akk_editor_cell_close (AkkEditorCell *self)
{
  AkkEditor *editor = g_steal_pointer (&self->editor);

  if (editor == NULL)
    return;
  if (self->owner->cell == editor) {
    self->owner->cell = NULL;
    self->owner->cell_table = NULL;
  }
  g_signal_handlers_disconnect_by_data (editor, self);
  gtk_widget_unparent (GTK_WIDGET (editor));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
