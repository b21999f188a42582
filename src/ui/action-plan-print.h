/* From the page Actieplan to paper, and to the public: what its filter shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

/* Asks which paper, and prints it or saves it as PDF. */
void akk_action_plan_print (GtkWidget *widget, AkkActionScope *scope);
/* Asks for the kind of public edition, and saves it. */
void akk_action_plan_publish (GtkWidget *widget, AkkActionScope *scope);

G_END_DECLS
