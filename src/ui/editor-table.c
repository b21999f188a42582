/* Tables in the editor: what their commands do to the text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-table.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

#include "core/text-table.h"

void
akk_editor_insert_table (AkkEditor *self, guint n_rows, guint n_columns)
{
  g_autoptr (AkkLine) table = akk_table_new (n_rows, n_columns);
  g_autoptr (AkkText) text = NULL;
  guint place;

  g_return_if_fail (AKK_IS_EDITOR (self));
  if (self->lines->len == 0)
    return;
  text =
      akk_text_insert_table (akk_editor_get_text (self), akk_editor_get_line (self), table, &place);
  akk_editor_apply (self, text, N_ ("Insert table"));
  /* What is typed next goes into the table. */
  if (place < self->lines->len && akk_editor_line (self, place)->kind == AKK_LINE_TABLE)
    akk_editor_tables_open (self, akk_editor_tables_at (self, place), 0, 0, FALSE);
}
