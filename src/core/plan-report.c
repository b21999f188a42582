/* An action plan in words: what paper and the public web page say of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/plan-report.h"

#include <string.h>

#include "core/body.h"
#include "core/dossier.h"
#include "core/meeting.h"
#include "core/parties.h"
#include "core/section.h"
#include "core/references.h"
#include "core/text.h"

static void
line_free (gpointer data)
{
  AkkPlanLine *self = data;

  g_clear_object (&self->action);
  g_free (self->number);
  g_free (self->title);
  g_free (self->result);
  g_free (self->owner);
  g_free (self->lead);
  g_free (self->partners);
  g_free (self->term);
  g_free (self->state);
  g_free (self->progress);
  g_free (self);
}

static void
part_free (gpointer data)
{
  AkkPlanPart *self = data;

  g_clear_object (&self->priority);
  g_free (self->number);
  g_free (self->title);
  g_free (self->lead);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
akk_plan_report_free (AkkPlanReport *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->store);
  g_clear_object (&self->agreement);
  akk_discretion_free (self->discretion);
  g_free (self->title);
  g_free (self->name);
  g_free (self->stand);
  g_free (self->dated);
  g_free (self->filter);
  g_free (self->totals);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* As it may be seen; the text is taken over. */
static char *
shown (const AkkPlanReport *self, char *text)
{
  g_autofree char *taken = text;

  return self->discretion != NULL ? akk_discretion_hide (self->discretion, taken)
                                  : g_steal_pointer (&taken);
}

/* --- The plan --- */

/* The plan that all of it comes from: the one asked for, or that of the year for the whole
 * agreement, or the only one of the year. */
static AkkPlan *
find_plan (AkkPlanReport *self, const AkkActionFilter *filter)
{
  g_autoptr (GPtrArray) plans = akk_plans (self->store, self->agreement->record.id);
  AkkPlan *found = NULL;

  if (filter->plan_id != 0)
    return akk_store_get (self->store, &akk_plan_record, filter->plan_id);
  for (guint i = 0; filter->year > 0 && i < plans->len; i++) {
    AkkPlan *plan = plans->pdata[i];
    if (akk_plan_covers (plan, filter->year) && (found == NULL || plan->priority_id == 0)) {
      if (found != NULL && found->priority_id == 0)
        return NULL; /* two: neither speaks for the other */
      found = plan;
    }
  }
  return found != NULL ? g_object_ref (found) : NULL;
}

static char *
title_words (AkkPlanReport *self, const AkkPlan *plan, gint64 year)
{
  g_autofree char *years = plan != NULL ? akk_plan_years (plan)
                           : year > 0   ? g_strdup_printf ("%" G_GINT64_FORMAT, year)
                                        : NULL;

  if (years != NULL)
    return akk_phrases_format (self->phrases, "plan-title", "years", years, NULL);
  return g_strdup (
      akk_phrases_get (self->phrases, year == AKK_YEAR_NONE ? "plan-outside" : "plan-all"));
}

/* "Samenwerkingsovereenkomst Scheldeland, artikel 6.1" */
static char *
name_words (AkkPlanReport *self)
{
  const AkkAgreement *agreement = self->agreement;
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  g_autoptr (GListModel) sections = NULL;
  g_autoptr (GPtrArray) outline = NULL;

  if (agreement->plan_section_id == 0)
    return g_strdup (name);
  sections =
      akk_store_list (self->store, &akk_section_record, "agreement_id", agreement->record.id);
  outline = akk_outline_new (sections, akk_agreement_language (agreement));
  for (guint i = 0; i < outline->len; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];
    g_autofree char *number = NULL, *clause = NULL;
    if (entry->section->record.id != agreement->plan_section_id)
      continue;
    number = akk_reference_to_section (entry);
    clause = g_ascii_isdigit (*number)
                 ? akk_phrases_format (self->phrases, "reference", "number", number, NULL)
                 : g_strdup (number);
    return g_strdup_printf ("%s, %s", name, clause);
  }
  return g_strdup (name);
}

static char *
adopted_words (AkkPlanReport *self, const AkkPlan *plan)
{
  g_autoptr (AkkMeeting) meeting =
      plan->meeting_id != 0 ? akk_store_get (self->store, &akk_meeting_record, plan->meeting_id)
                            : NULL;
  g_autoptr (AkkBody) body =
      meeting != NULL ? akk_store_get (self->store, &akk_body_record, meeting->body_id) : NULL;
  g_autofree char *date = NULL;

  if (body == NULL)
    return g_strdup (akk_phrases_get (self->phrases, "plan-adopted"));
  date = akk_phrases_date (self->phrases, meeting->date);
  return akk_phrases_format (self->phrases, "plan-adopted-in", "body", body->name, "date", date,
                             NULL);
}

static char *
stand_words (AkkPlanReport *self, const AkkPlan *plan)
{
  g_autofree char *date = NULL;

  if (plan == NULL)
    return g_strdup ("");
  if (plan->state == AKK_PLAN_CONCEPT)
    return g_strdup (akk_phrases_get (self->phrases, "draft"));
  if (plan->state == AKK_PLAN_ADOPTED)
    return adopted_words (self, plan);
  date = akk_phrases_date (self->phrases, plan->closed_on);
  return *date != '\0' ? akk_phrases_format (self->phrases, "plan-closed-on", "date", date, NULL)
                       : g_strdup (akk_phrases_get (self->phrases, "plan-closed"));
}

