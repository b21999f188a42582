/* The verbs about days: dates that are proposed, holidays.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "cli/json.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/proposal.h"

#define FIRST_YEAR 2000
#define LAST_YEAR 2100

/* --- propose --- */

static gboolean
same_name (const char *one, const char *two)
{
  g_autofree char *first = g_utf8_casefold (one, -1);
  g_autofree char *second = g_utf8_casefold (two, -1);

  return g_str_equal (first, second);
}

/* The bodies with this name, of one agreement or of all: that of an agreement and of the one that
 * follows it go on as one. `names` lists those that there are, each once. */
static GPtrArray *
find_bodies (AkkStore *store, const AkkAgreement *agreement, const char *name, GString *names)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) list =
      agreement != NULL
          ? akk_store_list (store, &akk_body_record, "agreement_id", agreement->record.id)
          : akk_store_list (store, &akk_body_record, NULL, 0);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (list, i);

    if (g_hash_table_add (known, g_strdup (body->name)))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", body->name);
    if (same_name (body->name, name))
      g_ptr_array_add (found, g_steal_pointer (&body));
  }
  return found;
}

static int
refuse_body (const char *name, const GString *names)
{
  g_autofree char *message =
      names->len > 0
          /* Translators: a name that was asked for, the names that there are. */
          ? g_strdup_printf (_ ("There is no body “%s”. These are there: %s."), name, names->str)
          : g_strdup_printf (_ ("There is no body “%s”: the dossier has none."), name);

  return akk_verb_fail (AKK_EXIT_REFUSED, message);
}

static void
tell_date (const AkkProposalDate *date, JsonBuilder *json)
{
  g_autofree char *day = akk_date_format (date->date);
  g_autofree char *start =
      g_strdup_printf ("%02d:%02d", (int) date->starts_at / 60, (int) date->starts_at % 60);

  if (json == NULL) {
    g_print ("%s %s  %s (%s %d)\n", day, start, date->why, _ ("cost"), (int) date->cost);
    if (*date->avoids != '\0')
      /* Translators: what the days around a date would have met. */
      g_print ("                  %s %s\n", _ ("Avoids:"), date->avoids);
    return;
  }
  json_builder_begin_object (json);
  akk_json_add_text (json, "date", day);
  akk_json_add_text (json, "start", start);
  akk_json_add_text (json, "why", date->why);
  akk_json_add_text (json, "avoids", date->avoids);
  json_builder_set_member_name (json, "cost");
  json_builder_add_int_value (json, date->cost);
  json_builder_end_object (json);
}

static int
tell_proposal (const AkkProposal *proposal, gboolean as_json)
{
  g_autoptr (JsonBuilder) json = as_json ? json_builder_new_immutable () : NULL;

  if (json != NULL)
    json_builder_begin_array (json);
  for (guint i = 0; i < proposal->meetings->len; i++) {
    const AkkProposalMeeting *meeting = proposal->meetings->pdata[i];

    tell_date (meeting->dates->pdata[0], json);
  }
  if (json != NULL) {
    json_builder_end_array (json);
    akk_json_print (json);
  } else if (proposal->meetings->len + proposal->impossible->len == 0) {
    g_print ("%s\n", _ ("Nothing is still to be planned."));
  }
  for (guint i = 0; i < proposal->impossible->len; i++)
    akk_verb_fail (AKK_EXIT_REFUSED, proposal->impossible->pdata[i]);
  return proposal->impossible->len > 0 ? AKK_EXIT_REFUSED : AKK_EXIT_FINE;
}

int
akk_verb_propose (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = NULL;
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (GPtrArray) bodies = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (AkkProposal) proposal = NULL;

  if (call->from > call->to)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, _ ("The day of --from comes after that of --to."));
  if (call->to - call->from > 366 * (LAST_YEAR - FIRST_YEAR + 1))
    return akk_verb_fail (AKK_EXIT_UNUSABLE, _ ("Ask for a hundred years at most."));
  store = akk_dossier_read (words[0], &error);
  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  if (call->agreement != 0 && (agreement = akk_verb_agreement (store, call)) == NULL)
    return AKK_EXIT_REFUSED;
  bodies = find_bodies (store, agreement, call->body, names);
  if (bodies->len == 0)
    return refuse_body (call->body, names);
  proposal = akk_proposal_new (store, bodies, call->from, call->to, akk_store_today (store), 0);
  return tell_proposal (proposal, call->json);
}

/* --- holidays --- */

int
akk_verb_holidays (char **words, const AkkCall *call)
{
  gint64 year;
  g_autoptr (GArray) holidays = NULL;
  g_autoptr (JsonBuilder) json = call->json ? json_builder_new_immutable () : NULL;

  if (!g_ascii_string_to_signed (words[0], 10, FIRST_YEAR, LAST_YEAR, &year, NULL)) {
    g_autofree char *message =
        g_strdup_printf (_ ("“%s” is no year from %d up to %d."), words[0], FIRST_YEAR, LAST_YEAR);

    return akk_verb_fail (AKK_EXIT_UNUSABLE, message);
  }
  holidays = akk_holidays ((int) year);
  if (json != NULL)
    json_builder_begin_array (json);
  for (guint i = 0; i < holidays->len; i++) {
    const AkkHoliday *holiday = &g_array_index (holidays, AkkHoliday, i);
    g_autofree char *from = akk_date_format (holiday->from);
    g_autofree char *to = akk_date_format (holiday->to);

    if (json == NULL) {
      g_print ("%s – %s  %s (%s)\n", from, to, _ (holiday->name),
               holiday->kind == AKK_HOLIDAY_PUBLIC ? _ ("public holiday") : _ ("school holiday"));
      continue;
    }
    json_builder_begin_object (json);
    akk_json_add_text (json, "from", from);
    akk_json_add_text (json, "to", to);
    akk_json_add_text (json, "name", _ (holiday->name));
    akk_json_add_text (json, "kind", holiday->kind == AKK_HOLIDAY_PUBLIC ? "public" : "school");
    json_builder_end_object (json);
  }
  if (json != NULL) {
    json_builder_end_array (json);
    akk_json_print (json);
  }
  return AKK_EXIT_FINE;
}
