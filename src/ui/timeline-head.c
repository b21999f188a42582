/* What stands above the lanes of the timeline.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/timeline-head.h"

#include <glib/gi18n.h>

#include "core/body.h"
#include "core/meetings.h"
#include "ui/consultation-words.h"

#define NAME_X 24
#define GAP 4
#define PAD_TOP 8
#define MANY_QUARTERS 5

/* A part that stands on a day. `until` AKK_NO_DATE: in the middle of that day; else it is between
 * the two. */
typedef struct {
  GtkWidget *widget;
  gint64 day, until;
} Part;

struct _AkkTimelineHead {
  GtkWidget parent_instance;

  AkkTimelineScale *scale;
  AkkStore *store;
  gint64 agreement_id;
  GtkWidget *name; /* what the marks are */
  GtkWidget *today;
  GArray *quarters, *marks; /* Part */
};

G_DEFINE_FINAL_TYPE (AkkTimelineHead, akk_timeline_head, GTK_TYPE_WIDGET)

static void
part_clear (Part *part)
{
  g_clear_pointer (&part->widget, gtk_widget_unparent);
}

static GArray *
parts_new (void)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (Part));

  g_array_set_clear_func (parts, (GDestroyNotify) part_clear);
  return parts;
}

static void
add_part (AkkTimelineHead *self, GArray *parts, GtkWidget *widget, gint64 day, gint64 until)
{
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  g_array_append_val (parts, ((Part) { widget, day, until }));
}

/* --- Quarters --- */

/* Where there are many, or little room, the year stands below, and only once. */
static char *
quarter_words (gint64 day, gboolean with_year, gboolean many)
{
  int year, quarter = akk_quarter_of (day, &year);

  if (!with_year)
    /* Translators: a quarter of a year, as in "Q1". */
    return g_strdup_printf (_ ("Q%d"), quarter);
  /* Translators: a quarter of a year, as in "Q1 2026"; then the same on two lines. */
  return many ? g_strdup_printf (_ ("Q%d\n%d"), quarter, year)
              : g_strdup_printf (_ ("Q%d %d"), quarter, year);
}

static void
fill_quarters (AkkTimelineHead *self)
{
  AkkTimeline stretch = akk_timeline_scale_stretch (self->scale);
  gint64 today = akk_timeline_scale_day (self->scale);
  guint n = akk_timeline_n_quarters (stretch);
  gboolean tight = n > MANY_QUARTERS || akk_timeline_scale_stacked (self->scale);

  g_array_set_size (self->quarters, 0);
  for (guint i = 0; i < n; i++) {
    gint64 first = akk_timeline_quarter (stretch, i), until = akk_timeline_quarter (stretch, i + 1);
    gboolean begins = i == 0 || akk_quarter_of (first, NULL) == 1;
    g_autofree char *words = quarter_words (first, begins, tight);
    g_autofree char *whole = quarter_words (first, TRUE, FALSE);
    GtkWidget *label = gtk_label_new (words);

    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
    gtk_widget_set_valign (label, GTK_ALIGN_START);
    gtk_widget_set_tooltip_text (label, whole);
    gtk_widget_add_css_class (label, today >= first && today < until ? "heading" : "dimmed");
    add_part (self, self->quarters, label, first, until);
  }
}

/* --- Meetings --- */

static void
mark_clicked_cb (GtkButton *mark, gpointer id)
{
  gtk_widget_activate_action (GTK_WIDGET (mark), "view.show-meeting", "x", *(gint64 *) id);
}

static void
free_id (gpointer id, GClosure *closure)
{
  g_free (id);
}

static void
add_mark (AkkTimelineHead *self, const AkkMeeting *meeting, const AkkBody *body)
{
  g_autofree char *words =
      akk_meeting_mark_words (meeting, body->name, akk_timeline_scale_day (self->scale));
  gunichar initial = g_unichar_toupper (g_utf8_get_char (body->name));
  char letter[7] = { 0 };
  GtkWidget *mark, *label;

  g_unichar_to_utf8 (initial, letter);
  mark = gtk_button_new ();
  label = gtk_label_new (letter);
  gtk_button_set_child (GTK_BUTTON (mark), label);
  gtk_widget_add_css_class (mark, "akk-timeline-mark");
  gtk_widget_add_css_class (mark, akk_meeting_held (meeting) ? "akk-mark-held" : "akk-mark-ahead");
  gtk_widget_set_tooltip_text (mark, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_data (mark, "clicked", G_CALLBACK (mark_clicked_cb),
                         g_memdup2 (&meeting->record.id, sizeof meeting->record.id), free_id, 0);
  add_part (self, self->marks, mark, meeting->date, AKK_NO_DATE);
}

static void
fill_marks (AkkTimelineHead *self)
{
  AkkTimeline stretch = akk_timeline_scale_stretch (self->scale);
  g_autoptr (GPtrArray) meetings =
      self->store != NULL ? akk_meetings (self->store, self->agreement_id, 0) : NULL;

  g_array_set_size (self->marks, 0);
  for (guint i = 0; meetings != NULL && i < meetings->len; i++) {
    const AkkMeeting *meeting = meetings->pdata[i];
    g_autoptr (AkkBody) body = NULL;

    if (meeting->date < stretch.first || meeting->date > stretch.last ||
        !(akk_meeting_held (meeting) || akk_meeting_ahead (meeting)))
      continue;
    body = akk_store_get (self->store, &akk_body_record, meeting->body_id);
    if (body != NULL)
      add_mark (self, meeting, body);
  }
  gtk_widget_set_visible (self->name,
                          self->marks->len > 0 && !akk_timeline_scale_stacked (self->scale));
}

static void
fill (AkkTimelineHead *self)
{
  gint64 day = akk_timeline_scale_day (self->scale);
  AkkTimeline stretch = akk_timeline_scale_stretch (self->scale);

  fill_quarters (self);
  fill_marks (self);
  gtk_widget_set_visible (self->today, day >= stretch.first && day <= stretch.last);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- Room --- */

static int
natural (GtkWidget *child, GtkOrientation orientation)
{
  int size = 0;

  gtk_widget_measure (child, orientation, -1, NULL, &size, NULL, NULL);
  return size;
}

static int
tallest (const GArray *parts)
{
  int height = 0;

  for (guint i = 0; i < parts->len; i++)
    height =
        MAX (height, natural (g_array_index (parts, Part, i).widget, GTK_ORIENTATION_VERTICAL));
  return height;
}

static void
akk_timeline_head_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural_size,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AkkTimelineHead *self = AKK_TIMELINE_HEAD (widget);

  *minimum = *natural_size = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural_size = PAD_TOP + tallest (self->quarters) + GAP +
                               natural (self->today, GTK_ORIENTATION_VERTICAL) +
                               tallest (self->marks) + 2 * GAP;
}

static void
place (GtkWidget *child, float x, int y, int width, int height)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { (int) x, y, MAX (minimum, width), height },
                            -1);
}

