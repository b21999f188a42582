/* The dialog that renames and renumbers a section, and says what stands in an annex.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/section.h"
#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_SECTION_DIALOG (akk_section_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkSectionDialog, akk_section_dialog, AKK, SECTION_DIALOG, AdwDialog)

/* Edits a duplicate of `section`, which stands in `outline`, and applies it to the store as one
 * action. */
AkkSectionDialog *akk_section_dialog_new (AkkStore *store, GPtrArray *outline, AkkSection *section);

G_END_DECLS
