/* What is said once for all figures of a table: source, date, municipality.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AKK_TYPE_MEASUREMENT_BLOCK_PAGE (akk_measurement_block_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkMeasurementBlockPage,
                      akk_measurement_block_page,
                      AKK,
                      MEASUREMENT_BLOCK_PAGE,
                      AdwNavigationPage)

struct _AkkMeasurementBlockPage {
  AdwNavigationPage parent_instance;

  GtkWidget *source_row, *received_row, *provisional_row, *party_row; /* for whoever reads them */
};

G_END_DECLS
