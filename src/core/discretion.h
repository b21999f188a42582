/* Leaves persons out of what is made public.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrases.h"
#include "core/store.h"

G_BEGIN_DECLS

typedef struct _AkkDiscretion AkkDiscretion;

/* Knows all persons of the register: their names (as a whole, and the family name where no
 * organisation bears it), e-mail addresses and phone numbers; and what looks like a name where it
 * was typed who leads an action. */
AkkDiscretion *akk_discretion_new (AkkStore *store, AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;
void akk_discretion_free (AkkDiscretion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkDiscretion, akk_discretion_free)

/* The text with each name replaced by "een medewerker", each address and number by an ellipsis; any
 * e-mail address counts, also of who is in no register. */
char *akk_discretion_hide (AkkDiscretion *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
