/* An agreement: what the parties promise one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agreement.h"

#include <glib/gi18n.h>

const AkkChoice akk_languages[] = {
  { 0, "nl-BE", N_ ("Dutch (Belgium)") },
  { 0, NULL, NULL },
};

const AkkChoice akk_agreement_kinds[] = {
  { AKK_AGREEMENT_COOPERATION, "cooperation", N_ ("Cooperation agreement") },
  { AKK_AGREEMENT_PARTNERSHIP, "partnership", N_ ("Partnership agreement") },
  { AKK_AGREEMENT_STATEMENT, "statement", N_ ("Statement of commitment") },
  { AKK_AGREEMENT_PACT, "pact", N_ ("Pact") },
  { AKK_AGREEMENT_ADDENDUM, "addendum", N_ ("Addendum") },
  { 0, NULL, NULL },
};

const AkkChoice akk_agreement_levels[] = {
  { AKK_LEVEL_LOCAL, "local", N_ ("Local: one municipality") },
  { AKK_LEVEL_SUPRALOCAL, "supralocal", N_ ("Supralocal: several municipalities") },
  { AKK_LEVEL_CENTRAL, "central", N_ ("Central") },
  { AKK_LEVEL_FLEMISH, "flemish", N_ ("Flemish") },
  { 0, NULL, NULL },
};

const AkkChoice akk_agreement_stages[] = {
  { AKK_STAGE_CONCEPT, "concept", N_ ("Draft") },
  { AKK_STAGE_DECISION, "decision", N_ ("Decisions") },
  { AKK_STAGE_SIGNING, "signing", N_ ("Signing") },
  { AKK_STAGE_RUNNING, "running", N_ ("Running") },
  { AKK_STAGE_ENDED, "ended", N_ ("Ended") },
  { 0, NULL, NULL },
};

const char *
akk_agreement_language (const AkkAgreement *self)
{
  for (const AkkChoice *choice = akk_languages; choice->code != NULL; choice++)
    if (choice->value == self->language)
      return choice->code;
  return akk_languages[0].code;
}

static int
compare_by_start (gconstpointer a, gconstpointer b)
{
  const AkkAgreement *one = *(AkkAgreement *const *) a, *two = *(AkkAgreement *const *) b;
  gint64 order_one = akk_agreement_order (one->starts_on, one->ends_on);
  gint64 order_two = akk_agreement_order (two->starts_on, two->ends_on);

  if (order_one != order_two)
    return order_one < order_two ? -1 : 1;
  return one->record.id < two->record.id ? -1 : one->record.id > two->record.id;
}

static GPtrArray *
list_agreements (AkkStore *store)
{
  g_autoptr (GListModel) list = akk_store_list (store, &akk_agreement_record, NULL, 0);
  GPtrArray *agreements = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (agreements, g_list_model_get_item (list, i));
  g_ptr_array_sort (agreements, compare_by_start);
  return agreements;
}

gint64
akk_agreement_order (gint64 starts_on, gint64 ends_on)
{
  if (starts_on != AKK_NO_DATE)
    return starts_on;
  return ends_on != AKK_NO_DATE ? ends_on : G_MAXINT64;
}

AkkAgreement *
akk_agreement_nth (AkkStore *store, guint number)
{
  g_autoptr (GPtrArray) agreements = list_agreements (store);

  return number >= 1 && number <= agreements->len ? g_object_ref (agreements->pdata[number - 1])
                                                  : NULL;
}

AkkAgreement *
akk_agreement_current (AkkStore *store)
{
  g_autoptr (GPtrArray) agreements = list_agreements (store);

  for (guint i = 0; i < agreements->len; i++) {
    AkkAgreement *agreement = agreements->pdata[i];
    if (agreement->stage != AKK_STAGE_ENDED || i + 1 == agreements->len)
      return g_object_ref (agreement);
  }
  return NULL;
}
