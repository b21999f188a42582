/* The body of a text on paper: paragraphs, lists, quotes and notes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/prose.h"

#include <string.h>

#define INDENT 15.0
#define BULLET_OFFSET 11.5
#define NOTE_INDENT 15.0
/* Notes taller than a third of the page stand in the text instead of at its foot. */
#define NOTE_HEIGHT ((AKK_PAGE_BOTTOM - AKK_PAGE_TOP) / 3)
#define SECOND_MARK 255

void
akk_prose_init (
    AkkProse *self, AkkFlow *flow, const AkkText *text, AkkFieldText field_text, gpointer data)
{
  *self = (AkkProse) { .flow = flow,
                       .text = text,
                       .field_text = field_text,
                       .data = data,
                       .quote = AKK_NO_NODE,
                       .notes = g_hash_table_new (g_str_hash, g_str_equal),
                       .marks = g_hash_table_new (NULL, NULL),
                       .tall = g_array_new (FALSE, FALSE, sizeof (AkkFootnote)) };
}

void
akk_prose_clear (AkkProse *self)
{
  akk_copy_clear (&self->run_in);
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->marks);
  g_array_unref (self->tall);
}

void
akk_prose_begin_section (AkkProse *self, guint node, guint heading)
{
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
  AkkCopyRun mark = { .raised = SECOND_MARK };
  char number[16];

  if (line == NULL)
    return; /* a mark without a note says nothing */
  if (!again) {
    g_hash_table_insert (self->marks, line, GUINT_TO_POINTER (++self->n_notes));
    if (notes != NULL) {
      guint index = GPOINTER_TO_UINT (line) - 1;
      g_array_append_val (notes, index);
      mark.raised = (guint8) MIN (notes->len, SECOND_MARK - 1);
    }
  }
  g_snprintf (number, sizeof number, "%u",
              GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, line)));
  akk_copy_add (text, number, strlen (number), mark);
}

static void
add_field (AkkProse *self, const AkkRun *run, AkkCopyRun style, AkkCopy *text)
{
  g_autofree char *value = self->field_text (run->field, self->data);

  if (value == NULL)
    value = g_strdup_printf ("{{%s}}", run->field);
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

    if (run->note != NULL)
      add_mark (self, run, text, notes);
    else if (run->field != NULL)
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
  akk_copy_add (&text, buffer, strlen (buffer), (AkkCopyRun) { .style = AKK_STYLE_BOLD });
  return akk_paper_set (self->flow->paper, &text, look, AKK_TEXT_WIDTH);
}

static AkkFootnote
make_note (AkkProse *self, guint line, guint number, guint node)
{
  AkkFlow *flow = self->flow;
  g_auto (AkkCopy) text = { 0 };
  AkkFootnote note = { .line = line };
  char id[32];

  akk_prose_copy (self, self->text->lines[line], 0, &text, NULL);
  g_snprintf (id, sizeof id, "note-%u", number);
  note.node = akk_flow_node (flow, node, "Note");
  akk_flow_node_at (flow, note.node)->id = g_intern_string (id);
  note.label = akk_flow_node (flow, note.node, "Lbl");
  note.mark = set_number (self, number, AKK_LOOK_NOTE);
  note.text = akk_paper_set (flow->paper, &text, AKK_LOOK_NOTE, AKK_TEXT_WIDTH - NOTE_INDENT);
  return note;
}

static gboolean
is_tall (const AkkFootnote *note)
{
  return note->text->n_lines * note->text->leading > NOTE_HEIGHT;
}

/* A note in the text: too tall for the foot of a page. */
static void
add_note_rows (AkkProse *self, const AkkFootnote *note)
{
  AkkFlowText how = { .x = AKK_TEXT_LEFT + NOTE_INDENT,
                      .before = AKK_SLOT / 2,
                      .node = note->node,
                      .line = note->line,
                      .marker = note->mark,
                      .marker_x = AKK_TEXT_LEFT,
                      .marker_node = note->label };

  akk_flow_text (self->flow, note->text, &how);
}

void
akk_prose_attach_notes (
    AkkProse *self, const AkkSet *set, guint set_line, const GArray *notes, guint node)
{
  const AkkSetLine *line = &set->lines[set_line];

  for (guint i = line->first_span; i < line->first_span + line->n_spans; i++) {
    guint raised = set->spans[i].raised;
    if (raised == 0 || raised > notes->len)
      continue;
    guint index = g_array_index (notes, guint, raised - 1);
    guint number =
        GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, GUINT_TO_POINTER (index + 1)));
    AkkFootnote note = make_note (self, index, number, node);
    if (is_tall (&note))
      g_array_append_val (self->tall, note);
    else
      akk_flow_note (self->flow, &note);
  }
}

