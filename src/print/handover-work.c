/* The handover sheet: what runs, what was promised, what is decided, signalled and noted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/handover-internal.h"

#include "core/commitments.h"
#include "core/plan-report.h"
#include "print/meeting-words.h"

#define BREAK AKK_HANDOVER_BREAK
/* So many of each: the rest is in its register. */
#define LEAST_ACTIONS 4 /* of a priority; more only of those that are late */
#define MOST_ACTIONS 8
#define MOST_PROMISES 12
#define MOST_DECISIONS 12
#define MOST_SIGNALS 10
#define MOST_PARKED 10
#define MOST_NOTES 10

static const char *
or_dash (const char *text)
{
  return *text != '\0' ? text : "–";
}

/* --- Actions --- */

/* "12 mei: zes bedrijven bezocht"; NULL: nothing is known. */
static char *
news_words (AkkHandoverSheet *self, const AkkHandoverAction *fact)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *date = akk_words_short_date (phrases, fact->news_on, self->facts->day);
  g_autofree char *months = NULL, *silent = NULL;

  if (*fact->news != '\0')
    return *date != '\0' ? g_strdup_printf ("%s: %s", date, fact->news) : g_strdup (fact->news);
  if (fact->silent == 0)
    return NULL;
  months = akk_phrases_number (phrases, fact->silent);
  silent = akk_phrases_format (phrases, "handover-silent", "months", months, NULL);
  return akk_phrases_sentence (silent);
}

/* "31 december", and under it "bezig, over tijd". */
static char *
stand_words (AkkHandoverSheet *self, const AkkHandoverAction *fact)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const AkkAction *action = fact->action;
  gint64 day = action->deadline != AKK_NO_DATE ? action->deadline : action->follow_up;
  g_autofree char *until = akk_words_short_date (phrases, day, self->facts->day);

  return g_strconcat (until, *until != '\0' ? " " BREAK : "",
                      akk_phrases_get (phrases, akk_plan_status_key (action->status)),
                      fact->late ? ", " : "",
                      fact->late ? akk_phrases_get (phrases, "handover-late") : "", NULL);
}

static void
add_action (AkkHandoverSheet *self, AkkSheetTable *table, const AkkHandoverAction *fact)
{
  const AkkAction *action = fact->action;
  g_autofree char *news = news_words (self, fact);
  g_autofree char *title = g_strconcat (action->title, news != NULL ? " " BREAK : "", news, NULL);
  g_autofree char *lead = akk_plan_lead_words (self->sheet.store, action->lead_id,
                                               action->lead_office_id, action->lead);
  g_autofree char *stand = stand_words (self, fact);
  const char *const cells[] = { or_dash (action->number), title, or_dash (lead), stand };

  table->bold_cells = fact->late ? 1 << 3 : 0;
  akk_sheet_table_add (table, cells);
}

/* "1. Meer mensen aan de slag". */
static char *
part_title (AkkHandoverSheet *self, const AkkHandoverPart *part)
{
  g_autofree char *title = NULL;

  if (part->priority == NULL)
    return g_strdup (akk_phrases_get (self->sheet.phrases, "plan-other"));
  title = akk_phrases_sentence (part->priority->title);
  return g_strdup_printf ("%u. %s", part->number, title);
}

static void
add_part (AkkHandoverSheet *self, const AkkHandoverPart *part)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = 28 },
    { .x = AKK_PAGE_LEFT + 32, .width = 196, .lead = TRUE },
    { .x = AKK_PAGE_LEFT + 234, .width = 124 },
    { .x = AKK_PAGE_LEFT + 364, .width = AKK_FULL_WIDTH - 364 },
  };
  AkkPhrases *phrases = self->sheet.phrases;
  const char *const heads[] = { akk_phrases_get (phrases, "plan-number"),
                                akk_phrases_get (phrases, "handover-action"),
                                akk_phrases_get (phrases, "plan-lead"),
                                akk_phrases_get (phrases, "plan-term") };
  const guint n_shown = MIN (CLAMP (part->n_late, LEAST_ACTIONS, MOST_ACTIONS), part->actions->len);
  g_autofree char *title = part_title (self, part);
  AkkSheetTable table;

  akk_sheet_line (&self->sheet, title, AKK_LOOK_UNNUMBERED, AKK_PAGE_LEFT, 7.5, "H3");
  self->sheet.flow->after = 3;
  akk_sheet_table_begin (&table, &self->sheet, columns, G_N_ELEMENTS (columns), "", heads);
  akk_sheet_table_about (&table, title);
  table.row_heads = TRUE;
  for (guint i = 0; i < n_shown; i++)
    add_action (self, &table, part->actions->pdata[i]);
  akk_sheet_table_end (&table);
  akk_handover_more (self, part->actions->len, n_shown, "handover-more-actions-one",
                     "handover-more-actions");
}

