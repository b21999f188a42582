/* The actions of a plan in the matrix of the Pact: domains by target groups.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-grid.h"

#include <glib/gi18n.h>

#include "core/pact.h"
#include "ui/action-cell-list.h"
#include "ui/action-cell.h"

#define NO_CELL G_MAXUINT
#define NAME_CHARS 16
#define PANE_WIDTH 290
#define PANE_HEIGHT 280

struct _AkkActionGrid {
  AdwBin parent_instance;

  GtkBox *split, *heads, *lines;
  GtkDropDown *group_picker;
  GtkLabel *sentence;
  GtkButton *outside_button;
  GtkWidget *pane_edge;
  AkkActionCellList *pane;

  AkkActionScope *scope;
  AkkActionMatrix *matrix;
  GArray *domains, *groups; /* guint: the lines and columns that are shown */
  GPtrArray *cells; /* borrowed, line by line */
  gboolean below, single;
  guint picked; /* the column that is shown alone, a place among the target groups */
  /* The cell whose actions are listed; NO_CELL: none. `outside`: what stands in no cell is. */
  guint domain, group;
  gboolean outside;
};

G_DEFINE_FINAL_TYPE (AkkActionGrid, akk_action_grid, ADW_TYPE_BIN)

enum { PROP_0, PROP_BELOW, PROP_SINGLE, N_PROPS };

static GParamSpec *props[N_PROPS];

static void update (AkkActionGrid *self);

static GPtrArray *
names (AkkActionGrid *self, AkkTagKind kind)
{
  return akk_action_rows_names (akk_action_scope_rows (self->scope), kind);
}

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

static void
make_focusable (AkkActionGrid *self, GtkWidget *cell)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_set_focusable (self->cells->pdata[i], self->cells->pdata[i] == cell);
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
  make_focusable (self, cell_at (self, line, column));
  gtk_widget_grab_focus (cell_at (self, line, column));
  return GDK_EVENT_STOP;
}

/* --- The pane --- */

static void
show_pane (AkkActionGrid *self)
{
  g_autoptr (GArray) outside = NULL;
  gboolean cell = self->domain != NO_CELL;

  gtk_widget_set_visible (GTK_WIDGET (self->pane), cell || self->outside);
  gtk_widget_set_visible (self->pane_edge, cell || self->outside);
  for (guint i = 0; i < self->cells->len; i++) {
    AkkActionCell *one = self->cells->pdata[i];

    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (one),
                                  cell && akk_action_cell_domain (one) == self->domain &&
                                      akk_action_cell_target_group (one) == self->group);
  }
  if (cell) {
    akk_action_cell_list_show (self->pane, names (self, AKK_TAG_DOMAIN)->pdata[self->domain],
                               names (self, AKK_TAG_TARGET_GROUP)->pdata[self->group],
                               akk_action_matrix_cell (self->matrix, self->domain, self->group));
    return;
  }
  if (!self->outside)
    return;
  outside = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < akk_action_scope_shown (self->scope)->len; i++) {
    const AkkActionRow *row = akk_action_scope_row (self->scope, i);

    if (row->tags[AKK_TAG_DOMAIN] == 0 || row->tags[AKK_TAG_TARGET_GROUP] == 0)
      g_array_append_val (outside, g_array_index (akk_action_scope_shown (self->scope), guint, i));
  }
  akk_action_cell_list_show (self->pane, NULL, NULL, outside);
}

static void
choose_cell (AkkActionGrid *self, guint domain, guint group, gboolean outside)
{
  self->domain = domain;
  self->group = group;
  self->outside = outside;
  show_pane (self);
}

static void
clicked_cb (AkkActionGrid *self, AkkActionCell *cell)
{
  guint domain = akk_action_cell_domain (cell), group = akk_action_cell_target_group (cell);

  make_focusable (self, GTK_WIDGET (cell));
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (domain == self->domain && group == self->group)
    choose_cell (self, NO_CELL, NO_CELL, FALSE);
  else
    choose_cell (self, domain, group, FALSE);
}

static void
closed_cb (AkkActionGrid *self)
{
  guint domain = self->domain, group = self->group;

  choose_cell (self, NO_CELL, NO_CELL, FALSE);
  for (guint i = 0; i < self->cells->len; i++)
    if (akk_action_cell_domain (self->cells->pdata[i]) == domain &&
        akk_action_cell_target_group (self->cells->pdata[i]) == group)
      gtk_widget_grab_focus (self->cells->pdata[i]);
}

