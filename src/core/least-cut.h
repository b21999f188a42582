/* The cheapest way to part a network in two.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than all costs together: such a join is never cut. */
#define AKK_CUT_NEVER (G_MAXINT64 / 8)

/* Two nodes are always there; those of one's own count from AKK_CUT_FIRST. */
typedef enum { AKK_CUT_NEAR, AKK_CUT_FAR, AKK_CUT_FIRST } AkkCutNode;

typedef struct _AkkCut AkkCut;
AkkCut *akk_cut_new (guint n_nodes) G_GNUC_WARN_UNUSED_RESULT;
void akk_cut_free (AkkCut *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkCut, akk_cut_free)

/* What it costs when `from` is near and `to` far, and when it is the other way round. */
void akk_cut_join (AkkCut *self, guint from, guint to, gint64 cost, gint64 back);
/* Parts them: the least sum of costs. */
void akk_cut_part (AkkCut *self);
gboolean akk_cut_is_near (const AkkCut *self, guint node);

G_END_DECLS
