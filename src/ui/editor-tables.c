/* The tables of an editor: which have a widget, and where it lies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-table.h"

#define GAP .8 /* below a table, in em */
#define GUESSED_ROW 2.2 /* the height of a row that was never laid out, in em */
#define PLACEHOLDER_SCALE .05 /* of the words that stand for the table in the buffer */
#define MAX_PASSES 4

/* --- Room in the text --- */

/* Tables that need as much room share a tag, so that a text has few; some pixels more are not seen.
 */
#define ROOM_STEP 4

typedef struct {
  GtkTextTag *tag;
  int pixels;
  guint n_tables;
} Room;

static GQuark
room_quark (void)
{
  return g_quark_from_static_string ("akk-editor-table-room");
}

static Room *
room_of (GtkTextMark *atom)
{
  return g_object_get_qdata (G_OBJECT (atom), room_quark ());
}

static void
leave_room (AkkEditor *self, Room *room)
{
  if (--room->n_tables > 0)
    return;
  gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (self->buffer), room->tag);
  g_hash_table_remove (self->room_tags, GINT_TO_POINTER (room->pixels));
}

static Room *
room_for (AkkEditor *self, int pixels)
{
  GdkRGBA invisible = { .alpha = .004f }; /* none at all would be opaque */
  Room *room = g_hash_table_lookup (self->room_tags, GINT_TO_POINTER (pixels));

  if (room != NULL)
    return room;
  room = g_new0 (Room, 1);
  room->tag = gtk_text_tag_new (NULL);
  room->pixels = pixels;
  g_object_set (room->tag, "scale", PLACEHOLDER_SCALE, "foreground-rgba", &invisible,
                "pixels-below-lines", pixels, NULL);
  akk_editor_take_atom_tag (self, room->tag);
  g_object_unref (room->tag);
  g_hash_table_insert (self->room_tags, GINT_TO_POINTER (pixels), room);
  return room;
}

/* TRUE if it kept another room before. */
static gboolean
keep_room (AkkEditor *self, GtkTextMark *atom, int height)
{
  int pixels = height + (int) (GAP * self->em);
  Room *before = room_of (atom), *room;
  GtkTextIter start, end;

  pixels = (pixels + ROOM_STEP - 1) / ROOM_STEP * ROOM_STEP;
  if (before != NULL && before->pixels == pixels)
    return FALSE;
  room = room_for (self, pixels);
  room->n_tables++;
  g_object_set_qdata (G_OBJECT (atom), room_quark (), room);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, atom);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_apply_tag (self->buffer, room->tag, &start, &end);
  if (before != NULL) {
    gtk_text_buffer_remove_tag (self->buffer, before->tag, &start, &end);
    leave_room (self, before);
  }
  return TRUE;
}

void
akk_editor_tables_take_atom (AkkEditor *self, GtkTextMark *atom, const AkkLine *line)
{
  keep_room (self, atom, (int) (line->table->n_rows * GUESSED_ROW * self->em));
}

static GtkTextMark *
atom_of_line (AkkEditor *self, guint position)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, (int) position);
  return akk_editor_atom_from (&iter);
}

static AkkEditorTable *
find_table (AkkEditor *self, GtkTextMark *atom)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (akk_editor_table_get_atom (self->tables->pdata[i]) == atom)
      return self->tables->pdata[i];
  return NULL;
}

guint
akk_editor_tables_position (AkkEditor *self, AkkEditorTable *table)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, akk_editor_table_get_atom (table));
  return (guint) gtk_text_iter_get_line (&iter);
}

/* What once lies over a text view cannot be taken away again: it is hidden, and used for the next.
 */
static AkkEditorTable *
take_spare (AkkEditor *self)
{
  AkkEditorTable *table;

  if (self->spare_tables->len > 0) {
    table = g_ptr_array_steal_index (self->spare_tables, self->spare_tables->len - 1);
    gtk_widget_set_visible (GTK_WIDGET (table), TRUE);
    return table;
  }
  table = akk_editor_table_new (self);
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (self), GTK_WIDGET (table), 0, 0);
  return table;
}

AkkEditorTable *
akk_editor_tables_find (AkkEditor *self, guint line)
{
  return find_table (self, atom_of_line (self, line));
}

AkkEditorTable *
akk_editor_tables_at (AkkEditor *self, guint line)
{
  GtkTextMark *atom = atom_of_line (self, line);
  AkkEditorTable *table = find_table (self, atom);

  if (table == NULL) {
    table = take_spare (self);
    akk_editor_table_set_atom (table, atom);
    g_ptr_array_add (self->tables, table);
  }
  akk_editor_table_set_line (table, akk_editor_line (self, line));
  return table;
}

/* --- Placing --- */

gboolean
akk_editor_holds_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

int
akk_editor_tables_top (AkkEditor *self, AkkEditorTable *table, const GtkTextIter *start)
{
  int y, height;

  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), start, &y, &height);
  return y + height - room_of (akk_editor_table_get_atom (table))->pixels;
}

