/* One priority of an action plan, upright: all that is known of its actions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/appraisal.h"
#include "core/commitments.h"
#include "core/contribution.h"
#include "core/fulfilment.h"
#include "core/parties.h"
#include "core/principle.h"
#include "core/tags.h"
#include "print/plan-internal.h"

static const AkkSheetColumn fact_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 104, .bold = TRUE },
  { .x = AKK_TEXT_LEFT + 70, .width = AKK_TEXT_WIDTH - 70 },
};
static const AkkSheetColumn partner_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 104, .bold = TRUE },
  { .x = AKK_TEXT_LEFT + 70, .width = 110 },
  { .x = AKK_TEXT_LEFT + 190, .width = AKK_TEXT_WIDTH - 190 },
};
static const AkkSheetColumn test_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 104, .bold = TRUE },
  { .x = AKK_TEXT_LEFT + 70, .width = 50 },
  { .x = AKK_TEXT_LEFT + 130, .width = AKK_TEXT_WIDTH - 130 },
};

/* --- The facts of an action --- */

static void
add_fact (AkkSheetTable *table, const char *key, const char *value)
{
  const char *const cells[] = { akk_phrases_get (table->sheet->phrases, key), value };

  if (*value == '\0')
    return;
  table->sheet->flow->keep = AKK_KEEP_STRONG; /* on one page, below the title */
  akk_sheet_table_add (table, cells);
}

static char *
tags_words (const char *tags)
{
  g_auto (GStrv) names = akk_tags_split (tags);

  return g_strjoinv ("; ", names);
}

/* "artikel 7: elk jaar een actieplan op te stellen" */
static char *
commitment_words (AkkPlanSheet *self, gint64 id)
{
  for (guint i = 0; i < self->commitments->len; i++) {
    const AkkCommitment *it = self->commitments->pdata[i];
    g_autofree char *clause = NULL, *text = NULL;
    if (it->id != id)
      continue;
    text = akk_commitment_plain (it);
    if (!g_ascii_isdigit (*it->number))
      return g_steal_pointer (&text);
    clause = akk_phrases_format (self->sheet.phrases, "reference", "number", it->number, NULL);
    return g_strdup_printf ("%s: %s", clause, text);
  }
  return NULL;
}

static char *
commitments_words (AkkPlanSheet *self, const AkkAction *action)
{
  g_autoptr (GListModel) list =
      akk_store_list (self->sheet.store, &akk_fulfilment_record, "action_id", action->record.id);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkFulfilment) it = g_list_model_get_item (list, i);
    g_autofree char *commitment = commitment_words (self, it->commitment);
    if (commitment != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\u2028" : "", commitment);
  }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static char *
contact_words (AkkPlanSheet *self, const AkkAction *action)
{
  g_autofree char *reach = NULL;
  g_autofree char *who = akk_plan_person_words (self->sheet.store, action->contact_id, &reach);

  return g_strconcat (who, *reach != '\0' ? "\u2028" : "", reach, NULL);
}

static char *
term_words (AkkPlanSheet *self, const AkkPlanLine *line)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *start =
      akk_plan_date_words (phrases, line->action->starts_on, self->filter->year);

  if (*start == '\0')
    return g_strdup (line->term);
  if (line->action->deadline != AKK_NO_DATE)
    return akk_phrases_format (phrases, "plan-from-until", "start", start, "term", line->term,
                               NULL);
  g_autofree char *from = akk_phrases_format (phrases, "plan-from", "start", start, NULL);
  return *line->term != '\0' ? g_strdup_printf ("%s, %s", from, line->term)
                             : g_steal_pointer (&from);
}

