/* What of each board of an agreement is there, and what is still wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/municipality-matrix.h"

#include "core/action-filter.h"
#include "core/agenda.h"
#include "core/dates.h"
#include "core/figures.h"
#include "core/meetings.h"
#include "core/parties.h"
#include "core/seat.h"
#include "core/signing.h"

typedef struct {
  AkkMunicipalityMatrix *matrix;
  AkkStore *store;
  AkkSigning *signing;
  GPtrArray *agendas; /* AkkAgenda of the meetings that were held up to the day, in order */
} Builder;

static void
column_free (gpointer data)
{
  AkkMatrixColumn *self = data;

  g_clear_object (&self->body);
  g_free (self);
}

static void
row_free (gpointer data, guint n_columns)
{
  AkkMatrixRow *self = data;

  for (guint i = 0; i < n_columns; i++)
    g_free (self->cells[i].name);
  g_clear_object (&self->party);
  g_clear_object (&self->organisation);
  g_free (self->name);
  g_free (self->cells);
  g_free (self);
}

static void
add_column (AkkMunicipalityMatrix *self, AkkMatrixTopic topic, AkkBody *body, guint place)
{
  AkkMatrixColumn *column = g_new0 (AkkMatrixColumn, 1);

  column->topic = topic;
  column->place = place;
  g_set_object (&column->body, body);
  g_ptr_array_add (self->columns, column);
}

/* --- What is signed and decided --- */

static const AkkSigningRow *
signing_row (const Builder *self, const AkkParty *party)
{
  for (guint i = 0; i < self->signing->rows->len; i++) {
    const AkkSigningRow *row = self->signing->rows->pdata[i];

    if (row->party != NULL && row->party->record.id == party->record.id)
      return row;
  }
  return NULL;
}

/* Who has no council has nothing to decide, unless somebody noted otherwise. */
static void
fill_decision (const Builder *self, const AkkMatrixRow *row, AkkMatrixCell *cell)
{
  const AkkSigningRow *signing = signing_row (self, row->party);
  const AkkCouncilDecision *decision = signing != NULL ? signing->decision : NULL;

  cell->record = row->party->record.id;
  if (decision == NULL) {
    cell->state = row->is_board ? AKK_MATRIX_OPEN : AKK_MATRIX_NOT_ASKED;
  } else if (decision->result == AKK_COUNCIL_NOT_NEEDED) {
    cell->state = AKK_MATRIX_NOT_ASKED;
  } else if (decision->result == AKK_COUNCIL_APPROVED) {
    cell->state = AKK_MATRIX_DONE;
    cell->day = decision->decided_on;
  } else {
    cell->refused = decision->result == AKK_COUNCIL_REJECTED;
    cell->day = cell->refused ? decision->decided_on : decision->planned_on;
    cell->state = !cell->refused && cell->day != AKK_NO_DATE ? AKK_MATRIX_PARTLY : AKK_MATRIX_OPEN;
  }
}

static void
fill_signature (const Builder *self, const AkkMatrixRow *row, guint place, AkkMatrixCell *cell)
{
  const AkkSigningRow *signing = signing_row (self, row->party);
  const AkkSigningPlace *it =
      signing != NULL && place < signing->places->len ? signing->places->pdata[place] : NULL;

  if (it == NULL) {
    /* Somebody must sign for a party. */
    cell->state = place == 0 ? AKK_MATRIX_OPEN : AKK_MATRIX_NOT_ASKED;
    return;
  }
  g_free (cell->name);
  cell->name = g_strdup (it->name);
  cell->record = it->signatory != NULL ? it->signatory->record.id : 0;
  cell->state = AKK_MATRIX_OPEN;
  if (it->signature == NULL)
    return;
  cell->day = it->signature->date;
  cell->refused = it->signature->state == AKK_SIGNATURE_REFUSED;
  if (akk_signature_done (it->signature))
    cell->state = AKK_MATRIX_DONE;
  else if (it->signature->state == AKK_SIGNATURE_OFFERED)
    cell->state = AKK_MATRIX_PARTLY;
}

/* --- Who takes part --- */

static void
fill_seat (const Builder *self, const AkkMatrixRow *row, AkkBody *body, AkkMatrixCell *cell)
{
  g_autoptr (GListModel) seats =
      akk_store_list (self->store, &akk_seat_record, "body_id", body->record.id);

  cell->record = body->record.id;
  for (guint i = 0; i < g_list_model_get_n_items (seats); i++) {
    g_autoptr (AkkSeat) seat = g_list_model_get_item (seats, i);
    g_autoptr (AkkPerson) person = NULL;

    if (seat->party_id != row->party->record.id || seat->kind != AKK_SEAT_MEMBER)
      continue;
    cell->of++;
    person = akk_seat_person (self->store, seat->record.id, self->matrix->day);
    if (person == NULL)
      continue;
    if (cell->n++ == 0) {
      g_free (cell->name);
      cell->name = g_strdup (person->name);
    }
  }
  cell->state = cell->of == 0        ? AKK_MATRIX_NOT_ASKED
                : cell->n == 0       ? AKK_MATRIX_OPEN
                : cell->n < cell->of ? AKK_MATRIX_PARTLY
                                     : AKK_MATRIX_DONE;
}

