/* What a dossier says of itself: one record per file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* clang-format off */
#define AKK_DOSSIER_INFO_FIELDS(F, T)                                                               \
  F (T, TEXT, name,  N_("Name"), .required = TRUE, .search = TRUE)                                  \
  F (T, DATE, today, N_("Date that counts as today"))
/* clang-format on */

AKK_DECLARE_RECORD (AkkDossierInfo, akk_dossier_info, AKK_DOSSIER_INFO_FIELDS)

G_END_DECLS
