/* The first page of an evaluation report: what the year brought, and what is asked; and the second
 * page of the short edition.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "print/evaluation-internal.h"

#define N_COLUMNS 4
#define GUTTER 15.0
#define COLUMN ((AKK_FULL_WIDTH - (N_COLUMNS - 1) * GUTTER) / N_COLUMNS)
#define RULE 0.9
#define MOST_BRIEF 3 /* of each list, where brevity asks for it */

typedef struct {
  char *value, *label, *context;
} KeyFigure;

static void
key_figure_clear (gpointer data)
{
  KeyFigure *self = data;

  g_free (self->value);
  g_free (self->label);
  g_free (self->context);
}

/* --- The title --- */

/* "Samenwerkingsovereenkomst Scheldeland 2021–2025 · Ontwerp". */
static char *
name_words (AkkReport *self)
{
  const AkkAgreement *agreement = self->sheet.agreement;
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  const char *state = self->discretion != NULL      ? akk_report_phrase (self, "plan-public")
                      : self->wanted->stamp == NULL ? akk_report_phrase (self, "draft")
                                                    : "";

  return g_strconcat (name, *state != '\0' ? " · " : "", state, NULL);
}

static void
add_title (AkkReport *self)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  g_autofree char *year = g_strdup_printf ("%d", self->facts->year);
  g_autofree char *eyebrow =
      akk_phrases_format (sheet->phrases, "report-eyebrow", "year", year, NULL);
  g_autofree char *upper = akk_phrases_upper (eyebrow);
  const AkkAgreement *agreement = sheet->agreement;
  const char *title = *agreement->motto != '\0' ? agreement->motto : agreement->title;
  g_autofree char *of = name_words (self);

  akk_flow_row (flow, 0, 33.75, AKK_NO_LINE);
  akk_flow_fill (flow, AKK_PAGE_LEFT, 2.7, 42.5, 3.4, AKK_FILL_ACCENT);
  flow->keep = AKK_KEEP_STRONG;
  akk_sheet_line (sheet, upper, AKK_LOOK_EYEBROW, AKK_PAGE_LEFT, 0, "P");
  flow->keep = AKK_KEEP_STRONG;
  akk_sheet_line (sheet, title, AKK_LOOK_REPORT_TITLE, AKK_PAGE_LEFT, 3.75, "H1");
  akk_sheet_line (sheet, of, AKK_LOOK_DRAFT, AKK_PAGE_LEFT, 1, "P");
  flow->keep = AKK_KEEP_STRONG;
}

/* --- Key figures --- */

/* What is counted stands in the name. */
static gboolean
says_unit (const AkkIndicator *indicator)
{
  return indicator->kind != AKK_INDICATOR_NUMBER;
}

static void
add_context (AkkReport *self,
             GString *context,
             const char *key,
             const AkkIndicator *indicator,
             gint64 value,
             int year)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *words = akk_indicator_words (phrases, indicator, value, says_unit (indicator));
  g_autofree char *when = g_strdup_printf ("%d", year);
  g_autofree char *line = akk_phrases_format (phrases, key, "value", words, "year", when, NULL);

  g_string_append_printf (context, "%s%s", context->len > 0 ? "\u2028" : "", line);
}

static void
add_indicator (AkkReport *self, GArray *figures, const AkkIndicatorFact *fact)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const AkkIndicator *indicator = fact->indicator;
  g_autoptr (GString) context = g_string_new (NULL);
  KeyFigure figure = { akk_figure_words (phrases, indicator, &fact->figure, says_unit (indicator)),
                       g_strdup (indicator->name), NULL };

  if (*figure.value == '\0')
    g_set_str (&figure.value, "–");
  if (indicator->baseline_on != AKK_NO_DATE) {
    int year;
    akk_date_to_ymd (indicator->baseline_on, &year, NULL, NULL);
    add_context (self, context, "report-baseline-in", indicator, indicator->baseline, year);
  }
  if (fact->has_target)
    add_context (self, context, "report-target-in", indicator, fact->target, fact->target_year);
  figure.context = g_string_free_and_steal (g_steal_pointer (&context));
  g_array_append_val (figures, figure);
}

static char *
of_all (AkkReport *self, gint64 count, gint64 all)
{
  g_autofree char *one = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  g_autofree char *other = g_strdup_printf ("%" G_GINT64_FORMAT, all);

  return akk_phrases_format (self->sheet.phrases, "evaluation-of", "count", one, "all", other,
                             NULL);
}

/* "7 lopend, 2 niet gestart, 2 stopgezet". */
static char *
rest_words (AkkReport *self)
{
  const AkkActionCounts *counts = &self->facts->counts;
  const struct {
    const char *key;
    guint n;
  } rest[] = { { "report-busy", counts->busy },
               { "report-to-start", counts->to_start },
               { "report-adjusted", counts->adjusted },
               { "report-carried", counts->carried },
               { "report-stopped", counts->stopped } };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rest); i++) {
    g_autofree char *count = g_strdup_printf ("%u", rest[i].n);
    g_autofree char *part = NULL;
    if (rest[i].n == 0)
      continue;
    part = akk_phrases_format (self->sheet.phrases, rest[i].key, "count", count, NULL);
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", part);
  }
  return g_string_free_and_steal (words);
}

