/* An item on the agenda of a meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agenda-item.h"

#include <glib/gi18n.h>

const AkkChoice akk_item_kinds[] = {
  { AKK_ITEM_INFORMATION, "information", N_ ("Information") },
  { AKK_ITEM_DISCUSSION, "discussion", N_ ("Discussion") },
  { AKK_ITEM_DECISION, "decision", N_ ("Decision") },
  { 0, NULL, NULL },
};

const AkkChoice akk_item_subjects[] = {
  { AKK_SUBJECT_OTHER, "other", N_ ("Other") },
  { AKK_SUBJECT_MINUTES, "minutes", N_ ("Approval of minutes") },
  { AKK_SUBJECT_EVALUATION, "evaluation", N_ ("Yearly evaluation") },
  { AKK_SUBJECT_PLAN, "plan", N_ ("Approval of the action plan") },
  { AKK_SUBJECT_PROGRESS, "progress", N_ ("Progress of the action plan") },
  { AKK_SUBJECT_SIGNALS, "signals", N_ ("Signals") },
  { AKK_SUBJECT_INDICATORS, "indicators", N_ ("State of the indicators") },
  { 0, NULL, NULL },
};

const AkkChoice akk_item_states[] = {
  { AKK_ITEM_OPEN, "open", N_ ("To deal with") },
  { AKK_ITEM_DONE, "done", N_ ("Dealt with") },
  { AKK_ITEM_UNFINISHED, "unfinished", N_ ("Unfinished, comes back") },
  { AKK_ITEM_DROPPED, "dropped", N_ ("Dropped") },
  { 0, NULL, NULL },
};
