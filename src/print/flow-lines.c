/* Breaks a paragraph into lines: widths in, line ends out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/flow-lines.h"

#define HYPHEN_ZONE 0.12 /* break a word only if the line would fall shorter than this */
#define TAIL 0.16 /* of the measure: shorter last lines pull a word down */
#define LOOSEST 0.5 /* of the measure: shorter lines are not tried if a longer one is there */
/* Costs. One line more outweighs every rag; a forced break outweighs everything. */
#define COST_LINE 1000.0
#define COST_RAG 100.0
#define COST_HYPHEN 3.0
#define COST_TAIL 400.0
#define COST_FORCED 1e6

/* A place where a line may begin: at a box, or inside it after a hyphen. */
typedef struct {
  double cost;
  double rest; /* width of what is left of the box it is in, if inside */
  guint box; /* the first box of the line */
  guint offset; /* not 0: inside it */
  gint previous; /* the node that begins the line before; -1: none */
  gboolean reached;
} Node;

typedef struct {
  const AkkBox *boxes;
  guint n_boxes;
  const AkkLineRules *rules;
  GArray *nodes; /* of Node: 0..n_boxes are the starts of boxes, the others hyphens */
  GArray **inside; /* per box, the nodes inside it; or NULL */
} Breaker;

static Node *
node_at (Breaker *self, guint index)
{
  return &g_array_index (self->nodes, Node, index);
}

static void
reach (Breaker *self, guint target, guint from, double cost)
{
  Node *node = node_at (self, target);
  double total = node_at (self, from)->cost + cost;

  if (node->reached && node->cost <= total)
    return;
  node->reached = TRUE;
  node->cost = total;
  node->previous = (gint) from;
}

static double
rag_cost (Breaker *self, double width)
{
  double gap = MAX (0, 1 - width / self->rules->measure);

  return COST_LINE + COST_RAG * gap * gap;
}

static double
last_cost (Breaker *self, guint from, double width)
{
  gboolean alone = node_at (self, from)->previous < 0;

  return COST_LINE +
         (!alone && self->rules->tail && width < TAIL * self->rules->measure ? COST_TAIL : 0);
}

/* Offers a break inside box `index`, which does not fit any more. */
static void
try_hyphen (Breaker *self, guint from, guint index, double width_before)
{
  const AkkLineRules *rules = self->rules;
  double left, right;
  guint offset;

  if (rules->split == NULL || node_at (self, from)->offset != 0 ||
      !rules->split (rules->data, index, rules->measure - width_before, &offset, &left, &right))
    return;

  GArray *inside = self->inside[index];
  guint target = 0;
  for (guint i = 0; inside != NULL && i < inside->len && target == 0; i++) {
    guint other = g_array_index (inside, guint, i);
    if (node_at (self, other)->offset == offset)
      target = other;
  }
  if (target == 0) {
    Node node = { .rest = right, .box = index, .offset = offset, .previous = -1 };
    target = self->nodes->len;
    g_array_append_val (self->nodes, node);
    if (inside == NULL)
      inside = self->inside[index] = g_array_new (FALSE, FALSE, sizeof (guint));
    g_array_append_val (inside, target);
  }
  reach (self, target, from, rag_cost (self, width_before + left) + COST_HYPHEN);
}

/* All lines that begin at node `from`. */
static void
extend (Breaker *self, guint from)
{
  const double measure = self->rules->measure + 0.001;
  const Node start = *node_at (self, from);
  double width = 0, space = 0;
  double broken = -1; /* width of the widest line that ends at a break… */
  guint widest = 0; /* …and where the next one begins */

  for (guint i = start.box; i < self->n_boxes; i++) {
    const AkkBox *box = &self->boxes[i];
    double before = width + space;

    width = before + (i == start.box && start.offset != 0 ? start.rest : box->width);
    space = box->space;
    if (width > measure) {
      if (i > start.box && broken < (1 - HYPHEN_ZONE) * measure)
        try_hyphen (self, from, i, before);
      if (broken >= 0)
        reach (self, widest, from, rag_cost (self, broken));
      else /* Nothing better is to be had: between two boxes, or one that is too wide by itself. */
        reach (self, MAX (i, start.box + 1), from, COST_FORCED);
      return;
    }
    if (i + 1 == self->n_boxes || box->end == AKK_END_HARD) {
      /* The end of a word that was broken does not stand alone on the last line. */
      reach (self, i + 1, from,
             last_cost (self, from, width) + (start.offset != 0 ? 2 * COST_LINE : 0));
      return;
    }
    if (box->end == AKK_END_BREAK) {
      broken = width;
      widest = i + 1;
      if (width >= LOOSEST * measure)
        reach (self, i + 1, from, rag_cost (self, width));
    }
  }
}

GArray *
akk_break_lines (const AkkBox *boxes, guint n_boxes, const AkkLineRules *rules)
{
  Breaker self = { .boxes = boxes, .n_boxes = n_boxes, .rules = rules };
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (AkkLineEnd));

  self.nodes = g_array_sized_new (FALSE, TRUE, sizeof (Node), n_boxes + 8);
  self.inside = g_new0 (GArray *, n_boxes + 1);
  g_array_set_size (self.nodes, n_boxes + 1);
  for (guint i = 0; i <= n_boxes; i++)
    *node_at (&self, i) = (Node) { .box = i, .previous = -1 };
  node_at (&self, 0)->reached = TRUE;

  /* Lines lead from left to right only: box by box, first the start of a box, then places inside
   * it. */
  for (guint i = 0; i < n_boxes; i++) {
    if (node_at (&self, i)->reached)
      extend (&self, i);
    for (guint k = 0; self.inside[i] != NULL && k < self.inside[i]->len; k++)
      extend (&self, g_array_index (self.inside[i], guint, k));
  }

  for (gint at = (gint) n_boxes; at > 0; at = node_at (&self, (guint) at)->previous) {
    const Node *node = node_at (&self, (guint) at);
    AkkLineEnd end = { .last = node->offset != 0 ? node->box : node->box - 1,
                       .offset = node->offset };
    g_array_prepend_val (ends, end);
  }
  for (guint i = 0; i < n_boxes; i++)
    g_clear_pointer (&self.inside[i], g_array_unref);
  g_free (self.inside);
  g_array_unref (self.nodes);
  return ends;
}
