/* How a dialog that reads a table in writes what was taken over, or stops.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import-writing.h"

#include "ui/record-dialog.h"

static const char page_name[] = "writing";

static void
set_writing (AkkImportWriting *self, gboolean writing)
{
  adw_dialog_set_can_close (self->dialog, !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_button), !writing);
  gtk_stack_set_visible_child_name (self->stack, writing ? page_name : self->rows);
}

static void
written_cb (gpointer data, const GError *error)
{
  AkkImportWriting *self = data;

  set_writing (self, FALSE);
  if (error == NULL)
    adw_dialog_close (self->dialog);
  else
    akk_show_error (GTK_WIDGET (self->dialog), self->failure, error);
}

void
akk_import_writing_init (AkkImportWriting *self, const char *words)
{
  self->page = AKK_WRITING_PAGE (akk_writing_page_new (words));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), page_name);
}

void
akk_import_writing_start (AkkImportWriting *self, AkkLongAction *action)
{
  akk_writing_page_start (self->page, action, written_cb, self);
  if (akk_writing_page_is_busy (self->page))
    set_writing (self, TRUE);
}

void
akk_import_writing_cancel (AkkImportWriting *self)
{
  if (!akk_writing_page_is_busy (self->page)) {
    adw_dialog_close (self->dialog);
    return;
  }
  akk_writing_page_stop (self->page);
  set_writing (self, FALSE);
}
