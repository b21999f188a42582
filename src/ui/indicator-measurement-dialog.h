/* A dialog with one figure of an indicator.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/indicator-scope.h"
#include "ui/record-dialog.h"

G_BEGIN_DECLS

/* The figure of a year, a municipality (0: the region) and a target group ("": all): the one that
 * is there, or a new one. */
AkkRecordDialog *akk_indicator_measurement_dialog_new (AkkIndicatorScope *scope,
                                                       AkkIndicator *indicator,
                                                       int year,
                                                       gint64 party_id,
                                                       const char *target_group);

G_END_DECLS
