/* The figures of an agreement's indicators: reading them and keeping up with the store.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/figures-private.h"

#include <string.h>

#include "core/agreement.h"
#include "core/organisation.h"
#include "core/pact.h"
#include "core/party.h"
#include "core/store-values.h"
#include "core/target.h"

/* Where the indicator stands among the numbers of a row of each. */
enum { ROW_INDICATOR = 7, TARGET_INDICATOR = 4 };
enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkFigures, akk_figures, G_TYPE_OBJECT)

/* --- One indicator --- */

static void
series_free (gpointer data)
{
  AkkSeries *series = data;

  g_array_unref (series->rows);
  g_array_unref (series->targets);
  g_ptr_array_unref (series->groups);
  g_ptr_array_unref (series->sources);
  g_free (series);
}

/* 0: "", all of them. */
static guint16
name_number (const GPtrArray *names, const char *name)
{
  guint found;

  if (name == NULL || *name == '\0')
    return 0;
  return g_ptr_array_find_with_equal_func ((GPtrArray *) names, name, g_str_equal, &found)
             ? (guint16) (found + 1)
             : G_MAXUINT16;
}

static guint16
take_name (GPtrArray *names, const char *name)
{
  guint16 number = name_number (names, name);

  if (number != G_MAXUINT16)
    return number;
  g_ptr_array_add (names, g_strdup (name));
  return (guint16) names->len;
}

guint16
akk_series_group (const AkkSeries *series, const char *name)
{
  return name_number (series->groups, name);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const AkkFigureRow *one = a, *other = b;

  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;
  if (one->party_id != other->party_id)
    return one->party_id < other->party_id ? -1 : 1;
  return (int) one->group - (int) other->group;
}

static int
compare_rows_for_order (gconstpointer a, gconstpointer b)
{
  const AkkFigureRow *one = a, *other = b;
  int order = compare_rows (a, b);

  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

/* Two copies of a dossier may both have been given the same figure: every copy then shows the same
 * one of them, the one with the greatest id. */
static void
put_in_order (GArray *rows)
{
  guint n = 0;

  g_array_sort (rows, compare_rows_for_order);
  for (guint i = 0; i < rows->len; i++) {
    const AkkFigureRow *row = &g_array_index (rows, AkkFigureRow, i);

    if (i + 1 == rows->len || compare_rows (row, row + 1) != 0)
      g_array_index (rows, AkkFigureRow, n++) = *row;
  }
  g_array_set_size (rows, n);
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const AkkTargetRow *one = a, *other = b;

  if (one->party_id != other->party_id)
    return one->party_id < other->party_id ? -1 : 1;
  if (one->group != other->group)
    return (int) one->group - (int) other->group;
  return one->year - other->year;
}

static void
add_row_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  AkkSeries *series = data;
  AkkFigureRow row = { .id = id,
                       .year = (int) numbers[0],
                       .until = numbers[1],
                       .party_id = numbers[2],
                       .state = (guint8) numbers[3],
                       .value = numbers[4],
                       .provisional = numbers[5] != 0,
                       .group = take_name (series->groups, texts[0]),
                       .received_on = numbers[6],
                       .source = take_name (series->sources, texts[1]) };

  g_array_append_val (series->rows, row);
}

static void
add_target_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  AkkSeries *series = data;
  AkkTargetRow row = { .year = (int) numbers[0],
                       .group = take_name (series->groups, texts[0]),
                       .party_id = numbers[1],
                       .value = numbers[2],
                       .upper = MAX (numbers[2], numbers[3]) };

  g_array_append_val (series->targets, row);
}

static const char *const row_fields[] = {
  "year",        "until",        "party_id",     "state",  "value", "provisional",
  "received_on", "indicator_id", "target_group", "source", NULL
};
static const char *const target_fields[] = { "year",         "party_id",     "value", "upper",
                                             "indicator_id", "target_group", NULL };

static AkkSeries *
series_new (void)
{
  AkkSeries *series = g_new0 (AkkSeries, 1);

  series->rows = g_array_new (FALSE, FALSE, sizeof (AkkFigureRow));
  series->targets = g_array_new (FALSE, FALSE, sizeof (AkkTargetRow));
  series->groups = g_ptr_array_new_with_free_func (g_free);
  series->sources = g_ptr_array_new_with_free_func (g_free);
  return series;
}

/* Whole now: takes it over. */
static AkkSeries *
keep_series (AkkFigures *self, gint64 indicator_id, AkkSeries *series)
{
  put_in_order (series->rows);
  g_array_sort (series->targets, compare_targets);
  g_hash_table_insert (self->series, g_memdup2 (&indicator_id, sizeof indicator_id), series);
  return series;
}

