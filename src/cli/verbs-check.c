/* The verb that checks a dossier: its file, its versions, and what stands in the way of freezing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "cli/json.h"
#include "core/dossier.h"
#include "core/findings.h"
#include "core/frozen.h"
#include "core/parties.h"
#include "core/section.h"

/* What is told, as lines for people or as JSON. */
typedef struct {
  AkkStore *store;
  JsonBuilder *json; /* NULL: lines */
  guint n_blocking;
} Report;

static void
add (Report *report,
     const char *id,
     AkkFindingSeverity severity,
     const char *text,
     const char *where,
     const char *reason)
{
  gboolean blocks = severity == AKK_FINDING_BLOCKING;

  report->n_blocking += blocks;
  if (report->json == NULL) {
    g_print ("%s: %s%s%s%s%s%s\n",
             reason != NULL ? _ ("accepted")
             : blocks       ? _ ("blocks")
                            : _ ("advice"),
             where, *where != '\0' ? ": " : "", text, reason != NULL ? " (" : "",
             reason != NULL ? reason : "", reason != NULL ? ")" : "");
    return;
  }
  json_builder_begin_object (report->json);
  akk_json_add_text (report->json, "id", id);
  akk_json_add_text (report->json, "severity", blocks ? "blocking" : "advice");
  akk_json_add_text (report->json, "text", text);
  akk_json_add_text (report->json, "where", where);
  if (reason != NULL)
    akk_json_add_text (report->json, "accepted", reason);
  json_builder_end_object (report->json);
}

/* --- Where --- */

/* "Artikel 3. Doel" */
static char *
section_place (Report *report, AkkAgreement *agreement, gint64 id)
{
  g_autoptr (GListModel) sections =
      akk_store_list (report->store, &akk_section_record, "agreement_id", agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, akk_agreement_language (agreement));
  const AkkOutlineEntry *entry = akk_outline_find (outline, id);

  if (entry == NULL)
    return g_strdup ("");
  return g_strjoin (*entry->number != '\0' && *entry->section->heading != '\0' ? " " : "",
                    entry->number, entry->section->heading, NULL);
}

/* "Party “VDAB”": a party, who speaks for it and its decision are known by its name. NULL: the
 * record is none of them. */
static char *
party_place (Report *report, const AkkRecordType *type, gconstpointer record)
{
  const AkkField *ref = akk_record_type_field (type, "party_id");
  gint64 party = type == &akk_party_record ? ((const AkkRecord *) record)->id
                 : ref != NULL             ? akk_record_get_int (record, ref)
                                           : 0;
  g_autofree char *name = party != 0 ? akk_party_short_name (report->store, party) : NULL;

  return name != NULL && *name != '\0' ? g_strdup_printf ("%s “%s”", _ (type->label), name) : NULL;
}

/* "Person An Peeters": what kind of record it is, and its first text that people know it by. */
static char *
record_place (Report *report, const AkkRecordType *type, gint64 id)
{
  g_autoptr (AkkRecord) record = type != NULL ? akk_store_get (report->store, type, id) : NULL;
  char *party = record != NULL ? party_place (report, type, record) : NULL;

  if (party != NULL)
    return party;
  for (guint i = 0; record != NULL && i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];

    if (field->kind == AKK_FIELD_TEXT && field->search &&
        *akk_record_get_text (record, field) != '\0' && !field->body)
      return g_strdup_printf ("%s “%s”", _ (type->label), akk_record_get_text (record, field));
  }
  return g_strdup (type != NULL ? _ (type->label) : "");
}

/* --- What is checked --- */

static void
check_agreement (Report *report, AkkAgreement *agreement)
{
  g_autoptr (GPtrArray) findings =
      akk_findings_new (report->store, agreement, akk_store_today (report->store));

  for (guint i = 0; i < findings->len; i++) {
    const AkkFinding *finding = findings->pdata[i];
    g_autofree char *where = finding->section != 0
                                 ? section_place (report, agreement, finding->section)
                                 : record_place (report, finding->type, finding->record);

    add (report, finding->id, finding->severity, finding->text, where, finding->reason);
  }
}

/* Those that are still to be frozen. */
static void
check_agreements (Report *report)
{
  g_autoptr (AkkAgreement) agreement = NULL;

  for (guint i = 1; (agreement = akk_agreement_nth (report->store, i)) != NULL; i++) {
    if (agreement->stage < AKK_STAGE_SIGNING)
      check_agreement (report, agreement);
    g_clear_object (&agreement);
  }
}

static void
check_versions (Report *report)
{
  g_autoptr (GListModel) versions = akk_store_list (report->store, &akk_version_record, NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (versions); i++) {
    g_autoptr (AkkVersion) version = g_list_model_get_item (versions, i);
    g_autofree char *where = record_place (report, &akk_agreement_record, version->agreement_id);
    g_autofree char *namesake = akk_version_namesake_words (report->store, version);
    g_autoptr (GError) error = NULL;

    if (!akk_version_check (report->store, version, &error))
      add (report, "altered-version", AKK_FINDING_BLOCKING, error->message, where, NULL);
    if (namesake != NULL)
      add (report, "same-number", AKK_FINDING_ADVICE, namesake, where, NULL);
  }
}

int
akk_verb_check (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = NULL;
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (JsonBuilder) json = call->json ? json_builder_new_immutable () : NULL;
  Report report = { .json = json };

  if (akk_dossier_check (words[0], &error))
    store = akk_dossier_read (words[0], &error);
  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  report.store = store;
  if (call->agreement != 0 && (agreement = akk_verb_agreement (store, call)) == NULL)
    return AKK_EXIT_REFUSED;
  if (json != NULL)
    json_builder_begin_array (json);
  if (agreement != NULL)
    check_agreement (&report, agreement);
  else
    check_agreements (&report);
  check_versions (&report);
  if (json != NULL) {
    json_builder_end_array (json);
    akk_json_print (json);
  }
  return report.n_blocking > 0 ? AKK_EXIT_REFUSED : AKK_EXIT_FINE;
}
