/* The figures of an indicator as a table: years beside each other, municipalities below.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/indicator-scope.h"

G_BEGIN_DECLS

/* The arrow keys go from cell to cell; Enter edits one, Delete empties it. The names
 * stay in sight while the years scroll. */
#define AKK_TYPE_INDICATOR_TABLE (akk_indicator_table_get_type ())
G_DECLARE_FINAL_TYPE (AkkIndicatorTable, akk_indicator_table, AKK, INDICATOR_TABLE, AdwBin)

/* `target_group` "": all of them; where it is not measured for municipalities each target group has
 * a row. To be called again after a change. */
void akk_indicator_table_show (AkkIndicatorTable *self,
                               AkkIndicatorScope *scope,
                               AkkIndicator *indicator,
                               const char *target_group);

G_END_DECLS
