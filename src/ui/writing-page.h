/* What a dialog shows while much is being written to the dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store-long.h"

G_BEGIN_DECLS

#define AKK_TYPE_WRITING_PAGE (akk_writing_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkWritingPage, akk_writing_page, AKK, WRITING_PAGE, AdwBin)

/* `words` say what is being written. */
GtkWidget *akk_writing_page_new (const char *words);

/* It is stored, or `error` says why nothing was changed. */
typedef void (*AkkWritten) (gpointer owner, const GError *error);

/* Does a long action, which is taken over, in slices that leave each key its frame; some hundred
 * changes are done at once. `written` is called when it is over, also before this returns. */
void akk_writing_page_start (AkkWritingPage *self,
                             AkkLongAction *action,
                             AkkWritten written,
                             gpointer owner);
gboolean akk_writing_page_is_busy (AkkWritingPage *self);
/* Takes back what was written so far; `written` is not called. So does disposing of the page. */
void akk_writing_page_stop (AkkWritingPage *self);

G_END_DECLS
