/* The contents of an agreement, with the numbers of the real pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "print/agreement-internal.h"
#include "print/check-block.h"

/* Fewer headings are found without help; those that run in are the words of paragraphs. */
#define MIN_HEADINGS 4
#define MAX_INDENT 2
#define COLUMN 28.0 /* of a number */
#define NUMBER_GAP 6.0
/* At the right: the page number, and what keeps text and dots away from it. */
#define PAGE_WIDTH 28.0
#define DOTS_END 20.0
#define DOT 1.2
/* That the block by which paper is checked needs: it begins no page, the last page has it too. */
#define CHECK_ROOM 75.0

typedef struct {
  char *number, *heading;
  guint line, indent;
  gboolean part;
  gint64 place; /* id of the section or the caption */
} Entry;

typedef struct {
  AkkAgreementPrinter *printer;
  GArray *entries; /* Entry */
  guint n_headings; /* of sections, that stand on a line of their own */
  double columns[MAX_INDENT + 2]; /* where the number of each indent begins */
} Contents;

static void
entry_clear (gpointer data)
{
  Entry *self = data;

  g_free (self->number);
  g_free (self->heading);
}

/* --- What it lists --- */

static gboolean
same_unnumbered (const AkkOutlineEntry *a, const AkkOutlineEntry *b)
{
  return *a->number == '\0' && *b->number == '\0' &&
         strcmp (a->section->heading, b->section->heading) == 0;
}

/* Whether nobody finds a section by its heading: it returns elsewhere, always without a number
 * ("Onze engagementen"). */
static gboolean
leads_nowhere (Contents *self, const AkkOutlineEntry *entry, guint depth)
{
  const GPtrArray *outline = self->printer->matter->outline;

  for (guint i = 0; depth > 1 && i < outline->len; i++) {
    const AkkOutlineEntry *other = g_ptr_array_index (outline, i);
    if (other != entry && same_unnumbered (entry, other))
      return TRUE;
  }
  return FALSE;
}

static void
add_section (Contents *self, guint index, AkkRank ranks[AKK_MAX_DEPTH + 1])
{
  AkkAgreementPrinter *printer = self->printer;
  const AkkLine *line = printer->matter->text->lines[index];
  const AkkOutlineEntry *outline = akk_printer_entry (printer, line->section);
  guint depth = CLAMP (line->level, 1, AKK_MAX_DEPTH), indent = 0;

  if (outline == NULL)
    return;
  ranks[depth] = akk_printer_rank (printer, outline, depth, ranks[depth - 1]);
  for (guint above = 1; above < depth; above++)
    indent += ranks[above] != AKK_RANK_PART;
  if (indent > MAX_INDENT || (*line->text == '\0' && *outline->number == '\0') ||
      leads_nowhere (self, outline, depth))
    return;

  Entry entry = { .heading = g_strdup (line->text),
                  .number = akk_printer_number (outline),
                  .line = index,
                  .indent = indent,
                  .part = ranks[depth] == AKK_RANK_PART,
                  .place = line->section };
  gsize n = strlen (entry.number);
  if (n > 0 && entry.number[n - 1] == '.')
    entry.number[n - 1] = '\0';
  self->n_headings += outline->section->scheme != AKK_SCHEME_RUN_IN;
  g_array_append_val (self->entries, entry);
}

static void
find_sections (Contents *self)
{
  AkkRank ranks[AKK_MAX_DEPTH + 1] = { AKK_RANK_ARTICLE };
  const AkkText *text = self->printer->matter->text;

  for (guint i = 0; i < text->n_lines; i++) {
    if (text->lines[i]->kind == AKK_LINE_HEADING)
      add_section (self, i, ranks);
  }
}

/* Tables, or figures: those with a caption. */
static void
find_captions (Contents *self, gboolean figures)
{
  const AkkText *text = self->printer->matter->text;
  AkkCaptionCount count = { 0 };

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    gboolean figure = FALSE;
    guint number = akk_text_count_caption (text, i, &count, &figure);

    if (number == 0 || figure != figures)
      continue;
    g_auto (AkkCopy) copy = { 0 };
    akk_prose_copy (&self->printer->body, line, 0, &copy, NULL);
    Entry entry = { .heading = g_strdup (copy.text != NULL ? copy.text->str : ""),
                    .number = g_strdup_printf ("%u", number),
                    .line = i,
                    .place =
                        g_ascii_strtoll (line->runs[0].field + strlen ("caption:"), NULL, 10) };
    g_strstrip (entry.heading);
    g_array_append_val (self->entries, entry);
  }
}

