/* The cheapest way to part a network in two.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As much as possible flows from the near node to the far one, by shortest ways first (Dinitz
 * 1970); what is then full is the least cut (Ford and Fulkerson 1956). */
#include "config.h"

#include "core/least-cut.h"

#define NONE G_MAXUINT

/* The way back is the arc beside it: their places differ in the last bit. */
typedef struct {
  guint to, next; /* the next arc from the same node */
  gint64 room;
} Arc;

struct _AkkCut {
  guint n;
  guint *first; /* the arcs of a node */
  guint *current; /* of these, the one that is tried */
  guint *level; /* how far from the near node; NONE: out of reach */
  guint *queue;
  GArray *arcs; /* Arc */
};

#define ARC(self, i) (&g_array_index ((self)->arcs, Arc, i))

AkkCut *
akk_cut_new (guint n_nodes)
{
  AkkCut *self = g_new0 (AkkCut, 1);

  self->n = n_nodes;
  self->first = g_new (guint, n_nodes);
  self->current = g_new (guint, n_nodes);
  self->level = g_new (guint, n_nodes);
  self->queue = g_new (guint, n_nodes);
  self->arcs = g_array_new (FALSE, FALSE, sizeof (Arc));
  for (guint i = 0; i < n_nodes; i++)
    self->first[i] = NONE;
  return self;
}

void
akk_cut_free (AkkCut *self)
{
  g_free (self->first);
  g_free (self->current);
  g_free (self->level);
  g_free (self->queue);
  g_array_unref (self->arcs);
  g_free (self);
}

void
akk_cut_join (AkkCut *self, guint from, guint to, gint64 cost, gint64 back)
{
  Arc there = { to, self->first[from], cost }, here = { from, self->first[to], back };

  g_return_if_fail (from != to && from < self->n && to < self->n);

  self->first[from] = self->arcs->len;
  g_array_append_val (self->arcs, there);
  self->first[to] = self->arcs->len;
  g_array_append_val (self->arcs, here);
}

static gboolean
find_levels (AkkCut *self)
{
  guint head = 0, tail = 0;

  for (guint i = 0; i < self->n; i++)
    self->level[i] = NONE;
  self->level[AKK_CUT_NEAR] = 0;
  self->queue[tail++] = AKK_CUT_NEAR;
  while (head < tail) {
    guint node = self->queue[head++];

    for (guint i = self->first[node]; i != NONE; i = ARC (self, i)->next) {
      guint to = ARC (self, i)->to;

      if (ARC (self, i)->room == 0 || self->level[to] != NONE)
        continue;
      self->level[to] = self->level[node] + 1;
      self->queue[tail++] = to;
    }
  }
  return self->level[AKK_CUT_FAR] != NONE;
}

/* The next arc from the node that leads on; NONE: it is a dead end. */
static guint
lead_on (AkkCut *self, guint node)
{
  guint i = self->current[node];

  while (i != NONE &&
         (ARC (self, i)->room == 0 || self->level[ARC (self, i)->to] != self->level[node] + 1))
    i = ARC (self, i)->next;
  self->current[node] = i;
  return i;
}

/* Fills a way of `length` arcs; says how many of these it keeps, up to the first that is full. */
static guint
fill_way (AkkCut *self, const guint *way, guint length)
{
  gint64 room = G_MAXINT64;
  guint kept = 0;

  for (guint i = 0; i < length; i++)
    room = MIN (room, ARC (self, way[i])->room);
  for (guint i = length; i-- > 0;) {
    ARC (self, way[i])->room -= room;
    ARC (self, way[i] ^ 1)->room += room;
    if (ARC (self, way[i])->room == 0)
      kept = i;
  }
  return kept;
}

void
akk_cut_part (AkkCut *self)
{
  g_autofree guint *way = g_new (guint, self->n);

  while (find_levels (self)) {
    guint length = 0, node = AKK_CUT_NEAR;

    for (guint i = 0; i < self->n; i++)
      self->current[i] = self->first[i];
    for (;;) {
      guint arc = node != AKK_CUT_FAR ? lead_on (self, node) : NONE;

      if (node == AKK_CUT_FAR) {
        length = fill_way (self, way, length);
        node = ARC (self, way[length] ^ 1)->to;
      } else if (arc != NONE) {
        way[length++] = arc;
        node = ARC (self, arc)->to;
      } else if (length > 0) {
        self->level[node] = NONE;
        node = ARC (self, way[--length] ^ 1)->to;
      } else {
        break;
      }
    }
  }
}

gboolean
akk_cut_is_near (const AkkCut *self, guint node)
{
  return self->level[node] != NONE;
}
