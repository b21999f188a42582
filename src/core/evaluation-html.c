/* The public edition of an evaluation report as one web page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation-html.h"

#include "core/control-code.h"
#include "core/dossier.h"
#include "core/evaluation-html-private.h"
#include "core/evaluations.h"
#include "core/tags.h"

/* Contrast of every pair at least 4.5 : 1 (WCAG 2.1 AA), light and dark. */
static const char style[] =
    ":root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--accent:#17415e;--line:#788b98}\n"
    "@media (prefers-color-scheme:dark)"
    "{:root{--ink:#ececec;--paper:#16191c;--accent:#9cc8e6;--line:#7f8f9b}}\n"
    "body{margin:0 auto;padding:1.5rem;max-width:60rem;background:var(--paper);color:var(--ink);"
    "font:1rem/1.5 \"Source Sans 3\",\"Source Sans Pro\",system-ui,sans-serif}\n"
    "h1,h2,h3{color:var(--accent);line-height:1.25}\n"
    "h1{margin:0 0 .25rem;font-size:1.9rem}\n"
    "h2{margin:2.5rem 0 .5rem;font-size:1.4rem}\n"
    "h3{margin:1.75rem 0 .25rem;font-size:1.1rem}\n"
    "p{margin:.4rem 0}\n"
    ".words{max-width:42rem}\n"
    ".note{font-size:.9rem}\n"
    ".table{overflow-x:auto}\n"
    "table{width:100%;margin-top:.75rem;border-collapse:collapse}\n"
    "caption{text-align:left;padding-bottom:.25rem;font-weight:600}\n"
    "th,td{padding:.35rem .75rem .35rem 0;vertical-align:top;text-align:left;"
    "border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums}\n"
    "thead th{font-size:.9rem;border-bottom-width:2px}\n"
    "tbody th{font-weight:400}\n"
    ".total th,.total td{font-weight:600;border-top:2px solid var(--line)}\n"
    "svg{display:block;width:100%;max-width:34rem;margin-top:.5rem}\n"
    "svg text{fill:var(--ink);font-size:12px}\n"
    "svg .line{fill:none;stroke:var(--accent);stroke-width:2}\n"
    "svg circle{fill:var(--accent)}\n"
    "svg .level{stroke:var(--ink);stroke-width:1}\n"
    /* A fact with its remark fits a telephone; the figures of years go sideways. */
    "@media (max-width:30em){body{padding:1rem}th,td{padding-right:.5rem;font-size:.9rem}"
    "th:first-child:nth-last-child(3){min-width:9rem}th:first-child:nth-last-child(3),"
    "td:nth-child(3):last-child{overflow-wrap:anywhere;hyphens:auto}}\n"
    "@media print{:root{--ink:#000;--paper:#fff;--accent:#17415e;--line:#788b98}"
    "body{padding:0;max-width:none;font-size:9.5pt}tr,svg{break-inside:avoid}"
    "h2,h3{break-after:avoid}thead{display:table-header-group}@page{size:A4;margin:18mm}}\n";

/* --- Elements --- */

void
akk_evaluation_page_text (AkkEvaluationPage *self, const char *text)
{
  g_autofree char *shown = akk_discretion_hide (self->discretion, text);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);

  g_string_append (self->out, escaped);
}

void
akk_evaluation_page_element (AkkEvaluationPage *self, const char *name, const char *text)
{
  if (*text == '\0')
    return;
  g_string_append_printf (self->out, "<%s>", name);
  akk_evaluation_page_text (self, text);
  g_string_append_printf (self->out, "</%s>\n", name);
}

