/* The actions of a plan in the matrix of the Pact: domains by target groups.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-grid.h"

#include <glib/gi18n.h>

#include "core/pact.h"
#include "ui/action-grid-private.h"

#define PANE_WIDTH 290
#define PANE_HEIGHT 280

G_DEFINE_FINAL_TYPE (AkkActionGrid, akk_action_grid, ADW_TYPE_BIN)

enum { PROP_0, PROP_BELOW, PROP_SINGLE, N_PROPS };

static GParamSpec *props[N_PROPS];

static void update (AkkActionGrid *self);

/* --- The pane --- */

static void
show_pane (AkkActionGrid *self)
{
  g_autoptr (GArray) outside = NULL;
  gboolean cell = self->domain != AKK_NO_CELL;

  gtk_widget_set_visible (GTK_WIDGET (self->pane), cell || self->outside);
  gtk_widget_set_visible (self->pane_edge, cell || self->outside);
  /* Below the matrix there is room for one of both. */
  gtk_widget_set_visible (self->footer, !(self->below && (cell || self->outside)));
  for (guint i = 0; i < self->cells->len; i++) {
    AkkActionCell *one = self->cells->pdata[i];

    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (one),
                                  cell && akk_action_cell_domain (one) == self->domain &&
                                      akk_action_cell_target_group (one) == self->group);
  }
  if (cell) {
    akk_action_cell_list_show (
        self->pane, akk_action_grid_names (self, AKK_TAG_DOMAIN)->pdata[self->domain],
        akk_action_grid_names (self, AKK_TAG_TARGET_GROUP)->pdata[self->group],
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

  akk_action_grid_make_focusable (self, GTK_WIDGET (cell));
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (domain == self->domain && group == self->group)
    choose_cell (self, AKK_NO_CELL, AKK_NO_CELL, FALSE);
  else
    choose_cell (self, domain, group, FALSE);
}

static void
closed_cb (AkkActionGrid *self)
{
  guint domain = self->domain, group = self->group;

  choose_cell (self, AKK_NO_CELL, AKK_NO_CELL, FALSE);
  for (guint i = 0; i < self->cells->len; i++)
    if (akk_action_cell_domain (self->cells->pdata[i]) == domain &&
        akk_action_cell_target_group (self->cells->pdata[i]) == group)
      gtk_widget_grab_focus (self->cells->pdata[i]);
}

static void
outside_cb (AkkActionGrid *self)
{
  choose_cell (self, AKK_NO_CELL, AKK_NO_CELL, TRUE);
}

/* --- What is shown --- */

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
  GPtrArray *groups = akk_action_grid_names (self, AKK_TAG_TARGET_GROUP);

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
  if (self->scope == NULL)
    return;
  g_clear_pointer (&self->matrix, akk_action_matrix_free);
  self->matrix = akk_action_matrix_new (akk_action_scope_rows (self->scope),
                                        akk_action_scope_shown (self->scope));
  akk_action_grid_make_lines (self, G_CALLBACK (clicked_cb));
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
show (AkkActionGrid *self)
{
  self->stale = FALSE;
  if (akk_action_grid_names (self, AKK_TAG_TARGET_GROUP)->len !=
      g_list_model_get_n_items (gtk_drop_down_get_model (self->group_picker)))
    fill_picker (self);
  update (self);
}

static void
shown_changed_cb (AkkActionGrid *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
  else
    self->stale = TRUE;
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
  show_pane (self);
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
akk_action_grid_map (GtkWidget *widget)
{
  AkkActionGrid *self = AKK_ACTION_GRID (widget);

  if (self->stale && self->scope != NULL)
    show (self);
  GTK_WIDGET_CLASS (akk_action_grid_parent_class)->map (widget);
}

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
  widget_class->map = akk_action_grid_map;
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
  gtk_widget_class_bind_template_child (widget_class, AkkActionGrid, footer);
  gtk_widget_class_bind_template_child (widget_class, AkkActionGrid, pane);
  gtk_widget_class_bind_template_callback (widget_class, group_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, outside_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
akk_action_grid_init (AkkActionGrid *self)
{
  self->cells = g_ptr_array_new ();
  self->domain = self->group = AKK_NO_CELL;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self->pane), FALSE);
  set_below (self, FALSE);
  show_pane (self);
  akk_action_grid_add_keys (self);
}

void
akk_action_grid_set_scope (AkkActionGrid *self, AkkActionScope *scope)
{
  if (self->scope != NULL)
    g_signal_handlers_disconnect_by_func (self->scope, shown_changed_cb, self);
  akk_action_cell_list_set_scope (self->pane, scope);
  g_set_object (&self->scope, scope);
  g_clear_pointer (&self->matrix, akk_action_matrix_free);
  akk_action_grid_clear_lines (self);
  choose_cell (self, AKK_NO_CELL, AKK_NO_CELL, FALSE);
  if (scope == NULL)
    return;
  g_signal_connect_object (scope, "shown-changed", G_CALLBACK (shown_changed_cb), self,
                           G_CONNECT_SWAPPED);
  fill_picker (self);
  shown_changed_cb (self);
}
