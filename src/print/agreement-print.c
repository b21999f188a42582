/* An agreement on paper: title, sections, header and footer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/agreement-print.h"

#include <string.h>

#include "print/prose.h"

/* Numbers wider than this do not fit in their column and stand before the heading instead. */
#define NUMBER_WIDTH (AKK_TEXT_LEFT - AKK_PAGE_LEFT - 3)
#define MAX_DEPTH 32
#define MAX_HEADING 6

/* How a section is announced. */
typedef enum { RANK_PART, RANK_ARTICLE, RANK_SUBARTICLE, RANK_UNNUMBERED } Rank;

/* What an open section passes on to those in it. */
typedef struct {
  guint node;
  Rank rank;
  guint heading; /* level of the nearest heading that was printed: 1 is H1 */
} Level;

typedef struct {
  AkkFlow *flow;
  AkkAgreement *agreement;
  GPtrArray *outline;
  AkkProse body;
  gboolean has_parts;
  Level levels[MAX_DEPTH + 1]; /* 0: the document */
} Printer;

static AkkSet *
set_plain (Printer *self, const char *text, AkkLook look, double measure)
{
  g_auto (AkkCopy) line = { 0 };

  akk_copy_add_plain (&line, text);
  return akk_paper_set (self->flow->paper, &line, look, measure);
}

/* --- Fields --- */

static char *
section_number (Printer *self, const char *reference)
{
  const AkkOutlineEntry *entry =
      akk_outline_find (self->outline, g_ascii_strtoll (reference, NULL, 10));

  if (entry == NULL)
    return NULL;
  gsize n = strlen (entry->number);
  if (n == 0)
    return g_strdup (entry->section->heading);
  return g_strndup (entry->number, entry->number[n - 1] == '.' ? n - 1 : n);
}

static char *
field_text_cb (const char *field, gpointer data)
{
  static const char *silent[] = { "commitment:", "caption:", "columns:", "note", "break" };
  Printer *self = data;
  AkkPhrases *phrases = akk_paper_phrases (self->flow->paper);

  for (guint i = 0; i < G_N_ELEMENTS (silent); i++) {
    if (g_str_has_prefix (field, silent[i]))
      return g_strdup ("");
  }
  if (g_str_has_prefix (field, "ref:") && !g_str_has_suffix (field, ".page"))
    return section_number (self, field + strlen ("ref:"));
  if (g_str_equal (field, "agreement.title"))
    return g_strdup (self->agreement->title);
  if (g_str_equal (field, "agreement.start") && self->agreement->starts_on != AKK_NO_DATE)
    return akk_phrases_date (phrases, self->agreement->starts_on);
  if (g_str_equal (field, "agreement.end") && self->agreement->ends_on != AKK_NO_DATE)
    return akk_phrases_date (phrases, self->agreement->ends_on);
  return NULL;
}

/* --- Title --- */

static void
add_title_text (Printer *self, const char *text, AkkLook look, double before, const char *element)
{
  if (*text == '\0')
    return;

  guint node = akk_flow_node (self->flow, AKK_NO_NODE, element);
  AkkFlowText how = { .x = AKK_PAGE_LEFT, .before = before, .node = node, .line = AKK_NO_LINE };

  if (element[0] == 'H')
    akk_flow_node_at (self->flow, node)->title = g_string_chunk_insert (self->flow->strings, text);
  akk_flow_text (self->flow, set_plain (self, text, look, AKK_FULL_WIDTH), &how);
  self->flow->keep = AKK_KEEP_STRONG;
}

