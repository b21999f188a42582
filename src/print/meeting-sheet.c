/* What the documents of a meeting have in common: head, items, the agenda in brief.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/meeting-internal.h"

#include <string.h>

#define ASIDE_WIDTH 190.0
#define GAP 14.0
#define BRIEF_ITEMS 60 /* more are a row of their own */
#define BRIEF_COLUMN ((AKK_TEXT_WIDTH - GAP) / 2)
#define BRIEF_NUMBER 15.0
#define BRIEF_HOUR 36.0

void
akk_meeting_sheet_init (
    AkkMeetingSheet *self, AkkPaper *paper, AkkStore *store, AkkMeeting *meeting, gint64 today)
{
  self->agenda = akk_agenda_new (store, meeting);
  self->meeting = self->agenda->meeting;
  self->body = self->agenda->body;
  akk_sheet_init (&self->sheet, paper, store, self->agenda->agreement, today);
}

AkkPages *
akk_meeting_sheet_finish (AkkMeetingSheet *self)
{
  AkkPages *pages = akk_sheet_finish (&self->sheet);

  g_clear_pointer (&self->agenda, akk_agenda_free);
  return pages;
}

char *
akk_meeting_sheet_dated (AkkMeetingSheet *self, const char *key)
{
  g_autofree char *date = akk_phrases_date (self->sheet.phrases, self->sheet.today);

  return akk_phrases_format (self->sheet.phrases, key, "date", date, NULL);
}

void
akk_meeting_sheet_head (AkkMeetingSheet *self,
                        const char *eyebrow,
                        const char *part,
                        const char *facts,
                        const char *footer)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *above = akk_words_of_body (phrases, eyebrow, self->body);
  g_autofree char *when = akk_words_when (phrases, self->meeting);
  g_autofree char *title = akk_phrases_sentence (when);
  g_autofree char *running = akk_words_meeting (phrases, self->body, self->meeting);

  akk_sheet_furniture (&self->sheet, running, akk_phrases_get (phrases, part), footer);
  akk_sheet_head (&self->sheet, above, title, facts);
}

void
akk_meeting_sheet_add_fate (AkkMeetingSheet *self)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autoptr (AkkMeeting) later = NULL;
  g_autofree char *fate = NULL, *because = NULL, *line = NULL;

  if (self->meeting->state == AKK_MEETING_POSTPONED)
    later = akk_store_get (self->sheet.store, &akk_meeting_record, self->meeting->successor_id);
  else if (self->meeting->state != AKK_MEETING_CANCELLED)
    return;
  if (later != NULL) {
    g_autofree char *when = akk_words_when (phrases, later);
    fate = akk_phrases_format (phrases, "postponed", "date", when, NULL);
  } else {
    fate = g_strdup (akk_phrases_get (phrases, "cancelled"));
  }
  if (*self->meeting->reason != '\0')
    because = akk_phrases_format (phrases, "because", "reason", self->meeting->reason, NULL);
  line = g_strjoin (" ", fate, because, NULL);
  akk_sheet_line (&self->sheet, line, AKK_LOOK_SUBARTICLE, AKK_PAGE_LEFT, AKK_SLOT / 2, "P");
}

void
akk_meeting_sheet_add_link (AkkMeetingSheet *self)
{
  AkkFlow *flow = self->sheet.flow;
  const char *link = self->meeting->link;
  g_autofree char *before = NULL;
  g_auto (AkkCopy) copy = { 0 };
  AkkFlowText how = { .x = AKK_PAGE_LEFT, .line = AKK_NO_LINE };

  if (*link == '\0')
    return;
  before = akk_phrases_format (self->sheet.phrases, "online-at", "link", "", NULL);
  akk_copy_add_plain (&copy, before);
  akk_copy_add (&copy, link, strlen (link), (AkkCopyRun) { .href = g_intern_string (link) });
  how.node = akk_flow_node (flow, AKK_NO_NODE, "P");
  akk_flow_text (flow, akk_paper_set (flow->paper, &copy, AKK_LOOK_CAPTION, AKK_FULL_WIDTH), &how);
}

/* --- Items --- */

guint
akk_meeting_sheet_first_annex (AkkMeetingSheet *self, const AkkAgendaEntry *entry)
{
  guint number = 1;

  for (guint i = 0; i < self->agenda->entries->len; i++) {
    const AkkAgendaEntry *it = self->agenda->entries->pdata[i];
    if (it == entry)
      break;
    number += it->attachments->len;
  }
  return number;
}

const char *
akk_meeting_sheet_add_section (AkkMeetingSheet *self, guint entry)
{
  const GPtrArray *entries = self->agenda->entries;
  const char *section = ((const AkkAgendaEntry *) entries->pdata[entry])->item->section;
  const char *before =
      entry > 0 ? ((const AkkAgendaEntry *) entries->pdata[entry - 1])->item->section : "";

  if (*section != '\0' && !g_str_equal (section, before))
    akk_sheet_line (&self->sheet, section, AKK_LOOK_UNNUMBERED, AKK_PAGE_LEFT, 1.5 * AKK_SLOT,
                    "H2");
  return *section != '\0' ? "H3" : "H2";
}

