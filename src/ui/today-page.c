/* The page Vandaag: what is still owed, and what is next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/today-page.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/meeting.h"
#include "ui/present.h"
#include "ui/today-row.h"
#include "ui/undo-button.h"

#define DAY_S G_GINT64_CONSTANT (86400)
/* Of a longer group these are shown until somebody asks for all. */
#define MOST 6
/* In px: a page with one column is no wider. */
#define WIDE 980
#define ONE_COLUMN 600

struct _AkkTodayPage {
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkWidget *groups, *columns, *left, *right;
  AdwClamp *clamp;
  AdwPreferencesGroup *meeting_group, *actions_group, *obligations_group, *signatures_group,
      *terms_group;
  AdwStatusPage *empty;
  GtkButton *empty_button;

  gboolean narrow;
  AkkStore *store;
  AkkToday *today;
  GPtrArray *rows[AKK_TODAY_N_GROUPS]; /* GtkWidget, that stand in the group */
  gboolean whole[AKK_TODAY_N_GROUPS]; /* all of it is shown */
  guint update;
};

G_DEFINE_FINAL_TYPE (AkkTodayPage, akk_today_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

static AdwPreferencesGroup *
group_of (AkkTodayPage *self, AkkTodayGroup group)
{
  AdwPreferencesGroup *groups[] = {
    [AKK_TODAY_MEETING] = self->meeting_group,
    [AKK_TODAY_ACTIONS] = self->actions_group,
    [AKK_TODAY_OBLIGATIONS] = self->obligations_group,
    [AKK_TODAY_SIGNATURES] = self->signatures_group,
    [AKK_TODAY_TERMS] = self->terms_group,
  };

  return groups[group];
}

/* --- The groups --- */

/* The index of the row of a group that has the focus; -1: it is elsewhere. */
static int
focused_row (AkkTodayPage *self, AkkTodayGroup group)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows[group]->len; i++)
    if (focus == self->rows[group]->pdata[i] ||
        gtk_widget_is_ancestor (focus, self->rows[group]->pdata[i]))
      return (int) i;
  return -1;
}

static void
add_row (AkkTodayPage *self, AkkTodayGroup group, GtkWidget *row)
{
  adw_preferences_group_add (group_of (self, group), row);
  g_ptr_array_add (self->rows[group], row);
}

