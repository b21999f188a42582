/* A place in a dossier that something leads to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/obligations.h"

G_BEGIN_DECLS

/* A page, about an agreement (0: the one that is shown), or what an action of the dossier view
 * shows of the record `target`. Neither: nowhere. */
typedef struct {
  gint64 agreement_id, target;
  const char *page, *action;
} AkkPlace;

/* Where to do what an obligation asks for. */
AkkPlace akk_place_of_obligation (const AkkObligation *obligation);
AkkPlace akk_place_of_meeting (gint64 meeting_id);
gboolean akk_place_equal (const AkkPlace *one, const AkkPlace *two);
/* Goes there from a widget of the dossier view. */
void akk_place_open (GtkWidget *widget, const AkkPlace *place);

G_END_DECLS
