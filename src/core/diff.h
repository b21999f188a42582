/* What two sequences have in common, and what was removed and added: the shortest script of edits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { AKK_DIFF_SAME, AKK_DIFF_REMOVED, AKK_DIFF_ADDED } AkkDiffKind;

/* A stretch of one kind: of the old sequence (SAME, REMOVED) from `old`, of the new one (SAME,
 * ADDED) from `now`. */
typedef struct {
  AkkDiffKind kind;
  guint old, now, n;
} AkkDiffSpan;

/* Past this many edits nobody reads what stayed: all that differs counts as replaced. */
#define AKK_DIFF_BOUND 1200

/* Two sequences of numbers, equal where what they stand for is equal. Elements: AkkDiffSpan, in
 * order, neighbours of different kinds, removed before added. Myers' way: in O((n + m) d). */
GArray *akk_diff_new (const guint *old, guint n_old, const guint *now, guint n_now)
    G_GNUC_WARN_UNUSED_RESULT;

/* --- Words --- */

/* A stretch of text of one kind. */
typedef struct {
  AkkDiffKind kind;
  char *text;
} AkkDiffPiece;

/* Two texts word by word; white space and each sign between words count as words. Elements:
 * AkkDiffPiece: those that are not ADDED add up to `old`, those that are not REMOVED to `now`. A
 * space between two changed words is part of the change. */
GPtrArray *akk_diff_words (const char *old, const char *now) G_GNUC_WARN_UNUSED_RESULT;

/* Whether any piece is not SAME. */
gboolean akk_diff_pieces_differ (GPtrArray *pieces);

/* How much two texts have in common, in words: 0 for nothing, 1 for all. Order does not count. */
double akk_diff_likeness (const char *a, const char *b);

G_END_DECLS
