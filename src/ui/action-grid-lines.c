/* The lines and columns of the matrix, and the focus in them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/pact.h"
#include "ui/action-grid-private.h"

#define NAME_WIDTH 146 /* sp */
#define GAP 8

/* --- Which lines and columns --- */

static gboolean
line_used (AkkActionGrid *self, guint domain)
{
  for (guint group = 0; group < self->matrix->n_target_groups; group++)
    if (akk_action_matrix_cell (self->matrix, domain, group)->len > 0)
      return TRUE;
  return FALSE;
}

static gboolean
column_used (AkkActionGrid *self, guint group)
{
  for (guint domain = 0; domain < self->matrix->n_domains; domain++)
    if (akk_action_matrix_cell (self->matrix, domain, group)->len > 0)
      return TRUE;
  return FALSE;
}

static GArray *
wanted_lines (AkkActionGrid *self)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->matrix->n_domains; i++)
    if (i < AKK_PACT_N_DOMAINS || line_used (self, i))
      g_array_append_val (wanted, i);
  return wanted;
}

static GArray *
wanted_columns (AkkActionGrid *self)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->matrix->n_target_groups; i++)
    if (self->single ? i == self->picked : i < AKK_PACT_N_TARGET_GROUPS || column_used (self, i))
      g_array_append_val (wanted, i);
  return wanted;
}

static gboolean
equal (const GArray *one, const GArray *two)
{
  if (one == NULL || one->len != two->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (g_array_index (one, guint, i) != g_array_index (two, guint, i))
      return FALSE;
  return TRUE;
}

/* --- The focus: one cell takes it, the arrows move it --- */

static GtkWidget *
cell_at (AkkActionGrid *self, guint line, guint column)
{
  return self->cells->pdata[line * self->groups->len + column];
}

/* The place of the cell with the focus. */
static gboolean
focused_place (AkkActionGrid *self, guint *line, guint *column)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (gtk_widget_has_focus (self->cells->pdata[i])) {
      *line = i / self->groups->len;
      *column = i % self->groups->len;
      return TRUE;
    }
  return FALSE;
}

static gboolean
key_cb (AkkActionGrid *self, guint key, guint code, GdkModifierType state)
{
  guint line, column, n_columns = self->groups != NULL ? self->groups->len : 0;
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if ((state & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0 || n_columns == 0 ||
      !focused_place (self, &line, &column))
    return GDK_EVENT_PROPAGATE;
  if ((key == GDK_KEY_Left || key == GDK_KEY_KP_Left) && column > 0)
    column = control ? 0 : column - 1;
  else if ((key == GDK_KEY_Right || key == GDK_KEY_KP_Right) && column + 1 < n_columns)
    column = control ? n_columns - 1 : column + 1;
  else if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && line > 0)
    line = control ? 0 : line - 1;
  else if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && line + 1 < self->domains->len)
    line = control ? self->domains->len - 1 : line + 1;
  else if (key == GDK_KEY_Home)
    column = 0;
  else if (key == GDK_KEY_End)
    column = n_columns - 1;
  else
    return GDK_EVENT_PROPAGATE;
  akk_action_grid_make_focusable (self, cell_at (self, line, column));
  gtk_widget_grab_focus (cell_at (self, line, column));
  return GDK_EVENT_STOP;
}

/* --- Lines of cells --- */

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
label_new (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
name_new (const char *words)
{
  GtkWidget *label = label_new (words, "akk-grid-name");

  return label;
}

static GtkWidget *
columns_new (void)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_widget_set_hexpand (columns, TRUE);
  return columns;
}

/* --- A line: its name, always as wide, then the columns --- */

static int
name_width (GtkWidget *line)
{
  return (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, NAME_WIDTH,
                                      gtk_widget_get_settings (line));
}

static GtkSizeRequestMode
line_mode_cb (GtkWidget *line)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
line_measure_cb (GtkWidget *line,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  GtkWidget *name = gtk_widget_get_first_child (line), *columns = gtk_widget_get_last_child (line);
  int width = name_width (line), name_minimum, name_natural;

  *minimum = *natural = 0;
  if (columns == NULL) /* it is being emptied */
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    gtk_widget_measure (columns, orientation, -1, minimum, natural, NULL, NULL);
    *minimum += width + GAP;
    *natural += width + GAP;
    return;
  }
  gtk_widget_measure (name, orientation, width, &name_minimum, &name_natural, NULL, NULL);
  gtk_widget_measure (columns, orientation, for_size < 0 ? -1 : MAX (0, for_size - width - GAP),
                      minimum, natural, NULL, NULL);
  *minimum = MAX (*minimum, name_minimum);
  *natural = MAX (*natural, name_natural);
}

