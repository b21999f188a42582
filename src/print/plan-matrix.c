/* An action plan in the matrix of the Pact: cooperation domains × target groups.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/pact.h"
#include "print/plan-internal.h"

#define FIRST 150.0 /* the domains */
#define GUTTER 10.0
#define MOST_COLUMNS 8
#define MOST_NUMBERS 12 /* of actions in a cell */

typedef struct {
  AkkPlanSheet *plan;
  AkkActionMatrix *matrix;
  GPtrArray *domains, *groups; /* names; borrowed */
  GHashTable *lines; /* id of an action → AkkPlanLine */
  guint columns[MOST_COLUMNS]; /* target groups */
  guint n_columns, n_left_out;
} Matrix;

static gboolean
column_is_used (const Matrix *self, guint group)
{
  for (guint domain = 0; domain < self->matrix->n_domains; domain++)
    if (akk_action_matrix_cell (self->matrix, domain, group)->len > 0)
      return TRUE;
  return FALSE;
}

static gboolean
row_is_used (const Matrix *self, guint domain)
{
  for (guint group = 0; group < self->matrix->n_target_groups; group++)
    if (akk_action_matrix_cell (self->matrix, domain, group)->len > 0)
      return TRUE;
  return FALSE;
}

/* Those of the Pact, and what else is in use as far as there is room. */
static void
choose_columns (Matrix *self)
{
  for (guint group = 0; group < self->matrix->n_target_groups; group++) {
    if (group >= AKK_PACT_N_TARGET_GROUPS && !column_is_used (self, group))
      continue;
    if (self->n_columns < MOST_COLUMNS)
      self->columns[self->n_columns++] = group;
    else
      self->n_left_out++;
  }
}

/* "3: 1 klaar, 2 bezig", and below it their numbers. */
static char *
actions_words (const Matrix *self, const GArray *cell)
{
  AkkPhrases *phrases = self->plan->sheet.phrases;
  guint counts[AKK_N_ACTION_STANDINGS] = { 0 };
  g_autoptr (GString) words = g_string_new (NULL), numbers = g_string_new (NULL);

  for (guint i = 0; i < cell->len; i++) {
    const AkkActionRow *row =
        akk_action_rows_row (self->plan->rows, g_array_index (cell, guint, i));
    const AkkPlanLine *line = g_hash_table_lookup (self->lines, &row->id);
    counts[akk_action_standing (row->status, row->successor_id)]++;
    if (i < MOST_NUMBERS && line != NULL)
      g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "", line->number);
  }
  if (cell->len > MOST_NUMBERS) {
    g_autofree char *count = g_strdup_printf ("%u", cell->len - MOST_NUMBERS);
    g_autofree char *more = akk_phrases_format (phrases, "plan-matrix-more", "count", count, NULL);
    g_string_append_printf (numbers, " %s", more);
  }
  for (guint status = 0; status < AKK_N_ACTION_STANDINGS; status++)
    if (counts[status] > 0)
      g_string_append_printf (words, "%s%u %s", words->len > 0 ? ", " : "", counts[status],
                              akk_phrases_get (phrases, akk_plan_status_key (status)));
  return g_strdup_printf ("%s\u2028%s", words->str, numbers->str);
}

static gboolean
is_missing (const Matrix *self, guint domain, guint group)
{
  return akk_pact_expects (domain, group) &&
         akk_action_matrix_cell (self->matrix, domain, group)->len == 0;
}

static char *
cell_words (const Matrix *self, guint domain, guint group)
{
  const GArray *cell = akk_action_matrix_cell (self->matrix, domain, group);

  if (cell->len > 0)
    return actions_words (self, cell);
  if (is_missing (self, domain, group))
    return g_strdup (akk_phrases_get (self->plan->sheet.phrases, "plan-matrix-expected"));
  return g_strdup ("–");
}

