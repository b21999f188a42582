/* Whether a version is still what was frozen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "core/control-code.h"
#include "core/dates.h"
#include "core/frozen.h"

static gboolean
fail (const AkkVersion *version, GError **error)
{
  g_set_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_DAMAGED,
               _ ("Version %d is not what was frozen: another program changed the dossier. Do not "
                  "use it; open an earlier copy."),
               (int) version->number);
  return FALSE;
}

gint64
akk_frozen_id (const char *content, const char *pdf)
{
  g_autofree char *both = g_strconcat (pdf, "\n", content, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
  gint64 id;

  hash[16] = '\0';
  id = (gint64) (g_ascii_strtoull (hash, NULL, 16) & G_MAXINT64);
  return id != 0 ? id : 1;
}

static const char *
text_of (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, "");
}

/* Each signatory of the content has its row, and there is no other. */
static gboolean
same_signatories (AkkStore *store, const AkkVersion *version, JsonObject *content)
{
  g_autoptr (GListModel) rows =
      akk_store_list (store, &akk_signatory_record, "version_id", version->record.id);
  JsonNode *node = json_object_get_member (content, "signatories");
  JsonArray *frozen =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = frozen != NULL ? json_array_get_length (frozen) : 0;
  guint64 seen = 0;

  if (g_list_model_get_n_items (rows) != n)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkSignatory) row = g_list_model_get_item (rows, i);
    JsonObject *one = row->number >= 1 && row->number <= n
                          ? json_array_get_object_element (frozen, row->number - 1)
                          : NULL;

    if (one == NULL || !g_str_equal (row->party, text_of (one, "party")) ||
        !g_str_equal (row->name, text_of (one, "name")) ||
        !g_str_equal (row->function, text_of (one, "function")) ||
        !g_str_equal (row->delegation, text_of (one, "delegation")))
      return FALSE;
    seen += row->number;
  }
  return seen == (guint64) n * (n + 1) / 2; /* no number twice */
}

static gboolean
same_content (AkkStore *store, const AkkVersion *version)
{
  g_autofree char *code = akk_control_code_new (version->content);
  g_autofree char *date = akk_date_format (version->frozen_on);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonObject *content;

  if (!g_str_equal (code, version->code) ||
      version->record.id != akk_frozen_id (version->content, version->pdf) ||
      !json_parser_load_from_data (parser, version->content, -1, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  content = json_node_get_object (root);
  return json_object_get_int_member_with_default (content, "number", 0) == version->number &&
         g_str_equal (text_of (content, "date"), date) &&
         same_signatories (store, version, content);
}

GBytes *
akk_version_pdf (AkkStore *store, AkkVersion *version, GError **error)
{
  if (version->record.deleted != 0 || !same_content (store, version)) {
    fail (version, error);
    return NULL;
  }
  return akk_store_get_blob (store, version->pdf, error);
}

gboolean
akk_version_check (AkkStore *store, AkkVersion *version, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) pdf = akk_version_pdf (store, version, &cause);

  if (pdf == NULL && g_error_matches (cause, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED))
    return fail (version, error);
  if (pdf == NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return pdf != NULL;
}

static gboolean
of_same_document (const AkkVersion *a, const AkkVersion *b)
{
  return a->evaluation_id == b->evaluation_id && a->meeting_id == b->meeting_id;
}

AkkVersion *
akk_version_namesake (AkkStore *store, const AkkVersion *version)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_version_record, "agreement_id", version->agreement_id);
  g_autoptr (AkkVersion) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkVersion) other = g_list_model_get_item (list, i);

    if (other->number == version->number && other->record.id != version->record.id &&
        of_same_document (other, version) && (found == NULL || other->record.id < found->record.id))
      g_set_object (&found, other);
  }
  return g_steal_pointer (&found);
}

char *
akk_version_namesake_words (AkkStore *store, const AkkVersion *version)
{
  g_autoptr (AkkVersion) other = akk_version_namesake (store, version);
  g_autofree char *code = akk_control_code_format (version->code);
  g_autofree char *other_code = other != NULL ? akk_control_code_format (other->code) : NULL;

  if (other == NULL)
    return NULL;
  return g_strdup_printf (
      _ ("Two copies of the dossier each froze a version %d: this one has control code %s, the "
         "other %s. Let only one be signed, or freeze a new version."),
      (int) version->number, code, other_code);
}

AkkVersion *
akk_version_later (AkkStore *store, const AkkVersion *version)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_version_record, "agreement_id", version->agreement_id);
  g_autoptr (AkkVersion) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkVersion) other = g_list_model_get_item (list, i);

    if (of_same_document (other, version) &&
        other->number > (found != NULL ? found->number : version->number))
      g_set_object (&found, other);
  }
  return g_steal_pointer (&found);
}

AkkVersion *
akk_version_find (AkkStore *store, gint64 agreement_id, gint64 number)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_version_record, "agreement_id", agreement_id);
  g_autoptr (AkkVersion) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkVersion) version = g_list_model_get_item (list, i);

    if (akk_version_of_agreement (version) &&
        (number != 0 ? version->number == number
                     : found == NULL || version->number > found->number))
      g_set_object (&found, version);
  }
  return g_steal_pointer (&found);
}
