/* Writes the sample document to a file: pdf-sample FILE [PAGES OF TEXT]
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-sample.h"

int
main (int argc, char **argv)
{
  g_autoptr (PdfSample) sample = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  AkkPdfSource source;

  if (argc < 2)
    return 2;
  sample = pdf_sample_new (argc > 2 ? atoi (argv[2]) : 0);
  source = pdf_sample_source (sample);
  bytes = akk_pdf_render (&source, &pdf_sample_info, &error);
  if (bytes == NULL || !akk_pdf_save (bytes, argv[1], &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  return 0;
}
