/* PDF files that are PDF/UA-1 and PDF/A-2a.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf.h"
