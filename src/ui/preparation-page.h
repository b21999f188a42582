/* Prepares a meeting: what is ready, what is still to be done, and the way to do it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/meeting.h"
#include "core/store.h"

G_BEGIN_DECLS

/* A pushed page of the page Overleg, whose actions it uses. */
#define AKK_TYPE_PREPARATION_PAGE (akk_preparation_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkPreparationPage, akk_preparation_page, AKK, PREPARATION_PAGE, AdwNavigationPage)

AkkPreparationPage *akk_preparation_page_new (AkkStore *store, AkkMeeting *meeting);
/* Borrowed. */
AkkMeeting *akk_preparation_page_get_meeting (AkkPreparationPage *self);

G_END_DECLS
