/* The actions of an agreement in brief, all at once: what is filtered, counted and ordered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read in one go and kept up with the store afterwards, so that a filter or the matrix of 20,000
 * actions costs no query. Names (target groups, domains, policy domains) and parties are bits. */
#pragma once

#include "core/action.h"
#include "core/store.h"

G_BEGIN_DECLS

typedef enum { AKK_TAG_TARGET_GROUP, AKK_TAG_DOMAIN, AKK_TAG_POLICY, AKK_N_TAGS } AkkTagKind;
typedef enum { AKK_KEY_NUMBER, AKK_KEY_TITLE, AKK_N_KEYS } AkkKeyKind;

typedef struct {
  gint64 id, plan_id, priority_id, lead_id, municipality_id, item_id, successor_id;
  gint64 starts_on, deadline, follow_up, reported_on;
  guint64 tags[AKK_N_TAGS]; /* bit n: name n of akk_action_rows_names() */
  guint64 partners; /* bit n: party n of akk_action_rows_parties(): leads, owns or contributes */
  guint16 first_year, last_year; /* of its plan; 0: it is in none */
  guint16 priority; /* its place among those of the agreement from 1; 0: none */
  guint8 status, kind;
  char *position;
  char *keys[AKK_N_KEYS]; /* what number and title sort by (strcmp), see
                             akk_action_rows_want_keys() */
  guint32
      words; /* where what is searched in stands, see akk_action_rows_want_words(); 0: nowhere */
} AkkActionRow;

#define AKK_TYPE_ACTION_ROWS (akk_action_rows_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionRows, akk_action_rows, AKK, ACTION_ROWS, GObject)

/* Signals: "changed" (AkkActionRows *): the rows are others than before, after a step of the store;
 * "searchable" (AkkActionRows *): all rows have their words. */
AkkActionRows *akk_action_rows_new (AkkStore *store, gint64 agreement_id) G_GNUC_WARN_UNUSED_RESULT;

AkkStore *akk_action_rows_store (AkkActionRows *self);
gint64 akk_action_rows_agreement_id (AkkActionRows *self);
guint akk_action_rows_length (AkkActionRows *self);
/* In the order of the plan: by priority (those without one last), then by position. Borrowed until
 * the next change. */
const AkkActionRow *akk_action_rows_row (AkkActionRows *self, guint index);
/* NULL when it is not of this agreement. */
const AkkActionRow *akk_action_rows_find (AkkActionRows *self, gint64 id);

/* Whether this action may be another than before the last "changed". */
gboolean akk_action_rows_touched (AkkActionRows *self, gint64 id);

/* Makes that all rows have keys of this kind. They are dear: made when first wanted, and kept. */
void akk_action_rows_want_keys (AkkActionRows *self, AkkKeyKind kind);

/* Makes that all rows have their words, unless they are being read in the background: then those
 * that have none yet hold no word. */
void akk_action_rows_want_words (AkkActionRows *self);
/* Reads them in the background, now and whenever there are new ones: for who has a main loop. */
void akk_action_rows_follow_words (AkkActionRows *self);
/* What a query looks for in the words of a row: each word, the last one as a beginning, whatever
 * the case and the accents. NULL for a query without a word. */
char **akk_action_query (const char *query) G_GNUC_WARN_UNUSED_RESULT;
gboolean akk_action_rows_hold (AkkActionRows *self, const AkkActionRow *row, char **query);

/* How many characters the longest number has; what was removed since may have been longer. */
guint akk_action_rows_number_length (AkkActionRows *self);

/* The names in use by bit; those of the Pact (pact.h, in the agreement's language) come first and
 * are always there. At most 64; what comes after that has no bit. Elements char *. */
GPtrArray *akk_action_rows_names (AkkActionRows *self, AkkTagKind kind);
/* The bit of a name, or 0. */
guint64 akk_action_rows_name_bit (AkkActionRows *self, AkkTagKind kind, const char *name);
/* The parties of the agreement by bit, in their order: the first 64. Elements AkkParty. */
GPtrArray *akk_action_rows_parties (AkkActionRows *self);
guint64 akk_action_rows_party_bit (AkkActionRows *self, gint64 party_id);
/* The priorities of the agreement in their order. Elements AkkPriority. */
GPtrArray *akk_action_rows_priorities (AkkActionRows *self);

/* As akk_action_open() and the others of action.h. */
gboolean akk_action_row_open (const AkkActionRow *self);
gboolean akk_action_row_late (const AkkActionRow *self, gint64 day);
guint akk_action_row_silent (const AkkActionRow *self, gint64 day);

G_END_DECLS
