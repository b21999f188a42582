/* An action plan in words: the sentences.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/contribution.h"
#include "core/dates.h"
#include "core/office.h"
#include "core/organisation.h"
#include "core/parties.h"
#include "core/plan-report.h"

/* Below that, each is named. */
#define ALL_AT_LEAST 3

const char *
akk_plan_status_key (gint64 status)
{
  static const char *const keys[] = { "action-to-start", "action-busy",    "action-done",
                                      "action-adjusted", "action-stopped", "action-carried-over" };

  return keys[CLAMP (status, 0, (gint64) G_N_ELEMENTS (keys) - 1)];
}

/* --- Totals --- */

char *
akk_plan_totals (AkkPhrases *phrases,
                 const guint counts[AKK_N_ACTION_STANDINGS],
                 guint n_lines,
                 guint n_all)
{
  static const int order[] = { AKK_ACTION_DONE,     AKK_ACTION_ADJUSTED,     AKK_ACTION_BUSY,
                               AKK_ACTION_TO_START, AKK_ACTION_CARRIED_OVER, AKK_ACTION_STOPPED };
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;
  g_autofree char *count = akk_phrases_number (phrases, n_lines);
  g_autofree char *all = akk_phrases_number (phrases, n_all);
  g_autofree char *actions = NULL, *list = NULL, *sentence = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    const char *status = akk_phrases_get (phrases, akk_plan_status_key (order[i]));
    g_autofree char *number = akk_phrases_number (phrases, counts[order[i]]);
    if (counts[order[i]] > 0)
      g_strv_builder_take (parts, g_strdup_printf ("%s %s", number, status));
  }
  items = g_strv_builder_end (parts);
  if (n_lines < n_all)
    actions = n_lines == 0
                  ? akk_phrases_format (phrases, "plan-none-of", "all", all, NULL)
                  : akk_phrases_format (phrases, "plan-count-of", "count", count, "all", all, NULL);
  else if (n_lines <= 1)
    actions = g_strdup (akk_phrases_get (phrases, n_lines == 0 ? "plan-none" : "plan-one"));
  else
    actions = akk_phrases_format (phrases, "plan-count", "count", count, NULL);
  list = akk_phrases_list (phrases, "list", items);
  sentence = n_lines == 0 ? g_steal_pointer (&actions)
                          : akk_phrases_format (phrases, "plan-totals", "actions", actions,
                                                "states", list, NULL);
  return akk_phrases_sentence (sentence);
}

/* --- The filter --- */

static const char *
facet_key (AkkFacetKind kind)
{
  static const char *const keys[] = {
    [AKK_FACET_PRIORITY] = "plan-facet-priority",
    [AKK_FACET_PARTY] = "plan-facet-party",
    [AKK_FACET_LEAD] = "plan-facet-lead",
    [AKK_FACET_MUNICIPALITY] = "plan-facet-municipality",
    [AKK_FACET_STATUS] = "plan-facet-status",
    [AKK_FACET_KIND] = "plan-facet-kind",
    [AKK_FACET_OPEN] = "plan-facet-open",
    [AKK_FACET_LATE] = "plan-facet-late",
    [AKK_FACET_SILENT] = "plan-facet-silent",
    [AKK_FACET_TARGET_GROUP] = "plan-facet-target-group",
    [AKK_FACET_DOMAIN] = "plan-facet-domain",
    [AKK_FACET_POLICY] = "plan-facet-policy",
    [AKK_FACET_TEXT] = "plan-facet-text",
  };

  return keys[kind];
}

static gint64
choice_value (const AkkChoice *choices, const char *code)
{
  for (guint i = 0; choices[i].code != NULL; i++)
    if (g_str_equal (choices[i].code, code))
      return choices[i].value;
  return 0;
}

/* The value as it is read: codes have a phrase of their own. */
static const char *
facet_value (AkkPhrases *phrases, const AkkFacet *facet)
{
  static const char *const kinds[] = { "plan-kind-general", "plan-kind-target-group",
                                       "plan-kind-municipality" };

  if (facet->kind == AKK_FACET_STATUS)
    return akk_phrases_get (
        phrases, akk_plan_status_key (choice_value (akk_action_standings, facet->value)));
  if (facet->kind == AKK_FACET_KIND)
    return akk_phrases_get (phrases, kinds[choice_value (akk_action_kinds, facet->value)]);
  return facet->value;
}

/* Facets of the same kind from `first` on: "status bezig of klaar". Moves on behind them. */
static char *
facet_words (AkkPhrases *phrases, GPtrArray *facets, guint *first)
{
  const AkkFacet *facet = facets->pdata[*first];
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;
  g_autofree char *value = NULL;

  for (; *first < facets->len; ++*first) {
    const AkkFacet *it = facets->pdata[*first];
    if (it->kind != facet->kind)
      break;
    g_strv_builder_add (values, facet_value (phrases, it));
  }
  items = g_strv_builder_end (values);
  value = akk_phrases_list (phrases, "plan-or", items);
  return akk_phrases_format (phrases, facet_key (facet->kind), "value", value, NULL);
}

char *
akk_plan_filter_words (AkkPhrases *phrases, AkkStore *store, const AkkActionFilter *filter)
{
  g_autoptr (GPtrArray) facets = akk_action_filter_facets (filter, store);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < facets->len;) {
    g_autofree char *words = facet_words (phrases, facets, &i);
    g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", words);
  }
  return list->len > 0 ? akk_phrases_format (phrases, "plan-filter", "facets", list->str, NULL)
                       : g_strdup ("");
}

/* --- Who --- */

