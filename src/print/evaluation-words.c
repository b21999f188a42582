/* What a printed evaluation report is told with: headings, narratives, boxes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "print/evaluation-internal.h"

#define PART_ABOVE 45.0
#define PADDING 14.0
#define ABOVE 7.5
#define BELOW 9.0
#define BAR 2.4
#define NUMBER_WIDTH 18.0

/* --- Headings --- */

static void
add_entry (AkkReport *self, guint row, guint node, const char *number, const char *title)
{
  AkkFlow *flow = self->sheet.flow;
  AkkReportEntry entry = { .number = g_strdup (number), .title = g_strdup (title) };

  entry.place = AKK_REPORT_FIRST_PLACE + self->entries->len;
  g_array_index (flow->infos, AkkFlowRow, row).line = (guint) entry.place;
  akk_flow_node_at (flow, node)->anchor = akk_flow_anchor (AKK_ANCHOR_PLACE, entry.place);
  akk_flow_node_at (flow, node)->title = g_string_chunk_insert (flow->strings, title);
  g_array_append_val (self->entries, entry);
}

void
akk_report_begin_part (AkkReport *self, const char *number, const char *words_of_title)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  g_autofree char *title = akk_phrases_sentence (words_of_title);
  const double x = *number != '\0' ? AKK_TEXT_LEFT : AKK_PAGE_LEFT;
  AkkSet *words = akk_sheet_set (sheet, title, AKK_LOOK_PART, AKK_PAGE_RIGHT - x);
  guint heading, row = flow->rows->len;
  g_autofree char *numbered =
      *number != '\0'
          ? akk_phrases_format (sheet->phrases, "report-ambition", "number", number, NULL)
          : NULL;

  flow->part = g_string_chunk_insert_const (flow->strings, numbered != NULL ? numbered : title);
  flow->keep = AKK_KEEP_NONE;
  heading = akk_flow_node (flow, AKK_NO_NODE, "H2");
  akk_flow_row (flow, PART_ABOVE, words->n_lines * (double) words->leading, AKK_NO_LINE)->flags |=
      AKK_ROW_HEADING;
  if (*number != '\0')
    akk_sheet_put (sheet, akk_sheet_set (sheet, number, AKK_LOOK_PART, x - AKK_PAGE_LEFT),
                   AKK_PAGE_LEFT, 0, FALSE, heading);
  akk_sheet_put (sheet, words, x, 0, FALSE, heading);
  add_entry (self, row, heading, number, title);
  flow->keep = AKK_KEEP_STRONG;
}

void
akk_report_heading (AkkReport *self, const char *title, const char *beside, double before)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  AkkSet *note = akk_sheet_set (sheet, beside, AKK_LOOK_CAPTION, AKK_FULL_WIDTH / 2);
  AkkSet *words = akk_sheet_set (sheet, title, AKK_LOOK_ARTICLE,
                                 AKK_FULL_WIDTH - (*beside != '\0' ? note->width + AKK_SLOT : 0));
  guint heading = akk_flow_node (flow, AKK_NO_NODE, self->entries->len > 0 ? "H3" : "H2");
  double height = words->n_lines * (double) words->leading + 3;

  akk_flow_row (flow, before, height, AKK_NO_LINE)->flags |= AKK_ROW_HEADING;
  akk_flow_node_at (flow, heading)->title = g_string_chunk_insert (flow->strings, title);
  akk_sheet_put (sheet, words, AKK_PAGE_LEFT, 0, FALSE, heading);
  if (*beside != '\0')
    akk_sheet_put (sheet, note, AKK_PAGE_RIGHT, height - 18, TRUE,
                   akk_flow_node (flow, AKK_NO_NODE, "P"));
  else
    akk_set_unref (note);
  flow->keep = AKK_KEEP_STRONG;
}

