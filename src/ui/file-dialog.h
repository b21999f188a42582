/* Asking for a file: the dialogs of the desktop, with our kinds of files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

typedef enum { AKK_FILE_DOSSIER, AKK_FILE_PDF, AKK_FILE_HTML } AkkFileKind;

/* Called with a local path once one is chosen; not when the dialog is closed without. */
typedef void (*AkkFileChosen) (AkkWindow *window, const char *path);

void akk_file_dialog_open (AkkWindow *window, const char *title, AkkFileChosen chosen);
void akk_file_dialog_save (AkkWindow *window,
                           const char *title,
                           const char *accept,
                           const char *name,
                           AkkFileKind kind,
                           AkkFileChosen chosen);

G_END_DECLS
