/* Every record type of the program: what a dossier holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/agreement.h"
#include "core/body.h"
#include "core/council-decision.h"
#include "core/dossier-info.h"
#include "core/office.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/person.h"
#include "core/priority.h"
#include "core/representative.h"
#include "core/section.h"
#include "core/signatory.h"
#include "core/signature.h"
#include "core/version.h"

/* clang-format off */
AKK_DEFINE_RECORD (AkkDossierInfo, akk_dossier_info, "dossier_info", N_("Dossier"), AKK_DOSSIER_INFO_FIELDS)
AKK_DEFINE_RECORD (AkkAgreement, akk_agreement, "agreement", N_("Agreement"), AKK_AGREEMENT_FIELDS)
AKK_DEFINE_RECORD (AkkSection, akk_section, "section", N_("Section"), AKK_SECTION_FIELDS)
AKK_DEFINE_RECORD (AkkOrganisation, akk_organisation, "organisation", N_("Organisation"), AKK_ORGANISATION_FIELDS)
AKK_DEFINE_RECORD (AkkPerson, akk_person, "person", N_("Person"), AKK_PERSON_FIELDS)
AKK_DEFINE_RECORD (AkkOffice, akk_office, "office", N_("Function"), AKK_OFFICE_FIELDS)
AKK_DEFINE_RECORD (AkkParty, akk_party, "party", N_("Party"), AKK_PARTY_FIELDS)
AKK_DEFINE_RECORD (AkkRepresentative, akk_representative, "representative", N_("Representative"), AKK_REPRESENTATIVE_FIELDS)
AKK_DEFINE_RECORD (AkkCouncilDecision, akk_council_decision, "council_decision", N_("Council decision"), AKK_COUNCIL_DECISION_FIELDS)
AKK_DEFINE_RECORD (AkkPriority, akk_priority, "priority", N_("Priority"), AKK_PRIORITY_FIELDS)
AKK_DEFINE_RECORD (AkkBody, akk_body, "body", N_("Body"), AKK_BODY_FIELDS)
AKK_DEFINE_RECORD (AkkVersion, akk_version, "agreement_version", N_("Version"), AKK_VERSION_FIELDS, .permanent = TRUE)
AKK_DEFINE_RECORD (AkkSignatory, akk_signatory, "signatory", N_("Signatory"), AKK_SIGNATORY_FIELDS, .permanent = TRUE)
AKK_DEFINE_RECORD (AkkSignature, akk_signature, "signature", N_("Signature"), AKK_SIGNATURE_FIELDS)

const AkkRecordType *const akk_record_types[] = {
  &akk_dossier_info_record,
  &akk_agreement_record,
  &akk_section_record,
  &akk_organisation_record,
  &akk_person_record,
  &akk_office_record,
  &akk_party_record,
  &akk_representative_record,
  &akk_council_decision_record,
  &akk_priority_record,
  &akk_body_record,
  &akk_version_record,
  &akk_signatory_record,
  &akk_signature_record,
  NULL,
};
/* clang-format on */
