/* What was said in a year: sentences of minutes and decisions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation-sentences.h"

#include <string.h>

#include "core/agenda-item.h"
#include "core/meetings.h"
#include "core/parties.h"
#include "core/text.h"

/* A shorter word says nothing of the subject. */
#define LONG_WORD 6

typedef struct {
  const AkkEvaluationFacts *facts;
  AkkEvaluationPartKind kind;
  GPtrArray *words; /* char *: folded; a sentence with one of them is on the subject */
  GHashTable *actions; /* ids (gint64) of those that belong to it */
  GPtrArray *sentences;
} Gatherer;

static void
sentence_free (gpointer data)
{
  AkkSentence *self = data;

  g_free (self->text);
  g_free (self->title);
  g_object_unref (self->meeting);
  g_free (self);
}

/* --- The subject --- */

static void
add_words (Gatherer *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  const char *start = folded;

  while (*start != '\0') {
    const char *end = start;

    while (g_unichar_isalnum (g_utf8_get_char (end)))
      end = g_utf8_next_char (end);
    if (g_utf8_strlen (start, end - start) >= LONG_WORD)
      g_ptr_array_add (self->words, g_strndup (start, (gsize) (end - start)));
    start = *end != '\0' ? g_utf8_next_char (end) : end;
  }
}

static void
add_name (Gatherer *self, char *name)
{
  if (*name != '\0')
    g_ptr_array_add (self->words, g_utf8_casefold (name, -1));
  g_free (name);
}

static void
add_priority (Gatherer *self, gint64 priority_id)
{
  for (guint i = 0; i < self->facts->priorities->len; i++) {
    const AkkPriorityFact *it = self->facts->priorities->pdata[i];

    if (it->priority == NULL || it->priority->record.id != priority_id)
      continue;
    add_words (self, it->priority->title);
    for (guint j = 0; j < it->actions->len; j++) {
      AkkAction *action = ((AkkActionFact *) it->actions->pdata[j])->action;

      g_hash_table_add (self->actions, g_memdup2 (&action->record.id, sizeof (gint64)));
      add_words (self, action->title);
    }
  }
}

static void
find_subject (Gatherer *self, AkkPhrases *phrases, gint64 priority_id)
{
  g_autofree char *heading = akk_evaluation_heading (self->facts, phrases, self->kind, priority_id);
  const GPtrArray *municipalities = akk_figures_municipalities (self->facts->figures);

  add_words (self, heading);
  if (self->kind == AKK_PART_PRIORITY)
    add_priority (self, priority_id);
  for (guint i = 0; self->kind == AKK_PART_INDICATORS && i < self->facts->indicators->len; i++)
    add_words (self, ((AkkIndicatorFact *) self->facts->indicators->pdata[i])->indicator->name);
  for (guint i = 0; self->kind == AKK_PART_MUNICIPALITIES && i < municipalities->len; i++)
    add_name (self, akk_party_short_name (self->facts->store,
                                          ((AkkParty *) municipalities->pdata[i])->record.id));
}

/* What deals with the year as a whole is on the subject of what looks back on it. */
static gboolean
item_fits (const Gatherer *self, const AkkAgendaItem *item)
{
  switch (self->kind) {
  case AKK_PART_SUMMARY:
  case AKK_PART_LEARNING:
  case AKK_PART_CONCLUSIONS:
    return item->subject == AKK_SUBJECT_EVALUATION || item->subject == AKK_SUBJECT_PROGRESS;
  case AKK_PART_PRIORITY:
    return item->action_id != 0 && g_hash_table_contains (self->actions, &item->action_id);
  case AKK_PART_COMMITMENTS:
  case AKK_PART_MATRIX:
    return item->subject == AKK_SUBJECT_PLAN || item->subject == AKK_SUBJECT_PROGRESS;
  case AKK_PART_SIGNALS:
    return item->subject == AKK_SUBJECT_SIGNALS || item->signal_id != 0;
  default:
    return FALSE;
  }
}

