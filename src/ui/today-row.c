/* A row of the page Vandaag.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/today-row.h"

#include <glib/gi18n.h>

#include "ui/day-block.h"
#include "ui/day.h"
#include "ui/obligation-ring.h"
#include "ui/segment-bar.h"

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
chevron_new (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static GtkWidget *
aside_new (const char *text)
{
  GtkWidget *label = label_new (text, "dimmed");

  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  return label;
}

static GtkWidget *
prefix_new (const AkkTodayRow *row, gint64 today)
{
  GtkWidget *prefix;

  if (row->day != AKK_NO_DATE)
    return akk_day_block_new (row->day, today);
  if (row->required > 0) {
    prefix = akk_obligation_ring_new ();
    akk_obligation_ring_set_numbers (AKK_OBLIGATION_RING (prefix), row->held, row->planned,
                                     row->required);
    return prefix;
  }
  return row->glyph != AKK_GLYPH_NONE ? akk_state_glyph_new (row->glyph) : NULL;
}

static GtkWidget *
plan_button_new (gint64 body_id, gboolean narrow)
{
  GtkWidget *button = gtk_button_new ();

  if (narrow) {
    gtk_button_set_icon_name (GTK_BUTTON (button), "x-office-calendar-symbolic");
    gtk_widget_add_css_class (button, "flat");
  } else {
    gtk_button_set_label (GTK_BUTTON (button), _ ("Plan a Date"));
  }
  gtk_widget_set_tooltip_text (button, narrow ? _ ("Plan a Date") : NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", body_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.plan-dates");
  return button;
}

static gboolean
goes_somewhere (const AkkTodayRow *row)
{
  return row->place.page != NULL || row->place.action != NULL;
}

/* What the prefix shows to the eye, said to the ear. */
static void
say_prefix (GtkWidget *widget, const AkkTodayRow *row)
{
  g_autofree char *words = NULL;

  if (row->day != AKK_NO_DATE) {
    g_autofree char *day = akk_day_long (row->day);

    words = g_strdup_printf ("%s, %s", row->title, day);
  } else if (row->required > 0) {
    /* Translators: a body or an evaluation, and meetings held and required: "Working group, 2 of
     * 3". */
    words = g_strdup_printf (_ ("%s, %u of %u"), row->title, row->held, row->required);
  } else if (row->glyph == AKK_GLYPH_ATTENTION) {
    words = g_strdup_printf (_ ("%s, asks for attention"), row->title);
  } else if (row->glyph == AKK_GLYPH_DONE) {
    words = g_strdup_printf (_ ("%s, done"), row->title);
  }
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                    -1);
}

static GtkWidget *
action_row_new (const AkkTodayRow *row, gint64 today, gboolean narrow)
{
  GtkWidget *widget = adw_action_row_new ();
  GtkWidget *prefix = prefix_new (row, today);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), row->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), row->subtitle);
  if (prefix != NULL) {
    if (row->required == 0 && row->day == AKK_NO_DATE)
      gtk_widget_add_css_class (prefix, "akk-row-glyph");
    adw_action_row_add_prefix (ADW_ACTION_ROW (widget), prefix);
  }
  if (*row->aside != '\0')
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), aside_new (row->aside));
  if (row->plan_body_id != 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget),
                               plan_button_new (row->plan_body_id, narrow));
  if (goes_somewhere (row))
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), chevron_new ());
  return widget;
}

/* Segments take the width of the row, under its title. */
static GtkWidget *
segment_row_new (const AkkTodayRow *row)
{
  GtkWidget *widget = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = label_new (row->title, NULL);
  GtkWidget *segments = g_object_new (AKK_TYPE_SEGMENT_BAR, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), row->title);
  akk_segment_bar_set_glyphs (AKK_SEGMENT_BAR (segments),
                              (const AkkGlyph *) (void *) row->segments->data, row->segments->len);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), aside_new (row->aside));
  gtk_box_append (GTK_BOX (head), chevron_new ());
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), segments);
  if (*row->subtitle != '\0') {
    GtkWidget *subtitle = label_new (row->subtitle, "caption");

    gtk_widget_add_css_class (subtitle, "dimmed");
    gtk_box_append (GTK_BOX (box), subtitle);
  }
  gtk_widget_add_css_class (box, "akk-segment-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  return widget;
}

GtkWidget *
akk_today_row_new (
    const AkkTodayRow *row, AkkTodayGroup group, guint index, gint64 today, gboolean narrow)
{
  GtkWidget *widget =
      row->segments != NULL ? segment_row_new (row) : action_row_new (row, today, narrow);
  gboolean goes = goes_somewhere (row);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), goes);
  if (goes) {
    gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "(uu)", (guint) group, index);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), "today.open");
  }
  say_prefix (widget, row);
  return widget;
}
