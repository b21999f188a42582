/* The arithmetic of charts: ranges, round steps, places of values, labels that keep apart.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/chart-scale.h"

#include <math.h>

/* What rounding may take from a room that is just large enough. */
#define SLACK 1e-6

/* Labels that touch each other, as one. */
typedef struct {
  guint first, n;
  double size; /* of all */
  double wanted; /* sum over them of where the whole should begin */
  double start;
} Cluster;

void
akk_range_add (AkkRange *self, double value)
{
  self->low = self->is_set ? MIN (self->low, value) : value;
  self->high = self->is_set ? MAX (self->high, value) : value;
  self->is_set = TRUE;
}

double
akk_range_step (const AkkRange *self, guint most, double least)
{
  static const double factors[] = { 1, 2, 5, 10 };
  double raw = self->is_set ? (self->high - self->low) / MAX (most, 1) : 0;

  if (raw <= least)
    return least;
  double power = pow (10, floor (log10 (raw)));
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++) {
    if (factors[i] * power >= raw * (1 - SLACK))
      return MAX (factors[i] * power, least);
  }
  return 10 * power;
}

AkkRange
akk_range_round (const AkkRange *self, double step)
{
  AkkRange range = *self;

  if (!range.is_set || step <= 0)
    return range;
  range.low = floor (range.low / step + SLACK) * step;
  range.high = ceil (range.high / step - SLACK) * step;
  return range;
}

double
akk_scale_place (const AkkScale *self, double value)
{
  const double width = self->range.high - self->range.low;

  if (!self->range.is_set || width <= 0)
    return (self->start + self->end) / 2;
  return self->start +
         (self->end - self->start) * CLAMP ((value - self->range.low) / width, 0.0, 1.0);
}

static void
cluster_place (Cluster *self, double from, double to)
{
  self->start = CLAMP (self->wanted / self->n, from, MAX (from, to - self->size));
}

static int
label_compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const AkkLabel *labels = data;
  guint one = *(const guint *) a, other = *(const guint *) b;

  if (labels[one].at != labels[other].at)
    return labels[one].at < labels[other].at ? -1 : 1;
  return one < other ? -1 : 1;
}

gboolean
akk_labels_spread (AkkLabel *labels, guint n, double from, double to)
{
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree Cluster *clusters = g_new (Cluster, n + 1);
  guint n_clusters = 0;
  double room = 0;

  for (guint i = 0; i < n; i++) {
    order[i] = i;
    room += labels[i].size;
  }
  if (room > to - from + SLACK)
    return FALSE;
  g_sort_array (order, n, sizeof *order, label_compare, labels);

  /* A label that runs into those before is joined to them; the whole stands at the mean of where
   * its parts should. */
  for (guint i = 0; i < n; i++) {
    const AkkLabel *label = &labels[order[i]];
    Cluster *last = &clusters[n_clusters++];
    *last = (Cluster) { i, 1, label->size, label->at - label->size / 2, 0 };
    cluster_place (last, from, to);
    while (n_clusters > 1 && last[-1].start + last[-1].size > last->start) {
      last[-1].wanted += last->wanted - last->n * last[-1].size;
      last[-1].size += last->size;
      last[-1].n += last->n;
      last--;
      n_clusters--;
      cluster_place (last, from, to);
    }
  }
  for (guint i = 0; i < n_clusters; i++) {
    double at = clusters[i].start;
    for (guint j = clusters[i].first; j < clusters[i].first + clusters[i].n; j++) {
      labels[order[j]].at = at + labels[order[j]].size / 2;
      at += labels[order[j]].size;
    }
  }
  return TRUE;
}

void
akk_labels_choose (const AkkLabel *labels, guint n, double gap, gboolean *shown)
{
  for (guint i = 0; i < n; i++) {
    shown[i] = TRUE;
    for (guint j = 0; j < i && shown[i]; j++) {
      double apart = (labels[i].size + labels[j].size) / 2 + gap;
      shown[i] = !shown[j] || fabs (labels[i].at - labels[j].at) >= apart - SLACK;
    }
  }
}
