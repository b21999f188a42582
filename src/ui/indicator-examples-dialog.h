/* The dialog that adds example indicators to an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_INDICATOR_EXAMPLES_DIALOG (akk_indicator_examples_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkIndicatorExamplesDialog,
                      akk_indicator_examples_dialog,
                      AKK,
                      INDICATOR_EXAMPLES_DIALOG,
                      AdwDialog)

/* What is ticked is added as one action. */
AdwDialog *akk_indicator_examples_dialog_new (AkkStore *store, AkkAgreement *agreement);

G_END_DECLS
