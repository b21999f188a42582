/* What stands open before a meeting: decisions that are not carried out, actions that are not done;
 * and the page in place of an annex that cannot be shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agenda.h"
#include "core/meetings.h"
#include "print/meeting-words.h"
#include "print/pack-internal.h"
#include "print/sheet.h"

#define BREAK "\342\200\250" /* U+2028: a new line in a cell */

/* "tegen 12 maart 2026", and that the day is over. */
static char *
until_words (AkkSheet *sheet, gint64 day)
{
  g_autofree char *date = akk_phrases_date (sheet->phrases, day);

  if (*date == '\0')
    return g_strdup ("–");
  if (day >= sheet->today)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s " BREAK "%s", date, akk_phrases_get (sheet->phrases, "open-overdue"));
}

static char *
origin_words (AkkSheet *sheet, gint64 meeting_id)
{
  g_autoptr (AkkMeeting) meeting =
      meeting_id != 0 ? akk_store_get (sheet->store, &akk_meeting_record, meeting_id) : NULL;
  g_autoptr (AkkBody) body =
      meeting != NULL ? akk_store_get (sheet->store, &akk_body_record, meeting->body_id) : NULL;

  return body != NULL ? akk_words_meeting (sheet->phrases, body, meeting) : g_strdup ("–");
}

static const char *
or_dash (const char *text)
{
  return *text != '\0' ? text : "–";
}

/* --- Decisions --- */

static void
add_decision (AkkSheetTable *table, const AkkDecision *decision)
{
  AkkSheet *sheet = table->sheet;
  g_autofree char *origin = origin_words (sheet, decision->meeting_id);
  g_autofree char *who = akk_words_owner (sheet->store, decision->owner_id, decision->owner);
  g_autofree char *until = until_words (sheet, decision->due_on);
  const char *const cells[] = { or_dash (decision->number), decision->text, origin, or_dash (who),
                                until };

  akk_sheet_table_add (table, cells);
}

/* Elements AkkDecision: taken before `meeting`, by all bodies of the agreement. */
static GPtrArray *
open_decisions (AkkStore *store, AkkAgreement *agreement, AkkMeeting *meeting)
{
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = akk_meetings (store, agreement->record.id, 0);

  for (guint i = 0; i < meetings->len; i++) {
    const AkkMeeting *it = meetings->pdata[i];
    g_autoptr (GListModel) decisions =
        akk_store_list (store, &akk_decision_record, "meeting_id", it->record.id);
    if (it->date > meeting->date || it->record.id == meeting->record.id)
      continue;
    for (guint k = 0; k < g_list_model_get_n_items (decisions); k++) {
      g_autoptr (AkkDecision) decision = g_list_model_get_item (decisions, k);
      if (decision->state == AKK_DECISION_TAKEN)
        g_ptr_array_add (open, g_steal_pointer (&decision));
    }
  }
  return open;
}

static const AkkSheetColumn columns[] = {
  { .x = AKK_PAGE_LEFT, .width = 42, .bold = TRUE },
  { .x = AKK_PAGE_LEFT + 48, .width = 148 },
  { .x = AKK_PAGE_LEFT + 204, .width = 80 },
  { .x = AKK_PAGE_LEFT + 292, .width = 62 },
  { .x = AKK_PAGE_LEFT + 360, .width = AKK_FULL_WIDTH - 360 },
};

static gboolean
add_decisions (AkkSheet *sheet, AkkMeeting *meeting)
{
  AkkPhrases *phrases = sheet->phrases;
  const char *const heads[] = { akk_phrases_get (phrases, "decisions-number"),
                                akk_phrases_get (phrases, "decisions-text"),
                                akk_phrases_get (phrases, "open-from"),
                                akk_phrases_get (phrases, "decisions-owner"),
                                akk_phrases_get (phrases, "open-until") };
  g_autoptr (GPtrArray) open = open_decisions (sheet->store, sheet->agreement, meeting);
  AkkSheetTable table;

  if (open->len == 0)
    return FALSE;
  akk_sheet_line (sheet, akk_phrases_get (phrases, "decisions"), AKK_LOOK_UNNUMBERED, AKK_PAGE_LEFT,
                  1.5 * AKK_SLOT, "H2");
  sheet->flow->after = 3;
  akk_sheet_table_begin (&table, sheet, columns, G_N_ELEMENTS (columns), "", heads);
  for (guint i = 0; i < open->len; i++)
    add_decision (&table, open->pdata[i]);
  akk_sheet_table_end (&table);
  return TRUE;
}

