/* What a dossier says of itself: one record per file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dossier-info.h"

#include <glib/gi18n.h>

AKK_DEFINE_RECORD (
    AkkDossierInfo, akk_dossier_info, "dossier_info", N_ ("Dossier"), AKK_DOSSIER_INFO_FIELDS)
