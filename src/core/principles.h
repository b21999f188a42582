/* The principles of an agreement: what its test card asks of every action.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/principle.h"
#include "core/store.h"

G_BEGIN_DECLS

/* A set to begin with, in the language of the agreement: ten short questions. In no store. Elements
 * AkkPrinciple. Errors: of GKeyFile and GFileError. */
GPtrArray *akk_principles_first (AkkAgreement *agreement, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes a principle away with what the actions answered to it; inside an action. */
void akk_principle_delete (AkkStore *store, AkkPrinciple *principle);

G_END_DECLS
