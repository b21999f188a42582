/* Charts: marks at their places, drawn alike on paper and screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart.h"

#include <string.h>

#include "print/chart-internal.h"

#define HALO 1.1 /* around a point */
#define HOLLOW 1.2 /* its stroke */
/* What letters cover above and below their baseline, of their size. */
#define ASCENT 0.74
#define DESCENT 0.24
#define TOUCHING 0.05

const AkkChartInk akk_chart_ink_paper = {
  .text = 0x000000,
  .accent = 0x17415e,
  .second = 0x788b98,
  .ground = 0xdfe7ec,
  .axis = 0x9aa5ad,
  .target = 0x000000,
  .paper = 0xffffff,
};

static void
mark_clear (gpointer data)
{
  g_clear_pointer (&((AkkMark *) data)->set, akk_set_unref);
}

/* --- While it is made --- */

AkkChart *
akk_chart_begin (AkkPaper *paper, double width_pt)
{
  AkkChart *self = g_new0 (AkkChart, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->paper = g_object_ref (paper);
  self->phrases = akk_paper_phrases (paper);
  self->width = width_pt;
  self->marks = g_array_new (FALSE, TRUE, sizeof (AkkMark));
  g_array_set_clear_func (self->marks, mark_clear);
  self->spots = g_array_new (FALSE, FALSE, sizeof (AkkSpot));
  self->note = g_string_new (NULL);
  self->table = akk_tabular_new ();
  return self;
}

static void
add (AkkChart *self, AkkMark mark)
{
  g_array_append_val (self->marks, mark);
}

void
akk_chart_rectangle (AkkChart *self, AkkInk ink, double x, double y, double width, double height)
{
  akk_chart_outline (self, ink, 0, x, y, width, height);
}

void
akk_chart_outline (
    AkkChart *self, AkkInk ink, double thick, double x, double y, double width, double height)
{
  add (self, (AkkMark) { .kind = AKK_MARK_RECTANGLE,
                         .ink = (guint8) ink,
                         .thick = (float) thick,
                         .x = (float) x,
                         .y = (float) y,
                         .width = (float) width,
                         .height = (float) height });
}

void
akk_chart_disc (AkkChart *self, AkkInk ink, double thick, double x, double y, double radius)
{
  add (self, (AkkMark) { .kind = AKK_MARK_DISC,
                         .ink = (guint8) ink,
                         .thick = (float) thick,
                         .x = (float) x,
                         .y = (float) y,
                         .width = (float) radius });
}

void
akk_chart_point (AkkChart *self, double x, double y, double radius, gboolean hollow)
{
  akk_chart_disc (self, AKK_INK_PAPER, 0, x, y, radius + HALO);
  if (hollow)
    akk_chart_disc (self, AKK_INK_ACCENT, HOLLOW, x, y, radius - HOLLOW / 4);
  else
    akk_chart_disc (self, AKK_INK_ACCENT, 0, x, y, radius);
}

static void
add_spots (AkkChart *self, AkkMark mark, const AkkSpot *spots, guint n)
{
  mark.first = self->spots->len;
  mark.n = n;
  g_array_append_vals (self->spots, spots, n);
  add (self, mark);
}

void
akk_chart_lines (
    AkkChart *self, AkkInk ink, double thick, AkkDash dash, const AkkSpot *spots, guint n)
{
  add_spots (self,
             (AkkMark) { .kind = AKK_MARK_LINE,
                         .ink = (guint8) ink,
                         .dash = (guint8) dash,
                         .thick = (float) thick },
             spots, n);
}

void
akk_chart_line (AkkChart *self,
                AkkInk ink,
                double thick,
                AkkDash dash,
                double x0,
                double y0,
                double x1,
                double y1)
{
  const AkkSpot spots[] = { { x0, y0 }, { x1, y1 } };

  akk_chart_lines (self, ink, thick, dash, spots, 2);
}

void
akk_chart_area (AkkChart *self, AkkInk ink, const AkkSpot *spots, guint n)
{
  add_spots (self, (AkkMark) { .kind = AKK_MARK_AREA, .ink = (guint8) ink }, spots, n);
}

AkkSet *
akk_chart_set (AkkChart *self, const char *bold, const char *plain, AkkLook look, double measure)
{
  g_auto (AkkCopy) copy = { 0 };

  if (bold != NULL)
    akk_copy_add (&copy, bold, strlen (bold), (AkkCopyRun) { .style = AKK_STYLE_BOLD });
  if (bold != NULL && plain != NULL)
    akk_copy_add_plain (&copy, " ");
  if (plain != NULL)
    akk_copy_add_plain (&copy, plain);
  return akk_paper_set (self->paper, &copy, look, measure);
}

void
akk_chart_put (AkkChart *self, AkkSet *set, AkkInk ink, double x, double baseline, double align)
{
  for (guint i = 0; i < set->n_lines; i++) {
    if (set->lines[i].n_spans == 0)
      continue;
    add (self, (AkkMark) { .kind = AKK_MARK_TEXT,
                           .ink = (guint8) ink,
                           .x = (float) (x - align * set->lines[i].width),
                           .y = (float) (baseline + i * (double) set->leading),
                           .set = akk_set_ref (set),
                           .line = i });
  }
  akk_set_unref (set);
}

AkkBox
akk_chart_box (const AkkSet *set, double x, double baseline, double align)
{
  const double size = set->n_spans > 0 ? (double) set->spans[0].size : 0;

  return (AkkBox) { x - align * set->width, baseline - ASCENT * size, set->width,
                    (ASCENT + DESCENT) * size + (set->n_lines - 1) * (double) set->leading };
}

gboolean
akk_box_overlaps (const AkkBox *a, const AkkBox *b)
{
  return a->x < b->x + b->width - TOUCHING && b->x < a->x + a->width - TOUCHING &&
         a->y < b->y + b->height - TOUCHING && b->y < a->y + a->height - TOUCHING;
}

/* --- Drawing --- */

static void
set_ink (cairo_t *cr, const AkkChartInk *ink, AkkInk which)
{
  const guint colours[] = { ink->text, ink->accent, ink->second, ink->ground,
                            ink->axis, ink->target, ink->paper };
  const guint rgb = colours[which];

  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0);
}

