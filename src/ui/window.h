/* A window: the welcome page, or one dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/dossier.h"
#include "ui/application.h"

G_BEGIN_DECLS

#define AKK_TYPE_WINDOW (akk_window_get_type ())
G_DECLARE_FINAL_TYPE (AkkWindow, akk_window, AKK, WINDOW, AdwApplicationWindow)

AkkWindow *akk_window_new (AkkApplication *application);

/* Opens a dossier in a window that has none. It counts as the window's from now on; if it cannot be
 * opened, the window says why and shows the welcome page again. */
void akk_window_open (AkkWindow *self, const char *path);

/* The file of the dossier, also while it is being opened; NULL at the welcome page. */
const char *akk_window_get_path (AkkWindow *self);
/* NULL until it is open. */
AkkDossier *akk_window_get_dossier (AkkWindow *self);

G_END_DECLS
