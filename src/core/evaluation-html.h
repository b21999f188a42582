/* The public edition of an evaluation report as one web page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/store.h"

G_BEGIN_DECLS

/* One file without script that asks for nothing else: headings, tables, and a picture of each
 * indicator with its figures in a table beside it; good to print and on a dark screen. It names no
 * person. As of the day on which the report was adopted, else that of the store. Errors:
 * AKK_PHRASES_ERROR. */
char *akk_evaluation_html (AkkStore *store, AkkAgreement *agreement, int year, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
