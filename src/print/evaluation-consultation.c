/* The parts of a printed evaluation report that tell of meetings, decisions and signals.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/parties.h"
#include "print/evaluation-internal.h"

static const AkkSheetColumn body_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 150, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 162, .width = 96 },
  { .x = AKK_PAGE_LEFT + 270, .width = AKK_FULL_WIDTH - 270 },
};
static const AkkSheetColumn meeting_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 96, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 104, .width = 112 },
  { .x = AKK_PAGE_LEFT + 224, .width = 70 },
  { .x = AKK_PAGE_LEFT + 304, .width = AKK_FULL_WIDTH - 304 },
};
static const AkkSheetColumn presence_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 200 },
  { .x = AKK_PAGE_LEFT + 212, .width = AKK_FULL_WIDTH - 212 },
};
static const AkkSheetColumn decision_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 46, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 54, .width = 216 },
  { .x = AKK_PAGE_LEFT + 282, .width = AKK_FULL_WIDTH - 282 },
};
static const AkkSheetColumn signal_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 170, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 182, .width = 62 },
  { .x = AKK_PAGE_LEFT + 254, .width = AKK_FULL_WIDTH - 254 },
};

/* --- Meetings --- */

static void
add_bodies (AkkReport *self, const AkkEvaluationPart *part)
{
  const char *const heads[] = { akk_report_phrase (self, "report-body"),
                                akk_report_phrase (self, "report-held"),
                                akk_report_phrase (self, "report-days") };
  g_autoptr (GPtrArray) lines =
      akk_evaluation_lines (self->facts, self->sheet.phrases, AKK_PART_MEETINGS, 0, part->hidden);
  gboolean begun = FALSE;
  AkkSheetTable table;

  for (guint i = 0; i < lines->len; i++) {
    const AkkFact *line = lines->pdata[i];
    const char *const cells[] = { line->label, line->value, line->detail };
    if (line->hidden || !g_str_has_prefix (line->key, "body-"))
      continue;
    if (!begun) {
      akk_report_heading (self, akk_report_phrase (self, "chart-meetings"), "", 1.5 * AKK_SLOT);
      akk_sheet_table_begin (&table, &self->sheet, body_columns, G_N_ELEMENTS (body_columns), "",
                             heads);
      akk_sheet_table_about (&table, akk_report_phrase (self, "part-meetings"));
      table.row_heads = TRUE;
      begun = TRUE;
    }
    akk_sheet_table_add (&table, cells);
  }
  if (begun)
    akk_sheet_table_end (&table);
}

static char *
of_all (AkkReport *self, guint count, guint all)
{
  g_autofree char *one = g_strdup_printf ("%u", count);
  g_autofree char *other = g_strdup_printf ("%u", all);

  return akk_phrases_format (self->sheet.phrases, "evaluation-of", "count", one, "all", other,
                             NULL);
}

static void
add_meeting (AkkReport *self,
             AkkSheetTable *table,
             const AkkBodyFact *body,
             const AkkMeetingFact *fact)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *date = akk_phrases_date (phrases, fact->meeting->date);
  g_autofree char *present = of_all (self, fact->n_represented, fact->n_parties);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *missing = NULL;

  for (guint i = 0; i < fact->missing->len; i++)
    g_strv_builder_add (builder, fact->missing->pdata[i]);
  names = g_strv_builder_end (builder);
  missing = akk_phrases_list (phrases, "list", names);
  const char *const cells[] = { date, body->body->name, present, *missing != '\0' ? missing : "–" };
  akk_sheet_table_add (table, cells);
}

static void
add_each_meeting (AkkReport *self, const AkkEvaluationPart *part)
{
  const char *const heads[] = { akk_report_phrase (self, "report-date"),
                                akk_report_phrase (self, "report-body"),
                                akk_report_phrase (self, "report-represented"),
                                akk_report_phrase (self, "report-missing") };
  const char *title = akk_report_phrase (self, "report-represented-title");
  gboolean begun = FALSE;
  AkkSheetTable table;

  for (guint i = 0; i < self->facts->bodies->len; i++) {
    const AkkBodyFact *body = self->facts->bodies->pdata[i];
    if (akk_report_hides (part, "body", body->body->record.id))
      continue;
    for (guint j = 0; j < body->meetings->len; j++) {
      if (!begun) {
        akk_report_heading (self, title, "", 2 * AKK_SLOT);
        akk_sheet_table_begin (&table, &self->sheet, meeting_columns,
                               G_N_ELEMENTS (meeting_columns), "", heads);
        akk_sheet_table_about (&table, title);
        table.row_heads = TRUE;
        begun = TRUE;
      }
      add_meeting (self, &table, body, body->meetings->pdata[j]);
    }
  }
  if (begun)
    akk_sheet_table_end (&table);
}

