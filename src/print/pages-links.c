/* Links on paper: to an address, and from place to place in the document.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pages-internal.h"

#include <string.h>

static const char *const prefixes[] = {
  [AKK_ANCHOR_PLACE] = "#place-", [AKK_ANCHOR_NOTE] = "#note-", [AKK_ANCHOR_MARK] = "#mark-"
};

const char *
akk_flow_link (AkkAnchor kind, gint64 id)
{
  char name[40];

  g_snprintf (name, sizeof name, "%s%" G_GINT64_FORMAT, prefixes[kind], id);
  return g_intern_string (name);
}

const char *
akk_flow_anchor (AkkAnchor kind, gint64 id)
{
  return akk_flow_link (kind, id) + 1;
}

/* Notes it and what is around it, up to what was noted before. */
static void
find_anchors_of (AkkPages *self, guint node, guint8 *seen)
{
  while (node != AKK_NO_NODE && !seen[node]) {
    const AkkNode *it = akk_flow_node_at (self->flow, node);
    gpointer known =
        it->anchor != NULL ? g_hash_table_lookup (self->anchors, it->anchor) : GUINT_TO_POINTER (1);

    seen[node] = TRUE;
    if (known == NULL || GPOINTER_TO_UINT (known) > node + 1)
      g_hash_table_insert (self->anchors, (gpointer) it->anchor, GUINT_TO_POINTER (node + 1));
    node = it->parent;
  }
}

/* A link to what is not drawn would be refused by cairo, and so would a place of the same name:
 * the first of them is meant. */
static GHashTable *
anchors_of (AkkPages *self)
{
  AkkFlow *flow = self->flow;
  g_autofree guint8 *seen = NULL;

  if (self->anchors != NULL)
    return self->anchors;
  seen = g_new0 (guint8, flow->nodes->len);
  self->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < flow->pieces->len; i++)
    find_anchors_of (self, piece_at (flow, i)->node, seen);
  for (guint i = 0; i < flow->notes->len; i++)
    find_anchors_of (self, note_at (flow, i)->node, seen);
  return self->anchors;
}

gboolean
akk_pages_is_anchor (AkkPages *self, guint node)
{
  const char *anchor = akk_flow_node_at (self->flow, node)->anchor;

  return anchor != NULL &&
         GPOINTER_TO_UINT (g_hash_table_lookup (anchors_of (self), anchor)) == node + 1;
}

void
akk_pages_mark_drawn (AkkPages *self, const char *mark)
{
  g_hash_table_insert (anchors_of (self), (gpointer) mark, GUINT_TO_POINTER (1));
}

/* --- What a link says --- */

/* Plain ASCII, as PDF/A wants it, and safe inside the quotes of cairo's attribute. */
static char *
uri_attribute (const char *href)
{
  GString *uri = g_string_new ("uri='");

  for (const char *at = href; *at != '\0'; at++) {
    guchar c = (guchar) *at;
    if (c <= ' ' || c >= 127 || strchr ("'\\\"<>`{|}", c) != NULL)
      g_string_append_printf (uri, "%%%02X", c);
    else
      g_string_append_c (uri, *at);
  }
  g_string_append_c (uri, '\'');
  return g_string_free_and_steal (uri);
}

char *
akk_pages_link_attributes (AkkPages *self, const char *href)
{
  if (g_str_has_prefix (href, "https://") || g_str_has_prefix (href, "http://") ||
      g_str_has_prefix (href, "mailto:"))
    return uri_attribute (href);
  if (*href == '#' && g_hash_table_contains (anchors_of (self), href + 1))
    return g_strdup_printf ("dest='%s%s'", self->part.prefix, href + 1);
  return NULL;
}

char *
akk_pages_link_words (AkkPages *self, const char *href)
{
  AkkPhrases *phrases = akk_paper_phrases (self->flow->paper);
  guint node;

  if (*href != '#')
    return akk_phrases_format (phrases, "opens", "address", href, NULL);
  for (AkkAnchor kind = AKK_ANCHOR_NOTE; kind <= AKK_ANCHOR_MARK; kind++)
    if (g_str_has_prefix (href, prefixes[kind]))
      return akk_phrases_format (phrases,
                                 kind == AKK_ANCHOR_NOTE ? "leads-to-note" : "leads-to-mark",
                                 "number", href + strlen (prefixes[kind]), NULL);
  node = GPOINTER_TO_UINT (g_hash_table_lookup (anchors_of (self), href + 1)) - 1;
  return akk_phrases_format (phrases, "leads-to-place", "title",
                             akk_flow_node_at (self->flow, node)->alt, NULL);
}
