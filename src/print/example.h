/* The examples that ship with the program, with their frozen and signed versions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As akk_example_create () (core/export.h), and after that freezes and signs what
 * data/examples/signing/NAME.json says; the same bytes every time. Errors as there,
 * AKK_FREEZE_ERROR and those of printing. */
gboolean akk_example_make (const char *name, const char *path, GError **error);

G_END_DECLS
