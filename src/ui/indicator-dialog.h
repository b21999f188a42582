/* The dialogs of an indicator: the indicator whole, a target, what it belongs to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bearing.h"
#include "core/measurement-names.h"
#include "core/target.h"
#include "ui/indicator-scope.h"
#include "ui/record-dialog.h"

G_BEGIN_DECLS

/* A record without id is new. */
AkkRecordDialog *akk_indicator_dialog_new (AkkIndicatorScope *scope, AkkIndicator *indicator);
AkkRecordDialog *
akk_target_dialog_new (AkkIndicatorScope *scope, AkkIndicator *indicator, AkkTarget *target);
AkkRecordDialog *akk_bearing_dialog_new (AkkIndicatorScope *scope, AkkBearing *bearing);

/* --- Shared by the dialogs with a value --- */

/* Whether the dialog can be applied. */
void akk_indicator_dialog_allow (AkkRecordDialog *dialog, gboolean allow);
/* Names as long as the dialog lives. */
AkkMeasurementNames *akk_indicator_dialog_names (AkkRecordDialog *dialog, AkkIndicatorScope *scope);

G_END_DECLS
