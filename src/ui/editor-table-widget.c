/* A table in the editor: the grid of its cells.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define PADDING_X .55
#define PADDING_Y .3
#define NARROWEST 2.4 /* a column, in em */
#define CARET_WIDTH 2

struct _AkkEditorTable {
  GtkWidget parent_instance;

  AkkEditor *owner;
  GtkTextMark *atom;
  AkkLine *line;
  GPtrArray *cells; /* AkkEditorCell, row by row */

  gboolean stale; /* it has to be laid out again */
  int width, height;
  GArray *lefts, *tops; /* of columns and rows, and the end of the last */

  int x, y; /* in the text */
  AkkTableCaret caret;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (AkkEditorTable, akk_editor_table, GTK_TYPE_WIDGET)

int
akk_editor_table_padding_x (AkkEditor *owner)
{
  return (int) (PADDING_X * owner->em);
}

int
akk_editor_table_padding_y (AkkEditor *owner)
{
  return (int) (PADDING_Y * owner->em);
}

/* --- Layout --- */

/* Columns that ask for less than their share get it; the others share what is left. */
static void
share_width (const int *wanted, int *widths, guint n, int width)
{
  g_autofree gboolean *settled = g_new0 (gboolean, n);
  guint open = n;
  int rest = width;
  gboolean again = TRUE;

  while (again && open > 0) {
    int share = rest / (int) open;

    again = FALSE;
    for (guint i = 0; i < n; i++) {
      if (settled[i] || wanted[i] > share)
        continue;
      widths[i] = wanted[i];
      settled[i] = again = TRUE;
      rest -= wanted[i];
      open--;
    }
  }
  for (guint i = 0; i < n; i++) {
    if (open > 0 && !settled[i])
      widths[i] = rest / (int) open;
    else if (open == 0)
      widths[i] += rest / (int) n; /* all fit: they spread */
  }
}

static void
place_columns (AkkEditorTable *self, int width)
{
  const AkkTable *table = self->line->table;
  const guint n = table->n_columns;
  g_autofree int *wanted = g_new0 (int, n);
  g_autofree int *widths = g_new0 (int, n);
  int least = (int) (NARROWEST * self->owner->em), left = 0;

  for (guint i = 0; i < n; i++) {
    wanted[i] = table->widths[0] > 0 ? width * table->widths[i] / 100 : least;
    for (guint row = 0; row < table->n_rows && table->widths[0] == 0; row++)
      wanted[i] = MAX (wanted[i], akk_editor_cell_natural_width (self->cells->pdata[row * n + i]));
  }
  if (table->widths[0] > 0)
    memcpy (widths, wanted, n * sizeof *widths);
  else
    share_width (wanted, widths, n, width);
  g_array_set_size (self->lefts, 0);
  for (guint i = 0; i < n; i++) {
    g_array_append_val (self->lefts, left);
    left += widths[i];
  }
  g_array_append_val (self->lefts, width);
}

/* While a cell is written in, columns stay where they are. */
static gboolean
columns_hold (AkkEditorTable *self, int width)
{
  return self->width == width && self->lefts->len == self->line->table->n_columns + 1 &&
         self->line->table->widths[0] == 0 && akk_editor_tables_table (self->owner) == self;
}

static int
column_width (AkkEditorTable *self, guint column)
{
  return g_array_index (self->lefts, int, column + 1) - g_array_index (self->lefts, int, column);
}

gboolean
akk_editor_table_lay_out (AkkEditorTable *self, int width, int *height_px)
{
  const guint n = self->line->table->n_columns;
  int top = 0;

  *height_px = self->height;
  if (!self->stale && self->width == width)
    return FALSE;
  if (!columns_hold (self, width))
    place_columns (self, width);
  g_array_set_size (self->tops, 0);
  for (guint row = 0; row < self->line->table->n_rows; row++) {
    int height = 0;

    for (guint i = 0; i < n; i++)
      height = MAX (
          height, akk_editor_cell_height (self->cells->pdata[row * n + i], column_width (self, i)));
    g_array_append_val (self->tops, top);
    top += height;
  }
  g_array_append_val (self->tops, top);
  self->stale = FALSE;
  self->width = width;
  self->height = *height_px = top;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return TRUE;
}

static void
cell_place (AkkEditorTable *self, guint row, guint column, GtkAllocation *place)
{
  place->x = g_array_index (self->lefts, int, column);
  place->y = g_array_index (self->tops, int, row);
  place->width = column_width (self, column);
  place->height = g_array_index (self->tops, int, row + 1) - place->y;
}

/* --- Widget --- */

static void
akk_editor_table_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AkkEditorTable *self = AKK_EDITOR_TABLE (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
}

static void
akk_editor_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AkkEditorTable *self = AKK_EDITOR_TABLE (widget);