static void
add_table (Matrix *self)
{
  AkkSheet *sheet = &self->plan->sheet;
  const AkkPageShape *shape = sheet->flow->shape;
  const double width = (shape->right - shape->left - FIRST) / self->n_columns;
  AkkSheetColumn columns[MOST_COLUMNS + 1] = {
    { .x = shape->left, .width = FIRST - GUTTER, .bold = TRUE }
  };
  const char *heads[MOST_COLUMNS + 1] = { akk_phrases_get (sheet->phrases, "plan-matrix-domain") };
  AkkSheetTable table;

  for (guint i = 0; i < self->n_columns; i++) {
    columns[i + 1] =
        (AkkSheetColumn) { .x = shape->left + FIRST + i * width, .width = width - GUTTER };
    heads[i + 1] = self->groups->pdata[self->columns[i]];
  }
  sheet->flow->after = 7.5;
  akk_sheet_table_begin (&table, sheet, columns, self->n_columns + 1, "", heads);
  table.row_heads = TRUE;
  for (guint domain = 0; domain < self->matrix->n_domains; domain++) {
    const char *cells[MOST_COLUMNS + 1] = { self->domains->pdata[domain] };
    g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
    if (domain >= AKK_PACT_N_DOMAINS && !row_is_used (self, domain))
      continue;
    for (guint i = 0; i < self->n_columns; i++) {
      g_ptr_array_add (words, cell_words (self, domain, self->columns[i]));
      if (is_missing (self, domain, self->columns[i]))
        table.bold_cells |= 1u << (i + 1);
      cells[i + 1] = words->pdata[i];
    }
    akk_sheet_table_add (&table, cells);
  }
  akk_sheet_table_end (&table);
}

/* `key`-none, `key`-one or `key` with the number. */
static void
add_count (AkkPlanSheet *self, const char *key, guint n, gboolean say_none)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *whole = n <= 1 ? g_strconcat (key, n == 0 ? "-none" : "-one", NULL) : NULL;
  g_autofree char *number = akk_phrases_number (phrases, n);
  g_autofree char *all = akk_phrases_number (phrases, AKK_PACT_N_EXPECTED);
  g_autofree char *words = NULL, *sentence = NULL;

  if (n == 0 && !say_none)
    return;
  words =
      akk_phrases_format (phrases, whole != NULL ? whole : key, "count", number, "all", all, NULL);
  sentence = akk_phrases_sentence (words);
  akk_sheet_line (&self->sheet, sentence, AKK_LOOK_CELL, self->sheet.flow->shape->left, 0, "P");
}

void
akk_plan_add_matrix (AkkPlanSheet *self)
{
  g_autoptr (GArray) shown =
      akk_action_filter_apply (self->filter, self->rows, AKK_SORT_PLAN, FALSE, self->report->day);
  g_autoptr (AkkActionMatrix) found = akk_action_matrix_new (self->rows, shown);
  Matrix matrix = { .plan = self,
                    .matrix = found,
                    .domains = akk_action_rows_names (self->rows, AKK_TAG_DOMAIN),
                    .groups = akk_action_rows_names (self->rows, AKK_TAG_TARGET_GROUP),
                    .lines = g_hash_table_new (g_int64_hash, g_int64_equal) };
  g_autofree char *title =
      akk_phrases_format (self->sheet.phrases, "plan-matrix", "title", self->report->title, NULL);

  for (guint i = 0; i < self->report->parts->len; i++) {
    const AkkPlanPart *part = self->report->parts->pdata[i];
    for (guint j = 0; j < part->lines->len; j++) {
      AkkPlanLine *line = part->lines->pdata[j];
      g_hash_table_insert (matrix.lines, &line->action->record.id, line);
    }
  }
  choose_columns (&matrix);
  akk_plan_head (self, title);
  add_table (&matrix);
  self->sheet.flow->after = 7.5;
  add_count (self, "plan-matrix-missing", akk_action_matrix_missing (found), TRUE);
  add_count (self, "plan-matrix-outside", found->outside, FALSE);
  add_count (self, "plan-matrix-left-out", matrix.n_left_out, FALSE);
  akk_sheet_line (&self->sheet, self->report->totals, AKK_LOOK_CELL, self->sheet.flow->shape->left,
                  0, "P");
  g_hash_table_unref (matrix.lines);
}
