/* Documents that are poured onto a flow of somebody else, as part of another one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "print/flow.h"

G_BEGIN_DECLS

/* The action plan of a year for the public, priority by priority. */
void akk_plan_pour (AkkFlow *flow, AkkStore *store, AkkAgreement *agreement, int year);

/* The dashboard of a year for the public, as of `day`. */
void akk_report_pour_dashboard (
    AkkFlow *flow, AkkStore *store, AkkAgreement *agreement, int year, gint64 day);

G_END_DECLS
