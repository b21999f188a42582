/* What the editor draws below its text: markers, numbers of headings, quote bars, backgrounds of
 * atoms. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/text-clauses.h"
#include "core/text-commitments.h"

#define ATOM_RADIUS 6
#define ATOM_OVERHANG 2

/* All in the coordinates of the buffer. */
typedef struct {
  AkkEditor *editor;
  GtkTextView *view;
  GtkSnapshot *snapshot;
  AkkText text; /* borrows the lines: a true one would count a reference of each at each key */
  GdkRGBA ink, dim, accent, atom, atom_edge, wrong;
  gboolean high_contrast;
} Canvas;

static void
canvas_init (Canvas *canvas, AkkEditor *self, GtkSnapshot *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  gboolean dark = adw_style_manager_get_dark (style);

  canvas->editor = self;
  canvas->view = GTK_TEXT_VIEW (self);
  canvas->snapshot = snapshot;
  akk_editor_read (self);
  canvas->text =
      (AkkText) { .lines = (AkkLine **) self->lines->pdata, .n_lines = self->lines->len };
  canvas->high_contrast = adw_style_manager_get_high_contrast (style);
  gtk_widget_get_color (GTK_WIDGET (self), &canvas->ink);
  canvas->dim = canvas->ink;
  canvas->dim.alpha *= canvas->high_contrast ? .9f : .6f;
  canvas->accent = *accent;
  canvas->atom = *accent;
  canvas->atom.alpha = dark ? .3f : .13f;
  /* Amber: what is missing. Its words say so too. */
  canvas->wrong = dark ? (GdkRGBA) { 1.f, .75f, .2f, .32f } : (GdkRGBA) { .95f, .65f, 0.f, .3f };
  canvas->atom_edge = canvas->ink;
  canvas->atom_edge.alpha *= .6f;
}

static void
draw_layout (Canvas *canvas, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  graphene_point_t origin = GRAPHENE_POINT_INIT ((float) x, (float) y);

  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot, &origin);
  gtk_snapshot_append_layout (canvas->snapshot, layout, color);
  gtk_snapshot_restore (canvas->snapshot);
}

static char *
roman (guint number)
{
  static const struct {
    guint value;
    const char *sign;
  } signs[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
    { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
    { 5, "v" },    { 4, "iv" },   { 1, "i" },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (text, signs[i].sign);
  return g_string_free (text, FALSE);
}

char *
akk_editor_item_marker (guint level, guint number)
{
  g_autofree char *small = NULL;

  if (level == 3 && number > 0 && number < 4000) {
    small = roman (number);
    return g_strconcat (small, ".", NULL);
  }
  if (level == 2 && number > 0 && number <= 26)
    return g_strdup_printf ("%c.", (char) ('a' + number - 1));
  return g_strdup_printf ("%u.", number);
}

/* The bullet or number of an item: "•", "2.", "b.", "iv.". */
static char *
marker_text (Canvas *canvas, guint position)
{
  static const char *const bullets[] = { "•", "–", "▪" };
  const AkkLine *line = canvas->text.lines[position];
  guint level = CLAMP (line->level, 1, AKK_MAX_LEVEL);

  if (line->kind == AKK_LINE_BULLET)
    return g_strdup (bullets[level - 1]);
  return akk_editor_item_marker (level, akk_text_item_number (&canvas->text, position));
}

/* A marker ends a little before the text, on the baseline of its first display line. */
static void
draw_marker (Canvas *canvas, guint position, const GdkRectangle *first)
{
  const AkkLine *line = canvas->text.lines[position];
  g_autofree char *marker = marker_text (canvas, position);
  g_autoptr (PangoLayout) layout = akk_editor_marker_layout (canvas->editor, line, marker);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  draw_layout (canvas, layout, first->x - width - .5 * canvas->editor->em,
               first->y + (first->height - height) / 2., &canvas->ink);
}

static void
draw_heading (Canvas *canvas, guint position, const GdkRectangle *first)
{
  const AkkLine *line = canvas->text.lines[position];
  const char *number = akk_editor_number (canvas->editor, line);
  int height;

  if (*number != '\0') {
    g_autoptr (PangoLayout) layout = akk_editor_marker_layout (canvas->editor, line, number);

    pango_layout_get_pixel_size (layout, NULL, &height);
    draw_layout (canvas, layout, first->x - akk_editor_line_indent (canvas->editor, line),
                 first->y + (first->height - height) / 2., &canvas->ink);
  }
  if (*line->text == '\0') {
    g_autoptr (PangoLayout) layout = akk_editor_marker_layout (canvas->editor, line, _ ("Heading"));

    pango_layout_get_pixel_size (layout, NULL, &height);
    draw_layout (canvas, layout, first->x, first->y + (first->height - height) / 2., &canvas->dim);
  }
}

/* A bar beside a line, `em` from the left edge of the text. */
static void
draw_bar (Canvas *canvas, const GtkTextIter *start, double em, double width, const GdkRGBA *color)
{
  double left = gtk_text_view_get_left_margin (canvas->view) + em * canvas->editor->em;
  int y, height;

  gtk_text_view_get_line_yrange (canvas->view, start, &y, &height);
  gtk_snapshot_append_color (canvas->snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) left, (float) y,
                                                  (float) MAX (2, canvas->editor->em * width),
                                                  (float) height));
}

