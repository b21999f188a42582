/* Reading what other programs put on the clipboard as HTML.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/html-read-private.h"

#include <libxml/HTMLparser.h>

#define BREAK "\342\200\250"

/* --- Lines --- */

void
akk_html_line_init (AkkHtmlLine *line)
{
  line->text = g_string_new (NULL);
  line->runs = g_array_new (FALSE, FALSE, sizeof (AkkRun));
  line->space = FALSE;
}

void
akk_html_line_clear (AkkHtmlLine *line)
{
  g_string_free (line->text, TRUE);
  g_array_unref (line->runs);
}

static void
add (AkkHtmlReader *self, const char *text, gsize n_bytes, const AkkRun *like)
{
  AkkRun run = *like;

  run.n_bytes = (guint) n_bytes;
  g_string_append_len (self->line.text, text, (gssize) n_bytes);
  g_array_append_val (self->line.runs, run);
}

static void
add_space (AkkHtmlReader *self, const AkkRun *like)
{
  AkkRun run = { .style = like->style };
  const char *text = self->line.text->str;

  if (self->line.space && *text != '\0' && !g_str_has_suffix (text, BREAK))
    add (self, " ", 1, &run);
  self->line.space = FALSE;
}

static void
add_break (AkkHtmlReader *self)
{
  AkkRun run = { .style = AKK_STYLE_BREAK };

  self->line.space = FALSE;
  if (self->line.text->len == 0)
    return;
  /* Two breaks in a row are a new paragraph. */
  if (!self->words_only && g_str_has_suffix (self->line.text->str, BREAK))
    akk_html_end_line (self);
  else if (!g_str_has_suffix (self->line.text->str, BREAK))
    add (self, BREAK, strlen (BREAK), &run);
}

static gboolean
is_digit_beside (const char *text, const char *p)
{
  const char *before = p > text ? g_utf8_prev_char (p) : p;
  const char *after = g_utf8_next_char (p);

  return (p > text && g_ascii_isdigit (*before)) || g_ascii_isdigit (*after);
}

/* White space runs together. A no-break space stays where it binds a number to its word; elsewhere
 * word processors only fill up with it. */
static void
add_text (AkkHtmlReader *self, const char *text)
{
  AkkRun run = { .style = self->style, .href = self->href };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gsize n_bytes = (gsize) (g_utf8_next_char (p) - p);

    if (self->preformatted && c == '\n') {
      add_break (self);
    } else if (c == 0xA0 && is_digit_beside (text, p) && !self->line.space &&
               self->line.text->len > 0) {
      add (self, p, n_bytes, &run);
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0xA0) {
      self->line.space = TRUE;
    } else if (c != 0xAD && c != 0x200B && c != 0xFEFF && c != 0xFFFC && !g_unichar_iscntrl (c)) {
      add_space (self, &run);
      add (self, p, n_bytes, &run);
    }
  }
}

static AkkLine *
take_line (AkkHtmlReader *self, AkkLineKind kind, guint level)
{
  AkkLine *line;

  /* A break at the end breaks nothing. */
  while (g_str_has_suffix (self->line.text->str, BREAK)) {
    g_string_truncate (self->line.text, self->line.text->len - strlen (BREAK));
    g_array_set_size (self->line.runs, self->line.runs->len - 1);
  }
  line = akk_line_new (kind, level, self->line.text->str,
                       (AkkRun *) (gpointer) self->line.runs->data, self->line.runs->len);
  g_string_truncate (self->line.text, 0);
  g_array_set_size (self->line.runs, 0);
  self->line.space = FALSE;
  return line;
}

void
akk_html_end_line (AkkHtmlReader *self)
{
  g_autoptr (AkkLine) line = NULL;

  self->line.space = FALSE;
  if (self->line.text->len == 0)
    return;
  if (self->words_only) {
    add_break (self);
    return;
  }
  line = take_line (self, self->kind, self->level);
  if (*line->text != '\0')
    g_ptr_array_add (self->lines,
                     akk_line_with (line, line->kind, line->level, self->start, self->quote, NULL));
  /* What follows in an item continues it. */
  if (self->kind == AKK_LINE_BULLET || self->kind == AKK_LINE_NUMBER)
    self->kind = AKK_LINE_CONTINUED;
  self->start = 1;
}

AkkLine *
akk_html_read_words (AkkHtmlReader *self, const xmlNode *node, AkkLineKind kind)
{
  AkkHtmlReader outer = *self;
  AkkLine *line;

  akk_html_line_init (&self->line);
  self->words_only = TRUE;
  self->style = 0;
  self->href = NULL;
  self->list_depth = 0;
  akk_html_read_children (self, node);
  line = take_line (self, kind, 0);
  akk_html_line_clear (&self->line);
  *self = outer;
  return line;
}

