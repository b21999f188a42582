/* The invitation to a meeting: a letter that says when, where and what about, and who is invited.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/organisation.h"
#include "print/meeting-internal.h"

#define PADDING 2.5
#define RULE 0.9
#define HAIRLINE 0.3
#define LABEL_WIDTH 86.0
#define GAP 12.0
#define COLUMN ((AKK_FULL_WIDTH - GAP) / 2)
#define PEOPLE_X 83.0
#define ROWS 24 /* of a column of those who are invited */

/* --- Where, and by whom --- */

typedef struct {
  AkkMeetingSheet *sheet;
  guint table;
  gboolean begun;
} Facts;

static void
add_fact (Facts *self, const char *key, const char *value, const char *href)
{
  AkkSheet *sheet = &self->sheet->sheet;
  AkkFlow *flow = sheet->flow;
  const double x = AKK_PAGE_LEFT + LABEL_WIDTH;
  g_auto (AkkCopy) copy = { 0 };

  if (*value == '\0')
    return;
  if (!self->begun)
    self->table = akk_flow_node (flow, AKK_NO_NODE, "Table");
  akk_copy_add (&copy, value, strlen (value), (AkkCopyRun) { .href = href });

  AkkSet *set = akk_paper_set (flow->paper, &copy, AKK_LOOK_BRIEF, AKK_PAGE_RIGHT - x);
  guint row = akk_flow_node (flow, self->table, "TR");
  guint head = akk_flow_node (flow, row, "TH");
  guint cell = akk_flow_node (flow, row, "TD");
  double height = set->n_lines * (double) set->leading + 2 * PADDING;
  akk_flow_node_at (flow, head)->scope = "Row";
  akk_flow_row (flow, self->begun ? 0 : AKK_SLOT, height, AKK_NO_LINE);
  akk_sheet_put (sheet,
                 akk_sheet_set (sheet, akk_phrases_get (sheet->phrases, key), AKK_LOOK_BRIEF_LABEL,
                                LABEL_WIDTH),
                 AKK_PAGE_LEFT, PADDING, FALSE, head);
  akk_sheet_put (sheet, set, x, PADDING, FALSE, cell);
  if (!self->begun)
    akk_flow_fill (flow, AKK_PAGE_LEFT, 0, AKK_FULL_WIDTH, RULE, AKK_FILL_BLACK);
  akk_flow_fill (flow, AKK_PAGE_LEFT, height, AKK_FULL_WIDTH, HAIRLINE, AKK_FILL_HAIRLINE);
  flow->keep = AKK_KEEP_STRONG;
  self->begun = TRUE;
}

static void
add_facts (AkkMeetingSheet *self)
{
  AkkSheet *sheet = &self->sheet;
  Facts facts = { .sheet = self };
  g_autofree char *place = akk_phrases_sentence (self->meeting->place);
  g_autofree char *convener = akk_words_owner (sheet->store, self->body->convener_id, "");

  add_fact (&facts, "invitation-place", place, NULL);
  add_fact (&facts, "invitation-link", self->meeting->link, g_intern_string (self->meeting->link));
  add_fact (&facts, "invitation-from", convener, NULL);
  add_fact (&facts, "invitation-chair", akk_words_chair (self->agenda), NULL);
  add_fact (&facts, "invitation-prepared", self->body->preparer, NULL);
  add_fact (&facts, "invitation-secretary", akk_words_secretary (self->agenda), NULL);
  if (!facts.begun)
    return;

  AkkFill *last = &g_array_index (sheet->flow->fills, AkkFill, sheet->flow->fills->len - 1);
  last->height = RULE;
  last->colour = AKK_FILL_BLACK;
  sheet->flow->keep = AKK_KEEP_NONE;
  sheet->flow->after = AKK_SLOT / 2;
}

/* --- Who is invited --- */

/* "Griet Lammens, Tom Raes"; a seat that nobody takes is not left out. */
static char *
invited_words (AkkMeetingSheet *self, const AkkAgendaParty *party)
{
  AkkPhrases *phrases = self->sheet.phrases;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = self->agenda->seats->pdata[i];
    g_autofree char *vacant = NULL;

    if (seat->party == NULL || seat->party->record.id != party->party->record.id)
      continue;
    if (seat->person == NULL)
      vacant =
          *seat->seat->function != '\0'
              ? akk_phrases_format (phrases, "vacant-seat", "function", seat->seat->function, NULL)
              : g_strdup (akk_phrases_get (phrases, "vacant"));
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                            seat->person != NULL ? seat->person->name : vacant);
    if (seat->seat->kind == AKK_SEAT_EXPERT)
      g_string_append_printf (words, " (%s)", akk_phrases_get (phrases, "expert"));
  }
  return g_string_free_and_steal (words);
}

