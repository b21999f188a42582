/* Attaching a file to the dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/store.h"

G_BEGIN_DECLS

typedef enum {
  AKK_ATTACH_SCAN, /* PDF, PNG, JPEG */
  AKK_ATTACH_IMAGE, /* PNG, JPEG, SVG that can be shown */
  AKK_ATTACH_ANY, /* every file */
  AKK_ATTACH_PDF,
} AkkAttachKind;

/* Files above this many bytes are refused with a sentence. */
#define AKK_ATTACH_MAX_BYTES (50 * 1024 * 1024)

/* Called once with the SHA-256 of the attachment, or an error; not at all when the person changes
 * her mind or the widget is gone. */
typedef void (*AkkAttached) (GtkWidget *widget, const char *sha256, const GError *error);

/* Asks for a file, reads it without blocking, and keeps it in the store. */
void akk_attach (GtkWidget *widget,
                 AkkStore *store,
                 const char *title,
                 AkkAttachKind kind,
                 AkkAttached attached);

/* Likewise any file, with the name that it had. */
typedef void (*AkkAttachedFile) (GtkWidget *widget,
                                 const char *sha256,
                                 const char *name,
                                 const GError *error);
void
akk_attach_file (GtkWidget *widget, AkkStore *store, const char *title, AkkAttachedFile attached);

/* Likewise a PDF; another file is refused with a sentence. */
void
akk_attach_pdf (GtkWidget *widget, AkkStore *store, const char *title, AkkAttachedFile attached);
/* Likewise a picture that can be shown. */
void akk_attach_picture (GtkWidget *widget,
                         AkkStore *store,
                         const char *title,
                         AkkAttachedFile attached);

/* The same for a file that is known, as one that was dropped. */
void
akk_attach_known_file (GtkWidget *widget, AkkStore *store, GFile *file, AkkAttachedFile attached);

void akk_attach_known_picture (GtkWidget *widget,
                               AkkStore *store,
                               GFile *file,
                               AkkAttachedFile attached);

/* Opens a file of the store, written in a folder for temporary files, in the program for its kind.
 */
void akk_attachment_open (GtkWidget *widget, AkkStore *store, const char *sha256, const char *name);

G_END_DECLS
