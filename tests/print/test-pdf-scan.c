/* Tests of reading page descriptions token by token.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-scan.h"

#include <string.h>

/* Made from exactly as many bytes as there are: a read past the end is seen. */
typedef struct {
  guint8 *bytes;
  AkkPdfScan scan;
} Page;

static void
page_clear (Page *page)
{
  g_free (page->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static Page
page_of (const char *content, gsize length)
{
  guint8 *bytes = g_memdup2 (content, length);

  return (Page) { bytes, akk_pdf_scan (bytes, length) };
}

/* The tokens with '|' between. */
static char *
tokens_of (AkkPdfScan *scan)
{
  GString *out = g_string_new (NULL);
  AkkPdfToken token;

  while (akk_pdf_scan_next (scan, &token)) {
    g_assert_cmpuint (token.length, >, 0);
    if (out->len > 0)
      g_string_append_c (out, '|');
    g_string_append_len (out, token.start, (gssize) token.length);
  }
  g_assert_true (scan->at == scan->end);
  return g_string_free_and_steal (out);
}

typedef struct {
  const char *content, *tokens;
} Case;

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_auto (Page) page = page_of (cases[i].content, strlen (cases[i].content));
    g_autofree char *tokens = tokens_of (&page.scan);

    g_assert_cmpstr (tokens, ==, cases[i].tokens);
  }
}

static void
test_words (void)
{
  static const Case cases[] = {
    { "", "" },
    { " \n\r\t\f", "" },
    { "1 0 0 -1.5 0 841 cm", "1|0|0|-1.5|0|841|cm" },
    { "/F1 12 Tf\n", "/F1|12|Tf" },
    { "/F1/F2", "/F1|/F2" },
    { "/ q", "/|q" },
    { "[1 -2(a)3]TJ", "[|1|-2|(a)|3|]|TJ" },
    { "(a)' (b)\"", "(a)|'|(b)|\"" },
    { "{q}", "{|q|}" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_strings (void)
{
  static const Case cases[] = {
    { "() Tj", "()|Tj" },
    { "(a b) Tj", "(a b)|Tj" },
    { "(a (b (c)) d)Tj", "(a (b (c)) d)|Tj" },
    { "(a\\)b) Tj", "(a\\)b)|Tj" },
    { "(a\\(b) Tj", "(a\\(b)|Tj" },
    { "(a\\\\) Tj", "(a\\\\)|Tj" },
    { "(50 % <b> /c [d]) Tj", "(50 % <b> /c [d])|Tj" },
    { ") Tj", ")|Tj" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_hex (void)
{
  static const Case cases[] = {
    { "<00 4f> Tj", "<00 4f>|Tj" },
    { "[<00>1<4f>]", "[|<00>|1|<4f>|]" },
    { "<< /MCID 0 >>BDC", "<<|/MCID|0|>>|BDC" },
    { "<</A<</B<0f>>>>>", "<<|/A|<<|/B|<0f>|>>|>>" },
    { "> q", ">|q" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_comments (void)
{
  static const Case cases[] = {
    { "% BT (a\nq", "q" }, { "q %no Q\r Q", "q|Q" },  { "q%no\nQ", "q|Q" },
    { "%a\n%b\n", "" },    { "q % to the end", "q" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_cut_off (void)
{
  static const Case cases[] = {
    { "q (a (b)", "q|(a (b)" }, { "q (a\\", "q|(a\\" }, { "q (", "q|(" }, { "q <4f", "q|<4f" },
    { "q <", "q|<" },           { "q /", "q|/" },       { "q %", "q" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* A zero byte is blank, as any other. */
static void
test_zero (void)
{
  g_auto (Page) page = page_of ("q\0\0Q\0", 5);
  g_autofree char *tokens = tokens_of (&page.scan);

  g_assert_cmpstr (tokens, ==, "q|Q");
}

static void
test_pictures (void)
{
  static const Case cases[] = {
    { "ID ((<<EI( EIx EI Q", "Q" }, /* only one that stands alone */
    { "ID x\nEI", "" },
    { "ID x EI\nQ", "Q" },
    { "ID EI Q", "Q" },
    { "ID xx E", "" },
    { "ID", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Page) page = page_of (cases[i].content, strlen (cases[i].content));
    g_autofree char *tokens = NULL;
    AkkPdfToken token;

    g_assert_true (akk_pdf_scan_next (&page.scan, &token));
    g_assert_true (akk_pdf_token_is (&token, "ID"));
    akk_pdf_scan_skip_picture (&page.scan);
    tokens = tokens_of (&page.scan);
    g_assert_cmpstr (tokens, ==, cases[i].tokens);
  }
}

static void
test_is (void)
{
  const AkkPdfToken token = { "BDC q", 3 };

  g_assert_true (akk_pdf_token_is (&token, "BDC"));
  g_assert_false (akk_pdf_token_is (&token, "BD"));
  g_assert_false (akk_pdf_token_is (&token, "BDC q"));
  g_assert_false (akk_pdf_token_is (&token, "BMC"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-scan/words-numbers-names-and-brackets-are-tokens", test_words);
  g_test_add_func ("/pdf-scan/strings-are-whole", test_strings);
  g_test_add_func ("/pdf-scan/hex-strings-and-dictionaries-are-told-apart", test_hex);
  g_test_add_func ("/pdf-scan/comments-are-passed-over", test_comments);
  g_test_add_func ("/pdf-scan/what-is-cut-off-ends-where-the-bytes-do", test_cut_off);
  g_test_add_func ("/pdf-scan/zero-bytes-are-blank", test_zero);
  g_test_add_func ("/pdf-scan/bytes-of-a-picture-are-no-tokens", test_pictures);
  g_test_add_func ("/pdf-scan/a-token-is-a-word-when-all-of-it-is", test_is);
  return g_test_run ();
}
