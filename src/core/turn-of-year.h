/* The turn of the year: what becomes of the unfinished actions of a plan, and the plan that
 * follows. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action.h"
#include "core/agreement.h"
#include "core/plan.h"
#include "core/store.h"

G_BEGIN_DECLS

/* CARRY_OVER goes on as it is. ADJUST goes on otherwise: here it ends as adjusted. STOP ends it.
 * DONE was finished after all. */
typedef enum {
  AKK_TURN_UNDECIDED,
  AKK_TURN_CARRY_OVER,
  AKK_TURN_ADJUST,
  AKK_TURN_STOP,
  AKK_TURN_DONE,
  AKK_N_TURNS,
} AkkTurn;

/* An unfinished action, and what is decided about it. */
typedef struct {
  AkkAction *action; /* owned */
  AkkTurn turn;
  char *reason;
} AkkTurnStep;

/* Nothing is written before akk_turn_of_year_write(). */
typedef struct {
  AkkStore *store;
  AkkPlan *plan;
  GPtrArray *steps; /* AkkTurnStep: by priority, then as they stand in the plan */
  AkkPlan *next; /* the plan that follows: one of the store, or (without id) a new one */
  AkkAgreement *next_agreement; /* that of `next`: from its end on the one that follows */
} AkkTurnOfYear;

AkkTurnOfYear *akk_turn_of_year_new (AkkStore *store, AkkPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void akk_turn_of_year_free (AkkTurnOfYear *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkTurnOfYear, akk_turn_of_year_free)

const AkkTurnStep *akk_turn_of_year_step (const AkkTurnOfYear *self, guint index);
void akk_turn_of_year_decide (AkkTurnOfYear *self, guint index, AkkTurn turn, const char *reason);
/* All but DONE are to be given a reason. */
gboolean akk_turn_wants_reason (AkkTurn turn);
/* Whether a turn is chosen, and given a reason where it wants one. */
gboolean akk_turn_step_is_decided (const AkkTurnStep *self);
/* How many steps have this turn; UNDECIDED: how many are not decided. */
guint akk_turn_of_year_count (const AkkTurnOfYear *self, AkkTurn turn);
/* Whether it makes a plan that is not there yet: something goes on, or the agreement does. */
gboolean akk_turn_of_year_makes_plan (const AkkTurnOfYear *self);

/* Inside an action of the store, when everything is decided. What goes on becomes an action of the
 * plan that follows, with its contributions and the commitments it carries out, not its log; a
 * deadline that is over by then is left out. Where the agreement ends, its parties and priorities
 * are found in the one that follows by organisation and title. The plan is closed today. */
void akk_turn_of_year_write (AkkTurnOfYear *self);

G_END_DECLS
