/* Every record type of the program: what a dossier holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agreement.h"
#include "core/dossier-info.h"
#include "core/section.h"

const AkkRecordType *const akk_record_types[] = {
  &akk_dossier_info_record,
  &akk_agreement_record,
  &akk_section_record,
  NULL,
};
