/* A row for a date, typed or picked from a calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/date-row.h"

#include <glib/gi18n.h>

#include "core/date-text.h"
#include "core/dates.h"
#include "core/record.h"
#include "ui/day.h"

struct _AkkDateRow {
  AdwEntryRow parent_instance;

  char *title;
  gint64 date;
  gboolean valid;
  gboolean setting; /* the text is being set by us */
  GtkCalendar *calendar;
  GtkPopover *popover;
};

G_DEFINE_FINAL_TYPE (AkkDateRow, akk_date_row, ADW_TYPE_ENTRY_ROW)

enum { DATE_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- Showing --- */

static void
set_valid (AkkDateRow *self, gboolean valid)
{
  g_autofree char *words = NULL;

  /* Made by a template, the row got its title from there. */
  if (self->title == NULL)
    self->title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  self->valid = valid;
  if (valid) {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID);
  } else {
    /* Translators: %s is the name of a date, as in "Start: write a day like 1-10-2021". */
    words = g_strdup_printf (_ ("%s: write a day like 1-10-2021"), self->title);
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), valid ? self->title : words);
}

static void
show_date (AkkDateRow *self)
{
  g_autofree char *words = akk_day_long (self->date);

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), words);
  self->setting = FALSE;
  set_valid (self, TRUE);
}

static void
take_date (AkkDateRow *self, gint64 date)
{
  if (self->date == date)
    return;
  self->date = date;
  g_signal_emit (self, signals[DATE_CHANGED], 0);
}

/* --- Callbacks --- */

/* A half-written day is no mistake yet: that is said when the row is left. */
static void
changed_cb (AkkDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  gint64 date = akk_date_read (text);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (self->setting)
    return;
  self->valid = date != AKK_NO_DATE || *trimmed == '\0';
  if (self->valid) {
    set_valid (self, TRUE);
    take_date (self, date);
  }
}

static void
left_cb (AkkDateRow *self)
{
  if (self->valid)
    show_date (self);
  else
    set_valid (self, FALSE);
}

static void
day_selected_cb (AkkDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  if (self->setting)
    return;
  take_date (self, akk_date_from_ymd (g_date_time_get_year (day), g_date_time_get_month (day),
                                      g_date_time_get_day_of_month (day)));
  show_date (self);
}

static void
popover_shown_cb (AkkDateRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  int year, month, number;

  if (self->date == AKK_NO_DATE)
    return;
  akk_date_to_ymd (self->date, &year, &month, &number);
  day = g_date_time_new_utc (year, month, number, 0, 0, 0);
  self->setting = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->setting = FALSE;
}

/* --- Virtual functions --- */

static void
akk_date_row_finalize (GObject *object)
{
  g_free (AKK_DATE_ROW (object)->title);
  G_OBJECT_CLASS (akk_date_row_parent_class)->finalize (object);
}

static void
akk_date_row_class_init (AkkDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_date_row_finalize;
  signals[DATE_CHANGED] = g_signal_new ("date-changed", AKK_TYPE_DATE_ROW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
akk_date_row_init (AkkDateRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->date = AKK_NO_DATE;
  self->valid = TRUE;
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_widget_set_tooltip_text (button, _ ("Calendar"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (popover_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

/* --- Public --- */

GtkWidget *
akk_date_row_new (const char *title)
{
  AkkDateRow *self = g_object_new (AKK_TYPE_DATE_ROW, "title", title, NULL);

  self->title = g_strdup (title);
  return GTK_WIDGET (self);
}

gint64
akk_date_row_get_date (AkkDateRow *self)
{
  g_return_val_if_fail (AKK_IS_DATE_ROW (self), AKK_NO_DATE);

  return self->date;
}

void
akk_date_row_set_date (AkkDateRow *self, gint64 date)
{
  g_return_if_fail (AKK_IS_DATE_ROW (self));

  self->date = date;
  show_date (self);
}

gboolean
akk_date_row_is_valid (AkkDateRow *self)
{
  g_return_val_if_fail (AKK_IS_DATE_ROW (self), FALSE);

  if (!self->valid)
    set_valid (self, FALSE);
  return self->valid;
}
