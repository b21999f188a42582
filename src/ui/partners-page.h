/* The page Partners: the register of organisations and persons.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

/* Property "narrow" (gboolean): the details of an organisation lie over the list. */
#define AKK_TYPE_PARTNERS_PAGE (akk_partners_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkPartnersPage, akk_partners_page, AKK, PARTNERS_PAGE, AdwBin)

/* NULL empties the page. */
void akk_partners_page_set_store (AkkPartnersPage *self, AkkStore *store);

/* Shows the details of an organisation; one that does not exist changes nothing. */
void akk_partners_page_show_organisation (AkkPartnersPage *self, gint64 id);
/* Gives the row of a person the focus. */
void akk_partners_page_show_person (AkkPartnersPage *self, gint64 id);

G_END_DECLS
