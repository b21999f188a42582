/* The decision of a council or board on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/council-print.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/dossier-info.h"
#include "core/dossier.h"
#include "print/prose.h"

#define DAY_S G_GINT64_CONSTANT (86400)
#define BREAK "\342\200\250" /* U+2028: a new line in a cell */
#define LABEL 92.0 /* width of the words before a fact */
/* More names than this do not stand below one another. */
#define MOST_LINES 12

/* --- What it says of itself --- */

/* "Gemeenteraad van Zele"; "" if nothing is known. */
static char *
organ_words (AkkSheet *sheet, const AkkPartyEntry *entry)
{
  g_autofree char *organ = akk_phrases_sentence (entry->decision->organ);
  const char *party =
      entry->organisation != NULL ? akk_organisation_short (entry->organisation) : "";

  if (*organ == '\0' || *party == '\0' || strstr (organ, party) != NULL)
    return g_strdup (*organ != '\0' ? organ : party);
  return akk_phrases_format (sheet->phrases, "council-of", "organ", organ, "party", party, NULL);
}

static const char *
title_of (AkkSheet *sheet, const AkkCouncilDecision *decision)
{
  return *decision->title != '\0' ? decision->title
                                  : akk_phrases_get (sheet->phrases, "council-title");
}

/* In the footer of its pages, before the version. */
static char *
footer_words (AkkSheet *sheet, const AkkCouncilDecision *decision)
{
  if (*decision->reference == '\0')
    return g_strdup (sheet->flow->version);
  return g_strdup_printf ("%s · %s", decision->reference, sheet->flow->version);
}

/* Lines below one another, or after one another where they are many. */
static char *
lines_words (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    g_strstrip (lines[i]);
    if (*lines[i] == '\0')
      g_free (lines[i]);
    else
      lines[n++] = lines[i];
  }
  lines[n] = NULL;
  return g_strjoinv (n > MOST_LINES ? "; " : BREAK, lines);
}

/* --- Its parts --- */

typedef struct {
  AkkSheet *sheet;
  AkkSheetTable table;
  gboolean begun;
} Facts;

static void
add_fact (Facts *self, const char *key, const char *text)
{
  static const AkkSheetColumn columns[] = {
    { .x = AKK_PAGE_LEFT, .width = LABEL - 8, .bold = TRUE },
    { .x = AKK_PAGE_LEFT + LABEL, .width = AKK_FULL_WIDTH - LABEL },
  };
  const char *const cells[] = { akk_phrases_get (self->sheet->phrases, key), text };

  if (*text == '\0')
    return;
  if (!self->begun) {
    self->sheet->flow->after = AKK_SLOT / 2;
    akk_sheet_table_begin (&self->table, self->sheet, columns, G_N_ELEMENTS (columns), "", NULL);
  }
  self->begun = TRUE;
  akk_sheet_table_add (&self->table, cells);
}

static char *
result_words (AkkSheet *sheet, const AkkCouncilDecision *decision)
{
  if (decision->result == AKK_COUNCIL_APPROVED)
    return g_strdup (akk_phrases_get (sheet->phrases, "council-approved"));
  if (decision->result == AKK_COUNCIL_REJECTED)
    return g_strdup (akk_phrases_get (sheet->phrases, "council-rejected"));
  return g_strdup ("");
}

static void
add_facts (AkkSheet *sheet, const AkkCouncilDecision *decision)
{
  gint64 day = decision->decided_on != AKK_NO_DATE ? decision->decided_on : decision->planned_on;
  g_autofree char *session = akk_phrases_date (sheet->phrases, day);
  g_autofree char *result = result_words (sheet, decision);
  g_autofree char *present = lines_words (decision->present);
  g_autofree char *competent = lines_words (decision->competent);
  g_autofree char *involved = lines_words (decision->involved);
  Facts facts = { .sheet = sheet };

  add_fact (&facts, "council-reference", decision->reference);
  add_fact (&facts, "council-session", session);
  add_fact (&facts, "council-result", result);
  add_fact (&facts, "council-present", present);
  add_fact (&facts, "council-competent", competent);
  add_fact (&facts, "council-involved", involved);
  if (facts.begun)
    akk_sheet_table_end (&facts.table);
}

static void
add_heading (AkkSheet *sheet, const char *key)
{
  akk_sheet_line (sheet, akk_phrases_get (sheet->phrases, key), AKK_LOOK_UNNUMBERED, AKK_TEXT_LEFT,
                  AKK_SLOT, "H2");
}

static void
add_prose (AkkSheet *sheet, const char *key, const char *commonmark)
{
  g_autofree char *bare = g_strstrip (g_strdup (commonmark));

  if (*bare == '\0')
    return;
  add_heading (sheet, key);
  akk_sheet_prose (sheet, commonmark, 0);
}

