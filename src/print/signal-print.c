/* The sheet of a signal: what it is about, the way it went, and its answer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agenda.h"
#include "core/signal-step.h"
#include "print/meeting-print.h"
#include "print/meeting-words.h"
#include "print/sheet.h"

#define ABOVE 7.5

static const AkkSheetColumn fact_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 92, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 99, .width = AKK_FULL_WIDTH - 99 },
};

/* --- What is known of it --- */

/* The meeting of an agenda item, with its body. */
static AkkMeeting *
meeting_of (AkkStore *store, gint64 item_id, AkkBody **body)
{
  g_autoptr (AkkAgendaItem) item =
      item_id != 0 ? akk_store_get (store, &akk_agenda_item_record, item_id) : NULL;
  g_autoptr (AkkMeeting) meeting =
      item != NULL ? akk_store_get (store, &akk_meeting_record, item->meeting_id) : NULL;

  *body = meeting != NULL ? akk_store_get (store, &akk_body_record, meeting->body_id) : NULL;
  return *body != NULL ? g_steal_pointer (&meeting) : NULL;
}

/* `key` with the body and the day of a meeting. */
static char *
at_meeting (AkkSheet *sheet, const char *key, gint64 item_id)
{
  g_autoptr (AkkBody) body = NULL;
  g_autoptr (AkkMeeting) meeting = meeting_of (sheet->store, item_id, &body);
  g_autofree char *name = NULL, *date = NULL;

  if (meeting == NULL)
    return NULL;
  name = akk_words_body (sheet->phrases, body);
  date = akk_phrases_date (sheet->phrases, meeting->date);
  return akk_phrases_format (sheet->phrases, key, "body", name, "date", date, NULL);
}

/* "Door Laarne, op de stuurgroep van 12 maart 2024". */
static char *
raised_words (AkkSheet *sheet, const AkkSignal *signal)
{
  AkkPhrases *phrases = sheet->phrases;
  g_autofree char *party = akk_words_owner (sheet->store, signal->party_id, "");
  g_autofree char *day = akk_phrases_date (phrases, signal->raised_on);
  g_autofree char *by = *party != '\0'
                            ? akk_phrases_format (phrases, "signal-raised-by", "party", party, NULL)
                            : g_strdup ("");
  g_autofree char *where = at_meeting (sheet, "signal-raised-at", signal->item_id);
  g_autoptr (AkkBody) body =
      signal->body_id != 0 ? akk_store_get (sheet->store, &akk_body_record, signal->body_id) : NULL;
  g_autofree char *in = body != NULL && where == NULL
                            ? akk_words_of_body (phrases, "signal-raised-in", body)
                            : g_strdup ("");
  g_autofree char *on = *day != '\0' && where == NULL
                            ? akk_phrases_format (phrases, "signal-raised-on", "date", day, NULL)
                            : g_strdup ("");
  const char *const parts[] = { by, where != NULL ? where : in, on };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", parts[i]);
  return akk_phrases_sentence (words->str);
}

static char *
days_words (AkkSheet *sheet, gint64 days)
{
  g_autofree char *count = akk_phrases_decimal (sheet->phrases, days * 10000, 0);

  return days == 1 ? g_strdup (akk_phrases_get (sheet->phrases, "signal-day"))
                   : akk_phrases_format (sheet->phrases, "signal-days", "count", count, NULL);
}

/* How long it has been open; of one that was answered, how long that took. */
static char *
age_words (AkkSheet *sheet, const AkkSignal *signal)
{
  gboolean answered = signal->state != AKK_SIGNAL_OPEN && signal->answered_on != AKK_NO_DATE;
  g_autofree char *days = NULL;

  if (signal->raised_on == AKK_NO_DATE)
    return g_strdup ("");
  days = days_words (sheet,
                     MAX ((answered ? signal->answered_on : sheet->today) - signal->raised_on, 0));
  return answered ? akk_phrases_format (sheet->phrases, "signal-answered-after", "days", days, NULL)
                  : g_steal_pointer (&days);
}

static void
add_fact (AkkSheetTable *table, const char *key, const char *value)
{
  const char *const cells[] = { akk_phrases_get (table->sheet->phrases, key), value };

  if (*value != '\0')
    akk_sheet_table_add (table, cells);
}

static void
add_facts (AkkSheet *sheet, const AkkSignal *signal)
{
  AkkPhrases *phrases = sheet->phrases;
  g_autofree char *raised = raised_words (sheet, signal);
  g_autofree char *days = age_words (sheet, signal);
  g_autofree char *age = akk_phrases_sentence (days);
  g_autofree char *level =
      akk_phrases_sentence (akk_phrases_get (phrases, akk_words_signal_level (signal->level)));
  g_autofree char *state =
      akk_phrases_sentence (akk_phrases_get (phrases, akk_words_signal_state (signal->state)));
  AkkSheetTable table;

  sheet->flow->after = ABOVE;
  akk_sheet_table_begin (&table, sheet, fact_columns, G_N_ELEMENTS (fact_columns), "", NULL);
  add_fact (&table, "signal-target", signal->target_group);
  add_fact (&table, "signal-raised", raised);
  add_fact (&table, "signal-level", level);
  add_fact (&table, "signal-holder", signal->holder);
  add_fact (&table, "signal-state", state);
  add_fact (&table, "signal-age", age);
  akk_sheet_table_end (&table);
}

