/* The minutes of a meeting: who was there, what was said and decided, and who does what.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/meetings.h"
#include "print/meeting-internal.h"

#define PADDING 14.0 /* beside the words of a block */
#define ABOVE 5.0
#define BELOW 7.5
#define BAR 2.4
#define BLOCK_LINES 28 /* of text: a longer block is divided */

/* --- Blocks: decisions, and signals that were raised --- */

typedef struct {
  const char *label, *text, *detail;
  gboolean tint;
} Block;

/* A block is one row of the flow: it is never divided, unless it is very long. */
static void
add_block (AkkMeetingSheet *self, const Block *block)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  const double x = AKK_TEXT_LEFT + PADDING, width = AKK_TEXT_WIDTH - 2 * PADDING;
  g_autoptr (AkkSet) text = akk_sheet_set (sheet, block->text, AKK_LOOK_ENTRY_PART, width);
  guint label = akk_flow_node (flow, AKK_NO_NODE, "P");
  guint words = akk_flow_node (flow, AKK_NO_NODE, "P");

  for (guint from = 0; from < text->n_lines; from += BLOCK_LINES) {
    guint to = MIN (from + BLOCK_LINES, text->n_lines), row = flow->rows->len;
    double y = from == 0 ? ABOVE : 0;

    akk_flow_row (flow, from == 0 ? AKK_SLOT / 2 : 0, AKK_SLOT, AKK_NO_LINE);
    if (from == 0)
      y += akk_sheet_put (sheet, akk_sheet_set (sheet, block->label, AKK_LOOK_DECISION, width), x,
                          y, FALSE, label);
    for (guint line = from; line < to; line++) {
      akk_flow_piece (flow, akk_set_ref (text), line, x, y + text->baseline, words);
      y += text->leading;
    }
    if (to == text->n_lines && *block->detail != '\0')
      y += akk_sheet_put (sheet, akk_sheet_set (sheet, block->detail, AKK_LOOK_NOTE, width), x,
                          y + 2, FALSE, akk_flow_node (flow, AKK_NO_NODE, "P")) +
           2;
    y += to == text->n_lines ? BELOW : 0;
    g_array_index (flow->rows, AkkRow, row).height = (float) y;
    if (block->tint)
      akk_flow_fill (flow, AKK_TEXT_LEFT, 0, AKK_TEXT_WIDTH, y, AKK_FILL_TINT);
    akk_flow_fill (flow, AKK_TEXT_LEFT, 0, BAR, y, AKK_FILL_ACCENT);
  }
}

static char *
decision_detail (AkkMeetingSheet *self, const AkkDecision *decision)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *who = akk_words_owner (self->sheet.store, decision->owner_id, decision->owner);
  g_autofree char *date = akk_phrases_date (phrases, decision->due_on);

  if (*who != '\0' && *date != '\0')
    return akk_phrases_format (phrases, "carried-by-on", "who", who, "date", date, NULL);
  if (*who != '\0')
    return akk_phrases_format (phrases, "carried-by", "who", who, NULL);
  if (*date != '\0')
    return akk_phrases_format (phrases, "carried-on", "date", date, NULL);
  return g_strdup ("");
}

static void
add_decision (AkkMeetingSheet *self, const AkkDecision *decision)
{
  AkkPhrases *phrases = self->sheet.phrases;
  gboolean numbered = decision->state != AKK_DECISION_DRAFT && *decision->number != '\0';
  g_autofree char *detail = decision_detail (self, decision);
  g_autofree char *mode =
      decision->state != AKK_DECISION_DRAFT ? akk_words_mode (phrases, decision) : NULL;
  g_autofree char *name =
      numbered ? akk_phrases_format (phrases, "decided", "number", decision->number, NULL)
               : g_strdup (akk_phrases_get (phrases, decision->state == AKK_DECISION_DRAFT
                                                         ? "decided-draft"
                                                         : "decisions-text"));
  const char *const parts[] = { name, mode };
  g_autofree char *label = akk_words_join (parts, G_N_ELEMENTS (parts));

  add_block (self, &(Block) { label, decision->text, detail, TRUE });
}

static void
add_signal (AkkMeetingSheet *self, const AkkSignal *signal)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const char *level = akk_phrases_get (phrases, akk_words_signal_level (signal->level));
  g_autofree char *name = akk_phrases_sentence (level);
  g_autofree char *detail = *signal->holder != '\0'
                                ? akk_phrases_format (phrases, "signal-passed", "level", name,
                                                      "holder", signal->holder, NULL)
                                : g_strdup (name);

  add_block (self, &(Block) { akk_phrases_get (phrases, "signal"), signal->title, detail, FALSE });
}

static void
add_parked (AkkMeetingSheet *self, const AkkParked *parked)
{
  add_block (self,
             &(Block) { akk_phrases_get (self->sheet.phrases, "parked"), parked->text, "", FALSE });
}

/* --- Items --- */

