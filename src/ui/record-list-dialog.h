/* A dialog with the records of one kind that belong to an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "ui/record-list.h"

G_BEGIN_DECLS

/* Words are marked N_(). The type has the fields "agreement_id" and "position". */
typedef struct {
  const AkkRecordType *type;
  const char *title, *description, *empty;
  const char *add; /* the name of its button */
  const char *remove; /* the name of the step */
  AkkRecordDescribe describe;
  AkkRecordDialog *(*edit) (AkkStore *store, gpointer record);
  void (*delete_record) (AkkStore *store, gpointer record); /* NULL: the record alone */
  /* A button that is there while the list is empty, and what it does as one step; NULL: none. */
  const char *begin, *begin_step;
  gboolean (*begin_list) (AkkStore *store, AkkAgreement *agreement, GError **error);
} AkkRecordListLook;

#define AKK_TYPE_RECORD_LIST_DIALOG (akk_record_list_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkRecordListDialog, akk_record_list_dialog, AKK, RECORD_LIST_DIALOG, AdwDialog)

/* `look` is static. */
AdwDialog *akk_record_list_dialog_new (AkkStore *store,
                                       AkkAgreement *agreement,
                                       const AkkRecordListLook *look);

G_END_DECLS
