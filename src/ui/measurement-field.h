/* The rows of a form with figures: a field for a figure, and where it comes from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/measurement-form.h"

G_BEGIN_DECLS

/* A group with the fields of an indicator, which write into `indicator`. `changed` is called with
 * `data` after each. */
GtkWidget *akk_measurement_group_new (const AkkMeasurementForm *form,
                                      AkkFormIndicator *indicator,
                                      GCallback changed,
                                      gpointer data);
/* FALSE, with the words below the field and the focus on it, when something in the group cannot be
 * read. */
gboolean akk_measurement_group_check (GtkWidget *group);

G_END_DECLS