/* Who presented it, and its annexes: "Tom Raes · bijlage 2". */
static char *
aside_of (AkkMeetingSheet *self, const AkkAgendaEntry *entry)
{
  AkkPhrases *phrases = self->sheet.phrases;
  guint first = akk_meeting_sheet_first_annex (self, entry), n = entry->attachments->len;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;
  g_autofree char *list = NULL, *annexes = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_take (builder, g_strdup_printf ("%u", first + i));
  numbers = g_strv_builder_end (builder);
  list = akk_phrases_list (phrases, "list", numbers);
  if (n > 0)
    annexes = n == 1 ? akk_phrases_format (phrases, "annex-one", "number", list, NULL)
                     : akk_phrases_format (phrases, "annex-many", "numbers", list, NULL);
  const char *const parts[] = { entry->item->presenter, annexes };
  return akk_words_join (parts, G_N_ELEMENTS (parts));
}

/* What is written, or at least that earlier minutes were approved. */
static void
add_outcome (AkkMeetingSheet *self, const AkkAgendaItem *item)
{
  AkkSheet *sheet = &self->sheet;
  g_autoptr (AkkMeeting) approved =
      item->approves_id != 0 && item->state == AKK_ITEM_DONE
          ? akk_store_get (sheet->store, &akk_meeting_record, item->approves_id)
          : NULL;
  g_autofree char *date = NULL, *words = NULL;

  if (*item->outcome != '\0' || approved == NULL) {
    akk_sheet_prose (sheet, item->outcome, 0);
    return;
  }
  date = akk_phrases_date (sheet->phrases, approved->date);
  words = akk_phrases_format (sheet->phrases, "earlier-approved", "date", date, NULL);
  akk_sheet_prose (sheet, words, 0);
}

static void
add_item (AkkMeetingSheet *self, const AkkAgendaEntry *entry, const char *element)
{
  AkkSheet *sheet = &self->sheet;
  const char *left_open = entry->item->state == AKK_ITEM_UNFINISHED ? "unfinished"
                          : entry->item->state == AKK_ITEM_DROPPED  ? "dropped"
                                                                    : NULL;
  g_autofree char *aside = aside_of (self, entry);

  akk_meeting_sheet_add_item (self, entry, element, aside);
  add_outcome (self, entry->item);
  for (guint i = 0; i < entry->decisions->len; i++)
    add_decision (self, entry->decisions->pdata[i]);
  for (guint i = 0; i < entry->signals->len; i++)
    add_signal (self, entry->signals->pdata[i]);
  for (guint i = 0; i < entry->parked->len; i++)
    add_parked (self, entry->parked->pdata[i]);
  if (left_open != NULL)
    akk_sheet_remark (sheet, akk_phrases_get (sheet->phrases, left_open), 2);
  sheet->flow->keep = AKK_KEEP_NONE;
}

static gboolean
is_item (AkkMeetingSheet *self, gint64 id)
{
  for (guint i = 0; i < self->agenda->entries->len; i++)
    if (((const AkkAgendaEntry *) self->agenda->entries->pdata[i])->item->record.id == id)
      return TRUE;
  return FALSE;
}

/* Decisions that belong to no item. */
static void
add_other_decisions (AkkMeetingSheet *self)
{
  AkkSheet *sheet = &self->sheet;
  gboolean begun = FALSE;

  for (guint i = 0; i < self->agenda->decisions->len; i++) {
    const AkkDecision *decision = self->agenda->decisions->pdata[i];

    if (is_item (self, decision->item_id))
      continue;
    if (!begun)
      akk_sheet_line (sheet, akk_phrases_get (sheet->phrases, "decided-other"), AKK_LOOK_UNNUMBERED,
                      AKK_TEXT_LEFT, AKK_SLOT, "H2");
    begun = TRUE;
    add_decision (self, decision);
  }
}

/* What was put off, but at no item. */
static void
add_other_parked (AkkMeetingSheet *self)
{
  for (guint i = 0; i < self->agenda->parked->len; i++) {
    const AkkParked *parked = self->agenda->parked->pdata[i];

    if (!is_item (self, parked->item_id))
      add_parked (self, parked);
  }
}

/* --- What follows --- */

static void
add_actions (AkkMeetingSheet *self)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = AKK_TEXT_LEFT - AKK_PAGE_LEFT - 6, .bold = TRUE },
    { .x = AKK_TEXT_LEFT, .width = 222 },
    { .x = AKK_TEXT_LEFT + 234, .width = 84 },
    { .x = AKK_TEXT_LEFT + 324, .width = AKK_TEXT_WIDTH - 324, .right = TRUE },
  };
  AkkSheet *sheet = &self->sheet;
  AkkSheetTable table;
  gboolean begun = FALSE;

  for (guint i = 0; i < self->agenda->entries->len; i++) {
    const AkkAgendaEntry *entry = self->agenda->entries->pdata[i];
    for (guint k = 0; k < entry->actions->len; k++) {
      const AkkAction *action = entry->actions->pdata[k];
      g_autofree char *who = akk_words_owner (sheet->store, action->lead_id, action->lead);
      g_autofree char *date =
          akk_words_short_date (sheet->phrases, action->deadline, self->meeting->date);
      const char *const cells[] = { *action->number != '\0' ? action->number : "–", action->title,
                                    who, date };

      if (!begun) {
        sheet->flow->after = 2 * AKK_SLOT;
        akk_sheet_table_begin (&table, sheet, columns, G_N_ELEMENTS (columns),
                               akk_phrases_get (sheet->phrases, "actions"), NULL);
      }
      begun = TRUE;
      akk_sheet_table_add (&table, cells);
    }
  }
  if (begun)
    akk_sheet_table_end (&table);
}

