/* Pictures on paper: logos and QR codes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Immutable. */
typedef struct _AkkPicture AkkPicture;

/* A picture from the bytes of a file (SVG, PNG, JPEG, and what else gdk-pixbuf can read here).
 * NULL: it is none, not whole, or one of more than a hundred million pixels. Errors: G_IO_ERROR. */
AkkPicture *akk_picture_new (GBytes *data, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A QR code, without the four modules of white that must be left free around it. */
AkkPicture *akk_picture_new_qr (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* A page of a PDF. `turned`: it lies, and stands on its right side here, to be read with the paper
 * turned. In an archival file its place stays empty: the page itself comes there (annex-file.h). */
typedef struct _AkkAnnexFile AkkAnnexFile;
AkkPicture *
akk_picture_new_page (AkkAnnexFile *file, guint page, gboolean turned) G_GNUC_WARN_UNUSED_RESULT;
/* Of which it is, borrowed; NULL: it is no such page. */
AkkAnnexFile *akk_picture_page (const AkkPicture *self, guint *page, gboolean *turned);
AkkPicture *akk_picture_ref (AkkPicture *self);
void akk_picture_unref (AkkPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkPicture, akk_picture_unref)

/* In pixels, or modules; never 0. */
void akk_picture_size (const AkkPicture *self, guint *width, guint *height);

/* Draws it into a rectangle. `archival`: for PDF, which does not want pixels smoothed. */
void akk_picture_draw (const AkkPicture *self,
                       cairo_t *cr,
                       double x,
                       double y,
                       double width,
                       double height,
                       gboolean archival);

G_END_DECLS