  if (self->stale || self->tops->len == 0)
    return;
  for (guint i = 0; i < self->cells->len; i++) {
    const guint n = self->line->table->n_columns;
    GtkAllocation place;

    cell_place (self, i / n, i % n, &place);
    gtk_widget_size_allocate (self->cells->pdata[i], &place, -1);
  }
}

static void
draw_bar (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int width, int height)
{
  gtk_snapshot_append_color (
      snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
draw_grid (AkkEditorTable *self, GtkSnapshot *snapshot)
{
  gboolean high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA line, head;

  gtk_widget_get_color (GTK_WIDGET (self), &line);
  head = line;
  head.alpha *= .06f;
  line.alpha *= high_contrast ? .9f : .22f;
  draw_bar (snapshot, &head, 0, 0, self->width, g_array_index (self->tops, int, 1));
  for (guint i = 0; i < self->tops->len; i++)
    draw_bar (snapshot, &line, 0, MIN (g_array_index (self->tops, int, i), self->height - 1),
              self->width, 1);
  for (guint i = 0; i < self->lefts->len; i++)
    draw_bar (snapshot, &line, MIN (g_array_index (self->lefts, int, i), self->width - 1), 0, 1,
              self->height);
}

/* The caret of the text beside the table: a frame, and a bar on the side where it stands. */
static void
draw_caret (AkkEditorTable *self, GtkSnapshot *snapshot)
{
  g_autoptr (GdkRGBA) accent =
      adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  int side = self->caret == AKK_TABLE_CARET_BEFORE ? 0 : self->width - 2 * CARET_WIDTH;

  if (self->selected) {
    GdkRGBA tint = *accent;

    tint.alpha = .25f;
    draw_bar (snapshot, &tint, 0, 0, self->width, self->height);
  }
  if (self->caret == AKK_TABLE_CARET_ELSEWHERE)
    return;
  draw_bar (snapshot, accent, side, 0, 2 * CARET_WIDTH, self->height);
  draw_bar (snapshot, accent, 0, 0, self->width, CARET_WIDTH);
  draw_bar (snapshot, accent, 0, self->height - CARET_WIDTH, self->width, CARET_WIDTH);
  draw_bar (snapshot, accent, 0, 0, CARET_WIDTH, self->height);
  draw_bar (snapshot, accent, self->width - CARET_WIDTH, 0, CARET_WIDTH, self->height);
}

static void
akk_editor_table_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkEditorTable *self = AKK_EDITOR_TABLE (widget);

  if (self->stale || self->tops->len < 2)
    return;
  draw_grid (self, snapshot);
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_snapshot_child (widget, self->cells->pdata[i], snapshot);
  draw_caret (self, snapshot);
}

static void
akk_editor_table_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (akk_editor_table_parent_class)->css_changed (widget, change);
  AKK_EDITOR_TABLE (widget)->stale = TRUE;
}

static gboolean
akk_editor_table_grab_focus (GtkWidget *widget)
{
  AkkEditorTable *self = AKK_EDITOR_TABLE (widget);

  akk_editor_tables_enter (self->owner, self, 0, 0, FALSE);
  return TRUE;
}

static void
akk_editor_table_dispose (GObject *object)
{
  AkkEditorTable *self = AKK_EDITOR_TABLE (object);

  if (self->cells != NULL)
    for (guint i = 0; i < self->cells->len; i++)
      gtk_widget_unparent (self->cells->pdata[i]);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->line, akk_line_unref);
  g_clear_pointer (&self->lefts, g_array_unref);
  g_clear_pointer (&self->tops, g_array_unref);
  G_OBJECT_CLASS (akk_editor_table_parent_class)->dispose (object);
}

static void
akk_editor_table_class_init (AkkEditorTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = akk_editor_table_dispose;
  widget_class->measure = akk_editor_table_measure;
  widget_class->size_allocate = akk_editor_table_size_allocate;
  widget_class->snapshot = akk_editor_table_snapshot;
  widget_class->css_changed = akk_editor_table_css_changed;
  widget_class->grab_focus = akk_editor_table_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
  akk_editor_table_class_init_actions (widget_class);
}