static void
add_title (Printer *self)
{
  const AkkAgreement *agreement = self->agreement;
  AkkPhrases *phrases = akk_paper_phrases (self->flow->paper);
  g_autofree char *eyebrow = akk_phrases_upper (agreement->eyebrow);

  if (*agreement->title == '\0' && *agreement->subtitle == '\0' && *eyebrow == '\0')
    return;
  akk_flow_row (self->flow, 0, 33.75, AKK_NO_LINE);
  akk_flow_fill (self->flow, AKK_PAGE_LEFT, 2.7, 42.5, 3.4, AKK_FILL_ACCENT);
  self->flow->keep = AKK_KEEP_STRONG;
  add_title_text (self, eyebrow, AKK_LOOK_EYEBROW, 0, "P");
  add_title_text (self, agreement->title, AKK_LOOK_TITLE, 7.5, "H1");
  add_title_text (self, agreement->subtitle, AKK_LOOK_SUBTITLE, 5.25, "P");
  add_title_text (self, agreement->motto, AKK_LOOK_MOTTO, 15, "P");
  add_title_text (self, akk_phrases_get (phrases, "draft"), AKK_LOOK_DRAFT, 15, "P");
  if (*agreement->title != '\0')
    self->levels[0].heading = 1;
  self->flow->keep = AKK_KEEP_NONE;
  self->flow->after = 2 * AKK_SLOT;
}

/* --- Headings --- */

static Rank
rank_of (Printer *self, const AkkOutlineEntry *entry, guint depth)
{
  const Level *parent = &self->levels[depth - 1];
  gboolean numbered = *entry->number != '\0';

  if (entry->section->scheme == AKK_SCHEME_PART)
    return RANK_PART;
  if (depth == 1 && !numbered)
    return self->has_parts ? RANK_PART : RANK_ARTICLE;
  if (!numbered)
    return RANK_UNNUMBERED;
  return depth == 1 || parent->rank == RANK_PART ? RANK_ARTICLE : RANK_SUBARTICLE;
}

/* The element of a heading: one below the nearest heading above, so that no level is skipped. */
static guint
heading_node (Printer *self, guint depth, const char *number, const char *heading)
{
  static const char *names[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
  Level *level = &self->levels[depth];
  g_autofree char *title =
      g_strjoin (*number != '\0' && *heading != '\0' ? " " : "", number, heading, NULL);

  level->heading = MIN (self->levels[depth - 1].heading + 1, MAX_HEADING);
  guint node = akk_flow_node (self->flow, level->node, names[level->heading - 1]);
  akk_flow_node_at (self->flow, node)->title = g_string_chunk_insert (self->flow->strings, title);
  return node;
}

static void
flag_heading (Printer *self, guint first)
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
add_part (Printer *self, const char *label, const char *heading, guint line, guint node)
{
  AkkFlow *flow = self->flow;
  AkkFlowText how = { .x = AKK_TEXT_LEFT, .before = 2 * AKK_SLOT, .node = node, .line = line };
  guint first = flow->rows->len;

  if (*label != '\0') {
    akk_flow_text (flow, set_plain (self, label, AKK_LOOK_PART_LABEL, AKK_TEXT_WIDTH), &how);
    how.before = 0;
  }
  if (*heading != '\0')
    akk_flow_text (flow, set_plain (self, heading, AKK_LOOK_PART, AKK_TEXT_WIDTH), &how);
  flag_heading (self, first);
  flow->after = AKK_SLOT / 2;
}

static void
add_article (
    Printer *self, Rank rank, const char *number, const char *heading, guint line, guint node)
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
    how.marker = set_plain (self, number, looks[rank], AKK_FULL_WIDTH);
    if (how.marker->width > NUMBER_WIDTH) {
      g_clear_pointer (&how.marker, akk_set_unref);
      heading = both = g_strconcat (number, " ", heading, NULL);
    }
  }
  akk_flow_text (self->flow, set_plain (self, heading, looks[rank], AKK_TEXT_WIDTH), &how);
  flag_heading (self, first);
}

/* The part as the header says it: "Deel I · Algemene doelstelling". */
static void
name_part (Printer *self, const char *label, const char *heading)
{
  g_autofree char *name =
      g_strjoin (*label != '\0' && *heading != '\0' ? " · " : "", label, heading, NULL);

  self->flow->part = g_string_chunk_insert_const (self->flow->strings, name);
}

