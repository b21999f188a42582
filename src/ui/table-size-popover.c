/* The popover in which the size of a new table is chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/table-size-popover.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SQUARE_SP 20
#define GAP 3
#define FIRST_ROWS 3
#define FIRST_COLUMNS 3

struct _AkkTableSizePopover {
  GtkPopover parent_instance;

  GtkWidget *grid;
  GtkLabel *label;
  int rows, columns;
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkTableSizePopover, akk_table_size_popover, GTK_TYPE_POPOVER)

/* --- Drawing --- */

static int
pitch (GtkWidget *widget)
{
  return GAP + (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, SQUARE_SP,
                                            gtk_widget_get_settings (widget));
}

static void
draw_square (
    GtkSnapshot *snapshot, int x, int y, int size, const GdkRGBA *fill, const GdkRGBA *edge)
{
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA edges[4] = { *edge, *edge, *edge, *edge };
  GskRoundedRect square;

  gsk_rounded_rect_init_from_rect (
      &square, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) size, (float) size), 3);
  if (fill != NULL) {
    gtk_snapshot_push_rounded_clip (snapshot, &square);
    gtk_snapshot_append_color (snapshot, fill, &square.bounds);
    gtk_snapshot_pop (snapshot);
  }
  gtk_snapshot_append_border (snapshot, &square, widths, edges);
}

/* --- The grid: a widget that draws the squares --- */

#define AKK_TYPE_TABLE_SIZE_GRID (akk_table_size_grid_get_type ())
G_DECLARE_FINAL_TYPE (AkkTableSizeGrid, akk_table_size_grid, AKK, TABLE_SIZE_GRID, GtkWidget)

struct _AkkTableSizeGrid {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AkkTableSizeGrid, akk_table_size_grid, GTK_TYPE_WIDGET)

static void
akk_table_size_grid_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = AKK_TABLE_SIZE_MAX * pitch (widget) - GAP;
}

static void
akk_table_size_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, AKK_TYPE_TABLE_SIZE_POPOVER);
  g_autoptr (GdkRGBA) accent =
      adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  GdkRGBA edge, fill = *accent;
  int rows, columns, step = pitch (widget);

  akk_table_size_popover_get_size (AKK_TABLE_SIZE_POPOVER (popover), &rows, &columns);
  gtk_widget_get_color (widget, &edge);
  edge.alpha *= .5f;
  for (int row = 0; row < AKK_TABLE_SIZE_MAX; row++)
    for (int column = 0; column < AKK_TABLE_SIZE_MAX; column++) {
      gboolean in = row < rows && column < columns;

      /* The header row is stronger. */
      fill.alpha = row == 0 ? .9f : .45f;
      draw_square (snapshot, column * step, row * step, step - GAP, in ? &fill : NULL,
                   in ? accent : &edge);
    }
}

static void
akk_table_size_grid_class_init (AkkTableSizeGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = akk_table_size_grid_measure;
  widget_class->snapshot = akk_table_size_grid_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
akk_table_size_grid_init (AkkTableSizeGrid *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/* --- The size --- */

/* "3 rows, 4 columns" */
static char *
size_words (int rows, int columns)
{
  g_autofree char *down =
      g_strdup_printf (g_dngettext (NULL, "%d row", "%d rows", (gulong) rows), rows);
  g_autofree char *across =
      g_strdup_printf (g_dngettext (NULL, "%d column", "%d columns", (gulong) columns), columns);

  /* Translators: the size of a table: "3 rows, 4 columns". */
  return g_strdup_printf (_ ("%s, %s"), down, across);
}

void
akk_table_size_popover_set_size (AkkTableSizePopover *self, int rows, int columns)
{
  g_autofree char *words = NULL;

  g_return_if_fail (AKK_IS_TABLE_SIZE_POPOVER (self));

  rows = CLAMP (rows, 1, AKK_TABLE_SIZE_MAX);
  columns = CLAMP (columns, 1, AKK_TABLE_SIZE_MAX);
  if (rows == self->rows && columns == self->columns)
    return;
  self->rows = rows;
  self->columns = columns;
  words = size_words (rows, columns);
  gtk_label_set_label (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->grid), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_widget_queue_draw (self->grid);
}

void
akk_table_size_popover_get_size (AkkTableSizePopover *self, int *rows, int *columns)
{
  g_return_if_fail (AKK_IS_TABLE_SIZE_POPOVER (self));

  *rows = self->rows;
  *columns = self->columns;
}

static void
choose (AkkTableSizePopover *self)
{
  g_autoptr (AkkTableSizePopover) kept = g_object_ref (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, (guint) self->rows, (guint) self->columns);
}

/* --- Callbacks --- */

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, AkkTableSizePopover *self)
{
  int step = pitch (self->grid);

  akk_table_size_popover_set_size (self, (int) y / step + 1, (int) x / step + 1);
}

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, AkkTableSizePopover *self)
{
  motion_cb (NULL, x, y, self);
  choose (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                AkkTableSizePopover *self)
{
  /* Where text runs to the left, so does the table. */
  int onward = gtk_widget_get_direction (self->grid) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key) {
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    akk_table_size_popover_set_size (self, self->rows - 1, self->columns);
    return GDK_EVENT_STOP;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    akk_table_size_popover_set_size (self, self->rows + 1, self->columns);
    return GDK_EVENT_STOP;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    akk_table_size_popover_set_size (self, self->rows, self->columns - onward);
    return GDK_EVENT_STOP;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    akk_table_size_popover_set_size (self, self->rows, self->columns + onward);
    return GDK_EVENT_STOP;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_ISO_Enter:
  case GDK_KEY_space:
    choose (self);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

/* --- Class --- */

static void
akk_table_size_popover_class_init (AkkTableSizePopoverClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", AKK_TYPE_TABLE_SIZE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
akk_table_size_popover_init (AkkTableSizePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->grid = g_object_new (AKK_TYPE_TABLE_SIZE_GRID, NULL);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_halign (self->grid, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Insert a table"), -1);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (self->grid, motion);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->grid, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->grid, keys);
  akk_table_size_popover_set_size (self, FIRST_ROWS, FIRST_COLUMNS);
}

GtkWidget *
akk_table_size_popover_new (void)
{
  return g_object_new (AKK_TYPE_TABLE_SIZE_POPOVER, NULL);
}
