/* The inside of a window, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/dossier-info.h"
#include "print/pages.h"
#include "ui/dossier-view.h"
#include "ui/welcome-page.h"
#include "ui/window.h"

G_BEGIN_DECLS

struct _AkkWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack; /* "welcome", "opening", "dossier" */
  AkkWelcomePage *welcome;
  GtkWidget *spinner;
  guint spinner_source;
  AkkDossierView *view;

  char *path; /* of the dossier, or of the one that is being opened */
  GCancellable *opening;
  AkkDossier *dossier;
  AkkStore *store;
  AkkDossierInfo *info;
  AkkAgreement *agreement;
  GBinding *title_binding;

  gboolean closing; /* its last changes are being published */
  gboolean closed;
  gboolean close_when_saved;
  GError *close_failure;
};

/* --- window.c --- */

/* Takes over the dossier that was opened, or lets go of it (NULL). */
void akk_window_set_dossier (AkkWindow *self, AkkDossier *dossier);
/* Actions that need a dossier, or something to undo, follow what there is. */
void akk_window_update_actions (AkkWindow *self);
void akk_window_toast (AkkWindow *self, const char *message);
/* A dialog with one button: what happened, and the sentence about it. */
void akk_window_tell (AkkWindow *self, const char *heading, const char *body);

/* --- window-file.c, window-close.c, window-print.c --- */

void akk_window_install_file_actions (GtkWidgetClass *widget_class);
void akk_window_install_close_actions (GtkWidgetClass *widget_class);
void akk_window_install_print_actions (GtkWidgetClass *widget_class);
/* Asks for a printer; `name` is that of the job. */
void akk_window_print_pages (AkkWindow *self, AkkPages *pages, const char *name);
/* That a PDF is there, to open. */
void akk_window_toast_saved (AkkWindow *self, const char *path);
gboolean akk_window_close_request (GtkWindow *window);

G_END_DECLS
