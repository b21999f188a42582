/* How the window speaks of a party.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/party-words.h"

#include <glib/gi18n.h>

#include "core/office.h"
#include "core/organisation.h"
#include "core/representative.h"
#include "ui/day.h"
#include "ui/record-words.h"

char *
akk_party_name (AkkStore *store, const AkkParty *party)
{
  g_autoptr (AkkOrganisation) organisation =
      akk_store_get (store, &akk_organisation_record, party->organisation_id);

  return g_strdup (organisation != NULL ? organisation->name : _ ("No organisation"));
}

AkkCouncilDecision *
akk_party_decision (AkkStore *store, const AkkParty *party)
{
  g_autoptr (GListModel) decisions =
      akk_store_list (store, &akk_council_decision_record, "party_id", party->record.id);

  return g_list_model_get_item (decisions, 0);
}

static void
append (GString *words, const char *word)
{
  if (*word != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word);
}

char *
akk_council_decision_words (const AkkCouncilDecision *decision)
{
  GString *words = g_string_new (NULL);
  g_autofree char *planned = NULL;
  g_autofree char *decided = NULL;

  if (decision == NULL) {
    g_string_append (words, _ ("Not noted yet"));
    return g_string_free_and_steal (words);
  }
  planned = akk_day_long (decision->planned_on);
  decided = akk_day_long (decision->decided_on);
  if (decision->result == AKK_COUNCIL_OPEN && *planned != '\0')
    g_string_append_printf (words, _ ("On the agenda of %s"), planned);
  else if (decision->result == AKK_COUNCIL_NOT_NEEDED)
    append (words, _ ("No council decision needed"));
  else
    append (words, akk_choice_label (akk_council_results, decision->result));
  append (words, decision->organ);
  append (words, decided);
  append (words, decision->reference);
  return g_string_free_and_steal (words);
}

gboolean
akk_party_takes (AkkStore *store, const AkkParty *party, gint64 organisation)
{
  g_autoptr (GListModel) parties =
      akk_store_list (store, &akk_party_record, "agreement_id", party->agreement_id);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) other = g_list_model_get_item (parties, i);

    if (other->organisation_id == organisation && other->record.id != party->record.id)
      return FALSE;
  }
  return TRUE;
}

void
akk_party_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle)
{
  const AkkParty *party = record;
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_representative_record, "party_id", party->record.id);
  g_autoptr (AkkCouncilDecision) decision = akk_party_decision (store, party);
  g_autofree char *name = akk_party_name (store, party);
  g_autofree char *decided = akk_council_decision_words (decision);
  guint n = g_list_model_get_n_items (list);
  guint n_signing = 0;
  g_autofree char *represented = NULL;

  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkRepresentative) representative = g_list_model_get_item (list, i);

    n_signing += representative->signs != 0;
  }
  represented =
      n == 0
          ? g_strdup (_ ("nobody represents it yet"))
          : g_strdup_printf (g_dngettext (NULL, "%u representative", "%u representatives", n), n);
  *title = g_strdup_printf ("%u. %s", number, name);
  if (n_signing < n) {
    g_autofree char *signing =
        g_strdup_printf (g_dngettext (NULL, "%u signs", "%u sign", n_signing), n_signing);

    *subtitle = g_strdup_printf ("%s, %s · %s", represented, signing, decided);
  } else {
    *subtitle = g_strdup_printf ("%s · %s", represented, decided);
  }
  if (party->organisation_id != 0 && !akk_party_takes (store, party, party->organisation_id)) {
    g_autofree char *words = g_steal_pointer (subtitle);

    *subtitle = g_strdup_printf ("%s\n%s", words, _ ("This organisation is a party twice"));
  }
}

static char *
delegation_words (const AkkRepresentative *representative)
{
  g_autofree char *date = akk_day_long (representative->delegated_on);

  if (!representative->delegated)
    return g_strdup ("");
  return g_strdup_printf (_ ("by delegation of %s %s"), representative->delegation_organ, date);
}

void
akk_representative_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle)
{
  const AkkRepresentative *representative = record;
  g_autoptr (AkkOffice) office =
      akk_store_get (store, &akk_office_record, representative->office_id);
  g_autoptr (AkkPerson) person =
      office != NULL ? akk_store_get (store, &akk_person_record, office->person_id) : NULL;
  g_autofree char *delegation = delegation_words (representative);
  GString *words = g_string_new (NULL);

  *title = person != NULL ? akk_person_words (person) : g_strdup (_ ("Nobody"));
  if (*representative->function != '\0')
    append (words, representative->function);
  else if (office != NULL)
    append (words, office->function);
  append (words, representative->signs ? _ ("signs") : _ ("does not sign"));
  append (words, delegation);
  *subtitle = g_string_free_and_steal (words);
}
