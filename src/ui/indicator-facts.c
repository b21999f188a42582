/* The page of an indicator: what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-page-private.h"

#include <glib/gi18n.h>

#include "core/meeting.h"
#include "core/parties.h"
#include "ui/day.h"
#include "ui/indicator-words.h"
#include "ui/record-words.h"

static void
add_fact (AkkIndicatorPage *self, const char *title, const char *words)
{
  GtkWidget *row;

  if (*words == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->fact_group, row);
  g_ptr_array_add (self->fact_rows, row);
}

/* "Percentage, more is better" */
static char *
kind_words (const AkkIndicator *indicator)
{
  return g_strdup_printf ("%s · %s", akk_choice_label (akk_indicator_kinds, indicator->kind),
                          akk_choice_label (akk_indicator_directions, indicator->direction));
}

/* For whom it is measured, and how the figure of the region follows. */
static char *
parts_words (AkkIndicatorScope *scope, const AkkIndicator *indicator)
{
  g_autoptr (AkkIndicator) weight =
      akk_store_get (scope->store, &akk_indicator_record, indicator->weight_id);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_strv_builder_add (parts, akk_choice_label (akk_indicator_levels, indicator->level));
  if (indicator->by_municipality)
    g_strv_builder_add (parts, _ ("per municipality"));
  if (indicator->by_target_group)
    g_strv_builder_add (parts, _ ("per target group"));
  if (indicator->by_municipality || indicator->by_target_group) {
    g_autofree char *rule =
        weight != NULL && indicator->rule == AKK_RULE_MEAN
            ? g_strdup_printf (_ ("region: mean, weighted by “%s”"), weight->name)
            : g_strdup_printf (_ ("region: %s"),
                               akk_choice_label (akk_indicator_rules, indicator->rule));

    g_strv_builder_add (parts, rule);
  }
  words = g_strv_builder_end (parts);
  return g_strjoinv (" · ", words);
}

/* "31 % on 31 December 2020, set by the steering group of …" */
static char *
baseline_words (AkkIndicatorScope *scope, const AkkIndicator *indicator)
{
  g_autoptr (AkkMeeting) meeting =
      akk_store_get (scope->store, &akk_meeting_record, indicator->baseline_meeting_id);
  g_autofree char *value = NULL;
  g_autofree char *day = NULL;
  g_autofree char *set_in = NULL;

  if (indicator->baseline_on == AKK_NO_DATE)
    return g_strdup ("");
  value = akk_indicator_words (scope->phrases, indicator, indicator->baseline, TRUE);
  day = akk_day_long (indicator->baseline_on);
  if (meeting == NULL || meeting->record.deleted)
    return g_strdup_printf (_ ("%s on %s"), value, day);
  set_in = akk_record_words (scope->store, meeting);
  return g_strdup_printf (_ ("%s on %s, set in: %s"), value, day, set_in);
}

static char *
supplier_words (AkkIndicatorScope *scope, const AkkIndicator *indicator)
{
  g_autofree char *name = akk_party_short_name (scope->store, indicator->supplier_id);

  if (indicator->delay == 0)
    return g_strdup (*name != '\0' ? name : "");
  if (*name == '\0')
    return g_strdup_printf (
        ngettext ("%d month after the year", "%d months after the year", (gulong) indicator->delay),
        (int) indicator->delay);
  return g_strdup_printf (ngettext ("%s, %d month after the year", "%s, %d months after the year",
                                    (gulong) indicator->delay),
                          name, (int) indicator->delay);
}

static char *
report_words (const AkkIndicator *indicator)
{
  if (indicator->headline && indicator->dashboard)
    return g_strdup (_ ("Key figure of the report, and on the dashboard"));
  if (indicator->headline)
    return g_strdup (_ ("Key figure of the report"));
  return g_strdup (indicator->dashboard ? _ ("On the dashboard") : _ ("In the tables alone"));
}

void
akk_indicator_page_show_facts (AkkIndicatorPage *self)
{
  const AkkIndicator *indicator = self->indicator;
  g_autofree char *kind = kind_words (indicator);
  g_autofree char *parts = parts_words (self->scope, indicator);
  g_autofree char *baseline = baseline_words (self->scope, indicator);
  g_autofree char *supplier = supplier_words (self->scope, indicator);
  g_autofree char *report = report_words (indicator);

  for (guint i = 0; i < self->fact_rows->len; i++)
    adw_preferences_group_remove (self->fact_group, self->fact_rows->pdata[i]);
  g_ptr_array_set_size (self->fact_rows, 0);
  add_fact (self, _ ("Definition"), indicator->definition);
  add_fact (self, _ ("Kind"), kind);
  add_fact (self, _ ("Unit"), indicator->unit);
  add_fact (self, _ ("Measured"), parts);
  add_fact (self, _ ("Source"), indicator->source);
  add_fact (self, _ ("Delivered by"), supplier);
  add_fact (self, _ ("Baseline"), baseline);
  add_fact (self, _ ("Report"), report);
}
