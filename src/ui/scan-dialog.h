/* Shows an attached scan: a PDF, page by page, or an image.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AKK_TYPE_SCAN_DIALOG (akk_scan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkScanDialog, akk_scan_dialog, AKK, SCAN_DIALOG, AdwDialog)

/* NULL when the bytes are neither a readable PDF nor an image; the message says so. */
AkkScanDialog *akk_scan_dialog_new (GBytes *data, GError **error);
/* Begins at a page, from 1, under a title of its own. */
void akk_scan_dialog_show_page (AkkScanDialog *self, guint page, const char *title);

G_END_DECLS
