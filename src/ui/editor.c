/* The rich text view in which the whole agreement is edited.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor.h"