char *
akk_report_name (AkkReport *self, const AkkIndicator *indicator, gboolean bare)
{
  gboolean counts = indicator->kind == AKK_INDICATOR_NUMBER;
  const char *unit = counts                                                ? indicator->unit
                     : bare && indicator->kind == AKK_INDICATOR_PERCENTAGE ? "%"
                     : bare && indicator->kind == AKK_INDICATOR_MONEY      ? "€"
                                                                           : "";
  g_autofree char *name = g_utf8_casefold (indicator->name, -1);
  g_autofree char *folded = g_utf8_casefold (unit, -1);

  return *unit != '\0' && strstr (name, folded) == NULL
             ? akk_phrases_format (self->sheet.phrases, "report-in-unit", "name", indicator->name,
                                   "unit", unit, NULL)
             : g_strdup (indicator->name);
}

/* --- Pages that hold just so much --- */

#define CLOSEST 0.55 /* of the space between rows */
#define SPACE 7.5 /* what is less is no space that may be taken */

void
akk_report_fit (AkkReport *self, guint first)
{
  AkkFlow *flow = self->sheet.flow;
  const double room = flow->shape->bottom - flow->shape->top;
  double total = 0, space = 0, share;

  for (guint i = first; i < flow->rows->len; i++) {
    const AkkRow *row = &g_array_index (flow->rows, AkkRow, i);
    total += (i > first ? row->before : 0) + row->height;
    space += i > first && row->before >= SPACE ? row->before : 0;
  }
  share = space > 0 ? MAX (1 - (total + 1 - room) / space, CLOSEST) : 1;
  for (guint i = first + 1; share < 1 && i < flow->rows->len; i++) {
    AkkRow *row = &g_array_index (flow->rows, AkkRow, i);
    if (row->before >= SPACE)
      row->before *= (float) share;
  }
}

void
akk_report_begin_page (AkkReport *self)
{
  const guint row = self->sheet.flow->rows->len, page = self->starts->len;

  self->sheet.flow->new_page = page > 0;
  g_array_append_val (self->starts, row);
  if (self->brevities->len <= page)
    g_array_set_size (self->brevities, page + 1);
  self->brevity = g_array_index (self->brevities, guint, page);
}

void
akk_report_end_page (AkkReport *self)
{
  akk_report_fit (self, g_array_index (self->starts, guint, self->starts->len - 1));
}

/* --- Narratives --- */

/* Where the first paragraph ends, if what it says can stand apart from what follows. */
static gsize
first_paragraph (const char *narrative)
{
  const char *end = strstr (narrative, "\n\n");

  if (end == NULL || strstr (narrative, "[^") != NULL || strchr ("-*+>|#{0123456789", *narrative))
    return strlen (narrative);
  return (gsize) (end - narrative);
}

/* Nobody wrote it yet: seen in a draft, nothing of it in what was adopted. */
static void
add_unwritten (AkkReport *self, double x)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  const double height = AKK_SLOT + 2 * 4.5;

  if (self->wanted->stamp != NULL || self->discretion != NULL)
    return;
  akk_flow_row (flow, 7.5, height, AKK_NO_LINE);
  akk_flow_fill (flow, x, 0, AKK_PAGE_RIGHT - x, height, AKK_FILL_TINT);
  akk_sheet_put (sheet,
                 akk_sheet_set (sheet, akk_report_phrase (self, "report-unwritten"),
                                AKK_LOOK_CAPTION, AKK_PAGE_RIGHT - x - 2 * PADDING),
                 x + PADDING, 4.5, FALSE, akk_flow_node (flow, AKK_NO_NODE, "P"));
}

void
akk_report_narrative (AkkReport *self, const AkkEvaluationPart *part)
{
  g_autofree char *shown = akk_report_shown (self, part->narrative), *first = NULL;

  if (*shown == '\0') {
    add_unwritten (self, AKK_TEXT_LEFT);
    return;
  }
  first = g_strndup (shown, first_paragraph (shown));
  akk_sheet_prose (&self->sheet, first, 7.5);
  self->sheet.flow->keep = AKK_KEEP_WEAK; /* with the facts that it is about */
}

