/* What the records that a table of actions speaks of are called in its cells.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/action-columns-private.h"
#include "core/office.h"
#include "core/organisation.h"
#include "core/parties.h"
#include "core/party.h"
#include "core/person.h"
#include "core/plan.h"
#include "core/priority.h"

gboolean
akk_same_words (const char *one, const char *other)
{
  g_autofree char *a = g_utf8_casefold (one, -1), *b = g_utf8_casefold (other, -1);

  g_strstrip (a);
  g_strstrip (b);
  return g_str_equal (a, b);
}

gint64
akk_party_by_name (AkkStore *store, gint64 agreement_id, const char *name)
{
  g_autoptr (GListModel) parties =
      akk_store_list (store, &akk_party_record, "agreement_id", agreement_id);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);
    g_autoptr (AkkOrganisation) organisation =
        akk_store_get (store, &akk_organisation_record, party->organisation_id);

    if (organisation != NULL &&
        (akk_same_words (name, organisation->name) ||
         (*organisation->short_name != '\0' && akk_same_words (name, organisation->short_name))))
      return party->record.id;
  }
  return 0;
}

char *
akk_office_name (AkkStore *store, gint64 office_id, gboolean with_person)
{
  g_autoptr (AkkOffice) office = akk_store_get (store, &akk_office_record, office_id);
  g_autoptr (AkkPerson) person =
      office != NULL ? akk_store_get (store, &akk_person_record, office->person_id) : NULL;

  if (office == NULL)
    return g_strdup ("");
  if (!with_person || person == NULL)
    return g_strdup (office->function);
  return g_strdup_printf ("%s, %s", person->name, office->function);
}

gint64
akk_office_by_name (AkkStore *store, gint64 organisation_id, const char *name, gboolean with_person)
{
  g_autoptr (GListModel) offices = akk_store_list (
      store, &akk_office_record, organisation_id != 0 ? "organisation_id" : NULL, organisation_id);
  gint64 found = 0, until = G_MININT64;

  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);
    g_autofree char *label = akk_office_name (store, office->record.id, with_person);
    gint64 ends_on = office->ends_on != AKK_NO_DATE ? office->ends_on : G_MAXINT64;

    if (akk_same_words (name, label) && ends_on > until) {
      found = office->record.id;
      until = ends_on;
    }
  }
  return found;
}

char *
akk_successor_name (AkkStore *store, gint64 id)
{
  g_autoptr (AkkAction) action = akk_store_get (store, &akk_action_record, id);
  g_autoptr (AkkPlan) plan =
      action != NULL ? akk_store_get (store, &akk_plan_record, action->plan_id) : NULL;
  g_autofree char *years = plan != NULL ? akk_plan_years (plan) : NULL;

  if (action == NULL || action->record.deleted)
    return g_strdup ("");
  return years != NULL ? g_strdup_printf ("%s (%s)", action->number, years)
                       : g_strdup (action->number);
}

gint64
akk_successor_by_name (AkkStore *store, const AkkAction *action, const char *name)
{
  g_autoptr (GListModel) actions = akk_store_list (store, &akk_action_record, NULL, 0);
  g_autofree char *number = g_strstrip (g_strndup (name, strcspn (name, "(")));

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++) {
    g_autoptr (AkkAction) other = g_list_model_get_item (actions, i);

    if (other->record.id != action->record.id && akk_same_words (other->number, number))
      return other->record.id;
  }
  return 0;
}

gint64
akk_priority_by_name (AkkStore *store, gint64 agreement_id, const char *name)
{
  g_autoptr (GListModel) priorities =
      akk_store_list (store, &akk_priority_record, "agreement_id", agreement_id);
  guint64 number = g_ascii_strtoull (name, NULL, 10);

  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++) {
    g_autoptr (AkkPriority) priority = g_list_model_get_item (priorities, i);

    if (akk_same_words (name, priority->title) ||
        (number == i + 1 && strspn (name, "0123456789") == strlen (name)))
      return priority->record.id;
  }
  return 0;
}

gint64
akk_plan_by_years (AkkStore *store, gint64 agreement_id, const char *years)
{
  g_autoptr (GPtrArray) plans = akk_plans (store, agreement_id);
  g_auto (GStrv) parts = g_strsplit (years, "-", 2);
  g_autofree char *dashed = g_strjoinv ("–", parts);

  for (guint i = 0; i < plans->len; i++) {
    g_autofree char *name = akk_plan_years (plans->pdata[i]);

    if (akk_same_words (dashed, name))
      return ((AkkPlan *) plans->pdata[i])->record.id;
  }
  return 0;
}