char *
akk_plan_lead_words (AkkStore *store, gint64 party_id, gint64 office_id, const char *other)
{
  g_autofree char *name = akk_party_short_name (store, party_id);
  g_autoptr (AkkOffice) office =
      office_id != 0 ? akk_store_get (store, &akk_office_record, office_id) : NULL;
  const char *function = office != NULL ? office->function : other;

  if (*name == '\0' && office != NULL) {
    g_autoptr (AkkOrganisation) organisation =
        akk_store_get (store, &akk_organisation_record, office->organisation_id);
    if (organisation != NULL) {
      g_free (name);
      name = g_strdup (akk_organisation_short (organisation));
    }
  }
  if (*name == '\0' || *function == '\0')
    return g_strconcat (name, function, NULL);
  return g_strdup_printf ("%s, %s", name, function);
}

static gboolean
is_municipality (AkkStore *store, const AkkParty *party)
{
  g_autoptr (AkkOrganisation) organisation =
      akk_store_get (store, &akk_organisation_record, party->organisation_id);

  return organisation != NULL && (organisation->kind == AKK_ORGANISATION_MUNICIPALITY ||
                                  organisation->kind == AKK_ORGANISATION_CITY);
}

/* The parties that are municipalities, as bits of the rows; how many they are. */
static guint64
municipality_bits (AkkActionRows *rows, guint *n)
{
  GPtrArray *parties = akk_action_rows_parties (rows);
  guint64 bits = 0;

  *n = 0;
  for (guint i = 0; i < parties->len; i++) {
    const AkkParty *party = parties->pdata[i];
    if (!is_municipality (akk_action_rows_store (rows), party))
      continue;
    bits |= akk_action_rows_party_bit (rows, party->record.id);
    ++*n;
  }
  return bits;
}

char *
akk_plan_partners_words (AkkActionRows *rows, AkkPhrases *phrases, const AkkAction *action)
{
  AkkStore *store = akk_action_rows_store (rows);
  g_autoptr (GListModel) contributions =
      akk_store_list (store, &akk_contribution_record, "action_id", action->record.id);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_all = 0;
  guint64 all = municipality_bits (rows, &n_all), here = 0;
  gboolean together, said = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (contributions); i++) {
    g_autoptr (AkkContribution) it = g_list_model_get_item (contributions, i);
    here |= akk_action_rows_party_bit (rows, it->party_id);
  }
  together = n_all >= ALL_AT_LEAST && (here & all) == all;
  for (guint i = 0; i < g_list_model_get_n_items (contributions); i++) {
    g_autoptr (AkkContribution) it = g_list_model_get_item (contributions, i);
    gboolean one_of_all = together && (akk_action_rows_party_bit (rows, it->party_id) & all) != 0;
    g_autofree char *name = NULL;
    if ((it->party_id != 0 && it->party_id == action->lead_id) || (one_of_all && said))
      continue;
    if (one_of_all) {
      g_autofree char *count = akk_phrases_number (phrases, n_all);
      name = akk_phrases_format (phrases, "municipalities", "count", count, NULL);
      said = TRUE;
    } else {
      name =
          it->party_id != 0 ? akk_party_short_name (store, it->party_id) : g_strdup (it->partner);
    }
    if (*name != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", name);
  }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* --- When and how far --- */

char *
akk_plan_date_words (AkkPhrases *phrases, gint64 day, gint64 year)
{
  g_autofree char *date = akk_phrases_date (phrases, day);
  g_autofree char *ending = NULL;
  int of = 0;

  if (*date == '\0')
    return g_steal_pointer (&date);
  akk_date_to_ymd (day, &of, NULL, NULL);
  ending = g_strdup_printf (" %d", of);
  if (of == year && g_str_has_suffix (date, ending))
    date[strlen (date) - strlen (ending)] = '\0';
  return g_steal_pointer (&date);
}

char *
akk_plan_term_words (AkkPhrases *phrases, const AkkAction *action, gint64 year)
{
  g_autofree char *date = NULL;

  if (action->deadline != AKK_NO_DATE)
    return akk_plan_date_words (phrases, action->deadline, year);
  date = akk_plan_date_words (phrases, action->follow_up, year);
  return *date != '\0' ? akk_phrases_format (phrases, "plan-follow-up", "date", date, NULL)
                       : g_steal_pointer (&date);
}

/* In which years an action goes on, as the phrase `key` says it; NULL: it does not. */
static char *
goes_on_words (AkkStore *store, AkkPhrases *phrases, const AkkAction *action, const char *key)
{
  g_autoptr (AkkAction) next = action->successor_id != 0
                                   ? akk_store_get (store, &akk_action_record, action->successor_id)
                                   : NULL;
  g_autoptr (AkkPlan) plan = next != NULL && next->plan_id != 0
                                 ? akk_store_get (store, &akk_plan_record, next->plan_id)
                                 : NULL;
  g_autofree char *years = plan != NULL ? akk_plan_years (plan) : NULL;

  return years != NULL ? akk_phrases_format (phrases, key, "years", years, NULL) : NULL;
}

char *
akk_plan_state_words (AkkStore *store, AkkPhrases *phrases, const AkkAction *action, gint64 day)
{
  gint64 standing = akk_action_standing (action->status, action->successor_id);
  gboolean carried = standing == AKK_ACTION_CARRIED_OVER;
  const char *status = akk_phrases_get (phrases, akk_plan_status_key (standing));
  g_autofree char *goes_on =
      goes_on_words (store, phrases, action, carried ? "plan-carried-over" : "plan-goes-on");
  const char *late =
      akk_action_late (action, day) ? akk_phrases_get (phrases, "plan-facet-late") : NULL;
  const char *more = goes_on != NULL ? goes_on : late;
  g_autofree char *words = carried && goes_on != NULL
                               ? g_strdup (goes_on)
                               : g_strconcat (status, more != NULL ? ", " : "", more, NULL);

  return akk_phrases_sentence (words);
}
