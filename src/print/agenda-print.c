/* The agenda of a meeting: its items with their hours and what they are about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/attachment.h"
#include "print/meeting-internal.h"

/* --- What an item deals with --- */

/* Not where the title says so. */
static char *
minutes_words (AkkMeetingSheet *self, const AkkAgendaItem *item)
{
  gint64 id = item->approves_id;
  g_autoptr (AkkMeeting) meeting =
      id != 0 ? akk_store_get (self->sheet.store, &akk_meeting_record, id) : NULL;
  g_autofree char *date = NULL;

  if (meeting == NULL)
    return NULL;
  date = akk_phrases_date (self->sheet.phrases, meeting->date);
  if (strstr (item->title, date) != NULL)
    return NULL;
  return akk_phrases_format (self->sheet.phrases, "deals-minutes", "date", date, NULL);
}

static char *
decision_words (AkkMeetingSheet *self, gint64 id)
{
  g_autoptr (AkkDecision) decision =
      id != 0 ? akk_store_get (self->sheet.store, &akk_decision_record, id) : NULL;

  if (decision == NULL)
    return NULL;
  if (*decision->number == '\0')
    return akk_phrases_format (self->sheet.phrases, "deals-draft", "text", decision->text, NULL);
  return akk_phrases_format (self->sheet.phrases, "deals-decision", "number", decision->number,
                             "text", decision->text, NULL);
}

static char *
action_words (AkkMeetingSheet *self, gint64 id)
{
  g_autoptr (AkkAction) action =
      id != 0 ? akk_store_get (self->sheet.store, &akk_action_record, id) : NULL;

  if (action == NULL)
    return NULL;
  return akk_phrases_format (self->sheet.phrases, "deals-action", "number", action->number, "title",
                             action->title, NULL);
}

static char *
signal_words (AkkMeetingSheet *self, gint64 id)
{
  g_autoptr (AkkSignal) signal =
      id != 0 ? akk_store_get (self->sheet.store, &akk_signal_record, id) : NULL;

  if (signal == NULL)
    return NULL;
  return akk_phrases_format (self->sheet.phrases, "deals-signal", "title", signal->title, NULL);
}

static void
add_what (AkkMeetingSheet *self, const AkkAgendaEntry *entry)
{
  AkkSheet *sheet = &self->sheet;
  guint number = akk_meeting_sheet_first_annex (self, entry);
  char *const whats[] = { minutes_words (self, entry->item),
                          decision_words (self, entry->item->decision_id),
                          action_words (self, entry->item->action_id),
                          signal_words (self, entry->item->signal_id) };

  for (guint i = 0; i < G_N_ELEMENTS (whats); i++) {
    g_autofree char *what = whats[i];
    g_autofree char *line = NULL;
    if (what == NULL)
      continue;
    line = akk_phrases_format (sheet->phrases, "deals-with", "what", what, NULL);
    akk_sheet_remark (sheet, line, 2);
  }
  for (guint i = 0; i < entry->attachments->len; i++, number++) {
    const AkkAttachment *attachment = entry->attachments->pdata[i];
    g_autofree char *count = g_strdup_printf ("%u", number);
    g_autofree char *line = akk_phrases_format (sheet->phrases, "annex-named", "number", count,
                                                "name", attachment->name, NULL);
    akk_sheet_remark (sheet, line, 2);
  }
}

/* --- Items --- */

static const char *
kind_key (gint64 kind)
{
  return kind == AKK_ITEM_DECISION     ? "kind-decision"
         : kind == AKK_ITEM_DISCUSSION ? "kind-discussion"
                                       : "kind-information";
}

