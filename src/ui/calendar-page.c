/* The page Agenda: a year of meetings, obligations and terms.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/calendar-page.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/dossier.h"
#include "ui/calendar-list.h"
#include "ui/month-block.h"
#include "ui/undo-button.h"

#define N_MONTHS 12
/* Holidays are reckoned for these. */
#define FIRST_YEAR 2000
#define LAST_YEAR 2100

struct _AkkCalendarPage {
  AdwBin parent_instance;

  GtkButton *year_button;
  AdwToggleGroup *modes;
  AdwWrapBox *bar;
  GtkWidget *kinds[AKK_MARK_N_KINDS]; /* GtkToggleButton: whether it is shown */
  GtkStack *stack;
  GtkWidget *year, *list, *empty;
  AdwWrapBox *months, *legend;
  GtkListView *list_view;
  GtkWidget *blocks[N_MONTHS];
  GListStore *marks; /* of the list; belongs to it */

  gboolean narrow;
  AkkStore *store;
  int shown_year; /* 0: that of today */
  guint update;
};

G_DEFINE_FINAL_TYPE (AkkCalendarPage, akk_calendar_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- What is shown --- */

static int
this_year (AkkCalendarPage *self)
{
  int year;

  akk_date_to_ymd (akk_store_today (self->store), &year, NULL, NULL);
  return CLAMP (year, FIRST_YEAR, LAST_YEAR);
}

static guint
kinds_shown (AkkCalendarPage *self)
{
  guint kinds = 0;

  for (guint i = 0; i < AKK_MARK_N_KINDS; i++)
    kinds |= (guint) gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->kinds[i])) << i;
  return kinds;
}

static void
show_months (AkkCalendarPage *self, int year, const GPtrArray *marks)
{
  gint64 today = akk_store_today (self->store);
  g_autoptr (AkkDaysOff) days_off = akk_days_off_new (self->store, akk_date_from_ymd (year, 1, 1),
                                                      akk_date_from_ymd (year, 12, 31));

  for (guint i = 0; i < N_MONTHS; i++) {
    akk_month_block_set_month (AKK_MONTH_BLOCK (self->blocks[i]), year, (int) i + 1, today,
                               days_off);
    akk_month_block_set_marks (AKK_MONTH_BLOCK (self->blocks[i]), marks);
  }
  gtk_stack_set_visible_child (self->stack, self->year);
}

static void
show_list (AkkCalendarPage *self, const GPtrArray *marks)
{
  g_autoptr (GPtrArray) all = akk_calendar_marks_with_heads (marks);

  akk_calendar_list_show (self->marks, all);
  gtk_stack_set_visible_child (self->stack, marks->len > 0 ? self->list : self->empty);
}

static void
update (AkkCalendarPage *self)
{
  int year = self->shown_year != 0 ? self->shown_year : this_year (self);
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_autoptr (GPtrArray) marks = akk_calendar_marks (self->store, year, kinds_shown (self));

  gtk_button_set_label (self->year_button, number);
  if (g_strcmp0 (adw_toggle_group_get_active_name (self->modes), "list") == 0)
    show_list (self, marks);
  else
    show_months (self, year, marks);
}

/* --- Callbacks --- */

static gboolean
update_cb (gpointer data)
{
  AkkCalendarPage *self = data;

  self->update = 0;
  if (self->store != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

/* Steps come in bursts, and most are made on other pages: once, and only where it is seen. */
static void
stepped_cb (AkkCalendarPage *self)
{
  if (self->update == 0)
    self->update = g_idle_add (update_cb, self);
}

static void
changed_cb (AkkCalendarPage *self)
{
  if (self->store != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
year_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkCalendarPage *self = AKK_CALENDAR_PAGE (widget);
  int step = g_variant_get_int32 (parameter);
  int year = self->shown_year;

  if (self->store == NULL)
    return;
  if (year == 0)
    year = this_year (self);
  self->shown_year = step == 0 ? 0 : CLAMP (year + step, FIRST_YEAR, LAST_YEAR);
  update (self);
}

/* --- Virtual functions --- */

static void
akk_calendar_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_CALENDAR_PAGE (object)->narrow);
}

static void
akk_calendar_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AKK_CALENDAR_PAGE (object)->narrow = g_value_get_boolean (value);
}