static void
add_presences (AkkReport *self)
{
  const char *const heads[] = { akk_report_phrase (self, "report-party"),
                                akk_report_phrase (self, "report-present") };
  const char *title = akk_report_phrase (self, "report-presence-title");
  AkkSheetTable table;

  if (self->facts->presences->len == 0)
    return;
  akk_report_heading (self, title, "", 2 * AKK_SLOT);
  akk_sheet_table_begin (&table, &self->sheet, presence_columns, G_N_ELEMENTS (presence_columns),
                         "", heads);
  akk_sheet_table_about (&table, title);
  table.row_heads = TRUE;
  for (guint i = 0; i < self->facts->presences->len; i++) {
    const AkkPresenceFact *it = self->facts->presences->pdata[i];
    g_autofree char *present = of_all (self, it->represented, it->meetings);
    const char *const cells[] = { it->name, present };
    akk_sheet_table_add (&table, cells);
  }
  akk_sheet_table_end (&table);
}

void
akk_report_add_meetings (AkkReport *self)
{
  const AkkEvaluationPart *part = akk_report_part (self, AKK_PART_MEETINGS, 0);

  akk_report_begin_part (self, "", akk_report_phrase (self, "part-meetings"));
  akk_report_narrative (self, part);
  add_bodies (self, part);
  if (!akk_report_hides (part, "presence", 0)) {
    add_each_meeting (self, part);
    add_presences (self);
  }
  akk_report_afterword (self, part);
}

/* --- Decisions and signals: as lines of facts, one row each --- */

static void
add_fact_rows (AkkReport *self,
               const AkkEvaluationPart *part,
               const AkkSheetColumn *columns,
               const char *const *heads,
               const char *title,
               void (*add) (AkkReport *, AkkSheetTable *, const AkkFact *),
               const char *nothing)
{
  g_autoptr (GPtrArray) lines =
      akk_evaluation_lines (self->facts, self->sheet.phrases, part->kind, 0, part->hidden);
  gboolean begun = FALSE;
  AkkSheetTable table;

  for (guint i = 0; i < lines->len; i++) {
    const AkkFact *line = lines->pdata[i];
    if (line->hidden)
      continue;
    if (!begun) {
      self->sheet.flow->after = AKK_SLOT;
      akk_sheet_table_begin (&table, &self->sheet, columns, 3, "", heads);
      akk_sheet_table_about (&table, title);
      table.row_heads = TRUE;
      begun = TRUE;
    }
    add (self, &table, line);
  }
  if (begun)
    akk_sheet_table_end (&table);
  else if (lines->len == 0)
    akk_report_nothing (self, nothing);
}

static void
add_decision (AkkReport *self, AkkSheetTable *table, const AkkFact *line)
{
  g_autoptr (AkkDecision) it =
      akk_store_get (self->facts->store, &akk_decision_record, line->record);
  g_autofree char *text = akk_report_shown (self, it->text);
  g_autofree char *result = akk_report_shown (self, it->result);
  gboolean says = g_str_has_prefix (result, line->value);
  g_autofree char *became =
      says ? g_strdup (result)
           : g_strconcat (line->value, *result != '\0' ? ". " : "", result, NULL);
  const char *const cells[] = { it->number, text, became };

  akk_sheet_table_add (table, cells);
}

static void
add_signal (AkkReport *self, AkkSheetTable *table, const AkkFact *line)
{
  g_autoptr (AkkSignal) it = akk_store_get (self->facts->store, &akk_signal_record, line->record);
  g_autofree char *title = akk_report_shown (self, it->title);
  g_autofree char *answer = akk_report_shown (self, it->answer);
  g_autofree char *date = akk_phrases_date (self->sheet.phrases, it->answered_on);
  g_autofree char *state = g_strconcat (line->value, *date != '\0' ? ", " : "", date,
                                        *answer != '\0' ? ". " : "", answer, NULL);
  const char *const cells[] = { title, line->detail, state };

  akk_sheet_table_add (table, cells);
}

void
akk_report_add_decisions (AkkReport *self)
{
  const AkkEvaluationPart *part = akk_report_part (self, AKK_PART_DECISIONS, 0);
  const char *title = akk_report_phrase (self, "part-decisions");
  const char *const heads[] = { akk_report_phrase (self, "plan-number"),
                                akk_report_phrase (self, "report-decision"),
                                akk_report_phrase (self, "report-became-of-it") };

  akk_report_begin_part (self, "", title);
  akk_report_narrative (self, part);
  add_fact_rows (self, part, decision_columns, heads, title, add_decision, "report-no-decisions");
  akk_report_afterword (self, part);
}

void
akk_report_add_signals (AkkReport *self)
{
  const AkkEvaluationPart *part = akk_report_part (self, AKK_PART_SIGNALS, 0);
  const char *title = akk_report_phrase (self, "part-signals");
  const char *const heads[] = { akk_report_phrase (self, "report-signal"),
                                akk_report_phrase (self, "signal-level-head"),
                                akk_report_phrase (self, "report-answer") };

  akk_report_begin_part (self, "", title);
  akk_report_narrative (self, part);
  add_fact_rows (self, part, signal_columns, heads, title, add_signal, "report-no-signals");
  akk_report_afterword (self, part);
}
