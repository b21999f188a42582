/* Puts a flow into the order of its pages, and tables that moved below the elements that are open
 * where they stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "print/pages-internal.h"

/* Takes what belongs to a row over to the end of another array; returns where it begins there. */
static guint
take_over (const GArray *from, guint first, guint end, GArray *to)
{
  guint begins = to->len;

  if (end > first)
    g_array_append_vals (
        to, from->data + first * (gsize) g_array_get_element_size ((GArray *) from), end - first);
  return begins;
}

static GArray *
like (GArray *array)
{
  return g_array_sized_new (FALSE, TRUE, g_array_get_element_size (array), array->len);
}

/* What was in it belongs to the other one now. */
static void
replace (GArray *array, GArray *other)
{
  gsize size = other->len * (gsize) g_array_get_element_size (other);

  g_assert (array->len == other->len);
  if (size > 0)
    memcpy (array->data, other->data, size);
  g_array_unref (other);
}

void
akk_flow_reorder (AkkFlow *self, const guint *order)
{
  const guint n = self->infos->len;
  guint first = 0;

  while (first < n && order[first] == first)
    first++;
  if (first == n)
    return;

  g_autofree guint *now = g_new (guint, n);
  GArray *infos = like (self->infos), *pieces = like (self->pieces);
  GArray *fills = like (self->fills), *notes = like (self->notes);
  for (guint i = 0; i < n; i++)
    now[order[i]] = i;
  for (guint i = 0; i < n; i++) {
    guint was = order[i];
    AkkFlowRow info = *row_info (self, was);
    info.piece = take_over (self->pieces, info.piece, PIECES_END (self, was), pieces);
    info.fill = take_over (self->fills, info.fill, FILLS_END (self, was), fills);
    info.note = take_over (self->notes, info.note, NOTES_END (self, was), notes);
    info.head = info.head > 0 ? now[info.head - 1] + 1 : 0;
    g_array_append_val (infos, info);
  }
  replace (self->infos, infos);
  replace (self->pieces, pieces);
  replace (self->fills, fills);
  replace (self->notes, notes);
}

/* Hangs an element below another one, with all that is in it. */
static void
hang (AkkFlow *self, guint node, guint parent)
{
  AkkNode *top = akk_flow_node_at (self, node);
  guint was = top->depth, is = akk_flow_node_at (self, parent)->depth + 1;

  top->home = top->parent + 1;
  top->parent = parent;
  top->depth = is;
  for (guint i = node + 1; i < self->nodes->len && akk_flow_node_at (self, i)->depth > was; i++)
    akk_flow_node_at (self, i)->depth += is - was;
}

void
akk_pages_hang_tables (AkkPages *self)
{
  AkkFlow *flow = self->flow;

  for (guint row = 0; row < flow->rows->len; row++) {
    if (!row_moved (self, row))
      continue;
    guint base = akk_pages_base (self, self->places[row].page);
    for (guint i = row_info (flow, row)->piece; i < PIECES_END (flow, row); i++) {
      guint node = piece_at (flow, i)->node;
      while (node != 0 && !akk_flow_node_at (flow, node)->floats)
        node = akk_flow_node_at (flow, node)->parent;
      if (node != 0 && akk_flow_node_at (flow, node)->home == 0)
        hang (flow, node, base);
    }
  }
}
