/* What somebody does because the agreement, a plan or a meeting says so.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `number` counts within the dossier ("A12"). `plan_id` 0: born at a meeting, in no plan yet.
 * `target_groups`, `domains` (the axes of the Pact's matrix, pact.h) and `policies` are lists of
 * names, see tags.h. `lead_id` leads, by the function `lead_office_id`; `lead` says who where that
 * function is in no register. `municipality_id`: whose own action it is, of that kind only.
 * A deadline is never compulsory: `follow_up` is the day to look at it again. `progress` is one
 * sentence; `reason` says why it was adjusted, stopped or carried over. `reported_on` is the day of
 * the last news: of a status, a sentence of progress or an entry of the log. `successor_id`: the
 * action of a later plan that goes on with it; it is no longer to be done then. `item_id` is the
 * agenda item it was born from. `note` and `lead` are internal: no public edition shows them. */
/* clang-format off */
#define AKK_ACTION_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, REF, plan_id, N_("Action plan"), .table = "plan") \
  F (T, REF, priority_id, N_("Priority"), .table = "priority") \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, number, N_("Number"), .search = TRUE) \
  F (T, TEXT, title, N_("Title"), .required = TRUE, .search = TRUE) \
  F (T, TEXT, description, N_("Description"), .search = TRUE, .body = TRUE) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_action_kinds) \
  F (T, REF, municipality_id, N_("Own action of"), .table = "party") \
  F (T, TEXT, target_groups, N_("Target groups"), .search = TRUE) \
  F (T, TEXT, domains, N_("Cooperation domains"), .search = TRUE) \
  F (T, TEXT, policies, N_("Policy domains"), .search = TRUE) \
  F (T, REF, lead_id, N_("Party that leads"), .table = "party") \
  F (T, REF, lead_office_id, N_("Function that leads"), .table = "office") \
  F (T, TEXT, lead, N_("Lead"), .search = TRUE) \
  F (T, REF, contact_id, N_("Contact"), .table = "office") \
  F (T, TEXT, means, N_("People and means"), .search = TRUE) \
  F (T, DATE, starts_on, N_("Start")) \
  F (T, DATE, deadline, N_("Deadline")) \
  F (T, DATE, follow_up, N_("Follow up on")) \
  F (T, ENUM, status, N_("Status"), .values = akk_action_statuses) \
  F (T, TEXT, progress, N_("Progress"), .search = TRUE) \
  F (T, TEXT, reason, N_("Reason"), .search = TRUE) \
  F (T, DATE, reported_on, N_("Last news")) \
  F (T, TEXT, note, N_("Internal note"), .search = TRUE) \
  F (T, REF, item_id, N_("Origin"), .table = "agenda_item") \
  F (T, REF, successor_id, N_("Goes on as"), .table = "action")
/* clang-format on */

typedef enum {
  AKK_ACTION_TO_START,
  AKK_ACTION_BUSY,
  AKK_ACTION_DONE,
  AKK_ACTION_ADJUSTED,
  AKK_ACTION_STOPPED,
} AkkActionStatus;
typedef enum {
  AKK_ACTION_GENERAL,
  AKK_ACTION_TARGET_GROUP,
  AKK_ACTION_MUNICIPALITY, /* own action of one municipality */
} AkkActionKind;
extern const AkkChoice akk_action_statuses[];
extern const AkkChoice akk_action_kinds[];
AKK_DECLARE_RECORD (AkkAction, akk_action, AKK_ACTION_FIELDS)

/* No news for so many months is said of it. */
#define AKK_ACTION_SILENT_MONTHS 4

/* As what it is told of: its status, or that it went on in a later plan as it was. */
#define AKK_ACTION_CARRIED_OVER (AKK_ACTION_STOPPED + 1)
#define AKK_N_ACTION_STANDINGS (AKK_ACTION_CARRIED_OVER + 1)
extern const AkkChoice akk_action_standings[];
gint64 akk_action_standing (gint64 status, gint64 successor_id);

/* Whether something is still to be done. */
gboolean akk_action_open (const AkkAction *self);
/* Whether it is open and its deadline is over on `day`. */
gboolean akk_action_late (const AkkAction *self, gint64 day);
/* Whole months without news of an open action that has begun, on `day`; 0 below
 * AKK_ACTION_SILENT_MONTHS. It counts from the last news, else from its start; without either it
 * is never silent. */
guint akk_action_silent (const AkkAction *self, gint64 day);

G_END_DECLS