/* --- How --- */

static AkkLook
look_of (const Entry *entry)
{
  return entry->part ? AKK_LOOK_ENTRY_PART : AKK_LOOK_ENTRY;
}

/* Columns are as wide as their widest number. */
static void
measure_columns (Contents *self)
{
  double widths[MAX_INDENT + 1] = { COLUMN, COLUMN, COLUMN };

  for (guint i = 0; i < self->entries->len; i++) {
    const Entry *entry = &g_array_index (self->entries, Entry, i);
    if (entry->part || *entry->number == '\0')
      continue;
    g_autoptr (AkkSet) set =
        akk_printer_set (self->printer, entry->number, AKK_LOOK_ENTRY, AKK_FULL_WIDTH);
    widths[entry->indent] = MAX (widths[entry->indent], set->width + NUMBER_GAP);
  }
  self->columns[0] = AKK_TEXT_LEFT;
  for (guint i = 0; i <= MAX_INDENT; i++)
    self->columns[i + 1] = self->columns[i] + widths[i];
}

/* The number hangs: that of a part in the number column, that of an article in its own. */
static void
place_number (Contents *self, const Entry *entry, AkkSet *number, double *number_x, double *text_x)
{
  *number_x = entry->part ? AKK_PAGE_LEFT : self->columns[entry->indent];
  *text_x = self->columns[entry->indent + (entry->part || number == NULL ? 0 : 1)];
  if (number != NULL)
    *text_x = MAX (*text_x, *number_x + number->width + NUMBER_GAP);
}

/* `page` is not known yet: a promise that is kept later. */
static void
promise_page (Contents *self, const Entry *entry, guint link, double baseline)
{
  AkkFlow *flow = self->printer->flow;
  AkkPagePromise promise = {
    .piece = flow->pieces->len, .link = link, .line = entry->line, .look = look_of (entry)
  };

  akk_flow_piece (flow, akk_printer_set (self->printer, "–", promise.look, PAGE_WIDTH), 0,
                  AKK_PAGE_RIGHT, baseline, link);
  g_array_append_val (self->printer->promises, promise);
}

static guint
link_node (Contents *self, const Entry *entry, guint toc)
{
  AkkFlow *flow = self->printer->flow;
  guint item = akk_flow_node (flow, toc, "TOCI");
  guint reference = akk_flow_node (flow, item, "Reference");

  guint link = akk_flow_node (flow, reference, "Link");
  akk_flow_node_at (flow, link)->target = akk_flow_anchor (AKK_ANCHOR_PLACE, entry->place);
  akk_flow_node_at (flow, link)->alt = g_string_chunk_insert (flow->strings, entry->heading);
  return link;
}

static void
add_entry (Contents *self, const Entry *entry, guint toc)
{
  AkkFlow *flow = self->printer->flow;
  AkkLook look = look_of (entry);
  guint link = link_node (self, entry, toc);
  double number_x, text_x;
  AkkSet *number = *entry->number != '\0'
                       ? akk_printer_set (self->printer, entry->number, look, AKK_FULL_WIDTH)
                       : NULL;
  place_number (self, entry, number, &number_x, &text_x);
  g_autoptr (AkkSet) set =
      akk_printer_set (self->printer, entry->heading, look, AKK_PAGE_RIGHT - PAGE_WIDTH - text_x);
  const AkkSetLine *last = &set->lines[set->n_lines - 1];
  double dots = text_x + last->width + NUMBER_GAP;
  double height = set->n_lines * set->leading;
  double baseline = height - set->leading + set->baseline;
  AkkNode *node = akk_flow_node_at (flow, link);

  akk_flow_row (flow, entry->part && toc != 0 ? AKK_SLOT / 2 : 0, height, AKK_NO_LINE);
  node->width = (float) (AKK_PAGE_RIGHT - (number != NULL ? number_x : text_x));
  node->height = (float) height;
  if (number != NULL)
    akk_flow_piece (flow, number, 0, number_x, set->baseline, link);
  for (guint i = 0; i < set->n_lines; i++)
    akk_flow_piece (flow, akk_set_ref (set), i, text_x, i * set->leading + set->baseline, link);
  promise_page (self, entry, link, baseline);
  akk_flow_fill (flow, dots, baseline - DOT, AKK_PAGE_RIGHT - DOTS_END - dots, DOT,
                 AKK_FILL_LEADER);
  if (entry->part)
    flow->keep = AKK_KEEP_STRONG;
}

