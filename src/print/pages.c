/* Laid-out pages: what a flow becomes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pages-internal.h"

G_DEFINE_FINAL_TYPE (AkkPages, akk_pages, G_TYPE_OBJECT)

static void
akk_pages_finalize (GObject *object)
{
  AkkPages *self = AKK_PAGES (object);

  g_clear_pointer (&self->flow, akk_flow_free);
  g_free (self->places);
  g_free (self->order);
  g_array_unref (self->of_lines);
  g_array_unref (self->first);
  g_array_unref (self->feet);
  g_clear_pointer (&self->notes, g_array_unref);
  g_clear_pointer (&self->anchors, g_hash_table_unref);
  G_OBJECT_CLASS (akk_pages_parent_class)->finalize (object);
}

static void
akk_pages_class_init (AkkPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_pages_finalize;
}

static void
akk_pages_init (AkkPages *self)
{
  self->first = g_array_new (FALSE, TRUE, sizeof (guint));
  self->of_lines = g_array_new (FALSE, TRUE, sizeof (guint));
  self->feet = g_array_new (FALSE, TRUE, sizeof (guint));
}

/* The innermost element around another that can hold a note. */
static guint
holder_of_notes (AkkFlow *flow, guint node)
{
  while (node != 0 && (g_str_equal (akk_flow_node_at (flow, node)->name, "Note") ||
                       g_str_equal (akk_flow_node_at (flow, node)->name, "Lbl") ||
                       g_str_equal (akk_flow_node_at (flow, node)->name, "Figure") ||
                       g_str_equal (akk_flow_node_at (flow, node)->name, "Link")))
    node = akk_flow_node_at (flow, node)->parent;
  return node;
}

/* The first row of the paragraph that ends with row `last`, on the same page. */
static guint
paragraph_start (AkkPages *self, guint last)
{
  guint row = last;

  while (row > 0 && row_info (self->flow, row - 1)->line == row_info (self->flow, last)->line &&
         !row_moved (self, row - 1) && self->places[row - 1].page == self->places[last].page)
    row--;
  return row;
}

guint
akk_pages_left_open (AkkPages *self, guint page)
{
  guint row = page_row (self, page);

  if (page == 0 || row == 0)
    return 0;
  if (row > page_row (self, page - 1) && row_moved (self, row - 1))
    return akk_pages_base (self, page - 1); /* nothing but such tables */
  guint part = page_part (self, page);
  guint first = paragraph_start (self, row - 1);
  const AkkNotePart *last = part > 0 ? &g_array_index (self->notes, AkkNotePart, part - 1) : NULL;
  gboolean bare = page_row (self, page - 1) == row; /* nothing but notes */
  guint pieces = PIECES_END (self->flow, row - 1);
  guint node = pieces > 0 ? piece_at (self->flow, pieces - 1)->node : 0;
  if (last != NULL && last->page + 1 == page &&
      (bare || (last->note >= row_info (self->flow, first)->note &&
                (!is_cell (self->flow, node) || note_parent (self->flow, last->note) == node))))
    return last->node;
  return node;
}

guint
akk_pages_base (AkkPages *self, guint page)
{
  return holder_of_notes (self->flow, akk_pages_left_open (self, page));
}

/* A note that runs on stays one element while nothing comes between; else what runs on is drawn as
 * an element that joins it, since an element cannot be opened again. */
static void
find_elements (AkkPages *self)
{
  for (guint i = 0; i < self->notes->len; i++) {
    AkkNotePart *part = &g_array_index (self->notes, AkkNotePart, i);
    const AkkFootnote *note = note_at (self->flow, part->note);
    gboolean first = i == 0 || part[-1].page != part->page;
    guint open = first             ? akk_pages_left_open (self, part->page)
                 : part->line == 0 ? 0
                                   : part[-1].node;

    part->node = note->node;
    if (part->line == 0)
      continue;
    if (first && part[-1].note == part->note && part[-1].node == open) {
      part->node = open;
      continue;
    }
    part->node = akk_flow_node (self->flow, holder_of_notes (self->flow, open), "Note");
    akk_flow_node_at (self->flow, part->node)->joins =
        akk_flow_node_at (self->flow, note->node)->id;
  }
}

static void
find_lines (AkkPages *self)
{
  for (guint row = 0; row < self->flow->rows->len; row++) {
    guint line = row_info (self->flow, row)->line;
    guint *first;

    if (line == AKK_NO_LINE)
      continue;
    if (line >= self->of_lines->len)
      g_array_set_size (self->of_lines, line + 1);
    first = &g_array_index (self->of_lines, guint, line);
    if (*first == 0)
      *first = row + 1;
  }
}

/* No table moves out of its part. */
static void
fence_parts (AkkFlow *flow)
{
  for (guint row = 1; row < flow->rows->len; row++) {
    if (row_info (flow, row)->part != row_info (flow, row - 1)->part)
      g_array_index (flow->rows, AkkRow, row).flags |= AKK_ROW_FENCE;
  }
}

