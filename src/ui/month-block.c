/* A month of the page Agenda: its days, and what is marked on them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/month-block.h"

#include <adwaita.h>
#include <string.h>

#include "core/dates.h"
#include "core/phrases.h"
#include "ui/calendar-marks.h"
#include "ui/day.h"

#define DAY_S G_GINT64_CONSTANT (86400)
#define N_WEEKDAYS 7
#define N_WEEKS 6
#define MOST_DAYS 31
/* In sp: the least and the usual width of a day, its height, and that of the weekdays. */
#define LEAST_WIDTH 28
#define WIDTH 32
#define HEIGHT 34
#define HEAD 22
/* The signs that fit under the number of a day. */
#define MOST_SIGNS 3

struct _AkkMonthBlock {
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *buttons[MOST_DAYS]; /* NULL: nothing is marked */
  GPtrArray *marks[MOST_DAYS]; /* AkkCalendarMark, or NULL */
  gboolean off[MOST_DAYS]; /* holidays and weekends */
  gint64 first, today;
  guint n_days, offset; /* the weekday of the first, counted from 0 */
};

G_DEFINE_FINAL_TYPE (AkkMonthBlock, akk_month_block, GTK_TYPE_WIDGET)

static float
sp (AkkMonthBlock *self, double length)
{
  return (float) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, length,
                                        gtk_widget_get_settings (GTK_WIDGET (self)));
}

static int
title_height (AkkMonthBlock *self)
{
  int natural;

  gtk_widget_measure (self->title, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural + (int) sp (self, 6);
}

static graphene_rect_t
cell (AkkMonthBlock *self, guint day)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) / N_WEEKDAYS;
  guint place = self->offset + day;

  return GRAPHENE_RECT_INIT (width * (float) (place % N_WEEKDAYS),
                             (float) title_height (self) + sp (self, HEAD) +
                                 sp (self, HEIGHT) * (float) (place / N_WEEKDAYS),
                             width, sp (self, HEIGHT));
}

/* --- A day with marks --- */

static void
choose_cb (GtkWidget *button, AkkCalendarMark *mark)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  GtkWidget *month = gtk_widget_get_ancestor (button, AKK_TYPE_MONTH_BLOCK);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  akk_place_open (month, &mark->place);
}

static GtkWidget *
choice_new (AkkCalendarMark *mark)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *words = akk_calendar_mark_words (mark);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, "akk-plain");
  gtk_box_append (GTK_BOX (box), akk_state_glyph_new (mark->glyph));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), mark, 0);
  return button;
}

static void
popover_closed_cb (GtkWidget *popover)
{
  gtk_widget_unparent (popover);
}

static GtkWidget *
list_new (const GPtrArray *marks)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < marks->len; i++)
    gtk_box_append (GTK_BOX (list), choice_new (marks->pdata[i]));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

static guint
day_of (AkkMonthBlock *self, GtkWidget *button)
{
  guint day = 0;

  while (day < MOST_DAYS - 1 && self->buttons[day] != button)
    day++;
  return day;
}

static void
clicked_cb (AkkMonthBlock *self, GtkWidget *button)
{
  const GPtrArray *marks = self->marks[day_of (self, button)];
  GtkWidget *popover;

  if (marks->len == 1) {
    akk_place_open (GTK_WIDGET (self), &((AkkCalendarMark *) marks->pdata[0])->place);
    return;
  }
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), list_new (marks));
  gtk_widget_set_parent (popover, button);
  g_signal_connect_after (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* The popover of a button goes with it. */
static void
drop_button (AkkMonthBlock *self, guint day)
{
  GtkWidget *child;

  g_clear_pointer (&self->marks[day], g_ptr_array_unref);
  if (self->buttons[day] == NULL)
    return;
  while ((child = gtk_widget_get_last_child (self->buttons[day])) != NULL && GTK_IS_POPOVER (child))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->buttons[day], gtk_widget_unparent);
}

