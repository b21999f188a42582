/* Who delivers which figures, and what they gave, as plain values read from a store.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/indicator.h"
#include "core/measurement.h"
#include "core/obligations-private.h"
#include "core/organisation.h"
#include "core/parties.h"
#include "core/store-values.h"

/* More municipalities than there are. */
#define N_SLOTS 4096

const char *const akk_duty_indicator_fields[] = {
  "agreement_id", "position", "name", "supplier_id", "delay", "by_municipality", NULL
};
const char *const akk_duty_figure_fields[] = { "indicator_id", "year", "party_id", "received_on",
                                               NULL };
enum { F_ID, F_INDICATOR, F_YEAR, F_PARTY, F_RECEIVED_ON, N_F };

void
akk_duty_indicator_free (AkkDutyIndicator *self)
{
  g_ref_string_release (self->name);
  g_ref_string_release (self->supplier);
  g_hash_table_unref (self->given);
  g_free (self);
}

static gpointer
key_of (gint64 year, guint slot)
{
  return GINT_TO_POINTER ((int) year * N_SLOTS + (int) slot);
}

gboolean
akk_duty_indicator_given (const AkkDutyIndicator *self, int year, guint slot, gint64 day)
{
  gpointer received;

  return g_hash_table_lookup_extended (self->given, key_of (year, slot), NULL, &received) &&
         GPOINTER_TO_INT (received) <= day;
}

/* --- Indicators --- */

static void
add_municipalities (AkkStore *store, AkkDuties *duties)
{
  g_autoptr (GListModel) parties =
      akk_store_list (store, &akk_party_record, "agreement_id", duties->id);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);
    g_autoptr (AkkOrganisation) organisation =
        akk_store_get (store, &akk_organisation_record, party->organisation_id);

    if (organisation == NULL || duties->municipalities->len + 1 >= N_SLOTS ||
        (organisation->kind != AKK_ORGANISATION_MUNICIPALITY &&
         organisation->kind != AKK_ORGANISATION_CITY))
      continue;
    g_ptr_array_add (duties->municipalities, g_strdup (akk_organisation_short (organisation)));
    g_hash_table_insert (duties->slots, g_memdup2 (&party->record.id, sizeof party->record.id),
                         GUINT_TO_POINTER (duties->municipalities->len));
  }
}

static int
compare_delays (gconstpointer a, gconstpointer b)
{
  const AkkDutyIndicator *one = *(AkkDutyIndicator *const *) a;
  const AkkDutyIndicator *two = *(AkkDutyIndicator *const *) b;

  return one->delay < two->delay ? -1 : one->delay > two->delay;
}

static void
add_indicators (AkkStore *store, AkkDuties *duties)
{
  g_autoptr (GListModel) indicators =
      akk_store_list (store, &akk_indicator_record, "agreement_id", duties->id);

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++) {
    g_autoptr (AkkIndicator) record = g_list_model_get_item (indicators, i);
    g_autofree char *supplier = NULL;
    AkkDutyIndicator *indicator;

    if (record->supplier_id == 0)
      continue;
    supplier = akk_party_short_name (store, record->supplier_id);
    indicator = g_new0 (AkkDutyIndicator, 1);
    indicator->duties = duties;
    indicator->id = record->record.id;
    indicator->delay = record->delay;
    indicator->by_municipality = record->by_municipality != 0 && duties->municipalities->len > 0;
    indicator->name = g_ref_string_new (record->name);
    indicator->supplier = g_ref_string_new (supplier);
    indicator->given = g_hash_table_new (NULL, NULL);
    g_ptr_array_add (duties->indicators, indicator);
  }
  g_ptr_array_sort (duties->indicators, compare_delays);
}

static void
read_indicators (AkkDutyBook *self, AkkDuties *duties)
{
  g_ptr_array_set_size (duties->indicators, 0);
  g_ptr_array_set_size (duties->municipalities, 0);
  g_hash_table_remove_all (duties->slots);
  akk_duty_drop_weighed (&duties->weighed_figures, 1);
  add_municipalities (self->store, duties);
  add_indicators (self->store, duties);
}