/* --- Elements --- */

static gboolean
is_block (const xmlNode *node)
{
  static const char *const names[] = {
    "p",     "div",    "section",    "article", "header",  "footer",   "main",
    "aside", "nav",    "address",    "center",  "dl",      "dt",       "dd",
    "form",  "figure", "figcaption", "details", "summary", "fieldset", "body",
    "html",  "hr",     "li",         "tr",      "td",      "th",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (akk_html_is (node, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_heading (const xmlNode *node)
{
  return node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6' &&
         node->name[2] == '\0';
}

/* The style within an element, which the element itself or its "style" changes. */
static AkkStyle
style_within (const xmlNode *node, AkkStyle style)
{
  g_autofree char *weight = akk_html_style (node, "font-weight");
  g_autofree char *slant = akk_html_style (node, "font-style");

  if (akk_html_is (node, "b") || akk_html_is (node, "strong") || is_heading (node))
    style |= AKK_STYLE_BOLD;
  if (akk_html_is (node, "i") || akk_html_is (node, "em") || akk_html_is (node, "cite"))
    style |= AKK_STYLE_ITALIC;
  if (weight != NULL &&
      (g_str_has_prefix (weight, "bold") || g_ascii_strtoll (weight, NULL, 10) >= 600))
    style |= AKK_STYLE_BOLD;
  else if (weight != NULL && !is_heading (node) && !g_str_equal (weight, "inherit"))
    style &= ~(AkkStyle) AKK_STYLE_BOLD;
  if (slant != NULL && (g_str_equal (slant, "italic") || g_str_equal (slant, "oblique")))
    style |= AKK_STYLE_ITALIC;
  else if (slant != NULL && g_str_equal (slant, "normal"))
    style &= ~(AkkStyle) AKK_STYLE_ITALIC;
  return style;
}

static gboolean
read_mark (AkkHtmlReader *self, const xmlNode *node)
{
  g_autofree char *name = akk_html_note_mark (node);
  const char *label = name != NULL ? g_hash_table_lookup (self->note_labels, name) : NULL;
  AkkRun run = { .note = label };

  if (label == NULL)
    return FALSE;
  self->line.space = FALSE;
  add (self, AKK_ATOM, strlen (AKK_ATOM), &run);
  return TRUE;
}

/* A note's text goes to its section's end. */
static gboolean
read_note (AkkHtmlReader *self, const xmlNode *node)
{
  g_autofree char *name = akk_html_note_text (node);
  const char *label = name != NULL ? g_hash_table_lookup (self->note_labels, name) : NULL;
  g_autoptr (AkkLine) line = NULL;

  if (label == NULL || self->words_only)
    return FALSE;
  akk_html_end_line (self);
  line = akk_html_read_words (self, node, AKK_LINE_NOTE);
  g_ptr_array_add (self->notes, akk_line_with (line, AKK_LINE_NOTE, 0, 1, 0, label));
  return TRUE;
}

static void
read_list (AkkHtmlReader *self, const xmlNode *node)
{
  gboolean numbers = akk_html_is (node, "ol");
  g_autofree char *first = numbers ? akk_html_attribute (node, "start") : NULL;
  guint start = first != NULL ? (guint) CLAMP (g_ascii_strtoll (first, NULL, 10), 1, 9999) : 1;

  akk_html_end_line (self);
  self->list_depth++;
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    AkkStyle style = self->style;

    if (child->type != XML_ELEMENT_NODE || akk_html_is_noise (child))
      continue;
    if (akk_html_is (child, "li") && read_note (self, child))
      continue;
    self->kind = numbers ? AKK_LINE_NUMBER : AKK_LINE_BULLET;
    self->level = MIN (self->list_depth, AKK_MAX_LEVEL);
    self->start = start;
    if (self->words_only && akk_html_is (child, "li"))
      add_text (self, "• ");
    self->style = style_within (child, style);
    if (akk_html_is (child, "li"))
      akk_html_read_children (self, child);
    else if (akk_html_is (child, "ul") || akk_html_is (child, "ol"))
      read_list (self, child);
    akk_html_end_line (self);
    self->style = style;
    start = 1;
  }
  self->list_depth--;
}

static void
read_block (AkkHtmlReader *self, const xmlNode *node)
{
  AkkHtmlReader outer = *self;
  AkkLineKind kind;
  guint level, start;

  akk_html_end_line (self);
  if (akk_html_is (node, "p") && akk_html_word_item (node, &kind, &level, &start)) {
    /* The number of an item counts where a list begins. */
    const AkkLine *above = self->lines->len > 0 ? self->lines->pdata[self->lines->len - 1] : NULL;

    self->kind = kind;
    self->level = level;
    self->start = above != NULL && above->level >= level ? 1 : start;
  } else if (akk_html_is (node, "blockquote")) {
    self->quote = 1;
  }
  akk_html_read_children (self, node);
  akk_html_end_line (self);
  self->quote = outer.quote;
  if (self->list_depth == 0) {
    self->kind = AKK_LINE_PARAGRAPH;
    self->level = 0;
    self->start = 1;
  }
}

static void
read_element (AkkHtmlReader *self, const xmlNode *node)
{
  AkkStyle style = self->style;
  const char *href = self->href;
  gboolean preformatted = self->preformatted;

  if (akk_html_is_noise (node) || akk_html_is_back_link (node) || read_mark (self, node) ||
      read_note (self, node))
    return;
  if (akk_html_is (node, "br")) {
    add_break (self);
    return;
  }
  self->style = style_within (node, style);
  if (akk_html_is (node, "a")) {
    g_autofree char *target = akk_html_attribute (node, "href");

    if (target != NULL &&
        (g_str_has_prefix (target, "http://") || g_str_has_prefix (target, "https://") ||
         g_str_has_prefix (target, "mailto:")))
      self->href = g_intern_string (target);
  }
  if (akk_html_is (node, "ul") || akk_html_is (node, "ol")) {
    guint level = self->level;

    read_list (self, node);
    self->kind = self->list_depth > 0 ? AKK_LINE_CONTINUED : AKK_LINE_PARAGRAPH;
    self->level = self->list_depth > 0 ? level : 0;
  } else if (akk_html_is (node, "table")) {
    akk_html_read_table (self, node);
  } else if (akk_html_is (node, "pre")) {
    self->preformatted = TRUE;
    read_block (self, node);
  } else if (is_heading (node) || is_block (node) || akk_html_is (node, "blockquote")) {
    read_block (self, node);
  } else {
    akk_html_read_children (self, node);
  }
  self->style = style;
  self->href = href;
  self->preformatted = preformatted;
}

void
akk_html_read_children (AkkHtmlReader *self, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      add_text (self, (const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE)
      read_element (self, child);
  }
}

/* --- Public --- */

/* Notes that have both a mark and a text; each gets a label in the order of the marks. */
static void
collect_note_texts (const xmlNode *node, GHashTable *texts)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    char *name = child->type == XML_ELEMENT_NODE ? akk_html_note_text (child) : NULL;

    if (name != NULL)
      g_hash_table_add (texts, name);
    collect_note_texts (child, texts);
  }
}

static void
label_notes (AkkHtmlReader *self, const xmlNode *node, GHashTable *texts)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    g_autofree char *name = child->type == XML_ELEMENT_NODE ? akk_html_note_mark (child) : NULL;

    if (name != NULL && g_hash_table_contains (texts, name) &&
        !g_hash_table_contains (self->note_labels, name)) {
      guint n = g_hash_table_size (self->note_labels) + 1;
      g_autofree char *label = g_strdup_printf ("%u", n);

      g_hash_table_insert (self->note_labels, g_steal_pointer (&name),
                           (gpointer) g_intern_string (label));
    }
    label_notes (self, child, texts);
  }
}

AkkText *
akk_html_read (const char *html, gsize n_bytes)
{
  g_autofree char *clean = akk_html_clean (html, n_bytes);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (AkkText) text = NULL, tidy = NULL;
  AkkHtmlReader self = { .lines = lines, .notes = notes, .note_labels = labels, .start = 1 };
  htmlDocPtr document =
      htmlReadMemory (clean, (int) MIN (strlen (clean), G_MAXINT), NULL, "UTF-8",
                      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | HTML_PARSE_COMPACT);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  if (root != NULL) {
    akk_html_line_init (&self.line);
    collect_note_texts (root, texts);
    label_notes (&self, root, texts);
    akk_html_read_children (&self, root);
    akk_html_end_line (&self);
    akk_html_line_clear (&self.line);
  }
  if (document != NULL)
    xmlFreeDoc (document);
  g_ptr_array_extend_and_steal (lines, g_steal_pointer (&notes));
  text = akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
  tidy = akk_text_normalise (text);
  return tidy->n_lines > 0 ? g_steal_pointer (&tidy) : NULL;
}
