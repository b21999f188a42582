/* An agreement: what the parties promise one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

/* The properties of an agreement. `title` is the kind as people name it
 * ("Samenwerkingsovereenkomst"), `subtitle` says between whom, `motto` is the slogan under it,
 * `eyebrow` the line above the title. `frames`: one a line.
 * `notice_months` 0: no term is named. `dispute`: who mediates, in a sentence; "" for no clause.
 * `first_plan_months`: the first action plans come within so many months after the last signature;
 * 0: the agreement does not say. */
/* An addendum has `amends_id`, the agreement that it adds to. `template`: from which it was made
 * (templates.h); "" for none. `code_address` is where a QR code of somebody else leads, such as the
 * one with which a city vouches for its decisions; `code_label` stands beside it. */
/* clang-format off */
#define AKK_AGREEMENT_FIELDS(F, T)                                                                  \
  F (T, TEXT, title,       N_("Title"),      .required = TRUE, .search = TRUE)                      \
  F (T, TEXT, short_title, N_("Short title"), .search = TRUE)                                       \
  F (T, TEXT, eyebrow,     N_("Line above the title"))                                              \
  F (T, TEXT, subtitle,    N_("Between"),    .search = TRUE)                                        \
  F (T, TEXT, motto,       N_("Motto"),      .search = TRUE)                                        \
  F (T, DATE, starts_on,   N_("Start"))                                                             \
  F (T, DATE, ends_on,     N_("End"))                                                               \
  F (T, ENUM, language,    N_("Language"),   .values = akk_languages)                               \
  F (T, ENUM, kind,        N_("Kind"),       .values = akk_agreement_kinds)                         \
  F (T, ENUM, level,       N_("Level"),      .values = akk_agreement_levels)                        \
  F (T, ENUM, stage,       N_("Stage"),      .values = akk_agreement_stages)                        \
  F (T, TEXT, frames,      N_("Frames it works within"), .search = TRUE)                            \
  F (T, BOOL, starts_at_signing, N_("Starts at signing"))                                           \
  F (T, BOOL, indefinite,  N_("Indefinite"))                                                        \
  F (T, INT,  notice_months, N_("Notice in months"), .min = 0, .max = 120)                          \
  F (T, TEXT, dispute,     N_("Disputes"),   .search = TRUE)                                        \
  F (T, REF,  predecessor_id, N_("Predecessor"), .table = "agreement")                              \
  F (T, BOOL, yearly_plan, N_("An action plan every year"), .working = TRUE)                        \
  F (T, REF,  plan_section_id, N_("Clause of the action plan"), .table = "section", .working = TRUE) \
  F (T, INT,  first_plan_months, N_("Months up to the first plan"), .max = 60, .working = TRUE)     \
  F (T, REF,  first_plan_section_id, N_("Clause of the first plan"), .table = "section", .working = TRUE) \
  F (T, REF,  amends_id,   N_("Adds to"), .table = "agreement")                                     \
  F (T, TEXT, template,    N_("Template"), .working = TRUE)                                         \
  F (T, TEXT, code_address, N_("Address of an external QR code"))                                   \
  F (T, TEXT, code_label,  N_("Text beside the external QR code"))
/* clang-format on */

typedef enum {
  AKK_AGREEMENT_COOPERATION, /* samenwerkingsovereenkomst */
  AKK_AGREEMENT_PARTNERSHIP, /* partnerschapsovereenkomst */
  AKK_AGREEMENT_STATEMENT, /* engagementsverklaring */
  AKK_AGREEMENT_PACT,
  AKK_AGREEMENT_ADDENDUM,
} AkkAgreementKind;
typedef enum {
  AKK_LEVEL_LOCAL,
  AKK_LEVEL_SUPRALOCAL,
  AKK_LEVEL_CENTRAL,
  AKK_LEVEL_FLEMISH,
} AkkAgreementLevel;
/* The life cycle; it is set by hand or by freezing and signing, never by the calendar alone. */
typedef enum {
  AKK_STAGE_CONCEPT,
  AKK_STAGE_DECISION, /* councils decide */
  AKK_STAGE_SIGNING,
  AKK_STAGE_RUNNING,
  AKK_STAGE_ENDED,
} AkkAgreementStage;
extern const AkkChoice akk_agreement_kinds[];
extern const AkkChoice akk_agreement_levels[];
extern const AkkChoice akk_agreement_stages[];
extern const AkkChoice akk_languages[]; /* code: a BCP 47 tag such as "nl-BE" */
AKK_DECLARE_RECORD (AkkAgreement, akk_agreement, AKK_AGREEMENT_FIELDS)

/* The BCP 47 tag of the agreement's language. */
const char *akk_agreement_language (const AkkAgreement *self);
/* The agreement with this number, counted from 1 by akk_agreement_order (), then id; NULL
 * when there are fewer. */
AkkAgreement *akk_agreement_nth (AkkStore *store, guint number) G_GNUC_WARN_UNUSED_RESULT;
/* By what agreements are ordered: the start; the end of one that has no start, so that one that
 * starts at signing comes before what follows it; those without a date last. */
gint64 akk_agreement_order (gint64 starts_on, gint64 ends_on);
/* The one that people mean when they name none: the first of these that has not ended, or the last
 * of all; NULL: there is none. */
AkkAgreement *akk_agreement_current (AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
