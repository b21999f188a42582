/* Reads a body from CommonMark with tables and footnotes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks the tree of cmark-gfm without recursion (a body may be nested as deeply as it likes) and
 * flattens it into lines. What the dialect does not know becomes plain text or bold. */
#include "config.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <string.h>

#include "core/text-private.h"

/* An item that is open: the innermost one takes the paragraphs. */
typedef struct {
  AkkLineKind kind;
  guint start;
  gboolean pending; /* has no line yet */
} Item;

typedef struct {
  GPtrArray *lines; /* AkkLine */
  GPtrArray *fields;
  AkkInline text; /* of the paragraph, cell or footnote that is being read */
  guint bold, italic;
  const char *href;
  GString *alt; /* not NULL: inside an image */
  guint n_alt; /* depth of images */
  GArray *items; /* Item */
  guint quote, inner_quote;
  gboolean in_note;
  GPtrArray *cells; /* not NULL: inside a table */
  guint n_columns;
} Reader;

/* --- Text --- */

static AkkRun
current_run (Reader *self)
{
  return (AkkRun) { .style = (self->bold > 0 ? AKK_STYLE_BOLD : 0) |
                             (self->italic > 0 ? AKK_STYLE_ITALIC : 0),
                    .href = self->href };
}

static void
text_cb (const char *text, gsize n_bytes, gpointer data)
{
  Reader *self = data;
  AkkRun run = current_run (self);

  if (self->alt != NULL)
    g_string_append_len (self->alt, text, n_bytes);
  else
    akk_inline_add (&self->text, text, n_bytes, &run);
}

static void
field_cb (const char *field, gpointer data)
{
  Reader *self = data;
  AkkRun run = current_run (self);

  if (self->alt != NULL) {
    g_string_append_printf (self->alt, "{{%s}}", field);
    return;
  }
  run.field = g_intern_string (field);
  akk_inline_add (&self->text, AKK_ATOM, strlen (AKK_ATOM), &run);
}

static void
add_text (Reader *self, const char *hidden)
{
  if (hidden != NULL)
    akk_fields_show (hidden, self->fields, text_cb, field_cb, self);
}

static void
add_break (Reader *self)
{
  if (self->alt != NULL)
    g_string_append_c (self->alt, ' ');
  else
    text_cb (AKK_BREAK, strlen (AKK_BREAK), self);
}

/* Code and HTML: the words are kept, line by line. */
static void
add_verbatim (Reader *self, const char *hidden)
{
  g_auto (GStrv) rows = g_strsplit (hidden != NULL ? hidden : "", "\n", -1);

  for (guint i = 0; rows[i] != NULL; i++) {
    if (i > 0)
      add_break (self);
    add_text (self, rows[i]);
  }
}

/* Nothing but a comment. */
static gboolean
is_comment (const char *html)
{
  const char *end = g_str_has_prefix (html, "<!--") ? strstr (html + 4, "-->") : NULL;

  return end != NULL && strspn (end + 3, " \t\r\n") == strlen (end + 3);
}

static void
add_html (Reader *self, const char *html)
{
  if (html == NULL)
    return;
  if (g_ascii_strcasecmp (html, "<br>") == 0 || g_ascii_strcasecmp (html, "<br/>") == 0 ||
      g_ascii_strcasecmp (html, "<br />") == 0)
    add_break (self);
  else if (!is_comment (html))
    add_verbatim (self, html);
}

static const char *
read_href (Reader *self, cmark_node *node)
{
  g_autofree char *url = akk_fields_restore (cmark_node_get_url (node), self->fields);

  return *url != '\0' ? g_intern_string (url) : NULL;
}

static void
end_image (Reader *self, cmark_node *node)
{
  AkkRun run = current_run (self);
  g_autoptr (GString) alt = NULL;

  if (--self->n_alt > 0)
    return;
  alt = g_steal_pointer (&self->alt);
  run.href = read_href (self, node);
  if (akk_text_is_figure (run.href)) {
    run.alt = g_intern_string (alt->str);
    akk_inline_add (&self->text, AKK_ATOM, strlen (AKK_ATOM), &run);
  } else {
    akk_inline_add (&self->text, alt->str, alt->len, &run);
  }
}

static void
add_mark (Reader *self, cmark_node *node)
{
  cmark_node *definition = cmark_node_parent_footnote_def (node);
  AkkRun run = current_run (self);
  const char *label = definition != NULL ? cmark_node_get_literal (definition) : NULL;

  if (label == NULL || self->alt != NULL)
    return;
  run.note = g_intern_string (label);
  akk_inline_add (&self->text, AKK_ATOM, strlen (AKK_ATOM), &run);
}

/* --- Lines --- */

