/* The municipalities in a printed evaluation report: all beside each other, and a page for each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/parties.h"
#include "print/evaluation-internal.h"

#define NAME_WIDTH 92.0
#define GUTTER 10.0
#define LEAST 46.0 /* of a column of figures */
#define MOST_COLUMNS 8
#define WHOLE 12 /* rows: such a table is not divided */

/* --- All beside each other: as many indicators in a table as their heads leave room for --- */

typedef struct {
  AkkReport *report;
  GPtrArray *indicators; /* AkkIndicatorFact: of this table */
  gboolean last; /* says whose figures are in */
} Stand;

static double
widest_word (AkkSheet *sheet, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double most = LEAST;

  for (guint i = 0; words[i] != NULL; i++) {
    g_autoptr (AkkSet) set = akk_sheet_set (sheet, words[i], AKK_LOOK_HEAD_CELL, AKK_FULL_WIDTH);
    most = MAX (most, set->width);
  }
  return most + GUTTER;
}

static gboolean
has_given (AkkReport *self, const AkkParty *party)
{
  for (guint i = 0; i < self->facts->indicators->len; i++)
    if (g_ptr_array_find (((AkkIndicatorFact *) self->facts->indicators->pdata[i])->lacking, party,
                          NULL))
      return FALSE;
  return TRUE;
}

/* A figure in a cell; "–" where there is none. */
static char *
cell_words (AkkReport *self, const AkkIndicator *indicator, gint64 party_id)
{
  AkkFigure figure =
      akk_figures_get (self->facts->figures, indicator, self->facts->year, party_id, NULL);
  g_autofree char *words = akk_figure_words (self->sheet.phrases, indicator, &figure, FALSE);

  return *words != '\0' ? g_steal_pointer (&words) : g_strdup ("–");
}

static void
add_row (const Stand *self, AkkSheetTable *table, const char *name, const AkkParty *party)
{
  AkkReport *report = self->report;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *municipalities = akk_figures_municipalities (report->facts->figures);

  g_ptr_array_add (cells, g_strdup (name));
  for (guint i = 0; i < self->indicators->len; i++)
    g_ptr_array_add (
        cells, cell_words (report, ((AkkIndicatorFact *) self->indicators->pdata[i])->indicator,
                           party != NULL ? party->record.id : 0));
  if (self->last && party != NULL) {
    const char *key = has_given (report, party) ? "figure-yes" : "figure-no";
    g_ptr_array_add (cells, g_strdup (akk_report_phrase (report, key)));
  } else if (self->last) {
    guint n = 0;
    for (guint i = 0; i < municipalities->len; i++)
      n += has_given (report, municipalities->pdata[i]);
    g_autofree char *count = g_strdup_printf ("%u", n);
    g_autofree char *all = g_strdup_printf ("%u", municipalities->len);
    g_ptr_array_add (cells, akk_phrases_format (report->sheet.phrases, "evaluation-of", "count",
                                                count, "all", all, NULL));
  }
  if (party == NULL)
    table->bold_cells = G_MAXUINT;
  akk_sheet_table_add (table, (const char *const *) cells->pdata);
}

static void
add_stand (const Stand *self, const double *widths)
{
  AkkReport *report = self->report;
  AkkSheet *sheet = &report->sheet;
  GPtrArray *municipalities = akk_figures_municipalities (report->facts->figures);
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);
  AkkSheetColumn columns[MOST_COLUMNS + 2] = { { .x = AKK_PAGE_LEFT, .width = NAME_WIDTH } };
  const guint n = self->indicators->len + (self->last ? 1 : 0);
  double used = NAME_WIDTH, spare, right = AKK_PAGE_LEFT + NAME_WIDTH;
  AkkSheetTable table;

  for (guint i = 0; i < n; i++)
    used += widths[i];
  spare = (AKK_FULL_WIDTH - used) / n;
  g_ptr_array_add (heads, g_strdup (akk_report_phrase (report, "report-municipality")));
  for (guint i = 0; i < n; i++) {
    double width = widths[i] + spare;
    columns[i + 1] =
        (AkkSheetColumn) { .x = right + GUTTER, .width = width - GUTTER, .right = TRUE };
    right += width;
    g_ptr_array_add (
        heads, i < self->indicators->len
                   ? akk_report_name (
                         report, ((AkkIndicatorFact *) self->indicators->pdata[i])->indicator, TRUE)
                   : g_strdup (akk_report_phrase (report, "report-figures-in")));
  }
  akk_sheet_table_begin (&table, sheet, columns, n + 1, "", (const char *const *) heads->pdata);
  akk_sheet_table_about (&table, akk_report_phrase (report, "report-stand"));
  table.row_heads = TRUE;
  const guint8 whole = municipalities->len <= WHOLE ? AKK_KEEP_STRONG : AKK_KEEP_NONE;
  sheet->flow->keep = AKK_KEEP_STRONG;
  for (guint i = 0; i < municipalities->len; i++) {
    const AkkParty *party = municipalities->pdata[i];
    g_autofree char *name = akk_party_short_name (report->facts->store, party->record.id);
    add_row (self, &table, name, party);
    sheet->flow->keep = whole;
  }
  add_row (self, &table, akk_report_phrase (report, "report-region"), NULL);
  akk_sheet_table_end (&table);
}

