/* A body in which the parties consult.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/body.h"

#include <glib/gi18n.h>

const AkkChoice akk_body_kinds[] = {
  { AKK_BODY_STEERING, "steering", N_ ("Steering group") },
  { AKK_BODY_WORKING, "working", N_ ("Working group") },
  { AKK_BODY_POLICY, "policy", N_ ("Strategic policy consultation") },
  { AKK_BODY_DATA, "data", N_ ("Data working group") },
  { AKK_BODY_REGIONAL, "regional", N_ ("Regional working group") },
  { AKK_BODY_CENTRAL, "central", N_ ("Central working group") },
  { AKK_BODY_OTHER, "other", N_ ("Other body") },
  { 0, NULL, NULL },
};

const AkkChoice akk_body_units[] = {
  { AKK_BODY_YEARS, "years", N_ ("years") },
  { AKK_BODY_MONTHS, "months", N_ ("months") },
  { 0, NULL, NULL },
};

const AkkChoice akk_body_bases[] = {
  { AKK_BASIS_CALENDAR, "calendar", N_ ("calendar years") },
  { AKK_BASIS_AGREEMENT, "agreement", N_ ("years of the agreement") },
  { AKK_BASIS_ROLLING, "rolling", N_ ("any period of that length") },
  { 0, NULL, NULL },
};

const AkkChoice akk_weekdays[] = {
  { AKK_WEEKDAY_NONE, "none", N_ ("No usual day") },
  { AKK_WEEKDAY_MONDAY, "monday", N_ ("Monday") },
  { AKK_WEEKDAY_TUESDAY, "tuesday", N_ ("Tuesday") },
  { AKK_WEEKDAY_WEDNESDAY, "wednesday", N_ ("Wednesday") },
  { AKK_WEEKDAY_THURSDAY, "thursday", N_ ("Thursday") },
  { AKK_WEEKDAY_FRIDAY, "friday", N_ ("Friday") },
  { AKK_WEEKDAY_SATURDAY, "saturday", N_ ("Saturday") },
  { AKK_WEEKDAY_SUNDAY, "sunday", N_ ("Sunday") },
  { 0, NULL, NULL },
};