static void
akk_calendar_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (akk_calendar_page_parent_class)->map (widget);
  changed_cb (AKK_CALENDAR_PAGE (widget));
}

static gboolean
akk_calendar_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AKK_CALENDAR_PAGE (widget)->year_button));
}

static void
akk_calendar_page_dispose (GObject *object)
{
  AkkCalendarPage *self = AKK_CALENDAR_PAGE (object);

  akk_calendar_page_set_store (self, NULL);
  g_clear_handle_id (&self->update, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_CALENDAR_PAGE);
  G_OBJECT_CLASS (akk_calendar_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AkkCalendarPage, year_button);
  gtk_widget_class_bind_template_child (widget_class, AkkCalendarPage, modes);
  gtk_widget_class_bind_template_child (widget_class, AkkCalendarPage, bar);
  gtk_widget_class_bind_template_child (widget_class, AkkCalendarPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkCalendarPage, year);
  gtk_widget_class_bind_template_child (widget_class, AkkCalendarPage, list);
  gtk_widget_class_bind_template_child (widget_class, AkkCalendarPage, empty);
  gtk_widget_class_bind_template_child (widget_class, AkkCalendarPage, months);
  gtk_widget_class_bind_template_child (widget_class, AkkCalendarPage, legend);
  gtk_widget_class_bind_template_child (widget_class, AkkCalendarPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
akk_calendar_page_class_init (AkkCalendarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_calendar_page_get_property;
  object_class->set_property = akk_calendar_page_set_property;
  object_class->dispose = akk_calendar_page_dispose;
  widget_class->map = akk_calendar_page_map;
  widget_class->grab_focus = akk_calendar_page_grab_focus;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/calendar-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "calendar.year", "i", year_action);
}

static void
add_chips (AkkCalendarPage *self)
{
  static const char *const words[] = {
    [AKK_MARK_MEETING] = N_ ("Meetings"),
    [AKK_MARK_OBLIGATION] = N_ ("Obligations"),
    [AKK_MARK_TERM] = N_ ("Terms"),
  };

  for (guint i = 0; i < AKK_MARK_N_KINDS; i++) {
    self->kinds[i] = gtk_toggle_button_new_with_label (_ (words[i]));
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[i]), TRUE);
    gtk_widget_add_css_class (self->kinds[i], "akk-chip");
    g_signal_connect_swapped (self->kinds[i], "toggled", G_CALLBACK (changed_cb), self);
    adw_wrap_box_append (self->bar, self->kinds[i]);
  }
}

static void
add_legend (AkkCalendarPage *self)
{
  static const struct {
    AkkGlyph glyph;
    const char *words;
  } signs[] = {
    { AKK_GLYPH_DONE, N_ ("held, met") },     { AKK_GLYPH_OFFERED, N_ ("planned") },
    { AKK_GLYPH_OPEN, N_ ("to be planned") }, { AKK_GLYPH_PROPOSED, N_ ("later") },
    { AKK_GLYPH_ATTENTION, N_ ("missed") },   { AKK_GLYPH_STOPPED, N_ ("cancelled, postponed") },
    { AKK_GLYPH_NONE, N_ ("grey: day off") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *label = gtk_label_new (_ (signs[i].words));

    if (signs[i].glyph != AKK_GLYPH_NONE)
      gtk_box_append (GTK_BOX (box), g_object_new (AKK_TYPE_STATE_GLYPH, "glyph", signs[i].glyph,
                                                   "size", 14, NULL));
    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label, "dimmed");
    gtk_box_append (GTK_BOX (box), label);
    adw_wrap_box_append (self->legend, box);
  }
}

static void
akk_calendar_page_init (AkkCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_MONTHS; i++) {
    self->blocks[i] = akk_month_block_new ();
    adw_wrap_box_append (self->months, self->blocks[i]);
  }
  add_chips (self);
  add_legend (self);
  self->marks = akk_calendar_list_set_up (self->list_view);
}

/* --- Public --- */

void
akk_calendar_page_set_store (AkkCalendarPage *self, AkkStore *store)
{
  g_return_if_fail (AKK_IS_CALENDAR_PAGE (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  self->shown_year = 0;
  g_set_object (&self->store, store);
  if (store == NULL)
    return;
  g_signal_connect_swapped (store, "stepped", G_CALLBACK (stepped_cb), self);
  changed_cb (self);
}