/* The next one of the same body that is to take place. */
static void
add_next (AkkMeetingSheet *self)
{
  AkkSheet *sheet = &self->sheet;
  g_autoptr (GPtrArray) meetings = akk_meetings (sheet->store, 0, self->body->record.id);
  const AkkMeeting *next = NULL;

  for (guint i = 0; i < meetings->len && next == NULL; i++) {
    const AkkMeeting *it = meetings->pdata[i];
    if (it->date > self->meeting->date && akk_meeting_ahead (it))
      next = it;
  }
  if (next == NULL)
    return;

  g_autofree char *when = akk_words_when (sheet->phrases, next);
  g_autofree char *line =
      *next->place == '\0' ? akk_phrases_format (sheet->phrases, "next-meeting", "when", when, NULL)
                           : akk_phrases_format (sheet->phrases, "next-meeting-at", "when", when,
                                                 "place", next->place, NULL);
  sheet->flow->after = 0;
  akk_sheet_line (sheet, line, AKK_LOOK_CAPTION, AKK_PAGE_LEFT, AKK_SLOT, "P");
}

/* --- The whole --- */

/* When it really began, where that is not when it was to begin; "" otherwise. The head says when it
 * ended. */
static char *
began_of (AkkMeetingSheet *self)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const AkkMeeting *meeting = self->meeting;
  g_autofree char *hour = akk_words_clock (phrases, meeting->began_at);

  if (!akk_meeting_held (meeting) || meeting->began_at == AKK_NO_DATE ||
      meeting->began_at == meeting->starts_at)
    return g_strdup ("");
  return akk_phrases_format (phrases, "began-at", "hour", hour, NULL);
}

static char *
facts_of (AkkMeetingSheet *self)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const char *chair = akk_words_chair (self->agenda);
  const char *secretary = akk_words_secretary (self->agenda);
  g_autofree char *chair_is = akk_phrases_format (phrases, "chair-is", "name", chair, NULL);
  g_autofree char *by = akk_phrases_format (phrases, "secretary-is", "name", secretary, NULL);
  g_autofree char *place = akk_phrases_sentence (self->meeting->place);
  g_autofree char *began = began_of (self);
  const char *const parts[] = { place, began, *chair != '\0' ? chair_is : "",
                                *secretary != '\0' ? by : "" };

  return akk_words_join (parts, G_N_ELEMENTS (parts));
}

static char *
footer_of (AkkMeetingSheet *self)
{
  g_autofree char *date = akk_phrases_date (self->sheet.phrases, self->meeting->approved_on);

  if (self->meeting->state == AKK_MEETING_APPROVED && *date != '\0')
    return akk_phrases_format (self->sheet.phrases, "minutes-approved", "date", date, NULL);
  if (self->meeting->state == AKK_MEETING_APPROVED)
    return g_strdup (akk_phrases_get (self->sheet.phrases, "minutes"));
  return akk_meeting_sheet_dated (self, "minutes-draft");
}

AkkPages *
akk_minutes_print (AkkPaper *paper, AkkStore *store, AkkMeeting *meeting, gint64 today)
{
  AkkMeetingSheet self;
  g_autofree char *facts = NULL, *footer = NULL;

  akk_meeting_sheet_init (&self, paper, store, meeting, today);
  facts = facts_of (&self);
  footer = footer_of (&self);
  akk_meeting_sheet_head (&self, "minutes-of", "minutes", facts, footer);
  akk_meeting_sheet_add_fate (&self);
  akk_meeting_sheet_add_presence (&self);
  akk_meeting_sheet_add_brief (&self);
  for (guint i = 0; i < self.agenda->entries->len; i++)
    add_item (&self, self.agenda->entries->pdata[i], akk_meeting_sheet_add_section (&self, i));
  add_other_decisions (&self);
  add_other_parked (&self);
  if (self.agenda->entries->len == 0 && self.agenda->decisions->len == 0)
    akk_sheet_line (&self.sheet, akk_phrases_get (self.sheet.phrases, "not-noted"), AKK_LOOK_TEXT,
                    AKK_TEXT_LEFT, AKK_SLOT, "P");
  add_actions (&self);
  add_next (&self);
  return akk_meeting_sheet_finish (&self);
}
