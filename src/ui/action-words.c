/* An action in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-words.h"

#include <glib/gi18n.h>

#include "core/office.h"
#include "core/organisation.h"
#include "core/parties.h"
#include "core/party.h"
#include "core/person.h"
#include "core/plan.h"
#include "ui/day.h"
#include "ui/record-words.h"

#define NEAR_DAYS 330

/* The years of the plan that it was carried over to; NULL: of none. */
static char *
next_years (AkkStore *store, const AkkAction *action)
{
  g_autoptr (AkkAction) next = akk_store_get (store, &akk_action_record, action->successor_id);
  g_autoptr (AkkPlan) plan =
      next != NULL ? akk_store_get (store, &akk_plan_record, next->plan_id) : NULL;

  return plan != NULL ? akk_plan_years (plan) : NULL;
}

char *
akk_action_carried_to_words (AkkStore *store, const AkkAction *action)
{
  g_autofree char *years = next_years (store, action);

  /* Translators: the years of the action plan that an action was carried over to. */
  return years != NULL ? g_strdup_printf (_ ("to %s"), years) : g_strdup ("");
}

static char *
carried_words (AkkStore *store, const AkkAction *action)
{
  g_autofree char *years = next_years (store, action);

  /* Translators: the years of an action plan, as in "Carried over to 2026". */
  return years != NULL ? g_strdup_printf (_ ("Carried over to %s"), years)
                       : g_strdup (_ ("Carried over"));
}

char *
akk_action_status_words (AkkStore *store, const AkkAction *action, gint64 day)
{
  if (akk_action_standing (action->status, action->successor_id) == AKK_ACTION_CARRIED_OVER)
    return carried_words (store, action);
  return g_strdup (akk_action_late (action, day)
                       ? _ ("Late")
                       : akk_choice_label (akk_action_statuses, action->status));
}

char *
akk_action_lead_words (AkkStore *store, const AkkAction *action)
{
  if (action->lead_id != 0)
    return akk_party_short_name (store, action->lead_id);
  if (*action->lead != '\0')
    return g_strdup (action->lead);
  return akk_party_short_name (store, action->municipality_id);
}

char *
akk_action_term_words (const AkkAction *action, gint64 day)
{
  if (action->deadline != AKK_NO_DATE)
    return akk_day_brief (action->deadline, 0); /* 1970: the year always stands in it */
  if (action->follow_up != AKK_NO_DATE && akk_action_open (action)) {
    gint64 ahead = action->follow_up - day;
    /* Within the year the day says enough. */
    g_autofree char *follow_up =
        akk_day_brief (action->follow_up, ahead > 0 && ahead < NEAR_DAYS ? action->follow_up : day);

    /* Translators: when to look at an action again, as in "follow up 15 Feb". */
    return g_strdup_printf (_ ("follow up %s"), follow_up);
  }
  if (akk_action_silent (action, day) > 0)
    return g_strdup_printf (g_dngettext (NULL, "no news for %d month", "no news for %d months",
                                         (gulong) akk_action_silent (action, day)),
                            (int) akk_action_silent (action, day));
  return g_strdup ("");
}

char *
akk_action_silent_words (const AkkAction *action, gint64 day)
{
  guint months = akk_action_silent (action, day);

  return months > 0 ? g_strdup_printf (g_dngettext (NULL, "No news for %d month",
                                                    "No news for %d months", (gulong) months),
                                       (int) months)
                    : NULL;
}

char *
akk_action_detail_words (AkkStore *store, const AkkAction *action, gint64 day)
{
  g_autofree char *lead = akk_action_lead_words (store, action);
  g_autofree char *term = akk_action_term_words (action, day);
  GString *words = g_string_new (action->number);

  if (*lead != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", lead);
  if (*term != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", term);
  return g_string_free_and_steal (words);
}

char *
akk_priority_lead_words (AkkStore *store, const AkkPriority *priority)
{
  g_autofree char *party = akk_party_short_name (store, priority->lead_id);
  g_autoptr (AkkOffice) office =
      akk_store_get (store, &akk_office_record, priority->lead_office_id);
  g_autoptr (AkkPerson) person =
      office != NULL ? akk_store_get (store, &akk_person_record, office->person_id) : NULL;

  if (*party != '\0' && person != NULL)
    return g_strdup_printf (_ ("Lead: %s, %s"), party, person->name);
  if (*party != '\0' || person != NULL)
    return g_strdup_printf (_ ("Lead: %s"), person != NULL ? person->name : party);
  return g_strdup ("");
}
