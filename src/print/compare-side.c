/* What can be compared: the versions of an agreement, and the agreement as it is now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/compare-print.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/frozen.h"
#include "core/section.h"
#include "core/signing.h"
#include "print/freeze.h"

/* Agreements that are followed back; two that succeed each other would go on for ever. */
#define MOST_BEFORE 8

AkkCompareSide *
akk_compare_side_new (AkkAgreement *agreement, AkkVersion *version)
{
  AkkCompareSide *self = g_new0 (AkkCompareSide, 1);

  self->agreement = g_object_ref (agreement);
  g_set_object (&self->version, version);
  return self;
}

AkkCompareSide *
akk_compare_side_copy (const AkkCompareSide *self)
{
  return akk_compare_side_new (self->agreement, self->version);
}

void
akk_compare_side_free (AkkCompareSide *self)
{
  g_object_unref (self->agreement);
  g_clear_object (&self->version);
  g_free (self);
}

GPtrArray *
akk_compare_sides (AkkStore *store, AkkAgreement *agreement)
{
  GPtrArray *sides = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_compare_side_free);
  g_autoptr (AkkAgreement) one = g_object_ref (agreement);

  for (guint n = 0; one != NULL && n <= MOST_BEFORE; n++) {
    g_autoptr (GPtrArray) versions = akk_version_list (store, one);
    AkkAgreement *before = one->predecessor_id != one->record.id
                               ? akk_store_get (store, &akk_agreement_record, one->predecessor_id)
                               : NULL;

    g_ptr_array_add (sides, akk_compare_side_new (one, NULL));
    for (guint i = 0; i < versions->len; i++)
      g_ptr_array_add (sides, akk_compare_side_new (one, versions->pdata[i]));
    g_object_unref (one);
    one = before;
  }
  return sides;
}

gboolean
akk_compare_sides_likely (GPtrArray *sides, guint *old, guint *now)
{
  *now = 0;
  *old = sides->len > 1 ? 1 : 0;
  return sides->len > 1;
}

static char *
content_of (AkkStore *store, const AkkCompareSide *self, GError **error)
{
  if (self->version != NULL)
    return akk_version_check (store, self->version, error) ? g_strdup (self->version->content)
                                                           : NULL;
  return akk_freeze_content (store, self->agreement, 0, akk_store_today (store), error);
}

AkkCompareText *
akk_compare_side_read (AkkStore *store,
                       const AkkCompareSide *self,
                       AkkPhrases *phrases,
                       GError **error)
{
  g_autofree char *content = content_of (store, self, error);
  g_autoptr (GListModel) sections = NULL;
  g_autoptr (GPtrArray) outline = NULL;
  AkkCompareText *text;

  if (content == NULL)
    return NULL;
  sections =
      akk_store_list (store, &akk_section_record, "agreement_id", self->agreement->record.id);
  outline = akk_outline_new (sections, akk_agreement_language (self->agreement));
  text = akk_compare_read (content, self->version == NULL ? outline : NULL, phrases);
  if (text != NULL && self->version != NULL)
    akk_compare_text_find_places (text, outline);
  if (text == NULL)
    g_set_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_DAMAGED,
                 _ ("Version %d cannot be read: it holds no agreement. Do not use it; open an "
                    "earlier copy."),
                 self->version != NULL ? (int) self->version->number : 0);
  return text;
}

char *
akk_compare_side_name (AkkStore *store,
                       const AkkCompareSide *self,
                       const AkkAgreement *about,
                       AkkPhrases *phrases)
{
  const AkkAgreement *agreement = self->agreement;
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  gint64 day = self->version != NULL ? self->version->frozen_on : akk_store_today (store);
  gint64 n = self->version != NULL ? self->version->number : 0;
  g_autofree char *date = akk_phrases_date (phrases, day);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  g_autofree char *which =
      akk_phrases_format (phrases, self->version != NULL ? "compare-version" : "compare-now",
                          "number", number, "date", date, NULL);

  return about != NULL && agreement->record.id == about->record.id
             ? g_steal_pointer (&which)
             : g_strdup_printf ("%s, %s", name, which);
}
