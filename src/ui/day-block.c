/* A day as a small leaf of a calendar: its number, and the month under it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/day-block.h"

#include "core/dates.h"
#include "core/record.h"

#define DAY_S G_GINT64_CONSTANT (86400)

static void
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_accessible_update_state (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_words (GtkWidget *box, GDateTime *date, const char *format, const char *css_class)
{
  g_autofree char *words = g_date_time_format (date, format);

  add_label (box, words, css_class);
}

GtkWidget *
akk_day_block_new (gint64 day, gint64 today)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                                 GTK_ALIGN_CENTER, "css-name", "akk-day", NULL);
  g_autoptr (GDateTime) date =
      day != AKK_NO_DATE ? g_date_time_new_from_unix_utc (day * DAY_S) : NULL;
  int year, this_year;

  if (date == NULL)
    return box;
  akk_date_to_ymd (day, &year, NULL, NULL);
  akk_date_to_ymd (today, &this_year, NULL, NULL);
  add_words (box, date, "%-d", "akk-day-number");
  add_words (box, date, "%b", "akk-day-month");
  if (year != this_year)
    add_words (box, date, "%Y", "akk-day-month");
  return box;
}
