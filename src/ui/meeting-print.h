/* From a page of the window to paper: the documents of meetings, decisions and signals.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "print/meeting-pdf.h"

G_BEGIN_DECLS

/* Asks where to save the document as PDF, and saves it; the window says that it is there, or why
 * not. `widget` stands in the window of the dossier; `subject` is what the kind is about. What was
 * typed last must have been written before. */
void akk_meeting_export (GtkWidget *widget, AkkDocumentKind kind, gpointer subject);
/* Asks for a printer. */
void akk_meeting_print (GtkWidget *widget, AkkDocumentKind kind, gpointer subject);

/* Likewise: the pack of a meeting, and the year of an agreement. */
void akk_pack_save (GtkWidget *widget, AkkMeeting *meeting);
void akk_year_save (GtkWidget *widget, AkkAgreement *agreement, int year);

G_END_DECLS
