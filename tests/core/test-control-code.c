/* Control codes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/control-code.h"

#include <string.h>

#define ALPHABET "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

static char *
code_of (guint i)
{
  g_autofree char *content = g_strdup_printf ("{\"title\": \"%u\"}", i);

  return akk_control_code_new (content);
}

static void
test_form (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++) {
    g_autofree char *code = code_of (i);
    g_autofree char *same = code_of (i);

    g_assert_cmpuint (strlen (code), ==, AKK_CONTROL_CODE_LENGTH);
    g_assert_cmpuint (strspn (code, ALPHABET), ==, AKK_CONTROL_CODE_LENGTH);
    g_assert_cmpstr (code, ==, same);
    g_assert_true (akk_control_code_check (code));
    g_assert_true (g_hash_table_add (seen, g_steal_pointer (&code)));
  }
}

/* It stands on paper that was signed: it may never become another one. */
static void
test_stays_the_same (void)
{
  g_autofree char *code = akk_control_code_new ("{\"title\":\"Samen\"}");

  g_assert_cmpstr (code, ==, "01QVH98834RX79AY");
}

static void
test_wrong_characters (void)
{
  for (guint i = 0; i < 200; i++) {
    g_autofree char *code = code_of (i);

    for (guint at = 0; at < AKK_CONTROL_CODE_LENGTH; at++) {
      char right = code[at];

      for (const char *c = ALPHABET; *c != '\0'; c++) {
        code[at] = *c;
        g_assert_cmpint (akk_control_code_check (code), ==, *c == right);
      }
      code[at] = right;
    }
  }
}

static void
test_swaps (void)
{
  for (guint i = 0; i < 2000; i++) {
    g_autofree char *code = code_of (i);

    for (guint at = 0; at + 1 < AKK_CONTROL_CODE_LENGTH; at++) {
      char one = code[at], two = code[at + 1];

      code[at] = two;
      code[at + 1] = one;
      g_assert_cmpint (akk_control_code_check (code), ==, one == two);
      code[at] = one;
      code[at + 1] = two;
    }
  }
}

static void
test_typed (void)
{
  static const struct {
    const char *typed, *code;
  } cases[] = {
    { "01AB-CDEF-GHJK-MNPQ", "01ABCDEFGHJKMNPQ" },
    { " 01ab cdef ghjk mnpq\n", "01ABCDEFGHJKMNPQ" },
    { "OIab–cdef—ghjk‑mnpq", "01ABCDEFGHJKMNPQ" },
    { "olAB\u00adCDEF\u00a0GHJK\u2212MNPQ", "01ABCDEFGHJKMNPQ" },
    { "01AB-CDEF-GHJK-MNP", NULL },
    { "01AB-CDEF-GHJK-MNPQR", NULL },
    { "01AB-CDEF-GHJK-MNPU", NULL },
    { "01AB-CDEF-GHJK-MN.Q", NULL },
    { "01AB-CDEF-GHJK-MNP\xff", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *code = akk_control_code_parse (cases[i].typed);

    g_assert_cmpstr (code, ==, cases[i].code);
  }
  g_assert_false (akk_control_code_check (""));
  g_assert_false (akk_control_code_check ("OOOOOOOOOOOOOOOO"));
}

static void
test_found (void)
{
  g_autofree char *one = code_of (1);
  g_autofree char *two = code_of (2);
  g_autofree char *one_printed = akk_control_code_format (one);
  g_autofree char *two_printed = akk_control_code_format (two);
  g_autofree char *text =
      g_strdup_printf ("Versie 1\nCode: %s, Pagina 1\fART-1234 %s (%s) AAAA-BBBB", one_printed,
                       two_printed, one_printed);
  g_autoptr (GPtrArray) codes = akk_control_code_find (text);

  g_assert_cmpuint (strlen (one_printed), ==, 19);
  g_assert_cmpuint (codes->len, ==, 2);
  g_assert_cmpstr (codes->pdata[0], ==, one);
  g_assert_cmpstr (codes->pdata[1], ==, two);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/control-code/sixteen-characters-that-differ", test_form);
  g_test_add_func ("/control-code/stays-the-same", test_stays_the_same);
  g_test_add_func ("/control-code/finds-every-wrong-character", test_wrong_characters);
  g_test_add_func ("/control-code/finds-every-swap", test_swaps);
  g_test_add_func ("/control-code/typing-may-be-careless", test_typed);
  g_test_add_func ("/control-code/found-in-a-text", test_found);
  return g_test_run ();
}