void
akk_handover_add_actions (AkkHandoverSheet *self)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const AkkHandover *facts = self->facts;
  g_autofree char *count = akk_phrases_number (phrases, facts->n_actions);
  g_autofree char *late = akk_phrases_number (phrases, facts->n_late);
  g_autofree char *more =
      facts->n_late > 0 ? akk_phrases_format (phrases, "handover-runs-late", "count", late, NULL)
                        : NULL;
  g_autofree char *words = NULL, *heading = NULL;

  if (facts->n_actions == 0)
    words = g_strdup (akk_phrases_get (phrases, "handover-runs"));
  else if (facts->n_actions == 1)
    words = g_strdup (akk_phrases_get (phrases, "handover-runs-one"));
  else
    words = akk_phrases_format (phrases, "handover-runs-count", "count", count, NULL);
  heading = g_strconcat (words, more, NULL);
  akk_handover_heading (self, heading);
  if (facts->n_actions == 0)
    akk_handover_nothing (self, "handover-runs-none");
  for (guint i = 0; i < facts->parts->len; i++)
    add_part (self, facts->parts->pdata[i]);
}

/* --- Promises --- */

/* The same commitment with its fields filled in; NULL: it is gone. */
static const AkkCommitment *
filled_in (const GPtrArray *commitments, gint64 id)
{
  for (guint i = 0; i < commitments->len; i++) {
    const AkkCommitment *it = commitments->pdata[i];
    if (it->id == id)
      return it;
  }
  return NULL;
}

void
akk_handover_add_promises (AkkHandoverSheet *self)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = 116 },
    { .x = AKK_PAGE_LEFT + 122, .width = AKK_FULL_WIDTH - 122 },
  };
  AkkSheet *sheet = &self->sheet;
  const GPtrArray *promises = self->facts->promises;
  const char *const heads[] = { akk_phrases_get (sheet->phrases, "handover-where"),
                                akk_phrases_get (sheet->phrases, "handover-promise") };
  g_autoptr (GPtrArray) commitments = NULL;
  AkkSheetTable table;

  akk_handover_heading (self, akk_phrases_get (self->sheet.phrases, "handover-promises"));
  if (promises->len == 0) {
    akk_handover_nothing (self, self->facts->coverage->promises->len > 0
                                    ? "handover-promises-kept"
                                    : "handover-promises-none");
    return;
  }
  commitments = akk_commitments_load (sheet->store, sheet->agreement, sheet->fields);
  akk_sheet_table_begin (&table, sheet, columns, G_N_ELEMENTS (columns), "", heads);
  akk_sheet_table_about (&table, akk_phrases_get (sheet->phrases, "handover-promises"));
  table.row_heads = TRUE;
  for (guint i = 0; i < MIN (promises->len, MOST_PROMISES); i++) {
    const AkkPromise *promise = promises->pdata[i];
    const AkkCommitment *it = filled_in (commitments, promise->commitment->id);
    g_autofree char *text = akk_commitment_plain (it != NULL ? it : promise->commitment);
    g_autofree char *where =
        g_strdup_printf ("%s%s%s", promise->commitment->number,
                         *promise->commitment->number != '\0' ? " " : "", promise->heading);
    const char *const cells[] = { or_dash (where), text };
    akk_sheet_table_add (&table, cells);
  }
  akk_sheet_table_end (&table);
  akk_handover_more (self, promises->len, MOST_PROMISES, "handover-more-promises-one",
                     "handover-more-promises");
}

/* --- Decisions --- */

