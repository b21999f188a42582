/* A form with all figures of a municipality for a year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/store.h"

G_BEGIN_DECLS

/* `party_id` 0: what is measured for the region alone. Saving is one step of the store. */
#define AKK_TYPE_MEASUREMENT_FORM_DIALOG (akk_measurement_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkMeasurementFormDialog, akk_measurement_form_dialog, AKK, MEASUREMENT_FORM_DIALOG, AdwDialog)

AdwDialog *akk_measurement_form_dialog_new (AkkStore *store,
                                            AkkAgreement *agreement,
                                            gint64 party_id,
                                            int year);

G_END_DECLS