AkkSeries *
akk_figures_series (AkkFigures *self, gint64 indicator_id)
{
  AkkSeries *series = g_hash_table_lookup (self->series, &indicator_id);

  if (series != NULL)
    return series;
  series = series_new ();
  akk_store_each (self->store, &akk_measurement_record, row_fields, "indicator_id", indicator_id,
                  add_row_cb, series);
  akk_store_each (self->store, &akk_target_record, target_fields, "indicator_id", indicator_id,
                  add_target_cb, series);
  return keep_series (self, indicator_id, series);
}

static void
add_any_row_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  AkkSeries *series = g_hash_table_lookup (data, &numbers[ROW_INDICATOR]);

  if (series != NULL)
    add_row_cb (id, numbers, texts, series);
}

static void
add_any_target_cb (gint64 id, const gint64 *numbers, const char *const *texts, gpointer data)
{
  AkkSeries *series = g_hash_table_lookup (data, &numbers[TARGET_INDICATOR]);

  if (series != NULL)
    add_target_cb (id, numbers, texts, series);
}

void
akk_figures_read_all (AkkFigures *self)
{
  g_autoptr (GHashTable) unread = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->indicators->len; i++) {
    const AkkIndicator *it = self->indicators->pdata[i];

    if (!g_hash_table_contains (self->series, &it->record.id))
      g_hash_table_insert (unread, (gpointer) &it->record.id, series_new ());
  }
  if (g_hash_table_size (unread) == 0)
    return;
  akk_store_each (self->store, &akk_measurement_record, row_fields, "+indicator_id.agreement_id",
                  self->agreement_id, add_any_row_cb, unread);
  akk_store_each (self->store, &akk_target_record, target_fields, "+indicator_id.agreement_id",
                  self->agreement_id, add_any_target_cb, unread);
  for (guint i = 0; i < self->indicators->len; i++) {
    const AkkIndicator *it = self->indicators->pdata[i];
    AkkSeries *series = g_hash_table_lookup (unread, &it->record.id);

    if (series != NULL)
      keep_series (self, it->record.id, series);
  }
}

const AkkFigureRow *
akk_series_find (const AkkSeries *self, int year, gint64 party_id, const char *target_group)
{
  AkkFigureRow wanted = { .year = year,
                          .party_id = party_id,
                          .group = akk_series_group (self, target_group) };
  guint found;

  return g_array_binary_search (self->rows, &wanted, compare_rows, &found)
             ? &g_array_index (self->rows, AkkFigureRow, found)
             : NULL;
}

/* --- All of them --- */

static gboolean
is_municipality (AkkFigures *self, const AkkParty *party)
{
  g_autoptr (AkkOrganisation) organisation =
      akk_store_get (self->store, &akk_organisation_record, party->organisation_id);

  return organisation != NULL && (organisation->kind == AKK_ORGANISATION_MUNICIPALITY ||
                                  organisation->kind == AKK_ORGANISATION_CITY);
}

static void
read_lists (AkkFigures *self)
{
  g_autoptr (GListModel) indicators =
      akk_store_list (self->store, &akk_indicator_record, "agreement_id", self->agreement_id);
  g_autoptr (GListModel) parties =
      akk_store_list (self->store, &akk_party_record, "agreement_id", self->agreement_id);

  g_ptr_array_set_size (self->indicators, 0);
  g_ptr_array_set_size (self->municipalities, 0);
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    g_ptr_array_add (self->indicators, g_list_model_get_item (indicators, i));
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);

    if (is_municipality (self, party))
      g_ptr_array_add (self->municipalities, g_steal_pointer (&party));
  }
}

static void
read_pact_groups (AkkFigures *self)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (self->store, &akk_agreement_record, self->agreement_id);
  g_autoptr (AkkPhrases) phrases =
      agreement != NULL ? akk_phrases_new (akk_agreement_language (agreement), NULL) : NULL;

  for (guint i = 0; phrases != NULL && i < AKK_PACT_N_TARGET_GROUPS; i++)
    g_ptr_array_add (self->pact_groups, g_strdup (akk_pact_target_group (phrases, i)));
}

static void
forget_series (AkkFigures *self, gint64 indicator_id)
{
  g_hash_table_remove (self->series, &indicator_id);
  g_hash_table_remove (self->shown_groups, &indicator_id);
}

static void
forget_all (AkkFigures *self)
{
  g_hash_table_remove_all (self->series);
  g_hash_table_remove_all (self->shown_groups);
}

/* Whether a changed record is one of those that figures are made of. */
static gboolean
take_change (AkkFigures *self, const AkkCellChange *change, gboolean *lists)
{
  if (change->type == &akk_measurement_record || change->type == &akk_target_record) {
    g_autoptr (AkkRecord) record = akk_store_get (self->store, change->type, change->id);

    if (record == NULL || (change->field != NULL && change->field->kind == AKK_FIELD_REF))
      forget_all (self); /* it may have been another indicator's */
    else
      forget_series (self, change->type == &akk_target_record
                               ? ((AkkTarget *) record)->indicator_id
                               : ((AkkMeasurement *) record)->indicator_id);
    return TRUE;
  }
  if (change->type == &akk_indicator_record || change->type == &akk_party_record ||
      change->type == &akk_organisation_record)
    return *lists = TRUE;
  return FALSE;
}

