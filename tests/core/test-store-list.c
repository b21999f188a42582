/* Live lists: what changes is told precisely.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/order.h"
#include "store-fixture.h"

/* A listener that keeps its own copy of the list, by the signals alone. */
typedef struct {
  GListModel *list;
  GArray *ids;
  GString *log;
} Mirror;

static gint64
id_at (GListModel *list, guint position)
{
  g_autoptr (AkkRecord) record = g_list_model_get_item (list, position);

  return record->id;
}

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, Mirror *mirror)
{
  g_string_append_printf (mirror->log, "%u-%u+%u ", position, removed, added);
  if (removed > 0)
    g_array_remove_range (mirror->ids, position, removed);
  for (guint i = 0; i < added; i++) {
    gint64 id = id_at (list, position + i);
    g_array_insert_val (mirror->ids, position + i, id);
  }
}

static Mirror *
mirror_new (GListModel *list)
{
  Mirror *mirror = g_new0 (Mirror, 1);

  mirror->list = list;
  mirror->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  mirror->log = g_string_new (NULL);
  items_changed_cb (list, 0, 0, g_list_model_get_n_items (list), mirror);
  g_string_truncate (mirror->log, 0);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), mirror);
  return mirror;
}

static void
mirror_check (Mirror *mirror)
{
  g_assert_cmpuint (mirror->ids->len, ==, g_list_model_get_n_items (mirror->list));
  for (guint i = 0; i < mirror->ids->len; i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (mirror->list, i);
    g_assert_cmpint (section->record.id, ==, g_array_index (mirror->ids, gint64, i));
    if (i > 0) {
      g_autoptr (AkkSection) before = g_list_model_get_item (mirror->list, i - 1);
      g_assert_cmpint (strcmp (before->position, section->position), <=, 0);
    }
  }
}

static void
mirror_free (Mirror *mirror)
{
  g_object_unref (mirror->list);
  g_array_unref (mirror->ids);
  g_string_free (mirror->log, TRUE);
  g_free (mirror);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mirror, mirror_free)

static void
expect (Mirror *mirror, const char *log)
{
  g_assert_cmpstr (mirror->log->str, ==, log);
  g_string_truncate (mirror->log, 0);
  mirror_check (mirror);
}

static void
test_changes_are_precise (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Een");
  g_autoptr (AkkAgreement) other = fixture_add_agreement (fixture, "Twee");
  g_autoptr (Mirror) mirror = mirror_new (
      akk_store_list (fixture->store, &akk_section_record, "agreement_id", agreement->record.id));
  g_autoptr (AkkSection) a = fixture_add_section (fixture, agreement, "a", "A");
  g_autoptr (AkkSection) c = fixture_add_section (fixture, agreement, "c", "C");
  g_autoptr (AkkSection) b = fixture_add_section (fixture, agreement, "b", "B");
  g_autoptr (AkkSection) elsewhere = fixture_add_section (fixture, other, "x", "B");

  expect (mirror, "0-0+1 1-0+1 1-0+1 ");
  fixture_set (fixture, b, "heading", "bé");
  expect (mirror, "");
  fixture_set (fixture, b, "position", "BB");
  expect (mirror, "");
  fixture_set (fixture, a, "position", "D");
  expect (mirror, "0-1+0 2-0+1 ");
  akk_store_begin (fixture->store, "Delete");
  akk_store_delete (fixture->store, c);
  fixture_commit (fixture);
  expect (mirror, "1-1+0 ");
  g_assert_true (akk_store_undo (fixture->store, NULL));
  expect (mirror, "1-0+1 ");
  akk_store_begin (fixture->store, "Move");
  akk_store_set_int (fixture->store, elsewhere, "agreement_id", agreement->record.id);
  akk_store_set_int (fixture->store, b, "agreement_id", other->record.id);
  fixture_commit (fixture);
  g_assert_cmpuint (mirror->ids->len, ==, 3);
  mirror_check (mirror);
}

