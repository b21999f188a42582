/* Charts in a printed evaluation report, each with its source and what must be said under it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/evaluation-internal.h"

#define CHART_ABOVE 15.0
#define NOTE_ABOVE 3.75
#define HEAD_DROP 3.0 /* of the key of a chart, so that it stands on the line of the heading */

/* --- Sources --- */

char *
akk_report_source (AkkReport *self, const AkkIndicatorFact *fact)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *date = akk_phrases_date (phrases, fact->received_on);
  g_autofree char *shown = akk_report_shown (self, fact->source);

  if (*shown == '\0')
    return g_strdup (akk_report_phrase (self, "report-no-source"));
  return *date != '\0' ? akk_phrases_format (phrases, "report-source-dated", "source", shown,
                                             "date", date, NULL)
                       : akk_phrases_format (phrases, "report-source", "source", shown, NULL);
}

/* "Open getekend: voorlopig cijfer (2024). Bron: VDAB." */
static char *
under (const AkkChart *chart, const char *source)
{
  const char *note = akk_chart_note (chart);

  return g_strconcat (note, *note != '\0' && *source != '\0' ? " " : "", source, NULL);
}

/* --- Over the full width --- */

void
akk_report_chart (AkkReport *self, const char *title, AkkChart *chart, const char *source)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  const double lead = akk_chart_lead (chart);
  g_autofree char *note = under (chart, source);
  double width, height, y = 0;

  akk_chart_size (chart, &width, &height);
  if (*title != '\0' && lead > 0) {
    guint heading = akk_flow_node (flow, AKK_NO_NODE, self->entries->len > 0 ? "H3" : "H2");
    AkkSet *words = akk_sheet_set (sheet, title, AKK_LOOK_ARTICLE, AKK_FULL_WIDTH);
    y = HEAD_DROP + (words->n_lines - 1) * (double) words->leading;
    akk_flow_row (flow, 2 * AKK_SLOT, height + y, AKK_NO_LINE)->flags |= AKK_ROW_HEADING;
    akk_flow_node_at (flow, heading)->title = g_string_chunk_insert (flow->strings, title);
    akk_sheet_put (sheet, words, AKK_PAGE_LEFT, 0, FALSE, heading);
  } else {
    if (*title != '\0')
      akk_report_heading (self, title, "", 2 * AKK_SLOT);
    akk_flow_row (flow, *title != '\0' ? 0 : CHART_ABOVE, height, AKK_NO_LINE);
  }
  akk_flow_chart (flow, chart, AKK_PAGE_LEFT, y, AKK_NO_NODE);
  if (*note == '\0')
    return;
  flow->keep = AKK_KEEP_STRONG;
  akk_sheet_line (sheet, note, AKK_LOOK_NOTE, AKK_PAGE_LEFT, NOTE_ABOVE, "P");
}

/* --- Two per row --- */

static gboolean
has_figures (AkkReport *self, const AkkIndicator *indicator)
{
  int first, last;

  return akk_figures_years (self->facts->figures, indicator, &first, &last) &&
         first <= self->facts->year;
}

static void
put_note (AkkReport *self, const char *text, double x, double width)
{
  AkkSheet *sheet = &self->sheet;

  akk_sheet_put (sheet, akk_sheet_set (sheet, text, AKK_LOOK_NOTE, width), x, 0, FALSE,
                 akk_flow_node (sheet->flow, AKK_NO_NODE, "P"));
}

/* One note where both say the same. */
static void
add_notes (AkkReport *self, char *const *notes, guint n)
{
  AkkSheet *sheet = &self->sheet;
  gboolean same = n == 2 && g_str_equal (notes[0], notes[1]);
  double most = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkSet) set =
        akk_sheet_set (sheet, notes[i], AKK_LOOK_NOTE, same ? AKK_FULL_WIDTH : AKK_REPORT_HALF);
    most = MAX (most, set->n_lines * (double) set->leading);
  }
  sheet->flow->keep = AKK_KEEP_STRONG;
  akk_flow_row (sheet->flow, NOTE_ABOVE, most, AKK_NO_LINE);
  if (same)
    put_note (self, notes[0], AKK_PAGE_LEFT, AKK_FULL_WIDTH);
  for (guint i = 0; !same && i < n; i++)
    put_note (self, notes[i], i == 0 ? AKK_PAGE_LEFT : AKK_REPORT_SECOND, AKK_REPORT_HALF);
}

static AkkChart *
line_chart (AkkReport *self, const AkkIndicator *indicator, gint64 party_id)
{
  const AkkChartOf of = { self->facts->store, self->facts->figures, indicator, self->facts->year,
                          FALSE };
  char *key =
      g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, indicator->record.id, party_id);
  AkkChart *chart = g_hash_table_lookup (self->charts, key);

  if (chart != NULL) {
    g_free (key);
    return akk_chart_ref (chart);
  }
  chart = akk_chart_of_years (self->sheet.flow->paper, &of, party_id, NULL, AKK_REPORT_HALF);
  g_hash_table_insert (self->charts, key, akk_chart_ref (chart));
  return chart;
}

static void
add_pair (AkkReport *self, AkkIndicatorFact *const *facts, guint n, gint64 party_id)
{
  AkkFlow *flow = self->sheet.flow;
  AkkChart *charts[2] = { NULL };
  char *notes[2] = { NULL };
  double most = 0;

  for (guint i = 0; i < n; i++) {
    g_autofree char *source = akk_report_source (self, facts[i]);
    double width, height;
    charts[i] = line_chart (self, facts[i]->indicator, party_id);
    notes[i] = under (charts[i], source);
    akk_chart_size (charts[i], &width, &height);
    most = MAX (most, height);
  }
  akk_flow_row (flow, CHART_ABOVE, most, AKK_NO_LINE);
  for (guint i = 0; i < n; i++)
    akk_flow_chart (flow, charts[i], i == 0 ? AKK_PAGE_LEFT : AKK_REPORT_SECOND, 0, AKK_NO_NODE);
  add_notes (self, notes, n);
  for (guint i = 0; i < n; i++)
    g_free (notes[i]);
}

void
akk_report_lines (AkkReport *self, const GPtrArray *facts, gint64 party_id)
{
  AkkIndicatorFact *pair[2];
  guint n = 0;

  for (guint i = 0; i < facts->len; i++) {
    if (has_figures (self, ((AkkIndicatorFact *) facts->pdata[i])->indicator))
      pair[n++] = facts->pdata[i];
    if (n == 2 || (n == 1 && i + 1 == facts->len)) {
      add_pair (self, pair, n, party_id);
      n = 0;
    }
  }
}

void
akk_report_target_groups (AkkReport *self, const GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++) {
    const AkkIndicatorFact *fact = facts->pdata[i];
    const AkkChartOf of = { self->facts->store, self->facts->figures, fact->indicator,
                            self->facts->year, TRUE };
    g_autofree char *title = NULL, *source = NULL;

    if (!fact->indicator->by_target_group || !has_figures (self, fact->indicator) ||
        akk_figures_target_groups (self->facts->figures, fact->indicator)->len == 0)
      continue;
    title = akk_phrases_format (self->sheet.phrases, "report-per-group", "name",
                                fact->indicator->name, NULL);
    source = akk_report_source (self, fact);
    akk_report_chart (self, title,
                      akk_chart_of_target_groups (self->sheet.flow->paper, &of, AKK_FULL_WIDTH),
                      source);
  }
}
