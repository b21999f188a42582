/* The library of example indicators.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/example-indicators.h"

#include "core/datadir.h"
#include "core/order.h"

static void
example_free (gpointer data)
{
  AkkExampleIndicator *example = data;

  g_object_unref (example->indicator);
  g_free (example->id);
  g_free (example->weight);
  g_free (example);
}

static void
take_text (AkkIndicator *indicator,
           const char *property,
           GKeyFile *file,
           const char *group,
           const char *key)
{
  g_autofree char *words = g_key_file_get_string (file, group, key, NULL);

  if (words != NULL)
    g_object_set (indicator, property, words, NULL);
}

static void
take_choice (AkkIndicator *indicator,
             const char *property,
             const AkkChoice *choices,
             GKeyFile *file,
             const char *group)
{
  g_autofree char *code = g_key_file_get_string (file, group, property, NULL);

  for (const AkkChoice *choice = choices; code != NULL && choice->code != NULL; choice++)
    if (g_str_equal (choice->code, code))
      g_object_set (indicator, property, choice->value, NULL);
}

static AkkExampleIndicator *
example_new (GKeyFile *file, const char *group)
{
  AkkExampleIndicator *example = g_new0 (AkkExampleIndicator, 1);
  AkkIndicator *it = akk_record_new (&akk_indicator_record);

  example->indicator = it;
  example->id = g_strdup (group);
  example->weight = g_key_file_get_string (file, group, "weight", NULL);
  if (example->weight == NULL)
    example->weight = g_strdup ("");
  take_text (it, "name", file, group, "name");
  take_text (it, "definition", file, group, "definition");
  take_text (it, "unit", file, group, "unit");
  take_text (it, "source", file, group, "source");
  take_choice (it, "kind", akk_indicator_kinds, file, group);
  take_choice (it, "direction", akk_indicator_directions, file, group);
  take_choice (it, "level", akk_indicator_levels, file, group);
  take_choice (it, "rule", akk_indicator_rules, file, group);
  g_object_set (
      it, "decimals", (gint64) g_key_file_get_integer (file, group, "decimals", NULL), "delay",
      (gint64) g_key_file_get_integer (file, group, "delay", NULL), "by-municipality",
      (gint64) g_key_file_get_boolean (file, group, "per-municipality", NULL), "by-target-group",
      (gint64) g_key_file_get_boolean (file, group, "per-target-group", NULL), NULL);
  return example;
}

GPtrArray *
akk_example_indicators_new (const char *language, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *name = g_strdup_printf ("indicators/%s.ini", language);
  g_autofree char *path = akk_datadir_path (name);
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func (example_free);
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return NULL;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    g_ptr_array_add (examples, example_new (file, groups[i]));
  return g_steal_pointer (&examples);
}

/* --- Inserting --- */

/* The indicator of the agreement with that name; NULL: there is none. `last` is the position of the
 * last one. */
static AkkIndicator *
find_named (AkkStore *store, const AkkAgreement *agreement, const char *name, char **last)
{
  g_autoptr (GListModel) all =
      akk_store_list (store, &akk_indicator_record, "agreement_id", agreement->record.id);
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  g_autoptr (AkkIndicator) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (AkkIndicator) it = g_list_model_get_item (all, i);
    g_autofree char *folded = g_utf8_casefold (it->name, -1);

    if (last != NULL)
      g_set_str (last, it->position);
    if (found == NULL && g_str_equal (folded, wanted))
      found = g_steal_pointer (&it);
  }
  return g_steal_pointer (&found);
}

gboolean
akk_example_indicator_known (const AkkExampleIndicator *self,
                             AkkStore *store,
                             const AkkAgreement *agreement)
{
  g_autoptr (AkkIndicator) found = find_named (store, agreement, self->indicator->name, NULL);

  return found != NULL;
}

/* The place of the one by which it is weighed; `examples->len`: it is not. */
static guint
weight_of (const GPtrArray *examples, const AkkExampleIndicator *self)
{
  guint i = 0;

  while (i < examples->len &&
         !g_str_equal (((const AkkExampleIndicator *) examples->pdata[i])->id, self->weight))
    i++;
  return i;
}

/* What weighs another one stands before it in the file. */
guint
akk_example_indicators_insert (const GPtrArray *examples,
                               const gboolean *wanted,
                               AkkStore *store,
                               const AkkAgreement *agreement)
{
  const guint n = examples->len;
  g_autofree gboolean *needed = g_memdup2 (wanted, n * sizeof (gboolean));
  g_autofree gint64 *ids = g_new0 (gint64, n + 1);
  g_autofree char *position = NULL;
  guint n_added = 0;

  for (guint i = 0; i < n; i++) {
    const AkkExampleIndicator *example = examples->pdata[i];
    g_autoptr (AkkIndicator) known =
        find_named (store, agreement, example->indicator->name, &position);
    guint weight = weight_of (examples, example);

    ids[i] = known != NULL ? known->record.id : 0;
    if (needed[i] && weight < n)
      needed[weight] = TRUE;
  }
  for (guint i = 0; i < n; i++) {
    const AkkExampleIndicator *example = examples->pdata[i];
    g_autoptr (AkkIndicator) indicator = NULL;
    g_autofree char *next = NULL;

    if (!needed[i] || ids[i] != 0)
      continue;
    next = akk_order_between (position, NULL);
    g_set_str (&position, next);
    indicator = akk_record_duplicate (example->indicator);
    g_object_set (indicator, "agreement-id", agreement->record.id, "position", position,
                  "weight-id", ids[weight_of (examples, example)], NULL);
    akk_store_add (store, indicator);
    ids[i] = indicator->record.id;
    n_added++;
  }
  return n_added;
}
