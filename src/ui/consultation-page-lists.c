/* The page Overleg: what comes, and what was held.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/consultation-page-private.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/meeting.h"
#include "ui/day-block.h"
#include "ui/day.h"
#include "ui/record-rows.h"

typedef enum { LIST_AHEAD, LIST_HELD, LIST_OTHER } List;

/* --- Which meetings --- */

static List
list_of (const AkkMeetingRow *meeting)
{
  if (akk_meeting_row_held (meeting))
    return LIST_HELD;
  return akk_meeting_row_ahead (meeting) ? LIST_AHEAD : LIST_OTHER;
}

/* Those of the year that is shown; the year that runs also shows what is planned in later ones. */
static void
find_span (AkkConsultationPage *self, List list, guint *first, guint *end)
{
  int this_year;

  akk_date_to_ymd (self->today, &this_year, NULL, NULL);
  *first = akk_meeting_rows_find_day (self->meetings, akk_date_from_ymd (self->year, 1, 1));
  if (list == LIST_AHEAD && self->year == this_year)
    akk_meeting_rows_get (self->meetings, end);
  else
    *end = akk_meeting_rows_find_day (self->meetings, akk_date_from_ymd (self->year, 12, 31) + 1);
}

/* The first `limit` of a list; what was held, the newest first. */
static GListStore *
choose (AkkConsultationPage *self, List list, guint limit, gboolean *more)
{
  GListStore *chosen = g_list_store_new (AKK_TYPE_RECORD);
  guint n = 0, first, end, length;
  const AkkMeetingRow *rows = akk_meeting_rows_get (self->meetings, &length);

  *more = FALSE;
  find_span (self, list, &first, &end);
  for (guint i = first; i < end; i++) {
    const AkkMeetingRow *row = &rows[list == LIST_AHEAD ? i : first + end - 1 - i];
    g_autoptr (AkkMeeting) meeting = NULL;

    if (list_of (row) != list)
      continue;
    if (n == limit) {
      *more = TRUE;
      break;
    }
    meeting = akk_store_get (self->store, &akk_meeting_record, row->id);
    g_list_store_append (chosen, meeting);
    n++;
  }
  return chosen;
}

/* --- Rows --- */

static void
open_cb (AkkConsultationPage *self, GtkWidget *widget)
{
  akk_consultation_page_show_meeting (self, akk_record_row_get (widget)->id);
}

static void
prepare_cb (AkkConsultationPage *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  akk_consultation_page_prepare (self, akk_record_row_get (row)->id);
}

static GtkWidget *
row_create (gpointer data, AkkRecord *record)
{
  AkkConsultationPage *self = data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *day = adw_bin_new ();
  GtkWidget *prepare = gtk_button_new_with_mnemonic (_ ("_Prepare"));
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), day);
  gtk_widget_set_valign (prepare, GTK_ALIGN_CENTER);
  g_signal_connect_object (prepare, "clicked", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), prepare);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  /* The row is named with its day, not by its title alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (row), "akk-day", day);
  g_object_set_data (G_OBJECT (row), "akk-prepare", prepare);
  return row;
}

static void
row_describe (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkConsultationPage *self = data;
  AkkMeeting *meeting = (AkkMeeting *) record;
  g_autoptr (AkkBody) body = akk_store_get (self->store, &akk_body_record, meeting->body_id);
  const char *name = body != NULL ? body->name : "";
  const char *facts = akk_consultation_page_facts (self, meeting);
  g_autofree char *day = akk_day_long (meeting->date);
  g_autofree char *words = g_strdup_printf ("%s, %s", name, day);
  gboolean ready = akk_meeting_ahead (meeting) && meeting->date >= self->today && !self->small;
  g_autofree char *said = g_strdup_printf ("%s\n%s\n%d %d", words, facts, self->year, ready);

  /* Most steps leave most rows as they are. */
  if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "akk-said"), said) == 0)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_bin_set_child (ADW_BIN (g_object_get_data (G_OBJECT (row), "akk-day")),
                     akk_day_block_new (meeting->date, akk_date_from_ymd (self->year, 1, 1)));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "akk-prepare"), ready);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts, -1);
  g_object_set_data_full (G_OBJECT (row), "akk-said", g_steal_pointer (&said), g_free);
}

/* --- Filling --- */

static void
fill_list (AkkConsultationPage *self,
           List list,
           GtkListBox *list_box,
           GtkWidget *group,
           GtkWidget *more_button,
           guint limit)
{
  gboolean more;
  g_autoptr (GListStore) chosen = choose (self, list, limit, &more);

  akk_record_rows_update (list_box, G_LIST_MODEL (chosen), row_create, row_describe, self);
  gtk_widget_set_visible (group, g_list_model_get_n_items (G_LIST_MODEL (chosen)) > 0);
  gtk_widget_set_visible (more_button, more);
}

static void
more_cb (AkkConsultationPage *self, GtkWidget *button)
{
  GtkListBox *list = button == self->ahead_more  ? self->ahead_list
                     : button == self->held_more ? self->held_list
                                                 : self->other_list;
  guint *limit = button == self->ahead_more  ? &self->ahead_limit
                 : button == self->held_more ? &self->held_limit
                                             : &self->other_limit;
  GtkListBoxRow *first;
  int shown = (int) *limit;

  *limit += AKK_CONSULTATION_ROWS;
  akk_consultation_page_fill_lists (self);
  first = gtk_list_box_get_row_at_index (list, shown);
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static GtkListBox *
list_new (const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_LIST_BOX (list);
}

/* A group with a list and a button that shows more of it. */
static GtkWidget *
add_group (AkkConsultationPage *self, const char *title, GtkListBox **list, GtkWidget **more)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  *list = list_new (title);
  akk_record_rows_keep_order (*list);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (*list));
  *more = gtk_button_new_with_label (_ ("Show More"));
  gtk_widget_set_halign (*more, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (*more, 12);
  g_signal_connect_object (*more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), *more);
  gtk_box_append (self->groups, group);
  return group;
}

void
akk_consultation_page_set_up_lists (AkkConsultationPage *self)
{
  self->ahead_group = add_group (self, _ ("Coming Up"), &self->ahead_list, &self->ahead_more);
  self->proposed_list = list_new (_ ("Proposed dates"));
  gtk_widget_set_margin_top (GTK_WIDGET (self->proposed_list), 12);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->ahead_group),
                             GTK_WIDGET (self->proposed_list));
  self->held_group = add_group (self, C_ ("list", "Held"), &self->held_list, &self->held_more);
  self->other_group =
      add_group (self, _ ("Cancelled or Postponed"), &self->other_list, &self->other_more);
}

void
akk_consultation_page_fill_lists (AkkConsultationPage *self)
{
  fill_list (self, LIST_AHEAD, self->ahead_list, self->ahead_group, self->ahead_more,
             self->ahead_limit);
  akk_consultation_page_fill_proposed (self);
  fill_list (self, LIST_HELD, self->held_list, self->held_group, self->held_more, self->held_limit);
  fill_list (self, LIST_OTHER, self->other_list, self->other_group, self->other_more,
             self->other_limit);
}
