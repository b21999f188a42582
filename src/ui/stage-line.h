/* The life cycle of an agreement on one line: what is done, where it stands, what it waits for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/signing.h"

G_BEGIN_DECLS

/* Property "narrow" (gboolean): one sentence, "Step 3 of 5: Signing". */
#define AKK_TYPE_STAGE_LINE (akk_stage_line_get_type ())
G_DECLARE_FINAL_TYPE (AkkStageLine, akk_stage_line, AKK, STAGE_LINE, AdwBin)

/* Shows the agreement as it is now; ask again when it or its signatures change. */
void akk_stage_line_show (AkkStageLine *self,
                          AkkStore *store,
                          AkkAgreement *agreement,
                          const AkkSigning *signing);

G_END_DECLS
