/* The bodies of an agreement, each with its year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/meeting-rows.h"
#include "core/proposal.h"
#include "core/store.h"

G_BEGIN_DECLS

/* Per body a ring with what it owes, its name (a button) and its meetings in a lane. Property
 * "narrow" (gboolean): without lanes. */
#define AKK_TYPE_YEAR_STRIP (akk_year_strip_get_type ())
G_DECLARE_FINAL_TYPE (AkkYearStrip, akk_year_strip, AKK, YEAR_STRIP, AdwBin)

/* `bodies`: elements AkkBody; `meetings`, also those of other years; `obligations` as of `today`;
 * `proposal` may be NULL. A NULL store empties it. */
void akk_year_strip_show (AkkYearStrip *self,
                          AkkStore *store,
                          GListModel *bodies,
                          const AkkMeetingRows *meetings,
                          const GPtrArray *obligations,
                          const AkkProposal *proposal,
                          int year,
                          gint64 today);

/* Signals (AkkYearStrip *, gint64 id): "body-activated", "meeting-activated"; "proposal-activated"
 * with the id of the body. */

G_END_DECLS
