/* Checks a document, or a control code, against the versions of a dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/version.h"
#include "core/store.h"

G_BEGIN_DECLS

#define AKK_VERIFY_ERROR (akk_verify_error_quark ())
GQuark akk_verify_error_quark (void);
typedef enum {
  AKK_VERIFY_ERROR_READ, /* the file cannot be read */
  AKK_VERIFY_ERROR_NOT_A_PDF, /* no PDF, or a damaged one */
  AKK_VERIFY_ERROR_ENCRYPTED, /* it asks for a password */
} AkkVerifyError;

typedef enum {
  AKK_VERIFIED_IDENTICAL, /* byte for byte the version */
  AKK_VERIFIED_SAME_TEXT, /* other bytes, the same words */
  AKK_VERIFIED_ALTERED, /* a version with other words */
  AKK_VERIFIED_UNKNOWN, /* no version of this dossier */
  AKK_VERIFIED_CODE, /* a code: that of a version */
  AKK_VERIFIED_CODE_WRONG, /* a code that was mistyped: its check characters do not fit */
} AkkVerified;

typedef struct {
  AkkVerified result;
  AkkVersion *version; /* NULL when it is not known */
  char *agreement; /* its short title; of a report also which one */
  char *namesake; /* a sentence about another version with its number, or NULL */
  int later; /* the number of the last version, if there is one after it; 0: this is the last */
  gboolean extends; /* SAME_TEXT: the bytes of the version, and more: a digital signature */
  guint first_page, n_pages; /* loose pages: those of the version, from 1; 0: it is whole */
  gboolean signing; /* loose pages: they are its signature pages */
  guint n_notes; /* comments, stamps and the like that were put onto the pages */
  guint page; /* ALTERED: the first page of the document with other words, from 1 */
  char *before, *after; /* ALTERED: the words there, in the version and in the document */
} AkkVerification;

void akk_verification_free (AkkVerification *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkVerification, akk_verification_free)

/* NULL with AKK_VERIFY_ERROR, or AKK_STORE_ERROR_DAMAGED when the version is not what was frozen.
 * Messages are sentences for people. */
AkkVerification *
akk_verify_file (AkkStore *store, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AkkVerification *
akk_verify_pdf (AkkStore *store, GBytes *pdf, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What somebody typed; see control-code.h for what is overlooked. */
AkkVerification *
akk_verify_code (AkkStore *store, const char *typed, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The result for people, in one or two translated sentences. */
char *akk_verification_sentence (const AkkVerification *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
