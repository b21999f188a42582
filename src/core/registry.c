/* Every record type of the program: what a dossier holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/agreement.h"
#include "core/dossier-info.h"
#include "core/section.h"

/* clang-format off */
AKK_DEFINE_RECORD (AkkDossierInfo, akk_dossier_info, "dossier_info", N_("Dossier"), AKK_DOSSIER_INFO_FIELDS)
AKK_DEFINE_RECORD (AkkAgreement, akk_agreement, "agreement", N_("Agreement"), AKK_AGREEMENT_FIELDS)
AKK_DEFINE_RECORD (AkkSection, akk_section, "section", N_("Section"), AKK_SECTION_FIELDS)

const AkkRecordType *const akk_record_types[] = {
  &akk_dossier_info_record,
  &akk_agreement_record,
  &akk_section_record,
  NULL,
};
/* clang-format on */
