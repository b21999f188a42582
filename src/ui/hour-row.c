/* A row for an hour of the day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/hour-row.h"

#include <glib/gi18n.h>

#include "core/record.h"
#include "ui/hour.h"

struct _AkkHourRow {
  AdwEntryRow parent_instance;

  char *title;
  gint64 minutes;
  gboolean valid;
  gboolean setting; /* the text is being set by us */
};

G_DEFINE_FINAL_TYPE (AkkHourRow, akk_hour_row, ADW_TYPE_ENTRY_ROW)

enum { HOUR_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
set_valid (AkkHourRow *self, gboolean valid)
{
  g_autofree char *words = NULL;

  self->valid = valid;
  if (valid) {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID);
  } else {
    /* Translators: %s is the name of an hour, as in "Start: write an hour like 9:30". */
    words = g_strdup_printf (_ ("%s: write an hour like 9:30"), self->title);
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), valid ? self->title : words);
}

static void
show_hour (AkkHourRow *self)
{
  g_autofree char *words = akk_hour_words (self->minutes);

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), words);
  self->setting = FALSE;
  set_valid (self, TRUE);
}

/* A half-written hour is no mistake yet: that is said when the row is left. */
static void
changed_cb (AkkHourRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  gint64 minutes = akk_hour_read (text);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (self->setting)
    return;
  self->valid = minutes != AKK_NO_DATE || *trimmed == '\0';
  if (!self->valid)
    return;
  set_valid (self, TRUE);
  if (minutes == self->minutes)
    return;
  self->minutes = minutes;
  g_signal_emit (self, signals[HOUR_CHANGED], 0);
}

static void
left_cb (AkkHourRow *self)
{
  if (self->valid)
    show_hour (self);
  else
    set_valid (self, FALSE);
}

static void
akk_hour_row_finalize (GObject *object)
{
  g_free (AKK_HOUR_ROW (object)->title);
  G_OBJECT_CLASS (akk_hour_row_parent_class)->finalize (object);
}

static void
akk_hour_row_class_init (AkkHourRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_hour_row_finalize;
  signals[HOUR_CHANGED] = g_signal_new ("hour-changed", AKK_TYPE_HOUR_ROW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
akk_hour_row_init (AkkHourRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->minutes = AKK_NO_DATE;
  self->valid = TRUE;
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

/* --- Public --- */

GtkWidget *
akk_hour_row_new (const char *title)
{
  AkkHourRow *self = g_object_new (AKK_TYPE_HOUR_ROW, "title", title, NULL);

  self->title = g_strdup (title);
  return GTK_WIDGET (self);
}

gint64
akk_hour_row_get_hour (AkkHourRow *self)
{
  g_return_val_if_fail (AKK_IS_HOUR_ROW (self), AKK_NO_DATE);

  return self->minutes;
}

void
akk_hour_row_set_hour (AkkHourRow *self, gint64 minutes)
{
  g_return_if_fail (AKK_IS_HOUR_ROW (self));

  self->minutes = minutes;
  show_hour (self);
}

gboolean
akk_hour_row_is_valid (AkkHourRow *self)
{
  g_return_val_if_fail (AKK_IS_HOUR_ROW (self), FALSE);

  if (!self->valid)
    set_valid (self, FALSE);
  return self->valid;
}
