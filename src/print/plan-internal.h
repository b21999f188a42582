/* What the papers of an action plan share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/plan-report.h"
#include "print/plan-print.h"
#include "print/sheet.h"

G_BEGIN_DECLS

typedef struct {
  AkkSheet sheet;
  AkkActionRows *rows; /* borrowed, as all below */
  AkkPlanReport *report;
  const AkkActionFilter *filter;
  gboolean is_public;
  gboolean is_internal; /* tells what no public edition may: it says so */
  GPtrArray *commitments; /* AkkCommitment: of the papers that name them */
} AkkPlanSheet;

/* Diameter of the sign of a status, and what it takes of a line. */
#define AKK_PLAN_SIGN 7.2
#define AKK_PLAN_SIGN_ROOM 12.0

/* --- plan-print.c --- */

/* The sign of a status, or of what was carried over, into the last row, beside a line of cells
 * whose top is at `top`. */
void akk_plan_sign (AkkFlow *flow, gint64 standing, double x, double top);
/* The title at the left, the agreement at the right; below it what is to be known first, and the
 * selection. */
void akk_plan_head (AkkPlanSheet *self, const char *title);
/* The signs with their words, and the totals. */
void akk_plan_legend (AkkPlanSheet *self, const char *totals);

/* Where the title of a paper says a part of the selection: `rest` is what its head says beside. */
void akk_plan_say_filter (AkkPlanSheet *self, const AkkActionFilter *rest);
/* As the edition may say it: a public one names nobody. */
char *akk_plan_shown (AkkPlanSheet *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* --- plan-contacts.c --- */

/* Who holds an office, with the function; `reach` takes e-mail and phone. "" for nobody. */
char *
akk_plan_person_words (AkkStore *store, gint64 office_id, char **reach) G_GNUC_WARN_UNUSED_RESULT;
/* The contacts of a priority, or of a party for all of them (the other one is 0), with a heading;
 * nothing where there are none. For no public edition. */
void akk_plan_contacts (AkkPlanSheet *self, gint64 priority_id, gint64 party_id);

/* --- The papers, each in its file --- */

void akk_plan_add_overview (AkkPlanSheet *self);
void akk_plan_add_priority (AkkPlanSheet *self);
void akk_plan_add_partner (AkkPlanSheet *self);
void akk_plan_add_matrix (AkkPlanSheet *self);

G_END_DECLS
