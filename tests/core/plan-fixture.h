/* A planner without a store, for tests of proposals.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dates.h"
#include "core/proposal-private.h"

static inline gint64
plan_day (const char *iso)
{
  gint64 day = akk_date_parse (iso);

  g_assert_cmpint (day, !=, AKK_NO_DATE);
  return day;
}

/* A working group that owes so many meetings a year, on Thursdays at 9:30. */
static inline AkkPlanBody *
plan_body (AkkPlanner *planner, gint64 id, const char *name, gint64 times, const char *term)
{
  AkkPlanBody *body = akk_plan_add_body (planner, id, name);
  AkkFrequency rule = { times, 12, AKK_BASIS_CALENDAR, FALSE, 0 };
  g_auto (GStrv) days = g_strsplit (term, "/", 2);

  body->agreement_id = 1;
  body->asked = TRUE;
  body->kind = AKK_BODY_WORKING;
  body->weekday = AKK_WEEKDAY_THURSDAY;
  body->starts_at = 9 * 60 + 30;
  body->duration_min = 120;
  body->prepare_days = body->minutes_days = 14;
  body->start = plan_day (days[0]);
  body->end = *days[1] != '\0' ? plan_day (days[1]) : AKK_NO_DATE;
  if (times > 0)
    g_array_append_val (body->frequencies, rule);
  return body;
}

static inline void
plan_meet (AkkPlanBody *body, const char *days)
{
  g_auto (GStrv) words = g_strsplit (days, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0') {
      gint64 day = plan_day (words[i]);

      g_array_append_val (body->meetings, day);
    }
}

static inline AkkPlanParty *
plan_party (AkkPlanner *planner, AkkPlanBody *body, const char *name)
{
  guint place = planner->parties->len;

  g_array_append_val (body->parties, place);
  return akk_plan_add_party (planner, name);
}

/* "2025-12-11 09:30 5; …": the first dates. */
static inline char *
plan_words (const AkkProposal *proposal)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proposal->meetings->len; i++) {
    const AkkProposalMeeting *meeting = proposal->meetings->pdata[i];
    const AkkProposalDate *date = meeting->dates->pdata[0];
    g_autofree char *day = akk_date_format (date->date);

    g_string_append_printf (text, "%s%s %02d:%02d %d", i > 0 ? "; " : "", day,
                            (int) date->starts_at / 60, (int) date->starts_at % 60,
                            (int) date->cost);
  }
  return g_string_free_and_steal (text);
}
