/* The verbs that print.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "print/agreement-pdf.h"

/* By start date, those without one last. */
static int
compare_agreements_cb (gconstpointer a, gconstpointer b)
{
  const AkkAgreement *one = *(const AkkAgreement *const *) a;
  const AkkAgreement *other = *(const AkkAgreement *const *) b;
  gint64 one_start = one->starts_on == AKK_NO_DATE ? G_MAXINT64 : one->starts_on;
  gint64 other_start = other->starts_on == AKK_NO_DATE ? G_MAXINT64 : other->starts_on;

  if (one_start != other_start)
    return one_start < other_start ? -1 : 1;
  return one->record.id < other->record.id ? -1 : one->record.id > other->record.id;
}

static GPtrArray *
load_agreements (AkkStore *store)
{
  g_autoptr (GListModel) list = akk_store_list (store, &akk_agreement_record, NULL, 0);
  GPtrArray *agreements = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (agreements, g_list_model_get_item (list, i));
  g_ptr_array_sort (agreements, compare_agreements_cb);
  return agreements;
}

int
akk_verb_print_agreement (char **words, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (GPtrArray) agreements = NULL;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreements = load_agreements (store);
  if (number > agreements->len) {
    g_autofree char *asked = g_strdup_printf ("%" G_GINT64_FORMAT, number);
    g_autofree char *message = g_strdup_printf (
        ngettext ("There is no agreement %s: the dossier holds %u.",
                  "There is no agreement %s: the dossier holds %u.", agreements->len),
        asked, agreements->len);

    return akk_verb_fail (AKK_EXIT_REFUSED, message);
  }
  if (!akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  if (akk_agreement_write_pdf (store, g_ptr_array_index (agreements, number - 1), words[1], &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
}