static GtkWidget *
more_row_new (AkkTodayGroup group, guint n)
{
  GtkWidget *row = adw_button_row_new ();
  g_autofree char *title =
      g_strdup_printf (g_dngettext (NULL, "Show %u More", "Show %u More", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", (guint) group);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "today.show-all");
  return row;
}

static void
fill_group (AkkTodayPage *self, AkkTodayGroup group)
{
  const GPtrArray *rows = self->today->groups[group];
  gint64 today = akk_store_today (self->store);
  int focused = focused_row (self, group);
  /* A row that says that there is one more takes the place of that one. */
  guint shown = self->whole[group] || rows->len <= MOST + 1 ? rows->len : MOST;

  for (guint i = 0; i < self->rows[group]->len; i++)
    adw_preferences_group_remove (group_of (self, group), self->rows[group]->pdata[i]);
  g_ptr_array_set_size (self->rows[group], 0);
  for (guint i = 0; i < shown; i++)
    add_row (self, group, akk_today_row_new (rows->pdata[i], group, i, today, self->narrow));
  if (shown < rows->len)
    add_row (self, group, more_row_new (group, rows->len - shown));
  gtk_widget_set_visible (GTK_WIDGET (group_of (self, group)), rows->len > 0);
  if (focused >= 0 && self->rows[group]->len > 0)
    gtk_widget_grab_focus (
        self->rows[group]->pdata[MIN ((guint) focused, self->rows[group]->len - 1)]);
}

static gboolean
groups_equal (const GPtrArray *one, const GPtrArray *two)
{
  if (one->len != two->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!akk_today_row_equal (one->pdata[i], two->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_rows (AkkTodayPage *self, AkkTodayGroup first, AkkTodayGroup last)
{
  for (AkkTodayGroup group = first; group <= last; group++)
    if (self->today->groups[group]->len > 0)
      return TRUE;
  return FALSE;
}

static void
show_columns (AkkTodayPage *self)
{
  gboolean left = has_rows (self, AKK_TODAY_MEETING, AKK_TODAY_ACTIONS);
  gboolean right = has_rows (self, AKK_TODAY_OBLIGATIONS, AKK_TODAY_TERMS);
  int width = left && right && !self->narrow ? WIDE : ONE_COLUMN;

  gtk_widget_set_visible (self->left, left);
  gtk_widget_set_visible (self->right, right);
  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), self->narrow
                                                                      ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), !self->narrow);
}

/* --- Where there is nothing to say --- */

static void
show_empty (AkkTodayPage *self)
{
  static const struct {
    const char *title, *words, *button, *action, *page;
  } states[] = {
    [AKK_TODAY_NO_AGREEMENT] = { N_ ("No Agreement Yet"),
                                 N_ ("Make the agreement first. What it asks for in time then "
                                     "stands here."),
                                 N_ ("_New Agreement…"), "view.new-agreement", NULL },
    [AKK_TODAY_NO_PARTIES] = { N_ ("Begin with the Parties"),
                               N_ ("Say between whom the agreement is made. What they owe one "
                                   "another in time then stands here."),
                               N_ ("_Parties"), "view.show-page", "parties" },
    [AKK_TODAY_NO_BODIES] = { N_ ("How Do You Consult?"),
                              N_ ("Name the groups in which the parties meet, and how often. What "
                                  "is to be planned then stands here."),
                              N_ ("_Consultation"), "view.show-page", "consultation" },
    [AKK_TODAY_QUIET] = { N_ ("Nothing for Today"),
                          N_ ("No meeting, action or term asks for something now."), N_ ("_Agenda"),
                          "view.show-page", "calendar" },
  };
  AkkTodayState state = self->today->state;

  adw_status_page_set_title (self->empty, _ (states[state].title));
  adw_status_page_set_description (self->empty, _ (states[state].words));
  gtk_button_set_label (self->empty_button, _ (states[state].button));
  if (states[state].page != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->empty_button), "s", states[state].page);
  else
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->empty_button), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), states[state].action);
}

static void
show_day (AkkTodayPage *self)
{
  g_autoptr (GDateTime) date =
      g_date_time_new_from_unix_utc (akk_store_today (self->store) * DAY_S);
  /* Translators: a day as in "Monday 17 November 2025"; see strftime (). */
  g_autofree char *words = g_date_time_format (date, _ ("%A %-d %B %Y"));

  adw_window_title_set_subtitle (self->title, words);
}

static void
update (AkkTodayPage *self)
{
  AkkToday *before = self->today;

  self->today = akk_today_new (self->store);
  show_day (self);
  for (guint i = 0; i < AKK_TODAY_N_GROUPS; i++)
    if (before == NULL || !groups_equal (before->groups[i], self->today->groups[i]))
      fill_group (self, i);
  g_clear_pointer (&before, akk_today_free);
  show_columns (self);
  if (self->today->state != AKK_TODAY_FULL)
    show_empty (self);
  gtk_stack_set_visible_child (
      self->stack, self->today->state == AKK_TODAY_FULL ? self->groups : GTK_WIDGET (self->empty));
}

/* --- Callbacks --- */