static void
add_stands (AkkReport *self, const GPtrArray *facts)
{
  AkkSheet *sheet = &self->sheet;
  const double in = widest_word (sheet, akk_report_phrase (self, "report-figures-in"));
  double widths[MOST_COLUMNS + 1], used = NAME_WIDTH;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  akk_report_heading (self, akk_report_phrase (self, "report-stand"), "", 2 * AKK_SLOT);
  for (guint i = 0; i < facts->len; i++) {
    AkkIndicatorFact *fact = facts->pdata[i];
    g_autofree char *head = akk_report_name (self, fact->indicator, TRUE);
    double width = MIN (widest_word (sheet, head), AKK_FULL_WIDTH / 3);
    gboolean last = i + 1 == facts->len;

    if (chosen->len == MOST_COLUMNS ||
        (chosen->len > 0 && used + width + (last ? in : 0) > AKK_FULL_WIDTH)) {
      const Stand stand = { self, chosen, FALSE };
      add_stand (&stand, widths);
      sheet->flow->after = AKK_SLOT;
      g_ptr_array_set_size (chosen, 0);
      used = NAME_WIDTH;
    }
    widths[chosen->len] = width;
    used += width;
    g_ptr_array_add (chosen, fact);
  }
  widths[chosen->len] = in;
  const Stand stand = { self, chosen, TRUE };
  add_stand (&stand, widths);
}

/* The first percentage among those that lead the report, else among all. */
static AkkIndicatorFact *
multiple_of (const GPtrArray *facts)
{
  AkkIndicatorFact *found = NULL;

  for (guint i = 0; i < facts->len; i++) {
    AkkIndicatorFact *fact = facts->pdata[i];
    if (fact->indicator->kind != AKK_INDICATOR_PERCENTAGE)
      continue;
    if (fact->indicator->headline)
      return fact;
    if (found == NULL)
      found = fact;
  }
  return found != NULL || facts->len == 0 ? found : facts->pdata[0];
}

static void
add_multiples (AkkReport *self, const AkkIndicatorFact *fact)
{
  const AkkChartOf of = { self->facts->store, self->facts->figures, fact->indicator,
                          self->facts->year, FALSE };
  g_autofree char *source = akk_report_source (self, fact);

  akk_report_chart (self, "", akk_chart_of_multiples (self->sheet.flow->paper, &of, AKK_FULL_WIDTH),
                    source);
}

void
akk_report_add_municipalities (AkkReport *self)
{
  const AkkEvaluationPart *part = akk_report_part (self, AKK_PART_MUNICIPALITIES, 0);
  GPtrArray *municipalities = akk_figures_municipalities (self->facts->figures);
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();

  for (guint i = 0; i < self->facts->indicators->len; i++) {
    AkkIndicatorFact *fact = self->facts->indicators->pdata[i];
    if (fact->indicator->by_municipality &&
        !akk_report_hides (part, "municipalities", fact->indicator->record.id))
      g_ptr_array_add (facts, fact);
  }
  if (municipalities->len == 0)
    return;
  self->sheet.flow->new_page = TRUE;
  akk_report_begin_part (self, "", akk_report_phrase (self, "part-municipalities"));
  akk_report_narrative (self, part);
  if (facts->len == 0) {
    akk_report_nothing (self, "report-no-municipal-figures");
  } else {
    add_multiples (self, multiple_of (facts));
    add_stands (self, facts);
  }
  akk_report_afterword (self, part);
}

