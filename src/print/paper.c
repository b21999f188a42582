/* Paper: typefaces, language, measures and the cache of set paragraphs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/paper.h"
