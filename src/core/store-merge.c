/* Taking over what another copy of the dossier has.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/store-private.h"

gboolean
akk_store_merge (AkkStore *self, const char *path, guint *n_conflicts, GError **error)
{
  g_set_error_literal (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED,
                       _ ("These two copies cannot be brought together. Keep both."));
  return FALSE;
}