/* Marks that would lie on each other stand beside each other. */
static void
place_marks (AkkTimelineHead *self, int y, float lane_x, float lane)
{
  AkkTimeline stretch = akk_timeline_scale_stretch (self->scale);
  int height = tallest (self->marks);
  float free_from = -1e6f;

  for (guint i = 0; i < self->marks->len; i++) {
    const Part *part = &g_array_index (self->marks, Part, i);
    int width = natural (part->widget, GTK_ORIENTATION_HORIZONTAL);
    float x = lane_x + (float) akk_timeline_at (stretch, part->day) * lane - (float) width / 2;

    x = MAX (x, free_from);
    place (part->widget, x, y, width, height);
    free_from = x + (float) width + 2;
  }
}

static void
akk_timeline_head_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AkkTimelineHead *self = AKK_TIMELINE_HEAD (widget);
  AkkTimeline stretch;
  float x, lane;
  int quarters = tallest (self->quarters), marks = tallest (self->marks);
  int today = natural (self->today, GTK_ORIENTATION_VERTICAL);
  int today_width = natural (self->today, GTK_ORIENTATION_HORIZONTAL);
  int y = PAD_TOP + quarters + GAP;

  if (self->scale == NULL)
    return;
  stretch = akk_timeline_scale_stretch (self->scale);
  akk_timeline_scale_lane (self->scale, widget, width, &x, &lane);
  for (guint i = 0; i < self->quarters->len; i++) {
    const Part *part = &g_array_index (self->quarters, Part, i);
    float from = (float) akk_timeline_at (stretch, part->day) * lane;
    float until = (float) akk_timeline_at (stretch, part->until) * lane;

    place (part->widget, x + from, PAD_TOP, (int) (until - from), quarters);
  }
  if (gtk_widget_should_layout (self->today)) {
    float middle = (float) akk_timeline_at (stretch, akk_timeline_scale_day (self->scale)) * lane;

    place (self->today,
           CLAMP (x + middle - (float) today_width / 2, 0, (float) (width - today_width)), y,
           today_width, today);
  }
  if (gtk_widget_should_layout (self->name))
    place (self->name, NAME_X, y + today, (int) MAX (0, x - NAME_X), marks);
  place_marks (self, y + today, x, lane);
}

/* --- Virtual functions --- */

static void
akk_timeline_head_dispose (GObject *object)
{
  AkkTimelineHead *self = AKK_TIMELINE_HEAD (object);

  g_clear_pointer (&self->quarters, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->today, gtk_widget_unparent);
  g_clear_object (&self->scale);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_timeline_head_parent_class)->dispose (object);
}

static void
akk_timeline_head_class_init (AkkTimelineHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_timeline_head_dispose;
  widget_class->measure = akk_timeline_head_measure;
  widget_class->size_allocate = akk_timeline_head_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "akk-timeline-head");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
akk_timeline_head_init (AkkTimelineHead *self)
{
  self->quarters = parts_new ();
  self->marks = parts_new ();
  self->name = gtk_label_new (_ ("Meetings"));
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->name, "dimmed");
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  self->today = gtk_label_new (_ ("today"));
  gtk_widget_add_css_class (self->today, "akk-today");
  gtk_widget_set_parent (self->today, GTK_WIDGET (self));
}

void
akk_timeline_head_set_scale (AkkTimelineHead *self, AkkTimelineScale *scale)
{
  g_set_object (&self->scale, scale);
  g_signal_connect_object (scale, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

void
akk_timeline_head_show (AkkTimelineHead *self, AkkStore *store, gint64 agreement_id)
{
  g_set_object (&self->store, store);
  self->agreement_id = agreement_id;
  fill_marks (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
akk_timeline_head_today (AkkTimelineHead *self)
{
  return self->today;
}
