/* Tests that a network is parted in the cheapest way: every way is tried on small random ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/least-cut.h"

#define SEED 20251117
#define N_CASES 500
#define MOST_NODES 8
#define MOST_JOINS 20

typedef struct {
  guint from, to;
  gint64 cost, back;
} Join;

typedef struct {
  guint n_nodes, n_joins;
  Join joins[MOST_JOINS];
} Network;

/* What it costs when the nodes of these bits are near. */
static gint64
cost_of (const Network *self, guint near)
{
  gint64 cost = 0;

  for (guint i = 0; i < self->n_joins; i++) {
    const Join *join = &self->joins[i];
    gboolean from = (near >> join->from & 1) != 0, to = (near >> join->to & 1) != 0;

    if (from != to)
      cost += from ? join->cost : join->back;
  }
  return cost;
}

static void
make (Network *self, GRand *random)
{
  self->n_nodes = (guint) g_rand_int_range (random, AKK_CUT_FIRST, MOST_NODES + 1);
  self->n_joins = 0;
  for (gint32 i = g_rand_int_range (random, 0, MOST_JOINS); i > 0; i--) {
    Join join = { (guint) g_rand_int_range (random, 0, (gint32) self->n_nodes),
                  (guint) g_rand_int_range (random, 0, (gint32) self->n_nodes),
                  g_rand_int_range (random, 0, 20),
                  g_rand_boolean (random) ? 0 : g_rand_int_range (random, 0, 20) };

    if (join.from != join.to)
      self->joins[self->n_joins++] = join;
  }
}

static void
test_least (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_CASES; i++) {
    Network network;
    g_autoptr (AkkCut) cut = NULL;
    gint64 least = G_MAXINT64;
    guint near = 0;

    make (&network, random);
    for (guint ways = 0; ways < 1u << network.n_nodes; ways++)
      if ((ways & 1u << AKK_CUT_NEAR) != 0 && (ways & 1u << AKK_CUT_FAR) == 0)
        least = MIN (least, cost_of (&network, ways));
    cut = akk_cut_new (network.n_nodes);
    for (guint n = 0; n < network.n_joins; n++)
      akk_cut_join (cut, network.joins[n].from, network.joins[n].to, network.joins[n].cost,
                    network.joins[n].back);
    akk_cut_part (cut);
    for (guint node = 0; node < network.n_nodes; node++)
      near |= akk_cut_is_near (cut, node) ? 1u << node : 0;
    g_assert_true (akk_cut_is_near (cut, AKK_CUT_NEAR));
    g_assert_false (akk_cut_is_near (cut, AKK_CUT_FAR));
    g_assert_cmpint (cost_of (&network, near), ==, least);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/least-cut/costs-least-of-all-ways", test_least);
  return g_test_run ();
}
