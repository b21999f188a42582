/* What of each board of an agreement is there, and what is still wanted: a row per party.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/body.h"
#include "core/organisation.h"
#include "core/party.h"

G_BEGIN_DECLS

typedef enum {
  AKK_MATRIX_DECISION, /* of its council */
  AKK_MATRIX_SIGNATURE, /* `place`: the first, second… of the party */
  AKK_MATRIX_SEAT, /* somebody is named for its seats in `body` */
  AKK_MATRIX_PRESENCE, /* when it was last there */
  AKK_MATRIX_ACTIONS, /* of its own, or that it leads, in the year */
  AKK_MATRIX_FIGURES, /* of the year */
} AkkMatrixTopic;

/* NOT_ASKED: it has nothing to give there. OPEN cells are what is still to be done. */
typedef enum {
  AKK_MATRIX_NOT_ASKED,
  AKK_MATRIX_OPEN,
  AKK_MATRIX_PARTLY, /* on its way: on an agenda, offered, some of several */
  AKK_MATRIX_DONE,
} AkkMatrixState;

typedef struct {
  AkkMatrixTopic topic;
  AkkBody *body; /* of a seat; owned, or NULL */
  guint place; /* of a signature, from 0 */
} AkkMatrixColumn;

/* `n` of `of`: seats that somebody takes, meetings at which it was there, actions that are done,
 * figures that are in. */
typedef struct {
  AkkMatrixState state;
  gboolean refused; /* a decision against it, a signature that was refused */
  gint64 day; /* of the decision or the signature, or when it will be; last present; else NO_DATE */
  char *name; /* who signs or takes the seat; "" */
  guint n, of;
  gint64 record; /* to go to: the signatory, the body, the meeting; 0: only a page */
} AkkMatrixCell;

typedef struct {
  AkkParty *party; /* owned, as all here */
  AkkOrganisation *organisation; /* NULL: it is gone */
  char *name;
  gboolean is_board; /* a municipality or city; the others come below */
  AkkMatrixCell *cells; /* one per column */
  guint n_open; /* cells that are open or partly done */
} AkkMatrixRow;

typedef struct {
  AkkAgreement *agreement;
  int year;
  gint64 day;
  GPtrArray *columns; /* AkkMatrixColumn */
  GPtrArray *rows; /* AkkMatrixRow: boards first, each in the order of the agreement */
  guint n_boards, n_open;
} AkkMunicipalityMatrix;

/* The year that asks for something on `day`: its own, within the term of the agreement. */
int akk_municipality_matrix_year (const AkkAgreement *agreement, gint64 day);

/* As it stands on `day`: actions and figures of the year, presence up to that day. Signatures are
 * those of the newest version; before there is one, those who will sign. */
AkkMunicipalityMatrix *akk_municipality_matrix_new (AkkStore *store,
                                                    AkkAgreement *agreement,
                                                    int year,
                                                    gint64 day) G_GNUC_WARN_UNUSED_RESULT;
void akk_municipality_matrix_free (AkkMunicipalityMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkMunicipalityMatrix, akk_municipality_matrix_free)

G_END_DECLS
