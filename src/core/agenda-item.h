/* An item on the agenda of a meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `section` heads a run of items that share it. `text` is what the invitation explains, `outcome`
 * the minutes. `subject` says what the item does for the agreement; it deals with the records that
 * it names. An unfinished item is offered at the next meeting, where `origin_id` names it; a
 * subject that was parked then is its `parked_id`.
 * `note` is for who leads the meeting, never shown in the room and never printed. `spent_s` is how
 * long it really took, in seconds. */
/* clang-format off */
#define AKK_AGENDA_ITEM_FIELDS(F, T) \
  F (T, REF, meeting_id, N_("Meeting"), .table = "meeting", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, section, N_("Section"), .search = TRUE) \
  F (T, TEXT, title, N_("Title"), .required = TRUE, .search = TRUE) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_item_kinds) \
  F (T, ENUM, subject, N_("Subject"), .values = akk_item_subjects) \
  F (T, INT, duration_min, N_("Duration in minutes"), .initial = 10, .max = 1440) \
  F (T, TEXT, presenter, N_("Presenter"), .search = TRUE) \
  F (T, TEXT, text, N_("Explanation"), .body = TRUE, .search = TRUE) \
  F (T, TEXT, outcome, N_("Minutes"), .body = TRUE, .search = TRUE) \
  F (T, ENUM, state, N_("State"), .values = akk_item_states) \
  F (T, REF, thread_id, N_("Subject followed"), .table = "thread") \
  F (T, REF, origin_id, N_("Carried over from"), .table = "agenda_item") \
  F (T, REF, standing_id, N_("Standing item"), .table = "standing_item") \
  F (T, REF, approves_id, N_("Approves the minutes of"), .table = "meeting") \
  F (T, REF, decision_id, N_("Decision"), .table = "decision") \
  F (T, REF, action_id, N_("Action"), .table = "action") \
  F (T, REF, signal_id, N_("Signal"), .table = "signal") \
  F (T, REF, indicator_id, N_("Indicator"), .table = "indicator") \
  F (T, REF, section_id, N_("Clause"), .table = "section") \
  F (T, REF, parked_id, N_("Parked earlier"), .table = "parked") \
  F (T, TEXT, note, N_("Internal note"), .search = TRUE) \
  F (T, INT, spent_s, N_("Seconds used"), .max = 86400)
/* clang-format on */

typedef enum { AKK_ITEM_INFORMATION, AKK_ITEM_DISCUSSION, AKK_ITEM_DECISION } AkkItemKind;
typedef enum {
  AKK_SUBJECT_OTHER,
  AKK_SUBJECT_MINUTES, /* approval of the minutes of an earlier meeting */
  AKK_SUBJECT_EVALUATION, /* the yearly evaluation: held when the item is dealt with */
  AKK_SUBJECT_PLAN, /* the action plan is approved */
  AKK_SUBJECT_PROGRESS, /* how the action plan stands */
  AKK_SUBJECT_SIGNALS,
  AKK_SUBJECT_INDICATORS, /* how the indicators stand */
} AkkItemSubject;
typedef enum {
  AKK_ITEM_OPEN,
  AKK_ITEM_DONE,
  AKK_ITEM_UNFINISHED, /* comes back */
  AKK_ITEM_DROPPED,
} AkkItemState;
extern const AkkChoice akk_item_kinds[];
extern const AkkChoice akk_item_subjects[];
extern const AkkChoice akk_item_states[];
AKK_DECLARE_RECORD (AkkAgendaItem, akk_agenda_item, AKK_AGENDA_ITEM_FIELDS)

G_END_DECLS