/* The last meeting at which it was there; of those of the year how many. Once there this year is
 * done, only earlier ones partly. */
static void
fill_presence (const Builder *self, const AkkMatrixRow *row, AkkMatrixCell *cell)
{
  guint held = 0;

  for (guint i = self->agendas->len; i > 0; i--) {
    const AkkAgenda *agenda = self->agendas->pdata[i - 1];
    int year;

    for (guint j = 0; j < agenda->parties->len; j++) {
      const AkkAgendaParty *party = agenda->parties->pdata[j];

      if (party->party->record.id != row->party->record.id)
        continue;
      akk_date_to_ymd (agenda->meeting->date, &year, NULL, NULL);
      held++;
      cell->of += year == self->matrix->year;
      cell->n += year == self->matrix->year && party->represented;
      if (party->represented && cell->day == AKK_NO_DATE) {
        cell->day = agenda->meeting->date;
        cell->record = agenda->meeting->record.id;
      }
    }
  }
  if (held == 0)
    cell->state = AKK_MATRIX_NOT_ASKED;
  else if (cell->n > 0 || (cell->of == 0 && cell->day != AKK_NO_DATE))
    cell->state = AKK_MATRIX_DONE;
  else
    cell->state = cell->day != AKK_NO_DATE ? AKK_MATRIX_PARTLY : AKK_MATRIX_OPEN;
}

/* --- What it does --- */

/* Its own actions, and those that it leads. */
static void
fill_actions (AkkActionRows *rows, const AkkMatrixRow *row, int year, AkkMatrixCell *cell)
{
  for (guint i = 0; i < akk_action_rows_length (rows); i++) {
    const AkkActionRow *action = akk_action_rows_row (rows, i);

    if ((action->municipality_id != row->party->record.id &&
         action->lead_id != row->party->record.id) ||
        action->first_year > year || action->last_year < year)
      continue;
    cell->of++;
    cell->n += action->status == AKK_ACTION_DONE;
  }
  cell->record = row->party->record.id;
  cell->state = cell->of > 0    ? AKK_MATRIX_DONE
                : row->is_board ? AKK_MATRIX_OPEN
                                : AKK_MATRIX_NOT_ASKED;
}

static void
fill_figures (AkkFigures *figures, const AkkMatrixRow *row, int year, AkkMatrixCell *cell)
{
  GPtrArray *indicators = akk_figures_indicators (figures);

  for (guint i = 0; row->is_board && i < indicators->len; i++) {
    const AkkIndicator *indicator = indicators->pdata[i];
    g_autoptr (GPtrArray) lacking = NULL;
    gboolean lacks = FALSE;

    if (!indicator->by_municipality)
      continue;
    lacking = akk_figures_lacking (figures, indicator, year);
    for (guint j = 0; j < lacking->len; j++)
      lacks |= ((AkkParty *) lacking->pdata[j])->record.id == row->party->record.id;
    cell->of++;
    cell->n += !lacks;
  }
  cell->state = cell->of == 0        ? AKK_MATRIX_NOT_ASKED
                : cell->n == 0       ? AKK_MATRIX_OPEN
                : cell->n < cell->of ? AKK_MATRIX_PARTLY
                                     : AKK_MATRIX_DONE;
}

/* --- Rows and columns --- */

static void
add_row (Builder *self, AkkParty *party, AkkOrganisation *organisation)
{
  AkkMunicipalityMatrix *matrix = self->matrix;
  AkkMatrixRow *row = g_new0 (AkkMatrixRow, 1);

  row->party = g_object_ref (party);
  g_set_object (&row->organisation, organisation);
  row->name = akk_party_short_name (self->store, party->record.id);
  row->is_board = organisation != NULL && (organisation->kind == AKK_ORGANISATION_MUNICIPALITY ||
                                           organisation->kind == AKK_ORGANISATION_CITY);
  row->cells = g_new0 (AkkMatrixCell, matrix->columns->len);
  for (guint i = 0; i < matrix->columns->len; i++) {
    row->cells[i].name = g_strdup ("");
    row->cells[i].day = AKK_NO_DATE;
  }
  g_ptr_array_insert (matrix->rows, row->is_board ? (gint) matrix->n_boards : -1, row);
  matrix->n_boards += row->is_board;
}