static gboolean
update_cb (gpointer data)
{
  AkkTodayPage *self = data;

  self->update = 0;
  if (self->store != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

/* Steps come in bursts, and most are made on other pages: once, and only where it is seen. */
static void
stepped_cb (AkkTodayPage *self)
{
  if (self->update == 0)
    self->update = g_idle_add (update_cb, self);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTodayPage *self = AKK_TODAY_PAGE (widget);
  const AkkTodayRow *row;
  guint group, index;

  g_variant_get (parameter, "(uu)", &group, &index);
  if (self->today == NULL || group >= AKK_TODAY_N_GROUPS ||
      index >= self->today->groups[group]->len)
    return;
  row = self->today->groups[group]->pdata[index];
  akk_place_open (widget, &row->place);
}

/* The meeting that the page speaks of. */
static AkkMeeting *
shown_meeting (AkkTodayPage *self)
{
  const GPtrArray *rows = self->today != NULL ? self->today->groups[AKK_TODAY_MEETING] : NULL;

  return rows != NULL && rows->len > 0
             ? akk_store_get (self->store, &akk_meeting_record,
                              ((const AkkTodayRow *) rows->pdata[0])->place.target)
             : NULL;
}

static void
prepare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (AkkMeeting) meeting = shown_meeting (AKK_TODAY_PAGE (widget));

  if (meeting != NULL)
    gtk_widget_activate_action (widget, "view.prepare-meeting", "x", meeting->record.id);
}

static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTodayPage *self = AKK_TODAY_PAGE (widget);
  g_autoptr (AkkMeeting) meeting = shown_meeting (self);

  if (meeting != NULL)
    akk_present_meeting (widget, self->store, meeting, AKK_PRESENT_SCREEN);
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTodayPage *self = AKK_TODAY_PAGE (widget);
  guint group = g_variant_get_uint32 (parameter);

  if (self->today == NULL || group >= AKK_TODAY_N_GROUPS)
    return;
  self->whole[group] = TRUE;
  fill_group (self, group);
}

/* --- Virtual functions --- */

static void
akk_today_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_TODAY_PAGE (object)->narrow);
}

static void
akk_today_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkTodayPage *self = AKK_TODAY_PAGE (object);

  if (self->narrow == g_value_get_boolean (value))
    return;
  self->narrow = g_value_get_boolean (value);
  if (self->today != NULL) {
    show_columns (self);
    fill_group (self, AKK_TODAY_OBLIGATIONS);
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
akk_today_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (akk_today_page_parent_class)->map (widget);
  if (AKK_TODAY_PAGE (widget)->store != NULL)
    update (AKK_TODAY_PAGE (widget));
}

static gboolean
akk_today_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (AKK_TODAY_PAGE (widget)->stack), GTK_DIR_TAB_FORWARD);
}

static void
akk_today_page_dispose (GObject *object)
{
  AkkTodayPage *self = AKK_TODAY_PAGE (object);

  akk_today_page_set_store (self, NULL);
  g_clear_handle_id (&self->update, g_source_remove);
  for (guint i = 0; i < AKK_TODAY_N_GROUPS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_TODAY_PAGE);
  G_OBJECT_CLASS (akk_today_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, groups);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, columns);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, left);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, right);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, meeting_group);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, actions_group);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, obligations_group);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, signatures_group);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, terms_group);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, empty);
  gtk_widget_class_bind_template_child (widget_class, AkkTodayPage, empty_button);
}

static void
akk_today_page_class_init (AkkTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_today_page_get_property;
  object_class->set_property = akk_today_page_set_property;
  object_class->dispose = akk_today_page_dispose;
  widget_class->map = akk_today_page_map;
  widget_class->grab_focus = akk_today_page_grab_focus;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/today-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "today.open", "(uu)", open_action);
  gtk_widget_class_install_action (widget_class, "today.prepare", NULL, prepare_action);
  gtk_widget_class_install_action (widget_class, "today.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "today.show-all", "u", show_all_action);
}

static void
akk_today_page_init (AkkTodayPage *self)
{
  for (guint i = 0; i < AKK_TODAY_N_GROUPS; i++)
    self->rows[i] = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --- */

void
akk_today_page_set_store (AkkTodayPage *self, AkkStore *store)
{
  g_return_if_fail (AKK_IS_TODAY_PAGE (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_pointer (&self->today, akk_today_free);
  for (guint i = 0; i < AKK_TODAY_N_GROUPS; i++)
    self->whole[i] = FALSE;
  g_set_object (&self->store, store);
  if (store == NULL)
    return;
  g_signal_connect_swapped (store, "stepped", G_CALLBACK (stepped_cb), self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}
