/* A page of an attached scan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PopplerPage PopplerPage;

/* As high as its width asks for, at any width. `name` is spoken. */
#define AKK_TYPE_SCAN_PAGE (akk_scan_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkScanPage, akk_scan_page, AKK, SCAN_PAGE, GtkWidget)

GtkWidget *akk_scan_page_new (PopplerPage *page, const char *name);
GtkWidget *akk_scan_page_new_for_image (GdkTexture *image, const char *name);
/* Whether it is to be seen, now or soon: only then is it drawn and kept. */
void akk_scan_page_set_near (AkkScanPage *self, gboolean near);
gboolean akk_scan_page_is_drawn (AkkScanPage *self);

G_END_DECLS