void
akk_meeting_sheet_add_item (AkkMeetingSheet *self,
                            const AkkAgendaEntry *entry,
                            const char *element,
                            const char *aside)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  g_autofree char *number = g_strdup_printf ("%u", entry->number);
  g_autofree char *title = g_strconcat (number, " ", entry->item->title, NULL);
  AkkSet *right = akk_sheet_set (sheet, aside, AKK_LOOK_FURNITURE, ASIDE_WIDTH);
  double room = AKK_TEXT_WIDTH - (*aside != '\0' ? right->width + GAP : 0);
  AkkSet *words = akk_sheet_set (sheet, entry->item->title, AKK_LOOK_SUBARTICLE, room);
  guint node = akk_flow_node (flow, AKK_NO_NODE, element);
  AkkRow *row =
      akk_flow_row (flow, AKK_SLOT, MAX (words->n_lines, right->n_lines) * AKK_SLOT, AKK_NO_LINE);

  row->flags |= AKK_ROW_HEADING;
  akk_flow_node_at (flow, node)->title = g_string_chunk_insert (flow->strings, title);
  akk_sheet_put (sheet, akk_sheet_set (sheet, number, AKK_LOOK_SUBARTICLE, AKK_TEXT_WIDTH),
                 AKK_PAGE_LEFT, 0, FALSE, node);
  akk_sheet_put (sheet, words, AKK_TEXT_LEFT, 0, FALSE, node);
  if (*aside != '\0')
    akk_sheet_put (sheet, g_steal_pointer (&right), AKK_PAGE_RIGHT, 0, TRUE,
                   akk_flow_node (flow, AKK_NO_NODE, "P"));
  g_clear_pointer (&right, akk_set_unref);
  flow->keep = AKK_KEEP_STRONG;
}

/* --- The agenda in brief --- */

/* Items `from` to `to` below each other; returns the height. */
static double
add_column (AkkMeetingSheet *self, guint from, guint to, double x, guint list)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  double y = 0;

  for (guint i = from; i < to; i++) {
    const AkkAgendaEntry *entry = self->agenda->entries->pdata[i];
    g_autofree char *number = g_strdup_printf ("%u", entry->number);
    g_autofree char *hour = akk_words_clock (sheet->phrases, entry->starts_at);
    guint item = akk_flow_node (flow, list, "LI");
    guint label = akk_flow_node (flow, item, "Lbl");
    guint body = akk_flow_node (flow, item, "LBody");
    double room = BRIEF_COLUMN - BRIEF_NUMBER - BRIEF_HOUR;

    akk_sheet_put (sheet, akk_sheet_set (sheet, number, AKK_LOOK_CAPTION, BRIEF_COLUMN), x, y,
                   FALSE, label);
    double height =
        akk_sheet_put (sheet, akk_sheet_set (sheet, entry->item->title, AKK_LOOK_CAPTION, room),
                       x + BRIEF_NUMBER, y, FALSE, body);
    if (*hour != '\0')
      akk_sheet_put (sheet, akk_sheet_set (sheet, hour, AKK_LOOK_CAPTION, BRIEF_HOUR),
                     x + BRIEF_COLUMN, y, TRUE, body);
    y += height;
  }
  return y;
}

void
akk_meeting_sheet_add_brief (AkkMeetingSheet *self)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  const char *label = akk_phrases_get (sheet->phrases, "agenda");
  guint n = self->agenda->entries->len;
  guint list;

  if (n == 0)
    return;
  list = akk_flow_node (flow, AKK_NO_NODE, "L");
  akk_flow_node_at (flow, list)->numbering = "Decimal";
  for (guint from = 0; from < n; from += BRIEF_ITEMS) {
    guint to = MIN (from + BRIEF_ITEMS, n), middle = from + (to - from + 1) / 2;
    guint row = flow->rows->len;

    akk_flow_row (flow, from == 0 ? AKK_SLOT : 0, AKK_SLOT, AKK_NO_LINE);
    if (from == 0)
      akk_sheet_put (sheet, akk_sheet_set_bold (sheet, label, AKK_LOOK_CAPTION, AKK_FULL_WIDTH),
                     AKK_PAGE_LEFT, 0, FALSE, akk_flow_node (flow, list, "Caption"));
    double left = add_column (self, from, middle, AKK_TEXT_LEFT, list);
    double right = add_column (self, middle, to, AKK_TEXT_LEFT + BRIEF_COLUMN + GAP, list);
    g_array_index (flow->rows, AkkRow, row).height = (float) MAX (left, right);
  }
}