static void
random_action (Fixture *fixture, GRand *rand, AkkAgreement **agreements, GPtrArray *sections)
{
  akk_store_begin (fixture->store, "Change");
  for (gint n = g_rand_int_range (rand, 1, 5); n > 0; n--) {
    AkkSection *section = sections->pdata[g_rand_int_range (rand, 0, sections->len)];
    g_autofree char *position = g_strdup_printf ("%02d", g_rand_int_range (rand, 0, 20));
    switch (g_rand_int_range (rand, 0, 5)) {
    case 0:
      section = akk_record_new (&akk_section_record);
      g_object_set (section, "agreement-id", agreements[0]->record.id, "position", position, NULL);
      akk_store_add (fixture->store, section);
      g_ptr_array_add (sections, section);
      break;
    case 1:
      akk_store_delete (fixture->store, section);
      break;
    case 2:
      akk_store_set_int (fixture->store, section, "agreement_id",
                         agreements[g_rand_int_range (rand, 0, 2)]->record.id);
      break;
    default:
      akk_store_set_text (fixture->store, section, "position", position);
    }
  }
  fixture_commit (fixture);
}

static void
test_random_changes_keep_lists_right (Fixture *fixture, gconstpointer data)
{
  AkkAgreement *agreements[2] = { fixture_add_agreement (fixture, "Een"),
                                  fixture_add_agreement (fixture, "Twee") };
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  Mirror *mirrors[3];

  g_ptr_array_add (sections, fixture_add_section (fixture, agreements[0], "a", "05"));
  mirrors[0] = mirror_new (akk_store_list (fixture->store, &akk_section_record, NULL, 0));
  for (guint i = 0; i < 2; i++)
    mirrors[i + 1] = mirror_new (akk_store_list (fixture->store, &akk_section_record,
                                                 "agreement_id", agreements[i]->record.id));
  for (guint n = 0; n < 150; n++) {
    if (n % 5 == 4)
      g_assert_true (akk_store_undo (fixture->store, NULL));
    else
      random_action (fixture, rand, agreements, sections);
    for (guint i = 0; i < 3; i++)
      mirror_check (mirrors[i]);
  }
  for (guint i = 0; i < 3; i++) {
    g_autoptr (GListModel) fresh =
        i == 0 ? akk_store_list (fixture->store, &akk_section_record, NULL, 0)
               : akk_store_list (fixture->store, &akk_section_record, "agreement_id",
                                 agreements[i - 1]->record.id);
    g_assert_cmpuint (g_list_model_get_n_items (fresh), ==, mirrors[i]->ids->len);
    for (guint k = 0; k < mirrors[i]->ids->len; k++)
      g_assert_cmpint (id_at (fresh, k), ==, g_array_index (mirrors[i]->ids, gint64, k));
    mirror_free (mirrors[i]);
  }
  g_object_unref (agreements[0]);
  g_object_unref (agreements[1]);
}

static void
test_many_at_once_is_one_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Een");
  g_autoptr (Mirror) mirror =
      mirror_new (akk_store_list (fixture->store, &akk_section_record, NULL, 0));
  g_autofree char *position = g_strdup ("");

  akk_store_begin (fixture->store, "Import");
  for (guint i = 0; i < 300; i++) {
    g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);
    char *next = akk_order_between (position, "");
    g_free (position);
    position = next;
    g_object_set (section, "agreement-id", agreement->record.id, "position", position, NULL);
    akk_store_add (fixture->store, section);
  }
  fixture_commit (fixture);
  expect (mirror, "0-0+300 ");
}

static void
test_items_are_loaded_when_asked_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Een");
  g_autoptr (GListModel) list = akk_store_list (fixture->store, &akk_agreement_record, NULL, 0);
  AkkAgreement *item;

  g_assert_finalize_object (g_steal_pointer (&agreement));
  item = g_list_model_get_item (list, 0);
  g_assert_cmpstr (item->title, ==, "Een");
  g_assert_null (g_list_model_get_item (list, 1));
  g_assert_finalize_object (item);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/store-list/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("changes-are-precise", test_changes_are_precise);
  ADD ("random-changes-keep-lists-right", test_random_changes_keep_lists_right);
  ADD ("many-at-once-is-one-change", test_many_at_once_is_one_change);
  ADD ("items-are-loaded-when-asked-for", test_items_are_loaded_when_asked_for);
  return g_test_run ();
}