static void
outside_cb (AkkActionGrid *self)
{
  choose_cell (self, NO_CELL, NO_CELL, TRUE);
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

/* As wide in every line, whatever stands there: the columns begin at one place. */
static GtkWidget *
name_new (const char *words)
{
  GtkWidget *label = label_new (words, "akk-grid-name");

  gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
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

static void
add_heads (AkkActionGrid *self)
{
  GtkWidget *corner = name_new (""), *columns = columns_new ();

  gtk_box_append (self->heads, corner);
  for (guint i = 0; i < self->groups->len; i++) {
    guint place = g_array_index (self->groups, guint, i);
    GtkWidget *head = label_new (names (self, AKK_TAG_TARGET_GROUP)->pdata[place], "akk-grid-head");

    gtk_widget_set_valign (head, GTK_ALIGN_END);
    gtk_box_append (GTK_BOX (columns), head);
  }
  gtk_box_append (self->heads, columns);
}

static void
add_line (AkkActionGrid *self, guint domain)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = name_new (names (self, AKK_TAG_DOMAIN)->pdata[domain]);
  GtkWidget *columns = columns_new ();

  gtk_box_append (GTK_BOX (line), name);
  for (guint i = 0; i < self->groups->len; i++) {
    GtkWidget *cell = akk_action_cell_new (domain, g_array_index (self->groups, guint, i));

    g_signal_connect_object (cell, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (columns), cell);
    g_ptr_array_add (self->cells, cell);
  }
  gtk_box_append (GTK_BOX (line), columns);
  gtk_box_append (self->lines, line);
}

static void
build (AkkActionGrid *self)
{
  guint line = 0, column = 0;
  gboolean focused = focused_place (self, &line, &column);

  clear (self->heads);
  clear (self->lines);
  g_ptr_array_set_size (self->cells, 0);
  add_heads (self);
  gtk_widget_set_visible (GTK_WIDGET (self->heads), !self->single);
  for (guint i = 0; i < self->domains->len; i++)
    add_line (self, g_array_index (self->domains, guint, i));
  line = MIN (line, self->domains->len - 1);
  column = MIN (column, self->groups->len - 1);
  make_focusable (self, cell_at (self, line, column));
  if (focused)
    gtk_widget_grab_focus (cell_at (self, line, column));
}

static void
show_sentence (AkkActionGrid *self)
{
  guint missing = akk_action_matrix_missing (self->matrix), outside = self->matrix->outside;
  g_autofree char *words = g_strdup_printf (
      /* Translators: the second number is always 21. */
      ngettext ("In %u of the %d cells where the Pact expects cooperation there is no action yet.",
                "In %u of the %d cells where the Pact expects cooperation there is no action yet.",
                missing),
      missing, AKK_PACT_N_EXPECTED);
  g_autofree char *outside_words = g_strdup_printf (
      ngettext ("%u action stands in no cell", "%u actions stand in no cell", outside), outside);

  gtk_label_set_label (
      self->sentence,
      missing > 0 ? words : _ ("In every cell where the Pact expects cooperation is an action."));
  gtk_button_set_label (self->outside_button, outside_words);
  gtk_widget_set_visible (GTK_WIDGET (self->outside_button), outside > 0);
}

static void
fill_picker (AkkActionGrid *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GPtrArray *groups = names (self, AKK_TAG_TARGET_GROUP);

  if (self->picked >= groups->len)
    self->picked = 0;
  for (guint i = 0; i < groups->len; i++)
    gtk_string_list_append (list, groups->pdata[i]);
  g_signal_handlers_block_matched (self->group_picker, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_drop_down_set_model (self->group_picker, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->group_picker, self->picked);
  g_signal_handlers_unblock_matched (self->group_picker, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                     self);
}

static void
update (AkkActionGrid *self)
{
  g_autoptr (GArray) domains = NULL, groups = NULL;

  if (self->scope == NULL)
    return;
  g_clear_pointer (&self->matrix, akk_action_matrix_free);
  self->matrix = akk_action_matrix_new (akk_action_scope_rows (self->scope),
                                        akk_action_scope_shown (self->scope));
  domains = wanted_lines (self);
  groups = wanted_columns (self);
  if (!equal (self->domains, domains) || !equal (self->groups, groups)) {
    g_clear_pointer (&self->domains, g_array_unref);
    g_clear_pointer (&self->groups, g_array_unref);
    self->domains = g_steal_pointer (&domains);
    self->groups = g_steal_pointer (&groups);
    build (self);
  }
  for (guint i = 0; i < self->cells->len; i++) {
    AkkActionCell *cell = self->cells->pdata[i];

    akk_action_cell_show (cell, self->scope,
                          akk_action_matrix_cell (self->matrix, akk_action_cell_domain (cell),
                                                  akk_action_cell_target_group (cell)));
  }
  show_sentence (self);
  show_pane (self);
}

static void
shown_changed_cb (AkkActionGrid *self)
{
  if (names (self, AKK_TAG_TARGET_GROUP)->len !=
      g_list_model_get_n_items (gtk_drop_down_get_model (self->group_picker)))
    fill_picker (self);
  update (self);
}

static void
group_picked_cb (AkkActionGrid *self)
{
  self->picked = gtk_drop_down_get_selected (self->group_picker);
  if (self->picked == GTK_INVALID_LIST_POSITION)
    self->picked = 0;
  update (self);
}

/* --- The width --- */

static void
set_below (AkkActionGrid *self, gboolean below)
{
  self->below = below;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->split),
                                  below ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pane_edge),
                                  below ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->pane), below ? -1 : PANE_WIDTH,
                               below ? PANE_HEIGHT : -1);
}

