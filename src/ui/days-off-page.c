/* The days on which nobody meets.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/days-off-page.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/day-off.h"
#include "core/holidays.h"
#include "core/organisation.h"
#include "core/unavailable.h"
#include "ui/day.h"
#include "ui/field-groups.h"
#include "ui/hour.h"
#include "ui/record-rows.h"
#include "ui/record-words.h"
#include "ui/undo-button.h"

struct _AkkDaysOffPage {
  AdwNavigationPage parent_instance;

  AdwSpinRow *year_row;
  GtkListBox *absence_list, *own_list, *holiday_list;

  AkkStore *store;
  AkkAgreement *agreement;
  GListModel *absences, *own;
};

G_DEFINE_FINAL_TYPE (AkkDaysOffPage, akk_days_off_page, ADW_TYPE_NAVIGATION_PAGE)

static const AkkFieldGroup day_off_group = {
  N_ ("Day Off"),
  NULL,
  N_ ("Change days off"),
  { "name", "kind", "starts_on", "ends_on", "removed" },
};

static const AkkFieldGroup absence_group = {
  N_ ("Absence"),
  N_ ("Closed days need a first and a last day. A council evening returns every month: the week, "
      "the weekday and the hour."),
  N_ ("Change absences"),
  { "organisation_id", "kind", "reason", "starts_on", "ends_on", "weekday", "week", "starts_at" },
};

static void
open_dialog (AkkDaysOffPage *self, gpointer record)
{
  const AkkFieldGroup *group =
      AKK_RECORD (record)->type == &akk_day_off_record ? &day_off_group : &absence_group;

  adw_dialog_present (ADW_DIALOG (akk_field_group_dialog_new (
                          self->store, record, self->agreement->record.id, group, NULL, NULL)),
                      GTK_WIDGET (self));
}

static void
finish (AkkDaysOffPage *self, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", sentence);
}

/* --- Words --- */

/* A council meets from a day on; a day off is that day. */
static char *
council_words (gint64 from, gint64 to)
{
  g_autofree char *first = akk_day_long (from);
  g_autofree char *last = akk_day_long (to);

  if (*first != '\0' && *last != '\0')
    return g_strdup_printf (_ ("from %s until %s"), first, last);
  if (*first != '\0')
    return g_strdup_printf (_ ("since %s"), first);
  return *last != '\0' ? g_strdup_printf (_ ("until %s"), last) : g_strdup ("");
}

static char *
span_words (gint64 from, gint64 to)
{
  g_autofree char *first = akk_day_long (from);
  g_autofree char *last = akk_day_long (to);

  if (from == to || *last == '\0')
    return g_steal_pointer (&first);
  if (*first == '\0')
    return g_strdup_printf (_ ("until %s"), last);
  return g_strdup_printf (_ ("%s to %s"), first, last);
}

