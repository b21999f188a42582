/* Attaching a file to the dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/store.h"

G_BEGIN_DECLS

typedef enum {
  AKK_ATTACH_SCAN, /* PDF, PNG, JPEG */
  AKK_ATTACH_IMAGE, /* PNG, JPEG, SVG that can be shown */
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

G_END_DECLS
