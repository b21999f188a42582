/* Asks what a figure shows, and what stands above it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"
#include "ui/editor.h"

G_BEGIN_DECLS

#define AKK_TYPE_FIGURE_DIALOG (akk_figure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkFigureDialog, akk_figure_dialog, AKK, FIGURE_DIALOG, AdwDialog)

/* `sha256`: the picture that is put at the caret; NULL: the figure at the caret is changed. */
GtkWidget *akk_figure_dialog_new (AkkEditor *editor, AkkStore *store, const char *sha256);

G_END_DECLS
