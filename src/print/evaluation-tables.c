/* Indicators in a printed evaluation report: against baseline and target, the figures behind the
 * charts, and the dashboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/parties.h"
#include "print/evaluation-internal.h"

#define NAME_WIDTH 130.0
#define MOST_YEARS 8
#define WHOLE 16 /* rows: such a table is not divided */
#define FEW 3 /* rows: such a table stands with the one above if it is the last */

static const AkkSheetColumn indicator_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 168, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 174, .width = 56, .right = TRUE },
  { .x = AKK_PAGE_LEFT + 236, .width = 60, .right = TRUE },
  { .x = AKK_PAGE_LEFT + 302, .width = 60, .right = TRUE },
  { .x = AKK_PAGE_LEFT + 376, .width = AKK_FULL_WIDTH - 376 },
};

/* --- Against baseline and target --- */

static char *
target_words (AkkReport *self, const AkkIndicatorFact *fact)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *value = NULL, *upper = NULL, *year = NULL, *range = NULL;

  if (!fact->has_target)
    return g_strdup ("–");
  const gboolean unit = fact->indicator->kind != AKK_INDICATOR_NUMBER;
  value = akk_indicator_words (phrases, fact->indicator, fact->target,
                               unit && fact->target == fact->upper);
  if (fact->upper != fact->target) {
    upper = akk_indicator_words (phrases, fact->indicator, fact->upper, unit);
    range = akk_phrases_format (phrases, "figure-range", "low", value, "high", upper, NULL);
    g_set_str (&value, range);
  }
  if (fact->target_year == self->facts->year)
    return g_steal_pointer (&value);
  year = g_strdup_printf ("%d", fact->target_year);
  return akk_phrases_format (phrases, "report-value-in", "value", value, "year", year, NULL);
}

static void
add_indicator (AkkReport *self, AkkSheetTable *table, const AkkIndicatorFact *fact)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const AkkIndicator *indicator = fact->indicator;
  const gboolean unit = indicator->kind != AKK_INDICATOR_NUMBER;
  g_autofree char *label = akk_report_name (self, indicator, FALSE);
  g_autofree char *baseline =
      indicator->baseline_on != AKK_NO_DATE
          ? akk_indicator_words (phrases, indicator, indicator->baseline, unit)
          : g_strdup ("–");
  g_autofree char *target = target_words (self, fact);
  g_autofree char *value = akk_figure_words (phrases, indicator, &fact->figure, unit);
  gboolean none = *value == '\0';
  const char *state = none ? akk_phrases_get (phrases, "evaluation-no-figure")
                           : akk_standing_words (phrases, fact->standing, fact->has_target);
  const char *const cells[] = { label, baseline, none ? "–" : value, target, state };

  table->bold_cells = 1u << 2;
  akk_sheet_table_add (table, cells);
}

void
akk_report_indicator_table (AkkReport *self, const GPtrArray *facts)
{
  g_autofree char *year = g_strdup_printf ("%d", self->facts->year);
  const char *const heads[] = { akk_report_phrase (self, "report-indicator"),
                                akk_report_phrase (self, "report-baseline"), year,
                                akk_report_phrase (self, "report-target"),
                                akk_report_phrase (self, "report-standing") };
  AkkSheetTable table;

  akk_sheet_table_begin (&table, &self->sheet, indicator_columns, G_N_ELEMENTS (indicator_columns),
                         "", heads);
  akk_sheet_table_about (&table, akk_report_phrase (self, "part-indicators"));
  table.row_heads = TRUE;
  for (guint i = 0; i < facts->len; i++)
    add_indicator (self, &table, facts->pdata[i]);
  akk_sheet_table_end (&table);
}

/* What somebody had to say about a figure. */
static void
add_sentences (AkkReport *self, const GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++) {
    const AkkIndicatorFact *fact = facts->pdata[i];
    g_autofree char *shown = akk_report_shown (self, fact->sentence);
    g_autofree char *line = g_strdup_printf ("%s: %s", fact->indicator->name, shown);
    if (*shown != '\0')
      akk_sheet_line (&self->sheet, line, AKK_LOOK_NOTE, AKK_PAGE_LEFT, 3.75, "P");
  }
}

