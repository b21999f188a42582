/* Indicators on the web page of an evaluation report: a picture, and the figures behind it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation-html-private.h"
#include "core/parties.h"

#define WIDTH 520.0
#define HEIGHT 170.0
#define LEFT 8.0
#define RIGHT 420.0 /* labels stand beyond it */
#define TOP 18.0
#define BOTTOM 140.0
#define CLOSEST 14.0 /* of labels */

typedef struct {
  int first, last; /* years */
  double low, high; /* values at the bottom and the top */
} Frame;

static double
x_of (const Frame *self, int year)
{
  return self->last == self->first
             ? (LEFT + RIGHT) / 2
             : LEFT + (RIGHT - LEFT) * (year - self->first) / (double) (self->last - self->first);
}

static double
y_of (const Frame *self, double value)
{
  return self->high <= self->low
             ? (TOP + BOTTOM) / 2
             : BOTTOM - (BOTTOM - TOP) * (value - self->low) / (self->high - self->low);
}

/* Locales write a comma. */
static void
add_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.1f", value));
}

static void
widen (Frame *self, double value, gboolean *begun)
{
  self->low = *begun ? MIN (self->low, value) : value;
  self->high = *begun ? MAX (self->high, value) : value;
  *begun = TRUE;
}

static gboolean
is_shown (const AkkFigure *figure)
{
  return figure->state == AKK_FIGURE_KNOWN || figure->state == AKK_FIGURE_RANGE;
}

static AkkFigure
figure_of (AkkEvaluationPage *self, const AkkIndicator *indicator, int year)
{
  return akk_figures_get (self->facts->figures, indicator, year, 0, NULL);
}

static gboolean
measure (AkkEvaluationPage *self, const AkkIndicatorFact *fact, Frame *frame)
{
  gboolean begun = FALSE;

  if (!akk_figures_years (self->facts->figures, fact->indicator, &frame->first, &frame->last) ||
      frame->first > self->facts->year)
    return FALSE;
  frame->last = MIN (frame->last, self->facts->year);
  for (int year = frame->first; year <= frame->last; year++) {
    AkkFigure figure = figure_of (self, fact->indicator, year);
    if (!is_shown (&figure))
      continue;
    widen (frame, (double) figure.low, &begun);
    widen (frame, (double) figure.high, &begun);
  }
  if (!begun)
    return FALSE;
  if (fact->indicator->baseline_on != AKK_NO_DATE)
    widen (frame, (double) fact->indicator->baseline, &begun);
  if (fact->has_target)
    widen (frame, (double) fact->target, &begun);
  return TRUE;
}

/* --- The picture --- */

static void
add_level (
    AkkEvaluationPage *self, const Frame *frame, double value, const char *dash, const char *words)
{
  GString *out = self->out;
  double y = y_of (frame, value);

  g_string_append_printf (out, "<line class=\"level\" stroke-dasharray=\"%s\" x1=\"", dash);
  add_number (out, LEFT);
  g_string_append (out, "\" x2=\"");
  add_number (out, RIGHT);
  g_string_append (out, "\" y1=\"");
  add_number (out, y);
  g_string_append (out, "\" y2=\"");
  add_number (out, y);
  g_string_append (out, "\"/>\n<text x=\"");
  add_number (out, RIGHT + 6);
  g_string_append (out, "\" y=\"");
  add_number (out, y + 4);
  g_string_append (out, "\">");
  akk_evaluation_page_text (self, words);
  g_string_append (out, "</text>\n");
}

/* A year without a figure breaks the line. */
static void
add_line (AkkEvaluationPage *self, const Frame *frame, const AkkIndicatorFact *fact)
{
  GString *out = self->out;
  gboolean drawing = FALSE;

  g_string_append (out, "<path class=\"line\" d=\"");
  for (int year = frame->first; year <= frame->last; year++) {
    AkkFigure figure = figure_of (self, fact->indicator, year);
    if (is_shown (&figure)) {
      g_string_append_c (out, drawing ? 'L' : 'M');
      add_number (out, x_of (frame, year));
      g_string_append_c (out, ' ');
      add_number (out, y_of (frame, ((double) figure.low + (double) figure.high) / 2));
    }
    drawing = is_shown (&figure);
  }
  g_string_append (out, "\"/>\n");
  for (int year = frame->first; year <= frame->last; year++) {
    AkkFigure figure = figure_of (self, fact->indicator, year);
    if (!is_shown (&figure))
      continue;
    g_string_append (out, "<circle r=\"3.5\" cx=\"");
    add_number (out, x_of (frame, year));
    g_string_append (out, "\" cy=\"");
    add_number (out, y_of (frame, ((double) figure.low + (double) figure.high) / 2));
    g_string_append (out, "\"/>\n");
  }
}

static void
add_year (AkkEvaluationPage *self, const Frame *frame, int year, const char *anchor)
{
  g_string_append_printf (self->out, "<text text-anchor=\"%s\" x=\"", anchor);
  add_number (self->out, x_of (frame, year));
  g_string_append (self->out, "\" y=\"");
  add_number (self->out, BOTTOM + 20);
  g_string_append_printf (self->out, "\">%d</text>\n", year);
}

/* "nulmeting 31 %"; "" when there is none. */
static char *
level_words (AkkEvaluationPage *self, const AkkIndicatorFact *fact, gboolean target)
{
  const AkkIndicator *indicator = fact->indicator;
  g_autofree char *value = NULL;

  if (target ? !fact->has_target : indicator->baseline_on == AKK_NO_DATE)
    return g_strdup ("");
  value =
      akk_indicator_words (self->phrases, indicator, target ? fact->target : indicator->baseline,
                           indicator->kind != AKK_INDICATOR_NUMBER);
  return g_strdup_printf (
      "%s %s", akk_phrases_get (self->phrases, target ? "chart-target" : "chart-baseline"), value);
}

