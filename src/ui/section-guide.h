/* What stands below the text about the section at the caret: what belongs in it, and whether what
 * was taken over still holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/rubrics.h"

G_BEGIN_DECLS

#define AKK_TYPE_SECTION_GUIDE (akk_section_guide_get_type ())
G_DECLARE_FINAL_TYPE (AkkSectionGuide, akk_section_guide, AKK, SECTION_GUIDE, AdwBin)

/* `rubrics` and `entry` are NULL where the section fills none; `section` NULL: there is none.
 * `n_open` sections are still to be read. */
void akk_section_guide_set_section (AkkSectionGuide *self,
                                    const AkkRubrics *rubrics,
                                    const AkkRubricEntry *entry,
                                    const AkkSection *section,
                                    guint n_open);
/* Whether it is to be seen where there is something to say. */
void akk_section_guide_set_wanted (AkkSectionGuide *self, gboolean wanted);
/* Whether there is something to say. */
gboolean akk_section_guide_speaks (AkkSectionGuide *self);

/* Signal "hidden" (AkkSectionGuide *): the user sent it away. Its buttons activate "text.review"
 * (s) and "text.next-to-read". */

G_END_DECLS
