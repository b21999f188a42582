/* What a row or cell of a table that is read in would do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  AKK_IMPORT_NEW,
  AKK_IMPORT_CHANGED,
  AKK_IMPORT_SAME,
  AKK_IMPORT_WRONG, /* is left out; `problem` says what to do */
} AkkImportState;

G_END_DECLS