static void
add_rows (Builder *self)
{
  g_autoptr (GListModel) list = akk_store_list (self->store, &akk_party_record, "agreement_id",
                                                self->matrix->agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (list, i);
    g_autoptr (AkkOrganisation) organisation =
        akk_store_get (self->store, &akk_organisation_record, party->organisation_id);

    add_row (self, party, organisation);
  }
}

static void
add_columns (Builder *self)
{
  AkkMunicipalityMatrix *matrix = self->matrix;
  g_autoptr (GListModel) bodies =
      akk_store_list (self->store, &akk_body_record, "agreement_id", matrix->agreement->record.id);
  guint n_places = 1;

  for (guint i = 0; i < self->signing->rows->len; i++)
    n_places = MAX (n_places, ((AkkSigningRow *) self->signing->rows->pdata[i])->places->len);
  add_column (matrix, AKK_MATRIX_DECISION, NULL, 0);
  for (guint i = 0; i < n_places; i++)
    add_column (matrix, AKK_MATRIX_SIGNATURE, NULL, i);
  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);
    add_column (matrix, AKK_MATRIX_SEAT, body, 0);
  }
  add_column (matrix, AKK_MATRIX_PRESENCE, NULL, 0);
  add_column (matrix, AKK_MATRIX_ACTIONS, NULL, 0);
  add_column (matrix, AKK_MATRIX_FIGURES, NULL, 0);
}

static void
fill (Builder *self)
{
  AkkMunicipalityMatrix *matrix = self->matrix;
  gint64 id = matrix->agreement->record.id;
  g_autoptr (AkkActionRows) actions = akk_action_rows_new (self->store, id);
  g_autoptr (AkkFigures) figures = akk_figures_new (self->store, id);

  akk_figures_read_all (figures);
  for (guint i = 0; i < matrix->rows->len; i++) {
    AkkMatrixRow *row = matrix->rows->pdata[i];

    for (guint j = 0; j < matrix->columns->len; j++) {
      const AkkMatrixColumn *column = matrix->columns->pdata[j];
      AkkMatrixCell *cell = &row->cells[j];

      if (column->topic == AKK_MATRIX_DECISION)
        fill_decision (self, row, cell);
      else if (column->topic == AKK_MATRIX_SIGNATURE)
        fill_signature (self, row, column->place, cell);
      else if (column->topic == AKK_MATRIX_SEAT)
        fill_seat (self, row, column->body, cell);
      else if (column->topic == AKK_MATRIX_PRESENCE)
        fill_presence (self, row, cell);
      else if (column->topic == AKK_MATRIX_ACTIONS)
        fill_actions (actions, row, matrix->year, cell);
      else
        fill_figures (figures, row, matrix->year, cell);
      row->n_open += cell->state == AKK_MATRIX_OPEN || cell->state == AKK_MATRIX_PARTLY;
    }
    matrix->n_open += row->n_open;
  }
}

static void
read_agendas (Builder *self)
{
  g_autoptr (GPtrArray) meetings =
      akk_meetings (self->store, self->matrix->agreement->record.id, 0);

  for (guint i = 0; i < meetings->len; i++) {
    AkkMeeting *meeting = meetings->pdata[i];

    if (akk_meeting_held (meeting) && meeting->date <= self->matrix->day)
      g_ptr_array_add (self->agendas, akk_agenda_new (self->store, meeting));
  }
}

int
akk_municipality_matrix_year (const AkkAgreement *agreement, gint64 day)
{
  int year, limit;

  akk_date_to_ymd (day, &year, NULL, NULL);
  if (agreement->ends_on != AKK_NO_DATE && !agreement->indefinite) {
    akk_date_to_ymd (agreement->ends_on, &limit, NULL, NULL);
    year = MIN (year, limit);
  }
  if (agreement->starts_on != AKK_NO_DATE) {
    akk_date_to_ymd (agreement->starts_on, &limit, NULL, NULL);
    year = MAX (year, limit);
  }
  return year;
}

AkkMunicipalityMatrix *
akk_municipality_matrix_new (AkkStore *store, AkkAgreement *agreement, int year, gint64 day)
{
  AkkMunicipalityMatrix *self = g_new0 (AkkMunicipalityMatrix, 1);
  g_autoptr (AkkSigning) signing = akk_signing_new (store, agreement, NULL);
  g_autoptr (GPtrArray) agendas = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_agenda_free);
  Builder builder = { self, store, signing, agendas };

  self->agreement = g_object_ref (agreement);
  self->year = year;
  self->day = day;
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_ptr_array_new ();
  add_columns (&builder);
  add_rows (&builder);
  read_agendas (&builder);
  fill (&builder);
  return self;
}

void
akk_municipality_matrix_free (AkkMunicipalityMatrix *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    row_free (self->rows->pdata[i], self->columns->len);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_object_unref (self->agreement);
  g_free (self);
}
