/* The parts of a printed evaluation report that tell of actions and of what was learnt.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/pact.h"
#include "print/evaluation-internal.h"
#include "print/plan-internal.h"

#define SQUARE 8.6
#define SQUARE_ABOVE 5.4 /* from the top of a row to that of its square */
#define SQUARE_ROOM 13.0
#define STATE_X (AKK_PAGE_LEFT + 216)

static const AkkSheetColumn action_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 30, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 36, .width = 168 },
  { .x = STATE_X + SQUARE_ROOM, .width = 66, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 304, .width = AKK_FULL_WIDTH - 304 },
};
static const AkkSheetColumn commitment_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 300 },
  { .x = AKK_PAGE_LEFT + 312, .width = AKK_FULL_WIDTH - 312 },
};

/* --- Planned and done --- */

/* What became of it, and why where it went otherwise. */
static char *
outcome_words (AkkReport *self, const AkkActionFact *fact)
{
  const AkkAction *action = fact->action;
  gboolean otherwise = action->status >= AKK_ACTION_ADJUSTED || fact->carried;
  g_autofree char *progress = akk_report_shown (self, action->progress);
  g_autofree char *reason = otherwise ? akk_report_shown (self, action->reason) : g_strdup ("");
  g_autofree char *words =
      *reason != '\0'
          ? akk_phrases_format (self->sheet.phrases, "report-reason", "reason", reason, NULL)
          : g_strdup ("");

  return g_strconcat (progress, *progress != '\0' && *words != '\0' ? "\u2028" : "", words, NULL);
}

void
akk_report_action_table (AkkReport *self, const GPtrArray *actions, const char *about)
{
  AkkSheet *sheet = &self->sheet;
  const char *const heads[] = { akk_report_phrase (self, "plan-number"),
                                akk_report_phrase (self, "plan-action-head"),
                                akk_report_phrase (self, "plan-status"),
                                akk_report_phrase (self, "report-outcome") };
  AkkSheetTable table;

  sheet->flow->after = 3;
  akk_sheet_table_begin (&table, sheet, action_columns, G_N_ELEMENTS (action_columns), "", heads);
  akk_sheet_table_about (&table, about);
  table.row_heads = TRUE;
  for (guint i = 0; i < actions->len; i++) {
    const AkkActionFact *fact = actions->pdata[i];
    gint64 standing = akk_action_standing (fact->action->status, fact->carried ? 1 : 0);
    g_autofree char *title = akk_report_shown (self, fact->action->title);
    g_autofree char *state =
        akk_plan_state_words (self->facts->store, sheet->phrases, fact->action, self->facts->day);
    g_autofree char *outcome = outcome_words (self, fact);
    const char *const cells[] = { fact->action->number, title, state, outcome };

    akk_sheet_table_add (&table, cells);
    akk_flow_fill (sheet->flow, STATE_X, SQUARE_ABOVE, SQUARE, SQUARE,
                   AKK_FILL_SQUARE_TO_START +
                       (AkkFillColour) CLAMP (standing, 0, AKK_ACTION_CARRIED_OVER));
  }
  akk_sheet_table_end (&table);
}

static void
add_planned_and_done (AkkReport *self,
                      const AkkPriorityFact *fact,
                      const AkkEvaluationPart *part,
                      const char *title)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autofree char *done = g_strdup_printf ("%u", fact->counts.done);
  g_autofree char *planned = g_strdup_printf ("%u", fact->counts.planned);
  g_autofree char *count = akk_phrases_format (self->sheet.phrases, "report-done-of", "count", done,
                                               "all", planned, NULL);
  g_autofree char *name = akk_phrases_sentence (title);
  g_autofree char *about =
      g_strdup_printf ("%s · %s", name, akk_report_phrase (self, "report-planned-done"));
  gboolean counted =
      !akk_report_hides (part, "actions-planned", 0) && !akk_report_hides (part, "actions-done", 0);

  if (fact->actions->len == 0) {
    akk_report_nothing (self, "report-no-actions");
    return;
  }
  for (guint i = 0; i < fact->actions->len; i++) {
    AkkActionFact *it = fact->actions->pdata[i];
    if (!akk_report_hides (part, "action", it->action->record.id))
      g_ptr_array_add (shown, it);
  }
  akk_report_heading (self, akk_report_phrase (self, "report-planned-done"), counted ? count : "",
                      2 * AKK_SLOT);
  if (shown->len > 0)
    akk_report_action_table (self, shown, about);
}

/* --- Priorities --- */