static double
add_column (AkkMeetingSheet *self, guint from, guint to, double x, guint table)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  double y = 1;

  for (guint i = from; i < to; i++) {
    const AkkAgendaParty *party = self->agenda->parties->pdata[i];
    g_autofree char *people = invited_words (self, party);
    guint row = akk_flow_node (flow, table, "TR");
    guint head = akk_flow_node (flow, row, "TH");
    guint cell = akk_flow_node (flow, row, "TD");
    akk_flow_node_at (flow, head)->scope = "Row";
    double name =
        akk_sheet_put (sheet, akk_sheet_set_bold (sheet, party->name, AKK_LOOK_CELL, PEOPLE_X - 6),
                       x, y, FALSE, head);
    double who =
        akk_sheet_put (sheet, akk_sheet_set (sheet, people, AKK_LOOK_CELL, COLUMN - PEOPLE_X),
                       x + PEOPLE_X, y, FALSE, cell);
    y += MAX (name, who) + PADDING;
    if (i + 1 < to)
      akk_flow_fill (flow, x, y, COLUMN, HAIRLINE, AKK_FILL_HAIRLINE);
  }
  return y;
}

static void
add_invited (AkkMeetingSheet *self)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  guint n = self->agenda->parties->len, table;

  if (n == 0)
    return;
  akk_sheet_line (sheet, akk_phrases_get (sheet->phrases, "invited"), AKK_LOOK_UNNUMBERED,
                  AKK_PAGE_LEFT, 1.5 * AKK_SLOT, "H2");
  table = akk_flow_node (flow, AKK_NO_NODE, "Table");
  for (guint from = 0; from < n; from += 2 * ROWS) {
    guint to = MIN (from + 2 * ROWS, n), middle = from + (to - from + 1) / 2;
    guint row = flow->rows->len;

    akk_flow_row (flow, 3, AKK_SLOT, AKK_NO_LINE);
    double left = add_column (self, from, middle, AKK_PAGE_LEFT, table);
    double right = add_column (self, middle, to, AKK_PAGE_LEFT + COLUMN + GAP, table);
    for (guint side = 0; side < (middle < to ? 2u : 1u); side++) {
      double x = AKK_PAGE_LEFT + side * (COLUMN + GAP);
      akk_flow_fill (flow, x, 0, COLUMN, RULE, AKK_FILL_BLACK);
      akk_flow_fill (flow, x, MAX (left, right), COLUMN, RULE, AKK_FILL_BLACK);
    }
    g_array_index (flow->rows, AkkRow, row).height = (float) MAX (left, right);
  }
}

/* --- The whole --- */

AkkPages *
akk_invitation_print (AkkPaper *paper, AkkStore *store, AkkMeeting *meeting, gint64 today)
{
  AkkMeetingSheet self;
  g_autofree char *to = NULL, *footer = NULL, *day = NULL, *facts = NULL;

  akk_meeting_sheet_init (&self, paper, store, meeting, today);
  AkkPhrases *phrases = self.sheet.phrases;
  day = akk_phrases_date (phrases, akk_meeting_invitation_day (meeting, today));
  footer = akk_phrases_format (phrases, "invitation-on", "date", day, NULL);
  to = akk_words_of_body (phrases, "invitation-to", self.body);
  const char *const parts[] = { to, day };
  facts = akk_words_join (parts, G_N_ELEMENTS (parts));
  akk_meeting_sheet_head (&self, "invitation-of", "invitation", facts, footer);
  akk_meeting_sheet_add_fate (&self);
  add_facts (&self);
  akk_sheet_prose (&self.sheet, meeting->invitation, 1.5 * AKK_SLOT);
  if (self.agenda->entries->len == 0)
    akk_sheet_line (&self.sheet, akk_phrases_get (phrases, "agenda-empty"), AKK_LOOK_TEXT,
                    AKK_TEXT_LEFT, AKK_SLOT, "P");
  akk_meeting_sheet_add_brief (&self);
  add_invited (&self);
  return akk_meeting_sheet_finish (&self);
}
