/* The body of a text on paper: paragraphs, lists, quotes and notes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/prose.h"

#include <string.h>

#include "core/references.h"

#define INDENT AKK_PROSE_INDENT
#define NOTE_INDENT 15.0

void
akk_prose_init (
    AkkProse *self, AkkFlow *flow, const AkkText *text, AkkFieldText field_text, gpointer data)
{
  *self = (AkkProse) { .flow = flow,
                       .text = text,
                       .field_text = field_text,
                       .data = data,
                       .quote = AKK_NO_NODE,
                       .block = AKK_NO_ROW,
                       .table = AKK_NO_NODE,
                       .notes = g_hash_table_new (g_str_hash, g_str_equal),
                       .marks = g_hash_table_new (NULL, NULL) };
}

void
akk_prose_clear (AkkProse *self)
{
  akk_prose_end_block (self);
  akk_copy_clear (&self->run_in);
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->marks);
}

void
akk_prose_begin_section (AkkProse *self, guint node, guint heading)
{
  akk_prose_end_block (self);
  self->section = node;
  self->n_lists = 0;
  self->quote = AKK_NO_NODE;
  g_hash_table_remove_all (self->notes);
  for (guint i = heading + 1; i < self->text->n_lines; i++) {
    const AkkLine *line = self->text->lines[i];
    if (line->kind == AKK_LINE_HEADING)
      break;
    if (line->kind == AKK_LINE_NOTE && line->note != NULL)
      g_hash_table_insert (self->notes, (gpointer) line->note, GUINT_TO_POINTER (i + 1));
  }
}

/* --- Inline text --- */

static void
add_mark (AkkProse *self, const AkkRun *run, AkkCopy *text, GArray *notes)
{
  gpointer line = g_hash_table_lookup (self->notes, run->note);
  gboolean again = line != NULL && g_hash_table_contains (self->marks, line);
  AkkCopyRun mark = { .raised = AKK_SECOND_MARK };
  guint count;
  char number[16];

  if (line == NULL)
    return; /* a mark without a note says nothing */
  if (!again) {
    g_hash_table_insert (self->marks, line, GUINT_TO_POINTER (++self->n_notes));
    if (notes != NULL) {
      guint index = GPOINTER_TO_UINT (line) - 1;
      g_array_append_val (notes, index);
      mark.raised = (guint8) MIN (notes->len, AKK_SECOND_MARK - 1);
    }
  }
  count = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, line));
  mark.href = akk_flow_link (AKK_ANCHOR_NOTE, count);
  g_snprintf (number, sizeof number, "%u", count);
  akk_copy_add (text, number, strlen (number), mark);
}

/* A reference leads to what it names, and begins a sentence with a capital. */
static void
refer (AkkProse *self, const char *target, char **value, AkkCopyRun *style, const AkkCopy *text)
{
  g_autofree char *words = g_steal_pointer (value);

  *value = akk_reference_after (akk_paper_phrases (self->flow->paper),
                                text->text != NULL ? text->text->str : "", words);
  style->href = akk_flow_link (AKK_ANCHOR_PLACE, g_ascii_strtoll (target, NULL, 10));
}

static void
add_field (AkkProse *self, const AkkRun *run, AkkCopyRun style, AkkCopy *text)
{
  g_autofree char *value = self->field_text (run->field, self->data);

  /* A reference to what is gone reads as any other blank: it blocks freezing. */
  if (value == NULL)
    value = g_str_has_prefix (run->field, "ref:") ? g_strdup ("[…]")
                                                  : g_strdup_printf ("{{%s}}", run->field);
  else if (g_str_has_prefix (run->field, "ref:"))
    refer (self, run->field + strlen ("ref:"), &value, &style, text);
  akk_copy_add (text, value, strlen (value), style);
}

static void
add_figure (AkkProse *self, const AkkRun *run, AkkCopyRun style, AkkCopy *text)
{
  g_autofree char *value = akk_phrases_format (akk_paper_phrases (self->flow->paper), "figure",
                                               "text", run->alt != NULL ? run->alt : "", NULL);
  g_autofree char *bracketed = g_strconcat ("[", value, "]", NULL);

  akk_copy_add (text, bracketed, strlen (bracketed), style);
}