/* --- The way it went --- */

static void
add_heading (AkkSheet *sheet, const char *text)
{
  akk_sheet_line (sheet, text, AKK_LOOK_UNNUMBERED, AKK_PAGE_LEFT, 1.5 * AKK_SLOT, "H2");
}

static void
add_steps (AkkSheet *sheet, const AkkSignal *signal)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = 92 },
    { .x = AKK_PAGE_LEFT + 99, .width = 58 },
    { .x = AKK_PAGE_LEFT + 164, .width = 104 },
    { .x = AKK_PAGE_LEFT + 276, .width = AKK_FULL_WIDTH - 276 },
  };
  AkkPhrases *phrases = sheet->phrases;
  const char *const heads[] = { akk_phrases_get (phrases, "signal-date"),
                                akk_phrases_get (phrases, "signal-level-head"),
                                akk_phrases_get (phrases, "signal-holder"),
                                akk_phrases_get (phrases, "signal-done") };
  g_autoptr (GListModel) steps =
      akk_store_list (sheet->store, &akk_signal_step_record, "signal_id", signal->record.id);
  guint n = g_list_model_get_n_items (steps);
  AkkSheetTable table;

  if (n == 0)
    return;
  add_heading (sheet, akk_phrases_get (phrases, "signal-way"));
  sheet->flow->after = 3;
  akk_sheet_table_begin (&table, sheet, columns, G_N_ELEMENTS (columns), "", heads);
  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkSignalStep) step = g_list_model_get_item (steps, i);
    g_autofree char *date = akk_phrases_date (phrases, step->date);
    const char *const cells[] = { date,
                                  akk_phrases_get (phrases, akk_words_signal_level (step->level)),
                                  step->holder, step->note };
    akk_sheet_table_add (&table, cells);
  }
  akk_sheet_table_end (&table);
}

static void
add_answer (AkkSheet *sheet, const AkkSignal *signal)
{
  AkkPhrases *phrases = sheet->phrases;
  g_autofree char *date = akk_phrases_date (phrases, signal->answered_on);
  g_autofree char *heading =
      *date != '\0' ? akk_phrases_format (phrases, "signal-answer-on", "date", date, NULL)
                    : g_strdup (akk_phrases_get (phrases, "signal-answer"));
  g_autofree char *returned = at_meeting (sheet, "signal-returned", signal->returned_id);
  AkkSheetTable table;

  add_heading (sheet, heading);
  if (*signal->answer != '\0')
    akk_sheet_prose (sheet, signal->answer, 2);
  else
    akk_sheet_line (sheet, akk_phrases_get (phrases, "signal-no-answer"), AKK_LOOK_TEXT,
                    AKK_TEXT_LEFT, 2, "P");
  if (returned != NULL)
    akk_sheet_remark (sheet, returned, 3);
  if (*signal->solved == '\0' && *signal->unsolved == '\0')
    return;
  sheet->flow->after = AKK_SLOT;
  akk_sheet_table_begin (&table, sheet, fact_columns, G_N_ELEMENTS (fact_columns), "", NULL);
  add_fact (&table, "signal-solved-at", signal->solved);
  add_fact (&table, "signal-unsolved-at", signal->unsolved);
  akk_sheet_table_end (&table);
}

AkkPages *
akk_signal_print (AkkPaper *paper, AkkStore *store, AkkSignal *signal, gint64 today)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, signal->agreement_id);
  g_autofree char *date = NULL, *footer = NULL, *eyebrow = NULL;
  const char *name;
  AkkSheet sheet;

  if (agreement == NULL) /* a file that something else wrote */
    agreement = akk_record_new (&akk_agreement_record);
  name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  akk_sheet_init (&sheet, paper, store, agreement, today);
  date = akk_phrases_date (sheet.phrases, today);
  footer = akk_phrases_format (sheet.phrases, "signal-on", "date", date, NULL);
  const char *const parts[] = { akk_phrases_get (sheet.phrases, "signal"), name };
  eyebrow = akk_words_join (parts, G_N_ELEMENTS (parts));
  akk_sheet_furniture (&sheet, signal->title, parts[0], footer);
  akk_sheet_head (&sheet, eyebrow, signal->title, "");
  add_facts (&sheet, signal);
  if (*signal->text != '\0') {
    add_heading (&sheet, akk_phrases_get (sheet.phrases, "signal-what"));
    akk_sheet_prose (&sheet, signal->text, 2);
  }
  add_steps (&sheet, signal);
  add_answer (&sheet, signal);
  return akk_sheet_finish (&sheet);
}
