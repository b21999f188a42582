/* What somebody does because the agreement or a meeting says so.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action.h"

#include <glib/gi18n.h>

const AkkChoice akk_action_statuses[] = {
  { AKK_ACTION_TO_START, "to-start", N_ ("Not started") },
  { AKK_ACTION_BUSY, "busy", N_ ("Busy") },
  { AKK_ACTION_DONE, "done", N_ ("Done") },
  { AKK_ACTION_ADJUSTED, "adjusted", N_ ("Adjusted") },
  { AKK_ACTION_STOPPED, "stopped", N_ ("Stopped") },
  { 0, NULL, NULL },
};

gboolean
akk_action_open (const AkkAction *self)
{
  return self->status != AKK_ACTION_DONE && self->status != AKK_ACTION_STOPPED;
}