static void
add_run_in (Printer *self, const char *number, const char *heading, guint line)
{
  const char *stop = g_str_has_suffix (heading, ".") || g_str_has_suffix (heading, ":") ||
                             g_str_has_suffix (heading, "?") || *heading == '\0'
                         ? " "
                         : ". ";
  g_autofree char *text = g_strconcat (number, *number != '\0' ? " " : "", heading, stop, NULL);

  akk_copy_add (&self->body.run_in, text, strlen (text), (AkkCopyRun) { .style = AKK_STYLE_BOLD });
  self->body.run_in_line = line;
}

static void
begin_section (Printer *self, guint index)
{
  const AkkLine *line = self->body.text->lines[index];
  const AkkOutlineEntry *entry = akk_outline_find (self->outline, line->section);
  const AkkOutlineEntry unknown = { .number = (char *) "" };
  guint depth = CLAMP (line->level, 1, MAX_DEPTH);
  const char *heading = line->text;

  akk_prose_flush_run_in (&self->body);
  if (entry == NULL)
    entry = &unknown;
  /* A depth may be skipped while sections move about. */
  while (depth > 1 && self->levels[depth - 1].node == AKK_NO_NODE)
    depth--;
  for (guint deeper = depth + 1; deeper <= MAX_DEPTH; deeper++)
    self->levels[deeper].node = AKK_NO_NODE;

  Level *level = &self->levels[depth];
  gsize n = strlen (entry->number);
  gboolean labelled = entry->section != NULL && entry->section->scheme == AKK_SCHEME_PART;
  g_autofree char *number =
      g_strndup (entry->number, labelled && g_str_has_suffix (entry->number, ".") ? n - 1 : n);

  level->node =
      akk_flow_node (self->flow, depth == 1 ? AKK_NO_NODE : self->levels[depth - 1].node, "Sect");
  level->heading = self->levels[depth - 1].heading;
  level->rank = entry->section != NULL ? rank_of (self, entry, depth) : RANK_UNNUMBERED;
  akk_prose_begin_section (&self->body, level->node, index);
  if (*heading == '\0' && *number == '\0')
    return;
  if (entry->section != NULL && entry->section->scheme == AKK_SCHEME_RUN_IN) {
    add_run_in (self, number, heading, index);
    return;
  }

  guint node = heading_node (self, depth, number, heading);
  if (depth == 1)
    name_part (self, level->rank == RANK_PART ? number : "",
               level->rank == RANK_PART ? heading : "");
  if (level->rank == RANK_PART)
    add_part (self, number, heading, index, node);
  else
    add_article (self, level->rank, number, heading, index, node);
}

AkkPages *
akk_agreement_print (AkkPaper *paper, const AkkAgreementMatter *matter)
{
  const AkkAgreement *agreement = matter->agreement;
  GPtrArray *outline = matter->outline;
  AkkFlow *flow = akk_flow_new (paper);
  AkkPhrases *phrases = akk_paper_phrases (paper);
  g_autofree char *date = akk_phrases_date (phrases, matter->today);
  g_autofree char *version = akk_phrases_format (phrases, "draft-of", "date", date, NULL);
  Printer self = { .flow = flow, .agreement = matter->agreement, .outline = outline };

  self.levels[0].node = 0;
  for (guint depth = 1; depth <= MAX_DEPTH; depth++)
    self.levels[depth].node = AKK_NO_NODE;
  for (guint i = 0; i < outline->len; i++) {
    const AkkOutlineEntry *entry = g_ptr_array_index (outline, i);
    self.has_parts |= entry->section->scheme == AKK_SCHEME_PART;
  }
  flow->version = g_string_chunk_insert (flow->strings, version);
  flow->title = g_string_chunk_insert (
      flow->strings, *agreement->short_title != '\0' ? agreement->short_title : agreement->title);
  akk_prose_init (&self.body, flow, matter->text, field_text_cb, &self);
  add_title (&self);
  for (guint i = 0; i < matter->text->n_lines; i++) {
    if (matter->text->lines[i]->kind == AKK_LINE_HEADING)
      begin_section (&self, i);
    else
      akk_prose_add_line (&self.body, i);
  }
  akk_prose_flush_run_in (&self.body);
  akk_prose_clear (&self.body);
  return akk_pages_new (flow);
}
