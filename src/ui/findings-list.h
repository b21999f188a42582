/* What a check found, as rows: what must be mended before freezing, and what to think about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/findings.h"

G_BEGIN_DECLS

/* Properties: "blocking-title" stands above what blocks, "nothing-found" where there is nothing;
 * they are those of an agreement that is to be frozen, unless a template says otherwise. */
#define AKK_TYPE_FINDINGS_LIST (akk_findings_list_get_type ())
G_DECLARE_FINAL_TYPE (AkkFindingsList, akk_findings_list, AKK, FINDINGS_LIST, AdwBin)

GtkWidget *akk_findings_list_new (void);
/* Offers to mend and to accept what is found in this agreement; NULL and NULL: only to go there. */
void
akk_findings_list_set_agreement (AkkFindingsList *self, AkkStore *store, AkkAgreement *agreement);
/* Elements: AkkFinding; a reference is taken. NULL: none. */
void akk_findings_list_set_findings (AkkFindingsList *self, GPtrArray *findings);

/* Signal "finding-activated" (AkkFindingsList *, const AkkFinding *): somebody wants to go there.
 *
 * Signal "changing" (AkkFindingsList *): something is about to be mended; store what is being
 * typed. Then "mended" (AkkFindingsList *, const AkkFinding *). All that changes is told by the
 * store. */

G_END_DECLS