/* --- Its actions --- */

/* The first paragraph of a body, plain. */
static char *
first_paragraph (const char *commonmark)
{
  g_autoptr (AkkText) text = akk_text_parse (commonmark);
  g_autofree char *plain = akk_text_plain (text, NULL, NULL);

  plain[strcspn (plain, "\n")] = '\0';
  return g_strstrip (g_steal_pointer (&plain));
}

static AkkPlanLine *
line_new (AkkPlanReport *self, AkkActionRows *rows, gint64 id, gint64 year)
{
  AkkPlanLine *line = g_new0 (AkkPlanLine, 1);
  AkkAction *action = akk_store_get (self->store, &akk_action_record, id);
  gboolean is_public = self->discretion != NULL;

  line->action = action;
  line->standing = akk_action_standing (action->status, action->successor_id);
  line->number = g_strdup (action->number);
  line->title = shown (self, g_strdup (action->title));
  line->result = shown (self, first_paragraph (action->description));
  line->lead =
      shown (self, akk_plan_lead_words (self->store, action->lead_id, action->lead_office_id,
                                        is_public ? "" : action->lead));
  line->partners = shown (self, akk_plan_partners_words (rows, self->phrases, action));
  line->term = akk_plan_term_words (self->phrases, action, year);
  line->state = akk_plan_state_words (self->store, self->phrases, action,
                                      is_public ? AKK_NO_DATE : self->day);
  line->progress = shown (self, g_strstrip (g_strdup (action->progress)));
  if (action->kind == AKK_ACTION_MUNICIPALITY && action->municipality_id != 0) {
    g_autofree char *name = akk_party_short_name (self->store, action->municipality_id);
    line->owner = akk_phrases_format (self->phrases, "plan-own", "party", name, NULL);
  } else {
    line->owner = g_strdup ("");
  }
  return line;
}

static AkkPlanPart *
part_new (AkkPlanReport *self, AkkActionRows *rows, guint place)
{
  GPtrArray *priorities = akk_action_rows_priorities (rows);
  AkkPlanPart *part = g_new0 (AkkPlanPart, 1);

  part->lines = g_ptr_array_new_with_free_func (line_free);
  if (place == 0 || place > priorities->len) {
    part->number = g_strdup ("");
    part->title = g_strdup (akk_phrases_get (self->phrases, "plan-other"));
    part->lead = g_strdup ("");
    return part;
  }
  part->priority = g_object_ref (priorities->pdata[place - 1]);
  part->number = g_strdup_printf ("%u", place);
  part->title = shown (self, akk_phrases_sentence (part->priority->title));
  part->lead = shown (self, akk_plan_lead_words (self->store, part->priority->lead_id,
                                                 part->priority->lead_office_id, ""));
  if (*part->lead != '\0') {
    g_autofree char *lead = g_steal_pointer (&part->lead);
    part->lead = akk_phrases_format (self->phrases, "plan-lead-of", "lead", lead, NULL);
  }
  return part;
}

static void
add_lines (AkkPlanReport *self,
           AkkActionRows *rows,
           const AkkActionFilter *filter,
           AkkActionSort sort,
           gboolean descending)
{
  g_autoptr (GArray) indices = akk_action_filter_apply (filter, rows, sort, descending, self->day);
  const AkkActionFilter whole = { .year = filter->year, .plan_id = filter->plan_id };
  g_autoptr (GArray) all = akk_action_filter_apply (&whole, rows, sort, FALSE, self->day);
  guint place = G_MAXUINT;

  self->n_lines = indices->len;
  self->n_all = all->len;
  for (guint i = 0; i < indices->len; i++) {
    const AkkActionRow *row = akk_action_rows_row (rows, g_array_index (indices, guint, i));
    AkkPlanPart *part;
    if (row->priority != place)
      g_ptr_array_add (self->parts, part_new (self, rows, row->priority));
    place = row->priority;
    part = self->parts->pdata[self->parts->len - 1];
    g_ptr_array_add (part->lines, line_new (self, rows, row->id, filter->year));
    self->counts[akk_action_standing (row->status, row->successor_id)]++;
  }
}

AkkPlanReport *
akk_plan_report_new (AkkActionRows *rows,
                     AkkAgreement *agreement,
                     AkkPhrases *phrases,
                     const AkkActionFilter *filter,
                     AkkActionSort sort,
                     gboolean descending,
                     gboolean is_public)
{
  AkkPlanReport *self = g_new0 (AkkPlanReport, 1);
  g_autoptr (AkkPlan) plan = NULL;
  g_autofree char *date = NULL;

  self->store = g_object_ref (akk_action_rows_store (rows));
  self->agreement = g_object_ref (agreement);
  self->phrases = phrases;
  self->discretion = is_public ? akk_discretion_new (self->store, phrases) : NULL;
  self->day = akk_store_today (self->store);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  plan = find_plan (self, filter);
  date = akk_phrases_date (phrases, self->day);
  self->title = title_words (self, plan, filter->year);
  self->name = name_words (self);
  self->draft = plan != NULL && plan->state == AKK_PLAN_CONCEPT;
  self->stand = stand_words (self, plan);
  self->dated = akk_phrases_format (phrases, "plan-dated", "date", date, NULL);
  self->filter = shown (self, akk_plan_filter_words (phrases, self->store, filter));
  add_lines (self, rows, filter, sort, descending);
  self->totals = akk_plan_totals (phrases, self->counts, self->n_lines, self->n_all);
  return self;
}
