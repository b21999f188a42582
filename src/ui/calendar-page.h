/* The page Agenda: a year of meetings, obligations and terms.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

/* Property "narrow" (gboolean). Uses the actions "view.show-meeting", "view.show-body",
 * "view.show-page" and "view.agreement-id". */
#define AKK_TYPE_CALENDAR_PAGE (akk_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkCalendarPage, akk_calendar_page, AKK, CALENDAR_PAGE, AdwBin)

/* NULL empties the page. */
void akk_calendar_page_set_store (AkkCalendarPage *self, AkkStore *store);

G_END_DECLS