static void
add_captions (Contents *self, guint section, const char *key, guint first, guint end)
{
  AkkFlow *flow = self->printer->flow;
  AkkFlowText how = { .x = AKK_TEXT_LEFT,
                      .before = AKK_SLOT,
                      .node = akk_flow_node (flow, section, "P"),
                      .line = AKK_NO_LINE };

  if (first == end)
    return;
  akk_flow_text (flow,
                 akk_printer_set (self->printer, akk_phrases_get (self->printer->phrases, key),
                                  AKK_LOOK_ENTRY_PART, AKK_TEXT_WIDTH),
                 &how);
  flow->keep = AKK_KEEP_STRONG;

  guint toc = akk_flow_node (flow, section, "TOC");
  for (guint i = first; i < end; i++)
    add_entry (self, &g_array_index (self->entries, Entry, i), toc);
}

/* Contents that would run on for a line or two close up instead, if that keeps them on a page. */
static void
close_up (AkkFlow *flow, guint first_row)
{
  const double over = akk_flow_used (flow, first_row) - (AKK_PAGE_BOTTOM - AKK_PAGE_TOP);
  double spare = 0;

  for (guint pass = 0; pass < 2 && over > 0 && (pass == 0 || spare >= over); pass++) {
    for (guint i = first_row + 1; i < flow->rows->len; i++) {
      AkkRow *row = &g_array_index (flow->rows, AkkRow, i);
      double less = row->before >= AKK_SLOT ? AKK_SLOT / 2 : 0;
      spare += pass == 0 ? less : 0;
      row->before -= (float) (pass == 1 ? less : 0);
    }
  }
}

void
akk_printer_add_contents (AkkAgreementPrinter *self)
{
  Contents contents = { .printer = self, .entries = g_array_new (FALSE, FALSE, sizeof (Entry)) };
  const char *title = akk_phrases_get (self->phrases, "contents");
  guint first_row = self->flow->rows->len, n_sections, n_tables;

  g_array_set_clear_func (contents.entries, entry_clear);
  find_sections (&contents);
  n_sections = contents.entries->len;
  if (contents.n_headings >= MIN_HEADINGS) {
    guint section = akk_printer_begin_page (self, title, title, AKK_TEXT_LEFT);
    guint toc = akk_flow_node (self->flow, section, "TOC");

    find_captions (&contents, FALSE);
    n_tables = contents.entries->len;
    find_captions (&contents, TRUE);
    measure_columns (&contents);
    self->flow->after = AKK_SLOT;
    for (guint i = 0; i < n_sections; i++)
      add_entry (&contents, &g_array_index (contents.entries, Entry, i), toc);
    add_captions (&contents, section, "tables", n_sections, n_tables);
    add_captions (&contents, section, "figures-list", n_tables, contents.entries->len);
    close_up (self->flow, first_row);
    double room = AKK_PAGE_BOTTOM - AKK_PAGE_TOP - akk_flow_used (self->flow, first_row);
    if (self->matter->stamp != NULL && (room < 0 || room >= CHECK_ROOM))
      akk_check_block_add (self->flow, self->phrases, self->matter->stamp, first_row,
                           akk_phrases_get (self->phrases, "check-title"),
                           akk_phrases_get (self->phrases, "check-text"), AKK_TEXT_LEFT);
    self->flow->keep = AKK_KEEP_NONE;
    self->flow->new_page = TRUE;
    self->flow->part = "";
  }
  g_array_unref (contents.entries);
}

void
akk_printer_keep_promises (AkkAgreementPrinter *self, const GArray *pages)
{
  for (guint i = 0; i < self->promises->len; i++) {
    const AkkPagePromise *promise = &g_array_index (self->promises, AkkPagePromise, i);
    AkkFlowPiece *piece = &g_array_index (self->flow->pieces, AkkFlowPiece, promise->piece);
    AkkNode *link = akk_flow_node_at (self->flow, promise->link);
    guint line = promise->line;

    /* A section whose heading runs in, or has nothing but sections, is where its text begins. */
    while (line + 1 < pages->len && g_array_index (pages, guint, line) == 0)
      line++;
    g_autofree char *number = g_strdup_printf ("%u", g_array_index (pages, guint, line));
    if (link->alt != NULL) {
      g_autofree char *alt =
          akk_phrases_format (self->phrases, "leads-to", "title", link->alt, "page", number, NULL);
      link->alt = g_string_chunk_insert (self->flow->strings, alt);
    }
    akk_set_unref (piece->set);
    piece->set = akk_printer_set (self, number, promise->look, PAGE_WIDTH);
    piece->x = (float) AKK_PAGE_RIGHT - piece->set->width;
  }
}
