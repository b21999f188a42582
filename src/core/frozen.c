/* What is frozen of an agreement, as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/frozen-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/body.h"
#include "core/dates.h"
#include "core/dossier-info.h"
#include "core/parties.h"
#include "core/priority.h"
#include "core/section.h"
#include "core/signing-route.h"

/* --- Signatories --- */

static void
set_text (gpointer record, const char *field, const char *value)
{
  akk_record_set_text (record, akk_record_type_field (AKK_RECORD (record)->type, field), value);
}

static void
set_int (gpointer record, const char *field, gint64 value)
{
  akk_record_set_int (record, akk_record_type_field (AKK_RECORD (record)->type, field), value);
}

static AkkSignatory *
new_signatory (const AkkSigningBlock *block, const AkkSigner *signer)
{
  AkkSignatory *signatory = akk_record_new (&akk_signatory_record);

  set_int (signatory, "number", signer->number);
  set_int (signatory, "party_id", block->party);
  set_int (signatory, "representative_id", signer->representative);
  set_text (signatory, "party", block->name);
  set_text (signatory, "name", signer->name);
  set_text (signatory, "function", signer->function);
  set_text (signatory, "delegation", signer->delegation);
  return signatory;
}

GPtrArray *
akk_frozen_signatories (AkkStore *store, AkkAgreement *agreement, AkkPhrases *phrases)
{
  g_autoptr (GPtrArray) route = akk_signing_route_new (store, agreement, phrases);
  GPtrArray *signatories = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < route->len; i++) {
    const AkkSigningBlock *block = route->pdata[i];

    for (guint j = 0; j < block->signers->len; j++)
      g_ptr_array_add (signatories,
                       new_signatory (block, &g_array_index (block->signers, AkkSigner, j)));
  }
  return signatories;
}

/* --- JSON --- */

/* The fields of a record as they are; references to other records are not part of what is frozen,
 * nor where a record stands in its list, nor how the work is done. */
static void
add_fields (JsonBuilder *json, gconstpointer record)
{
  const AkkRecordType *type = ((const AkkRecord *) record)->type;

  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];
    gint64 value = field->kind != AKK_FIELD_TEXT ? akk_record_get_int (record, field) : 0;

    if (field->working || field->kind == AKK_FIELD_REF || g_str_equal (field->name, "position") ||
        g_str_equal (field->name, "stage"))
      continue;
    json_builder_set_member_name (json, field->name);
    if (field->kind == AKK_FIELD_TEXT) {
      json_builder_add_string_value (json, akk_record_get_text (record, field));
    } else if (field->kind == AKK_FIELD_DATE) {
      g_autofree char *date = akk_date_format (value);
      json_builder_add_string_value (json, date);
    } else if (field->kind == AKK_FIELD_BOOL) {
      json_builder_add_boolean_value (json, value != 0);
    } else if (field->kind == AKK_FIELD_ENUM) {
      for (const AkkChoice *choice = field->values; choice->code != NULL; choice++)
        if (choice->value == value)
          json_builder_add_string_value (json, choice->code);
    } else {
      json_builder_add_int_value (json, value);
    }
  }
}

