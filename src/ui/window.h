/* A window: the welcome page, or one dossier with its sidebar and pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/application.h"

G_BEGIN_DECLS

#define AKK_TYPE_WINDOW (akk_window_get_type ())
G_DECLARE_FINAL_TYPE (AkkWindow, akk_window, AKK, WINDOW, AdwApplicationWindow)

AkkWindow *akk_window_new (AkkApplication *application);

G_END_DECLS
