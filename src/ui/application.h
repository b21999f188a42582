/* The program: one process, its windows, and which dossier opens where.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AKK_TYPE_APPLICATION (akk_application_get_type ())
G_DECLARE_FINAL_TYPE (AkkApplication, akk_application, AKK, APPLICATION, AdwApplication)

typedef struct _AkkWindow AkkWindow;

AkkApplication *akk_application_new (void);

/* Presents the window that has this dossier, else opens it: in `window` (may be NULL) if that has
 * none, else in a new one. */
void akk_application_open_path (AkkApplication *self, const char *path, AkkWindow *window);

G_END_DECLS