void
akk_prose_flush_notes (AkkProse *self)
{
  for (guint i = 0; i < self->tall->len; i++)
    add_note_rows (self, &g_array_index (self->tall, AkkFootnote, i));
  g_array_set_size (self->tall, 0);
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
}

static gboolean
is_item (const AkkLine *line)
{
  return line->kind == AKK_LINE_BULLET || line->kind == AKK_LINE_NUMBER;
}

static const AkkLine *
line_at (AkkProse *self, guint index)
{
  return index < self->text->n_lines ? self->text->lines[index] : NULL;
}

/* "… om:" stays with the list that follows. */
static gboolean
leads_in (AkkProse *self, guint index)
{
  const AkkLine *line = self->text->lines[index], *next = line_at (self, index + 1);
  gsize n = strlen (line->text);

  return next != NULL && is_item (next) && n > 0 && line->text[n - 1] == ':';
}

/* Whether the item on a line is the last of its list (its continuations aside). */
static gboolean
is_last_item (AkkProse *self, guint index)
{
  const AkkLine *item = self->text->lines[index];

  for (guint i = index + 1; i < self->text->n_lines; i++) {
    const AkkLine *next = self->text->lines[i];
    if (is_item (next) && next->level == item->level && next->kind == item->kind)
      return FALSE;
    if ((!is_item (next) && next->kind != AKK_LINE_CONTINUED) || next->level < item->level)
      return TRUE;
  }
  return TRUE;
}

static guint
parent_node (AkkProse *self, const AkkLine *line)
{
  if (line->quote == 0) {
    self->quote = AKK_NO_NODE;
    return self->section;
  }
  if (self->quote == AKK_NO_NODE)
    self->quote = akk_flow_node (self->flow, self->section, "BlockQuote");
  return self->quote;
}

static void
add_text (AkkProse *self,
          guint index,
          AkkFlowText *how,
          const AkkCopy *text,
          const GArray *notes,
          AkkLook look)
{
  Lines lines = { self, notes, how->node };

  how->line = index;
  if (notes->len > 0) {
    how->added = line_added_cb;
    how->data = &lines;
  }
  akk_flow_text (self->flow, akk_paper_set (self->flow->paper, text, look, AKK_PAGE_RIGHT - how->x),
                 how);
  akk_prose_flush_notes (self);
}

static void
add_paragraph (AkkProse *self, guint index)
{
  const AkkLine *line = self->text->lines[index];
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (AkkCopy) text = self->run_in;
  gboolean caption = line->n_runs > 0 && line->runs[0].field != NULL &&
                     g_str_has_prefix (line->runs[0].field, "caption:");
  AkkFlowText how = { .x = AKK_TEXT_LEFT + (line->quote ? INDENT : 0),
                      .before = AKK_SLOT / 2,
                      .marker_node = AKK_NO_NODE };

  self->run_in = (AkkCopy) { 0 };
  akk_prose_copy (self, line, 0, &text, notes);
  if (text.text == NULL || text.text->len == 0)
    return; /* nothing but a field that says nothing */
  how.node = akk_flow_node (self->flow, parent_node (self, line), caption ? "Caption" : "P");
  if (caption)
    how.x = AKK_PAGE_LEFT;
  add_text (self, index, &how, &text, notes, caption ? AKK_LOOK_CAPTION : AKK_LOOK_TEXT);
  if (caption || leads_in (self, index))
    self->flow->keep = AKK_KEEP_STRONG;
}