void
akk_report_afterword (AkkReport *self, const AkkEvaluationPart *part)
{
  g_autofree char *shown = akk_report_shown (self, part->narrative);
  const char *rest = shown + first_paragraph (shown);

  while (*rest == '\n')
    rest++;
  if (*rest == '\0')
    return;
  akk_sheet_line (&self->sheet, akk_report_phrase (self, "report-beyond"), AKK_LOOK_UNNUMBERED,
                  AKK_TEXT_LEFT, 22.5, "H3");
  akk_sheet_prose (&self->sheet, rest, 3.75);
}

void
akk_report_lead (AkkReport *self, const AkkEvaluationPart *part)
{
  g_autofree char *shown = akk_report_brief (self, part->narrative), *first = NULL;
  const char *rest;

  if (*shown == '\0') {
    add_unwritten (self, AKK_PAGE_LEFT);
    return;
  }
  first = g_strndup (shown, first_paragraph (shown));
  rest = shown + strlen (first);
  while (*rest == '\n')
    rest++;
  akk_sheet_lead (&self->sheet, first, 15);
  if (*rest != '\0' && self->brevity == 0)
    akk_sheet_lead (&self->sheet, rest, 7.5);
}

/* --- Lists and boxes --- */

void
akk_report_list (AkkReport *self, const GPtrArray *texts, double x)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  guint list = akk_flow_node (flow, AKK_NO_NODE, "L");

  akk_flow_node_at (flow, list)->numbering = "Decimal";
  for (guint i = 0; i < texts->len; i++) {
    guint item = akk_flow_node (flow, list, "LI");
    guint label = akk_flow_node (flow, item, "Lbl"), body = akk_flow_node (flow, item, "LBody");
    g_autofree char *number = g_strdup_printf ("%u.", i + 1);
    AkkFlowText how = { .x = x + NUMBER_WIDTH,
                        .before = i == 0 ? 1 : 0,
                        .node = body,
                        .line = AKK_NO_LINE,
                        .marker = akk_sheet_set (sheet, number, AKK_LOOK_TEXT, NUMBER_WIDTH + 20),
                        .marker_x = x,
                        .marker_node = label };
    akk_flow_text (
        flow, akk_sheet_set (sheet, texts->pdata[i], AKK_LOOK_TEXT, AKK_PAGE_RIGHT - how.x), &how);
  }
}

void
akk_report_box (AkkReport *self, const char *label, const char *text)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  const double x = AKK_TEXT_LEFT + PADDING, width = AKK_TEXT_WIDTH - 2 * PADDING;
  guint row = flow->rows->len;
  double y = ABOVE;

  akk_flow_row (flow, AKK_SLOT, AKK_SLOT, AKK_NO_LINE);
  y += akk_sheet_put (sheet, akk_sheet_set (sheet, label, AKK_LOOK_DECISION, width), x, y, FALSE,
                      akk_flow_node (flow, AKK_NO_NODE, "P"));
  y += akk_sheet_put (sheet, akk_sheet_set (sheet, text, AKK_LOOK_ENTRY_PART, width), x, y, FALSE,
                      akk_flow_node (flow, AKK_NO_NODE, "P"));
  y += BELOW;
  g_array_index (flow->rows, AkkRow, row).height = (float) y;
  akk_flow_fill (flow, AKK_TEXT_LEFT, 0, AKK_TEXT_WIDTH, y, AKK_FILL_TINT);
  akk_flow_fill (flow, AKK_TEXT_LEFT, 0, BAR, y, AKK_FILL_ACCENT);
}

void
akk_report_nothing (AkkReport *self, const char *key)
{
  akk_sheet_line (&self->sheet, akk_report_phrase (self, key), AKK_LOOK_CAPTION, AKK_TEXT_LEFT, 7.5,
                  "P");
}
