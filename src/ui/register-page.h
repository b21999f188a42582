/* A register of an agreement: its decisions, its signals, its subjects.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/store.h"
#include "ui/record-dialog.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

/* What a register holds, and how it is shown. */
typedef struct {
  const char *title, *empty, *empty_hint; /* marked N_() */
  const char
      *add; /* the tooltip of the button that adds, marked N_(); NULL: nothing is added here */
  /* Those of the agreement, newest first; only the open ones unless `all`. Elements AkkRecord. */
  GPtrArray *(*collect) (AkkStore *store, AkkAgreement *agreement, gboolean all);
  void (*describe) (AkkStore *store,
                    gpointer record,
                    gint64 today,
                    AkkGlyph *glyph,
                    char **title,
                    char **subtitle);
  /* The action of the page Overleg that a row does, and the id for it. */
  const char *show;
  gint64 (*target) (gpointer record);
  /* The subject that it belongs to, which a button of its row shows; 0 for none. NULL: no button.
   */
  gint64 (*thread) (AkkStore *store, gpointer record);
  /* A dialog for a new record; and for the pencil of a row, NULL when rows have none. */
  AkkRecordDialog *(*create) (AkkStore *store, AkkAgreement *agreement);
  AkkRecordDialog *(*edit) (AkkStore *store, AkkAgreement *agreement, gpointer record);
} AkkRegister;

extern const AkkRegister akk_decisions_register; /* decisions-register.c */
extern const AkkRegister akk_signals_register; /* signals-register.c */
extern const AkkRegister akk_threads_register; /* threads-register.c */

/* A pushed page of the page Overleg, whose actions it uses. Rows are made as they are wanted. */
#define AKK_TYPE_REGISTER_PAGE (akk_register_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkRegisterPage, akk_register_page, AKK, REGISTER_PAGE, AdwNavigationPage)

AkkRegisterPage *
akk_register_page_new (AkkStore *store, AkkAgreement *agreement, const AkkRegister *what);
/* Shows the row of a record, be it open or not, and gives it the focus. */
void akk_register_page_show (AkkRegisterPage *self, gint64 id);

G_END_DECLS
