/* Fields of a record in groups, shown as rows and edited group by group.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/record-dialog.h"

G_BEGIN_DECLS

/* The names of fields, ended by NULL: "-name" is only edited, "+name" only shown, "=name" a text of
 * several lines, "*name" rich text. `step` names the action. */
typedef struct {
  const char *title; /* marked N_() */
  const char *description; /* marked N_(), or NULL */
  const char *step; /* marked N_() */
  const char *fields[10];
} AkkFieldGroup;

/* What a row says instead of the plain value; NULL: the plain value. */
typedef char *(*AkkFieldWords) (AkkStore *store, gconstpointer record, const AkkField *field);

/* "editing" (AkkRecordDialog *): a group is about to be edited. */
#define AKK_TYPE_FIELD_GROUPS (akk_field_groups_get_type ())
G_DECLARE_FINAL_TYPE (AkkFieldGroups, akk_field_groups, AKK, FIELD_GROUPS, AdwBin)

/* References to what belongs to an agreement are offered from `agreement`. A group without a title
 * ends the list. Once only. */
void akk_field_groups_set_record (AkkFieldGroups *self,
                                  AkkStore *store,
                                  gpointer record,
                                  gint64 agreement,
                                  const AkkFieldGroup *groups,
                                  AkkFieldWords words);

/* Begins in `focus`, the name of a field; NULL: in the first. `title` NULL: that of the group. */
AkkRecordDialog *akk_field_group_dialog_new (AkkStore *store,
                                             gpointer record,
                                             gint64 agreement,
                                             const AkkFieldGroup *group,
                                             const char *title,
                                             const char *focus);

G_END_DECLS
