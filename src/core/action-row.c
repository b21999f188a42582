/* A row of an action: what it sorts by, and what is said of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-rows-private.h"
#include "core/store-values.h"

/* --- Keys to sort by --- */

static const char *const key_fields[] = { "number", "title" };

static char *
key_new (AkkKeyKind kind, const char *text)
{
  return kind == AKK_KEY_NUMBER ? g_utf8_collate_key_for_filename (text, -1)
                                : g_utf8_collate_key (text, -1);
}

static void
set_key (AkkActionRows *self, AkkKeyKind kind, gint64 id, const char *text)
{
  AkkActionRow *row = akk_action_rows_find_row (self, id);

  if (row != NULL) {
    g_free (row->keys[kind]);
    row->keys[kind] = key_new (kind, text);
  }
}

static void
add_number_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  set_key (data, AKK_KEY_NUMBER, id, texts[0]);
}

static void
add_title_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  set_key (data, AKK_KEY_TITLE, id, texts[0]);
}

void
akk_action_rows_want_keys (AkkActionRows *self, AkkKeyKind kind)
{
  const char *fields[] = { key_fields[kind], NULL };

  if (!self->with_keys[kind])
    akk_store_each (self->store, &akk_action_record, fields, "agreement_id", self->agreement_id,
                    kind == AKK_KEY_NUMBER ? add_number_cb : add_title_cb, self);
  self->with_keys[kind] = TRUE;
}

void
akk_action_rows_mend_keys (AkkActionRows *self, AkkAction *action)
{
  if (self->with_keys[AKK_KEY_NUMBER])
    set_key (self, AKK_KEY_NUMBER, action->record.id, action->number);
  if (self->with_keys[AKK_KEY_TITLE])
    set_key (self, AKK_KEY_TITLE, action->record.id, action->title);
}

/* --- What is said of one --- */

static AkkAction
as_action (const AkkActionRow *self)
{
  return (AkkAction) { .status = self->status,
                       .successor_id = self->successor_id,
                       .deadline = self->deadline,
                       .starts_on = self->starts_on,
                       .reported_on = self->reported_on };
}

gboolean
akk_action_row_open (const AkkActionRow *self)
{
  AkkAction action = as_action (self);

  return akk_action_open (&action);
}

gboolean
akk_action_row_late (const AkkActionRow *self, gint64 day)
{
  AkkAction action = as_action (self);

  return akk_action_late (&action, day);
}

guint
akk_action_row_silent (const AkkActionRow *self, gint64 day)
{
  AkkAction action = as_action (self);

  return akk_action_silent (&action, day);
}
