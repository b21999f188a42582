/* The decisions of councils that are printed before an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/agreement-internal.h"
#include "print/council-print.h"

void
akk_printer_add_councils (AkkAgreementPrinter *self)
{
  g_autoptr (GPtrArray) parties = NULL;
  AkkSheet sheet;
  guint first = self->flow->infos->len;

  if (self->matter->store == NULL)
    return;
  parties = akk_parties_new (self->matter->store, self->matter->agreement->record.id);
  akk_sheet_init_on (&sheet, self->flow, self->matter->store, self->matter->agreement,
                     self->matter->today);
  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];

    if (entry->decision != NULL && entry->decision->printed)
      akk_council_print_add (&sheet, entry);
  }
  /* Their lines are not those of the agreement, by which its sections are found. */
  for (guint row = first; row < self->flow->infos->len; row++)
    g_array_index (self->flow->infos, AkkFlowRow, row).line = AKK_NO_LINE;
  /* A document has one note of a number. */
  self->body.n_notes = sheet.n_notes;
  self->flow->new_page = self->flow->rows->len > 0;
  akk_sheet_clear (&sheet);
}