/* TRUE if anything of it changed: the view must give its children their places once more. */
static gboolean
place_table (AkkEditor *self, AkkEditorTable *table, const GtkTextIter *start, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int y, height;
  gboolean laid_out = akk_editor_table_lay_out (table, width, &height);

  if (keep_room (self, akk_editor_table_get_atom (table), height))
    return TRUE;
  y = akk_editor_tables_top (self, table, start);
  if (!akk_editor_table_take_place (table, gtk_text_view_get_left_margin (view), y))
    return laid_out;
  gtk_text_view_move_overlay (view, GTK_WIDGET (table), gtk_text_view_get_left_margin (view), y);
  return TRUE;
}

/* Tables within a view's height of what is seen, and the one that is written in. What has no height
 * yet is not near: it would take no room, and the whole of a text that was just opened would be.
 * TRUE if the text must be laid out again. */
static gboolean
place_near (AkkEditor *self, GPtrArray *near)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_left_margin (view) -
                       gtk_text_view_get_right_margin (view),
                   1);
  gboolean changed = FALSE;
  GdkRectangle seen;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &iter, MAX (seen.y - seen.height, 0), NULL);
  gtk_text_iter_set_line_offset (&iter, 0);
  for (guint i = (guint) gtk_text_iter_get_line (&iter); i < self->lines->len; i++) {
    int y, height;

    gtk_text_view_get_line_yrange (view, &iter, &y, &height);
    if (y > seen.y + 2 * seen.height || height == 0)
      break;
    if (akk_editor_line (self, i)->kind == AKK_LINE_TABLE) {
      AkkEditorTable *table = akk_editor_tables_at (self, i);

      g_ptr_array_add (near, table);
      changed |= place_table (self, table, &iter, width);
    }
    gtk_text_iter_forward_line (&iter);
  }
  if (self->cell_table != NULL && !g_ptr_array_find (near, self->cell_table, NULL)) {
    gtk_text_buffer_get_iter_at_line (self->buffer, &iter,
                                      (int) akk_editor_tables_position (self, self->cell_table));
    changed |= place_table (self, self->cell_table, &iter, width);
  }
  return changed;
}

static void
remove_table (AkkEditor *self, AkkEditorTable *table)
{
  AkkEditorCell *cell = self->cell_table == table ? akk_editor_tables_cell (self) : NULL;

  if (cell != NULL) {
    self->refocus = akk_editor_holds_focus (GTK_WIDGET (self->cell));
    self->cell_table = NULL;
    self->cell = NULL;
    akk_editor_cell_close (cell);
  }
  g_ptr_array_remove (self->tables, table);
  g_ptr_array_add (self->spare_tables, table);
  akk_editor_table_set_atom (table, NULL);
  gtk_widget_set_visible (GTK_WIDGET (table), FALSE);
}

gboolean
akk_editor_tables_place (AkkEditor *self)
{
  g_autoptr (GPtrArray) near = g_ptr_array_new ();
  gboolean changed;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_widget_get_width (GTK_WIDGET (self)) == 0 ||
      self->placing || (self->nesting > 0 && self->touched))
    return FALSE;
  self->placing = TRUE;
  changed = place_near (self, near);
  for (guint i = self->tables->len; i-- > 0;) {
    AkkEditorTable *table = self->tables->pdata[i];

    if (table != self->cell_table && !g_ptr_array_find (near, table, NULL))
      remove_table (self, table);
  }
  self->placing = FALSE;
  return changed;
}

/* The view moves what lies over it when it is scrolled, but not when it scrolls by itself because
 * text above what is seen has found its height. */
void
akk_editor_tables_allocate (AkkEditor *self)
{
  for (guint i = 0; i < self->tables->len; i++) {
    GtkWidget *table = self->tables->pdata[i];
    GtkAllocation place;
    GtkRequisition size;
    int x, y;

    akk_editor_table_get_place (self->tables->pdata[i], &x, &y);
    gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_TEXT, x, y,
                                           &place.x, &place.y);
    gtk_widget_get_preferred_size (table, &size, NULL);
    place.width = size.width;
    place.height = size.height;
    gtk_widget_size_allocate (table, &place, -1);
  }
}

static void
scrolled_cb (GtkAdjustment *adjustment, AkkEditor *self)
{
  for (guint i = 0; i < MAX_PASSES && akk_editor_tables_place (self); i++)
    akk_editor_lay_out (self);
  if (self->tables->len > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
adjustment_changed_cb (AkkEditor *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, 0);
}

static void
mark_deleted_cb (GtkTextBuffer *buffer, GtkTextMark *mark, AkkEditor *self)
{
  Room *room = room_of (mark);
  AkkEditorTable *table;

  if (room == NULL)
    return;
  table = find_table (self, mark);
  if (table != NULL)
    remove_table (self, table);
  leave_room (self, room);
}

void
akk_editor_tables_refresh (AkkEditor *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    akk_editor_table_refresh (self->tables->pdata[i]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
akk_editor_tables_contain (AkkEditor *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return widget != NULL && gtk_widget_get_ancestor (widget, AKK_TYPE_EDITOR_TABLE) != NULL &&
         self->owner == NULL;
}

void
akk_editor_tables_init (AkkEditor *self)
{
  self->tables = g_ptr_array_new ();
  self->spare_tables = g_ptr_array_new ();
  self->room_tags = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_signal_connect (self->buffer, "mark-deleted", G_CALLBACK (mark_deleted_cb), self);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_changed_cb), NULL);
}
