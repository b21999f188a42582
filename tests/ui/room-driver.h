/* Presses keys in the windows of a presented meeting, and reads what they show, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* The newest window of a type that is open; NULL: none. Borrowed. */
GtkWindow *room_window (GType type);
/* As the keyboard does: from the window down to what has the focus, then into it. */
void room_press (GtkWindow *window, guint key, GdkModifierType state);
void room_type (GtkWindow *window, const char *text);
/* All that is to be read in it, by eye or by ear. */
char *room_words (GtkWindow *window) G_GNUC_WARN_UNUSED_RESULT;
void room_expect (GtkWindow *window, const char *words); /* waits for it */
gboolean room_says (GtkWindow *window, const char *words);
void room_click (GtkWindow *window, const char *label);
