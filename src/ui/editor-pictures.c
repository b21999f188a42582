/* The pictures of figures in the editor: room for them above their words, and how they are drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <adwaita.h>
#include <math.h>

#include "core/text-figure.h"

#define ROOM_STEP 4 /* figures that need about as much room share a tag */
#define HIGHEST 20.0 /* in em */
#define GAP .4 /* above and below, in em */
#define WORDS_SCALE .88
#define PAPER_WIDTH 529.0 /* of the text on paper, in the pixels of a picture */

static GQuark
room_quark (void)
{
  return g_quark_from_static_string ("akk-editor-picture-room");
}

/* --- Which, and how large --- */

static GdkTexture *
texture_of (AkkEditor *self, const AkkRun *figure)
{
  return self->picture != NULL ? self->picture (figure->href + strlen ("blob:"), self->picture_data)
                               : NULL;
}

/* As wide as on paper, seen as part of the line; not so high that it fills the window. */
static void
measure (AkkEditor *self, GdkTexture *texture, int *width, int *height)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_left_margin (view) -
             gtk_text_view_get_right_margin (view);
  double wide = gdk_texture_get_width (texture), high = gdk_texture_get_height (texture);
  double scale = MAX (room, 1) / MAX (wide, PAPER_WIDTH);

  scale = MIN (scale, HIGHEST * self->em / high);
  *width = MAX (1, (int) (wide * scale));
  *height = MAX (1, (int) (high * scale));
}

/* --- Room --- */

static GtkTextTag *
room_tag (AkkEditor *self, int pixels)
{
  g_autofree char *name = g_strdup_printf ("picture-%d", pixels);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);

  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (self->buffer, name, "pixels-above-lines", pixels, "scale",
                                      WORDS_SCALE, NULL);
  return tag;
}

/* TRUE if it kept another room before; 0: none. */
static gboolean
keep_room (AkkEditor *self, GtkTextMark *atom, int pixels)
{
  int before = GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (atom), room_quark ()));
  GtkTextIter start, end;

  if (before == pixels)
    return FALSE;
  g_object_set_qdata (G_OBJECT (atom), room_quark (), GINT_TO_POINTER (pixels));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, atom);
  end = start;
  akk_editor_to_atom_end (&end);
  if (before != 0)
    gtk_text_buffer_remove_tag (self->buffer, room_tag (self, before), &start, &end);
  if (pixels != 0)
    gtk_text_buffer_apply_tag (self->buffer, room_tag (self, pixels), &start, &end);
  return TRUE;
}

static gboolean
has_figure (const AkkLine *line)
{
  for (guint i = 0; i < line->n_runs; i++)
    if (line->runs[i].alt != NULL)
      return TRUE;
  return FALSE;
}

/* What stands amid words has no picture, nor what lost its own. */
static gboolean
place_line (AkkEditor *self, guint position)
{
  const AkkLine *line = akk_editor_line (self, position);
  const AkkRun *figure = akk_line_figure (line);
  GdkTexture *texture = figure != NULL ? texture_of (self, figure) : NULL;
  g_autoptr (GPtrArray) atoms = g_ptr_array_new ();
  gboolean changed = FALSE;
  GtkTextIter start, end;
  int width, height, pixels = 0;

  if (texture != NULL) {
    measure (self, texture, &width, &height);
    pixels = height + (int) ceil (2 * GAP * self->em);
    pixels = (pixels + ROOM_STEP - 1) / ROOM_STEP * ROOM_STEP;
  }
  akk_editor_line_bounds (self, position, &start, &end);
  akk_editor_collect_atoms (&start, &end, atoms);
  for (guint i = 0; i < atoms->len; i++)
    changed |= keep_room (self, atoms->pdata[i], pixels);
  return changed;
}

gboolean
akk_editor_pictures_place (AkkEditor *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean changed = FALSE;
  GdkRectangle seen;
  GtkTextIter iter;

  if (self->picture == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || self->placing ||
      (self->nesting > 0 && self->touched))
    return FALSE;
  akk_editor_read (self);
  self->own_edit++;
  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &iter, MAX (seen.y - seen.height, 0), NULL);
  gtk_text_iter_set_line_offset (&iter, 0);
  for (guint i = (guint) gtk_text_iter_get_line (&iter); i < self->lines->len; i++) {
    int y, height;

    gtk_text_view_get_line_yrange (view, &iter, &y, &height);
    if (y > seen.y + 2 * seen.height || height == 0)
      break;
    if (has_figure (akk_editor_line (self, i))) {
      changed |= place_line (self, i);
      gtk_text_buffer_get_iter_at_line (self->buffer, &iter, (int) i);
    }
    gtk_text_iter_forward_line (&iter);
  }
  self->own_edit--;
  return changed;
}

