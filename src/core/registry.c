/* Every record type of the program: what a dossier holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/acceptance.h"
#include "core/action.h"
#include "core/agenda-item.h"
#include "core/agreement.h"
#include "core/appraisal.h"
#include "core/attachment.h"
#include "core/attendance.h"
#include "core/bearing.h"
#include "core/body.h"
#include "core/contact.h"
#include "core/contribution.h"
#include "core/council-decision.h"
#include "core/day-off.h"
#include "core/decision.h"
#include "core/definition.h"
#include "core/delegate.h"
#include "core/dossier-info.h"
#include "core/evaluation.h"
#include "core/fulfilment.h"
#include "core/indicator.h"
#include "core/log-entry.h"
#include "core/measurement.h"
#include "core/meeting.h"
#include "core/office.h"
#include "core/organisation.h"
#include "core/parked.h"
#include "core/party.h"
#include "core/person.h"
#include "core/plan.h"
#include "core/principle.h"
#include "core/priority.h"
#include "core/representative.h"
#include "core/seat.h"
#include "core/section.h"
#include "core/signal-step.h"
#include "core/signal.h"
#include "core/signatory.h"
#include "core/signature.h"
#include "core/standing-item.h"
#include "core/target.h"
#include "core/thread.h"
#include "core/unavailable.h"
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
AKK_DEFINE_RECORD (AkkDefinition, akk_definition, "definition", N_("Definition"), AKK_DEFINITION_FIELDS)
AKK_DEFINE_RECORD (AkkAcceptance, akk_acceptance, "acceptance", N_("Accepted finding"), AKK_ACCEPTANCE_FIELDS)
AKK_DEFINE_RECORD (AkkPriority, akk_priority, "priority", N_("Priority"), AKK_PRIORITY_FIELDS)
AKK_DEFINE_RECORD (AkkBody, akk_body, "body", N_("Body"), AKK_BODY_FIELDS)
AKK_DEFINE_RECORD (AkkVersion, akk_version, "agreement_version", N_("Version"), AKK_VERSION_FIELDS, .permanent = TRUE)
AKK_DEFINE_RECORD (AkkSignatory, akk_signatory, "signatory", N_("Signatory"), AKK_SIGNATORY_FIELDS, .permanent = TRUE)
AKK_DEFINE_RECORD (AkkSignature, akk_signature, "signature", N_("Signature"), AKK_SIGNATURE_FIELDS)
AKK_DEFINE_RECORD (AkkSeat, akk_seat, "seat", N_("Seat"), AKK_SEAT_FIELDS)
AKK_DEFINE_RECORD (AkkDelegate, akk_delegate, "delegate", N_("Delegate"), AKK_DELEGATE_FIELDS)
AKK_DEFINE_RECORD (AkkStandingItem, akk_standing_item, "standing_item", N_("Standing item"), AKK_STANDING_ITEM_FIELDS)
AKK_DEFINE_RECORD (AkkMeeting, akk_meeting, "meeting", N_("Meeting"), AKK_MEETING_FIELDS)
AKK_DEFINE_RECORD (AkkThread, akk_thread, "thread", N_("Subject followed"), AKK_THREAD_FIELDS)
AKK_DEFINE_RECORD (AkkAgendaItem, akk_agenda_item, "agenda_item", N_("Agenda item"), AKK_AGENDA_ITEM_FIELDS)
AKK_DEFINE_RECORD (AkkParked, akk_parked, "parked", N_("Parked subject"), AKK_PARKED_FIELDS)
AKK_DEFINE_RECORD (AkkAttachment, akk_attachment, "attachment", N_("Attachment"), AKK_ATTACHMENT_FIELDS)
AKK_DEFINE_RECORD (AkkAttendance, akk_attendance, "attendance", N_("Attendance"), AKK_ATTENDANCE_FIELDS)
AKK_DEFINE_RECORD (AkkDecision, akk_decision, "decision", N_("Decision"), AKK_DECISION_FIELDS)
AKK_DEFINE_RECORD (AkkAction, akk_action, "action", N_("Action"), AKK_ACTION_FIELDS)
AKK_DEFINE_RECORD (AkkContact, akk_contact, "contact", N_("Contact"), AKK_CONTACT_FIELDS)
AKK_DEFINE_RECORD (AkkPlan, akk_plan, "plan", N_("Action plan"), AKK_PLAN_FIELDS)
AKK_DEFINE_RECORD (AkkContribution, akk_contribution, "contribution", N_("Contribution"), AKK_CONTRIBUTION_FIELDS)
AKK_DEFINE_RECORD (AkkFulfilment, akk_fulfilment, "fulfilment", N_("Commitment carried out"), AKK_FULFILMENT_FIELDS)
AKK_DEFINE_RECORD (AkkLogEntry, akk_log_entry, "log_entry", N_("News of an action"), AKK_LOG_ENTRY_FIELDS)
AKK_DEFINE_RECORD (AkkPrinciple, akk_principle, "principle", N_("Principle"), AKK_PRINCIPLE_FIELDS)
AKK_DEFINE_RECORD (AkkAppraisal, akk_appraisal, "appraisal", N_("Test of an action"), AKK_APPRAISAL_FIELDS)
AKK_DEFINE_RECORD (AkkSignal, akk_signal, "signal", N_("Signal"), AKK_SIGNAL_FIELDS)
AKK_DEFINE_RECORD (AkkSignalStep, akk_signal_step, "signal_step", N_("Move of a signal"), AKK_SIGNAL_STEP_FIELDS)
AKK_DEFINE_RECORD (AkkUnavailable, akk_unavailable, "unavailable", N_("Unavailable"), AKK_UNAVAILABLE_FIELDS)
AKK_DEFINE_RECORD (AkkDayOff, akk_day_off, "day_off", N_("Day off"), AKK_DAY_OFF_FIELDS)
AKK_DEFINE_RECORD (AkkIndicator, akk_indicator, "indicator", N_("Indicator"), AKK_INDICATOR_FIELDS)
AKK_DEFINE_RECORD (AkkMeasurement, akk_measurement, "measurement", N_("Measurement"), AKK_MEASUREMENT_FIELDS)
AKK_DEFINE_RECORD (AkkTarget, akk_target, "target", N_("Target"), AKK_TARGET_FIELDS)
AKK_DEFINE_RECORD (AkkBearing, akk_bearing, "bearing", N_("What an indicator bears on"), AKK_BEARING_FIELDS)
AKK_DEFINE_RECORD (AkkEvaluation, akk_evaluation, "evaluation", N_("Evaluation report"), AKK_EVALUATION_FIELDS)
AKK_DEFINE_RECORD (AkkEvaluationPart, akk_evaluation_part, "evaluation_part", N_("Part of an evaluation report"), AKK_EVALUATION_PART_FIELDS)
AKK_DEFINE_RECORD (AkkConclusion, akk_conclusion, "conclusion", N_("Conclusion"), AKK_CONCLUSION_FIELDS)

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
  &akk_seat_record,
  &akk_delegate_record,
  &akk_standing_item_record,
  &akk_meeting_record,
  &akk_thread_record,
  &akk_agenda_item_record,
  &akk_parked_record,
  &akk_attachment_record,
  &akk_attendance_record,
  &akk_decision_record,
  &akk_action_record,
  &akk_contact_record,
  &akk_plan_record,
  &akk_contribution_record,
  &akk_fulfilment_record,
  &akk_log_entry_record,
  &akk_principle_record,
  &akk_appraisal_record,
  &akk_signal_record,
  &akk_signal_step_record,
  &akk_unavailable_record,
  &akk_day_off_record,
  &akk_indicator_record,
  &akk_measurement_record,
  &akk_target_record,
  &akk_bearing_record,
  &akk_evaluation_record,
  &akk_evaluation_part_record,
  &akk_conclusion_record,
  &akk_definition_record,
  &akk_acceptance_record,
  NULL,
};
/* clang-format on */
