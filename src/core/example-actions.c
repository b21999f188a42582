/* The library of example actions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/example-actions.h"

#include "core/action-edit.h"
#include "core/contribution.h"
#include "core/datadir.h"
#include "core/order.h"
#include "core/organisation.h"
#include "core/pact.h"
#include "core/party.h"
#include "core/tags.h"

/* --- Reading --- */

static void
role_free (gpointer data)
{
  AkkExampleRole *role = data;

  g_free (role->partner);
  g_free (role->role);
  g_free (role->contribution);
  g_free (role);
}

static void
example_free (gpointer data)
{
  AkkExampleAction *example = data;

  g_free (example->title);
  g_free (example->description);
  g_free (example->domains);
  g_free (example->target_groups);
  g_free (example->policies);
  g_ptr_array_unref (example->roles);
  g_free (example);
}

static gint64
choice_value (const AkkChoice *choices, const char *code)
{
  for (const AkkChoice *choice = choices; code != NULL && choice->code != NULL; choice++)
    if (g_str_equal (choice->code, code))
      return choice->value;
  return choices->value;
}

/* "kind | partner | role | contribution". */
static AkkExampleRole *
role_new (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", 4);
  AkkExampleRole *role = g_new0 (AkkExampleRole, 1);

  if (g_strv_length (parts) < 4)
    return role;
  role->kind = choice_value (akk_organisation_kinds, g_strstrip (parts[0]));
  role->partner = g_strdup (g_strstrip (parts[1]));
  role->role = g_strdup (g_strstrip (parts[2]));
  role->contribution = g_strdup (g_strstrip (parts[3]));
  return role;
}

static GPtrArray *
roles_new (GKeyFile *file, const char *group)
{
  GPtrArray *roles = g_ptr_array_new_with_free_func (role_free);

  for (guint i = 1;; i++) {
    g_autofree char *key = g_strdup_printf ("role-%u", i);
    g_autofree char *words = g_key_file_get_string (file, group, key, NULL);

    if (words == NULL)
      return roles;
    g_ptr_array_add (roles, role_new (words));
  }
}

/* The numbers, counted from 1, as the names of the Pact. */
static char *
pact_names (GKeyFile *file,
            const char *group,
            const char *key,
            AkkPhrases *phrases,
            const char *(*name) (AkkPhrases *phrases, guint index),
            guint n_names)
{
  gsize n = 0;
  g_autofree gint *numbers = g_key_file_get_integer_list (file, group, key, &n, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (gsize i = 0; i < n; i++)
    if (numbers[i] >= 1 && (guint) numbers[i] <= n_names)
      g_ptr_array_add (names, (gpointer) name (phrases, (guint) numbers[i] - 1));
  g_ptr_array_add (names, NULL);
  return akk_tags_join ((const char *const *) names->pdata);
}

static char *
words_of (GKeyFile *file, const char *group, const char *key)
{
  char *words = g_key_file_get_string (file, group, key, NULL);

  return words != NULL ? words : g_strdup ("");
}

static AkkExampleAction *
example_new (GKeyFile *file, const char *group, AkkPhrases *phrases)
{
  AkkExampleAction *example = g_new0 (AkkExampleAction, 1);
  g_autofree char *kind = g_key_file_get_string (file, group, "kind", NULL);

  example->title = words_of (file, group, "title");
  example->description = words_of (file, group, "description");
  example->kind = choice_value (akk_action_kinds, kind);
  example->domains =
      pact_names (file, group, "domains", phrases, akk_pact_domain, AKK_PACT_N_DOMAINS);
  example->target_groups = pact_names (file, group, "target-groups", phrases, akk_pact_target_group,
                                       AKK_PACT_N_TARGET_GROUPS);
  example->policies = words_of (file, group, "policies");
  example->roles = roles_new (file, group);
  return example;
}

/* --- Inserting --- */

/* 0: none of that kind, or more than one. */
static gint64
only_party (AkkStore *store, AkkAgreement *agreement, gint64 kind)
{
  g_autoptr (GListModel) parties =
      akk_store_list (store, &akk_party_record, "agreement_id", agreement->record.id);
  gint64 found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);
    g_autoptr (AkkOrganisation) organisation =
        akk_store_get (store, &akk_organisation_record, party->organisation_id);

    if (organisation == NULL || organisation->kind != kind)
      continue;
    if (found != 0)
      return 0;
    found = party->record.id;
  }
  return found;
}

static void
add_role (const AkkExampleRole *role,
          AkkStore *store,
          AkkAgreement *agreement,
          AkkAction *action,
          const char *position)
{
  g_autoptr (AkkContribution) contribution = akk_record_new (&akk_contribution_record);
  gint64 party = only_party (store, agreement, role->kind);

  g_object_set (contribution, "action-id", action->record.id, "position", position, "party-id",
                party, "partner", party == 0 ? role->partner : "", "role", role->role,
                "contribution", role->contribution, NULL);
  akk_store_add (store, contribution);
}

/* --- Public --- */

GPtrArray *
akk_example_actions_new (const char *language, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (language, error);
  g_autofree char *name = g_strdup_printf ("actions/%s.ini", language);
  g_autofree char *path = akk_datadir_path (name);
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func (example_free);
  g_auto (GStrv) groups = NULL;

  if (phrases == NULL || !g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return NULL;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    g_ptr_array_add (examples, example_new (file, groups[i], phrases));
  return g_steal_pointer (&examples);
}

AkkAction *
akk_example_action_insert (const AkkExampleAction *self,
                           AkkStore *store,
                           AkkAgreement *agreement,
                           AkkPlan *plan)
{
  AkkAction *action = akk_action_add (store, agreement->record.id, plan, 0, self->title);
  g_autofree char *position = g_strdup ("");

  akk_store_set_text (store, action, "description", self->description);
  akk_store_set_int (store, action, "kind", self->kind);
  akk_store_set_text (store, action, "domains", self->domains);
  akk_store_set_text (store, action, "target_groups", self->target_groups);
  akk_store_set_text (store, action, "policies", self->policies);
  for (guint i = 0; i < self->roles->len; i++) {
    g_autofree char *next = akk_order_between (position, "");

    g_set_str (&position, next);
    add_role (self->roles->pdata[i], store, agreement, action, position);
  }
  return action;
}