/* --- A page for each --- */

static const AkkSheetColumn figure_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 180, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 186, .width = 48, .right = TRUE },
  { .x = AKK_PAGE_LEFT + 240, .width = 54, .right = TRUE },
  { .x = AKK_PAGE_LEFT + 300, .width = 56, .right = TRUE },
  { .x = AKK_PAGE_LEFT + 370, .width = AKK_FULL_WIDTH - 370 },
};

static char *
dash (char *words)
{
  if (*words != '\0')
    return words;
  g_free (words);
  return g_strdup ("–");
}

static void
add_figure (AkkReport *self, AkkSheetTable *table, const AkkIndicatorFact *fact, gint64 party_id)
{
  AkkPhrases *phrases = self->sheet.phrases;
  AkkFigures *figures = self->facts->figures;
  const AkkIndicator *indicator = fact->indicator;
  const int year = self->facts->year;
  AkkFigure own = akk_figures_get (figures, indicator, year, party_id, NULL);
  AkkStanding standing = akk_figures_standing (figures, indicator, year, party_id);
  gint64 value;
  gboolean has_target = akk_figures_target (figures, indicator, year, party_id, &value, NULL, NULL);
  const gboolean unit = indicator->kind != AKK_INDICATOR_NUMBER;
  g_autofree char *label = akk_report_name (self, indicator, FALSE);
  g_autofree char *words = dash (akk_figure_words (phrases, indicator, &own, unit));
  g_autofree char *region = dash (akk_figure_words (phrases, indicator, &fact->figure, unit));
  g_autofree char *target =
      has_target ? akk_indicator_words (phrases, indicator, value, unit) : g_strdup ("–");
  const char *state = own.state < AKK_FIGURE_SUPPRESSED && has_target
                          ? akk_phrases_get (phrases, "evaluation-no-figure")
                      : standing != AKK_STANDING_NONE
                          ? akk_standing_words (phrases, standing, has_target)
                          : "–";
  const char *const cells[] = { label, words, region, target, state };

  akk_sheet_table_add (table, cells);
}

/* What did not fit is said: a page is never silent about it. */
static void
say_left_out (AkkReport *self, const char *key, guint all, guint most)
{
  g_autofree char *count = NULL, *words = NULL;

  if (all <= most)
    return;
  count = g_strdup_printf ("%u", all - most);
  words = akk_phrases_format (self->sheet.phrases, key, "count", count, NULL);
  akk_sheet_remark (&self->sheet, words, 0.5 * AKK_SLOT);
}

static void
add_figures (AkkReport *self, const GPtrArray *facts, gint64 party_id, const char *name)
{
  const char *const heads[] = { akk_report_phrase (self, "report-indicator"), name,
                                akk_report_phrase (self, "report-region"),
                                akk_report_phrase (self, "report-target"),
                                akk_report_phrase (self, "report-standing") };
  static const guint most[AKK_REPORT_MOST_BREVITY + 1] = { G_MAXUINT, G_MAXUINT, 12, 10, 8, 6 };
  AkkSheetTable table;

  if (facts->len == 0) {
    akk_report_nothing (self, "report-no-municipal-figures");
    return;
  }
  akk_report_heading (self, akk_report_phrase (self, "report-figures"), "", 1.5 * AKK_SLOT);
  akk_sheet_table_begin (&table, &self->sheet, figure_columns, G_N_ELEMENTS (figure_columns), "",
                         heads);
  akk_sheet_table_about (&table, name);
  table.row_heads = TRUE;
  for (guint i = 0; i < MIN (facts->len, most[self->brevity]); i++)
    add_figure (self, &table, facts->pdata[i], party_id);
  akk_sheet_table_end (&table);
  say_left_out (self, "report-more-figures", facts->len, most[self->brevity]);
}