static void
add_decision (AkkHandoverSheet *self, AkkSheetTable *table, const AkkHandoverDecision *fact)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const AkkDecision *decision = fact->decision;
  g_autofree char *meeting =
      fact->body != NULL ? akk_words_meeting (phrases, fact->body, fact->meeting) : g_strdup ("");
  g_autofree char *text = g_strconcat (decision->text, " " BREAK, meeting, NULL);
  g_autofree char *who = akk_words_owner (self->sheet.store, decision->owner_id, decision->owner);
  g_autofree char *date = akk_words_short_date (phrases, decision->due_on, self->facts->day);
  g_autofree char *until = fact->late ? g_strdup_printf ("%s " BREAK "%s", date,
                                                         akk_phrases_get (phrases, "handover-late"))
                                      : g_strdup (date);
  const char *const cells[] = { or_dash (decision->number), text, or_dash (who), or_dash (until) };

  table->bold_cells = fact->late ? 1 << 3 : 0;
  akk_sheet_table_add (table, cells);
}

void
akk_handover_add_decisions (AkkHandoverSheet *self)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = 42 },
    { .x = AKK_PAGE_LEFT + 48, .width = 226 },
    { .x = AKK_PAGE_LEFT + 282, .width = 92 },
    { .x = AKK_PAGE_LEFT + 382, .width = AKK_FULL_WIDTH - 382 },
  };
  AkkPhrases *phrases = self->sheet.phrases;
  const GPtrArray *decisions = self->facts->decisions;
  const char *const heads[] = { akk_phrases_get (phrases, "decisions-number"),
                                akk_phrases_get (phrases, "decisions-text"),
                                akk_phrases_get (phrases, "decisions-owner"),
                                akk_phrases_get (phrases, "open-until") };
  AkkSheetTable table;

  akk_handover_heading (self, akk_phrases_get (self->sheet.phrases, "handover-decisions"));
  if (decisions->len == 0) {
    akk_handover_nothing (self, "handover-decisions-none");
    return;
  }
  akk_sheet_table_begin (&table, &self->sheet, columns, G_N_ELEMENTS (columns), "", heads);
  akk_sheet_table_about (&table, akk_phrases_get (phrases, "handover-decisions"));
  table.row_heads = TRUE;
  for (guint i = 0; i < MIN (decisions->len, MOST_DECISIONS); i++)
    add_decision (self, &table, decisions->pdata[i]);
  akk_sheet_table_end (&table);
  akk_handover_more (self, decisions->len, MOST_DECISIONS, "handover-more-decisions-one",
                     "handover-more-decisions");
}

/* --- Signals --- */

/* The last step with its day; of one that has an answer, that it is to be brought back. */
static char *
step_words (AkkHandoverSheet *self, const AkkHandoverSignal *fact)
{
  AkkPhrases *phrases = self->sheet.phrases;
  g_autofree char *date = NULL;

  if (fact->signal->state != AKK_SIGNAL_OPEN) {
    date = akk_phrases_date (phrases, fact->signal->answered_on);
    return *date != '\0' ? akk_phrases_format (phrases, "handover-answered-on", "date", date, NULL)
                         : g_strdup (akk_phrases_get (phrases, "handover-answered"));
  }
  if (fact->step == NULL)
    return g_strdup ("–");
  date = akk_phrases_date (phrases, fact->step->date);
  return g_strdup_printf ("%s%s%s", date, *date != '\0' && *fact->step->note != '\0' ? ": " : "",
                          fact->step->note);
}

static void
add_signal (AkkHandoverSheet *self, AkkSheetTable *table, const AkkHandoverSignal *fact)
{
  AkkPhrases *phrases = self->sheet.phrases;
  const AkkSignal *signal = fact->signal;
  g_autofree char *party = akk_words_owner (self->sheet.store, signal->party_id, "");
  g_autofree char *date = akk_phrases_date (phrases, signal->raised_on);
  const char *const raised[] = { party, date };
  g_autofree char *from = akk_words_join (raised, G_N_ELEMENTS (raised));
  g_autofree char *title = g_strconcat (signal->title, *from != '\0' ? " " BREAK : "", from, NULL);
  g_autofree char *level =
      akk_phrases_sentence (akk_phrases_get (phrases, akk_words_signal_level (signal->level)));
  g_autofree char *where =
      g_strconcat (level, *signal->holder != '\0' ? ": " : "", signal->holder, NULL);
  g_autofree char *step = step_words (self, fact);
  const char *const cells[] = { title, where, step };

  akk_sheet_table_add (table, cells);
}

