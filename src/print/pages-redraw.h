/* Drawing of a page no more than what changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/pages.h"

G_BEGIN_DECLS

/* Whether a page is drawn otherwise than the same page of `before` (NULL: nothing was). Both are
 * laid out with one AkkPaper. */
gboolean akk_pages_differ (AkkPages *self, AkkPages *before, guint page);
/* On `image` stands that page of `before` (NULL: nothing yet), `scale` pixels a point: makes it
 * this page, and draws no more than what differs. */
void akk_pages_redraw (
    AkkPages *self, AkkPages *before, guint page, cairo_surface_t *image, double scale);

G_END_DECLS
