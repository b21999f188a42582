/* The examples that ship with the program, with their frozen and signed versions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/example.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "core/datadir.h"
#include "core/dates.h"
#include "core/export.h"
#include "core/signatory.h"
#include "core/signature.h"
#include "core/store.h"
#include "print/evaluation-freeze.h"
#include "print/freeze.h"

static gint64
id_member (JsonObject *object, const char *name)
{
  return g_ascii_strtoll (json_object_get_string_member_with_default (object, name, ""), NULL, 10);
}

static gint64
value_of (const AkkChoice *choices, const char *code)
{
  for (const AkkChoice *choice = choices; choice->code != NULL; choice++)
    if (g_strcmp0 (choice->code, code) == 0)
      return choice->value;
  g_error ("An example names the choice “%s”, which does not exist.", code);
}

/* --- Signatures --- */

/* The signature that the representative gives under this version. */
static AkkSignature *
find_signature (AkkStore *store, AkkVersion *version, gint64 representative)
{
  g_autoptr (GListModel) signatories =
      akk_store_list (store, &akk_signatory_record, "version_id", version->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (signatories); i++) {
    g_autoptr (AkkSignatory) signatory = g_list_model_get_item (signatories, i);

    if (signatory->representative_id == representative) {
      g_autoptr (GListModel) signatures =
          akk_store_list (store, &akk_signature_record, "signatory_id", signatory->record.id);

      return g_list_model_get_item (signatures, 0);
    }
  }
  return NULL;
}

static void
sign (AkkStore *store, AkkVersion *version, JsonObject *entry)
{
  const char *date = json_object_get_string_member_with_default (entry, "date", NULL);
  g_autoptr (AkkSignature) signature =
      find_signature (store, version, id_member (entry, "representative"));

  g_return_if_fail (signature != NULL);
  akk_store_set_int (
      store, signature, "state",
      value_of (akk_signature_states, json_object_get_string_member (entry, "state")));
  akk_store_set_int (store, signature, "date", date != NULL ? akk_date_parse (date) : AKK_NO_DATE);
  akk_store_set_text (store, signature, "reason",
                      json_object_get_string_member_with_default (entry, "reason", ""));
}

/* --- Versions --- */

static AkkVersion *
freeze_all (AkkStore *store, AkkAgreement *agreement, JsonArray *dates, GError **error)
{
  g_autoptr (AkkVersion) version = NULL;

  for (guint i = 0; i < json_array_get_length (dates); i++) {
    gint64 day = akk_date_parse (json_array_get_string_element (dates, i));

    g_clear_object (&version);
    version = akk_freeze (store, agreement, day, error);
    if (version == NULL)
      return NULL;
  }
  return g_steal_pointer (&version);
}

static gboolean
make_route (AkkStore *store, JsonObject *route, GError **error)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, id_member (route, "agreement"));
  JsonArray *signatures = json_object_get_array_member (route, "signatures");
  g_autoptr (AkkVersion) version = NULL;

  g_return_val_if_fail (agreement != NULL && signatures != NULL, FALSE);
  version = freeze_all (store, agreement, json_object_get_array_member (route, "frozen_on"), error);
  if (version == NULL)
    return FALSE;
  akk_store_begin_founding (store, N_ ("New dossier"));
  for (guint i = 0; i < json_array_get_length (signatures); i++)
    sign (store, version, json_array_get_object_element (signatures, i));
  akk_store_set_int (
      store, agreement, "stage",
      value_of (akk_agreement_stages, json_object_get_string_member (route, "stage")));
  return akk_store_commit (store, error);
}

/* --- Reports --- */

static gboolean
adopt (AkkStore *store, JsonObject *entry, GError **error)
{
  g_autoptr (AkkEvaluation) evaluation =
      akk_store_get (store, &akk_evaluation_record, id_member (entry, "evaluation"));
  gint64 day = akk_date_parse (json_object_get_string_member (entry, "adopted_on"));
  g_autoptr (AkkVersion) version = NULL;

  g_return_val_if_fail (evaluation != NULL, FALSE);
  version = akk_evaluation_adopt (store, evaluation, id_member (entry, "meeting"), day, error);
  return version != NULL;
}

static gboolean
finish_example (AkkStore *store, const char *name, GError **error)
{
  g_autofree char *file = g_strconcat ("examples/signing/", name, ".json", NULL);
  g_autofree char *path = akk_datadir_path (file);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonArray *routes;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!json_parser_load_from_file (parser, path, error))
    return FALSE;
  routes = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (routes); i++) {
    JsonObject *entry = json_array_get_object_element (routes, i);

    if (json_object_has_member (entry, "evaluation") ? !adopt (store, entry, error)
                                                     : !make_route (store, entry, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
akk_example_make (const char *name, const char *path, GError **error)
{
  return akk_example_create (name, path, finish_example, error);
}