/* The marker of an item and how it is numbered. */
static char *
item_marker (AkkLineKind kind, guint level, guint number)
{
  static const char *bullets[] = { "•", "–", "·" };
  static const char *hundreds[] = { "", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm" };
  static const char *tens[] = { "", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc" };
  static const char *ones[] = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" };

  if (kind == AKK_LINE_BULLET)
    return g_strdup (bullets[level - 1]);
  if (level == 2 && number >= 1 && number <= 26 * 27) {
    char letters[] = { (char) ('a' + (number - 1) / 26 - 1), (char) ('a' + (number - 1) % 26), 0 };
    return g_strdup_printf ("%s.", number > 26 ? letters : letters + 1);
  }
  if (level == 3 && number >= 1 && number < 1000)
    return g_strdup_printf ("%s%s%s.", hundreds[number / 100], tens[number / 10 % 10],
                            ones[number % 10]);
  return g_strdup_printf ("%u.", number);
}

static const char *
list_numbering (AkkLineKind kind, guint level)
{
  static const char *bullets[] = { "Disc", "Circle", "Square" };
  static const char *numbers[] = { "Decimal", "LowerAlpha", "LowerRoman" };

  return (kind == AKK_LINE_BULLET ? bullets : numbers)[level - 1];
}

/* The open list for an item: the one that goes on, or a new one inside the item above. */
static AkkProseList *
list_for (AkkProse *self, const AkkLine *line, gboolean *is_new)
{
  guint level = CLAMP (line->level, 1, AKK_MAX_LEVEL);
  AkkProseList *list = &self->lists[level];

  *is_new = self->n_lists < level || list->kind != line->kind;
  if (*is_new) {
    /* A level may be left out in a text that is being typed. */
    guint parent = AKK_NO_NODE;
    for (guint above = MIN (level - 1, self->n_lists); above > 0 && parent == AKK_NO_NODE; above--)
      parent = self->lists[above].body;
    if (parent == AKK_NO_NODE)
      parent = parent_node (self, line);
    for (guint skipped = self->n_lists + 1; skipped < level; skipped++)
      self->lists[skipped] = (AkkProseList) { .body = parent, .kind = AKK_LINE_PARAGRAPH };
    list->list = akk_flow_node (self->flow, parent, "L");
    akk_flow_node_at (self->flow, list->list)->numbering = list_numbering (line->kind, level);
    list->kind = line->kind;
    list->number = line->kind == AKK_LINE_NUMBER ? line->start : 1;
  } else {
    list->number++;
  }
  self->n_lists = level;
  return list;
}

static void
add_item (AkkProse *self, guint index)
{
  AkkFlow *flow = self->flow;
  const AkkLine *line = self->text->lines[index];
  const AkkLine *above = index > 0 ? self->text->lines[index - 1] : NULL;
  guint level = CLAMP (line->level, 1, AKK_MAX_LEVEL);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (AkkCopy) text = { 0 };
  g_auto (AkkCopy) marker = { 0 };
  gboolean is_new;
  AkkProseList *list = list_for (self, line, &is_new);
  g_autofree char *sign = item_marker (line->kind, level, list->number);
  guint item = akk_flow_node (flow, list->list, "LI");
  double x = AKK_TEXT_LEFT + INDENT * (level + (line->quote ? 1 : 0));
  AkkFlowText how = { .x = x, .marker_node = akk_flow_node (flow, item, "Lbl") };

  list->body = how.node = akk_flow_node (flow, item, "LBody");
  akk_copy_add_plain (&marker, sign);
  how.marker = akk_paper_set (flow->paper, &marker, AKK_LOOK_TEXT, AKK_TEXT_WIDTH);
  how.marker_x = x - (line->kind == AKK_LINE_BULLET ? BULLET_OFFSET : INDENT);
  how.marker_x = MIN (how.marker_x, x - how.marker->width - 3.5);
  if (above != NULL && !is_item (above))
    how.before =
        is_new && level == 1 && above->kind != AKK_LINE_PARAGRAPH ? AKK_SLOT / 2 : AKK_SLOT / 4;
  akk_prose_copy (self, line, 0, &text, notes);
  if (!is_new && flow->keep == AKK_KEEP_NONE && is_last_item (self, index))
    flow->keep = AKK_KEEP_WEAK;
  add_text (self, index, &how, &text, notes, AKK_LOOK_TEXT);
  if (leads_in (self, index))
    flow->keep = AKK_KEEP_STRONG;
}

static void
add_continued (AkkProse *self, guint index)
{
  const AkkLine *line = self->text->lines[index];
  guint level = MIN (MAX (line->level, 1), self->n_lists);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (AkkCopy) text = { 0 };

  if (level == 0) {
    add_paragraph (self, index);
    return;
  }
  AkkFlowText how = { .x = AKK_TEXT_LEFT + INDENT * (level + (line->quote ? 1 : 0)),
                      .before = AKK_SLOT / 4,
                      .node = akk_flow_node (self->flow, self->lists[level].body, "P") };
  self->n_lists = level;
  akk_prose_copy (self, line, 0, &text, notes);
  add_text (self, index, &how, &text, notes, AKK_LOOK_TEXT);
  if (leads_in (self, index))
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

  if (self->run_in.text != NULL && (line->kind != AKK_LINE_PARAGRAPH || line->quote)) {
    akk_prose_flush_run_in (self);
    self->flow->keep = AKK_KEEP_STRONG;
  }
  if (!is_item (line) && line->kind != AKK_LINE_CONTINUED)
    self->n_lists = 0;

  switch (line->kind) {
  case AKK_LINE_BULLET:
  case AKK_LINE_NUMBER:
    add_item (self, index);
    break;
  case AKK_LINE_CONTINUED:
    add_continued (self, index);
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
    add_paragraph (self, index);
  }
}