static void
add_own_actions (AkkReport *self, gint64 party_id, const char *name)
{
  static const guint most[AKK_REPORT_MOST_BREVITY + 1] = { G_MAXUINT, G_MAXUINT, 12, 8, 5, 3 };
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  guint all = 0;

  for (guint i = 0; i < self->facts->priorities->len; i++) {
    const AkkPriorityFact *priority = self->facts->priorities->pdata[i];
    for (guint j = 0; j < priority->actions->len; j++) {
      AkkActionFact *fact = priority->actions->pdata[j];
      if (fact->action->kind == AKK_ACTION_MUNICIPALITY &&
          fact->action->municipality_id == party_id && all++ < most[self->brevity])
        g_ptr_array_add (own, fact);
    }
  }
  akk_report_heading (self, akk_report_phrase (self, "report-own-actions"), "", 2 * AKK_SLOT);
  if (own->len > 0)
    akk_report_action_table (self, own, name);
  else
    akk_sheet_line (&self->sheet, akk_report_phrase (self, "report-no-own-actions"),
                    AKK_LOOK_CAPTION, AKK_PAGE_LEFT, 0, "P");
  say_left_out (self, "report-more-actions", all, most[self->brevity]);
}

/* "Vertegenwoordigd op 4 van de 5 vergaderingen." */
static void
add_presence (AkkReport *self, gint64 party_id)
{
  for (guint i = 0; i < self->facts->presences->len; i++) {
    const AkkPresenceFact *it = self->facts->presences->pdata[i];
    g_autofree char *count = g_strdup_printf ("%u", it->represented);
    g_autofree char *all = g_strdup_printf ("%u", it->meetings);
    g_autofree char *words = NULL;

    if (it->party->record.id != party_id)
      continue;
    words = akk_phrases_format (self->sheet.phrases, "report-present-at", "count", count, "all",
                                all, NULL);
    akk_report_heading (self, akk_report_phrase (self, "part-meetings"), "", 2 * AKK_SLOT);
    akk_sheet_line (&self->sheet, words, AKK_LOOK_CAPTION, AKK_PAGE_LEFT, 0, "P");
  }
}

/* Those that lead the report first. */
static GPtrArray *
charts_of (AkkReport *self, const GPtrArray *facts, gint64 party_id)
{
  static const guint most[AKK_REPORT_MOST_BREVITY + 1] = { 4, 2, 2, 2, 2, 0 };
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < facts->len && chosen->len < most[self->brevity]; i++) {
      AkkIndicatorFact *fact = facts->pdata[i];
      AkkFigure figure = akk_figures_get (self->facts->figures, fact->indicator, self->facts->year,
                                          party_id, NULL);
      if (fact->indicator->headline == (pass == 0) && figure.state >= AKK_FIGURE_SUPPRESSED)
        g_ptr_array_add (chosen, fact);
    }
  return chosen;
}

static void
add_page (AkkReport *self, const AkkParty *party)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  g_autofree char *name = akk_party_short_name (self->facts->store, party->record.id);
  g_autofree char *year = g_strdup_printf ("%d", self->facts->year);
  g_autofree char *eyebrow =
      akk_phrases_format (sheet->phrases, "report-eyebrow", "year", year, NULL);
  g_autofree char *upper = akk_phrases_upper (eyebrow);
  const char *agreement = *sheet->agreement->short_title != '\0' ? sheet->agreement->short_title
                                                                 : sheet->agreement->title;
  g_autoptr (GPtrArray) facts = g_ptr_array_new (), charts = NULL;

  for (guint i = 0; i < self->facts->indicators->len; i++) {
    AkkIndicatorFact *fact = self->facts->indicators->pdata[i];
    if (fact->indicator->by_municipality)
      g_ptr_array_add (facts, fact);
  }
  charts = charts_of (self, facts, party->record.id);
  flow->part = g_string_chunk_insert_const (flow->strings, name);
  akk_sheet_head (sheet, upper, name, agreement);
  add_figures (self, facts, party->record.id, name);
  akk_report_lines (self, charts, party->record.id);
  add_own_actions (self, party->record.id, name);
  add_presence (self, party->record.id);
}

void
akk_report_add_municipality_pages (AkkReport *self)
{
  GPtrArray *municipalities = akk_figures_municipalities (self->facts->figures);
  gboolean first = TRUE;

  for (guint i = 0; i < municipalities->len; i++) {
    const AkkParty *party = municipalities->pdata[i];
    if (self->wanted->party_id != 0 && party->record.id != self->wanted->party_id)
      continue;
    first = FALSE;
    akk_report_begin_page (self);
    add_page (self, party);
    akk_report_end_page (self);
  }
  if (first)
    akk_report_nothing (self, "report-no-municipalities");
}
