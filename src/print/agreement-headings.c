/* The sections of a printed agreement: numbers, headings and the structure they make.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "print/agreement-internal.h"

/* Numbers wider than this do not fit in their column and stand before the heading instead. */
#define NUMBER_WIDTH (AKK_TEXT_LEFT - AKK_PAGE_LEFT - 3)
#define MAX_HEADING 6

AkkRank
akk_printer_rank (AkkAgreementPrinter *self,
                  const AkkOutlineEntry *entry,
                  guint depth,
                  AkkRank parent)
{
  gboolean numbered = *entry->number != '\0';

  if (entry->section->scheme == AKK_SCHEME_PART || entry->section->scheme == AKK_SCHEME_ANNEX)
    return AKK_RANK_PART;
  if (depth == 1 && !numbered)
    return self->has_parts ? AKK_RANK_PART : AKK_RANK_ARTICLE;
  if (!numbered)
    return AKK_RANK_UNNUMBERED;
  return depth == 1 || parent == AKK_RANK_PART ? AKK_RANK_ARTICLE : AKK_RANK_SUBARTICLE;
}

char *
akk_printer_number (const AkkOutlineEntry *entry)
{
  gsize n = strlen (entry->number);
  gboolean labelled = entry->section != NULL && (entry->section->scheme == AKK_SCHEME_PART ||
                                                 entry->section->scheme == AKK_SCHEME_ANNEX);

  return g_strndup (entry->number, labelled && g_str_has_suffix (entry->number, ".") ? n - 1 : n);
}

