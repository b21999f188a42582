/* A dated function.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/office.h"

#include <glib/gi18n.h>

gboolean
akk_office_valid_on (const AkkOffice *self, gint64 day)
{
  return (self->starts_on == AKK_NO_DATE || self->starts_on <= day) &&
         (self->ends_on == AKK_NO_DATE || day <= self->ends_on);
}