void
akk_evaluation_page_begin_table (AkkEvaluationPage *self,
                                 const char *caption,
                                 const char *const *heads)
{
  g_string_append (self->out, "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"");
  akk_evaluation_page_text (self, caption);
  g_string_append (self->out, "\">\n<table>\n");
  akk_evaluation_page_element (self, "caption", caption);
  g_string_append (self->out, "<thead><tr>");
  for (guint i = 0; heads[i] != NULL; i++) {
    g_string_append (self->out, "<th scope=\"col\">");
    akk_evaluation_page_text (self, heads[i]);
    g_string_append (self->out, "</th>");
  }
  g_string_append (self->out, "</tr></thead>\n<tbody>\n");
}

void
akk_evaluation_page_row (AkkEvaluationPage *self, const char *class, const char *const *cells)
{
  g_string_append_printf (self->out, "<tr%s%s%s>", class != NULL ? " class=\"" : "",
                          class != NULL ? class : "", class != NULL ? "\"" : "");
  for (guint i = 0; cells[i] != NULL; i++) {
    g_string_append (self->out, i == 0 ? "<th scope=\"row\">" : "<td>");
    akk_evaluation_page_text (self, cells[i]);
    g_string_append (self->out, i == 0 ? "</th>" : "</td>");
  }
  g_string_append (self->out, "</tr>\n");
}

void
akk_evaluation_page_end_table (AkkEvaluationPage *self)
{
  g_string_append (self->out, "</tbody>\n</table>\n</div>\n");
}

static const char *
phrase (AkkEvaluationPage *self, const char *key)
{
  return akk_phrases_get (self->phrases, key);
}

/* --- Parts --- */

/* What a fact is, beside what the line of it says. */
static char *
remark (AkkEvaluationPage *self, const AkkFact *fact)
{
  g_autoptr (AkkSignal) signal =
      fact->type == &akk_signal_record
          ? akk_store_get (self->facts->store, &akk_signal_record, fact->record)
          : NULL;

  if (signal == NULL || *signal->answer == '\0')
    return g_strdup (fact->detail);
  return g_strdup_printf ("%s. %s", fact->detail, signal->answer);
}

/* The facts that are not hidden: a row each. */
static void
add_lines (AkkEvaluationPage *self, const AkkEvaluationPart *part, const char *title)
{
  const char *const heads[] = { phrase (self, "report-fact"), phrase (self, "chart-value"),
                                phrase (self, "chart-remark"), NULL };
  g_autoptr (GPtrArray) lines = akk_evaluation_lines (self->facts, self->phrases, part->kind,
                                                      part->priority_id, part->hidden);
  gboolean begun = FALSE;

  for (guint i = 0; i < lines->len; i++) {
    const AkkFact *fact = lines->pdata[i];
    g_autofree char *detail = remark (self, fact);
    const char *const cells[] = { fact->label, fact->value, detail, NULL };
    if (fact->hidden)
      continue;
    if (!begun)
      akk_evaluation_page_begin_table (self, title, heads);
    begun = TRUE;
    akk_evaluation_page_row (self, NULL, cells);
  }
  if (begun)
    akk_evaluation_page_end_table (self);
}

static void
add_conclusions (AkkEvaluationPage *self,
                 GPtrArray *conclusions,
                 AkkConclusionKind kind,
                 const char *title)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < conclusions->len; i++) {
    const AkkConclusion *it = conclusions->pdata[i];
    if (it->kind != (gint64) kind)
      continue;
    if (!begun) {
      akk_evaluation_page_element (self, "h3", title);
      g_string_append (self->out, "<ol>\n");
    }
    begun = TRUE;
    akk_evaluation_page_element (self, "li", it->text);
  }
  if (begun)
    g_string_append (self->out, "</ol>\n");
}

static void
add_indicators (AkkEvaluationPage *self, const AkkEvaluationPart *part)
{
  for (guint i = 0; i < self->facts->indicators->len; i++) {
    const AkkIndicatorFact *fact = self->facts->indicators->pdata[i];
    g_autofree char *key =
        g_strdup_printf ("indicator-%" G_GINT64_FORMAT, fact->indicator->record.id);
    if (!akk_tags_contain (part->hidden, key))
      akk_evaluation_page_indicator (self, fact);
  }
}

static void
add_part (AkkEvaluationPage *self, const AkkEvaluationPart *part, GPtrArray *conclusions)
{
  g_autofree char *heading =
      akk_evaluation_heading (self->facts, self->phrases, part->kind, part->priority_id);
  g_autofree char *title = akk_phrases_sentence (heading);

  if (part->kind == AKK_PART_TABLES ||
      (part->kind == AKK_PART_LEARNING && *part->narrative == '\0'))
    return;
  g_string_append (self->out, "<section>\n");
  akk_evaluation_page_element (self, "h2", title);
  if (*part->narrative != '\0') {
    g_string_append (self->out, "<div class=\"words\">\n");
    akk_evaluation_page_narrative (self, part->narrative);
    g_string_append (self->out, "</div>\n");
  }
  add_lines (self, part, title);
  if (part->kind == AKK_PART_SUMMARY)
    add_conclusions (self, conclusions, AKK_CONCLUSION_REQUEST, phrase (self, "report-requests"));
  if (part->kind == AKK_PART_INDICATORS)
    add_indicators (self, part);
  if (part->kind == AKK_PART_CONCLUSIONS) {
    g_autofree char *next = g_strdup_printf ("%d", self->facts->year + 1);
    g_autofree char *adjustments =
        akk_phrases_format (self->phrases, "report-adjustments", "year", next, NULL);
    add_conclusions (self, conclusions, AKK_CONCLUSION_ADJUSTMENT, adjustments);
  }
  g_string_append (self->out, "</section>\n");
}

