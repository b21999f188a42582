/* The dialog that says what Akkoord is and who made it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *akk_about_dialog_new (void);

G_END_DECLS
