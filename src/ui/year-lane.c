/* A year of one body.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/year-lane.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "core/dates.h"
#include "core/holidays.h"
#include "ui/day.h"

#define MIN_WIDTH 300
#define NATURAL_WIDTH 640

#define DAY_S G_GINT64_CONSTANT (86400)

struct _AkkYearLane {
  GtkWidget parent_instance;

  char *name;
  gint64 first, last; /* of the year */
  gint64 today;
  GArray *holidays; /* AkkHoliday, without names */
  GArray *marks;
  GArray *runs; /* AkkYearRun: a button each, in their order */
};

G_DEFINE_FINAL_TYPE (AkkYearLane, akk_year_lane, GTK_TYPE_WIDGET)

enum { MARK_ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char date_key[] = "akk-date";
static const char run_key[] = "akk-run";

/* --- Places --- */

static float
x_of (AkkYearLane *self, gint64 date)
{
  return (float) gtk_widget_get_width (GTK_WIDGET (self)) * (float) (date - self->first) /
         (float) (self->last + 1 - self->first);
}

static gint64
date_of (GtkWidget *button)
{
  return (gint64) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), date_key));
}

/* The width of the sign in a button is its height, about: the sign stands on the day. */
static void
akk_year_lane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AkkYearLane *self = AKK_YEAR_LANE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *glyph = g_object_get_data (G_OBJECT (child), "akk-glyph");
    GtkAllocation place;
    int sign;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &place.height, NULL, NULL);
    gtk_widget_measure (glyph, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &sign, NULL, NULL);
    place.x = (int) x_of (self, date_of (child)) - sign / 2 - 4;
    place.x = CLAMP (place.x, 0, MAX (0, width - place.width));
    place.y = (height - place.height) / 2;
    gtk_widget_size_allocate (child, &place, -1);
  }
}

static void
akk_year_lane_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int size;

    gtk_widget_measure (child, orientation, -1, NULL, &size, NULL, NULL);
    *minimum = *natural = MAX (*minimum, size);
  }
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MIN_WIDTH;
    *natural = NATURAL_WIDTH;
  }
}

/* --- Drawing --- */

static void
draw_span (AkkYearLane *self, GtkSnapshot *snapshot, float from, float to, const GdkRGBA *colour)
{
  gtk_snapshot_append_color (
      snapshot, colour,
      &GRAPHENE_RECT_INIT (from, 0, to - from, (float) gtk_widget_get_height (GTK_WIDGET (self))));
}

static void
draw_holidays (AkkYearLane *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  for (guint i = 0; i < self->holidays->len; i++) {
    const AkkHoliday *holiday = &g_array_index (self->holidays, AkkHoliday, i);

    if (holiday->kind == AKK_HOLIDAY_SCHOOL && holiday->to >= self->first &&
        holiday->from <= self->last)
      draw_span (self, snapshot, x_of (self, MAX (holiday->from, self->first)),
                 x_of (self, MIN (holiday->to, self->last) + 1), colour);
  }
}

static void
draw_months (AkkYearLane *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  int year;

  akk_date_to_ymd (self->first, &year, NULL, NULL);
  for (int month = 1; month <= 12; month++) {
    float x = floorf (x_of (self, akk_date_from_ymd (year, month, 1)));

    draw_span (self, snapshot, x, x + 1, colour);
  }
}

static void
akk_year_lane_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkYearLane *self = AKK_YEAR_LANE (widget);
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA colour;

  if (self->holidays == NULL)
    return;
  gtk_widget_get_color (widget, &colour);
  colour.alpha = contrast ? 0.28f : 0.08f;
  draw_holidays (self, snapshot, &colour);
  colour.alpha = contrast ? 0.5f : 0.09f;
  draw_months (self, snapshot, &colour);
  if (self->today >= self->first && self->today <= self->last) {
    float x = floorf (x_of (self, self->today));

    draw_span (self, snapshot, x, x + 2,
               adw_style_manager_get_dark (adw_style_manager_get_default ())
                   ? &(GdkRGBA) { 1, 0.64f, 0.36f, 1 }
                   : &(GdkRGBA) { 0.72f, 0.25f, 0.04f, 1 });
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

/* --- Marks --- */

static void
activate (AkkYearLane *self, GtkWidget *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "akk-id");

  g_signal_emit (self, signals[MARK_ACTIVATED], 0, *id, date_of (button));
}

