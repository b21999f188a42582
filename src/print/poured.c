/* Parts of a document that are poured once and used again while nothing changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/poured.h"

#include "print/chart.h"

#define CACHE "akk-poured"

/* What a part was poured onto: a flow with one row, so that it is not at its begin. Those who take
 * it over hold it, for its strings. */
typedef struct {
  AkkFlow *flow;
  GWeakRef paper;
  gint64 step;
} Poured;

/* Stands for the header and the footer of where it will be. */
static const char here[] = "";

static void
poured_clear (gpointer data)
{
  Poured *self = data;

  akk_flow_free (self->flow);
  g_weak_ref_clear (&self->paper);
}

static void
poured_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, poured_clear);
}

static Poured *
poured_new (AkkFlow *like, AkkStore *store, AkkPour pour, gpointer data)
{
  Poured *self = g_atomic_rc_box_new0 (Poured);

  g_weak_ref_init (&self->paper, like->paper);
  self->step = akk_store_get_last_step (store);
  self->flow = akk_flow_new (like->paper);
  self->flow->shape = like->shape;
  self->flow->part = self->flow->chapter = self->flow->foot = here;
  akk_flow_row (self->flow, 0, 0, AKK_NO_LINE);
  pour (self->flow, data);
  g_clear_object (&self->flow->paper); /* those who take it over have it */
  return self;
}

static gboolean
is_current (Poured *self, AkkFlow *like, AkkStore *store)
{
  g_autoptr (AkkPaper) paper = g_weak_ref_get (&self->paper);

  return paper == like->paper && self->flow->shape == like->shape &&
         self->step == akk_store_get_last_step (store);
}

/* Borrowed. The store keeps it, not the paper: charts have the paper. */
static Poured *
find_poured (AkkFlow *self, AkkStore *store, const char *key, AkkPour pour, gpointer data)
{
  GHashTable *cache = g_object_get_data (G_OBJECT (store), CACHE);
  Poured *poured;

  if (cache == NULL) {
    cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, poured_unref);
    g_object_set_data_full (G_OBJECT (store), CACHE, cache, (GDestroyNotify) g_hash_table_unref);
  }
  poured = g_hash_table_lookup (cache, key);
  if (poured != NULL && is_current (poured, self, store))
    return poured;
  poured = poured_new (self, store, pour, data);
  g_hash_table_insert (cache, g_strdup (key), poured);
  return poured;
}

/* --- Taking over --- */

/* By how much the numbers of its parts are greater there. */
typedef struct {
  guint row, piece, fill, note, node;
} Shift;

/* The document itself is the same for both. */
static guint
shifted_node (const Shift *shift, guint node)
{
  return node == 0 || node == AKK_NO_NODE ? node : node + shift->node;
}

static const char *
place_of (const char *own, const char *its)
{
  return its == here ? own : its;
}

static void
take_rows (AkkFlow *self, const AkkFlow *from, const Shift *shift)
{
  for (guint i = 1; i < from->rows->len; i++) {
    AkkRow row = g_array_index (from->rows, AkkRow, i);
    AkkFlowRow info = g_array_index (from->infos, AkkFlowRow, i);

    if (i == 1) {
      row.before += self->after;
      row.keep = self->keep;
      row.flags |= self->new_page ? AKK_ROW_PAGE : 0;
    }
    info.piece += shift->piece;
    info.fill += shift->fill;
    info.note += shift->note;
    info.head += info.head > 0 ? shift->row : 0;
    info.part = place_of (self->part, info.part);
    info.chapter = place_of (self->chapter, info.chapter);
    info.foot = place_of (self->foot, info.foot);
    if (info.continued != NULL)
      akk_set_ref (info.continued);
    g_array_append_val (self->rows, row);
    g_array_append_val (self->infos, info);
  }
}

static void
take_nodes (AkkFlow *self, const AkkFlow *from, const Shift *shift)
{
  for (guint i = 1; i < from->nodes->len; i++) {
    AkkNode node = g_array_index (from->nodes, AkkNode, i);

    node.parent = shifted_node (shift, node.parent);
    node.home = node.home > 0 ? shifted_node (shift, node.home - 1) + 1 : 0;
    g_array_append_val (self->nodes, node);
  }
}

static void
take_pieces (AkkFlow *self, const AkkFlow *from, const Shift *shift)
{
  for (guint i = 0; i < from->pieces->len; i++) {
    AkkFlowPiece piece = g_array_index (from->pieces, AkkFlowPiece, i);

    piece.node = shifted_node (shift, piece.node);
    if (piece.set != NULL)
      akk_set_ref (piece.set);
    if (piece.picture != NULL)
      akk_picture_ref (piece.picture);
    if (piece.chart != NULL)
      akk_chart_ref (piece.chart);
    g_array_append_val (self->pieces, piece);
  }
  g_array_append_vals (self->fills, from->fills->data, from->fills->len);
}

static void
take_notes (AkkFlow *self, const AkkFlow *from, const Shift *shift)
{
  for (guint i = 0; i < from->notes->len; i++) {
    AkkFootnote note = g_array_index (from->notes, AkkFootnote, i);

    note.node = shifted_node (shift, note.node);
    note.label = shifted_node (shift, note.label);
    akk_set_ref (note.mark);
    akk_set_ref (note.text);
    g_array_append_val (self->notes, note);
  }
}

void
akk_flow_pour (AkkFlow *self, AkkStore *store, const char *key, AkkPour pour, gpointer data)
{
  Poured *poured = find_poured (self, store, key, pour, data);
  const AkkFlow *from = poured->flow;
  const Shift shift = { self->rows->len - 1, self->pieces->len, self->fills->len, self->notes->len,
                        self->nodes->len - 1 };

  if (from->rows->len == 1)
    return;
  take_rows (self, from, &shift);
  take_nodes (self, from, &shift);
  take_pieces (self, from, &shift);
  take_notes (self, from, &shift);
  self->n_missing += from->n_missing;
  self->after = from->after;
  self->keep = from->keep;
  self->new_page = from->new_page;
  self->part = place_of (self->part, from->part);
  self->chapter = place_of (self->chapter, from->chapter);
  self->foot = place_of (self->foot, from->foot);
  self->bare = from->bare;
  g_ptr_array_add (self->lenders, g_atomic_rc_box_acquire (poured));
  if (self->lenders->len == 1)
    g_ptr_array_set_free_func (self->lenders, poured_unref);
}
