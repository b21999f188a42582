/* The contents of a long evaluation report, with the numbers of its pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/evaluation-internal.h"
#include "print/pages-internal.h"

#define PAGE_WIDTH 28.0
#define DOTS_END 20.0
#define NUMBER_GAP 6.0
#define DOT 1.2
#define COLUMN 28.0

static guint
link_node (AkkReport *self, const AkkReportEntry *entry, guint toc)
{
  AkkFlow *flow = self->sheet.flow;
  guint item = akk_flow_node (flow, toc, "TOCI");
  guint reference = akk_flow_node (flow, item, "Reference");
  guint link = akk_flow_node (flow, reference, "Link");

  akk_flow_node_at (flow, link)->target = akk_flow_anchor (AKK_ANCHOR_PLACE, entry->place);
  return link;
}

static void
add_entry (AkkReport *self, const AkkReportEntry *entry, guint toc)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  const double x = AKK_TEXT_LEFT + COLUMN;
  guint link = link_node (self, entry, toc);
  g_autoptr (AkkSet) title =
      akk_sheet_set (sheet, entry->title, AKK_LOOK_ENTRY, AKK_PAGE_RIGHT - PAGE_WIDTH - x);
  const AkkSetLine *last = &title->lines[title->n_lines - 1];
  const double height = title->n_lines * (double) title->leading;
  const double baseline = height - title->leading + title->baseline;
  const double dots = x + last->width + NUMBER_GAP;
  AkkReportPromise promise;

  akk_flow_row (flow, 0, height, AKK_NO_LINE);
  akk_flow_node_at (flow, link)->width = (float) (AKK_PAGE_RIGHT - AKK_TEXT_LEFT);
  akk_flow_node_at (flow, link)->height = (float) height;
  if (*entry->number != '\0')
    akk_sheet_put (sheet, akk_sheet_set (sheet, entry->number, AKK_LOOK_ENTRY, COLUMN),
                   AKK_TEXT_LEFT, 0, FALSE, link);
  akk_sheet_put (sheet, akk_set_ref (title), x, 0, FALSE, link);
  promise = (AkkReportPromise) { .piece = flow->pieces->len, .link = link };
  g_array_append_val (self->promises, promise);
  akk_sheet_put (sheet, akk_sheet_set (sheet, "–", AKK_LOOK_ENTRY, PAGE_WIDTH), AKK_PAGE_RIGHT,
                 height - title->leading, TRUE, link);
  akk_flow_fill (flow, dots, baseline - DOT, AKK_PAGE_RIGHT - DOTS_END - dots, DOT,
                 AKK_FILL_LEADER);
}

/* The first part follows on the same page, if there is room for its beginning. */
void
akk_report_add_contents (AkkReport *self)
{
  AkkFlow *flow = self->sheet.flow;
  const char *title = akk_report_phrase (self, "contents");
  guint toc;

  if (self->known == NULL)
    return;
  flow->part = g_string_chunk_insert_const (flow->strings, title);
  akk_sheet_line (&self->sheet, title, AKK_LOOK_PART, AKK_TEXT_LEFT, 0, "H2");
  flow->after = AKK_SLOT;
  toc = akk_flow_node (flow, AKK_NO_NODE, "TOC");
  for (guint i = 0; i < self->known->len; i++)
    add_entry (self, &g_array_index (self->known, AkkReportEntry, i), toc);
  flow->keep = AKK_KEEP_NONE;
}

void
akk_report_keep_promises (AkkReport *self, AkkPages *pages)
{
  AkkFlow *flow = pages->flow;

  for (guint i = 0; i < self->promises->len && i < self->entries->len; i++) {
    const AkkReportPromise *promise = &g_array_index (self->promises, AkkReportPromise, i);
    const AkkReportEntry *entry = &g_array_index (self->entries, AkkReportEntry, i);
    AkkFlowPiece *piece = &g_array_index (flow->pieces, AkkFlowPiece, promise->piece);
    g_autofree char *number = NULL, *alt = NULL;
    double y, height;
    guint page;

    if (!akk_pages_find_line (pages, (guint) entry->place, &page, &y, &height))
      continue;
    number = g_strdup_printf ("%u", page + 1);
    alt = akk_phrases_format (akk_paper_phrases (flow->paper), "leads-to", "title", entry->title,
                              "page", number, NULL);
    akk_flow_node_at (flow, promise->link)->alt = g_string_chunk_insert (flow->strings, alt);
    akk_set_unref (piece->set);
    piece->set = akk_flow_set (flow, number, AKK_LOOK_ENTRY, PAGE_WIDTH);
    piece->x = (float) AKK_PAGE_RIGHT - piece->set->width;
  }
}