void
akk_handover_add_signals (AkkHandoverSheet *self)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = 160, .lead = TRUE },
    { .x = AKK_PAGE_LEFT + 168, .width = 112 },
    { .x = AKK_PAGE_LEFT + 288, .width = AKK_FULL_WIDTH - 288 },
  };
  AkkPhrases *phrases = self->sheet.phrases;
  const GPtrArray *signals = self->facts->signals;
  const char *const heads[] = { akk_phrases_get (phrases, "signal"),
                                akk_phrases_get (phrases, "handover-signal-at"),
                                akk_phrases_get (phrases, "handover-signal-step") };
  AkkSheetTable table;

  akk_handover_heading (self, akk_phrases_get (self->sheet.phrases, "handover-signals"));
  if (signals->len == 0) {
    akk_handover_nothing (self, "handover-signals-none");
    return;
  }
  akk_sheet_table_begin (&table, &self->sheet, columns, G_N_ELEMENTS (columns), "", heads);
  akk_sheet_table_about (&table, akk_phrases_get (phrases, "handover-signals"));
  table.row_heads = TRUE;
  for (guint i = 0; i < MIN (signals->len, MOST_SIGNALS); i++)
    add_signal (self, &table, signals->pdata[i]);
  akk_sheet_table_end (&table);
  akk_handover_more (self, signals->len, MOST_SIGNALS, "handover-more-signals-one",
                     "handover-more-signals");
}

/* --- Parked subjects and notes --- */

static const AkkSheetColumn note_columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 164 },
  { .x = AKK_PAGE_LEFT + 172, .width = AKK_FULL_WIDTH - 172 },
};

/* What people call a meeting, where they wrote something. */
static char *
meeting_words (AkkHandoverSheet *self, const AkkBody *body, const AkkMeeting *meeting)
{
  return body != NULL ? akk_words_meeting (self->sheet.phrases, body, meeting)
                      : akk_phrases_date (self->sheet.phrases, meeting->date);
}

void
akk_handover_add_parked (AkkHandoverSheet *self)
{
  const GPtrArray *parked = self->facts->parked;
  AkkSheetTable table;

  if (parked->len == 0)
    return;
  akk_handover_heading (self, akk_phrases_get (self->sheet.phrases, "handover-parked"));
  akk_sheet_table_begin (&table, &self->sheet, note_columns, G_N_ELEMENTS (note_columns), "", NULL);
  for (guint i = 0; i < MIN (parked->len, MOST_PARKED); i++) {
    const AkkHandoverParked *it = parked->pdata[i];
    g_autofree char *at = meeting_words (self, it->body, it->meeting);
    const char *const cells[] = { at, it->parked->text };
    akk_sheet_table_add (&table, cells);
  }
  akk_sheet_table_end (&table);
  akk_handover_more (self, parked->len, MOST_PARKED, "handover-more-parked-one",
                     "handover-more-parked");
}

void
akk_handover_add_notes (AkkHandoverSheet *self)
{
  const GPtrArray *notes = self->facts->notes;
  AkkSheetTable table;

  if (notes->len == 0)
    return;
  akk_handover_heading (self, akk_phrases_get (self->sheet.phrases, "handover-notes"));
  akk_sheet_table_begin (&table, &self->sheet, note_columns, G_N_ELEMENTS (note_columns), "", NULL);
  for (guint i = 0; i < MIN (notes->len, MOST_NOTES); i++) {
    const AkkHandoverNote *note = notes->pdata[i];
    g_autofree char *at =
        note->action != NULL
            ? g_strdup_printf ("%s%s%s", note->action->number,
                               *note->action->number != '\0' ? " " : "", note->action->title)
            : meeting_words (self, note->body, note->meeting);
    const char *const cells[] = { at, note->text };
    akk_sheet_table_add (&table, cells);
  }
  akk_sheet_table_end (&table);
  akk_handover_more (self, notes->len, MOST_NOTES, "handover-more-notes-one",
                     "handover-more-notes");
}