static void
mark_clicked_cb (AkkYearLane *self, GtkWidget *button)
{
  activate (self, button);
}

static void
listed_clicked_cb (AkkYearLane *self, GtkWidget *button)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  activate (self, button);
}

static char *
words_of (AkkYearLane *self, const AkkYearMark *mark)
{
  g_autofree char *day = akk_day_long (mark->date);

  return g_strdup_printf ("%s, %s, %s", self->name, day, mark->state);
}

static void
name_button (GtkWidget *button, const AkkYearMark *mark)
{
  gint64 *id = g_new (gint64, 1);

  *id = mark->id;
  g_object_set_data_full (G_OBJECT (button), "akk-id", id, g_free);
  g_object_set_data (G_OBJECT (button), date_key, GINT_TO_POINTER ((int) mark->date));
}

static GtkWidget *
face_new (GtkWidget *button, AkkGlyph glyph, const char *number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *sign = akk_state_glyph_new (glyph);

  gtk_box_append (GTK_BOX (box), sign);
  if (number != NULL)
    gtk_box_append (GTK_BOX (box), gtk_label_new (number));
  g_object_set_data (G_OBJECT (button), "akk-glyph", sign);
  return box;
}

static GtkWidget *
named (GtkWidget *button, const char *words)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "akk-mark");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return button;
}

static GtkWidget *
mark_new (AkkYearLane *self, const AkkYearMark *mark, gboolean roomy)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *words = words_of (self, mark);
  g_autofree char *number = NULL;
  int day;

  akk_date_to_ymd (mark->date, NULL, NULL, &day);
  if (roomy)
    number = g_strdup_printf (mark->id != 0 ? "%d" : "%d?", day);
  name_button (button, mark);
  gtk_button_set_child (GTK_BUTTON (button), face_new (button, mark->glyph, number));
  g_signal_connect_object (button, "clicked", G_CALLBACK (mark_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return named (button, words);
}

/* Lists the marks of a button once it is opened. */
static void
popover_wanted_cb (GtkMenuButton *button, gpointer data)
{
  AkkYearLane *self = AKK_YEAR_LANE (gtk_widget_get_parent (GTK_WIDGET (button)));
  const AkkYearRun *run = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = run->first; i < run->first + run->n; i++) {
    const AkkYearMark *mark = &g_array_index (self->marks, AkkYearMark, i);
    g_autofree char *words = words_of (self, mark);
    GtkWidget *row = gtk_button_new ();
    GtkWidget *face = face_new (row, mark->glyph, words);

    gtk_box_set_spacing (GTK_BOX (face), 9);
    gtk_button_set_child (GTK_BUTTON (row), face);
    gtk_widget_add_css_class (row, "flat");
    name_button (row, mark);
    g_signal_connect_object (row, "clicked", G_CALLBACK (listed_clicked_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (box), row);
  }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
list_new (AkkYearLane *self, const AkkYearRun *run)
{
  const AkkYearMark *mark = &g_array_index (self->marks, AkkYearMark, run->first);
  const AkkYearMark *last = &g_array_index (self->marks, AkkYearMark, run->first + run->n - 1);
  GtkWidget *button = gtk_menu_button_new ();
  AkkYearRun *kept = g_memdup2 (run, sizeof *run);
  g_autofree char *number = g_strdup_printf ("%u×", run->n);
  g_autofree char *from = words_of (self, mark);
  g_autofree char *to = words_of (self, last);
  g_autofree char *words = g_strdup_printf (
      /* Translators: how many meetings; what the first and what the last of them is. */
      ngettext ("%u meeting: %s to %s", "%u meetings: %s to %s", run->n), run->n, from, to);

  name_button (button, mark);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button),
                             face_new (button, mark->glyph, run->roomy ? number : NULL));
  g_object_set_data (G_OBJECT (button), run_key, kept);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popover_wanted_cb, kept, g_free);
  return named (button, words);
}

