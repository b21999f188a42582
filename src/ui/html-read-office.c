/* What Word and LibreOffice mean by their HTML: lists, footnotes, and what is no text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/html-read-private.h"

gboolean
akk_html_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE &&
         g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

char *
akk_html_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

char *
akk_html_style (const xmlNode *node, const char *property)
{
  g_autofree char *style = akk_html_attribute (node, "style");
  g_auto (GStrv) parts = style != NULL ? g_strsplit (style, ";", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++) {
    char *colon = strchr (parts[i], ':');

    if (colon == NULL)
      continue;
    *colon = '\0';
    if (g_ascii_strcasecmp (g_strstrip (parts[i]), property) == 0)
      return g_ascii_strdown (g_strstrip (colon + 1), -1);
  }
  return NULL;
}

static gboolean
has_class (const xmlNode *node, const char *name)
{
  g_autofree char *value = akk_html_attribute (node, "class");
  g_auto (GStrv) classes = value != NULL ? g_strsplit_set (value, " \t\n", -1) : NULL;

  return classes != NULL && g_strv_contains ((const char *const *) classes, name);
}

gboolean
akk_html_is_noise (const xmlNode *node)
{
  static const char *const names[] = { "head",   "style", "script",   "title", "meta", "xml",
                                       "del",    "img",   "noscript", "input", "link", "button",
                                       "select", "svg",   "template", "object" };
  static const char *const classes[] = { "msoDel",    "MsoCommentReference", "msocomanchor",
                                         "msocomtxt", "MsoCommentText",      "mw-editsection" };
  g_autofree char *list = akk_html_style (node, "mso-list");
  g_autofree char *element = akk_html_style (node, "mso-element");
  g_autofree char *comment = akk_html_style (node, "mso-comment-reference");
  g_autofree char *display = akk_html_style (node, "display");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (akk_html_is (node, names[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (has_class (node, classes[i]))
      return TRUE;
  if (list != NULL && g_str_has_prefix (list, "ignore"))
    return TRUE;
  if (element != NULL && (g_str_equal (element, "comment-list") ||
                          g_str_equal (element, "comment") || g_str_equal (element, "field-begin")))
    return TRUE;
  /* The words that a comment is about carry this too, but hold more than its sign. */
  if (comment != NULL && node->children == NULL)
    return TRUE;
  return display != NULL && g_str_equal (display, "none");
}

/* --- Lists --- */

