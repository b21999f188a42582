/* A person of the register. A name is entered here and nowhere else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `title_form` is how the text speaks of the person: mevrouw, de heer. */
/* clang-format off */
#define AKK_PERSON_FIELDS(F, T) \
  F (T, ENUM, title_form, N_("Title"), .values = akk_title_forms) \
  F (T, TEXT, name, N_("Name"), .required = TRUE, .search = TRUE) \
  F (T, TEXT, email, N_("E-mail"), .search = TRUE) \
  F (T, TEXT, phone, N_("Phone"), .search = TRUE)
/* clang-format on */

typedef enum { AKK_TITLE_NONE, AKK_TITLE_MRS, AKK_TITLE_MR } AkkTitleForm;
extern const AkkChoice akk_title_forms[];
AKK_DECLARE_RECORD (AkkPerson, akk_person, AKK_PERSON_FIELDS)

G_END_DECLS