void
akk_prose_copy (AkkProse *self, const AkkLine *line, guint8 style, AkkCopy *text, GArray *notes)
{
  const char *at = line->text;

  for (guint i = 0; i < line->n_runs; i++) {
    const AkkRun *run = &line->runs[i];
    AkkCopyRun inline_run = { .style = (run->style | style) & (AKK_STYLE_BOLD | AKK_STYLE_ITALIC),
                              .href = run->href };
    gboolean atom = run->n_bytes == strlen (AKK_ATOM) && memcmp (at, AKK_ATOM, run->n_bytes) == 0;

    if (run->note != NULL) {
      if (i > 0 && line->runs[i - 1].note != NULL) /* 1 and 2 are not 12 */
        akk_copy_add (text, ",", 1, (AkkCopyRun) { .raised = AKK_SECOND_MARK });
      add_mark (self, run, text, notes);
    } else if (run->field != NULL)
      add_field (self, run, inline_run, text);
    else if (atom && run->href != NULL && g_str_has_prefix (run->href, "blob:"))
      add_figure (self, run, (AkkCopyRun) { .style = inline_run.style }, text);
    else
      akk_copy_add (text, at, run->n_bytes, inline_run);
    at += run->n_bytes;
  }
}

/* --- Notes --- */

static AkkSet *
set_number (AkkProse *self, guint number, AkkLook look)
{
  g_auto (AkkCopy) text = { 0 };
  char buffer[16];

  g_snprintf (buffer, sizeof buffer, "%u", number);
  akk_copy_add (
      &text, buffer, strlen (buffer),
      (AkkCopyRun) { .style = AKK_STYLE_BOLD, .href = akk_flow_link (AKK_ANCHOR_MARK, number) });
  return akk_paper_set (self->flow->paper, &text, look, AKK_TEXT_WIDTH);
}

/* `notes` takes the lines of those that are marked in this one. */
static AkkFootnote
make_note (AkkProse *self, guint line, guint number, guint node, GArray *notes)
{
  AkkFlow *flow = self->flow;
  g_auto (AkkCopy) text = { 0 };
  AkkFootnote note = { .line = line };

  akk_prose_copy (self, self->text->lines[line], 0, &text, notes);
  note.node = akk_flow_node (flow, node, "Note");
  akk_flow_node_at (flow, note.node)->id = akk_flow_anchor (AKK_ANCHOR_NOTE, number);
  akk_flow_node_at (flow, note.node)->anchor = akk_flow_anchor (AKK_ANCHOR_NOTE, number);
  note.label = akk_flow_node (flow, note.node, "Lbl");
  note.mark = set_number (self, number, AKK_LOOK_NOTE);
  note.text = akk_paper_set (flow->paper, &text, AKK_LOOK_NOTE, AKK_TEXT_WIDTH - NOTE_INDENT);
  return note;
}

/* A note that is marked in a note stands below it. */
static void
add_note (AkkProse *self, guint index, guint node)
{
  g_autoptr (GArray) inner = g_array_new (FALSE, FALSE, sizeof (guint));
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, GUINT_TO_POINTER (index + 1)));
  AkkFootnote note = make_note (self, index, number, node, inner);

  akk_flow_note (self->flow, &note);
  for (guint i = 0; i < inner->len; i++)
    add_note (self, g_array_index (inner, guint, i), node);
}

void
akk_prose_attach_notes (
    AkkProse *self, const AkkSet *set, guint set_line, const GArray *notes, guint node)
{
  const AkkSetLine *line = &set->lines[set_line];

  for (guint i = line->first_span; i < line->first_span + line->n_spans; i++) {
    guint raised = set->spans[i].raised;

    if (raised > 0 && raised <= notes->len)
      add_note (self, g_array_index (notes, guint, raised - 1), node);
  }
}

/* --- Paragraphs and items --- */

/* What goes along while the lines of a paragraph become rows. */
typedef struct {
  AkkProse *body;
  const GArray *notes;
  guint node;
} Lines;

static void
line_added_cb (gpointer data, const AkkSet *set, guint line)
{
  Lines *lines = data;

  akk_prose_attach_notes (lines->body, set, line, lines->notes, lines->node);
  akk_prose_add_bar (lines->body);
}

static const AkkLine *
line_at (AkkProse *self, guint index)
{
  return index < self->text->n_lines ? self->text->lines[index] : NULL;
}

gboolean
akk_prose_leads_in (AkkProse *self, guint index)
{
  const AkkLine *line = self->text->lines[index], *next = line_at (self, index + 1);
  gsize n = strlen (line->text);

  return next != NULL && akk_line_is_item (next) && n > 0 && line->text[n - 1] == ':';
}

guint
akk_prose_parent (AkkProse *self, const AkkLine *line)
{
  if (line->quote == 0) {
    self->quote = AKK_NO_NODE;
    return self->section;
  }
  if (self->quote == AKK_NO_NODE)
    self->quote = akk_flow_node (self->flow, self->section, "BlockQuote");
  return self->quote;
}