/* The number of a note, as its mark has it. */
static void
draw_note_number (Canvas *canvas, guint position, const GdkRectangle *first)
{
  AkkEditor *self = canvas->editor;
  const AkkLine *line = canvas->text.lines[position];
  guint number =
      akk_editor_note_number (self, akk_editor_section_of_line (self, position), line->note);
  g_autofree char *label = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout = akk_editor_marker_layout (self, line, label);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  draw_layout (canvas, layout, first->x - width - .5 * self->em,
               first->y + (first->height - height) / 2., &canvas->ink);
}

static void
draw_atom_box (Canvas *canvas, const GdkRectangle *from, int right, gboolean wrong)
{
  GskRoundedRect box;
  float border[4] = { 1, 1, 1, 1 };
  const GdkRGBA edge[4] = { canvas->atom_edge, canvas->atom_edge, canvas->atom_edge,
                            canvas->atom_edge };

  gsk_rounded_rect_init_from_rect (
      &box,
      &GRAPHENE_RECT_INIT ((float) from->x - ATOM_OVERHANG, (float) from->y + 1,
                           (float) (right - from->x) + 2 * ATOM_OVERHANG, (float) from->height - 2),
      ATOM_RADIUS);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &box);
  gtk_snapshot_append_color (canvas->snapshot, wrong ? &canvas->wrong : &canvas->atom, &box.bounds);
  gtk_snapshot_pop (canvas->snapshot);
  if (canvas->high_contrast || wrong)
    gtk_snapshot_append_border (canvas->snapshot, &box, border, edge);
}

void
akk_editor_draw_chip (AkkEditor *self,
                      GtkSnapshot *snapshot,
                      const GdkRectangle *bounds,
                      gboolean wrong)
{
  Canvas canvas;

  canvas_init (&canvas, self, snapshot);
  draw_atom_box (&canvas, bounds, bounds->x + bounds->width, wrong);
}

/* One box per display line. */
static void
draw_atom (Canvas *canvas, const GtkTextIter *start, const GtkTextIter *end, gboolean wrong)
{
  GtkTextIter at = *start;

  while (gtk_text_iter_compare (&at, end) < 0) {
    GtkTextIter stop = at, last;
    GdkRectangle from, to;

    if (!gtk_text_view_forward_display_line_end (canvas->view, &stop) ||
        gtk_text_iter_compare (&stop, end) > 0)
      stop = *end;
    if (gtk_text_iter_compare (&stop, &at) <= 0)
      gtk_text_iter_forward_char (&stop);
    last = stop;
    gtk_text_iter_backward_char (&last);
    gtk_text_view_get_iter_location (canvas->view, &at, &from);
    gtk_text_view_get_iter_location (canvas->view, &last, &to);
    draw_atom_box (canvas, &from, to.x + to.width, wrong);
    at = stop;
    /* The white space at which the line was broken is not shown. */
    while (gtk_text_iter_compare (&at, end) < 0 && g_unichar_isspace (gtk_text_iter_get_char (&at)))
      gtk_text_iter_forward_char (&at);
  }
}