/* Makes the buttons those of `runs`, of which the first and the last so many are there. */
static void
fill (AkkYearLane *self, GArray *runs, GArray *marks, guint at_start, guint at_end)
{
  GtkWidget *before = NULL, *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  guint n_gone = self->runs->len - at_start - at_end;

  g_array_unref (self->runs);
  g_array_unref (self->marks);
  self->runs = runs;
  self->marks = marks;
  for (guint i = 0; i < at_start; i++) {
    before = child;
    child = gtk_widget_get_next_sibling (child);
  }
  for (guint i = 0; i < n_gone; i++) {
    GtkWidget *next = gtk_widget_get_next_sibling (child);

    gtk_widget_unparent (child);
    child = next;
  }
  for (guint i = at_start; i < runs->len - at_end; i++) {
    const AkkYearRun *run = &g_array_index (runs, AkkYearRun, i);
    GtkWidget *button =
        run->n == 1 ? mark_new (self, &g_array_index (marks, AkkYearMark, run->first), run->roomy)
                    : list_new (self, run);

    gtk_widget_insert_after (button, GTK_WIDGET (self), before);
    before = button;
  }
  /* What stays may list other places among the marks. */
  for (guint i = runs->len - at_end; i < runs->len; i++) {
    AkkYearRun *kept = g_object_get_data (G_OBJECT (child), run_key);

    if (kept != NULL)
      *kept = g_array_index (runs, AkkYearRun, i);
    child = gtk_widget_get_next_sibling (child);
  }
}

/* --- Virtual functions --- */

static void
akk_year_lane_dispose (GObject *object)
{
  AkkYearLane *self = AKK_YEAR_LANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->holidays, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  G_OBJECT_CLASS (akk_year_lane_parent_class)->dispose (object);
}

static void
akk_year_lane_class_init (AkkYearLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_year_lane_dispose;
  widget_class->size_allocate = akk_year_lane_size_allocate;
  widget_class->measure = akk_year_lane_measure;
  widget_class->snapshot = akk_year_lane_snapshot;
  signals[MARK_ACTIVATED] =
      g_signal_new ("mark-activated", AKK_TYPE_YEAR_LANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "akk-year-lane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
akk_year_lane_init (AkkYearLane *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (AkkYearMark));
  self->runs = g_array_new (FALSE, FALSE, sizeof (AkkYearRun));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* --- Public --- */

GtkWidget *
akk_year_lane_new (void)
{
  return g_object_new (AKK_TYPE_YEAR_LANE, NULL);
}

static gboolean
holidays_equal (const GArray *one, const GArray *two)
{
  if (one == NULL || one->len != two->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++) {
    const AkkHoliday *a = &g_array_index (one, AkkHoliday, i);
    const AkkHoliday *b = &g_array_index (two, AkkHoliday, i);

    if (a->from != b->from || a->to != b->to || a->kind != b->kind)
      return FALSE;
  }
  return TRUE;
}

void
akk_year_lane_set_year (AkkYearLane *self,
                        const char *name,
                        int year,
                        gint64 today,
                        const GArray *holidays,
                        const GArray *marks)
{
  gint64 first = akk_date_from_ymd (year, 1, 1), focused = AKK_NO_DATE;
  guint at_start = 0, at_end = 0;
  GArray *runs;
  GtkWidget *focus;

  g_return_if_fail (AKK_IS_YEAR_LANE (self));

  runs = akk_year_runs_new (marks);
  if (self->first == first && g_strcmp0 (self->name, name) == 0)
    akk_year_runs_compare (self->runs, self->marks, runs, marks, &at_start, &at_end);
  focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  if (focus != NULL)
    focused = date_of (focus);
  if (self->first != first || self->today != today || !holidays_equal (self->holidays, holidays)) {
    g_clear_pointer (&self->holidays, g_array_unref);
    self->holidays = g_array_copy ((GArray *) holidays);
    self->first = first;
    self->last = akk_date_from_ymd (year, 12, 31);
    self->today = today;
    gtk_widget_queue_draw (GTK_WIDGET (self));
  }
  g_set_str (&self->name, name);
  fill (self, runs, g_array_copy ((GArray *) marks), at_start, at_end);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL && focused != AKK_NO_DATE; child = gtk_widget_get_next_sibling (child))
    if (date_of (child) == focused)
      gtk_widget_grab_focus (child);
}

GtkWidget *
akk_year_months_new (int year, gint64 today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int this_year, this_month;

  akk_date_to_ymd (today, &this_year, &this_month, NULL);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  for (int month = 1; month <= 12; month++) {
    g_autoptr (GDateTime) day =
        g_date_time_new_from_unix_utc (akk_date_from_ymd (year, month, 1) * DAY_S);
    g_autofree char *name = g_date_time_format (day, "%b");
    GtkWidget *label = gtk_label_new (name);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label,
                              year == this_year && month == this_month ? "heading" : "dimmed");
    gtk_box_append (GTK_BOX (box), label);
  }
  return box;
}