/* The element of a heading: one below the nearest heading above, so that no level is skipped. */
static guint
heading_node (AkkAgreementPrinter *self, guint depth, const char *title)
{
  static const char *names[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
  AkkSectionLevel *level = &self->levels[depth];

  level->heading = MIN (self->levels[depth - 1].heading + 1, MAX_HEADING);
  guint node = akk_flow_node (self->flow, level->node, names[level->heading - 1]);
  akk_flow_node_at (self->flow, node)->title = title;
  return node;
}

static void
flag_heading (AkkAgreementPrinter *self, guint first)
{
  for (guint i = first; i < self->flow->rows->len; i++) {
    AkkRow *row = &g_array_index (self->flow->rows, AkkRow, i);
    row->flags |= AKK_ROW_HEADING | (i == first ? AKK_ROW_SNAP : 0);
    if (i > first)
      row->keep = AKK_KEEP_STRONG;
  }
  self->flow->keep = AKK_KEEP_STRONG;
}

static void
add_part (AkkAgreementPrinter *self, const char *label, const char *heading, guint line, guint node)
{
  AkkFlow *flow = self->flow;
  AkkFlowText how = { .x = AKK_TEXT_LEFT, .before = 2 * AKK_SLOT, .node = node, .line = line };
  guint first = flow->rows->len;

  if (*label != '\0') {
    akk_flow_text (flow, akk_printer_set (self, label, AKK_LOOK_PART_LABEL, AKK_TEXT_WIDTH), &how);
    how.before = 0;
  }
  if (*heading != '\0')
    akk_flow_text (flow, akk_printer_set (self, heading, AKK_LOOK_PART, AKK_TEXT_WIDTH), &how);
  flag_heading (self, first);
  flow->after = AKK_SLOT / 2;
}

static void
add_article (AkkAgreementPrinter *self,
             AkkRank rank,
             const char *number,
             const char *heading,
             guint line,
             guint node)
{
  static const AkkLook looks[] = { AKK_LOOK_PART, AKK_LOOK_ARTICLE, AKK_LOOK_SUBARTICLE,
                                   AKK_LOOK_UNNUMBERED };
  g_autofree char *both = NULL;
  AkkFlowText how = { .x = AKK_TEXT_LEFT,
                      .before = AKK_SLOT,
                      .node = node,
                      .line = line,
                      .marker_x = AKK_PAGE_LEFT,
                      .marker_node = node };
  guint first = self->flow->rows->len;

  if (*number != '\0') {
    how.marker = akk_printer_set (self, number, looks[rank], AKK_FULL_WIDTH);
    if (how.marker->width > NUMBER_WIDTH) {
      g_clear_pointer (&how.marker, akk_set_unref);
      heading = both = g_strconcat (number, " ", heading, NULL);
    }
  }
  akk_flow_text (self->flow, akk_printer_set (self, heading, looks[rank], AKK_TEXT_WIDTH), &how);
  flag_heading (self, first);
}

/* The part as the header says it: "Deel I · Algemene doelstelling", or the chapter of a text
 * without parts: "3 · Doelgroepen". */
static void
name_part (AkkAgreementPrinter *self, AkkRank rank, const char *number, const char *heading)
{
  gsize n = strlen (number);
  g_autofree char *label = g_strndup (number, g_str_has_suffix (number, ".") ? n - 1 : n);
  g_autofree char *name =
      g_strjoin (*label != '\0' && *heading != '\0' ? " · " : "", label, heading, NULL);
  const char *kept = g_string_chunk_insert_const (self->flow->strings, name);

  self->flow->part = rank == AKK_RANK_PART ? kept : "";
  self->flow->chapter = rank == AKK_RANK_PART ? "" : kept;
}

static void
add_run_in (AkkAgreementPrinter *self, const char *number, const char *heading, guint line)
{
  const char *stop = g_str_has_suffix (heading, ".") || g_str_has_suffix (heading, ":") ||
                             g_str_has_suffix (heading, "?") || *heading == '\0'
                         ? " "
                         : ". ";
  g_autofree char *text = g_strconcat (number, *number != '\0' ? " " : "", heading, stop, NULL);

  akk_copy_add (&self->body.run_in, text, strlen (text), (AkkCopyRun) { .style = AKK_STYLE_BOLD });
  self->body.run_in_line = line;
}

/* What a section is called where links lead to it. */
static const char *
section_title (AkkAgreementPrinter *self, const char *number, const char *heading)
{
  g_autofree char *title =
      g_strjoin (*number != '\0' && *heading != '\0' ? " " : "", number, heading, NULL);

  return g_string_chunk_insert (self->flow->strings, title);
}

void
akk_printer_begin_section (AkkAgreementPrinter *self, guint index)
{
  const AkkLine *line = self->body.text->lines[index];
  const AkkOutlineEntry *entry = akk_printer_entry (self, line->section);
  const AkkOutlineEntry unknown = { .number = (char *) "" };
  guint depth = CLAMP (line->level, 1, AKK_MAX_DEPTH);
  const char *heading = line->text;

  akk_prose_flush_run_in (&self->body);
  if (entry == NULL)
    entry = &unknown;
  /* A depth may be skipped while sections move about. */
  while (depth > 1 && self->levels[depth - 1].node == AKK_NO_NODE)
    depth--;
  for (guint deeper = depth + 1; deeper <= AKK_MAX_DEPTH; deeper++)
    self->levels[deeper].node = AKK_NO_NODE;

  if (entry->section != NULL && entry->section->scheme == AKK_SCHEME_ANNEX) {
    /* They belong to what is signed, but come after those who sign it. */
    akk_printer_add_signatures (self);
    self->flow->new_page = self->flow->rows->len > 0;
  }

  AkkSectionLevel *level = &self->levels[depth];
  g_autofree char *number = akk_printer_number (entry);

  self->attached = entry->section;
  self->attached_row = self->flow->rows->len;
  self->attached_line = index;

  level->node =
      akk_flow_node (self->flow, depth == 1 ? AKK_NO_NODE : self->levels[depth - 1].node, "Sect");
  const char *title = section_title (self, number, heading);
  AkkNode *section = akk_flow_node_at (self->flow, level->node);
  section->anchor = akk_flow_anchor (AKK_ANCHOR_PLACE, line->section);
  section->alt = title;
  level->heading = self->levels[depth - 1].heading;
  level->rank = entry->section != NULL
                    ? akk_printer_rank (self, entry, depth, self->levels[depth - 1].rank)
                    : AKK_RANK_UNNUMBERED;
  akk_prose_begin_section (&self->body, level->node, index);
  if (*heading == '\0' && *number == '\0')
    return;
  if (entry->section != NULL && entry->section->scheme == AKK_SCHEME_RUN_IN) {
    add_run_in (self, number, heading, index);
    if (depth == 1)
      name_part (self, AKK_RANK_ARTICLE, "", "");
    section->title = title;
    section->bookmark = (guint8) (level->heading + 1);
    return;
  }

  guint node = heading_node (self, depth, title);
  self->attached_heading = level->heading;
  if (depth == 1)
    name_part (self, level->rank, number, heading);
  if (level->rank == AKK_RANK_PART)
    add_part (self, number, heading, index, node);
  else
    add_article (self, level->rank, number, heading, index, node);
}
