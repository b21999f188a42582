/* A row that chooses a record of the dossier, or makes a new one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

/* Its list can be searched by typing, and follows the store. */
#define AKK_TYPE_REFERENCE_ROW (akk_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (AkkReferenceRow, akk_reference_row, AKK, REFERENCE_ROW, AdwComboRow)

/* Records of `type`, or those whose REF field `ref` is `id` (`ref` NULL: all), in the order of
 * their names. `none`: how the choice of no record reads, NULL where one is to be chosen. */
GtkWidget *akk_reference_row_new (const char *title,
                                  AkkStore *store,
                                  const AkkRecordType *type,
                                  const char *ref,
                                  gint64 id,
                                  const char *none);

/* 0: none. Setting does not emit "reference-changed". */
gint64 akk_reference_row_get_reference (AkkReferenceRow *self);
void akk_reference_row_set_reference (AkkReferenceRow *self, gint64 id);
/* The same as the user would: emits "reference-changed". */
void akk_reference_row_choose (AkkReferenceRow *self, gint64 id);

/* Which records it offers; NULL: all. The one that is chosen already is always there. */
typedef gboolean (*AkkReferenceOffers) (AkkStore *store, AkkRecord *record, gpointer data);
void akk_reference_row_set_offers (AkkReferenceRow *self,
                                   AkkReferenceOffers offers,
                                   gpointer data,
                                   GDestroyNotify destroy);
/* Asks again which ones. */
void akk_reference_row_offers_changed (AkkReferenceRow *self);

/* Adds a button that asks for a new record: emits "new-wanted". */
void akk_reference_row_offer_new (AkkReferenceRow *self, const char *tooltip);

/* Signals (AkkReferenceRow *): "reference-changed", the user chose another record; "new-wanted". */

G_END_DECLS
