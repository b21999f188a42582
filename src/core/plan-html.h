/* The public edition of an action plan as one web page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/plan-report.h"

G_BEGIN_DECLS

/* One file without script that asks for nothing else: headings, a table per priority, the status in
 * words beside its sign, good to print and on a dark screen. The report must be a public one. */
char *akk_plan_html (const AkkPlanReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
