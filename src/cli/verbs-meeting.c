/* The verbs about meetings: what must happen in time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "cli/json.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/meeting-ics.h"
#include "core/meetings.h"
#include "core/obligations.h"
#include "core/signing.h"

/* --- Which agreements --- */

/* What is not signed yet binds nobody. */
static gboolean
is_signed (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (AkkSigning) signing = NULL;

  if (agreement->stage != AKK_STAGE_SIGNING)
    return agreement->stage >= AKK_STAGE_RUNNING;
  signing = akk_signing_new (store, agreement, NULL);
  return signing->n_places > 0 && signing->n_signed == signing->n_places;
}

/* --- As JSON --- */

/* "" is null: it does not apply. */
static void
add_text (JsonBuilder *json, const char *name, const char *text)
{
  json_builder_set_member_name (json, name);
  if (*text != '\0')
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
add_number (JsonBuilder *json, const char *name, gint64 number)
{
  json_builder_set_member_name (json, name);
  if (number >= 0)
    json_builder_add_int_value (json, number);
  else
    json_builder_add_null_value (json);
}

static void
add_day (JsonBuilder *json, const char *name, gint64 day)
{
  g_autofree char *text = akk_date_format (day);

  add_text (json, name, text);
}

static void
add_obligation (JsonBuilder *json,
                const AkkObligation *obligation,
                const char *agreement,
                const char *body)
{
  /* Nothing else says which indicator it is. */
  g_autofree char *requirement =
      obligation->kind == AKK_OBLIGATION_FIGURES
          ? g_strdup_printf ("%s, %s", obligation->title, obligation->requirement)
          : g_strdup (obligation->requirement);

  json_builder_begin_object (json);
  add_text (json, "kind", akk_obligation_kinds[obligation->kind]);
  add_text (json, "agreement", agreement);
  add_text (json, "body", body);
  add_text (json, "source", obligation->source);
  add_text (json, "requirement", requirement);
  add_number (json, "required", obligation->required);
  add_number (json, "held", obligation->held);
  add_number (json, "planned", obligation->planned);
  add_day (json, "from", obligation->from);
  add_day (json, "to", obligation->to);
  add_day (json, "due", obligation->due);
  add_text (json, "status", akk_obligation_statuses[obligation->status]);
  json_builder_end_object (json);
}

/* --- As lines --- */

static const char *
status_words (AkkObligationStatus status)
{
  switch (status) {
  case AKK_OBLIGATION_MET:
    return _ ("met");
  case AKK_OBLIGATION_PLANNED:
    return _ ("planned");
  case AKK_OBLIGATION_DUE:
    return _ ("due");
  case AKK_OBLIGATION_MISSED:
    return _ ("missed");
  default:
    return _ ("future");
  }
}

/* "due: Werkgroep, at least 3 times a year, 2 of 3, 2025-01-01 – 2025-12-31. 1 more by …" */
static void
print_obligation (const AkkObligation *obligation)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *from = akk_date_format (obligation->from);
  g_autofree char *to = akk_date_format (obligation->to);

  g_string_append_printf (line, "%s: %s, %s", status_words (obligation->status), obligation->title,
                          obligation->requirement);
  if (obligation->required >= 0)
    g_string_append_printf (line, _ (", %d of %d"), (int) obligation->held,
                            (int) obligation->required);
  if (*from != '\0' && *to != '\0')
    g_string_append_printf (line, ", %s – %s", from, to);
  else if (*from != '\0' || *to != '\0')
    g_string_append_printf (line, ", %s%s", from, to);
  if (*obligation->source != '\0')
    g_string_append_printf (line, " (%s)", obligation->source);
  if (*obligation->next_step != '\0')
    g_string_append_printf (line, ". %s", obligation->next_step);
  g_print ("%s\n", line->str);
}

/* --- The verb --- */

static void
tell (AkkStore *store, AkkAgreement *agreement, gint64 day, JsonBuilder *json)
{
  g_autoptr (GPtrArray) all = akk_obligations_new (store, agreement, day);
  g_autoptr (GPtrArray) obligations =
      json != NULL ? g_ptr_array_ref (all) : akk_obligations_gathered (all, TRUE);
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;

  if (json == NULL && obligations->len > 0)
    g_print ("%s\n", name);
  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *obligation = obligations->pdata[i];
    g_autoptr (AkkBody) body = obligation->body_id != 0
                                   ? akk_store_get (store, &akk_body_record, obligation->body_id)
                                   : NULL;

    if (json != NULL)
      add_obligation (json, obligation, name, body != NULL ? body->name : "");
    else
      print_obligation (obligation);
  }
}

int
akk_verb_due (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (JsonBuilder) json = call->json ? json_builder_new_immutable () : NULL;
  g_autoptr (AkkAgreement) agreement = NULL;
  gint64 day;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  if (call->agreement != 0 && (agreement = akk_verb_agreement (store, call)) == NULL)
    return AKK_EXIT_REFUSED;
  day = call->has_day ? call->day : akk_store_today (store);
  if (json != NULL)
    json_builder_begin_array (json);
  if (agreement != NULL)
    tell (store, agreement, day, json);
  for (guint i = 1; call->agreement == 0; i++) {
    g_autoptr (AkkAgreement) each = akk_agreement_nth (store, i);

    if (each == NULL)
      break;
    if (is_signed (store, each))
      tell (store, each, day, json);
  }
  if (json != NULL) {
    json_builder_end_array (json);
    akk_json_print (json);
  }
  return AKK_EXIT_FINE;
}

int
akk_verb_export_meetings (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  g_autofree char *ics = NULL;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  if (!akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  if (call->agreement != 0 && (agreement = akk_verb_agreement (store, call)) == NULL)
    return AKK_EXIT_REFUSED;
  meetings = akk_meetings (store, agreement != NULL ? agreement->record.id : 0, 0);
  for (guint i = meetings->len; i > 0; i--)
    if (!akk_meeting_held (meetings->pdata[i - 1]) && !akk_meeting_ahead (meetings->pdata[i - 1]))
      g_ptr_array_remove_index (meetings, i - 1);
  ics = akk_meetings_ics (store, meetings, AKK_ICS_EXPORT, g_get_real_time () / G_USEC_PER_SEC);
  if (!g_file_set_contents (words[1], ics, -1, &error))
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  return AKK_EXIT_FINE;
}