static void
break_pages (AkkPages *self)
{
  AkkFlow *flow = self->flow;
  AkkPageRules rules = { .height = flow->shape->bottom - flow->shape->top,
                         .grid = AKK_SLOT / 2,
                         .shortest = 10 * AKK_SLOT,
                         .shortest_whole = (flow->shape->bottom - flow->shape->top) / 2,
                         .heading_free = 4 * AKK_SLOT,
                         .float_space = AKK_SLOT,
                         .foot_space = AKK_SLOT,
                         .foot_line = akk_types[AKK_LOOK_NOTE].leading };
  guint n_rows = flow->rows->len;

  rules.foot_most = (guint) (rules.height / 3 / rules.foot_line);
  self->places = g_new0 (AkkPlace, n_rows + 1);
  self->order = g_new (guint, n_rows + 1);
  fence_parts (flow);
  akk_break_pages ((AkkRow *) flow->rows->data, n_rows, &rules, self->places, self->order,
                   self->feet);
}

static void
reorder (AkkPages *self)
{
  akk_flow_reorder (self->flow, self->order);
  g_clear_pointer (&self->order, g_free);
}

static void
find_first_rows (AkkPages *self)
{
  guint n_rows = self->flow->rows->len;

  for (guint row = 0; row < n_rows; row++) {
    while (self->first->len <= self->places[row].page)
      g_array_append_val (self->first, row);
  }
  while (self->first->len <= self->feet->len) {
    guint first = self->first->len == 0 ? 0 : n_rows;
    g_array_append_val (self->first, first);
  }
}

static void
share_notes (AkkPages *self)
{
  AkkFlow *flow = self->flow;
  g_autofree guint *lines = g_new0 (guint, flow->notes->len + 1);

  find_first_rows (self);
  for (guint note = 0; note < flow->notes->len; note++)
    lines[note] = note_at (flow, note)->text->n_lines;
  self->notes = akk_share_notes ((AkkRow *) flow->rows->data, self->places, lines, flow->notes->len,
                                 self->feet);
}

static void
age_paper (AkkPages *self)
{
  akk_paper_age (self->flow->paper);
}

AkkPages *
akk_pages_begin (AkkFlow *flow)
{
  AkkPages *self = g_object_new (AKK_TYPE_PAGES, NULL);

  self->flow = flow;
  return self;
}

gboolean
akk_pages_step (AkkPages *self)
{
  static void (*const steps[]) (AkkPages *) = {
    break_pages, reorder, share_notes, find_elements, akk_pages_hang_tables, find_lines, age_paper
  };

  if (self->step < G_N_ELEMENTS (steps))
    steps[self->step++](self);
  return self->step < G_N_ELEMENTS (steps);
}

AkkPages *
akk_pages_new (AkkFlow *flow)
{
  AkkPages *self = akk_pages_begin (flow);

  while (akk_pages_step (self))
    continue;
  return self;
}

guint
akk_pages_count (AkkPages *self)
{
  return self->first->len - 1;
}

void
akk_pages_size (AkkPages *self, guint page, double *width_pt, double *height_pt)
{
  double enlarged = self->large ? G_SQRT2 : 1;

  *width_pt = self->flow->shape->width * enlarged;
  *height_pt = self->flow->shape->height * enlarged;
}

/* The body has 11 points: this makes it 16, a little more than from A4 to A3, at the cost of the
 * margins. */
#define LARGE (16.0 / 11.0)

void
akk_pages_enlarge (AkkPages *self)
{
  self->large = TRUE;
}

void
akk_pages_matrix (AkkPages *self, cairo_matrix_t *matrix)
{
  const AkkPageShape *shape = self->flow->shape;
  double beyond = (G_SQRT2 - LARGE) / 2;

  cairo_matrix_init_identity (matrix);
  if (!self->large)
    return;
  cairo_matrix_translate (matrix, shape->width * beyond, shape->height * beyond);
  cairo_matrix_scale (matrix, LARGE, LARGE);
}

void
akk_pages_place (AkkPages *self, cairo_t *cr)
{
  cairo_matrix_t matrix;

  akk_pages_matrix (self, &matrix);
  cairo_transform (cr, &matrix);
}

guint
akk_pages_missing_glyphs (AkkPages *self)
{
  return self->flow->n_missing;
}

gboolean
akk_pages_find_line (AkkPages *self, guint line, guint *page, double *y_pt, double *height_pt)
{
  guint first = line < self->of_lines->len ? g_array_index (self->of_lines, guint, line) : 0;

  if (first == 0)
    return FALSE;
  *page = self->places[first - 1].page;
  *y_pt = row_y (self, first - 1);
  for (guint row = first - 1; row < self->flow->rows->len; row++) {
    if (row_info (self->flow, row)->line != line || self->places[row].page != *page)
      break;
    *height_pt = row_y (self, row) + g_array_index (self->flow->rows, AkkRow, row).height - *y_pt;
  }
  return TRUE;
}

gboolean
akk_pages_line_at (AkkPages *self, guint page, double y_pt, guint *line)
{
  gboolean found = FALSE;

  g_return_val_if_fail (page < akk_pages_count (self), FALSE);
  /* The last one that begins above, else the first on the page. */
  for (guint row = page_row (self, page); row < page_row (self, page + 1); row++) {
    guint source = row_info (self->flow, row)->line;
    if (source == AKK_NO_LINE)
      continue;
    if (found && row_y (self, row) > y_pt)
      break;
    *line = source;
    found = TRUE;
  }
  return found;
}
