/* What a cell of a table shows while it is not written in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-cell-text.h"

typedef struct {
  guint start, end; /* bytes of the layout's text */
  gboolean wrong; /* it says nothing */
} Chip;

/* --- Text --- */

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
style_run (PangoAttrList *attributes, const AkkRun *run, guint start, guint end)
{
  if (run->style & AKK_STYLE_BOLD)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if (run->style & AKK_STYLE_ITALIC)
    add_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if (run->href != NULL && !akk_editor_run_is_atom (run))
    add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
}

/* The words of the line, with those of its atoms. */
static void
build_text (AkkCellText *self, gint64 section, GString *text, PangoAttrList *attributes)
{
  const char *p = self->line->text;
  guint start = 0;

  g_array_set_size (self->chips, 0);
  g_array_set_size (self->starts, 0);
  for (guint i = 0; i < self->line->n_runs; p += self->line->runs[i].n_bytes, i++) {
    const AkkRun *run = &self->line->runs[i];

    start = (guint) text->len;
    g_array_append_val (self->starts, start);
    if (akk_editor_run_is_atom (run)) {
      g_autofree char *label = akk_editor_atom_label (self->owner, section, text->str, run);

      g_string_append (text, label);
      if (run->note == NULL) {
        Chip chip = { start, (guint) text->len, akk_editor_atom_is_wrong (self->owner, run) };

        g_array_append_val (self->chips, chip);
      }
    } else {
      g_string_append_len (text, p, run->n_bytes);
    }
    style_run (attributes, run, start, (guint) text->len);
  }
  start = (guint) text->len;
  g_array_append_val (self->starts, start);
}

void
akk_cell_text_set (
    AkkCellText *self, GtkWidget *widget, gint64 section, AkkLine *line, gboolean strong, char side)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  akk_line_ref (line);
  g_clear_pointer (&self->line, akk_line_unref);
  self->line = line;
  build_text (self, section, text, attributes);
  pango_attr_list_insert (attributes, pango_attr_line_height_new (AKK_EDITOR_LINE_HEIGHT));
  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (self->layout == NULL) {
    self->layout = gtk_widget_create_pango_layout (widget, NULL);
    pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  }
  pango_layout_set_text (self->layout, text->str, (int) text->len);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_alignment (self->layout, side == 'c'   ? PANGO_ALIGN_CENTER
                                            : side == 'r' ? PANGO_ALIGN_RIGHT
                                                          : PANGO_ALIGN_LEFT);
}

/* --- Drawing --- */

typedef void (*DrawBox) (gpointer data, const GdkRectangle *box);

static void
each_box (AkkCellText *self, guint start, guint end, DrawBox draw, gpointer data)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);

  do {
    PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
    g_autofree int *ranges = NULL;
    PangoRectangle box;
    int n_ranges;

    pango_layout_iter_get_line_extents (iter, NULL, &box);
    if (line->start_index >= (int) end || line->start_index + line->length <= (int) start)
      continue;
    pango_layout_line_get_x_ranges (line, (int) start, (int) end, &ranges, &n_ranges);
    for (int i = 0; i < n_ranges; i++)
      draw (data, &(GdkRectangle) { PANGO_PIXELS (ranges[2 * i]), PANGO_PIXELS (box.y),
                                    PANGO_PIXELS (ranges[2 * i + 1] - ranges[2 * i]),
                                    PANGO_PIXELS (box.height) });
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

typedef struct {
  AkkEditor *owner;
  GtkSnapshot *snapshot;
  gboolean wrong;
} ChipBox;

static void
draw_chip (gpointer data, const GdkRectangle *box)
{
  const ChipBox *chip = data;

  akk_editor_draw_chip (chip->owner, chip->snapshot, box, chip->wrong);
}

static void
draw_mark (gpointer data, const GdkRectangle *box)
{
  const AkkMark *mark = data;

  mark->draw (mark, box);
}

/* Where a byte of the line stands in the layout's text. */
static guint
layout_byte (AkkCellText *self, gsize byte)
{
  gsize at = 0;

  for (guint i = 0; i < self->line->n_runs; at += self->line->runs[i++].n_bytes)
    if (byte < at + self->line->runs[i].n_bytes)
      return g_array_index (self->starts, guint, i) +
             (akk_editor_run_is_atom (&self->line->runs[i]) ? 0 : (guint) (byte - at));
  return g_array_index (self->starts, guint, self->line->n_runs);
}

static void
draw_stretch (gpointer text, gsize from, gsize to, const AkkMark *mark)
{
  AkkCellText *self = text;
  AkkMark copy = *mark;

  each_box (self, layout_byte (self, from), layout_byte (self, to), draw_mark, &copy);
}

void
akk_cell_text_draw (AkkCellText *self,
                    GtkSnapshot *snapshot,
                    const AkkMatch *place,
                    const GdkRGBA *ink)
{
  for (guint i = 0; i < self->chips->len; i++) {
    const Chip *chip = &g_array_index (self->chips, Chip, i);
    ChipBox box = { self->owner, snapshot, chip->wrong };

    each_box (self, chip->start, chip->end, draw_chip, &box);
  }
  akk_editor_draw_cell_marks (self->owner, snapshot, place, self->line, draw_stretch, self);
  gtk_snapshot_append_layout (snapshot, self->layout, ink);
}

/* --- Life --- */

void
akk_cell_text_init (AkkCellText *self, AkkEditor *owner)
{
  self->owner = owner;
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->chips = g_array_new (FALSE, FALSE, sizeof (Chip));
}

void
akk_cell_text_clear (AkkCellText *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->line, akk_line_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->chips, g_array_unref);
}
