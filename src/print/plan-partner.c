/* A page for a partner: what it leads, owns and takes part in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/contribution.h"
#include "core/parties.h"
#include "print/plan-internal.h"

#define SIGN_ABOVE 2.5 /* the first line of a row of a table */
#define STATE_X (AKK_PAGE_LEFT + 330)

typedef enum { OWNS, LEADS, CONTRIBUTES, N_ROLES } Role;

static const AkkSheetColumn columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 28, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 34, .width = 112, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 154, .width = 106 },
  { .x = AKK_PAGE_LEFT + 268, .width = 56 },
  { .x = STATE_X + AKK_PLAN_SIGN_ROOM, .width = AKK_FULL_WIDTH - 330 - AKK_PLAN_SIGN_ROOM },
};

static Role
role_of (const AkkAction *action, gint64 party_id)
{
  if (action->kind == AKK_ACTION_MUNICIPALITY && action->municipality_id == party_id)
    return OWNS;
  return action->lead_id == party_id ? LEADS : CONTRIBUTES;
}

/* "dataregisseur: levert de cijfers" */
static char *
contribution_words (AkkPlanSheet *self, const AkkAction *action, gint64 party_id)
{
  g_autoptr (GListModel) list =
      akk_store_list (self->sheet.store, &akk_contribution_record, "action_id", action->record.id);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkContribution) it = g_list_model_get_item (list, i);
    if (it->party_id != party_id)
      continue;
    g_string_append_printf (words, "%s%s%s%s", words->len > 0 ? "; " : "", it->role,
                            *it->role != '\0' && *it->contribution != '\0' ? ": " : "",
                            it->contribution);
  }
  return akk_plan_shown (self, words->str);
}

/* What it does, and beside whom; who leads where others do. */
static char *
part_words (AkkPlanSheet *self, const AkkPlanLine *line, Role role, gint64 party_id)
{
  g_autofree char *contribution = contribution_words (self, line->action, party_id);
  g_autofree char *lead = akk_party_short_name (self->sheet.store, line->action->lead_id);
  g_autofree char *other = NULL;

  if (role == CONTRIBUTES)
    other = *lead != '\0'
                ? akk_phrases_format (self->sheet.phrases, "plan-lead-of", "lead", lead, NULL)
                : g_strdup ("");
  else
    other = *line->partners != '\0' ? akk_phrases_format (self->sheet.phrases, "plan-with",
                                                          "partners", line->partners, NULL)
                                    : g_strdup ("");
  return g_strconcat (contribution, *contribution != '\0' && *other != '\0' ? "\u2028" : "", other,
                      NULL);
}

static void
add_role (AkkPlanSheet *self, const AkkPlanReport *report, Role role, gint64 party_id)
{
  static const char *const titles[N_ROLES] = { "plan-owns", "plan-leads", "plan-contributes" };
  AkkSheet *sheet = &self->sheet;
  AkkPhrases *phrases = sheet->phrases;
  const char *const heads[] = { akk_phrases_get (phrases, "plan-number"),
                                akk_phrases_get (phrases, "plan-action-head"),
                                akk_phrases_get (phrases, "plan-contribution"),
                                akk_phrases_get (phrases, "plan-term"),
                                akk_phrases_get (phrases, "plan-status") };
  g_autofree char *name = akk_party_short_name (sheet->store, party_id), *about = NULL;
  AkkSheetTable table;
  gboolean begun = FALSE;

  for (guint i = 0; i < report->parts->len; i++) {
    const AkkPlanPart *part = report->parts->pdata[i];
    for (guint j = 0; j < part->lines->len; j++) {
      const AkkPlanLine *line = part->lines->pdata[j];
      g_autofree char *does = NULL, *state = NULL;
      if (role_of (line->action, party_id) != role)
        continue;
      if (!begun) {
        akk_sheet_line (sheet, akk_phrases_get (phrases, titles[role]), AKK_LOOK_UNNUMBERED,
                        AKK_PAGE_LEFT, 1.5 * AKK_SLOT, "H2");
        sheet->flow->after = 3;
        akk_sheet_table_begin (&table, sheet, columns, G_N_ELEMENTS (columns), "", heads);
        about = g_strdup_printf ("%s · %s", name, akk_phrases_get (phrases, titles[role]));
        akk_sheet_table_about (&table, about);
      }
      begun = TRUE;
      does = part_words (self, line, role, party_id);
      state =
          g_strconcat (line->state, *line->progress != '\0' ? "\u2028" : "", line->progress, NULL);
      const char *const cells[] = { line->number, line->title, does, line->term, state };
      akk_sheet_table_add (&table, cells);
      akk_plan_sign (sheet->flow, line->standing, STATE_X, SIGN_ABOVE);
    }
  }
  if (begun)
    akk_sheet_table_end (&table);
}

/* --- One party, or each --- */

static void
add_party (AkkPlanSheet *self, const AkkParty *party)
{
  AkkSheet *sheet = &self->sheet;
  g_auto (AkkActionFilter) filter = { 0 };
  AkkPlanSheet page = *self;
  g_autoptr (AkkPlanReport) report = NULL;
  g_autofree char *name = akk_party_short_name (sheet->store, party->record.id);

  akk_action_filter_copy (&filter, self->filter);
  filter.party_id = party->record.id;
  report = akk_plan_report_new (self->rows, sheet->agreement, sheet->phrases, &filter,
                                AKK_SORT_PLAN, FALSE, self->is_public);
  page.report = report;
  filter.party_id = 0;
  akk_plan_say_filter (&page, &filter);
  akk_plan_head (&page, name);
  for (Role role = OWNS; role < N_ROLES; role++)
    add_role (self, report, role, party->record.id);
  akk_plan_legend (&page, report->totals);
  if (!self->is_public)
    akk_plan_contacts (self, 0, party->record.id);
}

void
akk_plan_add_partner (AkkPlanSheet *self)
{
  GPtrArray *parties = akk_action_rows_parties (self->rows);
  gboolean first = TRUE;

  for (guint i = 0; i < parties->len; i++) {
    const AkkParty *party = parties->pdata[i];
    if (self->filter->party_id != 0 && party->record.id != self->filter->party_id)
      continue;
    self->sheet.flow->new_page = !first;
    first = FALSE;
    add_party (self, party);
  }
}
