/* Rich text that is read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/rich-view.h"

#include "ui/editor.h"

GtkWidget *
akk_rich_view_new (const char *commonmark, const char *label)
{
  GtkWidget *view = g_object_new (AKK_TYPE_EDITOR, NULL);
  g_autoptr (AkkText) text = akk_text_parse (commonmark);

  akk_editor_set_embedded (AKK_EDITOR (view), label);
  akk_editor_set_text (AKK_EDITOR (view), text);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  return view;
}