static void
add_facts (AkkPlanSheet *self, const AkkPlanLine *line)
{
  const AkkAction *action = line->action;
  g_autofree char *state =
      g_strconcat (line->state, *line->progress != '\0' ? "\u2028" : "", line->progress, NULL);
  g_autofree char *term = term_words (self, line);
  g_autofree char *groups = tags_words (action->target_groups);
  g_autofree char *domains = tags_words (action->domains);
  g_autofree char *policies = tags_words (action->policies);
  g_autofree char *commitments = commitments_words (self, action);
  g_autofree char *shown_policies = akk_plan_shown (self, policies);
  g_autofree char *shown_groups = akk_plan_shown (self, groups);
  AkkSheetTable table;

  self->sheet.flow->after = 5;
  akk_sheet_table_begin (&table, &self->sheet, fact_columns, G_N_ELEMENTS (fact_columns), "", NULL);
  add_fact (&table, "plan-status", state);
  if (!self->is_public)
    add_fact (&table, "plan-reason", action->reason);
  add_fact (&table, "plan-lead", line->lead);
  add_fact (&table, "plan-span", term);
  add_fact (&table, "plan-groups", shown_groups);
  add_fact (&table, "plan-domains", domains);
  add_fact (&table, "plan-policies", shown_policies);
  add_fact (&table, "plan-commitments", commitments);
  if (!self->is_public) {
    g_autofree char *contact = contact_words (self, action);
    add_fact (&table, "plan-means", action->means);
    add_fact (&table, "plan-contact", contact);
  }
  akk_sheet_table_end (&table);
}

/* Who does what. */
static void
add_partners (AkkPlanSheet *self, const AkkPlanLine *line)
{
  AkkSheet *sheet = &self->sheet;
  AkkPhrases *phrases = sheet->phrases;
  const char *const heads[] = { akk_phrases_get (phrases, "plan-partner"),
                                akk_phrases_get (phrases, "plan-role"),
                                akk_phrases_get (phrases, "plan-contribution") };
  g_autoptr (GListModel) list =
      akk_store_list (sheet->store, &akk_contribution_record, "action_id", line->action->record.id);
  g_autofree char *about = g_strdup_printf ("%s %s", line->number, line->title);
  AkkSheetTable table;

  if (g_list_model_get_n_items (list) == 0)
    return;
  sheet->flow->after = 7.5;
  sheet->flow->keep = AKK_KEEP_WEAK;
  akk_sheet_table_begin (&table, sheet, partner_columns, G_N_ELEMENTS (partner_columns), "", heads);
  akk_sheet_table_about (&table, about);
  table.row_heads = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkContribution) it = g_list_model_get_item (list, i);
    g_autofree char *party = akk_party_short_name (sheet->store, it->party_id);
    g_autofree char *partner = akk_plan_shown (self, *party != '\0' ? party : it->partner);
    g_autofree char *role = akk_plan_shown (self, it->role);
    g_autofree char *contribution = akk_plan_shown (self, it->contribution);
    const char *const cells[] = { partner, role, contribution };
    if (i > 0)
      sheet->flow->keep = AKK_KEEP_WEAK;
    akk_sheet_table_add (&table, cells);
  }
  akk_sheet_table_end (&table);
}

/* --- Its test card --- */

/* What an action answers to a principle; NULL while it answers nothing. */
static AkkAppraisal *
appraisal_of (AkkPlanSheet *self, gint64 action_id, gint64 principle_id)
{
  g_autoptr (GListModel) list =
      akk_store_list (self->sheet.store, &akk_appraisal_record, "action_id", action_id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkAppraisal) it = g_list_model_get_item (list, i);
    if (it->principle_id == principle_id && (it->met != 0 || *it->sentence != '\0'))
      return g_steal_pointer (&it);
  }
  return NULL;
}

/* The principles that it answers, a row each; then those that it does not, in a sentence. */
static void
add_test_card (AkkPlanSheet *self, const AkkPlanLine *line)
{
  AkkSheet *sheet = &self->sheet;
  AkkPhrases *phrases = sheet->phrases;
  const char *const heads[] = { akk_phrases_get (phrases, "plan-test"),
                                akk_phrases_get (phrases, "plan-test-met"),
                                akk_phrases_get (phrases, "plan-test-why") };
  g_autoptr (GListModel) principles = akk_store_list (sheet->store, &akk_principle_record,
                                                      "agreement_id", sheet->agreement->record.id);
  g_autoptr (GString) open = g_string_new (NULL);
  g_autofree char *about = g_strdup_printf ("%s %s", line->number, line->title), *rest = NULL;
  gboolean begun = FALSE;
  AkkSheetTable table;

  for (guint i = 0; i < g_list_model_get_n_items (principles); i++) {
    g_autoptr (AkkPrinciple) principle = g_list_model_get_item (principles, i);
    g_autoptr (AkkAppraisal) it =
        appraisal_of (self, line->action->record.id, principle->record.id);

    if (it == NULL) {
      g_string_append_printf (open, "%s%s", open->len > 0 ? "; " : "", principle->title);
      continue;
    }
    sheet->flow->keep = AKK_KEEP_WEAK;
    if (!begun) {
      sheet->flow->after = 7.5;
      akk_sheet_table_begin (&table, sheet, test_columns, G_N_ELEMENTS (test_columns), "", heads);
      akk_sheet_table_about (&table, about);
      table.row_heads = TRUE;
      begun = TRUE;
    }
    akk_sheet_table_add (
        &table, (const char *const[]) {
                    principle->title,
                    akk_phrases_get (phrases, it->met ? "plan-test-yes" : "plan-test-not-yet"),
                    it->sentence });
  }
  if (!begun)
    return;
  akk_sheet_table_end (&table);
  rest = akk_phrases_format (phrases, "plan-test-open", "principles", open->str, NULL);
  sheet->flow->keep = AKK_KEEP_STRONG;
  if (open->len > 0)
    akk_sheet_line (sheet, rest, AKK_LOOK_CAPTION, AKK_PAGE_LEFT, 3, "P");
}