static void
add_text (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_date (JsonBuilder *json, const char *name, gint64 value)
{
  g_autofree char *date = akk_date_format (value);

  add_text (json, name, date);
}

static void
add_people (JsonBuilder *json, const AkkPartyEntry *entry)
{
  json_builder_set_member_name (json, "representatives");
  json_builder_begin_array (json);
  for (guint i = 0; i < entry->people->len; i++) {
    const AkkPartyPerson *person = entry->people->pdata[i];
    const AkkRepresentative *representative = person->representative;

    json_builder_begin_object (json);
    add_text (json, "title", akk_title_forms[person->person->title_form].code);
    add_text (json, "name", person->person->name);
    add_text (json, "function", akk_party_person_function (person));
    json_builder_set_member_name (json, "signs");
    json_builder_add_boolean_value (json, representative->signs != 0);
    if (representative->delegated) {
      add_text (json, "delegation", representative->delegation);
      add_text (json, "delegation_organ", representative->delegation_organ);
      add_date (json, "delegated_on", representative->delegated_on);
    }
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_parties (JsonBuilder *json, AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GPtrArray) parties = akk_parties_new (store, agreement->record.id);

  json_builder_set_member_name (json, "parties");
  json_builder_begin_array (json);
  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];

    json_builder_begin_object (json);
    json_builder_set_member_name (json, "organisation");
    json_builder_begin_object (json);
    add_fields (json, entry->organisation);
    json_builder_end_object (json);
    add_fields (json, entry->party);
    add_people (json, entry);
    if (entry->decision != NULL && entry->decision->printed) {
      json_builder_set_member_name (json, "decision");
      json_builder_begin_object (json);
      add_fields (json, entry->decision);
      json_builder_end_object (json);
    }
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

/* The records of a list of the agreement. */
static void
add_list (JsonBuilder *json, AkkStore *store, const AkkRecordType *type, gint64 agreement_id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, "agreement_id", agreement_id);

  json_builder_set_member_name (json, type->table);
  json_builder_begin_array (json);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (GObject) record = g_list_model_get_item (list, i);

    json_builder_begin_object (json);
    add_fields (json, record);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_sections (JsonBuilder *json, const AkkFrozenText *frozen)
{
  json_builder_set_member_name (json, "sections");
  json_builder_begin_array (json);
  for (guint i = 0; i < frozen->outline->len; i++) {
    const AkkOutlineEntry *entry = frozen->outline->pdata[i];
    g_autofree char *text = akk_frozen_body (frozen, entry->section->body);

    json_builder_begin_object (json);
    json_builder_set_member_name (json, "depth");
    json_builder_add_int_value (json, entry->depth);
    add_text (json, "number", entry->number);
    add_text (json, "heading", entry->section->heading);
    add_text (json, "text", text);
    if (entry->section->content != AKK_CONTENT_TEXT) {
      add_text (json, "content", akk_contents[entry->section->content].code);
      add_text (json, "file", entry->section->file);
      json_builder_set_member_name (json, "year");
      json_builder_add_int_value (json, entry->section->year);
    }
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_signatories (JsonBuilder *json, GPtrArray *signatories)
{
  json_builder_set_member_name (json, "signatories");
  json_builder_begin_array (json);
  for (guint i = 0; i < signatories->len; i++) {
    json_builder_begin_object (json);
    add_fields (json, signatories->pdata[i]);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_head (JsonBuilder *json, AkkStore *store, AkkAgreement *agreement, const AkkVersion *version)
{
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) info = g_list_model_get_item (infos, 0);
  g_autoptr (AkkAgreement) predecessor =
      akk_store_get (store, &akk_agreement_record, agreement->predecessor_id);

  add_text (json, "format", "akkoord-version");
  json_builder_set_member_name (json, "number");
  json_builder_add_int_value (json, version->number);
  add_date (json, "date", version->frozen_on);
  add_text (json, "dossier", info != NULL ? info->name : "");
  json_builder_set_member_name (json, "agreement");
  json_builder_begin_object (json);
  add_fields (json, agreement);
  if (predecessor != NULL)
    add_text (json, "predecessor", predecessor->short_title);
  json_builder_end_object (json);
}

char *
akk_frozen_content (AkkStore *store,
                    AkkAgreement *agreement,
                    const AkkVersion *version,
                    GPtrArray *signatories,
                    AkkPhrases *phrases,
                    AkkFrozenPage page,
                    gpointer data)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autoptr (GListModel) sections =
      akk_store_list (store, &akk_section_record, "agreement_id", agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, akk_agreement_language (agreement));
  g_autoptr (AkkFieldSource) source = akk_field_source_new (store, agreement, phrases);
  g_autoptr (GArray) captions = akk_frozen_captions (outline);
  const AkkFrozenText frozen = { outline, source, phrases, captions, page, data };
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (json);
  add_head (json, store, agreement, version);
  add_parties (json, store, agreement);
  add_list (json, store, &akk_priority_record, agreement->record.id);
  add_list (json, store, &akk_body_record, agreement->record.id);
  add_sections (json, &frozen);
  add_signatories (json, signatories);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  return json_to_string (root, FALSE);
}
