/* How a dialog that reads a table in writes what was taken over, or stops.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/writing-page.h"

G_BEGIN_DECLS

/* Part of the dialog, which fills in all but `page`. */
typedef struct {
  AdwDialog *dialog;
  GtkStack *stack;
  GtkButton *take_button;
  const char *rows; /* the page of the stack with what would be written */
  const char *failure; /* heads what went wrong */
  AkkWritingPage *page;
} AkkImportWriting;

/* `words` say what is being written. */
void akk_import_writing_init (AkkImportWriting *self, const char *words);
/* Takes the action over, and closes the dialog when it is done. */
void akk_import_writing_start (AkkImportWriting *self, AkkLongAction *action);
/* Closes the dialog; who stops the writing finds the rows as they were. */
void akk_import_writing_cancel (AkkImportWriting *self);

G_END_DECLS
