/* An action plan in words: what paper and the public web page say of it, in the same words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All in the language of the phrases. A public one names no person: leads are organisations and
 * functions; contacts, means, notes, log and reasons are not in it. */
#pragma once

#include "core/action-filter.h"
#include "core/agreement.h"
#include "core/discretion.h"
#include "core/plan.h"
#include "core/priority.h"

G_BEGIN_DECLS

typedef struct {
  AkkAction *action; /* owned; a public page takes nothing from it */
  gint64 standing; /* akk_action_standing() */
  char *number, *title;
  char *result; /* what it aims at: the first paragraph of its description */
  char *owner; /* "Eigen actie van Laarne"; else "" */
  char *lead, *partners;
  char *term; /* "30 juni" */
  char *state; /* "Bezig"; of one that went on "Overgedragen naar 2026" */
  char *progress; /* "34 gesprekken." */
} AkkPlanLine;

typedef struct {
  AkkPriority *priority; /* owned; NULL: those without one */
  char *number, *title;
  char *lead; /* "Trekker: VDAB, netwerkmanager"; else "" */
  GPtrArray *lines; /* AkkPlanLine */
} AkkPlanPart;

typedef struct {
  AkkStore *store; /* owned, as all here */
  AkkAgreement *agreement;
  AkkPhrases *phrases; /* borrowed */
  AkkDiscretion *discretion; /* NULL: not public */
  gint64 day;
  char *title; /* "Actieplan 2025" */
  char *name; /* of the agreement, and the clause of the plan */
  gboolean draft; /* it comes from a plan that nobody adopted yet */
  char *stand; /* "Ontwerp", "Vastgesteld op 3 december 2024": "" where there is no one plan */
  char *dated; /* "stand op 15 oktober 2025" */
  char *filter; /* "Selectie: trekker VDAB"; "" for all */
  char *totals; /* "Negen acties: drie klaar, vier bezig, twee te starten" */
  guint n_lines, n_all; /* of those that the filter lets pass, and of the plan */
  guint counts[AKK_N_ACTION_STANDINGS];
  GPtrArray *parts; /* AkkPlanPart, those with lines */
} AkkPlanReport;

/* What passes on the day of the store, in the order of `sort`. */
AkkPlanReport *akk_plan_report_new (AkkActionRows *rows,
                                    AkkAgreement *agreement,
                                    AkkPhrases *phrases,
                                    const AkkActionFilter *filter,
                                    AkkActionSort sort,
                                    gboolean descending,
                                    gboolean is_public) G_GNUC_WARN_UNUSED_RESULT;
void akk_plan_report_free (AkkPlanReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkPlanReport, akk_plan_report_free)

/* --- Words (plan-words.c) --- */

/* The key of the phrase of a status, or of what was carried over (action.h). */
const char *akk_plan_status_key (gint64 status);
/* "Negen acties: drie klaar, vier bezig en twee te starten"; of a selection "Negen van de 45 …". */
char *akk_plan_totals (AkkPhrases *phrases,
                       const guint counts[AKK_N_ACTION_STANDINGS],
                       guint n_lines,
                       guint n_all) G_GNUC_WARN_UNUSED_RESULT;
/* The filter in words; "" when it lets all pass. */
char *akk_plan_filter_words (AkkPhrases *phrases,
                             AkkStore *store,
                             const AkkActionFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
/* "VDAB, netwerkmanager": the organisation and the function; `other` where there is no function. */
char *akk_plan_lead_words (AkkStore *store, gint64 party_id, gint64 office_id, const char *other)
    G_GNUC_WARN_UNUSED_RESULT;
/* Who takes part besides the one who leads: "VDAB, acht lokale besturen". */
char *akk_plan_partners_words (AkkActionRows *rows,
                               AkkPhrases *phrases,
                               const AkkAction *action) G_GNUC_WARN_UNUSED_RESULT;
/* "30 juni", with the year if that is not `year`; "" for no date. */
char *akk_plan_date_words (AkkPhrases *phrases, gint64 day, gint64 year) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a deadline, "opvolging 30 juni" of a day to follow up; "". */
char *akk_plan_term_words (AkkPhrases *phrases,
                           const AkkAction *action,
                           gint64 year) G_GNUC_WARN_UNUSED_RESULT;
/* "Bezig"; of one that went on "Overgedragen naar 2026" or "Aangepast, gaat verder in 2026", of one
 * that is late on that day "Bezig, over tijd". */
char *akk_plan_state_words (AkkStore *store,
                            AkkPhrases *phrases,
                            const AkkAction *action,
                            gint64 day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