static const xmlNode *
find_ignored (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    g_autofree char *list = NULL;
    const xmlNode *found;

    if (child->type != XML_ELEMENT_NODE)
      continue;
    list = akk_html_style (child, "mso-list");
    if (list != NULL && g_str_has_prefix (list, "ignore"))
      return child;
    found = find_ignored (child);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* "3.", "b)" and "iv." number; "o" and "·" do not. */
static gboolean
marker_number (const char *marker, guint *number)
{
  gsize n = strlen (marker);
  const char *digits = marker + (*marker == '(');

  *number = 1;
  if (n < 2 || (marker[n - 1] != '.' && marker[n - 1] != ')') || !g_ascii_isalnum (*digits))
    return FALSE;
  if (g_ascii_isdigit (*digits)) {
    /* Of "1.2." the last part is the item's own. */
    const char *last = g_strrstr_len (marker, (gssize) n - 1, ".");

    last = last != NULL ? last + 1 : digits;
    *number = CLAMP ((guint) g_ascii_strtoull (last, NULL, 10), 1, 9999);
  } else if (digits[1] == '.' || digits[1] == ')') {
    *number = g_ascii_tolower (*digits) == 'i' ? 1 : (guint) (g_ascii_tolower (*digits) - 'a') + 1;
  }
  return TRUE;
}

gboolean
akk_html_word_item (const xmlNode *node, AkkLineKind *kind, guint *level, guint *start)
{
  g_autofree char *list = akk_html_style (node, "mso-list");
  const char *found = list != NULL ? strstr (list, "level") : NULL;
  const xmlNode *ignored;
  xmlChar *content;
  g_autofree char *marker = NULL;

  if (found == NULL || !g_ascii_isdigit (found[5]))
    return FALSE;
  *level = CLAMP ((guint) g_ascii_strtoull (found + 5, NULL, 10), 1, AKK_MAX_LEVEL);
  ignored = find_ignored (node);
  content = ignored != NULL ? xmlNodeGetContent (ignored) : NULL;
  marker = g_strdup (content != NULL ? (const char *) content : "");
  xmlFree (content);
  /* Word fills up with no-break spaces. */
  for (char *nbsp; (nbsp = strstr (marker, "\302\240")) != NULL;)
    nbsp[0] = nbsp[1] = ' ';
  g_strstrip (marker);
  *kind = marker_number (marker, start) ? AKK_LINE_NUMBER : AKK_LINE_BULLET;
  return TRUE;
}

/* --- Footnotes --- */

/* "ftn3" of "#_ftn3", "sdfootnote3" of "#sdfootnote3sym", "fn1" of "#fn1", "fn-1" of
 * "#user-content-fn-1". */
static char *
note_name (const char *href)
{
  static const char *const prefixes[] = { "_ftn", "_edn", "sdfootnote", "sdendnote",
                                          "fn",   "fn:",  "fn-",        "cite_note-" };
  const char *p = href != NULL && *href == '#' ? href + 1 : NULL;

  if (p == NULL)
    return NULL;
  if (g_str_has_prefix (p, "user-content-"))
    p += strlen ("user-content-");
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++) {
    const char *rest = p + strlen (prefixes[i]);
    gsize n_digits;

    if (!g_str_has_prefix (p, prefixes[i]) || !g_ascii_isdigit (*rest))
      continue;
    n_digits = strspn (rest, "0123456789");
    if (rest[n_digits] != '\0' && !g_str_equal (rest + n_digits, "sym"))
      continue;
    return g_strndup (p + (*p == '_'), strlen (prefixes[i]) - (*p == '_') + n_digits);
  }
  return NULL;
}

char *
akk_html_note_mark (const xmlNode *node)
{
  g_autofree char *href = akk_html_is (node, "a") ? akk_html_attribute (node, "href") : NULL;

  return note_name (href);
}

char *
akk_html_note_text (const xmlNode *node)
{
  g_autofree char *id = akk_html_attribute (node, "id");
  const char *name = id;

  if (id == NULL || (!akk_html_is (node, "div") && !akk_html_is (node, "li") &&
                     !akk_html_is (node, "p") && !akk_html_is (node, "aside")))
    return NULL;
  if (g_str_has_prefix (name, "user-content-"))
    name += strlen ("user-content-");
  return g_strdup (name);
}

gboolean
akk_html_is_back_link (const xmlNode *node)
{
  static const char *const prefixes[] = { "#_ftnref", "#_ednref", "#fnref", "#user-content-fnref",
                                          "#cite_ref-" };
  g_autofree char *href = akk_html_is (node, "a") ? akk_html_attribute (node, "href") : NULL;

  if (href == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (href, prefixes[i]))
      return TRUE;
  return (g_str_has_prefix (href, "#sdfootnote") || g_str_has_prefix (href, "#sdendnote")) &&
         g_str_has_suffix (href, "anc");
}

/* --- Bytes --- */

char *
akk_html_clean (const char *html, gsize n_bytes)
{
  g_autofree char *utf8 = NULL;
  GString *clean = g_string_new (NULL);

  /* Some browsers offer UTF-16 with a byte order mark. */
  if (n_bytes >= 2 && (guchar) html[0] == 0xFF && (guchar) html[1] == 0xFE)
    utf8 = g_convert (html + 2, (gssize) n_bytes - 2, "UTF-8", "UTF-16LE", NULL, NULL, NULL);
  if (utf8 == NULL)
    utf8 = g_utf8_make_valid (html, (gssize) n_bytes);
  for (const char *p = utf8; *p != '\0';) {
    /* "<![if !supportLists]>" and "<![endif]>" would be read as words; "<![endif]-->" ends a
     * comment. */
    const char *end = g_str_has_prefix (p, "<![") ? strstr (p, "]") : NULL;

    if (end != NULL && end[1] == '>') {
      p = end + 2;
      continue;
    }
    g_string_append_c (clean, *p++);
  }
  return g_string_free_and_steal (clean);
}