/* "gehouden; gemiddeld 9 van de 10 partijen aanwezig", to the tenth. */
static char *
presence_words (AkkReport *self)
{
  AkkPhrases *phrases = self->sheet.phrases;
  guint meetings = 0, seats = 0, represented = 0;
  g_autofree char *mean = NULL, *all = NULL;

  for (guint i = 0; i < self->facts->bodies->len; i++) {
    const AkkBodyFact *body = self->facts->bodies->pdata[i];
    for (guint j = 0; j < body->meetings->len; j++) {
      const AkkMeetingFact *meeting = body->meetings->pdata[j];
      meetings++;
      seats += meeting->n_parties;
      represented += meeting->n_represented;
    }
  }
  if (seats == 0)
    return g_strdup (akk_phrases_get (phrases, "report-held-context"));
  mean = akk_phrases_decimal (phrases, (gint64) represented * AKK_DECIMAL / meetings,
                              represented % meetings == 0 ? 0 : 1);
  all = akk_phrases_decimal (phrases, (gint64) seats * AKK_DECIMAL / meetings,
                             seats % meetings == 0 ? 0 : 1);
  return akk_phrases_format (phrases, "report-presence", "represented", mean, "parties", all, NULL);
}

static GArray *
key_figures (AkkReport *self, const AkkEvaluationPart *part)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (KeyFigure));
  const AkkEvaluationFacts *facts = self->facts;
  gint64 held, required;

  g_array_set_clear_func (figures, key_figure_clear);
  for (guint i = 0; i < facts->indicators->len; i++) {
    const AkkIndicatorFact *fact = facts->indicators->pdata[i];
    if (fact->indicator->headline &&
        !akk_report_hides (part, "indicator", fact->indicator->record.id))
      add_indicator (self, figures, fact);
  }
  if (!akk_report_hides (part, "actions", 0)) {
    KeyFigure figure = { of_all (self, facts->counts.done, facts->counts.planned),
                         g_strdup (akk_report_phrase (self, "evaluation-actions-done")),
                         rest_words (self) };
    g_array_append_val (figures, figure);
  }
  akk_evaluation_facts_meetings (facts, &held, &required);
  if (!akk_report_hides (part, "meetings", 0)) {
    KeyFigure figure = { of_all (self, held, required),
                         g_strdup (akk_report_phrase (self, "report-meetings")),
                         presence_words (self) };
    g_array_append_val (figures, figure);
  }
  return figures;
}

/* A figure that is too wide for its column is set smaller. */
static AkkSet *
set_value (AkkSheet *sheet, const char *value)
{
  AkkSet *set = akk_sheet_set (sheet, value, AKK_LOOK_KEY_FIGURE, AKK_FULL_WIDTH);

  if (set->width <= COLUMN && set->n_lines == 1)
    return set;
  akk_set_unref (set);
  return akk_sheet_set (sheet, value, AKK_LOOK_PART, COLUMN);
}

static double
put_figure (AkkReport *self, const KeyFigure *figure, double x)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  guint node = akk_flow_node (flow, AKK_NO_NODE, "P");
  AkkSet *value = set_value (sheet, figure->value);
  double y = 6;

  akk_flow_fill (flow, x, 0, COLUMN, RULE, AKK_FILL_BLACK);
  y += akk_sheet_put (sheet, value, x, y, FALSE, node) + 2;
  y += akk_sheet_put (sheet, akk_sheet_set (sheet, figure->label, AKK_LOOK_NAME, COLUMN), x, y,
                      FALSE, node);
  if (*figure->context != '\0')
    y += akk_sheet_put (sheet, akk_sheet_set (sheet, figure->context, AKK_LOOK_CHART, COLUMN), x,
                        y + 1, FALSE, node) +
         1;
  return y;
}

static void
add_key_figures (AkkReport *self, const AkkEvaluationPart *part)
{
  AkkFlow *flow = self->sheet.flow;
  g_autoptr (GArray) figures = key_figures (self, part);
  guint n = self->brevity > 1 ? MIN (figures->len, N_COLUMNS) : figures->len;

  for (guint i = 0; i < n; i += N_COLUMNS) {
    guint row = flow->rows->len;
    double most = 0;
    akk_flow_row (flow, i == 0 ? 22.5 : AKK_SLOT, AKK_SLOT, AKK_NO_LINE);
    for (guint j = i; j < MIN (i + N_COLUMNS, n); j++) {
      double height = put_figure (self, &g_array_index (figures, KeyFigure, j),
                                  AKK_PAGE_LEFT + (j - i) * (COLUMN + GUTTER));
      most = MAX (most, height);
    }
    g_array_index (flow->rows, AkkRow, row).height = (float) most;
  }
}

/* --- The page --- */