static char *
absence_words (const AkkUnavailable *absence)
{
  static const char *const weeks[] = { N_ ("every first %s of the month"),
                                       N_ ("every second %s of the month"),
                                       N_ ("every third %s of the month"),
                                       N_ ("every fourth %s of the month"),
                                       N_ ("every last %s of the month") };
  g_autofree char *span = absence->kind == AKK_UNAVAILABLE_COUNCIL
                              ? council_words (absence->starts_on, absence->ends_on)
                              : span_words (absence->starts_on, absence->ends_on);
  g_autofree char *hour = akk_hour_words (absence->starts_at);
  GString *words = g_string_new (NULL);

  if (absence->kind == AKK_UNAVAILABLE_COUNCIL) {
    const char *format = _ (weeks[CLAMP (absence->week, 1, 5) - 1]);
    g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

    /* As it stands within a sentence: 1 January 2024 was a Monday. */
    g_autoptr (GDateTime) day =
        g_date_time_new_utc (2024, 1, (int) CLAMP (absence->weekday, 1, 7), 0, 0, 0);
    g_autofree char *weekday = g_date_time_format (day, "%A");

    g_string_append_printf (words, "%s%s%s", parts[0], weekday, parts[1]);
    if (*hour != '\0') {
      g_string_append (words, ", ");
      g_string_append_printf (words, _ ("from %s on"), hour);
    }
  }
  if (*span != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", span);
  if (*absence->reason != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", absence->reason);
  return g_string_free_and_steal (words);
}

/* --- Rows of records --- */

static void
record_activated_cb (AkkDaysOffPage *self, GtkWidget *row)
{
  open_dialog (self, akk_record_row_get (row));
}

static void
remove_clicked_cb (AkkDaysOffPage *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  AkkRecord *record = akk_record_row_get (row);
  g_autofree char *sentence = g_strdup_printf (
      _ ("“%s” has been deleted."), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  akk_store_begin (self->store, record->type == &akk_day_off_record ? N_ ("Delete day off")
                                                                    : N_ ("Delete absence"));
  akk_store_delete (self->store, record);
  finish (self, sentence);
}

static GtkWidget *
row_create (gpointer data, AkkRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), data,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "activated", G_CALLBACK (record_activated_cb), data,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
row_describe (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkDaysOffPage *self = data;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (record->type == &akk_day_off_record) {
    const AkkDayOff *day = (const AkkDayOff *) record;
    g_autofree char *span = span_words (day->starts_on, day->ends_on);
    const char *kind =
        day->removed ? _ ("no holiday") : akk_choice_label (akk_day_off_kinds, day->kind);

    title = g_strdup (*day->name != '\0' ? day->name : span);
    subtitle = g_strdup_printf ("%s · %s", span, kind);
  } else {
    const AkkUnavailable *absence = (const AkkUnavailable *) record;
    g_autoptr (AkkOrganisation) organisation =
        akk_store_get (self->store, &akk_organisation_record, absence->organisation_id);

    title = g_strdup (organisation != NULL ? organisation->name : "");
    subtitle = absence_words (absence);
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

/* --- Computed holidays --- */

typedef struct {
  AkkDaysOffPage *page;
  AkkHoliday holiday;
} Computed;

static void
take_out_cb (GtkWidget *button, Computed *computed)
{
  AkkDaysOffPage *self = computed->page;
  g_autoptr (AkkDayOff) day = akk_record_new (&akk_day_off_record);
  const char *name = _ (computed->holiday.name);
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” is no holiday here any more."), name);

  g_object_set (day, "name", name, "kind",
                computed->holiday.kind == AKK_HOLIDAY_SCHOOL ? (gint64) AKK_DAY_OFF_SCHOOL
                                                             : (gint64) AKK_DAY_OFF_PUBLIC,
                "starts-on", computed->holiday.from, "ends-on", computed->holiday.to, "removed",
                (gint64) 1, NULL);
  akk_store_begin (self->store, N_ ("Take out a holiday"));
  akk_store_add (self->store, day);
  finish (self, sentence);
}

static gboolean
is_taken_out (AkkDaysOffPage *self, const AkkHoliday *holiday)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->own); i++) {
    g_autoptr (AkkDayOff) day = g_list_model_get_item (self->own, i);

    if (day->removed && (gint64) holiday->kind == day->kind && day->starts_on <= holiday->from &&
        day->ends_on >= holiday->to)
      return TRUE;
  }
  return FALSE;
}

static void
add_holiday (AkkDaysOffPage *self, const AkkHoliday *holiday)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean out = is_taken_out (self, holiday);
  g_autofree char *span = span_words (holiday->from, holiday->to);
  const char *kind = out                                   ? _ ("taken out")
                     : holiday->kind == AKK_HOLIDAY_SCHOOL ? _ ("school holiday")
                                                           : _ ("public holiday");
  g_autofree char *words = g_strdup_printf ("%s · %s", span, kind);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (holiday->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  if (!out) {
    GtkWidget *button = gtk_button_new_with_label (_ ("Take Out"));
    g_autofree char *name = g_strdup_printf (_ ("Take out %s"), _ (holiday->name));
    Computed *computed = g_new0 (Computed, 1);

    computed->page = self;
    computed->holiday = *holiday;
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class (button, "flat");
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
    g_signal_connect_data (button, "clicked", G_CALLBACK (take_out_cb), computed,
                           (GClosureNotify) (void (*) (void)) g_free, 0);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  }
  gtk_list_box_append (self->holiday_list, row);
}

static void
fill (AkkDaysOffPage *self)
{
  g_autoptr (GArray) holidays = akk_holidays ((int) adw_spin_row_get_value (self->year_row));

  if (self->store == NULL)
    return;
  akk_record_rows_update (self->absence_list, self->absences, row_create, row_describe, self);
  akk_record_rows_update (self->own_list, self->own, row_create, row_describe, self);
  gtk_list_box_remove_all (self->holiday_list);
  for (guint i = 0; i < holidays->len; i++)
    add_holiday (self, &g_array_index (holidays, AkkHoliday, i));
}

/* --- Callbacks --- */

static void
year_changed_cb (AkkDaysOffPage *self)
{
  fill (self);
}

static void
add_absence_cb (AkkDaysOffPage *self)
{
  g_autoptr (AkkUnavailable) absence = akk_record_new (&akk_unavailable_record);

  open_dialog (self, absence);
}

static void
add_day_off_cb (AkkDaysOffPage *self)
{
  g_autoptr (AkkDayOff) day = akk_record_new (&akk_day_off_record);

  open_dialog (self, day);
}

/* --- Virtual functions --- */

static void
akk_days_off_page_dispose (GObject *object)
{
  AkkDaysOffPage *self = AKK_DAYS_OFF_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_DAYS_OFF_PAGE);
  g_clear_object (&self->absences);
  g_clear_object (&self->own);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_days_off_page_parent_class)->dispose (object);
}

static void
akk_days_off_page_class_init (AkkDaysOffPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_days_off_page_dispose;
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/days-off-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkDaysOffPage, year_row);
  gtk_widget_class_bind_template_child (widget_class, AkkDaysOffPage, absence_list);
  gtk_widget_class_bind_template_child (widget_class, AkkDaysOffPage, own_list);
  gtk_widget_class_bind_template_child (widget_class, AkkDaysOffPage, holiday_list);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_absence_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_day_off_cb);
}

static void
akk_days_off_page_init (AkkDaysOffPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  akk_record_rows_keep_order (self->absence_list);
  akk_record_rows_keep_order (self->own_list);
}

AkkDaysOffPage *
akk_days_off_page_new (AkkStore *store, AkkAgreement *agreement, int year)
{
  AkkDaysOffPage *self = g_object_new (AKK_TYPE_DAYS_OFF_PAGE, NULL);

  adw_spin_row_set_value (self->year_row, year);
  self->agreement = g_object_ref (agreement);
  self->absences = akk_store_list (store, &akk_unavailable_record, NULL, 0);
  self->own = akk_store_list (store, &akk_day_off_record, NULL, 0);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "stepped", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}
