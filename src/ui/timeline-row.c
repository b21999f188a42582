/* A line of the timeline.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/timeline-row.h"

#include <glib/gi18n.h>

#include "core/phrases.h"
#include "core/priority.h"
#include "ui/action-row-words.h"
#include "ui/action-words.h"
#include "ui/day.h"
#include "ui/timeline-bar.h"

#define NAME_X 24
#define STACKED_X 12
#define GAP 12
#define PAD_Y 6

struct _AkkTimelineRow {
  GtkWidget parent_instance;

  GtkWidget *name, *glyph, *title; /* glyph and title in the box `name` */
  GtkWidget *bar, *lead; /* in the lane: of an action, of a priority */
  AkkTimelineScale *scale;
  AkkActionScope *scope;
  gulong handler;
  gint64 id;
  char *sentence;
};

G_DEFINE_FINAL_TYPE (AkkTimelineRow, akk_timeline_row, GTK_TYPE_WIDGET)

/* --- What it says --- */

static char *
sentence_new (AkkStore *store, const AkkAction *action, gint64 day)
{
  g_autofree char *sentence = akk_action_sentence (store, action, day);
  g_autofree char *start =
      action->starts_on != AKK_NO_DATE ? akk_day_brief (action->starts_on, 0) : NULL;

  if (start != NULL)
    return g_strdup_printf (_ ("%s, from %s"), sentence, start);
  if (action->deadline == AKK_NO_DATE && action->follow_up == AKK_NO_DATE)
    return g_strdup_printf (_ ("%s, no dates"), sentence);
  return g_steal_pointer (&sentence);
}

static void
show_action (AkkTimelineRow *self)
{
  AkkActionRows *rows = akk_action_scope_rows (self->scope);
  const AkkActionRow *row = akk_action_rows_find (rows, self->id);
  AkkStore *store = akk_action_scope_store (self->scope);
  g_autoptr (AkkAction) action =
      row != NULL ? akk_store_get (store, &akk_action_record, row->id) : NULL;
  gint64 day = akk_action_scope_day (self->scope);
  g_autofree char *lead = NULL;
  AkkTimelineSpan span;
  AkkGlyph glyph;

  if (action == NULL)
    return;
  glyph = akk_action_row_glyph (row, day);
  span = akk_timeline_span (row, day);
  lead = akk_action_lead_words (store, action);
  g_free (self->sentence);
  self->sentence = sentence_new (store, action, day);
  akk_state_glyph_set_glyph (AKK_STATE_GLYPH (self->glyph), glyph);
  gtk_label_set_label (GTK_LABEL (self->title), action->title);
  akk_timeline_bar_set (AKK_TIMELINE_BAR (self->bar), &span, glyph, lead, self->sentence);
}

static void
show_priority (AkkTimelineRow *self)
{
  GPtrArray *priorities = akk_action_rows_priorities (akk_action_scope_rows (self->scope));
  guint place = (guint) (-self->id - 1);
  AkkPriority *priority =
      place > 0 && place <= priorities->len ? priorities->pdata[place - 1] : NULL;
  g_autofree char *lead =
      priority != NULL ? akk_priority_lead_words (akk_action_scope_store (self->scope), priority)
                       : g_strdup ("");
  g_autofree char *words = priority != NULL ? akk_phrases_sentence (priority->title) : NULL;
  g_autofree char *title = words != NULL ? g_strdup_printf ("%u  %s", place, words)
                                         : g_strdup (_ ("Without a priority"));

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->lead), lead);
  g_set_str (&self->sentence, title);
}

static void
show (AkkTimelineRow *self)
{
  gboolean heads = self->id < 0;

  if (self->scope == NULL || self->id == 0)
    return;
  gtk_widget_set_visible (self->glyph, !heads);
  gtk_widget_set_visible (self->bar, !heads);
  gtk_widget_set_visible (self->lead, heads);
  if (heads) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "akk-timeline-priority");
    show_priority (self);
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "akk-timeline-priority");
    show_action (self);
  }
}

static void
shown_changed_cb (AkkTimelineRow *self)
{
  if (self->id < 0 || akk_action_scope_touched (self->scope, self->id))
    show (self);
}

static void
clicked_cb (AkkTimelineRow *self)
{
  if (self->scope != NULL && self->id > 0)
    akk_action_scope_choose (self->scope, self->id);
}

/* --- Room --- */

