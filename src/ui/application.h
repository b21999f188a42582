/* The program: one process, its windows, and which dossier opens where.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AKK_TYPE_APPLICATION (akk_application_get_type ())
G_DECLARE_FINAL_TYPE (AkkApplication, akk_application, AKK, APPLICATION, AdwApplication)

AkkApplication *akk_application_new (void);

G_END_DECLS