/* --- Actions --- */

static gint64
meeting_of_item (AkkStore *store, gint64 item_id)
{
  g_autoptr (AkkAgendaItem) item =
      item_id != 0 ? akk_store_get (store, &akk_agenda_item_record, item_id) : NULL;

  return item != NULL ? item->meeting_id : 0;
}

static void
add_action (AkkSheetTable *table, const AkkAction *action)
{
  static const char *const keys[] = { "action-to-start", "action-busy", "action-done",
                                      "action-adjusted", "action-stopped" };
  AkkSheet *sheet = table->sheet;
  const char *status = akk_phrases_get (
      sheet->phrases, keys[CLAMP (action->status, 0, (gint64) G_N_ELEMENTS (keys) - 1)]);
  g_autofree char *origin = origin_words (sheet, meeting_of_item (sheet->store, action->item_id));
  g_autofree char *who = akk_words_owner (sheet->store, action->lead_id, action->lead);
  g_autofree char *until = until_words (sheet, action->deadline);
  g_autofree char *stand = g_strconcat (until, " " BREAK, status, NULL);
  const char *const cells[] = { or_dash (action->number), action->title, origin, or_dash (who),
                                stand };

  akk_sheet_table_add (table, cells);
}

static gboolean
add_actions (AkkSheet *sheet)
{
  AkkPhrases *phrases = sheet->phrases;
  const char *const heads[] = { akk_phrases_get (phrases, "decisions-number"),
                                akk_phrases_get (phrases, "open-title"),
                                akk_phrases_get (phrases, "open-from"),
                                akk_phrases_get (phrases, "open-who"),
                                akk_phrases_get (phrases, "open-until") };
  g_autoptr (GListModel) actions = akk_store_list (sheet->store, &akk_action_record, "agreement_id",
                                                   sheet->agreement->record.id);
  AkkSheetTable table;
  gboolean begun = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++) {
    g_autoptr (AkkAction) action = g_list_model_get_item (actions, i);
    if (!akk_action_open (action))
      continue;
    if (!begun) {
      sheet->flow->after = 0;
      akk_sheet_line (sheet, akk_phrases_get (phrases, "actions"), AKK_LOOK_UNNUMBERED,
                      AKK_PAGE_LEFT, 2 * AKK_SLOT, "H2");
      sheet->flow->after = 3;
      akk_sheet_table_begin (&table, sheet, columns, G_N_ELEMENTS (columns), "", heads);
    }
    begun = TRUE;
    add_action (&table, action);
  }
  if (begun)
    akk_sheet_table_end (&table);
  return begun;
}

/* --- The pages --- */

AkkPages *
akk_pack_open_items (
    AkkPaper *paper, AkkStore *store, AkkAgreement *agreement, AkkMeeting *meeting, gint64 today)
{
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  g_autofree char *date = NULL, *stand = NULL;
  gboolean any;
  AkkSheet sheet;

  akk_sheet_init (&sheet, paper, store, agreement, today);
  date = akk_phrases_date (sheet.phrases, today);
  stand = akk_phrases_format (sheet.phrases, "open-on", "date", date, NULL);
  akk_sheet_furniture (&sheet, name, akk_phrases_get (sheet.phrases, "open-items"), stand);
  akk_sheet_head (&sheet, name, akk_phrases_get (sheet.phrases, "open-items"), stand);
  any = add_decisions (&sheet, meeting);
  any |= add_actions (&sheet);
  if (!any)
    akk_sheet_line (&sheet, akk_phrases_get (sheet.phrases, "open-none"), AKK_LOOK_TEXT,
                    AKK_TEXT_LEFT, AKK_SLOT, "P");
  return akk_sheet_finish (&sheet);
}

AkkPages *
akk_pack_notice (AkkPaper *paper,
                 AkkStore *store,
                 AkkAgreement *agreement,
                 const char *name,
                 const char *facts,
                 const char *sentence)
{
  AkkSheet sheet;

  akk_sheet_init (&sheet, paper, store, agreement, 0);
  akk_sheet_furniture (&sheet, name, "", "");
  akk_sheet_head (&sheet, "", name, facts);
  akk_sheet_line (&sheet, sentence, AKK_LOOK_TEXT, AKK_TEXT_LEFT, AKK_SLOT, "P");
  return akk_sheet_finish (&sheet);
}
