/* A record on a page of its own: its fields, and what belongs to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/field-groups.h"

G_BEGIN_DECLS

/* How a record is shown: `groups` ends with a group without a title. */
typedef struct {
  const char *kind; /* "Signal", marked N_() */
  const AkkFieldGroup *groups;
  AkkFieldWords words; /* or NULL */
  char *(*title) (AkkStore *store, gpointer record);
  /* A dialog with some of its fields is about to be shown; or NULL. */
  void (*editing) (AkkRecordDialog *dialog, AkkStore *store);
  const char *remove; /* the step that deletes it, marked N_() */
  /* What belongs to it, in a list; elements AkkRecord. */
  const char *list_title, *list_empty; /* marked N_() */
  GPtrArray *(*related) (AkkStore *store, gpointer record);
  void (*describe) (AkkStore *store, gpointer related, char **title, char **subtitle);
  /* What a row does: a dialog, or else the action of the page Overleg with an id. */
  AkkRecordDialog *(*edit) (AkkStore *store, gpointer record, gpointer related);
  const char *show;
  gint64 (*target) (AkkStore *store, gpointer related);
  /* The button that adds to the list; its words may follow from the record. NULL: none. */
  char *(*add_words) (AkkStore *store, gpointer record);
  AkkRecordDialog *(*add) (AkkStore *store, gpointer record);
  const char *remove_related; /* the step that deletes a row, marked N_(); NULL: rows stay */
} AkkRecordLook;

extern const AkkRecordLook akk_seat_look; /* body-seat.c */
extern const AkkRecordLook akk_signal_look; /* signals-register.c */
extern const AkkRecordLook akk_thread_look; /* threads-register.c */

/* A pushed page of the page Overleg, whose actions it uses. `agreement`: the id. */
#define AKK_TYPE_RECORD_PAGE (akk_record_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkRecordPage, akk_record_page, AKK, RECORD_PAGE, AdwNavigationPage)

AkkRecordPage *
akk_record_page_new (AkkStore *store, gpointer record, gint64 agreement, const AkkRecordLook *look);

G_END_DECLS