static void
name_button (AkkMonthBlock *self, guint day)
{
  g_autofree char *date = akk_day_long (self->first + day);
  g_autoptr (GString) words = g_string_new (date);

  for (guint i = 0; i < self->marks[day]->len; i++) {
    g_autofree char *mark = akk_calendar_mark_words (self->marks[day]->pdata[i]);

    g_string_append_printf (words, "%s%s", i == 0 ? ": " : "\n", mark);
    /* Nobody reads more of a tooltip. */
    if (i == 9 && self->marks[day]->len > 10) {
      g_string_append (words, "\n…");
      break;
    }
  }
  gtk_widget_set_tooltip_text (self->buttons[day], words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[day]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

/* What asks for most stands first: the least common sign says most. */
static GtkWidget *
signs_new (const GPtrArray *marks)
{
  static const AkkGlyph order[] = { AKK_GLYPH_ATTENTION, AKK_GLYPH_OPEN,     AKK_GLYPH_OFFERED,
                                    AKK_GLYPH_DONE,      AKK_GLYPH_PROPOSED, AKK_GLYPH_STOPPED };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < marks->len && n < MOST_SIGNS; j++)
      if (((AkkCalendarMark *) marks->pdata[j])->glyph == order[i]) {
        gtk_box_append (GTK_BOX (box), g_object_new (AKK_TYPE_STATE_GLYPH, "glyph", order[i],
                                                     "size", marks->len == 1 ? 13 : 9, NULL));
        n++;
      }
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  return box;
}

static void
add_button (AkkMonthBlock *self, guint day, GPtrArray *marks)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = g_strdup_printf ("%u", day + 1);
  GtkWidget *after = self->title;

  self->marks[day] = marks;
  self->buttons[day] = gtk_button_new ();
  gtk_box_append (GTK_BOX (box), gtk_label_new (number));
  gtk_box_append (GTK_BOX (box), signs_new (marks));
  gtk_button_set_child (GTK_BUTTON (self->buttons[day]), box);
  gtk_widget_add_css_class (self->buttons[day], "flat");
  gtk_widget_add_css_class (self->buttons[day], "akk-marked-day");
  name_button (self, day);
  g_signal_connect_swapped (self->buttons[day], "clicked", G_CALLBACK (clicked_cb), self);
  for (guint i = 0; i < day; i++)
    after = self->buttons[i] != NULL ? self->buttons[i] : after;
  gtk_widget_insert_after (self->buttons[day], GTK_WIDGET (self), after);
}

static GPtrArray *
copy_marks (gpointer *marks, guint n)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (copy, g_object_ref (marks[i]));
  return copy;
}

static gboolean
marks_equal (const GPtrArray *shown, gpointer *marks, guint n)
{
  if (shown == NULL || shown->len != n)
    return shown == NULL && n == 0;
  for (guint i = 0; i < n; i++)
    if (!akk_calendar_mark_equal (shown->pdata[i], marks[i]))
      return FALSE;
  return TRUE;
}

/* --- Drawing --- */

static void
draw_text (AkkMonthBlock *self,
           GtkSnapshot *snapshot,
           PangoLayout *layout,
           const char *text,
           const graphene_rect_t *area,
           const GdkRGBA *colour)
{
  int width, height;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (area->origin.x + (area->size.width - (float) width) / 2,
                                      area->origin.y + sp (self, 3)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_weekdays (AkkMonthBlock *self,
               GtkSnapshot *snapshot,
               PangoLayout *layout,
               const GdkRGBA *colour)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) / N_WEEKDAYS;
  gint64 monday = akk_date_from_ymd (2024, 1, 1);

  for (guint i = 0; i < N_WEEKDAYS; i++) {
    g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc ((monday + i) * DAY_S);
    g_autofree char *name = g_date_time_format (date, "%a");
    graphene_rect_t area =
        GRAPHENE_RECT_INIT (width * (float) i, (float) title_height (self), width, sp (self, HEAD));

    draw_text (self, snapshot, layout, name, &area, colour);
  }
}

static void
draw_day (AkkMonthBlock *self,
          GtkSnapshot *snapshot,
          PangoLayout *layout,
          guint day,
          const GdkRGBA *colour,
          const GdkRGBA *faint,
          const GdkRGBA *grey)
{
  graphene_rect_t area = cell (self, day);
  char number[4];

  if (self->off[day])
    gtk_snapshot_append_color (snapshot, grey, &area);
  if (self->first + day == self->today) {
    GskRoundedRect ring;
    float width = 1.5f;

    gsk_rounded_rect_init_from_rect (&ring, &area, sp (self, 6));
    gtk_snapshot_append_border (snapshot, &ring, (float[]) { width, width, width, width },
                                (GdkRGBA[]) { *colour, *colour, *colour, *colour });
  }
  if (self->buttons[day] != NULL)
    return;
  g_snprintf (number, sizeof number, "%u", day + 1);
  draw_text (self, snapshot, layout, number, &area, self->off[day] ? faint : colour);
}

static void
akk_month_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkMonthBlock *self = AKK_MONTH_BLOCK (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA colour, faint, grey;

  gtk_widget_get_color (widget, &colour);
  faint = grey = colour;
  faint.alpha *= contrast ? 0.9f : 0.6f;
  grey.alpha *= contrast ? 0.18f : 0.07f;
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_layout_set_attributes (layout, attributes);
  draw_weekdays (self, snapshot, layout, &faint);
  for (guint day = 0; day < self->n_days; day++)
    draw_day (self, snapshot, layout, day, &colour, &faint, &grey);
  GTK_WIDGET_CLASS (akk_month_block_parent_class)->snapshot (widget, snapshot);
}

