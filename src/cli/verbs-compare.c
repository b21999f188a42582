/* The verb that compares versions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "print/compare-print.h"

/* The version of the agreement itself with a number or code, as a place in the list. */
static gboolean
find_side (GPtrArray *sides, AkkAgreement *agreement, gint64 number, const char *code, guint *found)
{
  for (guint i = 0; i < sides->len; i++) {
    const AkkCompareSide *side = sides->pdata[i];

    if (side->agreement->record.id == agreement->record.id && side->version != NULL &&
        (*code != '\0' ? g_str_equal (side->version->code, code)
                       : side->version->number == number)) {
      *found = i;
      return TRUE;
    }
  }
  return FALSE;
}

static int
refuse (const char *message)
{
  return akk_verb_fail (AKK_EXIT_REFUSED, message);
}

static int
write_changes (const AkkVerbJob *job, GError **error)
{
  const AkkCall *call = job->call;
  g_autoptr (GPtrArray) sides = akk_compare_sides (job->store, job->agreement);
  g_autoptr (AkkDocument) document = NULL;
  guint old, now;

  if (!akk_compare_sides_likely (sides, &old, &now))
    return refuse (_ ("There is nothing to compare with: the agreement has no version and no "
                      "predecessor."));
  if ((akk_verb_names_version (call) &&
       !find_side (sides, job->agreement, call->version, call->version_code, &old)) ||
      (call->with > 0 && !find_side (sides, job->agreement, call->with, "", &now)))
    return refuse (_ ("There is no such version of this agreement."));
  document = akk_compare_document_new (job->store, sides->pdata[old], sides->pdata[now], error);
  return akk_verb_write_document (document, job->out, error);
}

int
akk_verb_print_changes (char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, akk_verb_agreement, write_changes, 0);
}
