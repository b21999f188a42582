/* A row for a picture that is kept in the dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_PICTURE_ROW (akk_picture_row_get_type ())
G_DECLARE_FINAL_TYPE (AkkPictureRow, akk_picture_row, AKK, PICTURE_ROW, AdwActionRow)

/* `blob`: the SHA-256 of an attachment of the store, or "". */
GtkWidget *akk_picture_row_new (AkkStore *store, const char *blob);

/* The SHA-256 of the picture that was chosen; "" for none. Borrowed. */
const char *akk_picture_row_get_blob (AkkPictureRow *self);

/* Signal "picture-changed" (AkkPictureRow *). */

G_END_DECLS
