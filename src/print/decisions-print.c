/* The decision register of an agreement: what its bodies decided, and what became of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agenda.h"
#include "core/meetings.h"
#include "print/meeting-print.h"
#include "print/meeting-words.h"
#include "print/sheet.h"

#define BREAK "\342\200\250" /* U+2028: a new line in a cell */

static char *
state_words (AkkSheet *sheet, const AkkDecision *decision)
{
  static const char *const keys[] = { "state-draft", "state-taken", "state-carried-out",
                                      "state-replaced-plain", "state-withdrawn" };
  g_autoptr (AkkDecision) successor =
      decision->successor_id != 0
          ? akk_store_get (sheet->store, &akk_decision_record, decision->successor_id)
          : NULL;
  g_autofree char *state = NULL;

  if (decision->state == AKK_DECISION_REPLACED && successor != NULL && *successor->number != '\0')
    state =
        akk_phrases_format (sheet->phrases, "state-replaced", "number", successor->number, NULL);
  else
    state = g_strdup (akk_phrases_get (
        sheet->phrases, keys[CLAMP (decision->state, 0, (gint64) G_N_ELEMENTS (keys) - 1)]));
  if (*decision->result == '\0')
    return g_steal_pointer (&state);
  return g_strdup_printf ("%s" BREAK "%s", state, decision->result);
}

static char *
owner_words (AkkSheet *sheet, const AkkDecision *decision)
{
  g_autofree char *who = akk_words_owner (sheet->store, decision->owner_id, decision->owner);
  g_autofree char *date = akk_phrases_date (sheet->phrases, decision->due_on);
  g_autofree char *until =
      *date != '\0' ? akk_phrases_format (sheet->phrases, "until", "date", date, NULL) : NULL;

  if (*who == '\0' && until == NULL)
    return g_strdup ("–");
  return g_strjoin (*who != '\0' && until != NULL ? BREAK : "", who, until, NULL);
}

/* Under the decision: when it was taken, and how. */
static void
add_decision (AkkSheetTable *table, const AkkMeeting *meeting, const AkkDecision *decision)
{
  AkkSheet *sheet = table->sheet;
  gboolean draft = decision->state == AKK_DECISION_DRAFT;
  g_autofree char *date = akk_phrases_date (sheet->phrases, meeting->date);
  g_autofree char *mode = draft ? NULL : akk_words_mode (sheet->phrases, decision);
  const char *const parts[] = { date, mode };
  g_autofree char *taken = akk_words_join (parts, G_N_ELEMENTS (parts));
  g_autofree char *text = g_strconcat (decision->text, BREAK, taken, NULL);
  g_autofree char *owner = owner_words (sheet, decision);
  g_autofree char *state = state_words (sheet, decision);
  const char *const cells[] = { *decision->number != '\0' ? decision->number : "–", text, owner,
                                state };

  akk_sheet_table_add (table, cells);
}

/* The decisions of one body under its name; nothing if it has none. */
static gboolean
add_body (AkkSheet *sheet, AkkBody *body)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = 40, .bold = TRUE },
    { .x = AKK_PAGE_LEFT + 44, .width = 172 },
    { .x = AKK_PAGE_LEFT + 222, .width = 100 },
    { .x = AKK_PAGE_LEFT + 328, .width = AKK_FULL_WIDTH - 328 },
  };
  const char *const heads[] = { akk_phrases_get (sheet->phrases, "decisions-number"),
                                akk_phrases_get (sheet->phrases, "decisions-text"),
                                akk_phrases_get (sheet->phrases, "decisions-owner"),
                                akk_phrases_get (sheet->phrases, "decisions-state") };
  g_autoptr (GPtrArray) meetings = akk_meetings (sheet->store, 0, body->record.id);
  AkkSheetTable table;
  gboolean begun = FALSE;

  for (guint i = 0; i < meetings->len; i++) {
    AkkMeeting *meeting = meetings->pdata[i];
    g_autoptr (GListModel) decisions =
        akk_store_list (sheet->store, &akk_decision_record, "meeting_id", meeting->record.id);
    for (guint k = 0; k < g_list_model_get_n_items (decisions); k++) {
      g_autoptr (AkkDecision) decision = g_list_model_get_item (decisions, k);
      if (!begun) {
        akk_sheet_line (sheet, body->name, AKK_LOOK_UNNUMBERED, AKK_PAGE_LEFT, 1.5 * AKK_SLOT,
                        "H2");
        sheet->flow->after = 3;
        akk_sheet_table_begin (&table, sheet, columns, G_N_ELEMENTS (columns), "", heads);
      }
      begun = TRUE;
      add_decision (&table, meeting, decision);
    }
  }
  if (begun)
    akk_sheet_table_end (&table);
  return begun;
}

AkkPages *
akk_decisions_print (AkkPaper *paper, AkkStore *store, AkkAgreement *agreement, gint64 today)
{
  g_autoptr (GListModel) bodies =
      akk_store_list (store, &akk_body_record, "agreement_id", agreement->record.id);
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  g_autofree char *date = NULL, *footer = NULL;
  gboolean any = FALSE;
  AkkSheet sheet;

  akk_sheet_init (&sheet, paper, store, agreement, today);
  date = akk_phrases_date (sheet.phrases, today);
  footer = akk_phrases_format (sheet.phrases, "decisions-on", "date", date, NULL);
  akk_sheet_furniture (&sheet, name, akk_phrases_get (sheet.phrases, "decisions"), footer);
  akk_sheet_head (&sheet, name, akk_phrases_get (sheet.phrases, "decisions"), "");
  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);
    any |= add_body (&sheet, body);
  }
  if (!any)
    akk_sheet_line (&sheet, akk_phrases_get (sheet.phrases, "decisions-none"), AKK_LOOK_TEXT,
                    AKK_PAGE_LEFT, AKK_SLOT, "P");
  return akk_sheet_finish (&sheet);
}