static void
set_dash (cairo_t *cr, AkkDash dash)
{
  static const double dots[] = { 0.01, 2.4 }, dashes[] = { 5, 2.5 };

  cairo_set_line_cap (cr, dash == AKK_DASH_DOTS ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (dash == AKK_DASH_NONE)
    cairo_set_dash (cr, NULL, 0, 0);
  else
    cairo_set_dash (cr, dash == AKK_DASH_DOTS ? dots : dashes, 2, 0);
}

static void
draw_shape (const AkkChart *self, const AkkMark *mark, cairo_t *cr)
{
  const AkkSpot *spots = &g_array_index (self->spots, AkkSpot, mark->first);

  cairo_new_path (cr);
  if (mark->kind == AKK_MARK_RECTANGLE)
    cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
  else if (mark->kind == AKK_MARK_DISC)
    cairo_arc (cr, mark->x, mark->y, mark->width, 0, 2 * G_PI);
  else
    for (guint i = 0; i < mark->n; i++)
      cairo_line_to (cr, spots[i].x, spots[i].y);
  if (mark->thick > 0) {
    set_dash (cr, mark->dash);
    cairo_set_line_width (cr, mark->thick);
    cairo_stroke (cr);
  } else
    cairo_fill (cr);
}

void
akk_chart_draw (const AkkChart *self, cairo_t *cr, const AkkChartInk *ink, gboolean as_text)
{
  AkkFaces *faces = akk_paper_faces (self->paper);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->marks->len; i++) {
    const AkkMark *mark = &g_array_index (self->marks, AkkMark, i);

    set_ink (cr, ink, mark->ink);
    if (mark->kind != AKK_MARK_TEXT) {
      draw_shape (self, mark, cr);
      continue;
    }
    const AkkSetLine *line = &mark->set->lines[mark->line];
    for (guint j = line->first_span; j < line->first_span + line->n_spans; j++)
      akk_set_show_span (mark->set, &mark->set->spans[j], faces, cr, mark->x, mark->y, as_text);
  }
  cairo_restore (cr);
}

/* --- The finished chart --- */

AkkChart *
akk_chart_ref (AkkChart *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
akk_chart_unref (AkkChart *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->paper);
  g_array_unref (self->marks);
  g_array_unref (self->spots);
  g_free (self->alt);
  g_string_free (self->note, TRUE);
  g_ptr_array_unref (self->table);
  g_free (self);
}

void
akk_chart_size (const AkkChart *self, double *width_pt, double *height_pt)
{
  *width_pt = self->width;
  *height_pt = self->height;
}

double
akk_chart_lead (const AkkChart *self)
{
  return self->lead;
}

const char *
akk_chart_alt (const AkkChart *self)
{
  return self->alt;
}

const char *
akk_chart_note (const AkkChart *self)
{
  return self->note->str;
}

const GPtrArray *
akk_chart_table (const AkkChart *self)
{
  return self->table;
}

static gboolean
mark_equal (const AkkMark *a, const AkkMark *b)
{
  return a->kind == b->kind && a->ink == b->ink && a->dash == b->dash && a->thick == b->thick &&
         a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height &&
         a->first == b->first && a->n == b->n && a->set == b->set && a->line == b->line;
}

gboolean
akk_chart_equal (const AkkChart *self, const AkkChart *other)
{
  if (self == other)
    return TRUE;
  if (self->width != other->width || self->height != other->height ||
      self->marks->len != other->marks->len || self->spots->len != other->spots->len ||
      g_strcmp0 (self->alt, other->alt) != 0)
    return FALSE;
  for (guint i = 0; i < self->marks->len; i++)
    if (!mark_equal (&g_array_index (self->marks, AkkMark, i),
                     &g_array_index (other->marks, AkkMark, i)))
      return FALSE;
  for (guint i = 0; i < self->spots->len; i++) {
    const AkkSpot *a = &g_array_index (self->spots, AkkSpot, i);
    const AkkSpot *b = &g_array_index (other->spots, AkkSpot, i);
    if (a->x != b->x || a->y != b->y)
      return FALSE;
  }
  return TRUE;
}
