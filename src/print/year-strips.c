/* The year of each body as a strip: twelve months, and a disc with its day for each meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/obligations.h"
#include "print/meeting-words.h"
#include "print/year-internal.h"

#define STRIP_LEFT (AKK_PAGE_LEFT + 108)
#define STRIP_WIDTH 220.0
#define ROW 26.0
#define AXIS 19.0 /* below the days */
#define TICK 3.0
#define LETTERS 12.0
#define CLOSEST 11.0 /* days beside each other */
#define DISC_RISE 4.9 /* from the baseline of a disc to its middle */

static double
x_of (AkkYearSheet *self, gint64 day)
{
  return STRIP_LEFT + STRIP_WIDTH * (double) (day - self->from) / (double) (self->to - self->from);
}

/* "2 van minstens 3" where a number is asked of a window that touches the year. */
static char *
count_words (AkkYearSheet *self, const AkkBody *body, guint n_meetings)
{
  const AkkObligation *it = akk_obligations_of_body (self->obligations, body->record.id, self->to);
  g_autofree char *held = NULL, *required = NULL;

  if (it == NULL || it->required <= 0 || it->from > self->to || it->to < self->from) {
    held = g_strdup_printf ("%u", n_meetings);
    return akk_phrases_format (self->sheet.phrases, "year-count-plain", "held", held, NULL);
  }
  held = g_strdup_printf ("%d", (int) (it->held + it->planned));
  required = g_strdup_printf ("%d", (int) it->required);
  return akk_phrases_format (self->sheet.phrases, "year-count", "held", held, "required", required,
                             NULL);
}

/* What those hear who do not see it: "Stuurgroep: 12 maart, 20 november (gepland)". */
static char *
strip_words (AkkYearSheet *self, const AkkBody *body, const char *count)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < self->meetings->len; i++) {
    const AkkMeeting *meeting = self->meetings->pdata[i];
    g_autofree char *day = NULL;
    if (meeting->body_id != body->record.id)
      continue;
    day = akk_words_short_date (phrases, meeting->date, self->from);
    g_string_append_printf (days, "%s%s", days->len > 0 ? ", " : "", day);
    if (akk_meeting_ahead (meeting))
      g_string_append_printf (days, " (%s)", akk_phrases_get (phrases, "year-planned"));
  }
  if (days->len == 0)
    g_string_append (days, akk_phrases_get (phrases, "year-none"));
  return akk_phrases_format (phrases, "year-strip", "body", body->name, "days", days->str, "count",
                             count, NULL);
}

static void
put_centred (AkkSheet *sheet, AkkSet *set, double x, double baseline, guint node)
{
  akk_flow_piece (sheet->flow, set, 0, x - set->lines[0].width / 2, baseline, node);
}

/* Discs: full when it was held, open when it is still to be. */
static guint
add_meetings (AkkYearSheet *self, const AkkBody *body, guint figure)
{
  AkkSheet *sheet = &self->sheet;
  double last = 0;
  guint n = 0;

  for (guint i = 0; i < self->meetings->len; i++) {
    const AkkMeeting *meeting = self->meetings->pdata[i];
    g_autofree char *text = NULL;
    double x = x_of (self, meeting->date);
    int day;

    if (meeting->body_id != body->record.id)
      continue;
    akk_date_to_ymd (meeting->date, NULL, NULL, &day);
    text = g_strdup_printf ("%d", day);
    put_centred (sheet,
                 akk_sheet_set (sheet, akk_meeting_ahead (meeting) ? "○" : "●", AKK_LOOK_MARK, 30),
                 x, AXIS + DISC_RISE, figure);
    last = n++ == 0 ? x : MAX (x, last + CLOSEST);
    put_centred (sheet, akk_sheet_set (sheet, text, AKK_LOOK_FURNITURE, 30), last, AXIS - 6,
                 figure);
  }
  return n;
}

static void
add_axis (AkkYearSheet *self)
{
  AkkFlow *flow = self->sheet.flow;

  akk_flow_fill (flow, STRIP_LEFT, AXIS - 0.2, STRIP_WIDTH, 0.4, AKK_FILL_HAIRLINE);
  for (int month = 1; month <= 13; month++) {
    gint64 day = month <= 12 ? akk_date_from_ymd (self->year, month, 1) : self->to;
    akk_flow_fill (flow, x_of (self, day), AXIS, 0.4, TICK, AKK_FILL_HAIRLINE);
  }
}

/* The months by their first letters, below the last strip. */
static void
add_letters (AkkYearSheet *self, guint figure)
{
  AkkSheet *sheet = &self->sheet;

  for (int month = 1; month <= 12; month++) {
    gint64 day = akk_date_from_ymd (self->year, month, 1);
    g_autofree char *date = akk_words_short_date (sheet->phrases, day, self->from);
    const char *name = date;
    while (*name != '\0' && !g_ascii_isalpha (*name))
      name++;
    g_autofree char *letter = g_strndup (name, 1);
    put_centred (sheet, akk_sheet_set (sheet, letter, AKK_LOOK_FURNITURE, 30),
                 x_of (self, day + 15), AXIS + LETTERS, figure);
  }
}

static guint
count_meetings (AkkYearSheet *self, const AkkBody *body)
{
  guint n = 0;

  for (guint i = 0; i < self->meetings->len; i++)
    n += ((const AkkMeeting *) self->meetings->pdata[i])->body_id == body->record.id;
  return n;
}

static void
add_strip (AkkYearSheet *self, const AkkBody *body, gboolean last, guint list)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  g_autofree char *count = count_words (self, body, count_meetings (self, body));
  g_autofree char *words = strip_words (self, body, count);
  guint item = akk_flow_node (flow, list, "LI");
  guint content = akk_flow_node (flow, item, "LBody");
  guint figure = akk_flow_node (flow, content, "Figure");
  AkkNode *node = akk_flow_node_at (flow, figure);
  AkkSet *name = akk_sheet_set (sheet, body->name, AKK_LOOK_NAME, STRIP_LEFT - AKK_PAGE_LEFT - 10);
  double height = MAX (ROW, AXIS - 6.6 + name->n_lines * (double) name->leading);

  node->alt = g_string_chunk_insert (flow->strings, words);
  node->width = STRIP_WIDTH;
  node->height = last ? AXIS + LETTERS + 2 : ROW;
  akk_flow_row (flow, 0, last ? MAX (height, AXIS + LETTERS + 2) : height, AKK_NO_LINE);
  akk_sheet_put (sheet, name, AKK_PAGE_LEFT, AXIS - 6.6, FALSE, content);
  /* The figure begins at the left end of the strip. */
  akk_flow_piece (flow, akk_sheet_set (sheet, "", AKK_LOOK_FURNITURE, 30), 0, STRIP_LEFT, AXIS,
                  figure);
  add_meetings (self, body, figure);
  if (last)
    add_letters (self, figure);
  akk_sheet_put (sheet, akk_sheet_set (sheet, count, AKK_LOOK_FUNCTION, 110), AKK_PAGE_RIGHT,
                 AXIS - 6.6, TRUE, content);
  add_axis (self);
}

void
akk_year_add_strips (AkkYearSheet *self)
{
  AkkFlow *flow = self->sheet.flow;
  guint list;

  if (self->bodies->len == 0)
    return;
  list = akk_flow_node (flow, AKK_NO_NODE, "L");
  akk_flow_node_at (flow, list)->numbering = "None";
  for (guint i = 0; i < self->bodies->len; i++)
    add_strip (self, self->bodies->pdata[i], i + 1 == self->bodies->len, list);
}