static void
index_indicators (AkkDutyBook *self)
{
  g_hash_table_remove_all (self->indicators);
  for (guint i = 0; i < self->duties->len; i++) {
    const AkkDuties *duties = self->duties->pdata[i];

    for (guint k = 0; k < duties->indicators->len; k++) {
      AkkDutyIndicator *indicator = duties->indicators->pdata[k];

      g_hash_table_insert (self->indicators, &indicator->id, indicator);
    }
  }
}

/* --- Figures --- */

static void
give (AkkDutyIndicator *indicator, const gint64 *row)
{
  guint slot = 0;
  gpointer key, before;
  int day = row[F_RECEIVED_ON] != AKK_NO_DATE ? (int) row[F_RECEIVED_ON] : G_MININT;

  if (indicator->by_municipality)
    slot = GPOINTER_TO_UINT (g_hash_table_lookup (indicator->duties->slots, &row[F_PARTY]));
  key = key_of (row[F_YEAR], slot);
  if (!g_hash_table_lookup_extended (indicator->given, key, NULL, &before) ||
      GPOINTER_TO_INT (before) > day)
    g_hash_table_insert (indicator->given, key, GINT_TO_POINTER (day));
}

static void
give_all (AkkDutyBook *self, const GArray *values)
{
  AkkDutyIndicator *indicator = NULL;

  for (guint i = 0; i + N_F <= values->len; i += N_F) {
    const gint64 *row = &g_array_index (values, gint64, i);

    /* Those of one indicator often follow each other. */
    if (indicator == NULL || indicator->id != row[F_INDICATOR])
      indicator = g_hash_table_lookup (self->indicators, &row[F_INDICATOR]);
    if (indicator != NULL)
      give (indicator, row);
  }
}

/* --- Reading --- */

void
akk_duty_book_read_figures (AkkDutyBook *self)
{
  static const char *const agreement_field[] = { "agreement_id", NULL };
  static const char *const supplied[] = { "supplier_id", NULL };
  g_autoptr (GArray) owners =
      akk_store_values (self->store, &akk_indicator_record, agreement_field, NULL, 0, supplied);
  g_autoptr (GHashTable) agreements = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) values = NULL;

  for (guint i = 0; i + 1 < owners->len; i += 2)
    g_hash_table_add (agreements, &g_array_index (owners, gint64, i + 1));
  for (guint i = 0; i < self->duties->len; i++) {
    AkkDuties *duties = self->duties->pdata[i];

    if (g_hash_table_contains (agreements, &duties->id))
      read_indicators (self, duties);
  }
  index_indicators (self);
  if (g_hash_table_size (self->indicators) == 0)
    return;
  values = akk_store_values (self->store, &akk_measurement_record, akk_duty_figure_fields, NULL, 0,
                             NULL);
  give_all (self, values);
}

/* The indicators of these agreements are to be read too. */
static void
read_agreements (AkkDutyBook *self, GHashTable *agreements, GHashTable *indicators)
{
  for (guint i = 0; i < self->duties->len; i++) {
    AkkDuties *duties = self->duties->pdata[i];

    if (!g_hash_table_contains (agreements, &duties->id))
      continue;
    read_indicators (self, duties);
    for (guint k = 0; k < duties->indicators->len; k++) {
      const AkkDutyIndicator *indicator = duties->indicators->pdata[k];

      g_hash_table_add (indicators, g_memdup2 (&indicator->id, sizeof indicator->id));
    }
  }
  index_indicators (self);
}

void
akk_duty_book_read_some_figures (AkkDutyBook *self, GHashTable *agreements, GHashTable *indicators)
{
  GHashTableIter iter;
  const gint64 *id;

  if (g_hash_table_size (agreements) > 0)
    read_agreements (self, agreements, indicators);
  g_hash_table_iter_init (&iter, indicators);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    AkkDutyIndicator *indicator = g_hash_table_lookup (self->indicators, id);
    g_autoptr (GArray) values = NULL;

    if (indicator == NULL)
      continue;
    g_hash_table_remove_all (indicator->given);
    akk_duty_drop_weighed (&indicator->duties->weighed_figures, 1);
    values = akk_store_values (self->store, &akk_measurement_record, akk_duty_figure_fields,
                               "indicator_id", *id, NULL);
    give_all (self, values);
  }
}
