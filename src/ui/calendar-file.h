/* Calendar files: making, saving and reading them in the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

/* Writes a calendar file that a mail program can attach, in the cache folder of the program; the
 * file is named after `title`. NULL with G_FILE_ERROR. */
char *akk_calendar_file_make (const char *title,
                              const char *ics,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Called once it is saved, and not when that is called off or fails. */
typedef void (*AkkCalendarSaved) (GtkWidget *widget);
/* Asks where to save it. `saved` may be NULL. */
void akk_calendar_file_save (GtkWidget *widget,
                             const char *title,
                             const char *ics,
                             AkkCalendarSaved saved);
/* The same where the place is known. */
void
akk_calendar_file_write (GtkWidget *widget, GFile *file, const char *ics, AkkCalendarSaved saved);

/* Asks for a calendar file of another program, shows what it changes in the dossier (hours, places,
 * answers of invited people), and takes it over as one step when the user agrees. */
void akk_calendar_file_read (GtkWidget *widget, AkkStore *store);
/* The same for a file that was read: what is shown before anything is taken over; NULL after an
 * alert when it is no calendar. */
AdwDialog *akk_calendar_changes_new (GtkWidget *widget, AkkStore *store, const char *ics);

G_END_DECLS
