/* The actions of a plan in time, by quarter.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-timeline.h"

#include "core/dates.h"
#include "core/timeline.h"
#include "ui/action-ids.h"
#include "ui/gradual.h"
#include "ui/timeline-ground.h"
#include "ui/timeline-head.h"
#include "ui/timeline-row.h"
#include "ui/timeline-scale.h"

#define FIRST_ROWS 24

struct _AkkActionTimeline {
  AdwBin parent_instance;

  AdwToggleGroup *zooms;
  GtkStack *stack;
  AkkTimelineGround *ground;
  AkkTimelineHead *head;
  GtkListView *list;

  AkkActionScope *scope;
  AkkTimelineScale *scale;
  AkkGradual gradual;
  AkkActionIds *ids; /* negative: a priority, see timeline-row.h */
  gint64 year; /* of the filter, which the stretch was chosen for */
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (AkkActionTimeline, akk_action_timeline, ADW_TYPE_BIN)

enum { PROP_0, PROP_STACKED, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- Which stretch of time --- */

static AkkTimelineZoom
zoom (AkkActionTimeline *self)
{
  return (AkkTimelineZoom) adw_toggle_group_get_active (self->zooms);
}

static void
show_around (AkkActionTimeline *self, gint64 day)
{
  akk_timeline_scale_set (self->scale, akk_timeline_around (day, zoom (self)),
                          akk_action_scope_day (self->scope));
}

/* The day of this year, else the first one of the year that is shown. */
static gint64
first_day (AkkActionTimeline *self)
{
  gint64 day = akk_action_scope_day (self->scope),
         year = akk_action_scope_filter (self->scope)->year;
  int now;

  akk_date_to_ymd (day, &now, NULL, NULL);
  return year <= 0 || year == now ? day : akk_date_from_ymd ((int) year, 1, 1);
}

/* Keeps the day of today in sight when it is, else what lies in the middle. */
static void
zoom_picked_cb (AkkActionTimeline *self)
{
  AkkTimeline stretch = akk_timeline_scale_stretch (self->scale);
  gint64 day;

  if (self->scope == NULL)
    return;
  day = akk_action_scope_day (self->scope);
  if (day < stretch.first || day > stretch.last)
    day = (stretch.first + stretch.last) / 2;
  show_around (self, day);
}

static void
set_zoom (AkkActionTimeline *self, int step)
{
  int wanted = (int) zoom (self) + step;

  if (wanted >= 0 && wanted < AKK_TIMELINE_N_ZOOMS)
    adw_toggle_group_set_active (self->zooms, (guint) wanted);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (AKK_ACTION_TIMELINE (widget), -1);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (AKK_ACTION_TIMELINE (widget), 1);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionTimeline *self = AKK_ACTION_TIMELINE (widget);
  AkkTimeline stretch = akk_timeline_scale_stretch (self->scale);
  int quarters = zoom (self) == AKK_TIMELINE_QUARTER ? 1 : 4;

  if (self->scope == NULL)
    return;
  if (g_str_equal (name, "timeline.earlier"))
    quarters = -quarters;
  akk_timeline_scale_set (self->scale, akk_timeline_moved (stretch, quarters),
                          akk_action_scope_day (self->scope));
}

static void
today_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionTimeline *self = AKK_ACTION_TIMELINE (widget);

  if (self->scope != NULL)
    show_around (self, akk_action_scope_day (self->scope));
}

/* --- What is shown --- */

static void
fill (AkkActionTimeline *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = akk_action_scope_shown (self->scope)->len;
  gint64 priority = G_MAXINT64;

  for (guint i = 0; i < n; i++) {
    const AkkActionRow *row = akk_action_scope_row (self->scope, i);

    if (row->priority != priority) {
      gint64 head = -(gint64) row->priority - 1;

      priority = row->priority;
      g_array_append_val (ids, head);
    }
    g_array_append_val (ids, row->id);
  }
  akk_gradual_hold (&self->gradual);
  akk_action_ids_set (self->ids, ids);
  akk_gradual_release (&self->gradual);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "lanes" : "none");
}

static void
update (AkkActionTimeline *self)
{
  gint64 year = akk_action_scope_filter (self->scope)->year;

  self->stale = FALSE;
  if (year != self->year) {
    self->year = year;
    show_around (self, first_day (self));
  }
  fill (self);
  akk_timeline_head_show (self->head, akk_action_scope_store (self->scope),
                          akk_action_scope_agreement (self->scope)->record.id);
}

