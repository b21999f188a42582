/* The words, dates and numbers of paper, in the agreement's language whatever the locale.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AkkPhrases AkkPhrases;

#define AKK_PHRASES_ERROR (akk_phrases_error_quark ())
GQuark akk_phrases_error_quark (void);
typedef enum { AKK_PHRASES_ERROR_LANGUAGE } AkkPhrasesError;

/* Reads data/phrases/LANGUAGE.ini. AKK_PHRASES_ERROR_LANGUAGE: there is no such file, or a key is
 * missing. */
AkkPhrases *akk_phrases_new (const char *language, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void akk_phrases_free (AkkPhrases *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkPhrases, akk_phrases_free)

const char *akk_phrases_language (AkkPhrases *self);
/* A phrase by its key. An unknown key is a mistake of ours. */
const char *akk_phrases_get (AkkPhrases *self, const char *key);
gint akk_phrases_get_number (AkkPhrases *self, const char *key);
/* The phrase with each {NAME} replaced; pairs of name and value, ended by NULL. Braces in a value
 * are left alone. */
char *akk_phrases_format (AkkPhrases *self,
                          const char *key,
                          ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
/* The items as a sentence lists them: "A, B en C". `key` is the phrase that joins the last item to
 * the others, `key`-more the one that joins those before: "{items} en {item}". "" for none. */
char *akk_phrases_list (AkkPhrases *self, const char *key, GStrv items) G_GNUC_WARN_UNUSED_RESULT;

/* What kinds of word a word is, whatever its capitals: AkkWordKind. */
typedef enum {
  AKK_WORD_MONTH = 1 << 0,
  AKK_WORD_BEFORE_NUMBER = 1 << 1, /* artikel, pagina */
  AKK_WORD_BEFORE_NAME = 1 << 2, /* mevrouw */
  AKK_WORD_AFTER_NUMBER = 1 << 3, /* %, euro */
  AKK_WORD_BEFORE_AMOUNT = 1 << 4, /* € */
  AKK_WORD_BEFORE_BLANK = 1 << 5, /* d.d., op: dots after it are to be filled in */
  AKK_WORD_BEFORE_ROMAN = 1 << 6, /* boek: "XX" after it is twenty */
  AKK_WORD_IN_NAME = 1 << 7, /* van, den: small words within the name of a person */
} AkkWordKind;
guint akk_phrases_kinds (AkkPhrases *self, const char *word, gsize n_bytes);

/* In capitals, the same on every machine. */
char *akk_phrases_upper (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* With a capital to begin a sentence. A capital bears no stress mark: "Eén". */
char *akk_phrases_sentence (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* "17 november 2025" of days since 1970-01-01; "" for a date out of range. */
char *akk_phrases_date (AkkPhrases *self, gint64 days) G_GNUC_WARN_UNUSED_RESULT;
/* "elf"; digits where the file has no word for it. */
char *akk_phrases_number (AkkPhrases *self, gint64 number) G_GNUC_WARN_UNUSED_RESULT;
/* "1.234,50": `value` in 10⁻⁴, with so many decimals (0..4). */
char *
akk_phrases_decimal (AkkPhrases *self, gint64 value, guint decimals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