/* --- Virtual functions --- */

static void
akk_month_block_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  AkkMonthBlock *self = AKK_MONTH_BLOCK (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = (int) (N_WEEKDAYS * sp (self, LEAST_WIDTH));
    *natural = (int) (N_WEEKDAYS * sp (self, WIDTH));
    return;
  }
  *minimum = *natural = title_height (self) + (int) (sp (self, HEAD) + N_WEEKS * sp (self, HEIGHT));
}

static void
akk_month_block_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AkkMonthBlock *self = AKK_MONTH_BLOCK (widget);

  gtk_widget_allocate (self->title, width, title_height (self), -1, NULL);
  for (guint day = 0; day < self->n_days; day++) {
    graphene_rect_t area = cell (self, day);
    GtkWidget *button = self->buttons[day];
    int least_width, least_height;

    if (button == NULL)
      continue;
    gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
    gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
    gtk_widget_allocate (button, MAX (least_width, (int) area.size.width),
                         MAX (least_height, (int) area.size.height), -1,
                         gsk_transform_translate (NULL, &area.origin));
  }
}

static void
akk_month_block_dispose (GObject *object)
{
  AkkMonthBlock *self = AKK_MONTH_BLOCK (object);

  for (guint day = 0; day < MOST_DAYS; day++)
    drop_button (self, day);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  G_OBJECT_CLASS (akk_month_block_parent_class)->dispose (object);
}

static void
akk_month_block_class_init (AkkMonthBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_month_block_dispose;
  widget_class->snapshot = akk_month_block_snapshot;
  widget_class->measure = akk_month_block_measure;
  widget_class->size_allocate = akk_month_block_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "akk-month");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
akk_month_block_init (AkkMonthBlock *self)
{
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/* --- Public --- */

GtkWidget *
akk_month_block_new (void)
{
  return g_object_new (AKK_TYPE_MONTH_BLOCK, NULL);
}

void
akk_month_block_set_month (
    AkkMonthBlock *self, int year, int month, gint64 today, const AkkDaysOff *days_off)
{
  gint64 next =
      month < 12 ? akk_date_from_ymd (year, month + 1, 1) : akk_date_from_ymd (year + 1, 1, 1);
  gint64 first = akk_date_from_ymd (year, month, 1);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (first * DAY_S);
  g_autofree char *name = g_date_time_format (date, "%OB");
  g_autofree char *title = akk_phrases_sentence (name);
  guint n_days = (guint) (next - first);
  gboolean off[MOST_DAYS] = { FALSE };

  g_return_if_fail (AKK_IS_MONTH_BLOCK (self));

  for (guint day = 0; day < n_days; day++)
    off[day] = akk_date_weekday (first + day) >= 6 ||
               akk_days_off_on (days_off, first + day, AKK_HOLIDAY_PUBLIC) != NULL ||
               akk_days_off_on (days_off, first + day, AKK_HOLIDAY_SCHOOL) != NULL;
  if (first == self->first && today == self->today && memcmp (off, self->off, sizeof off) == 0)
    return;
  if (first != self->first)
    for (guint day = 0; day < MOST_DAYS; day++)
      drop_button (self, day);
  memcpy (self->off, off, sizeof off);
  self->first = first;
  self->today = today;
  self->n_days = n_days;
  self->offset = (guint) akk_date_weekday (first) - 1;
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
akk_month_block_set_marks (AkkMonthBlock *self, const GPtrArray *marks)
{
  guint next = 0;
  gboolean changed = FALSE;

  g_return_if_fail (AKK_IS_MONTH_BLOCK (self));

  while (next < marks->len && ((AkkCalendarMark *) marks->pdata[next])->day < self->first)
    next++;
  for (guint day = 0; day < self->n_days; day++) {
    gpointer *first = marks->pdata + next;
    gboolean focused;
    guint n = 0;

    for (; next < marks->len && ((AkkCalendarMark *) marks->pdata[next])->day == self->first + day;
         next++)
      n++;
    if (marks_equal (self->marks[day], first, n))
      continue;
    changed = TRUE;
    focused = self->buttons[day] != NULL && gtk_widget_is_focus (self->buttons[day]);
    drop_button (self, day);
    if (n > 0)
      add_button (self, day, copy_marks (first, n));
    if (focused && self->buttons[day] != NULL)
      gtk_widget_grab_focus (self->buttons[day]);
  }
  if (changed)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