static void
add_priority (AkkReport *self, const AkkPriorityFact *fact)
{
  const AkkEvaluationPart *part =
      akk_report_part (self, AKK_PART_PRIORITY, fact->priority->record.id);
  g_autofree char *number = g_strdup_printf ("%u", fact->number);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();

  akk_report_begin_part (self, number, fact->priority->title);
  if (part != NULL)
    akk_report_narrative (self, part);
  for (guint i = 0; i < fact->indicators->len; i++) {
    AkkIndicatorFact *it = akk_report_fact (self, fact->indicators->pdata[i]);
    if (it != NULL && !akk_report_hides (part, "indicator", it->indicator->record.id))
      g_ptr_array_add (indicators, it);
  }
  akk_report_lines (self, indicators, 0);
  akk_report_target_groups (self, indicators);
  add_planned_and_done (self, fact, part, fact->priority->title);
  if (part != NULL)
    akk_report_afterword (self, part);
}

void
akk_report_add_priorities (AkkReport *self)
{
  for (guint i = 0; i < self->facts->priorities->len; i++) {
    const AkkPriorityFact *fact = self->facts->priorities->pdata[i];
    const char *title = akk_report_phrase (self, "chart-without-priority");

    if (fact->priority != NULL) {
      add_priority (self, fact);
    } else if (fact->actions->len > 0) {
      akk_report_begin_part (self, "", title);
      add_planned_and_done (self, fact, NULL, title);
    }
  }
}

/* --- Commitments --- */

static char *
numbers_words (AkkReport *self, const GArray *actions)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++) {
    g_autoptr (AkkAction) action =
        akk_store_get (self->facts->store, &akk_action_record, g_array_index (actions, gint64, i));
    if (action != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", action->number);
  }
  return g_string_free_and_steal (words);
}

/* Where another section begins, its heading stands above. */
static void
add_promise (AkkReport *self,
             AkkSheetTable *table,
             const AkkPromise *promise,
             const char *heading_before)
{
  g_autofree char *plain = akk_commitment_plain (promise->commitment);
  g_autofree char *shown = akk_report_shown (self, plain);
  g_autofree char *numbers = numbers_words (self, promise->actions);
  gboolean none = promise->actions->len == 0;
  const char *const cells[] = { shown,
                                none ? akk_report_phrase (self, "evaluation-no-action") : numbers };

  if (*promise->heading != '\0' && g_strcmp0 (promise->heading, heading_before) != 0) {
    table->bold_cells = 1u;
    akk_sheet_table_add (table, (const char *const[]) { promise->heading, "" });
    self->sheet.flow->keep = AKK_KEEP_STRONG;
  }
  if (none)
    table->bold_cells = 1u << 1;
  akk_sheet_table_add (table, cells);
}

void
akk_report_add_commitments (AkkReport *self)
{
  const AkkEvaluationPart *part = akk_report_part (self, AKK_PART_COMMITMENTS, 0);
  const AkkCoverage *coverage = self->facts->coverage;
  const char *title = akk_report_phrase (self, "part-commitments");
  const char *const heads[] = { akk_report_phrase (self, "report-commitment"),
                                akk_report_phrase (self, "report-carried-out-by") };
  g_autofree char *count = g_strdup_printf ("%u", coverage->promises->len - coverage->n_without);
  g_autofree char *all = g_strdup_printf ("%u", coverage->promises->len);
  g_autofree char *beside =
      akk_phrases_format (self->sheet.phrases, "report-covered", "count", count, "all", all, NULL);
  const char *heading = NULL;
  gboolean begun = FALSE;
  AkkSheetTable table;

  if (coverage->promises->len == 0 && *part->narrative == '\0')
    return;
  akk_report_begin_part (self, "", title);
  akk_report_narrative (self, part);
  for (guint i = 0; i < coverage->promises->len; i++) {
    const AkkPromise *promise = coverage->promises->pdata[i];
    if (akk_report_hides (part, "commitment", promise->commitment->id))
      continue;
    if (!begun) {
      akk_report_heading (self, akk_report_phrase (self, "report-commitments"),
                          akk_report_hides (part, "commitments", 0) ? "" : beside, 1.5 * AKK_SLOT);
      akk_sheet_table_begin (&table, &self->sheet, commitment_columns,
                             G_N_ELEMENTS (commitment_columns), "", heads);
      akk_sheet_table_about (&table, title);
      begun = TRUE;
    }
    add_promise (self, &table, promise, heading);
    heading = promise->heading;
  }
  if (begun)
    akk_sheet_table_end (&table);
  akk_report_afterword (self, part);
}

/* --- The matrix of the Pact --- */

#define MATRIX_FIRST 172.0
#define MATRIX_COLUMN ((AKK_FULL_WIDTH - MATRIX_FIRST) / AKK_PACT_N_TARGET_GROUPS)