/* --- The page --- */

/* "Versie 1 · 3 december 2024 · ABCD-…", "Ontwerp · 17 november 2025". */
static char *
state_words (AkkEvaluationPage *self, const AkkEvaluation *evaluation)
{
  g_autoptr (AkkVersion) version =
      evaluation != NULL ? akk_evaluation_version (self->facts->store, evaluation) : NULL;
  g_autofree char *date = akk_phrases_date (self->phrases, self->facts->day);
  g_autofree char *number = NULL, *code = NULL, *words = NULL;

  if (version == NULL || !akk_evaluation_adopted (evaluation))
    return akk_phrases_format (self->phrases, "draft-of", "date", date, NULL);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, version->number);
  code = akk_control_code_format (version->code);
  words =
      akk_phrases_format (self->phrases, "report-version", "number", number, "date", date, NULL);
  return g_strdup_printf ("%s · %s", words, code);
}

static void
add_head (AkkEvaluationPage *self, const AkkEvaluation *evaluation)
{
  const AkkAgreement *agreement = self->facts->agreement;
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  g_autofree char *year = g_strdup_printf ("%d", self->facts->year);
  g_autofree char *title =
      akk_phrases_format (self->phrases, "evaluation-title", "year", year, NULL);
  g_autofree char *whole = g_strdup_printf ("%s – %s", title, name);
  g_autofree char *state = state_words (self, evaluation);

  g_string_append (self->out, "<!DOCTYPE html>\n<html lang=\"");
  akk_evaluation_page_text (self, akk_phrases_language (self->phrases));
  g_string_append (self->out, "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                              "<meta name=\"viewport\" content=\"width=device-width, "
                              "initial-scale=1\"/>\n");
  akk_evaluation_page_element (self, "title", whole);
  g_string_append_printf (self->out, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
  akk_evaluation_page_element (self, "h1", title);
  akk_evaluation_page_element (self, "p", name);
  akk_evaluation_page_element (self, "p", state);
}

/* The parts of a year in which nobody began a report: in no store. */
static GPtrArray *
parts_of (AkkStore *store, AkkAgreement *agreement, int year, const AkkEvaluation *evaluation)
{
  g_autoptr (AkkEvaluation) none = NULL;

  if (evaluation != NULL)
    return akk_evaluation_parts (store, evaluation);
  none = akk_record_new (&akk_evaluation_record);
  g_object_set (none, "agreement-id", agreement->record.id, "year", (gint64) year, NULL);
  return akk_evaluation_parts (store, none);
}

char *
akk_evaluation_html (AkkStore *store, AkkAgreement *agreement, int year, GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  g_autoptr (AkkEvaluation) evaluation = akk_evaluation_find (store, agreement->record.id, year);
  gboolean adopted = evaluation != NULL && akk_evaluation_adopted (evaluation);
  g_autoptr (AkkEvaluationFacts) facts = NULL;
  g_autoptr (AkkDiscretion) discretion = NULL;
  g_autoptr (GPtrArray) parts = NULL, conclusions = NULL;
  AkkEvaluationPage page = { .phrases = phrases };

  if (phrases == NULL)
    return NULL;
  facts = akk_evaluation_facts_new (store, agreement, year,
                                    adopted ? evaluation->adopted_on : akk_store_today (store));
  discretion = akk_discretion_new (store, phrases);
  parts = parts_of (store, agreement, year, evaluation);
  conclusions = akk_conclusions (store, evaluation != NULL ? evaluation->record.id : 0);
  page.out = g_string_new (NULL);
  page.facts = facts;
  page.discretion = discretion;
  add_head (&page, evaluation);
  for (guint i = 0; i < parts->len; i++)
    add_part (&page, parts->pdata[i], conclusions);
  g_string_append (page.out, "</main>\n</body>\n</html>\n");
  return g_string_free_and_steal (page.out);
}