/* Whether a chart of it stands with a priority. */
static gboolean
bears_on_priority (AkkReport *self, const AkkIndicatorFact *fact)
{
  for (guint i = 0; i < self->facts->priorities->len; i++) {
    const AkkPriorityFact *priority = self->facts->priorities->pdata[i];
    if (priority->priority != NULL &&
        g_ptr_array_find (priority->indicators, fact->indicator, NULL))
      return TRUE;
  }
  return FALSE;
}

void
akk_report_add_indicators (AkkReport *self)
{
  const AkkEvaluationPart *part = akk_report_part (self, AKK_PART_INDICATORS, 0);
  g_autoptr (GPtrArray) shown = g_ptr_array_new (), others = g_ptr_array_new ();

  for (guint i = 0; i < self->facts->indicators->len; i++) {
    AkkIndicatorFact *fact = self->facts->indicators->pdata[i];
    if (akk_report_hides (part, "indicator", fact->indicator->record.id))
      continue;
    g_ptr_array_add (shown, fact);
    if (!bears_on_priority (self, fact))
      g_ptr_array_add (others, fact);
  }
  akk_report_begin_part (self, "", akk_report_phrase (self, "part-indicators"));
  akk_report_narrative (self, part);
  if (shown->len == 0) {
    akk_report_nothing (self, "report-no-indicators");
  } else {
    akk_report_heading (self, akk_report_phrase (self, "report-against"), "", 1.5 * AKK_SLOT);
    akk_report_indicator_table (self, shown);
    add_sentences (self, shown);
    akk_report_lines (self, others, 0);
    akk_report_target_groups (self, others);
  }
  akk_report_afterword (self, part);
}

/* --- The figures behind the charts --- */

typedef struct {
  AkkReport *report;
  const AkkIndicatorFact *fact;
  int first, last; /* years */
  gboolean whole; /* a short table is not divided */
} Series;

static void
add_series_row (
    const Series *self, AkkSheetTable *table, const char *name, gint64 party_id, const char *group)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  AkkReport *report = self->report;

  g_ptr_array_add (cells, g_strdup (name));
  for (int year = self->first; year <= self->last; year++) {
    AkkFigure figure =
        akk_figures_get (report->facts->figures, self->fact->indicator, year, party_id, group);
    g_autofree char *words =
        akk_figure_words (report->sheet.phrases, self->fact->indicator, &figure, FALSE);
    g_ptr_array_add (cells, *words != '\0' ? g_steal_pointer (&words) : g_strdup ("–"));
  }
  if (self->whole)
    report->sheet.flow->keep = AKK_KEEP_STRONG;
  akk_sheet_table_add (table, (const char *const *) cells->pdata);
}

static void
add_series_rows (const Series *self, AkkSheetTable *table)
{
  AkkReport *report = self->report;
  AkkFigures *figures = report->facts->figures;
  const AkkIndicator *indicator = self->fact->indicator;
  GPtrArray *municipalities = akk_figures_municipalities (figures);
  GPtrArray *groups = akk_figures_target_groups (figures, indicator);

  for (guint i = 0; indicator->by_target_group && i < groups->len; i++)
    add_series_row (self, table, groups->pdata[i], 0, groups->pdata[i]);
  for (guint i = 0; indicator->by_municipality && i < municipalities->len; i++) {
    const gint64 party = ((AkkParty *) municipalities->pdata[i])->record.id;
    g_autofree char *name = akk_party_short_name (report->facts->store, party);
    add_series_row (self, table, name, party, NULL);
  }
  table->bold_cells = G_MAXUINT;
  add_series_row (self, table, akk_report_phrase (report, "report-region"), 0, NULL);
}

static guint
n_series_rows (AkkReport *self, const AkkIndicator *indicator)
{
  AkkFigures *figures = self->facts->figures;

  return 1 + (indicator->by_municipality ? akk_figures_municipalities (figures)->len : 0) +
         (indicator->by_target_group ? akk_figures_target_groups (figures, indicator)->len : 0);
}

