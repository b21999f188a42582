/* JPEG files that a PDF can hold as they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The file without what it says beside the picture: where it was taken, with what. NULL: it is no
 * whole JPEG that stands upright, in grey or in red, green and blue. */
GBytes *akk_picture_jpeg (GBytes *data) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it is a JPEG without its end. */
gboolean akk_picture_jpeg_is_cut_off (GBytes *data);

G_END_DECLS