static void
akk_editor_table_init (AkkEditorTable *self)
{
  self->cells = g_ptr_array_new ();
  self->lefts = g_array_new (FALSE, FALSE, sizeof (int));
  self->tops = g_array_new (FALSE, FALSE, sizeof (int));
  self->stale = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* --- For the editor --- */

AkkEditorTable *
akk_editor_table_new (AkkEditor *owner)
{
  AkkEditorTable *self = g_object_new (AKK_TYPE_EDITOR_TABLE, NULL);

  self->owner = owner;
  return self;
}

void
akk_editor_table_set_atom (AkkEditorTable *self, GtkTextMark *atom)
{
  self->atom = atom;
}

AkkEditor *
akk_editor_table_get_owner (AkkEditorTable *self)
{
  return self->owner;
}

GtkTextMark *
akk_editor_table_get_atom (AkkEditorTable *self)
{
  return self->atom;
}

AkkLine *
akk_editor_table_get_line (AkkEditorTable *self)
{
  return self->line;
}

gint64
akk_editor_table_section (AkkEditorTable *self)
{
  return akk_editor_section_of_line (self->owner, akk_editor_tables_position (self->owner, self));
}

static void
set_cell_count (AkkEditorTable *self, guint n)
{
  while (self->cells->len > n) {
    gtk_widget_unparent (self->cells->pdata[self->cells->len - 1]);
    g_ptr_array_set_size (self->cells, (int) self->cells->len - 1);
  }
  while (self->cells->len < n) {
    AkkEditorCell *cell = akk_editor_cell_new (self->owner);

    gtk_widget_set_parent (GTK_WIDGET (cell), GTK_WIDGET (self));
    g_ptr_array_add (self->cells, cell);
  }
}

void
akk_editor_table_set_line (AkkEditorTable *self, AkkLine *line)
{
  const AkkTable *table = line->table;
  g_autofree char *label = akk_editor_table_label (line);

  if (self->line == line)
    return;
  akk_line_ref (line);
  g_clear_pointer (&self->line, akk_line_unref);
  self->line = line;
  set_cell_count (self, table->n_rows * table->n_columns);
  for (guint i = 0; i < self->cells->len; i++) {
    guint row = i / table->n_columns, column = i % table->n_columns;

    akk_editor_cell_set (self->cells->pdata[i], table->cells[i], row, column,
                         table->alignment[column]);
  }
  self->stale = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
akk_editor_table_refresh (AkkEditorTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    akk_editor_cell_refresh (self->cells->pdata[i]);
  self->stale = TRUE;
}

void
akk_editor_table_queue_draw (AkkEditorTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_queue_draw (self->cells->pdata[i]);
}

AkkEditorCell *
akk_editor_table_get_cell (AkkEditorTable *self, guint row, guint column)
{
  const AkkTable *table = self->line->table;

  row = MIN (row, table->n_rows - 1);
  column = MIN (column, table->n_columns - 1);
  return self->cells->pdata[row * table->n_columns + column];
}

void
akk_editor_table_cell_origin (AkkEditorTable *self, AkkEditorCell *cell, int *x, int *y)
{
  guint row = akk_editor_cell_get_row (cell), column = akk_editor_cell_get_column (cell);

  *x = column < self->lefts->len ? g_array_index (self->lefts, int, column) : 0;
  *y = row < self->tops->len ? g_array_index (self->tops, int, row) : 0;
  *x += akk_editor_table_padding_x (self->owner);
  *y += akk_editor_table_padding_y (self->owner);
}

void
akk_editor_table_shares (AkkEditorTable *self, guint8 *widths)
{
  const AkkTable *table = self->line->table;

  for (guint i = 0; i < table->n_columns; i++)
    widths[i] = table->widths[0] > 0 ? table->widths[i]
                : self->width > 0 && self->lefts->len > i + 1
                    ? (guint8) (column_width (self, i) * 100 / self->width)
                    : (guint8) (100 / table->n_columns);
}

gboolean
akk_editor_table_take_place (AkkEditorTable *self, int x, int y)
{
  if (self->x == x && self->y == y)
    return FALSE;
  self->x = x;
  self->y = y;
  return TRUE;
}

void
akk_editor_table_get_place (AkkEditorTable *self, int *x, int *y)
{
  *x = self->x;
  *y = self->y;
}

void
akk_editor_table_set_caret (AkkEditorTable *self, AkkTableCaret caret, gboolean selected)
{
  if (self->caret == caret && self->selected == selected)
    return;
  self->caret = caret;
  self->selected = selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
