/* What somebody does because the agreement or a meeting says so.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action.h"

#include <glib/gi18n.h>

#include "core/frequency.h"

const AkkChoice akk_action_statuses[] = {
  { AKK_ACTION_TO_START, "to-start", N_ ("Not started") },
  { AKK_ACTION_BUSY, "busy", N_ ("Busy") },
  { AKK_ACTION_DONE, "done", N_ ("Done") },
  { AKK_ACTION_ADJUSTED, "adjusted", N_ ("Adjusted") },
  { AKK_ACTION_STOPPED, "stopped", N_ ("Stopped") },
  { 0, NULL, NULL },
};

const AkkChoice akk_action_standings[] = {
  { AKK_ACTION_TO_START, "to-start", N_ ("Not started") },
  { AKK_ACTION_BUSY, "busy", N_ ("Busy") },
  { AKK_ACTION_DONE, "done", N_ ("Done") },
  { AKK_ACTION_ADJUSTED, "adjusted", N_ ("Adjusted") },
  { AKK_ACTION_STOPPED, "stopped", N_ ("Stopped") },
  { AKK_ACTION_CARRIED_OVER, "carried-over", N_ ("Carried over") },
  { 0, NULL, NULL },
};

const AkkChoice akk_action_kinds[] = {
  { AKK_ACTION_GENERAL, "general", N_ ("General") },
  { AKK_ACTION_TARGET_GROUP, "target-group", N_ ("For a target group") },
  { AKK_ACTION_MUNICIPALITY, "municipality", N_ ("Own action of a municipality") },
  { 0, NULL, NULL },
};

gint64
akk_action_standing (gint64 status, gint64 successor_id)
{
  gboolean unfinished = status == AKK_ACTION_TO_START || status == AKK_ACTION_BUSY;

  return unfinished && successor_id != 0 ? AKK_ACTION_CARRIED_OVER : status;
}

gboolean
akk_action_open (const AkkAction *self)
{
  return self->status != AKK_ACTION_DONE && self->status != AKK_ACTION_STOPPED &&
         self->successor_id == 0;
}

gboolean
akk_action_late (const AkkAction *self, gint64 day)
{
  return akk_action_open (self) && self->deadline != AKK_NO_DATE && self->deadline < day;
}

guint
akk_action_silent (const AkkAction *self, gint64 day)
{
  gint64 since = self->reported_on != AKK_NO_DATE ? self->reported_on : self->starts_on;
  gint64 months;

  if (!akk_action_open (self) || since == AKK_NO_DATE)
    return 0;
  months = akk_date_whole_months (since, day - 1);
  return months >= AKK_ACTION_SILENT_MONTHS ? (guint) months : 0;
}
