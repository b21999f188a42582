/* A record: a GObject whose fields are listed once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a field means. There are two storage classes only: TEXT is a `char *` (UTF-8, never NULL),
 * everything else a gint64. */
typedef enum {
  AKK_FIELD_TEXT,
  AKK_FIELD_ENUM, /* a value of `values` */
  AKK_FIELD_INT, /* a whole number within min..max when max > min */
  AKK_FIELD_DECIMAL, /* number × 10⁴ */
  AKK_FIELD_DATE, /* days since 1970-01-01; AKK_NO_DATE when empty */
  AKK_FIELD_TIME, /* minutes since midnight; AKK_NO_DATE when empty */
  AKK_FIELD_BOOL,
  AKK_FIELD_REF, /* id of a record of `table`; 0 when empty */
} AkkFieldKind;

#define AKK_NO_DATE G_MININT64

/* One value of an ENUM. Codes go into exports and never change; labels are translated. */
typedef struct {
  gint64 value;
  const char *code;
  const char *label; /* marked N_() */
} AkkChoice;

typedef struct {
  const char *name; /* the column: lower case with underscores; the property has hyphens */
  AkkFieldKind kind;
  const char *label; /* marked N_() */
  gsize offset;
  gboolean required; /* the record is refused while this is empty */
  gboolean search; /* goes into full-text search */
  gboolean body; /* TEXT that holds CommonMark, see text.h */
  gboolean blob; /* TEXT: the SHA-256 of an attachment of the store, or "" */
  gboolean working; /* how the work is done, not what was agreed: goes into no frozen version */
  const char *table; /* REF: what it points at */
  const AkkChoice *values; /* ENUM: ended by a NULL code; the first one is the default */
  gint64 initial; /* value of a new record, unless TEXT, ENUM, DATE or TIME */
  gint64 min, max;
} AkkField;

typedef struct {
  const char *table;
  const char *label; /* marked N_() */
  const AkkField *fields;
  guint n_fields;
  GType (*get_type) (void);
  gboolean permanent; /* once committed, no action, undo or merge changes or deletes it */
} AkkRecordType;

/* Every record begins like this. Members are read directly (`section->heading`) and written only by
 * the store, or by akk_record_set_*() on a record that is not in a store (a new one, a duplicate).
 */
typedef struct _AkkRecord AkkRecord;
struct _AkkRecord {
  GObject parent_instance;
  const AkkRecordType *type;
  gint64 id; /* random, 63 bits; 0 while new */
  gint64 deleted;
};

typedef struct {
  GObjectClass parent_class;
  const AkkRecordType *type;
} AkkRecordClass;

#define AKK_TYPE_RECORD (akk_record_get_type ())
#define AKK_RECORD(object) ((AkkRecord *) (object))
GType akk_record_get_type (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkRecord, g_object_unref)

/* Writes the field list of a record as struct members, and as rows of a const table. */
#define AKK_MEMBER_TEXT char *
#define AKK_MEMBER_ENUM gint64
#define AKK_MEMBER_INT gint64
#define AKK_MEMBER_DECIMAL gint64
#define AKK_MEMBER_DATE gint64
#define AKK_MEMBER_TIME gint64
#define AKK_MEMBER_BOOL gint64
#define AKK_MEMBER_REF gint64
#define AKK_FIELD_AS_MEMBER(T, KIND, NAME, ...) AKK_MEMBER_##KIND NAME;
#define AKK_FIELD_AS_ROW(T, KIND, NAME, LABEL, ...)                                                \
  { .name = #NAME,                                                                                 \
    .kind = AKK_FIELD_##KIND,                                                                      \
    .label = LABEL,                                                                                \
    .offset = G_STRUCT_OFFSET (T, NAME),                                                           \
    ##__VA_ARGS__ },

/* In the header of a record type. */
#define AKK_DECLARE_RECORD(T, prefix, FIELDS)                                                      \
  typedef struct _##T T;                                                                           \
  struct _##T {                                                                                    \
    AkkRecord record;                                                                              \
    FIELDS (AKK_FIELD_AS_MEMBER, T)                                                                \
  };                                                                                               \
  extern const AkkRecordType prefix##_record;                                                      \
  GType prefix##_get_type (void);                                                                  \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (T, g_object_unref)

/* In registry.c. What follows the fields sets further members of the type (.permanent = TRUE). */
#define AKK_DEFINE_RECORD(T, prefix, TABLE, LABEL, FIELDS, ...)                                    \
  static const AkkField prefix##_fields[] = { FIELDS (AKK_FIELD_AS_ROW, T) };                      \
  const AkkRecordType prefix##_record = { .table = TABLE,                                          \
                                          .label = LABEL,                                          \
                                          .fields = prefix##_fields,                               \
                                          .n_fields = G_N_ELEMENTS (prefix##_fields),              \
                                          .get_type = prefix##_get_type,                           \
                                          ##__VA_ARGS__ };                                         \
  GType prefix##_get_type (void)                                                                   \
  {                                                                                                \
    static GType type = 0;                                                                         \
    if (g_once_init_enter (&type))                                                                 \
      g_once_init_leave (&type, akk_record_type_register (#T, sizeof (T), &prefix##_record));      \
    return type;                                                                                   \
  }

GType akk_record_type_register (const char *name, gsize size, const AkkRecordType *type);

/* Every record type of the program, ended by NULL: what a dossier holds (registry.c). */
extern const AkkRecordType *const akk_record_types[];
const AkkRecordType *akk_record_type_find (const char *table);

/* A new record with default values that is in no store yet. */
gpointer akk_record_new (const AkkRecordType *type) G_GNUC_WARN_UNUSED_RESULT;
/* A copy that is in no store but keeps the id: what a dialog edits. */
gpointer akk_record_duplicate (gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;

const AkkField *akk_record_type_field (const AkkRecordType *type, const char *name);
const char *akk_record_get_text (gconstpointer record, const AkkField *field);
gint64 akk_record_get_int (gconstpointer record, const AkkField *field);
gboolean akk_record_field_equal (gconstpointer a, gconstpointer b, const AkkField *field);
/* Notify the property when the value differs. Text must be valid UTF-8; NULL counts as "". */
void akk_record_set_text (gpointer record, const AkkField *field, const char *value);
void akk_record_set_int (gpointer record, const AkkField *field, gint64 value);

/* FALSE with AKK_RECORD_ERROR_INVALID and a translated sentence that names the field if a rule of
 * the field list is broken: a required field empty, an unknown ENUM value, a number out of bounds.
 */
gboolean akk_record_check (gconstpointer record, GError **error);

#define AKK_RECORD_ERROR (akk_record_error_quark ())
GQuark akk_record_error_quark (void);
typedef enum { AKK_RECORD_ERROR_INVALID } AkkRecordError;

G_END_DECLS