/* A table of the years: one column each. A small one that is the last does not stand alone on a
 * page. */
static void
add_series (AkkReport *self, const AkkIndicatorFact *fact, gboolean last)
{
  Series series = { .report = self, .fact = fact };
  AkkSheetColumn columns[MOST_YEARS + 1] = { { .x = AKK_PAGE_LEFT, .width = NAME_WIDTH } };
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *source = akk_report_source (self, fact);
  g_autofree char *title = akk_report_name (self, fact->indicator, TRUE);
  AkkSheetTable table;
  guint n;

  if (!akk_figures_years (self->facts->figures, fact->indicator, &series.first, &series.last) ||
      series.first > self->facts->year)
    return;
  series.last = MIN (series.last, self->facts->year);
  series.first = MAX (series.first, series.last - MOST_YEARS + 1);
  n = (guint) (series.last - series.first + 1);
  g_ptr_array_add (heads, g_strdup (""));
  for (guint i = 0; i < n; i++) {
    double width = (AKK_FULL_WIDTH - NAME_WIDTH) / MAX (n, 5);
    columns[i + 1] =
        (AkkSheetColumn) { .x = AKK_PAGE_RIGHT - (n - i) * width, .width = width, .right = TRUE };
    g_ptr_array_add (heads, g_strdup_printf ("%d", series.first + (int) i));
  }
  g_set_str ((char **) &heads->pdata[0],
             akk_report_phrase (self, fact->indicator->by_municipality ? "report-municipality"
                                                                       : "report-level"));
  self->sheet.flow->after = 1.5 * AKK_SLOT;
  if (last && n_series_rows (self, fact->indicator) <= FEW)
    self->sheet.flow->keep = AKK_KEEP_STRONG;
  akk_sheet_table_begin (&table, &self->sheet, columns, n + 1, title,
                         (const char *const *) heads->pdata);
  table.row_heads = TRUE;
  series.whole = n_series_rows (self, fact->indicator) <= WHOLE;
  add_series_rows (&series, &table);
  akk_sheet_table_end (&table);
  self->sheet.flow->keep = AKK_KEEP_STRONG;
  akk_sheet_line (&self->sheet, source, AKK_LOOK_NOTE, AKK_PAGE_LEFT, 3.75, "P");
}

void
akk_report_add_tables (AkkReport *self)
{
  const AkkEvaluationPart *hides = akk_report_part (self, AKK_PART_INDICATORS, 0);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  if (self->facts->indicators->len == 0)
    return;
  for (guint i = 0; i < self->facts->indicators->len; i++) {
    AkkIndicatorFact *fact = self->facts->indicators->pdata[i];
    if (!akk_report_hides (hides, "indicator", fact->indicator->record.id))
      g_ptr_array_add (shown, fact);
  }
  akk_report_begin_part (self, "", akk_report_phrase (self, "part-tables"));
  for (guint i = 0; i < shown->len; i++)
    add_series (self, shown->pdata[i], i > 0 && i + 1 == shown->len);
}

/* --- The dashboard --- */

void
akk_report_add_dashboard (AkkReport *self)
{
  AkkSheet *sheet = &self->sheet;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autofree char *year = g_strdup_printf ("%d", self->facts->year);
  g_autofree char *title =
      akk_phrases_format (sheet->phrases, "report-dashboard", "year", year, NULL);
  g_autofree char *date = akk_phrases_date (sheet->phrases, self->facts->day);
  g_autofree char *facts = akk_phrases_format (sheet->phrases, "report-as-of", "date", date, NULL);

  for (guint i = 0; i < self->facts->indicators->len; i++) {
    AkkIndicatorFact *fact = self->facts->indicators->pdata[i];
    if (fact->indicator->dashboard)
      g_ptr_array_add (chosen, fact);
  }
  akk_sheet_head (sheet, "", title, facts);
  if (chosen->len == 0) {
    akk_report_nothing (self, "report-no-indicators");
    return;
  }
  sheet->flow->after = AKK_SLOT;
  akk_report_indicator_table (self, chosen);
  akk_report_lines (self, chosen, 0);
  akk_report_target_groups (self, chosen);
}
