/* The page Partijen: the parties of an agreement, its priorities and its bodies, in their order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

/* Property "narrow" (gboolean): the details of a party lie over the list. Uses the actions
 * "view.edit-agreement" and "view.show-organisation". */
#define AKK_TYPE_PARTIES_PAGE (akk_parties_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkPartiesPage, akk_parties_page, AKK, PARTIES_PAGE, AdwBin)

/* NULL and NULL empty the page. */
void
akk_parties_page_set_agreement (AkkPartiesPage *self, AkkStore *store, AkkAgreement *agreement);

/* Shows the details of a party, or the row of a priority or body. One of another agreement changes
 * nothing. */
void akk_parties_page_show_party (AkkPartiesPage *self, gint64 id);
void akk_parties_page_show_record (AkkPartiesPage *self, gint64 id);

G_END_DECLS
