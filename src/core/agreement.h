/* An agreement: what the parties promise one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

/* The properties of an agreement. `title` is the kind as people name it
 * ("Samenwerkingsovereenkomst"), `subtitle` says between whom, `motto` is the slogan under it,
 * `eyebrow` the line above the title. */
/* clang-format off */
#define AKK_AGREEMENT_FIELDS(F, T)                                                                  \
  F (T, TEXT, title,       N_("Title"),      .required = TRUE, .search = TRUE)                      \
  F (T, TEXT, short_title, N_("Short title"), .search = TRUE)                                       \
  F (T, TEXT, eyebrow,     N_("Line above the title"))                                              \
  F (T, TEXT, subtitle,    N_("Between"),    .search = TRUE)                                        \
  F (T, TEXT, motto,       N_("Motto"),      .search = TRUE)                                        \
  F (T, DATE, starts_on,   N_("Start"))                                                             \
  F (T, DATE, ends_on,     N_("End"))                                                               \
  F (T, ENUM, language,    N_("Language"),   .values = akk_languages)
/* clang-format on */

extern const AkkChoice akk_languages[]; /* code: a BCP 47 tag such as "nl-BE" */
AKK_DECLARE_RECORD (AkkAgreement, akk_agreement, AKK_AGREEMENT_FIELDS)

/* The BCP 47 tag of the agreement's language. */
const char *akk_agreement_language (const AkkAgreement *self);
/* The agreement with this number, counted from 1 by start date (those without a date last), then
 * id; NULL when there are fewer. */
AkkAgreement *akk_agreement_nth (AkkStore *store, guint number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