static void
line_allocate_cb (GtkWidget *line, int width, int height, int baseline)
{
  int name = name_width (line);

  if (gtk_widget_get_first_child (line) == NULL)
    return;
  gtk_widget_size_allocate (gtk_widget_get_first_child (line),
                            &(GtkAllocation) { 0, 0, name, height }, -1);
  gtk_widget_size_allocate (gtk_widget_get_last_child (line),
                            &(GtkAllocation) { name + GAP, 0, width - name - GAP, height }, -1);
}

static void
lay_out (GtkWidget *line)
{
  gtk_widget_set_layout_manager (
      line, gtk_custom_layout_new (line_mode_cb, line_measure_cb, line_allocate_cb));
}

static void
add_heads (AkkActionGrid *self)
{
  GtkWidget *corner = name_new (""), *columns = columns_new ();

  gtk_box_append (self->heads, corner);
  for (guint i = 0; i < self->groups->len; i++) {
    guint place = g_array_index (self->groups, guint, i);
    GtkWidget *head = label_new (akk_action_grid_names (self, AKK_TAG_TARGET_GROUP)->pdata[place],
                                 "akk-grid-head");

    gtk_widget_set_valign (head, GTK_ALIGN_END);
    gtk_box_append (GTK_BOX (columns), head);
  }
  gtk_box_append (self->heads, columns);
}

static void
add_line (AkkActionGrid *self, guint domain, GCallback clicked)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = name_new (akk_action_grid_names (self, AKK_TAG_DOMAIN)->pdata[domain]);
  GtkWidget *columns = columns_new ();

  gtk_box_append (GTK_BOX (line), name);
  for (guint i = 0; i < self->groups->len; i++) {
    GtkWidget *cell = akk_action_cell_new (domain, g_array_index (self->groups, guint, i));

    g_signal_connect_object (cell, "clicked", clicked, self, G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (columns), cell);
    g_ptr_array_add (self->cells, cell);
  }
  gtk_box_append (GTK_BOX (line), columns);
  lay_out (line);
  gtk_box_append (self->lines, line);
}

static void
build (AkkActionGrid *self, GCallback clicked)
{
  guint line = 0, column = 0;
  gboolean focused = focused_place (self, &line, &column);

  clear (self->heads);
  clear (self->lines);
  g_ptr_array_set_size (self->cells, 0);
  add_heads (self);
  gtk_widget_set_visible (GTK_WIDGET (self->heads), !self->single);
  lay_out (GTK_WIDGET (self->heads));
  for (guint i = 0; i < self->domains->len; i++)
    add_line (self, g_array_index (self->domains, guint, i), clicked);
  line = MIN (line, self->domains->len - 1);
  column = MIN (column, self->groups->len - 1);
  akk_action_grid_make_focusable (self, cell_at (self, line, column));
  if (focused)
    gtk_widget_grab_focus (cell_at (self, line, column));
}

/* --- Shared --- */

GPtrArray *
akk_action_grid_names (AkkActionGrid *self, AkkTagKind kind)
{
  return akk_action_rows_names (akk_action_scope_rows (self->scope), kind);
}

void
akk_action_grid_make_focusable (AkkActionGrid *self, GtkWidget *cell)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_set_focusable (self->cells->pdata[i], self->cells->pdata[i] == cell);
}

void
akk_action_grid_make_lines (AkkActionGrid *self, GCallback clicked)
{
  g_autoptr (GArray) domains = wanted_lines (self);
  g_autoptr (GArray) groups = wanted_columns (self);

  if (equal (self->domains, domains) && equal (self->groups, groups))
    return;
  g_clear_pointer (&self->domains, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  self->domains = g_steal_pointer (&domains);
  self->groups = g_steal_pointer (&groups);
  build (self, clicked);
}

void
akk_action_grid_clear_lines (AkkActionGrid *self)
{
  g_clear_pointer (&self->domains, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_ptr_array_set_size (self->cells, 0);
  clear (self->heads);
  clear (self->lines);
}

void
akk_action_grid_add_keys (AkkActionGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->lines), keys);
}