void
akk_prose_add_text (AkkProse *self,
                    guint index,
                    AkkFlowText *how,
                    const AkkCopy *text,
                    const GArray *notes,
                    AkkLook look)
{
  Lines lines = { self, notes, how->node };

  how->line = index;
  if (notes->len > 0 || self->block != AKK_NO_ROW) {
    how->added = line_added_cb;
    how->data = &lines;
  }
  akk_flow_text (self->flow, akk_paper_set (self->flow->paper, text, look, AKK_PAGE_RIGHT - how->x),
                 how);
}

static void
add_paragraph (AkkProse *self, guint index)
{
  const AkkLine *line = self->text->lines[index], *next = line_at (self, index + 1);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (AkkCopy) text = self->run_in;
  gboolean heads = self->run_in.text == NULL && akk_prose_leads_in (self, index) &&
                   akk_line_is_commitment (next);
  AkkFlowText how = { .x = AKK_TEXT_LEFT + (line->quote ? INDENT : 0),
                      .before = AKK_SLOT / 2,
                      .marker_node = AKK_NO_NODE };

  if (text.text == NULL && akk_prose_add_picture (self, index))
    return;
  self->run_in = (AkkCopy) { 0 };
  akk_prose_copy (self, line, 0, &text, notes);
  if (text.text == NULL || text.text->len == 0)
    return; /* nothing but a field that says nothing */
  if (heads)
    akk_prose_begin_block (self);
  how.node = akk_flow_node (self->flow, akk_prose_parent (self, line), "P");
  akk_prose_add_text (self, index, &how, &text, notes, heads ? AKK_LOOK_BLOCK_HEAD : AKK_LOOK_TEXT);
  if (akk_prose_leads_in (self, index))
    self->flow->keep = AKK_KEEP_STRONG;
}

static gboolean
is_break (const AkkLine *line)
{
  return line->kind == AKK_LINE_PARAGRAPH && line->n_runs == 1 && line->runs[0].field != NULL &&
         g_str_equal (line->runs[0].field, "break");
}

void
akk_prose_flush_run_in (AkkProse *self)
{
  akk_prose_end_block (self);
  if (self->run_in.text == NULL)
    return;

  g_auto (AkkCopy) text = self->run_in;
  AkkFlowText how = { .x = AKK_TEXT_LEFT,
                      .before = AKK_SLOT / 2,
                      .node = akk_flow_node (self->flow, self->section, "P"),
                      .line = self->run_in_line };
  self->run_in = (AkkCopy) { 0 };
  akk_flow_text (self->flow,
                 akk_paper_set (self->flow->paper, &text, AKK_LOOK_TEXT, AKK_TEXT_WIDTH), &how);
}

void
akk_prose_add_line (AkkProse *self, guint index)
{
  const AkkLine *line = self->text->lines[index];

  if (self->run_in.text != NULL &&
      (line->kind != AKK_LINE_PARAGRAPH || line->quote || akk_line_has_field (line, "caption:"))) {
    akk_prose_flush_run_in (self);
    self->flow->keep = AKK_KEEP_STRONG;
  }
  if (!akk_line_is_item (line) && line->kind != AKK_LINE_CONTINUED)
    self->n_lists = 0;
  if (!akk_prose_goes_on (self, line))
    akk_prose_end_block (self);

  switch (line->kind) {
  case AKK_LINE_BULLET:
  case AKK_LINE_NUMBER:
    akk_prose_add_item (self, index);
    break;
  case AKK_LINE_CONTINUED:
    if (self->n_lists > 0)
      akk_prose_add_continued (self, index);
    else
      add_paragraph (self, index);
    break;
  case AKK_LINE_TABLE:
    akk_prose_add_table (self, index);
    break;
  case AKK_LINE_NOTE:
    /* Printed at its mark; one that nothing marks is a paragraph, so that no text is lost. */
    if (!g_hash_table_contains (self->marks, GUINT_TO_POINTER (index + 1)))
      add_paragraph (self, index);
    break;
  default:
    if (is_break (line)) {
      self->flow->new_page = TRUE;
      break;
    }
    if (akk_line_has_field (line, "caption:"))
      akk_prose_add_caption (self, index);
    else if (akk_line_has_field (line, "note") && index > 0 &&
             self->text->lines[index - 1]->kind == AKK_LINE_TABLE)
      akk_prose_add_table_note (self, index);
    else
      add_paragraph (self, index);
  }
}
