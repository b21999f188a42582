/* Drives an editor in tests: texts in a short notation, keys, and the rules that always hold.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts are written one line each: "# " or "## " a heading, "p " a paragraph, "b1 " a bullet, "n2 "
 * a number on the second level, "c1 " what continues an item, "q " a quote, "t " a table, "f " a
 * footnote; *bold*, /italic/, {field}, @ the mark of a footnote, | a hard break, ^ the caret, or <
 * and > around a selection.
 */
#pragma once

#include "ui/editor-private.h"

#define ENTER "\n"
#define BREAK "\v"
#define BACKSPACE "\b"
#define DELETE "\177"
#define TAB "\t"
#define BACKTAB "\f"
#define BOLD "\1"
#define ITALIC "\2"
#define BULLETS "\3"
#define NUMBERS "\4"
#define PLAIN "\5"

typedef struct {
  guint line;
  gsize byte;
} Place;

/* The text, and where the caret or the selection is. */
AkkText *driver_text (const char *source, Place places[2]) G_GNUC_WARN_UNUSED_RESULT;
/* The same back. */
char *driver_describe (AkkText *text, const Place places[2]) G_GNUC_WARN_UNUSED_RESULT;
AkkEditor *driver_new (void);
/* One with that text and selection. */
AkkEditor *driver_with (const char *source);
void driver_select (AkkEditor *editor, const Place places[2]);
void driver_selection (AkkEditor *editor, Place places[2]);
/* One key, the name of an action, or text that an input method commits. */
void driver_press (AkkEditor *editor, const char *key);
/* One by one. */
void driver_press_all (AkkEditor *editor, const char *keys);
/* One line tag on each character, nothing on a line end, the text as a full read gives it. */
void driver_check_rules (AkkEditor *editor);
/* That text and selection, by the rules. */
void driver_expect (AkkEditor *editor, const char *wanted);
/* `press` makes the one of the other; what is set anew comes back as it was. */
void driver_check_case (const char *from,
                        void (*press) (AkkEditor *editor, const char *keys),
                        const char *keys,
                        const char *to);
