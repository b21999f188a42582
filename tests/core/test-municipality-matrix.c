/* Tests of what is still wanted of each board, on the example Scheldeland.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/municipality-matrix.h"

#include "core/council-decision.h"
#include "core/dates.h"
#include "core/export.h"
#include "store-fixture.h"

static void
example_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = fixture_memory_folder ();
  self->path = g_build_filename (self->folder, "a.db", NULL);
  akk_example_create ("scheldeland", self->path, NULL, &error);
  g_assert_no_error (error);
  fixture_open (self);
}

static AkkMunicipalityMatrix *
matrix_of (Fixture *self, guint n)
{
  g_autoptr (AkkAgreement) agreement = akk_agreement_nth (self->store, n);

  return akk_municipality_matrix_new (self->store, agreement, 2025,
                                      akk_date_from_ymd (2025, 11, 17));
}

static guint
column_of (const AkkMunicipalityMatrix *self, AkkMatrixTopic topic, const char *body)
{
  for (guint i = 0; i < self->columns->len; i++) {
    const AkkMatrixColumn *column = self->columns->pdata[i];

    if (column->topic == topic && (body == NULL || g_str_equal (column->body->name, body)))
      return i;
  }
  g_assert_not_reached ();
}

static const AkkMatrixRow *
row_of (const AkkMunicipalityMatrix *self, const char *name)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const AkkMatrixRow *row = self->rows->pdata[i];

    if (g_str_equal (row->name, name))
      return row;
  }
  g_assert_not_reached ();
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkMunicipalityMatrix) matrix = matrix_of (self, 1);
  guint n_open = 0;

  g_assert_cmpuint (matrix->n_boards, ==, 8);
  g_assert_cmpuint (matrix->rows->len, ==, 10);
  for (guint i = 0; i < matrix->rows->len; i++) {
    const AkkMatrixRow *row = matrix->rows->pdata[i];

    g_assert_cmpint (row->is_board, ==, i < 8);
    n_open += row->n_open;
  }
  g_assert_cmpuint (matrix->n_open, ==, n_open);
  g_assert_cmpstr (((AkkMatrixRow *) matrix->rows->pdata[0])->name, ==, "Berlare");
  g_assert_cmpstr (((AkkMatrixRow *) matrix->rows->pdata[8])->name, ==, "VDAB");
}

/* A seat is there only for who has one; what is asked of no association is not open. */
static void
test_not_asked (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkMunicipalityMatrix) matrix = matrix_of (self, 1);
  const AkkMatrixRow *vdab = row_of (matrix, "VDAB");
  guint figures = column_of (matrix, AKK_MATRIX_FIGURES, NULL);
  guint actions = column_of (matrix, AKK_MATRIX_ACTIONS, NULL);

  g_assert_cmpint (vdab->cells[figures].state, ==, AKK_MATRIX_NOT_ASKED);
  g_assert_cmpint (row_of (matrix, "Zele")->cells[figures].state, !=, AKK_MATRIX_NOT_ASKED);
  g_assert_cmpuint (vdab->cells[actions].of, >, 0);
}

static void
test_counts (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkMunicipalityMatrix) matrix = matrix_of (self, 1);
  guint presence = column_of (matrix, AKK_MATRIX_PRESENCE, NULL);

  for (guint i = 0; i < matrix->rows->len; i++) {
    const AkkMatrixRow *row = matrix->rows->pdata[i];

    for (guint j = 0; j < matrix->columns->len; j++) {
      const AkkMatrixCell *cell = &row->cells[j];

      g_assert_cmpuint (cell->n, <=, cell->of);
      g_assert_nonnull (cell->name);
    }
    g_assert_true (row->cells[presence].day == AKK_NO_DATE ||
                   row->cells[presence].day <= matrix->day);
  }
}

/* A decision that is noted closes its cell; one that is on an agenda does so in part. */
static void
test_decision (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkMunicipalityMatrix) before = matrix_of (self, 1);
  const AkkMatrixRow *zele = row_of (before, "Zele");
  g_autoptr (GListModel) list = akk_store_list (self->store, &akk_council_decision_record,
                                                "party_id", zele->party->record.id);
  g_autoptr (AkkCouncilDecision) decision = g_list_model_get_item (list, 0);
  static const struct {
    gint64 result, planned, decided;
    AkkMatrixState state;
    gboolean refused;
  } cases[] = {
    { AKK_COUNCIL_APPROVED, AKK_NO_DATE, 19000, AKK_MATRIX_DONE, FALSE },
    { AKK_COUNCIL_OPEN, 19000, AKK_NO_DATE, AKK_MATRIX_PARTLY, FALSE },
    { AKK_COUNCIL_OPEN, AKK_NO_DATE, AKK_NO_DATE, AKK_MATRIX_OPEN, FALSE },
    { AKK_COUNCIL_REJECTED, AKK_NO_DATE, 19000, AKK_MATRIX_OPEN, TRUE },
    { AKK_COUNCIL_NOT_NEEDED, AKK_NO_DATE, AKK_NO_DATE, AKK_MATRIX_NOT_ASKED, FALSE },
  };

  g_assert_nonnull (decision);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkMunicipalityMatrix) matrix = NULL;
    g_autoptr (GError) error = NULL;
    const AkkMatrixCell *cell;

    akk_store_begin (self->store, "Decide");
    akk_store_set_int (self->store, decision, "result", cases[i].result);
    akk_store_set_int (self->store, decision, "planned_on", cases[i].planned);
    akk_store_set_int (self->store, decision, "decided_on", cases[i].decided);
    akk_store_commit (self->store, &error);
    g_assert_no_error (error);
    matrix = matrix_of (self, 1);
    cell = &row_of (matrix, "Zele")->cells[column_of (matrix, AKK_MATRIX_DECISION, NULL)];
    g_assert_cmpint (cell->state, ==, cases[i].state);
    g_assert_cmpint (cell->refused, ==, cases[i].refused);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/municipality-matrix/" name, Fixture, NULL, example_set_up, test, fixture_tear_down)
  ADD ("boards-come-first", test_rows);
  ADD ("what-is-asked-of-nobody-is-not-open", test_not_asked);
  ADD ("counts-are-within-bounds", test_counts);
  ADD ("decision-closes-its-cell", test_decision);
  return g_test_run ();
}