static void
add_actions (AkkReport *self)
{
  g_autofree char *year = g_strdup_printf ("%d", self->facts->year);
  g_autofree char *note =
      akk_phrases_format (self->sheet.phrases, "report-squares", "year", year, NULL);

  if (self->facts->counts.planned == 0)
    return;
  akk_report_chart (
      self, akk_report_phrase (self, "chart-actions"),
      akk_chart_of_actions (self->sheet.flow->paper, self->facts, TRUE, AKK_FULL_WIDTH), note);
}

static void
add_meetings (AkkReport *self)
{
  if (self->facts->bodies->len == 0)
    return;
  akk_report_chart (
      self, akk_report_phrase (self, "chart-meetings"),
      akk_chart_of_meetings (self->sheet.flow->paper, self->facts, TRUE, AKK_FULL_WIDTH),
      akk_report_phrase (self, "report-strip"));
}

/* The conclusions of a kind, as they are printed. */
static GPtrArray *
conclusions_of (AkkReport *self, AkkConclusionKind kind)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->conclusions->len; i++) {
    const AkkConclusion *it = self->conclusions->pdata[i];
    if (it->kind == (gint64) kind && (self->brevity < 3 || texts->len < MOST_BRIEF))
      g_ptr_array_add (texts, akk_report_brief (self, it->text));
  }
  return texts;
}

static void
add_requests (AkkReport *self)
{
  AkkFlow *flow = self->sheet.flow;
  g_autoptr (GPtrArray) requests = conclusions_of (self, AKK_CONCLUSION_REQUEST);

  if (requests->len == 0)
    return;
  akk_report_heading (self, akk_report_phrase (self, "report-requests"), "", 2 * AKK_SLOT);
  /* It may stand low on the page, for nothing but its list follows. */
  g_array_index (flow->rows, AkkRow, flow->rows->len - 1).flags &= (guint8) ~AKK_ROW_HEADING;
  akk_report_list (self, requests, AKK_PAGE_LEFT);
}

void
akk_report_add_summary (AkkReport *self)
{
  const AkkEvaluationPart *part = akk_report_part (self, AKK_PART_SUMMARY, 0);

  add_title (self);
  akk_report_lead (self, part);
  add_key_figures (self, part);
  add_actions (self);
  if (self->brevity < 4)
    add_meetings (self);
  add_requests (self);
}

/* --- Adjustments, and the second page of the short edition --- */

/* "Zoek een gezamenlijke aanpak. (wordt actie A12)" */
static char *
adjustment_words (AkkReport *self, const AkkConclusion *it)
{
  g_autofree char *text = akk_report_brief (self, it->text);
  g_autoptr (AkkAction) action =
      it->action_id != 0 ? akk_store_get (self->facts->store, &akk_action_record, it->action_id)
                         : NULL;
  g_autofree char *became = NULL;

  if (action == NULL || *action->number == '\0')
    return g_steal_pointer (&text);
  became =
      akk_phrases_format (self->sheet.phrases, "report-became", "number", action->number, NULL);
  return g_strdup_printf ("%s (%s)", text, became);
}

void
akk_report_adjustments (AkkReport *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *year = g_strdup_printf ("%d", self->facts->year + 1);
  g_autofree char *title =
      akk_phrases_format (self->sheet.phrases, "report-adjustments", "year", year, NULL);

  for (guint i = 0; i < self->conclusions->len; i++) {
    const AkkConclusion *it = self->conclusions->pdata[i];
    if (it->kind == AKK_CONCLUSION_ADJUSTMENT && (self->brevity < 3 || texts->len < MOST_BRIEF))
      g_ptr_array_add (texts, adjustment_words (self, it));
  }
  if (texts->len == 0)
    return;
  akk_sheet_line (&self->sheet, title, AKK_LOOK_UNNUMBERED, AKK_TEXT_LEFT, 22.5, "H3");
  akk_report_list (self, texts, AKK_TEXT_LEFT);
}

/* Fewer where brevity asks for it: those that lead a report first. */
static GPtrArray *
chosen_indicators (AkkReport *self)
{
  static const guint most[AKK_REPORT_MOST_BREVITY + 1] = { G_MAXUINT, G_MAXUINT, 24, 16, 10, 6 };
  GPtrArray *chosen = g_ptr_array_new ();
  const GPtrArray *all = self->facts->indicators;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < all->len; i++) {
      AkkIndicatorFact *fact = all->pdata[i];
      if (fact->indicator->headline == (pass == 0) && chosen->len < most[self->brevity])
        g_ptr_array_add (chosen, fact);
    }
  return chosen;
}

void
akk_report_add_second_page (AkkReport *self)
{
  g_autoptr (GPtrArray) indicators = chosen_indicators (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  self->sheet.flow->part = g_string_chunk_insert_const (self->sheet.flow->strings,
                                                        akk_report_phrase (self, "part-summary"));
  akk_report_heading (self, akk_report_phrase (self, "part-indicators"), "", 0);
  if (indicators->len == 0)
    akk_report_nothing (self, "report-no-indicators");
  else
    akk_report_indicator_table (self, indicators);
  for (guint i = 0; i < indicators->len && lines->len < 2; i++)
    g_ptr_array_add (lines, indicators->pdata[i]);
  if (self->brevity == 0)
    akk_report_lines (self, lines, 0);
  akk_report_adjustments (self);
}