static gboolean
has_word (const Gatherer *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < self->words->len; i++)
    if (strstr (folded, self->words->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* --- Sentences --- */

static void
add_sentence (Gatherer *self,
              AkkMeeting *meeting,
              const AkkAgendaItem *item,
              const char *text,
              gsize n_bytes,
              gboolean decision)
{
  AkkSentence *sentence = g_new0 (AkkSentence, 1);

  sentence->text = g_strstrip (g_strndup (text, n_bytes));
  sentence->title = g_strdup (item != NULL ? item->title : "");
  sentence->meeting = g_object_ref (meeting);
  sentence->decision = decision;
  sentence->on_subject =
      (decision && self->kind == AKK_PART_DECISIONS) ||
      (item != NULL && (item_fits (self, item) || has_word (self, item->title))) ||
      has_word (self, sentence->text);
  if (*sentence->text != '\0')
    g_ptr_array_add (self->sentences, sentence);
  else
    sentence_free (sentence);
}

/* Where a sentence ends: after a mark that a capital follows. */
static const char *
sentence_end (const char *text)
{
  for (; *text != '\0' && *text != '\n'; text = g_utf8_next_char (text))
    if (strchr (".!?", *text) != NULL && text[1] == ' ' &&
        g_unichar_isupper (g_utf8_get_char (text + 2)))
      return text + 1;
  return text;
}

/* What stands in a list is said without its mark. */
static char *
plain_line (const AkkLine *line)
{
  g_autoptr (AkkLine) paragraph =
      akk_line_new (AKK_LINE_PARAGRAPH, 0, line->text, line->runs, line->n_runs);
  g_autoptr (AkkText) text = akk_text_new (&paragraph, 1);

  return akk_text_plain (text, NULL, NULL);
}

static void
add_minutes (Gatherer *self, AkkMeeting *meeting, const AkkAgendaItem *item)
{
  g_autoptr (AkkText) text = akk_text_parse (item->outcome);

  for (guint i = 0; i < text->n_lines; i++) {
    g_autofree char *plain =
        text->lines[i]->table == NULL ? plain_line (text->lines[i]) : g_strdup ("");

    for (const char *start = plain; *start != '\0';) {
      const char *end = sentence_end (start);

      add_sentence (self, meeting, item, start, (gsize) (end - start), FALSE);
      start = *end != '\0' ? end + 1 : end;
    }
  }
}

static void
add_decisions (Gatherer *self, AkkMeeting *meeting, const AkkAgendaItem *item)
{
  const GPtrArray *decisions = self->facts->decisions;
  gint64 item_id = item != NULL ? item->record.id : 0;

  for (guint i = 0; i < decisions->len; i++) {
    const AkkDecision *it = decisions->pdata[i];

    if (it->meeting_id == meeting->record.id && it->item_id == item_id)
      add_sentence (self, meeting, item, it->text, strlen (it->text), TRUE);
  }
}

static void
add_meeting (Gatherer *self, AkkMeeting *meeting)
{
  g_autoptr (GListModel) items = akk_store_list (self->facts->store, &akk_agenda_item_record,
                                                 "meeting_id", meeting->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (AkkAgendaItem) item = g_list_model_get_item (items, i);

    add_minutes (self, meeting, item);
    add_decisions (self, meeting, item);
  }
  add_decisions (self, meeting, NULL);
}

GPtrArray *
akk_evaluation_sentences (const AkkEvaluationFacts *facts,
                          AkkPhrases *phrases,
                          AkkEvaluationPartKind kind,
                          gint64 priority_id)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) actions =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Gatherer self = { facts, kind, words, actions, g_ptr_array_new_with_free_func (sentence_free) };

  find_subject (&self, phrases, priority_id);
  for (guint i = 0; i < facts->bodies->len; i++) {
    const AkkBodyFact *body = facts->bodies->pdata[i];

    for (guint j = 0; j < body->meetings->len; j++)
      add_meeting (&self, ((AkkMeetingFact *) body->meetings->pdata[j])->meeting);
  }
  return self.sentences;
}