static void
add_item (AkkMeetingSheet *self, const AkkAgendaEntry *entry, const char *element)
{
  AkkSheet *sheet = &self->sheet;
  AkkPhrases *phrases = sheet->phrases;
  g_autofree char *clock = akk_words_clock (phrases, entry->starts_at);
  g_autofree char *from =
      *clock != '\0' ? akk_phrases_format (phrases, "hours-from", "from", clock, NULL) : NULL;
  g_autofree char *count = g_strdup_printf ("%d", (int) entry->item->duration_min);
  g_autofree char *minutes =
      entry->item->duration_min > 0
          ? akk_phrases_format (phrases, "minutes-long", "count", count, NULL)
          : NULL;
  g_autofree char *kind =
      akk_phrases_sentence (akk_phrases_get (phrases, kind_key (entry->item->kind)));
  const char *const times[] = { from, minutes };
  const char *const facts[] = { kind, entry->item->presenter };
  g_autofree char *aside = akk_words_join (times, G_N_ELEMENTS (times));
  g_autofree char *line = akk_words_join (facts, G_N_ELEMENTS (facts));

  akk_meeting_sheet_add_item (self, entry, element, aside);
  akk_sheet_line (sheet, line, AKK_LOOK_CAPTION, AKK_TEXT_LEFT, 0, "P");
  akk_sheet_prose (sheet, entry->item->text, 2);
  add_what (self, entry);
}

static void
add_items (AkkMeetingSheet *self)
{
  for (guint i = 0; i < self->agenda->entries->len; i++)
    add_item (self, self->agenda->entries->pdata[i], akk_meeting_sheet_add_section (self, i));
}

/* When it is over by the items. */
static void
add_end (AkkMeetingSheet *self)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  g_autofree char *clock = NULL, *from = NULL;

  if (self->meeting->starts_at == AKK_NO_DATE)
    return;
  clock = akk_words_clock (sheet->phrases, self->meeting->starts_at + self->agenda->minutes);
  from = akk_phrases_format (sheet->phrases, "hours-from", "from", clock, NULL);
  const char *const parts[] = { akk_phrases_get (sheet->phrases, "agenda-end"), from };
  g_autofree char *line = akk_words_join (parts, G_N_ELEMENTS (parts));
  guint node = akk_flow_node (flow, AKK_NO_NODE, "P");
  flow->keep = AKK_KEEP_STRONG;
  akk_flow_row (flow, AKK_SLOT, AKK_SLOT, AKK_NO_LINE);
  akk_sheet_put (sheet, akk_sheet_set (sheet, line, AKK_LOOK_FURNITURE, AKK_TEXT_WIDTH),
                 AKK_PAGE_RIGHT, 0, TRUE, node);
}

/* --- The whole --- */

static char *
facts_of (AkkMeetingSheet *self)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const char *chair = akk_words_chair (self->agenda), *preparer = self->body->preparer;
  g_autofree char *place = akk_phrases_sentence (self->meeting->place);
  g_autofree char *chair_is = akk_phrases_format (phrases, "chair-is", "name", chair, NULL);
  g_autofree char *prepared = akk_phrases_format (phrases, "prepared-is", "name", preparer, NULL);
  const char *const parts[] = { place, *chair != '\0' ? chair_is : "",
                                *preparer != '\0' ? prepared : "" };

  return akk_words_join (parts, G_N_ELEMENTS (parts));
}

AkkPages *
akk_agenda_print (AkkPaper *paper, AkkStore *store, AkkMeeting *meeting, gint64 today)
{
  AkkMeetingSheet self;
  g_autofree char *facts = NULL, *footer = NULL;

  akk_meeting_sheet_init (&self, paper, store, meeting, today);
  facts = facts_of (&self);
  footer = akk_meeting_sheet_dated (&self, "agenda-on");
  akk_meeting_sheet_head (&self, "agenda-of", "agenda", facts, footer);
  akk_meeting_sheet_add_link (&self);
  akk_meeting_sheet_add_fate (&self);
  if (self.agenda->entries->len == 0) {
    akk_sheet_line (&self.sheet, akk_phrases_get (self.sheet.phrases, "agenda-empty"),
                    AKK_LOOK_TEXT, AKK_TEXT_LEFT, AKK_SLOT, "P");
  } else {
    self.sheet.flow->after = AKK_SLOT / 2;
    add_items (&self);
    add_end (&self);
  }
  return akk_meeting_sheet_finish (&self);
}
