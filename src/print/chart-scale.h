/* The arithmetic of charts: ranges, round steps, places of values, labels that keep apart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Knows no text and no cairo. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From the lowest to the highest of values; { 0 } has none. */
typedef struct {
  gboolean is_set;
  double low, high;
} AkkRange;

void akk_range_add (AkkRange *self, double value);
/* The least of 1, 2 or 5 times a power of ten that divides the range into `most` steps or fewer;
 * never below `least`. */
double akk_range_step (const AkkRange *self, guint most, double least);
/* The range out to whole steps. */
AkkRange akk_range_round (const AkkRange *self, double step) G_GNUC_WARN_UNUSED_RESULT;

/* Where `low` and `high` stand, in points; `end` may lie before `start`. */
typedef struct {
  AkkRange range;
  double start, end;
} AkkScale;

/* A value beyond the range stands at its end; where low is high, and in no range at all, everything
 * stands in the middle. */
double akk_scale_place (const AkkScale *self, double value);

/* A label along a line. */
typedef struct {
  double at; /* its middle: where it should stand, and after the spread where it does */
  double size; /* how much room it wants */
} AkkLabel;

/* Pushes labels apart until none overlap, and into the frame, as little as can be; their order
 * stays (equal ones as they are given). FALSE: there is no room for all; then nothing is moved. */
gboolean akk_labels_spread (AkkLabel *labels, guint n, double from, double to);
/* Which of the labels can stand where they should, a gap between: the first ones go before. */
void akk_labels_choose (const AkkLabel *labels, guint n, double gap, gboolean *shown);

G_END_DECLS