static int
natural (GtkWidget *child, GtkOrientation orientation)
{
  int size = 0;

  if (gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, -1, NULL, &size, NULL, NULL);
  return size;
}

static void
akk_timeline_row_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural_size,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AkkTimelineRow *self = AKK_TIMELINE_ROW (widget);
  int name = natural (self->name, GTK_ORIENTATION_VERTICAL);
  int lane = MAX (natural (self->bar, GTK_ORIENTATION_VERTICAL),
                  natural (self->lead, GTK_ORIENTATION_VERTICAL));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural_size = 0;
  else if (akk_timeline_scale_stacked (self->scale))
    *minimum = *natural_size = name + lane + 2 * PAD_Y;
  else
    *minimum = *natural_size = MAX (name, lane) + 3 * PAD_Y;
}

static void
place (GtkWidget *child, float x, int y, float width, int height)
{
  int minimum;

  if (!gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      child, &(GtkAllocation) { (int) x, y, MAX (minimum, (int) width), height }, -1);
}

static void
akk_timeline_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AkkTimelineRow *self = AKK_TIMELINE_ROW (widget);
  gboolean stacked = akk_timeline_scale_stacked (self->scale);
  int name = natural (self->name, GTK_ORIENTATION_VERTICAL);
  int y = stacked ? PAD_Y + name : 0, left = stacked ? height - PAD_Y - y : height;
  float x, lane, bar_x, bar_width;

  akk_timeline_scale_lane (self->scale, widget, width, &x, &lane);
  if (stacked)
    place (self->name, STACKED_X, PAD_Y, (float) (width - 2 * STACKED_X), name);
  else
    place (self->name, NAME_X, 0, x - NAME_X - GAP, height);
  place (self->lead, x + (stacked ? 0 : 8), y, lane - 8, left);
  akk_timeline_bar_place (AKK_TIMELINE_BAR (self->bar), akk_timeline_scale_stretch (self->scale),
                          lane, &bar_x, &bar_width);
  place (self->bar, x + bar_x, y, bar_width, left);
}

static void
rescaled_cb (AkkTimelineRow *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (self->bar);
}

/* --- Virtual functions --- */

static void
akk_timeline_row_dispose (GObject *object)
{
  AkkTimelineRow *self = AKK_TIMELINE_ROW (object);

  akk_timeline_row_set (self, NULL, 0);
  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->lead, gtk_widget_unparent);
  g_clear_object (&self->scale);
  G_OBJECT_CLASS (akk_timeline_row_parent_class)->dispose (object);
}

static void
akk_timeline_row_finalize (GObject *object)
{
  g_free (AKK_TIMELINE_ROW (object)->sentence);
  G_OBJECT_CLASS (akk_timeline_row_parent_class)->finalize (object);
}

static void
akk_timeline_row_class_init (AkkTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_timeline_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = akk_timeline_row_finalize;
  widget_class->measure = akk_timeline_row_measure;
  widget_class->size_allocate = akk_timeline_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "akk-timeline-row");
}

static void
akk_timeline_row_init (AkkTimelineRow *self)
{
  self->name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->glyph = akk_state_glyph_new (AKK_GLYPH_OPEN);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->name), self->glyph);
  gtk_box_append (GTK_BOX (self->name), self->title);
  self->bar = akk_timeline_bar_new ();
  g_signal_connect_object (self->bar, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  self->lead = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->lead), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->lead), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->lead, "dimmed");
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  gtk_widget_set_parent (self->lead, GTK_WIDGET (self));
}

GtkWidget *
akk_timeline_row_new (AkkTimelineScale *scale)
{
  AkkTimelineRow *self = g_object_new (AKK_TYPE_TIMELINE_ROW, NULL);

  self->scale = g_object_ref (scale);
  g_signal_connect_object (scale, "changed", G_CALLBACK (rescaled_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
akk_timeline_row_set (AkkTimelineRow *self, AkkActionScope *scope, gint64 id)
{
  if (self->scope != scope) {
    if (self->scope != NULL)
      g_clear_signal_handler (&self->handler, self->scope);
    g_set_object (&self->scope, scope);
    if (scope != NULL)
      self->handler = g_signal_connect_object (
          scope, "shown-changed", G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
  }
  self->id = id;
  show (self);
}

const char *
akk_timeline_row_sentence (AkkTimelineRow *self)
{
  return self->sentence != NULL ? self->sentence : "";
}
