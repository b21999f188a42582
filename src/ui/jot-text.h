/* A text view that is as high as its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A plain GtkTextView outside of a scrolled window learns too late that its text takes another line
 * when it gets narrower, or longer while it is laid out: the first line is scrolled out of sight
 * then. This one says how high its text is at a width. */
#define AKK_TYPE_JOT_TEXT (akk_jot_text_get_type ())
G_DECLARE_FINAL_TYPE (AkkJotText, akk_jot_text, AKK, JOT_TEXT, GtkTextView)

G_END_DECLS