/* --- Where --- */

/* The picture of a line in the coordinates of the buffer, and its atom. NULL: it shows none. */
static GdkTexture *
picture_of_line (AkkEditor *self, guint position, GdkRectangle *area, GtkTextMark **atom)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  const AkkRun *figure = akk_line_figure (akk_editor_line (self, position));
  GdkTexture *texture = figure != NULL ? texture_of (self, figure) : NULL;
  GdkRectangle words;
  GtkTextIter start;
  int y;

  if (texture == NULL)
    return NULL;
  gtk_text_buffer_get_iter_at_line (self->buffer, &start, (int) position);
  *atom = akk_editor_atom_from (&start);
  if (*atom == NULL || g_object_get_qdata (G_OBJECT (*atom), room_quark ()) == NULL)
    return NULL;
  gtk_text_view_get_line_yrange (view, &start, &y, NULL);
  gtk_text_view_get_iter_location (view, &start, &words);
  measure (self, texture, &area->width, &area->height);
  area->x = words.x;
  area->y = y + (int) (GAP * self->em);
  return texture;
}

static void
bounds_of (AkkEditor *self, GtkTextMark *atom, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, start, atom);
  *end = *start;
  akk_editor_to_atom_end (end);
}

gboolean
akk_editor_picture_at (AkkEditor *self, double x, double y, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle area;
  GtkTextMark *atom;
  int buffer_x, buffer_y;
  guint line;

  if (self->picture == NULL)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  gtk_text_view_get_line_at_y (view, start, buffer_y, NULL);
  line = (guint) gtk_text_iter_get_line (start);
  if (line >= self->lines->len || picture_of_line (self, line, &area, &atom) == NULL ||
      !gdk_rectangle_contains_point (&area, buffer_x, buffer_y))
    return FALSE;
  bounds_of (self, atom, start, end);
  return TRUE;
}

/* --- Drawing --- */

static void
draw_frame (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color, float width)
{
  GskRoundedRect frame;
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };

  gsk_rounded_rect_init_from_rect (&frame, bounds, 0);
  gtk_snapshot_append_border (snapshot, &frame, widths, colors);
}

/* On white, as on paper: what is see-through was made for that. */
void
akk_editor_draw_picture (AkkEditor *self, GtkSnapshot *snapshot, guint position)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const GdkRGBA paper = { 1, 1, 1, 1 };
  GdkRectangle area;
  GtkTextMark *atom;
  GdkTexture *texture;
  GtkTextIter start, end, from, to;
  graphene_rect_t bounds;
  GdkRGBA edge;

  texture = picture_of_line (self, position, &area, &atom);
  if (texture == NULL)
    return;
  bounds =
      GRAPHENE_RECT_INIT ((float) area.x, (float) area.y, (float) area.width, (float) area.height);
  gtk_snapshot_append_color (snapshot, &paper, &bounds);
  gtk_snapshot_append_scaled_texture (snapshot, texture, GSK_SCALING_FILTER_TRILINEAR, &bounds);
  bounds_of (self, atom, &start, &end);
  graphene_rect_inset (&bounds, -1, -1);
  if (gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to) &&
      gtk_text_iter_compare (&from, &start) <= 0 && gtk_text_iter_compare (&to, &end) >= 0) {
    g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);

    graphene_rect_inset (&bounds, -2, -2);
    draw_frame (snapshot, &bounds, accent, 3);
    return;
  }
  gtk_widget_get_color (GTK_WIDGET (self), &edge);
  edge.alpha *= adw_style_manager_get_high_contrast (style) ? .8f : .15f;
  draw_frame (snapshot, &bounds, &edge, 1);
}

void
akk_editor_draw_selected_pictures (AkkEditor *self, GtkSnapshot *snapshot)
{
  GtkTextIter from, to;

  if (self->picture == NULL || !gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to))
    return;
  for (guint i = (guint) gtk_text_iter_get_line (&from);
       i <= (guint) gtk_text_iter_get_line (&to) && i < self->lines->len; i++)
    if (has_figure (akk_editor_line (self, i)))
      akk_editor_draw_picture (self, snapshot, i);
}

/* --- Public --- */

void
akk_editor_set_pictures (AkkEditor *self, AkkEditorPicture picture, gpointer data)
{
  g_return_if_fail (AKK_IS_EDITOR (self));
  self->picture = picture;
  self->picture_data = data;
  akk_editor_refresh_pictures (self);
}

void
akk_editor_refresh_pictures (AkkEditor *self)
{
  g_return_if_fail (AKK_IS_EDITOR (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