static void
set_single (AkkActionGrid *self, gboolean single)
{
  self->single = single;
  gtk_widget_set_visible (GTK_WIDGET (self->group_picker), single);
  update (self);
}

/* --- Virtual functions --- */

static void
akk_action_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkActionGrid *self = AKK_ACTION_GRID (object);

  g_value_set_boolean (value, id == PROP_BELOW ? self->below : self->single);
}

static void
akk_action_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BELOW)
    set_below (AKK_ACTION_GRID (object), g_value_get_boolean (value));
  else
    set_single (AKK_ACTION_GRID (object), g_value_get_boolean (value));
}

static void
akk_action_grid_dispose (GObject *object)
{
  AkkActionGrid *self = AKK_ACTION_GRID (object);

  if (self->lines != NULL)
    akk_action_grid_set_scope (self, NULL);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_ACTION_GRID);
  G_OBJECT_CLASS (akk_action_grid_parent_class)->dispose (object);
}

static void
akk_action_grid_class_init (AkkActionGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_action_grid_get_property;
  object_class->set_property = akk_action_grid_set_property;
  object_class->dispose = akk_action_grid_dispose;
  props[PROP_BELOW] =
      g_param_spec_boolean ("below", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SINGLE] = g_param_spec_boolean ("single", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (AKK_TYPE_ACTION_CELL_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/action-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkActionGrid, split);
  gtk_widget_class_bind_template_child (widget_class, AkkActionGrid, heads);
  gtk_widget_class_bind_template_child (widget_class, AkkActionGrid, lines);
  gtk_widget_class_bind_template_child (widget_class, AkkActionGrid, group_picker);
  gtk_widget_class_bind_template_child (widget_class, AkkActionGrid, sentence);
  gtk_widget_class_bind_template_child (widget_class, AkkActionGrid, outside_button);
  gtk_widget_class_bind_template_child (widget_class, AkkActionGrid, pane_edge);
  gtk_widget_class_bind_template_child (widget_class, AkkActionGrid, pane);
  gtk_widget_class_bind_template_callback (widget_class, group_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, outside_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
akk_action_grid_init (AkkActionGrid *self)
{
  GtkEventController *keys;

  self->cells = g_ptr_array_new ();
  self->domain = self->group = NO_CELL;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self->pane), FALSE);
  set_below (self, FALSE);
  show_pane (self);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->lines), keys);
}

void
akk_action_grid_set_scope (AkkActionGrid *self, AkkActionScope *scope)
{
  if (self->scope != NULL)
    g_signal_handlers_disconnect_by_func (self->scope, shown_changed_cb, self);
  akk_action_cell_list_set_scope (self->pane, scope);
  g_set_object (&self->scope, scope);
  g_clear_pointer (&self->matrix, akk_action_matrix_free);
  g_clear_pointer (&self->domains, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_ptr_array_set_size (self->cells, 0);
  clear (self->heads);
  clear (self->lines);
  choose_cell (self, NO_CELL, NO_CELL, FALSE);
  if (scope == NULL)
    return;
  g_signal_connect_object (scope, "shown-changed", G_CALLBACK (shown_changed_cb), self,
                           G_CONNECT_SWAPPED);
  fill_picker (self);
  update (self);
}
