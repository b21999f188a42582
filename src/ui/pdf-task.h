/* Paper that is made while the window goes on: a PDF, a web page, or pages for the printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"
#include "core/store.h"
#include "print/pages.h"
#include "ui/window.h"

G_BEGIN_DECLS

/* On a thread of its own: `store` is a copy of the dossier that belongs to it, `subject` the record
 * in there. `caution` (out): a sentence about what the user must know of the PDF, or nothing. */
typedef GBytes *(*AkkMakePdf) (
    AkkStore *store, gpointer subject, int number, char **caution, GError **error);

/* Makes the PDF from what is stored now, and saves it as `path`. The window says that it is being
 * made, with a button to stop it, and then that it is there, or why not. Closing the window stops
 * it: nothing is saved then. */
void akk_pdf_task_start (
    AkkWindow *window, AkkMakePdf make, gpointer subject, int number, const char *path);

/* Likewise a web page; there is no caution. */
void akk_web_page_task_start (
    AkkWindow *window, AkkMakePdf make, gpointer subject, int number, const char *path);

/* Likewise on a thread; `title` (out): the name of the job. */
typedef AkkPages *(*AkkLayOut) (AkkStore *store, gpointer data, char **title, GError **error);

/* Lays out what is stored now, and then asks for a printer; nothing is asked once the user stopped
 * it. `data` is let go of on the main thread. */
void akk_print_task_start (AkkWindow *window,
                           AkkLayOut lay_out,
                           gpointer data,
                           GDestroyNotify free_data);

G_END_DECLS