static void
add_domain (AkkReport *self, AkkSheetTable *table, guint domain)
{
  const AkkActionMatrix *matrix = self->facts->matrix;
  char counts[AKK_PACT_N_TARGET_GROUPS][32];
  const char *cells[AKK_PACT_N_TARGET_GROUPS + 1] = { akk_pact_domain (self->sheet.phrases,
                                                                       domain) };

  for (guint group = 0; group < AKK_PACT_N_TARGET_GROUPS; group++) {
    guint n = akk_action_matrix_cell (matrix, domain, group)->len;
    gboolean expected = akk_pact_expects (domain, group);
    g_snprintf (counts[group], sizeof counts[group], "%u", n);
    cells[group + 1] = n > 0      ? counts[group]
                       : expected ? akk_report_phrase (self, "report-expected")
                                  : "–";
    if (expected)
      table->bold_cells |= 1u << (group + 1);
  }
  akk_sheet_table_add (table, cells);
}

void
akk_report_add_matrix (AkkReport *self)
{
  const AkkEvaluationPart *part = akk_report_part (self, AKK_PART_MATRIX, 0);
  AkkPhrases *phrases = self->sheet.phrases;
  AkkSheetColumn columns[AKK_PACT_N_TARGET_GROUPS + 1] = { { .x = AKK_PAGE_LEFT,
                                                             .width = MATRIX_FIRST - 10 } };
  const char *heads[AKK_PACT_N_TARGET_GROUPS + 1] = { akk_report_phrase (self,
                                                                         "plan-matrix-domain") };
  const char *title = akk_report_phrase (self, "part-matrix");
  g_autofree char *count = g_strdup_printf ("%u", self->facts->n_covered);
  g_autofree char *all = g_strdup_printf ("%u", self->facts->n_expected);
  g_autofree char *beside =
      akk_phrases_format (phrases, "report-cells", "count", count, "all", all, NULL);
  AkkSheetTable table;

  for (guint group = 0; group < AKK_PACT_N_TARGET_GROUPS; group++) {
    columns[group + 1] =
        (AkkSheetColumn) { .x = AKK_PAGE_LEFT + MATRIX_FIRST + group * MATRIX_COLUMN,
                           .width = MATRIX_COLUMN - 8 };
    heads[group + 1] = akk_pact_target_group (phrases, group);
  }
  akk_report_begin_part (self, "", title);
  akk_report_narrative (self, part);
  if (!akk_report_hides (part, "matrix", 0)) {
    akk_report_heading (self, akk_report_phrase (self, "report-matrix"), beside, 1.5 * AKK_SLOT);
    akk_sheet_table_begin (&table, &self->sheet, columns, G_N_ELEMENTS (columns), "", heads);
    akk_sheet_table_about (&table, title);
    table.row_heads = TRUE;
    for (guint domain = 0; domain < AKK_PACT_N_DOMAINS; domain++)
      add_domain (self, &table, domain);
    akk_sheet_table_end (&table);
    self->sheet.flow->keep = AKK_KEEP_STRONG;
    akk_sheet_line (&self->sheet, akk_report_phrase (self, "report-matrix-note"), AKK_LOOK_NOTE,
                    AKK_PAGE_LEFT, 3.75, "P");
  }
  if (self->facts->matrix->outside > 0 && !akk_report_hides (part, "matrix-outside", 0)) {
    g_autofree char *n = g_strdup_printf ("%u", self->facts->matrix->outside);
    g_autofree char *words =
        g_strdup_printf ("%s: %s.", akk_report_phrase (self, "evaluation-outside"), n);
    akk_sheet_line (&self->sheet, words, AKK_LOOK_NOTE, AKK_PAGE_LEFT, 0, "P");
  }
  akk_report_afterword (self, part);
}

/* --- What was learnt, and what follows --- */

void
akk_report_add_learning (AkkReport *self)
{
  const AkkEvaluationPart *part = akk_report_part (self, AKK_PART_LEARNING, 0);
  g_autofree char *shown = akk_report_shown (self, part->narrative);

  if (*shown == '\0' && (self->wanted->stamp != NULL || self->discretion != NULL))
    return;
  akk_report_begin_part (self, "", akk_report_phrase (self, "part-learning"));
  if (*shown == '\0')
    akk_report_narrative (self, part);
  else
    akk_sheet_prose (&self->sheet, shown, 7.5);
}

void
akk_report_add_conclusions (AkkReport *self)
{
  const AkkEvaluationPart *part = akk_report_part (self, AKK_PART_CONCLUSIONS, 0);
  g_autofree char *year = g_strdup_printf ("%d", self->facts->year);
  g_autofree char *proposal =
      akk_phrases_format (self->sheet.phrases, "report-proposal-text", "year", year, NULL);
  g_autofree char *shown = akk_report_shown (self, part->narrative);

  akk_report_begin_part (self, "", akk_report_phrase (self, "report-conclusions"));
  if (*shown == '\0')
    akk_report_narrative (self, part);
  else
    akk_sheet_prose (&self->sheet, shown, 7.5);
  akk_report_adjustments (self);
  if (self->wanted->stamp == NULL && self->discretion == NULL)
    akk_report_box (self, akk_report_phrase (self, "report-proposal"), proposal);
}
