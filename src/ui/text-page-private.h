/* The inside of the page Tekst, shared by its two files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement-text.h"
#include "core/field-source.h"
#include "core/references.h"
#include "print/agreement-print.h"
#include "ui/editor.h"
#include "ui/insert-menu.h"
#include "ui/figure-pictures.h"
#include "ui/find-bar.h"
#include "ui/outline-pane.h"
#include "ui/preview.h"
#include "ui/section-guide.h"
#include "ui/style-menu.h"
#include "ui/text-page.h"

G_BEGIN_DECLS

struct _AkkTextPage {
  AdwBin parent_instance;

  AkkStore *store;
  AkkAgreement *agreement;
  GListModel *sections;
  GPtrArray *outline; /* of sections, as stored */
  AkkText *saved; /* the text as stored, exactly as it was on the screen */
  GHashTable *exact; /* step → Exact */
  GQueue *exact_order;
  gboolean writing; /* our own action is being stored */

  AkkPhrases *phrases; /* NULL: the agreement is in a language that is not known */
  AkkFieldSource *source; /* NULL as well */
  AkkRubrics *rubrics; /* NULL: the agreement has none */
  GPtrArray *references;
  GHashTable *targets; /* gint64 *, of one of these → that one */
  AkkFigurePictures *pictures; /* NULL: not asked for yet */
  GHashTable *field_texts; /* field → what it says, lent to the editor */
  GtkWidget *popover; /* from which something is chosen for the caret */
  guint popover_id;
  char *told; /* what is told when the burst is over */
  guint told_id;
  AkkPages *pages; /* as last laid out; NULL: not yet */
  char *typed; /* what asked for it: "{{" */

  AkkPaper *paper;
  gboolean renaming_from_text; /* the focus goes back there */
  guint preview_tick; /* the preview is to be laid out again */
  guint pages_id; /* pages are to be counted that nobody sees */
  guint preview_idle; /* … now that the frame of the key has passed */
  AkkAgreementLayout *layout; /* … and it is begun; NULL: not yet */
  gint64 edited_us; /* when the text was edited last */
  gint64 layout_us, slices_us; /* what its layout took; what this one took so far */
  gboolean show_outline, show_preview, narrow;

  AkkOutlinePane *outline_pane;
  GtkStack *stack; /* the text, or what to do where there is none yet */
  GtkWidget *editor_scroller, *empty_page, *empty_button;
  AkkEditor *editor;
  AkkFindBar *find_bar;
  AkkPreview *preview;
  AkkSectionGuide *section_guide;
  AkkStyleMenu *style_menu;
  GtkToggleButton *bold_button, *italic_button, *bullets_button, *numbers_button;
};

/* --- text-page-preview.c: the paper --- */

/* The text is another: lays it out again, soon, also if the last one is only half laid out. */
void akk_text_page_queue_preview (AkkTextPage *self);
/* No layout is wanted, or on its way, any more. */
void akk_text_page_stop_preview (AkkTextPage *self);

/* --- text-page-inserts.c: what is inserted --- */

void akk_text_page_inserts_init (AkkTextPage *self);

/* --- text-page-figures.c --- */

void akk_text_page_figures_init (AkkTextPage *self);
void akk_text_page_figures_dispose (AkkTextPage *self);
/* Asks for a picture, and what it shows. */
void akk_text_page_choose_figure (AkkTextPage *self);
/* Asks what the figure at the caret shows. */
void akk_text_page_edit_figure (AkkTextPage *self);
void akk_text_page_paste_picture (AkkTextPage *self);
void akk_text_page_inserts_dispose (AkkTextPage *self);
void akk_text_page_install_inserts (GtkWidgetClass *widget_class);
void akk_text_page_enable_inserts (AkkTextPage *self, gboolean enabled);
/* "text", "quote", "bullets", "numbers", "commitment", "note", "table", "heading". */
const char *akk_text_page_get_style (AkkTextPage *self);
void akk_text_page_set_style (AkkTextPage *self, const char *style);

/* --- text-page-fields.c: what fields say --- */

/* The fields are those of another agreement, or of none. */
void akk_text_page_set_source (AkkTextPage *self);
const char *akk_text_page_field_text (const char *field, gpointer page);
/* What an empty one is called. */
const char *akk_text_page_field_label (const char *field, gpointer page);
/* What can be referred to in the text. TRUE: some of it is numbered otherwise than before. */
gboolean akk_text_page_update_references (AkkTextPage *self, const AkkText *text);
/* The text is laid out: references to pages are known. */
void akk_text_page_set_pages (AkkTextPage *self, AkkPages *pages);
/* The text says on which page something stands. */
gboolean akk_text_page_refers_to_pages (AkkTextPage *self);

/* text-page-find.c: actions "text.find…" */
void akk_text_page_install_find_actions (GtkWidgetClass *widget_class);
void akk_text_page_find_init (AkkTextPage *self);
/* The agreement is another, or marks are wanted or not. */
void akk_text_page_update_spelling (AkkTextPage *self);

/* --- text-page-outline.c: the outline beside the text --- */

void akk_text_page_outline_init (AkkTextPage *self);

/* --- text-page-guide.c: what is said about the section at the caret --- */

void akk_text_page_install_guide (GtkWidgetClass *widget_class);
void akk_text_page_guide_init (AkkTextPage *self);
/* The caret is in another section. */
void akk_text_page_show_guide (AkkTextPage *self);
/* The agreement is another, or says something else. */
void akk_text_page_update_guide (AkkTextPage *self);

/* text-page-sections.c: add, rename and delete sections; actions "text.…-section". */
void akk_text_page_install_section_actions (GtkWidgetClass *widget_class);

G_END_DECLS
