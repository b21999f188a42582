/* The pictures of a dossier as the window shows them, read on another thread.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_FIGURE_PICTURES (akk_figure_pictures_get_type ())
G_DECLARE_FINAL_TYPE (AkkFigurePictures, akk_figure_pictures, AKK, FIGURE_PICTURES, GObject)

AkkFigurePictures *akk_figure_pictures_new (AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;
AkkStore *akk_figure_pictures_get_store (AkkFigurePictures *self);

/* The picture of an attachment; NULL: it is no picture, or it is still being read. */
GdkTexture *akk_figure_pictures_get (AkkFigurePictures *self, const char *sha256);

/* Whether it was looked at, so that NULL means that it is none. */
gboolean akk_figure_pictures_knows (AkkFigurePictures *self, const char *sha256);

/* Signal "read" (AkkFigurePictures *): one more was looked at. */

G_END_DECLS
