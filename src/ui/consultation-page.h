/* The page Overleg: the bodies of an agreement, their year, their meetings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

/* A meeting, a body, a signal or the register of decisions is a pushed page of its own. Property
 * "narrow" (gboolean): lists instead of lanes. */
#define AKK_TYPE_CONSULTATION_PAGE (akk_consultation_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkConsultationPage, akk_consultation_page, AKK, CONSULTATION_PAGE, AdwBin)

/* NULL and NULL empty the page. */
void akk_consultation_page_set_agreement (AkkConsultationPage *self,
                                          AkkStore *store,
                                          AkkAgreement *agreement);

/* Back to the bodies, from whatever was pushed on them. */
void akk_consultation_page_show_bodies (AkkConsultationPage *self);
/* Pushes the page of a record of this agreement; one of another agreement changes nothing. */
void akk_consultation_page_show_meeting (AkkConsultationPage *self, gint64 id);
void akk_consultation_page_show_body (AkkConsultationPage *self, gint64 id);
void akk_consultation_page_show_signal (AkkConsultationPage *self, gint64 id);
/* Pushes the page that prepares a meeting, likewise. */
void akk_consultation_page_prepare (AkkConsultationPage *self, gint64 id);
/* Shows a meeting at an item of its agenda; and the register of decisions, at a decision. */
void akk_consultation_page_show_item (AkkConsultationPage *self, gint64 meeting_id, gint64 item_id);
void akk_consultation_page_show_decision (AkkConsultationPage *self, gint64 id);
/* Opens the dialog Plan datums for a body; 0: for all that owe a date. */
void akk_consultation_page_plan_dates (AkkConsultationPage *self, gint64 body_id);

G_END_DECLS