/* The line of what was read. Goes through akk_line_new (), which makes any input well-formed. */
static AkkLine *
take_line (Reader *self, AkkLineKind kind, guint level)
{
  AkkLine *line = akk_line_new (kind, level, self->text.text->str, (AkkRun *) self->text.runs->data,
                                self->text.runs->len);

  g_string_truncate (self->text.text, 0);
  g_array_set_size (self->text.runs, 0);
  return line;
}

static void
add_line (Reader *self, AkkLine *line, guint start, guint quote)
{
  g_ptr_array_add (self->lines, akk_line_with (line, line->kind, line->level, start, quote, NULL));
  akk_line_unref (line);
}

/* Items that hold something before any text of their own get an empty line; beyond the deepest
 * level they are only depth. */
static void
add_pending (Reader *self, guint n_items)
{
  for (guint i = 0; i < n_items; i++) {
    Item *item = &g_array_index (self->items, Item, i);

    if (item->pending && i < AKK_MAX_LEVEL)
      add_line (self, akk_line_new (item->kind, i + 1, "", NULL, 0), item->start, self->quote > 0);
    item->pending = FALSE;
  }
}

static void
end_paragraph (Reader *self)
{
  guint depth = self->items->len;
  guint level = MIN (depth, AKK_MAX_LEVEL);
  Item *item;

  if (self->in_note)
    return; /* the text goes on; see begin_paragraph () */
  if (self->cells != NULL) {
    g_ptr_array_add (self->cells, take_line (self, AKK_LINE_PARAGRAPH, 0));
    return;
  }
  if (depth == 0) {
    add_line (self, take_line (self, AKK_LINE_PARAGRAPH, 0), 1, self->quote > 0);
    return;
  }
  add_pending (self, depth - 1);
  item = &g_array_index (self->items, Item, depth - 1);
  if (item->pending) {
    item->pending = FALSE;
    add_line (self, take_line (self, item->kind, level), item->start, self->quote > 0);
  } else {
    add_line (self, take_line (self, AKK_LINE_CONTINUED, level), 1,
              self->quote > 0 || self->inner_quote > 0);
  }
}

static void
begin_paragraph (Reader *self)
{
  if (self->in_note && self->text.text->len > 0)
    add_break (self);
}

/* One block of text that is not a paragraph. */
static void
add_block (Reader *self, const char *hidden)
{
  begin_paragraph (self);
  add_verbatim (self, hidden);
  end_paragraph (self);
}

static void
end_note (Reader *self, cmark_node *node)
{
  g_autoptr (AkkLine) line = take_line (self, AKK_LINE_NOTE, 0);

  self->in_note = FALSE;
  g_ptr_array_add (self->lines,
                   akk_line_with (line, AKK_LINE_NOTE, 0, 1, 0, cmark_node_get_literal (node)));
}

/* --- Tables --- */

/* The widths of a paragraph that is nothing but {{columns:…}}, if they fit. */
static gboolean
read_widths (const AkkLine *line, guint n_columns, guint8 *widths)
{
  g_auto (GStrv) parts = NULL;

  if (line->kind != AKK_LINE_PARAGRAPH || line->n_runs != 1 || line->runs[0].field == NULL ||
      !g_str_has_prefix (line->runs[0].field, "columns:"))
    return FALSE;
  parts = g_strsplit (line->runs[0].field + strlen ("columns:"), ",", -1);
  if (g_strv_length (parts) == n_columns)
    for (guint i = 0; i < n_columns; i++)
      widths[i] = MIN (g_ascii_strtoull (parts[i], NULL, 10), G_MAXUINT8);
  return TRUE;
}

static void
begin_table (Reader *self, cmark_node *node)
{
  if (self->in_note)
    return; /* its cells follow one another there */
  add_pending (self, self->items->len);
  self->n_columns = cmark_gfm_extensions_get_table_columns (node);
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
}

static void
end_row (Reader *self)
{
  while (self->cells != NULL && self->cells->len % self->n_columns != 0)
    end_paragraph (self);
}

static void
end_table (Reader *self, cmark_node *node)
{
  g_autoptr (GPtrArray) cells = g_steal_pointer (&self->cells);
  g_autofree guint8 *widths = NULL;
  AkkTable table = { 0 };

  if (cells == NULL || cells->len == 0)
    return;
  widths = g_new0 (guint8, self->n_columns);
  if (self->lines->len > 0 &&
      read_widths (self->lines->pdata[self->lines->len - 1], self->n_columns, widths))
    g_ptr_array_set_size (self->lines, self->lines->len - 1);
  table.n_columns = self->n_columns;
  table.n_rows = cells->len / self->n_columns;
  table.cells = (AkkLine **) cells->pdata;
  table.alignment = cmark_gfm_extensions_get_table_alignments (node);
  table.widths = widths;
  g_ptr_array_add (self->lines, akk_line_new_table (&table));
}

/* --- The walk --- */

