/* A seat that a party has in a body.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/seat.h"

#include <glib/gi18n.h>

const AkkChoice akk_seat_kinds[] = {
  { AKK_SEAT_MEMBER, "member", N_ ("Member") },
  { AKK_SEAT_EXPERT, "expert", N_ ("Expert, when the agenda asks") },
  { 0, NULL, NULL },
};
