/* AkkPdfJoins elements of the structure tree that had to be drawn in parts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-internal.h"

static void
release (qpdf_data pdf, qpdf_oh a, qpdf_oh b)
{
  qpdf_oh_release (pdf, a);
  qpdf_oh_release (pdf, b);
}

/* The items of a value that is an array, one thing or nothing. Handles (qpdf_oh); release each. */
static GArray *
items_of (qpdf_data pdf, qpdf_oh value)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));

  if (qpdf_oh_is_array (pdf, value)) {
    for (int i = 0, n = qpdf_oh_get_array_n_items (pdf, value); i < n; i++) {
      qpdf_oh item = qpdf_oh_get_array_item (pdf, value, i);
      g_array_append_val (items, item);
    }
  } else if (!qpdf_oh_is_null (pdf, value)) {
    qpdf_oh item = qpdf_oh_new_object (pdf, value);
    g_array_append_val (items, item);
  }
  return items;
}

static gboolean
is_same (qpdf_data pdf, qpdf_oh a, qpdf_oh b)
{
  return qpdf_oh_is_indirect (pdf, a) &&
         qpdf_oh_get_object_id (pdf, a) == qpdf_oh_get_object_id (pdf, b);
}

/* A kid of the part as it stands in the whole: an element has a new parent, and content says on
 * which page it is, for the whole is on another. */
static qpdf_oh
adopt (qpdf_data pdf, const AkkPdfJoin *join, qpdf_oh kid)
{
  qpdf_oh content = kid;

  if (qpdf_oh_is_dictionary (pdf, kid)) {
    if (qpdf_oh_has_key (pdf, kid, "/S")) {
      qpdf_oh_replace_key (pdf, kid, "/P", join->whole);
      return kid;
    }
  } else {
    content = qpdf_oh_parse (pdf, "<< /Type /MCR >>");
    qpdf_oh_replace_key (pdf, content, "/MCID", kid);
    qpdf_oh_release (pdf, kid);
  }
  if (!qpdf_oh_has_key (pdf, content, "/Pg")) {
    qpdf_oh page = qpdf_oh_get_key (pdf, join->part, "/Pg");
    qpdf_oh_replace_key (pdf, content, "/Pg", page);
    qpdf_oh_release (pdf, page);
  }
  return content;
}

/* What the part holds comes after what the whole holds. */
static void
move_kids (qpdf_data pdf, const AkkPdfJoin *join)
{
  qpdf_oh old = qpdf_oh_get_key (pdf, join->whole, "/K");
  qpdf_oh new = qpdf_oh_get_key (pdf, join->part, "/K");
  qpdf_oh all = qpdf_oh_new_array (pdf);
  g_autoptr (GArray) kids = items_of (pdf, old), added = items_of (pdf, new);

  for (guint i = 0; i < kids->len; i++) {
    qpdf_oh_append_item (pdf, all, g_array_index (kids, qpdf_oh, i));
    qpdf_oh_release (pdf, g_array_index (kids, qpdf_oh, i));
  }
  for (guint i = 0; i < added->len; i++) {
    qpdf_oh kid = adopt (pdf, join, g_array_index (added, qpdf_oh, i));
    qpdf_oh_append_item (pdf, all, kid);
    qpdf_oh_release (pdf, kid);
  }
  qpdf_oh_replace_key (pdf, join->whole, "/K", all);
  qpdf_oh_release (pdf, all);
  release (pdf, old, new);
}

/* The part is no kid of its parent any more. */
static void
leave_parent (qpdf_data pdf, const AkkPdfJoin *join)
{
  qpdf_oh parent = qpdf_oh_get_key (pdf, join->part, "/P");
  qpdf_oh old = qpdf_oh_get_key (pdf, parent, "/K"), left = qpdf_oh_new_array (pdf);
  g_autoptr (GArray) kids = items_of (pdf, old);

  for (guint i = 0; i < kids->len; i++) {
    qpdf_oh kid = g_array_index (kids, qpdf_oh, i);
    if (!is_same (pdf, kid, join->part))
      qpdf_oh_append_item (pdf, left, kid);
    qpdf_oh_release (pdf, kid);
  }
  qpdf_oh_replace_key (pdf, parent, "/K", left);
  release (pdf, old, left);
  qpdf_oh_release (pdf, parent);
}

/* Content that leads to a part leads to the whole. */
static void
lead_to_wholes (qpdf_data pdf, const GArray *joins, qpdf_oh parents)
{
  if (!qpdf_oh_is_array (pdf, parents))
    return;
  for (int i = 0, n = qpdf_oh_get_array_n_items (pdf, parents); i < n; i++) {
    qpdf_oh element = qpdf_oh_get_array_item (pdf, parents, i);
    for (guint j = 0; j < joins->len; j++) {
      const AkkPdfJoin *join = &g_array_index (joins, AkkPdfJoin, j);
      if (is_same (pdf, element, join->part))
        qpdf_oh_set_array_item (pdf, parents, i, join->whole);
    }
    qpdf_oh_release (pdf, element);
  }
}

void
akk_pdf_join (qpdf_data pdf, qpdf_oh tree, GArray *joins)
{
  qpdf_oh parent_tree, numbers;

  if (joins->len == 0)
    return;
  for (guint i = 0; i < joins->len; i++) {
    const AkkPdfJoin *join = &g_array_index (joins, AkkPdfJoin, i);
    move_kids (pdf, join);
    leave_parent (pdf, join);
  }
  parent_tree = qpdf_oh_get_key (pdf, tree, "/ParentTree");
  numbers = qpdf_oh_get_key_if_dict (pdf, parent_tree, "/Nums");
  for (int i = 1, n = qpdf_oh_get_array_n_items (pdf, numbers); i < n; i += 2) {
    qpdf_oh parents = qpdf_oh_get_array_item (pdf, numbers, i);
    lead_to_wholes (pdf, joins, parents);
    qpdf_oh_release (pdf, parents);
  }
  release (pdf, parent_tree, numbers);
}
