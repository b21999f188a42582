/* The figures of an indicator as a table: years beside each other, municipalities below.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-table.h"

#include <glib/gi18n.h>

#include "ui/indicator-measurement-dialog.h"
#include "ui/indicator-rows.h"
#include "ui/indicator-words.h"

struct _AkkIndicatorTable {
  AdwBin parent_instance;

  GtkWidget *names, *cells, *scroller; /* grids with the same rows */
  GtkLabel *legend;
  AkkIndicatorScope *scope;
  AkkIndicator *indicator;
  GPtrArray *rows; /* AkkIndicatorRow */
  GPtrArray *heights; /* GtkSizeGroup, of each line */
  int first_year, last_year;
  guint column, row; /* of the cell that Tab goes to */
  gboolean to_end; /* the newest year is in sight */
};

G_DEFINE_FINAL_TYPE (AkkIndicatorTable, akk_indicator_table, ADW_TYPE_BIN)

static guint
n_years (AkkIndicatorTable *self)
{
  return (guint) (self->last_year - self->first_year + 1);
}

/* --- Cells --- */

static GtkWidget *
cell_at (AkkIndicatorTable *self, guint column, guint row)
{
  return gtk_grid_get_child_at (GTK_GRID (self->cells), (int) column, (int) row + 1);
}

static AkkFigure
figure_at (AkkIndicatorTable *self, guint column, guint row)
{
  const AkkIndicatorRow *it = self->rows->pdata[row];

  return akk_figures_get (self->scope->figures, self->indicator, self->first_year + (int) column,
                          it->party_id, it->group);
}

static gboolean
is_last_row (AkkIndicatorTable *self, guint row)
{
  return row + 1 == self->rows->len;
}

static char *
cell_words (AkkIndicatorTable *self, guint column, guint row, const AkkFigure *figure)
{
  return akk_indicator_row_words (self->scope, self->indicator, self->rows->pdata[row],
                                  self->first_year + (int) column, figure);
}

static void
update_cell (AkkIndicatorTable *self, guint column, guint row)
{
  GtkWidget *cell = cell_at (self, column, row);
  AkkFigure figure = figure_at (self, column, row);
  g_autofree char *value = akk_figure_words (self->scope->phrases, self->indicator, &figure,
                                             akk_indicator_has_sign (self->indicator));
  g_autofree char *words = cell_words (self, column, row, &figure);
  g_autofree char *label = g_strdup_printf (
      "%s%s", figure.state == AKK_FIGURE_UNAVAILABLE ? C_ ("figure", "n/a") : value,
      figure.provisional ? "*" : "");

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (cell))), label);
  gtk_widget_set_tooltip_text (cell, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update_legend (AkkIndicatorTable *self)
{
  gboolean provisional = FALSE, suppressed = FALSE, unavailable = FALSE, range = FALSE;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;

  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < n_years (self); column++) {
      AkkFigure figure = figure_at (self, column, row);

      provisional |= figure.provisional;
      suppressed |= figure.state == AKK_FIGURE_SUPPRESSED;
      unavailable |= figure.state == AKK_FIGURE_UNAVAILABLE;
      range |= figure.state == AKK_FIGURE_RANGE;
    }
  if (provisional)
    g_strv_builder_add (parts, _ ("*: provisional."));
  if (suppressed)
    g_strv_builder_add (parts, _ ("1–3: suppressed, so few that nobody may be recognised."));
  if (range)
    g_strv_builder_add (parts, _ ("A range: reckoned with suppressed numbers."));
  if (unavailable)
    g_strv_builder_add (parts, _ ("n/a: there is no such figure."));
  words = g_strv_builder_end (parts);
  text = g_strjoinv (" ", words);
  gtk_label_set_label (self->legend, text);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), *text != '\0');
}

static void
update (AkkIndicatorTable *self)
{
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < n_years (self); column++)
      update_cell (self, column, row);
  update_legend (self);
}

/* --- Editing --- */

static gboolean
place_of (AkkIndicatorTable *self, GtkWidget *cell, guint *column, guint *row)
{
  int left, top;

  if (cell == NULL || gtk_widget_get_parent (cell) != self->cells)
    return FALSE;
  gtk_grid_query_child (GTK_GRID (self->cells), cell, &left, &top, NULL, NULL);
  if (top == 0)
    return FALSE;
  *column = (guint) left;
  *row = (guint) top - 1;
  return TRUE;
}