/* A line each, as a list. */
static void
add_list (AkkSheet *sheet, const char *key, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  AkkFlow *flow = sheet->flow;
  guint list = AKK_NO_NODE;

  for (guint i = 0; lines[i] != NULL; i++) {
    if (*g_strstrip (lines[i]) == '\0')
      continue;
    if (list == AKK_NO_NODE) {
      add_heading (sheet, key);
      list = akk_flow_node (flow, AKK_NO_NODE, "L");
      akk_flow_node_at (flow, list)->numbering = "Disc";
    }
    guint item = akk_flow_node (flow, list, "LI");
    AkkFlowText how = { .x = AKK_TEXT_LEFT + AKK_PROSE_INDENT,
                        .line = AKK_NO_LINE,
                        .marker = akk_sheet_set (sheet, "•", AKK_LOOK_TEXT, AKK_TEXT_WIDTH),
                        .marker_x = AKK_TEXT_LEFT + AKK_PROSE_INDENT - 11.5,
                        .marker_node = akk_flow_node (flow, item, "Lbl") };
    how.node = akk_flow_node (flow, item, "LBody");
    akk_flow_text (flow, akk_sheet_set (sheet, lines[i], AKK_LOOK_TEXT, AKK_PAGE_RIGHT - how.x),
                   &how);
  }
}

static void
add_vote (AkkSheet *sheet, const AkkCouncilDecision *decision)
{
  g_autofree char *vote = lines_words (decision->vote);

  if (*vote == '\0')
    return;
  add_heading (sheet, "council-vote");
  akk_sheet_line (sheet, vote, AKK_LOOK_TEXT, AKK_TEXT_LEFT, 0, "P");
}

/* --- Public --- */

void
akk_council_print_add (AkkSheet *sheet, const AkkPartyEntry *entry)
{
  const AkkCouncilDecision *decision = entry->decision;
  AkkFlow *flow = sheet->flow;
  const char *part = flow->part, *foot = flow->foot;

  if (decision == NULL)
    return;
  g_autofree char *organ = organ_words (sheet, entry);
  g_autofree char *eyebrow = akk_phrases_upper (organ);
  g_autofree char *footer = footer_words (sheet, decision);

  flow->new_page = flow->rows->len > 0;
  flow->part = g_string_chunk_insert_const (flow->strings, organ);
  flow->foot = g_string_chunk_insert (flow->strings, footer);
  akk_sheet_head (sheet, eyebrow, title_of (sheet, decision), "");
  add_facts (sheet, decision);
  add_prose (sheet, "council-basis", decision->legal_basis);
  add_prose (sheet, "council-motivation", decision->motivation);
  add_list (sheet, "council-attached", decision->attached);
  add_prose (sheet, "council-articles", decision->articles);
  add_vote (sheet, decision);
  flow->part = part;
  flow->foot = foot;
}

/* NULL with the error: no decision of the party is known. */
static const AkkPartyEntry *
find_entry (GPtrArray *parties, gint64 party, GError **error)
{
  const char *name = "";

  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];

    if (entry->party->record.id != party)
      continue;
    if (entry->decision != NULL)
      return entry;
    name = entry->organisation != NULL ? akk_organisation_short (entry->organisation) : "";
  }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("No decision of the council of %s is known yet."), name);
  return NULL;
}

AkkDocument *
akk_council_document_new (AkkStore *store, AkkAgreement *agreement, gint64 party, GError **error)
{
  g_autoptr (AkkDocument) self = g_new0 (AkkDocument, 1);
  g_autoptr (GPtrArray) parties = akk_parties_new (store, agreement->record.id);
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) dossier = g_list_model_get_item (infos, 0);
  const AkkPartyEntry *entry = find_entry (parties, party, error);
  gint64 today = akk_store_today (store);
  g_autoptr (AkkPaper) paper = NULL;
  AkkSheet sheet;

  self->language = g_strdup (akk_agreement_language (agreement));
  paper = entry != NULL ? akk_paper_new (self->language, error) : NULL;
  if (paper == NULL)
    return NULL;
  akk_sheet_init (&sheet, paper, store, agreement, today);
  g_autofree char *date = akk_phrases_date (sheet.phrases, today);
  g_autofree char *footer = akk_phrases_format (sheet.phrases, "council-on", "date", date, NULL);
  const char *title = title_of (&sheet, entry->decision);

  self->title = *entry->decision->reference != '\0'
                    ? g_strdup_printf ("%s – %s", entry->decision->reference, title)
                    : g_strdup (title);
  self->author = g_strdup (dossier != NULL ? dossier->name : "");
  self->subject = g_strdup (agreement->title);
  self->date = today * DAY_S;
  akk_sheet_furniture (&sheet,
                       *agreement->short_title != '\0' ? agreement->short_title : agreement->title,
                       "", footer);
  akk_council_print_add (&sheet, entry);
  self->pages = akk_sheet_finish (&sheet);
  return g_steal_pointer (&self);
}
