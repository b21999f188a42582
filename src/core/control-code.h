/* The control code of a version: what stands on each of its pages, and what one can type over.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sixteen characters of an alphabet without look-alikes: fourteen from the SHA-256 of the content
 * of the version, two that check them. They find every wrong character and every swap of two
 * neighbours. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AKK_CONTROL_CODE_LENGTH 16

/* The bare code of a content. */
char *akk_control_code_new (const char *content) G_GNUC_WARN_UNUSED_RESULT;

/* What somebody typed as a bare code: blanks and dashes, lower case, O for 0, I and L for 1 do not
 * matter. NULL when it is not sixteen characters of the alphabet. */
char *akk_control_code_parse (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the check characters of a bare code are those of the others. */
gboolean akk_control_code_check (const char *code);

/* As it is printed: "AAAA-AAAA-AAAA-AAAA". */
char *akk_control_code_format (const char *code) G_GNUC_WARN_UNUSED_RESULT;

/* The bare codes that stand in a text as they are printed, each once, in order; elements char *.
 */
GPtrArray *akk_control_code_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