/* --- Actions --- */

/* "A12  Huisbezoeken met brugfiguren", with the sign of its status at the right. */
static void
add_title (AkkPlanSheet *self, const AkkPlanLine *line)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  guint heading = akk_flow_node (flow, AKK_NO_NODE, "H2");
  AkkSet *title =
      akk_sheet_set (sheet, line->title, AKK_LOOK_ARTICLE, AKK_TEXT_WIDTH - AKK_PLAN_SIGN_ROOM);
  AkkRow *row =
      akk_flow_row (flow, 1.5 * AKK_SLOT, title->n_lines * (double) title->leading, AKK_NO_LINE);

  row->flags |= AKK_ROW_HEADING;
  akk_flow_node_at (flow, heading)->title = g_string_chunk_insert (flow->strings, line->title);
  akk_sheet_put (
      sheet, akk_sheet_set (sheet, line->number, AKK_LOOK_ARTICLE, AKK_TEXT_LEFT - AKK_PAGE_LEFT),
      AKK_PAGE_LEFT, 0, FALSE, heading);
  akk_sheet_put (sheet, title, AKK_TEXT_LEFT, 0, FALSE, heading);
  akk_plan_sign (flow, line->standing, AKK_PAGE_RIGHT - AKK_PLAN_SIGN, 0);
  flow->keep = AKK_KEEP_STRONG;
}

static void
add_action (AkkPlanSheet *self, const AkkPlanLine *line)
{
  g_autofree char *description = akk_plan_shown (self, line->action->description);

  add_title (self, line);
  akk_sheet_line (&self->sheet, line->owner, AKK_LOOK_CAPTION, AKK_TEXT_LEFT, 0, "P");
  self->sheet.flow->keep = AKK_KEEP_STRONG;
  akk_sheet_prose (&self->sheet, description, 3);
  add_facts (self, line);
  add_partners (self, line);
  if (!self->is_public)
    add_test_card (self, line);
}

static void
add_part (AkkPlanSheet *self, const AkkPlanPart *part)
{
  AkkSheet *sheet = &self->sheet;

  akk_plan_head (self, part->title);
  akk_sheet_line (sheet, part->lead, AKK_LOOK_CAPTION, AKK_PAGE_LEFT, 0, "P");
  if (part->priority != NULL) {
    g_autofree char *description = akk_plan_shown (self, part->priority->description);
    akk_sheet_prose (sheet, description, 7.5);
    if (!self->is_public)
      akk_plan_contacts (self, part->priority->record.id, 0);
  }
  for (guint i = 0; i < part->lines->len; i++)
    add_action (self, part->lines->pdata[i]);
}

void
akk_plan_add_priority (AkkPlanSheet *self)
{
  AkkSheet *sheet = &self->sheet;
  const AkkPlanReport *report = self->report;
  g_auto (AkkActionFilter) rest = { 0 };

  akk_action_filter_copy (&rest, self->filter);
  if (report->parts->len > 0)
    rest.priority_id = 0;
  akk_plan_say_filter (self, &rest);
  self->commitments = akk_commitments_load (sheet->store, sheet->agreement, sheet->fields);
  for (guint i = 0; i < report->parts->len; i++) {
    sheet->flow->new_page = i > 0;
    add_part (self, report->parts->pdata[i]);
  }
  if (report->parts->len == 0)
    akk_plan_head (self, report->title);
  akk_plan_legend (self, report->totals);
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
}
