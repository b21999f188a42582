/* What keeps annexes and pictures from standing in a document, or the document from lasting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/annex-flaws.h"

#include <glib/gi18n.h>

#include "core/section.h"
#include "print/pack-internal.h"
#include "print/picture.h"

static guint
annex_flaws (GBytes *bytes)
{
  AkkAnnexState state;
  g_autoptr (AkkAnnex) annex = akk_annex_new (bytes, &state);
  AkkAnnexFaults faults = annex != NULL ? akk_annex_faults (annex) : 0;

  return (annex == NULL ? AKK_ANNEX_UNREADABLE : 0) |
         (faults & AKK_ANNEX_LACKS_FONTS ? AKK_ANNEX_WITHOUT_FONTS : 0) |
         (faults & AKK_ANNEX_HAS_INKS ? AKK_ANNEX_IN_INKS : 0);
}

static guint
figure_flaws (GBytes *bytes)
{
  g_autoptr (AkkPicture) picture = akk_picture_new (bytes, NULL);

  return picture != NULL ? 0 : AKK_ANNEX_UNREADABLE;
}

typedef struct {
  GMutex mutex;
  GHashTable *flaws; /* sha256 → flaws */
} Known;

/* A file is called by what is in it: what is known of one is true for ever. */
static guint
look_up (Known *known, AkkStore *store, const char *sha256, guint (*read) (GBytes *bytes))
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&known->mutex);
  g_autoptr (GBytes) bytes = NULL;
  gpointer flaws;

  if (known->flaws == NULL)
    known->flaws = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_lookup_extended (known->flaws, sha256, NULL, &flaws))
    return GPOINTER_TO_UINT (flaws);
  bytes = akk_store_get_blob (store, sha256, NULL);
  if (bytes == NULL)
    return AKK_ANNEX_UNREADABLE;
  flaws = GUINT_TO_POINTER (read (bytes));
  g_hash_table_insert (known->flaws, g_strdup (sha256), flaws);
  return GPOINTER_TO_UINT (flaws);
}

AkkAnnexFlaws
akk_annex_flaws (AkkStore *store, const char *sha256)
{
  static Known annexes;

  return look_up (&annexes, store, sha256, annex_flaws);
}

gboolean
akk_figure_is_readable (AkkStore *store, const char *sha256)
{
  static Known figures;

  return look_up (&figures, store, sha256, figure_flaws) == 0;
}

char *
akk_annex_caution (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GListModel) sections =
      akk_store_list (store, &akk_section_record, "agreement_id", agreement->record.id);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (sections, i);

    if (section->scheme == AKK_SCHEME_ANNEX && section->content == AKK_CONTENT_PDF &&
        *section->file != '\0' &&
        akk_annex_flaws (store, section->file) & (AKK_ANNEX_WITHOUT_FONTS | AKK_ANNEX_IN_INKS))
      g_string_append_printf (names, "%s“%s”", n++ > 0 ? ", " : "", section->heading);
  }
  if (n == 0)
    return NULL;
  /* Translators: names of annexes. */
  return g_strdup_printf (
      ngettext (
          "%s lacks fonts or has colours for a printing press only. The document is therefore "
          "an ordinary PDF, not one for the archive (PDF/A).",
          "%s lack fonts or have colours for a printing press only. The document is therefore "
          "an ordinary PDF, not one for the archive (PDF/A).",
          n),
      names->str);
}