/* Tables are an extension: their node types have names only. */
static void
visit_extension (Reader *self, cmark_node *node, gboolean enter)
{
  const char *name = cmark_node_get_type_string (node);

  if (strcmp (name, "table") == 0) {
    if (enter)
      begin_table (self, node);
    else
      end_table (self, node);
  } else if (strcmp (name, "table_row") == 0 || strcmp (name, "table_header") == 0) {
    if (!enter)
      end_row (self);
  } else if (strcmp (name, "table_cell") == 0) {
    if (enter)
      begin_paragraph (self);
    else
      end_paragraph (self);
  }
}

static void
visit_item (Reader *self, cmark_node *node, gboolean enter)
{
  cmark_node *list = cmark_node_parent (node);
  gboolean numbered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  Item item = { numbered ? AKK_LINE_NUMBER : AKK_LINE_BULLET, 1, TRUE };

  if (!enter) {
    if (!self->in_note)
      add_pending (self, self->items->len);
    g_array_set_size (self->items, self->items->len - 1);
    return;
  }
  if (numbered)
    item.start = MAX (cmark_node_get_list_start (list), 0);
  g_array_append_val (self->items, item);
}

static void
visit_block (Reader *self, cmark_node *node, gboolean enter)
{
  switch ((guint) cmark_node_get_type (node)) {
  case CMARK_NODE_DOCUMENT:
  case CMARK_NODE_LIST:
    break;
  case CMARK_NODE_BLOCK_QUOTE:
    *(self->items->len > 0 ? &self->inner_quote : &self->quote) += enter ? 1 : -1;
    break;
  case CMARK_NODE_ITEM:
    visit_item (self, node, enter);
    break;
  case CMARK_NODE_HEADING:
    self->bold += enter ? 1 : -1;
    G_GNUC_FALLTHROUGH;
  case CMARK_NODE_PARAGRAPH:
    if (enter)
      begin_paragraph (self);
    else
      end_paragraph (self);
    break;
  case CMARK_NODE_CODE_BLOCK:
    add_block (self, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_HTML_BLOCK:
    if (!is_comment (cmark_node_get_literal (node)))
      add_block (self, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_THEMATIC_BREAK:
    add_block (self, "---");
    break;
  case CMARK_NODE_FOOTNOTE_DEFINITION:
    if (enter)
      self->in_note = TRUE;
    else
      end_note (self, node);
    break;
  default:
    visit_extension (self, node, enter);
  }
}

static void
visit_inline (Reader *self, cmark_node *node, gboolean enter)
{
  switch ((guint) cmark_node_get_type (node)) {
  case CMARK_NODE_TEXT:
    add_text (self, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_CODE:
    add_verbatim (self, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_HTML_INLINE:
    add_html (self, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_SOFTBREAK:
    text_cb (" ", 1, self);
    break;
  case CMARK_NODE_LINEBREAK:
    add_break (self);
    break;
  case CMARK_NODE_EMPH:
    self->italic += enter ? 1 : -1;
    break;
  case CMARK_NODE_STRONG:
    self->bold += enter ? 1 : -1;
    break;
  case CMARK_NODE_LINK:
    self->href = enter ? read_href (self, node) : NULL;
    break;
  case CMARK_NODE_IMAGE:
    if (!enter)
      end_image (self, node);
    else if (self->n_alt++ == 0)
      self->alt = g_string_new (NULL);
    break;
  case CMARK_NODE_FOOTNOTE_REFERENCE:
    if (enter)
      add_mark (self, node);
    break;
  default:
    break;
  }
}

static cmark_node *
read_tree (const char *hidden)
{
  static gsize registered = 0;
  cmark_parser *parser;
  cmark_node *root;

  if (g_once_init_enter (&registered)) {
    cmark_gfm_core_extensions_ensure_registered ();
    g_once_init_leave (&registered, 1);
  }
  parser = cmark_parser_new (CMARK_OPT_FOOTNOTES);
  cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension ("table"));
  cmark_parser_feed (parser, hidden, strlen (hidden));
  root = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  return root;
}

static AkkText *
read_lines (Reader *self, const char *hidden)
{
  cmark_node *root = read_tree (hidden);
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node (iter);

    if ((cmark_node_get_type (node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE)
      visit_inline (self, node, event == CMARK_EVENT_ENTER);
    else
      visit_block (self, node, event == CMARK_EVENT_ENTER);
  }
  cmark_iter_free (iter);
  cmark_node_free (root);
  return akk_text_new ((AkkLine **) self->lines->pdata, self->lines->len);
}

AkkText *
akk_text_parse (const char *commonmark)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr (AkkText) text = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *hidden = NULL;
  Reader self = { .lines = lines, .fields = fields, .items = items };

  if (!g_utf8_validate (commonmark, -1, NULL))
    commonmark = valid = g_utf8_make_valid (commonmark, -1);
  hidden = akk_fields_hide (commonmark, fields);
  akk_inline_init (&self.text);
  text = read_lines (&self, hidden);
  akk_inline_clear (&self.text);
  return akk_text_normalise (text);
}