static void
stepped_cb (AkkFigures *self, AkkStep *step)
{
  g_autoptr (GPtrArray) changes = akk_store_step_changes (self->store, akk_step_get_id (step));
  gboolean changed = FALSE, lists = FALSE;

  for (guint i = 0; i < changes->len; i++)
    changed |= take_change (self, changes->pdata[i], &lists);
  if (lists)
    read_lists (self);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Object --- */

static void
akk_figures_finalize (GObject *object)
{
  AkkFigures *self = AKK_FIGURES (object);

  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->municipalities, g_ptr_array_unref);
  g_clear_pointer (&self->pact_groups, g_ptr_array_unref);
  g_clear_pointer (&self->series, g_hash_table_unref);
  g_clear_pointer (&self->shown_groups, g_hash_table_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_figures_parent_class)->finalize (object);
}

static void
akk_figures_class_init (AkkFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_figures_finalize;
  signals[CHANGED] = g_signal_new ("changed", AKK_TYPE_FIGURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
akk_figures_init (AkkFigures *self)
{
  self->indicators = g_ptr_array_new_with_free_func (g_object_unref);
  self->municipalities = g_ptr_array_new_with_free_func (g_object_unref);
  self->pact_groups = g_ptr_array_new_with_free_func (g_free);
  self->series = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, series_free);
  self->shown_groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);
}

AkkFigures *
akk_figures_new (AkkStore *store, gint64 agreement_id)
{
  AkkFigures *self = g_object_new (AKK_TYPE_FIGURES, NULL);

  self->store = g_object_ref (store);
  self->agreement_id = agreement_id;
  read_lists (self);
  read_pact_groups (self);
  g_signal_connect_object (store, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* --- What they say --- */

GPtrArray *
akk_figures_indicators (AkkFigures *self)
{
  return self->indicators;
}

GPtrArray *
akk_figures_municipalities (AkkFigures *self)
{
  return self->municipalities;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
akk_figures_target_groups (AkkFigures *self, const AkkIndicator *indicator)
{
  const AkkSeries *series = akk_figures_series (self, indicator->record.id);
  GPtrArray *shown = g_hash_table_lookup (self->shown_groups, &indicator->record.id);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  if (shown != NULL)
    return shown;
  shown = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->pact_groups->len; i++)
    if (akk_series_group (series, self->pact_groups->pdata[i]) != G_MAXUINT16)
      g_ptr_array_add (shown, g_strdup (self->pact_groups->pdata[i]));
  for (guint i = 0; i < series->groups->len; i++)
    if (!g_ptr_array_find_with_equal_func (shown, series->groups->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (others, series->groups->pdata[i]);
  g_ptr_array_sort (others, compare_names);
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (shown, g_strdup (others->pdata[i]));
  g_hash_table_insert (self->shown_groups,
                       g_memdup2 (&indicator->record.id, sizeof indicator->record.id), shown);
  return shown;
}

gboolean
akk_figures_years (AkkFigures *self, const AkkIndicator *indicator, int *first, int *last)
{
  const AkkSeries *series = akk_figures_series (self, indicator->record.id);

  if (series->rows->len == 0)
    return FALSE;
  if (first != NULL)
    *first = g_array_index (series->rows, AkkFigureRow, 0).year;
  if (last != NULL)
    *last = g_array_index (series->rows, AkkFigureRow, series->rows->len - 1).year;
  return TRUE;
}

GPtrArray *
akk_figures_lacking (AkkFigures *self, const AkkIndicator *indicator, int year)
{
  GPtrArray *lacking = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; indicator->by_municipality && i < self->municipalities->len; i++) {
    AkkParty *party = self->municipalities->pdata[i];

    if (akk_figures_get (self, indicator, year, party->record.id, NULL).state == AKK_FIGURE_MISSING)
      g_ptr_array_add (lacking, g_object_ref (party));
  }
  return lacking;
}

static int
compare_bytes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
akk_figures_sources (AkkFigures *self, const AkkIndicator *indicator, int year, gint64 *received_on)
{
  const AkkSeries *series = akk_figures_series (self, indicator->record.id);
  GPtrArray *sources = g_ptr_array_new ();

  *received_on = AKK_NO_DATE;
  for (guint i = 0; i < series->rows->len; i++) {
    const AkkFigureRow *row = &g_array_index (series->rows, AkkFigureRow, i);
    char *source = row->source != 0 ? series->sources->pdata[row->source - 1] : NULL;

    if (row->year != year)
      continue;
    *received_on = MAX (*received_on, row->received_on);
    if (source != NULL && !g_ptr_array_find (sources, source, NULL))
      g_ptr_array_add (sources, source);
  }
  g_ptr_array_sort (sources, compare_bytes);
  return sources;
}