static void
edit (AkkIndicatorTable *self, guint column, guint row)
{
  const AkkIndicatorRow *it = self->rows->pdata[row];

  adw_dialog_present (
      ADW_DIALOG (akk_indicator_measurement_dialog_new (
          self->scope, self->indicator, self->first_year + (int) column, it->party_id, it->group)),
      GTK_WIDGET (self));
}

static void
empty (AkkIndicatorTable *self, guint column, guint row)
{
  AkkFigure figure = figure_at (self, column, row);
  g_autoptr (AkkMeasurement) measurement =
      figure.measurement_id != 0
          ? akk_store_get (self->scope->store, &akk_measurement_record, figure.measurement_id)
          : NULL;
  g_autofree char *words = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (measurement == NULL)
    return;
  words = cell_words (self, column, row, &figure);
  sentence = g_strdup_printf (_ ("“%s” has been deleted."), words);
  akk_store_begin (self->scope->store, N_ ("Delete figure"));
  akk_store_delete (self->scope->store, measurement);
  if (!akk_store_commit (self->scope->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", sentence);
}

static void
cell_clicked_cb (AkkIndicatorTable *self, GtkWidget *cell)
{
  guint column, row;

  if (place_of (self, cell, &column, &row))
    edit (self, column, row);
}

/* --- The keyboard --- */

/* One cell is reached with Tab: the one that had the focus last. */
static void
go_to (AkkIndicatorTable *self, guint column, guint row, gboolean grab)
{
  GtkWidget *before = cell_at (self, self->column, self->row);
  GtkWidget *cell = cell_at (self, column, row);

  if (cell == NULL)
    return;
  if (before != NULL && before != cell)
    gtk_widget_set_focusable (before, FALSE);
  gtk_widget_set_focusable (cell, TRUE);
  self->column = column;
  self->row = row;
  if (grab)
    gtk_widget_grab_focus (cell);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        AkkIndicatorTable *self)
{
  const guint last_column = n_years (self) - 1, last_row = self->rows->len - 1;
  guint column = self->column, row = self->row;

  if (cell_at (self, column, row) == NULL || !gtk_widget_has_focus (cell_at (self, column, row)) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval) {
  case GDK_KEY_Left:
    column -= column > 0 ? 1 : 0;
    break;
  case GDK_KEY_Right:
    column = MIN (column + 1, last_column);
    break;
  case GDK_KEY_Up:
    row -= row > 0 ? 1 : 0;
    break;
  case GDK_KEY_Down:
    row = MIN (row + 1, last_row);
    break;
  case GDK_KEY_Home:
    column = 0;
    break;
  case GDK_KEY_End:
    column = last_column;
    break;
  case GDK_KEY_Delete:
    empty (self, column, row);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
  go_to (self, column, row, TRUE);
  return GDK_EVENT_STOP;
}

static void
cell_focused_cb (GtkEventController *controller, AkkIndicatorTable *self)
{
  guint column, row;

  if (place_of (self, gtk_event_controller_get_widget (controller), &column, &row))
    go_to (self, column, row, FALSE);
}

/* --- Making --- */

static GtkWidget *
head_new (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "akk-figure-head");
  return label;
}

static void
attach (AkkIndicatorTable *self, GtkWidget *grid, GtkWidget *child, guint column, guint line)
{
  gtk_grid_attach (GTK_GRID (grid), child, (int) column, (int) line, 1, 1);
  gtk_size_group_add_widget (self->heights->pdata[line], child);
}

static void
add_cell (AkkIndicatorTable *self, guint column, guint row)
{
  GtkWidget *cell = gtk_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* Not the label of the button: that would be all that is said of it. */
  gtk_button_set_child (GTK_BUTTON (cell), gtk_label_new (NULL));
  gtk_widget_add_css_class (cell, "flat");
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_focusable (cell, FALSE);
  if (is_last_row (self, row))
    gtk_widget_add_css_class (cell, "akk-region");
  g_signal_connect (focus, "enter", G_CALLBACK (cell_focused_cb), self);
  gtk_widget_add_controller (cell, focus);
  g_signal_connect_swapped (cell, "clicked", G_CALLBACK (cell_clicked_cb), self);
  attach (self, self->cells, cell, column, row + 1);
}

static void
clear_grid (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
}

static void
make (AkkIndicatorTable *self)
{
  clear_grid (self->names);
  clear_grid (self->cells);
  g_ptr_array_set_size (self->heights, 0);
  for (guint i = 0; i <= self->rows->len; i++)
    g_ptr_array_add (self->heights, gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL));
  attach (self, self->names, head_new ("", 0), 0, 0);
  for (guint row = 0; row < self->rows->len; row++) {
    GtkWidget *name = head_new (((const AkkIndicatorRow *) self->rows->pdata[row])->label, 0);

    gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
    gtk_label_set_max_width_chars (GTK_LABEL (name), 24);
    if (!is_last_row (self, row))
      gtk_widget_remove_css_class (name, "akk-figure-head");
    gtk_widget_add_css_class (name, "akk-figure-name");
    attach (self, self->names, name, 0, row + 1);
  }
  for (guint column = 0; column < n_years (self); column++) {
    g_autofree char *year = g_strdup_printf ("%d", self->first_year + (int) column);

    attach (self, self->cells, head_new (year, 0.5f), column, 0);
    for (guint row = 0; row < self->rows->len; row++)
      add_cell (self, column, row);
  }
  self->column = n_years (self) - 1;
  self->row = 0;
  self->to_end = TRUE;
  go_to (self, self->column, self->row, FALSE);
}

/* --- The widget --- */

/* Until somebody scrolls, the newest year is in sight, however wide the window. */
static void
width_changed_cb (AkkIndicatorTable *self, GtkAdjustment *adjustment)
{
  if (self->to_end)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
scrolled_cb (AkkIndicatorTable *self, GtkAdjustment *adjustment)
{
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  self->to_end = gtk_adjustment_get_value (adjustment) >= end - 1;
}

static void
akk_indicator_table_dispose (GObject *object)
{
  AkkIndicatorTable *self = AKK_INDICATOR_TABLE (object);

  g_clear_pointer (&self->scope, akk_indicator_scope_unref);
  g_clear_object (&self->indicator);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->heights, g_ptr_array_unref);
  G_OBJECT_CLASS (akk_indicator_table_parent_class)->dispose (object);
}

static void
akk_indicator_table_class_init (AkkIndicatorTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_indicator_table_dispose;
}

static void
akk_indicator_table_init (AkkIndicatorTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->heights = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = gtk_grid_new ();
  self->cells = gtk_grid_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->cells);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  g_signal_connect_object (
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
      G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
      G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->cells), TRUE);
  gtk_box_append (GTK_BOX (line), self->names);
  gtk_box_append (GTK_BOX (line), self->scroller);
  gtk_box_append (GTK_BOX (box), line);
  self->legend = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->legend, 0);
  gtk_label_set_wrap (self->legend, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->legend), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->legend), "dimmed");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->legend));
  gtk_widget_add_css_class (box, "akk-figures");
  gtk_widget_add_css_class (box, "card");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->cells, keys);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* --- Public --- */

void
akk_indicator_table_show (AkkIndicatorTable *self,
                          AkkIndicatorScope *scope,
                          AkkIndicator *indicator,
                          const char *target_group)
{
  g_autoptr (GPtrArray) rows = NULL;
  int first = scope->year, last = scope->year;

  g_return_if_fail (AKK_IS_INDICATOR_TABLE (self));

  if (self->scope == NULL)
    self->scope = akk_indicator_scope_ref (scope);
  g_set_object (&self->indicator, indicator);
  akk_figures_years (scope->figures, indicator, &first, &last);
  last = MAX (last, scope->year); /* this year can be filled in */
  rows = akk_indicator_rows (scope, indicator, target_group);
  if (first != self->first_year || last != self->last_year ||
      !akk_indicator_rows_equal (self->rows, rows)) {
    g_clear_pointer (&self->rows, g_ptr_array_unref);
    self->rows = g_steal_pointer (&rows);
    self->first_year = first;
    self->last_year = last;
    make (self);
  }
  update (self);
}
