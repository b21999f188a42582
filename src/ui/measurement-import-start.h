/* Where figures come from: what the dialog for figures from a table shows first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AKK_TYPE_MEASUREMENT_IMPORT_START (akk_measurement_import_start_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkMeasurementImportStart, akk_measurement_import_start, AKK, MEASUREMENT_IMPORT_START, AdwBin)

struct _AkkMeasurementImportStart {
  AdwBin parent_instance;
};

G_END_DECLS