static void
shown_changed_cb (AkkActionTimeline *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

static void
activate_cb (AkkActionTimeline *self, guint place)
{
  gint64 id = akk_action_ids_at (self->ids, place);

  if (id > 0)
    akk_action_scope_choose (self->scope, id);
}

/* --- Rows --- */

static void
setup_cb (AkkActionTimeline *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, akk_timeline_row_new (self->scale));
}

static void
bind_cb (AkkActionTimeline *self, GtkListItem *item)
{
  AkkTimelineRow *row = AKK_TIMELINE_ROW (gtk_list_item_get_child (item));
  gint64 id = akk_action_id_get (gtk_list_item_get_item (item));

  akk_timeline_row_set (row, self->scope, id);
  gtk_list_item_set_activatable (item, id > 0);
  gtk_list_item_set_accessible_label (item, akk_timeline_row_sentence (row));
}

static void
unbind_cb (AkkActionTimeline *self, GtkListItem *item)
{
  akk_timeline_row_set (AKK_TIMELINE_ROW (gtk_list_item_get_child (item)), NULL, 0);
}

static void
make_list (AkkActionTimeline *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_no_selection_new (
      akk_gradual_init (&self->gradual, g_object_ref (G_LIST_MODEL (self->ids)), FIRST_ROWS)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, model);
  akk_gradual_set_widget (&self->gradual, GTK_WIDGET (self->list));
}

/* --- Virtual functions --- */

static void
akk_action_timeline_map (GtkWidget *widget)
{
  AkkActionTimeline *self = AKK_ACTION_TIMELINE (widget);

  if (self->stale && self->scope != NULL)
    update (self);
  GTK_WIDGET_CLASS (akk_action_timeline_parent_class)->map (widget);
}

static void
akk_action_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, akk_timeline_scale_stacked (AKK_ACTION_TIMELINE (object)->scale));
}

static void
akk_action_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  akk_timeline_scale_set_stacked (AKK_ACTION_TIMELINE (object)->scale, g_value_get_boolean (value));
}

static void
akk_action_timeline_dispose (GObject *object)
{
  AkkActionTimeline *self = AKK_ACTION_TIMELINE (object);

  if (self->list != NULL) {
    akk_action_timeline_set_scope (self, NULL);
    akk_gradual_clear (&self->gradual);
  }
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_ACTION_TIMELINE);
  g_clear_object (&self->ids);
  g_clear_object (&self->scale);
  G_OBJECT_CLASS (akk_action_timeline_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    GdkModifierType state;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom-in" },
    { GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom-out" },
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "timeline.earlier" },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "timeline.later" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].state, keys[i].action,
                                         NULL);
}

static void
akk_action_timeline_class_init (AkkActionTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_action_timeline_get_property;
  object_class->set_property = akk_action_timeline_set_property;
  object_class->dispose = akk_action_timeline_dispose;
  widget_class->map = akk_action_timeline_map;
  props[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "timeline.earlier", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "timeline.later", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, today_cb);
  install_keys (widget_class);
  g_type_ensure (AKK_TYPE_TIMELINE_GROUND);
  g_type_ensure (AKK_TYPE_TIMELINE_HEAD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/action-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkActionTimeline, zooms);
  gtk_widget_class_bind_template_child (widget_class, AkkActionTimeline, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkActionTimeline, ground);
  gtk_widget_class_bind_template_child (widget_class, AkkActionTimeline, head);
  gtk_widget_class_bind_template_child (widget_class, AkkActionTimeline, list);
  gtk_widget_class_bind_template_callback (widget_class, zoom_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
akk_action_timeline_init (AkkActionTimeline *self)
{
  self->scale = akk_timeline_scale_new ();
  self->ids = akk_action_ids_new ();
  self->year = G_MININT64;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_group_set_active (self->zooms, AKK_TIMELINE_YEAR);
  akk_timeline_ground_set_scale (self->ground, self->scale);
  akk_timeline_head_set_scale (self->head, self->scale);
  akk_timeline_ground_set_today (self->ground, akk_timeline_head_today (self->head));
  make_list (self);
}

void
akk_action_timeline_set_scope (AkkActionTimeline *self, AkkActionScope *scope)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->scope != NULL)
    g_signal_handlers_disconnect_by_func (self->scope, shown_changed_cb, self);
  akk_action_ids_set (self->ids, none);
  akk_timeline_head_show (self->head, NULL, 0);
  g_set_object (&self->scope, scope);
  self->year = G_MININT64;
  if (scope == NULL)
    return;
  g_signal_connect_object (scope, "shown-changed", G_CALLBACK (shown_changed_cb), self,
                           G_CONNECT_SWAPPED);
  shown_changed_cb (self);
}