/* "Werkzaamheidsgraad: 80,1 % in 2024, nulmeting 77,9 %, streefcijfer 80 %". */
static void
add_alternative (AkkEvaluationPage *self,
                 const AkkIndicatorFact *fact,
                 const char *baseline,
                 const char *target)
{
  g_autofree char *value = akk_figure_words (self->phrases, fact->indicator, &fact->figure, TRUE);
  g_autofree char *year = g_strdup_printf ("%d", self->facts->year);
  g_autofree char *now = NULL;

  if (*value == '\0')
    g_set_str (&value, akk_phrases_get (self->phrases, "evaluation-no-figure"));
  now = akk_phrases_format (self->phrases, "chart-one", "value", value, "year", year, NULL);
  akk_evaluation_page_text (self, fact->indicator->name);
  g_string_append (self->out, ": ");
  akk_evaluation_page_text (self, now);
  akk_evaluation_page_text (self, *baseline != '\0' ? ", " : "");
  akk_evaluation_page_text (self, baseline);
  akk_evaluation_page_text (self, *target != '\0' ? ", " : "");
  akk_evaluation_page_text (self, target);
}

static void
add_picture (AkkEvaluationPage *self, const AkkIndicatorFact *fact, const Frame *frame)
{
  GString *out = self->out;
  g_autofree char *baseline = level_words (self, fact, FALSE);
  g_autofree char *target = level_words (self, fact, TRUE);
  double apart =
      y_of (frame, (double) fact->indicator->baseline) - y_of (frame, (double) fact->target);

  g_string_append_printf (out, "<svg role=\"img\" viewBox=\"0 0 %d %d\" aria-label=\"", (int) WIDTH,
                          (int) HEIGHT);
  add_alternative (self, fact, baseline, target);
  g_string_append (out, "\">\n");
  if (*target != '\0')
    add_level (self, frame, (double) fact->target, "6 3", target);
  if (*baseline != '\0')
    add_level (self, frame, (double) fact->indicator->baseline, "1 3",
               *target != '\0' && ABS (apart) < CLOSEST ? "" : baseline);
  add_line (self, frame, fact);
  add_year (self, frame, frame->first, "start");
  if (frame->last > frame->first)
    add_year (self, frame, frame->last, "end");
  g_string_append (out, "</svg>\n");
}

/* --- The figures --- */

static void
add_row (AkkEvaluationPage *self,
         const AkkIndicatorFact *fact,
         const Frame *frame,
         const char *name,
         gint64 party_id,
         const char *group)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (name));
  for (int year = frame->first; year <= frame->last; year++) {
    AkkFigure figure =
        akk_figures_get (self->facts->figures, fact->indicator, year, party_id, group);
    char *words = akk_figure_words (self->phrases, fact->indicator, &figure, FALSE);
    g_ptr_array_add (cells, words);
  }
  g_ptr_array_add (cells, NULL);
  akk_evaluation_page_row (self, party_id == 0 && group == NULL ? "total" : NULL,
                           (const char *const *) cells->pdata);
}

static void
add_figures (AkkEvaluationPage *self, const AkkIndicatorFact *fact, const Frame *frame)
{
  AkkFigures *figures = self->facts->figures;
  GPtrArray *groups = akk_figures_target_groups (figures, fact->indicator);
  GPtrArray *municipalities = akk_figures_municipalities (figures);
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (heads, g_strdup (akk_phrases_get (self->phrases, "report-level")));
  for (int year = frame->first; year <= frame->last; year++)
    g_ptr_array_add (heads, g_strdup_printf ("%d", year));
  g_ptr_array_add (heads, NULL);
  akk_evaluation_page_begin_table (self, fact->indicator->name, (const char *const *) heads->pdata);
  for (guint i = 0; fact->indicator->by_target_group && i < groups->len; i++)
    add_row (self, fact, frame, groups->pdata[i], 0, groups->pdata[i]);
  for (guint i = 0; fact->indicator->by_municipality && i < municipalities->len; i++) {
    gint64 party = ((AkkParty *) municipalities->pdata[i])->record.id;
    g_autofree char *name = akk_party_short_name (self->facts->store, party);
    add_row (self, fact, frame, name, party, NULL);
  }
  add_row (self, fact, frame, akk_phrases_get (self->phrases, "report-region"), 0, NULL);
  akk_evaluation_page_end_table (self);
}

/* "Bron: VDAB Arvastat, ontvangen op 3 februari 2025." */
static char *
source_words (AkkEvaluationPage *self, const AkkIndicatorFact *fact)
{
  g_autofree char *date = akk_phrases_date (self->phrases, fact->received_on);

  if (*fact->source == '\0')
    return g_strdup (akk_phrases_get (self->phrases, "report-no-source"));
  if (*date == '\0')
    return akk_phrases_format (self->phrases, "report-source", "source", fact->source, NULL);
  return akk_phrases_format (self->phrases, "report-source-dated", "source", fact->source, "date",
                             date, NULL);
}

void
akk_evaluation_page_indicator (AkkEvaluationPage *self, const AkkIndicatorFact *fact)
{
  Frame frame;
  g_autofree char *source = NULL;

  if (!measure (self, fact, &frame))
    return;
  akk_evaluation_page_element (self, "h3", fact->indicator->name);
  akk_evaluation_page_element (self, "p", fact->indicator->definition);
  add_picture (self, fact, &frame);
  add_figures (self, fact, &frame);
  source = source_words (self, fact);
  akk_evaluation_page_element (self, "p", source);
  akk_evaluation_page_element (self, "p", fact->sentence);
}