/* From the words "Page break" to the edge of the text. */
static void
draw_break (Canvas *canvas, const GtkTextIter *end)
{
  float dash[] = { 6, 4 };
  GtkTextIter last = *end;
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke *stroke = gsk_stroke_new (1);
  g_autoptr (GskPath) path = NULL;
  GdkRectangle area, visible;
  float y;

  gtk_text_iter_backward_char (&last);
  gtk_text_view_get_iter_location (canvas->view, &last, &area);
  gtk_text_view_get_visible_rect (canvas->view, &visible);
  y = (float) area.y + (float) area.height / 2 + .5f;
  gsk_path_builder_move_to (builder, (float) (area.x + area.width) + 8, y);
  gsk_path_builder_line_to (
      builder, (float) (visible.x + visible.width - gtk_text_view_get_right_margin (canvas->view)),
      y);
  path = gsk_path_builder_free_to_path (builder);
  gsk_stroke_set_dash (stroke, dash, G_N_ELEMENTS (dash));
  gtk_snapshot_append_stroke (canvas->snapshot, path, stroke, &canvas->dim);
  gsk_stroke_free (stroke);
}

/* Marks of notes are digits; what borders an edited clause, or makes an item a commitment, is drawn
 * beside the line. */
static void
draw_atom_of (Canvas *canvas, const AkkRun *atom, const GtkTextIter *start, const GtkTextIter *end)
{
  const char *field = atom->field;

  if (atom->note != NULL)
    return;
  if (field != NULL && g_str_equal (field, "break"))
    draw_break (canvas, end);
  else if (field == NULL ||
           (!g_str_has_prefix (field, "commitment:") && !g_str_has_prefix (field, "text:") &&
            !g_str_has_prefix (field, "end:")))
    draw_atom (canvas, start, end, akk_editor_atom_is_wrong (canvas->editor, atom));
}

static void
draw_atoms (Canvas *canvas, guint position)
{
  GtkTextIter at, end;

  akk_editor_line_bounds (canvas->editor, position, &at, &end);
  while (gtk_text_iter_compare (&at, &end) < 0) {
    GtkTextMark *atom = akk_editor_atom_at (&at);
    GtkTextIter next = at;

    if (atom != NULL) {
      akk_editor_to_atom_end (&next);
      draw_atom_of (canvas, akk_editor_atom_run (atom), &at, &next);
    } else if (!gtk_text_iter_forward_to_tag_toggle (&next, NULL)) {
      break;
    }
    at = next;
  }
}

static gboolean
has_atoms (const AkkLine *line)
{
  for (guint i = 0; i < line->n_runs; i++)
    if (akk_editor_run_is_atom (&line->runs[i]))
      return TRUE;
  return FALSE;
}

static void
draw_line (Canvas *canvas, guint position, const GtkTextIter *start)
{
  const AkkLine *line = canvas->text.lines[position];
  AkkClause clause;
  GdkRectangle first;

  if (line->quote)
    draw_bar (canvas, start, 0, .2, &canvas->dim);
  if (akk_line_commitment (line) != 0)
    draw_bar (canvas, start, .1, .16, &canvas->accent);
  if (akk_text_find_clause (&canvas->text, position, &clause) && clause.edited)
    draw_bar (canvas, start, -.6, .12, &canvas->dim);
  if (line->kind == AKK_LINE_NOTE) {
    gtk_text_view_get_iter_location (canvas->view, start, &first);
    draw_note_number (canvas, position, &first);
  }
  if (line->kind == AKK_LINE_BULLET || line->kind == AKK_LINE_NUMBER) {
    gtk_text_view_get_iter_location (canvas->view, start, &first);
    draw_marker (canvas, position, &first);
  } else if (line->kind == AKK_LINE_HEADING) {
    gtk_text_view_get_iter_location (canvas->view, start, &first);
    draw_heading (canvas, position, &first);
  }
  if (has_atoms (line)) {
    draw_atoms (canvas, position);
    akk_editor_draw_picture (canvas->editor, canvas->snapshot, position);
  }
  akk_editor_draw_marks (canvas->editor, canvas->snapshot, position);
}

void
akk_editor_draw_below (AkkEditor *self, GtkSnapshot *snapshot)
{
  Canvas canvas;
  GdkRectangle visible;
  GtkTextIter line;

  canvas_init (&canvas, self, snapshot);
  gtk_text_view_get_visible_rect (canvas.view, &visible);
  gtk_text_view_get_line_at_y (canvas.view, &line, visible.y, NULL);
  gtk_text_iter_set_line_offset (&line, 0);
  for (guint i = (guint) gtk_text_iter_get_line (&line); i < canvas.text.n_lines; i++) {
    int y;

    gtk_text_view_get_line_yrange (canvas.view, &line, &y, NULL);
    if (y > visible.y + visible.height)
      break;
    draw_line (&canvas, i, &line);
    gtk_text_iter_forward_line (&line);
  }
}
