/* What a word or an abbreviation means in an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/definition.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/order.h"

const AkkChoice akk_definition_kinds[] = {
  { AKK_DEFINITION_TERM, "term", N_ ("Defined Term") },
  { AKK_DEFINITION_ABBREVIATION, "abbreviation", N_ ("Abbreviation") },
  { 0, NULL, NULL },
};

const char *
akk_definition_clause (AkkDefinitionKind kind)
{
  return kind == AKK_DEFINITION_TERM ? "definitions" : "abbreviations";
}

/* By letters without accents, small and capital alike. */
int
akk_definition_compare (const AkkDefinition *a, const AkkDefinition *b)
{
  g_autofree char *plain_a = g_str_to_ascii (a->term, "C");
  g_autofree char *plain_b = g_str_to_ascii (b->term, "C");
  int order = g_ascii_strcasecmp (plain_a, plain_b);

  return order != 0 ? order : strcmp (a->term, b->term);
}

AkkDefinition *
akk_definition_begin (AkkStore *store,
                      gint64 agreement_id,
                      AkkDefinitionKind kind,
                      const char *term,
                      const char *meaning)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_definition_record, "agreement_id", agreement_id);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (AkkDefinition) last = n > 0 ? g_list_model_get_item (list, n - 1) : NULL;
  AkkDefinition *self = akk_record_new (&akk_definition_record);

  self->agreement_id = agreement_id;
  self->kind = kind;
  g_free (self->position);
  self->position = akk_order_between (last != NULL ? last->position : "", "");
  g_set_str (&self->term, term);
  g_set_str (&self->meaning, meaning);
  return self;
}

static char *
fold (const char *term)
{
  g_autofree char *bare = g_strstrip (g_strdup (term));

  return g_utf8_casefold (bare, -1);
}

gboolean
akk_definition_check (AkkStore *store, const AkkDefinition *self, GError **error)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_definition_record, "agreement_id", self->agreement_id);
  g_autoptr (AkkDefinition) stored =
      self->record.id != 0 ? akk_store_get (store, &akk_definition_record, self->record.id) : NULL;
  g_autofree char *term = fold (self->term);
  g_autofree char *before = stored != NULL ? fold (stored->term) : NULL;

  if (g_strcmp0 (term, before) == 0)
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkDefinition) other = g_list_model_get_item (list, i);
    g_autofree char *others = fold (other->term);

    if (other->record.id == self->record.id || !g_str_equal (term, others))
      continue;
    g_set_error (error, AKK_RECORD_ERROR, AKK_RECORD_ERROR_INVALID,
                 other->kind == AKK_DEFINITION_TERM
                     ? _ ("“%s” stands among the definitions already. Change it there.")
                     : _ ("“%s” stands among the abbreviations already. Change it there."),
                 other->term);
    return FALSE;
  }
  return TRUE;
}
