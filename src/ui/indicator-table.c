/* The figures of an indicator as a table: years beside each other, municipalities below.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-table.h"

#include <glib/gi18n.h>

#include "core/pact.h"
#include "core/parties.h"
#include "ui/day.h"
#include "ui/indicator-measurement-dialog.h"
#include "ui/indicator-words.h"

typedef struct {
  gint64 party_id;
  char *group, *label;
} Row;

struct _AkkIndicatorTable {
  AdwBin parent_instance;

  GtkWidget *names, *cells, *scroller; /* grids with the same rows */
  GtkLabel *legend;
  AkkIndicatorScope *scope;
  AkkIndicator *indicator;
  GPtrArray *rows; /* Row */
  GPtrArray *heights; /* GtkSizeGroup, of each line */
  int first_year, last_year;
  guint column, row; /* of the cell that Tab goes to */
  gboolean to_end; /* the newest year is to be seen */
};

G_DEFINE_FINAL_TYPE (AkkIndicatorTable, akk_indicator_table, ADW_TYPE_BIN)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->group);
  g_free (row->label);
  g_free (row);
}

static guint
n_years (AkkIndicatorTable *self)
{
  return (guint) (self->last_year - self->first_year + 1);
}

/* --- What the rows are --- */

GPtrArray *
akk_indicator_groups (AkkIndicatorScope *scope, const AkkIndicator *indicator)
{
  GPtrArray *known = akk_figures_target_groups (scope->figures, indicator);
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; indicator->by_target_group && i < AKK_PACT_N_TARGET_GROUPS; i++)
    g_ptr_array_add (groups, g_strdup (akk_pact_target_group (scope->phrases, i)));
  for (guint i = 0; i < known->len; i++)
    if (!g_ptr_array_find_with_equal_func (groups, known->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (groups, g_strdup (known->pdata[i]));
  return groups;
}

static void
add_row (GPtrArray *rows, gint64 party_id, const char *group, char *label)
{
  Row *row = g_new0 (Row, 1);

  row->party_id = party_id;
  row->group = g_strdup (group);
  row->label = label;
  g_ptr_array_add (rows, row);
}

static GPtrArray *
rows_of (AkkIndicatorTable *self, const char *target_group)
{
  GPtrArray *parties = akk_figures_municipalities (self->scope->figures);
  g_autoptr (GPtrArray) groups = akk_indicator_groups (self->scope, self->indicator);
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; self->indicator->by_municipality && i < parties->len; i++) {
    gint64 party = ((const AkkRecord *) parties->pdata[i])->id;

    add_row (rows, party, target_group, akk_party_short_name (self->scope->store, party));
  }
  for (guint i = 0; !self->indicator->by_municipality && i < groups->len; i++)
    add_row (rows, 0, groups->pdata[i], akk_phrases_sentence (groups->pdata[i]));
  add_row (rows, 0, self->indicator->by_municipality ? target_group : "",
           g_strdup (_ ("The whole region")));
  return rows;
}

static gboolean
same_rows (const GPtrArray *one, const GPtrArray *other)
{
  if (one == NULL || one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++) {
    const Row *a = one->pdata[i], *b = other->pdata[i];

    if (a->party_id != b->party_id || !g_str_equal (a->group, b->group) ||
        !g_str_equal (a->label, b->label))
      return FALSE;
  }
  return TRUE;
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
  const Row *it = self->rows->pdata[row];

  return akk_figures_get (self->scope->figures, self->indicator, self->first_year + (int) column,
                          it->party_id, it->group);
}

static gboolean
is_last_row (AkkIndicatorTable *self, guint row)
{
  return row + 1 == self->rows->len;
}

/* What a cell says in full: "Berlare, 2025: 41 %, provisional". */
static char *
cell_words (AkkIndicatorTable *self, guint column, guint row, const AkkFigure *figure)
{
  const Row *it = self->rows->pdata[row];
  g_autofree char *value = akk_figure_words (self->scope->phrases, self->indicator, figure, TRUE);
  GString *words = g_string_new (NULL);

  g_string_printf (words, "%s, %d: %s", it->label, self->first_year + (int) column,
                   *value != '\0' ? value : _ ("not filled in"));
  if (figure->state == AKK_FIGURE_SUPPRESSED)
    g_string_append_printf (words, ", %s", _ ("suppressed"));
  if (figure->provisional)
    g_string_append_printf (words, ", %s", _ ("provisional"));
  if (figure->until != AKK_NO_DATE) {
    g_autofree char *day = akk_day_long (figure->until);

    g_string_append_printf (words, ", ");
    g_string_append_printf (words, _ ("up to and including %s"), day);
  }
  if (figure->measurement_id == 0 && figure->n_parts > 0) {
    g_string_append_printf (words, ", ");
    g_string_append_printf (words, _ ("reckoned from %u of %u figures"), figure->n_known,
                            figure->n_parts);
  }
  return g_string_free_and_steal (words);
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

  gtk_button_set_label (GTK_BUTTON (cell), label);
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
edit (AkkIndicatorTable *self, guint column, guint row, const char *initial)
{
  const Row *it = self->rows->pdata[row];

  adw_dialog_present (ADW_DIALOG (akk_indicator_measurement_dialog_new (
                          self->scope, self->indicator, self->first_year + (int) column,
                          it->party_id, it->group, initial)),
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
    edit (self, column, row, NULL);
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
  gunichar c = gdk_keyval_to_unicode (keyval);

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
    if (c < 0x80 && g_ascii_isdigit ((char) c)) {
      const char initial[] = { (char) c, '\0' };

      edit (self, column, row, initial);
      return GDK_EVENT_STOP;
    }
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
  GtkWidget *cell = gtk_button_new_with_label ("");
  GtkEventController *focus = gtk_event_controller_focus_new ();

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
    GtkWidget *name = head_new (((const Row *) self->rows->pdata[row])->label, 0);

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

static void
width_changed_cb (AkkIndicatorTable *self, GtkAdjustment *adjustment)
{
  if (self->to_end && gtk_adjustment_get_page_size (adjustment) > 0) {
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
    self->to_end = gtk_adjustment_get_page_size (adjustment) <= 1;
  }
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
  rows = rows_of (self, target_group);
  if (first != self->first_year || last != self->last_year || !same_rows (self->rows, rows)) {
    g_clear_pointer (&self->rows, g_ptr_array_unref);
    self->rows = g_steal_pointer (&rows);
    self->first_year = first;
    self->last_year = last;
    make (self);
  }
  update (self);
}
