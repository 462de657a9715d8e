package dev.fastcodec.idl.diag;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Every text that the compiler says about IDL. Lower case, no full stop; {@code %s} and {@code %d} stand for arguments.
 * The sections are the passes that report them.
 */
public enum Problem {
    // sources
    FILE_NOT_FOUND(Severity.ERROR, "file not found: %s"),
    IMPORT_NOT_FOUND(Severity.ERROR, "imported file not found: %s"),
    IMPORT_CYCLE(Severity.ERROR, "file imports itself: %s"),
    IMPORT_OF_OTHER_LANGUAGE(Severity.ERROR, "%s is written in another language and cannot be imported here"),
    FILE_UNREADABLE(Severity.ERROR, "cannot read %s: %s"),
    FILE_TOO_LARGE(Severity.ERROR, "%s is too large to be read into memory"),
    FILE_KIND_UNKNOWN(Severity.ERROR, "%s: the name ends in none of %s"),
    FILE_UNDER_NO_ROOT(Severity.ERROR, "%s lies under no folder of the import path"),
    FILE_SHADOWED(Severity.ERROR, "%s is hidden: %s in %s comes first on the import path"),
    INVALID_UTF8(Severity.WARNING, "byte %d of the file is not valid UTF-8; in comments it is taken for Latin-1"),
    NUL_CHARACTER(Severity.ERROR, "the file holds a NUL character, so it is no text"),
    NAME_A_ROOT(Severity.HELP, "name a folder above it with -I"),

    // syntax of both languages
    EXPECTED(Severity.ERROR, "expected %s, found %s"),
    EXPECTED_AFTER(Severity.ERROR, "expected %s after %s, found %s"),
    UNEXPECTED_CHARACTER(Severity.ERROR, "unexpected character \"%s\""),
    CONTROL_CHARACTER(Severity.ERROR, "unexpected control character U+%04X"),
    UNMATCHED_BRACE(Severity.ERROR, "unmatched \"}\""),
    BLOCK_NOT_CLOSED(Severity.ERROR, "expected \"}\", found end of file"),
    UNTERMINATED_COMMENT(Severity.ERROR, "unterminated comment"),
    COMMENT_IN_COMMENT(Severity.ERROR, "\"/*\" inside a comment: comments do not nest"),
    UNTERMINATED_STRING(Severity.ERROR, "unterminated string"),
    LINE_BREAK_IN_STRING(Severity.ERROR, "string literals may not contain a line break"),
    UNKNOWN_ESCAPE(Severity.ERROR, "unknown escape sequence \"\\%s\""),
    HEX_ESCAPE_WITHOUT_DIGITS(Severity.ERROR, "expected hexadecimal digits after \"\\x\""),
    UNICODE_ESCAPE_TOO_SHORT(Severity.ERROR, "expected %d hexadecimal digits in the escape sequence"),
    UNICODE_ESCAPE_TOO_LARGE(Severity.ERROR, "code points end at 10ffff"),
    MALFORMED_NUMBER(Severity.ERROR, "malformed number \"%s\""),
    BAD_OCTAL_NUMBER(Severity.ERROR, "numbers that start with 0 are octal and have no digits 8 and 9"),

    // proto syntax
    NUMBER_IN_NAME(Severity.ERROR, "expected a name after \".\", found a number"),
    MESSAGES_TOO_DEEP(Severity.ERROR, "messages are nested deeper than %d levels"),
    MESSAGE_IN_EARLY_GROUP(
            Severity.ERROR, "protoc refuses a message in a group of an extension before the file's first message"),
    MESSAGE_FIRST(Severity.HELP, "move the extension behind a message, or the message out of the group"),
    OPTION_TOO_DEEP(Severity.ERROR, "the option's value is nested deeper than %d levels"),
    SIGN_BEFORE_NAME(Severity.ERROR, "only inf and nan can stand after \"-\""),
    MALFORMED_TYPE_URL(Severity.ERROR, "expected the name of an extension or an address with a message type"),

    // thrift syntax
    THRIFT_HEADER_LATE(Severity.ERROR, "headers come first: this one follows a definition"),
    THRIFT_FBTHRIFT_ONLY(Severity.ERROR, "%s is fbthrift's: neither Apache Thrift nor thriftgo knows it"),
    THRIFT_REMOVED(Severity.ERROR, "%s was removed from Thrift"),
    THRIFT_USE(Severity.HELP, "use %s"),
    THRIFT_KEYWORD(Severity.HELP, "%s is a keyword"),
    THRIFT_LEADING_ZERO(Severity.WARNING, "%s is %s, as Apache Thrift reads it; thriftgo makes it %s"),
    THRIFT_ESCAPE_KEPT(Severity.WARNING, "%s is no escape for Apache Thrift: it is kept as written, as thriftgo does"),
    THRIFT_SEPARATOR(Severity.WARNING, "neither Apache Thrift nor thriftgo takes a \"%s\" here"),
    THRIFT_FBTHRIFT_READ(
            Severity.WARNING, "%s is fbthrift's: it is read, but neither Apache Thrift nor thriftgo knows it"),
    THRIFT_WORD_IGNORED(Severity.WARNING, "%s says nothing for Java and is ignored"),
    THRIFT_TOO_DEEP(Severity.ERROR, "brackets are nested deeper than %d levels"),
    THRIFT_TOO_MANY_TOKENS(Severity.ERROR, "the file has more than %d tokens"),

    // thrift headers and names
    THRIFT_NO_JAVA_NAMESPACE(Severity.WARNING, "the file has no namespace java, so its classes are in no package"),
    THRIFT_JAVA_NAMESPACE(Severity.HELP, "start the file with a line like: namespace java com.example"),
    THRIFT_JAVA_PACKAGE(Severity.ERROR, "%s is no name of a Java package"),
    THRIFT_NAMESPACE_UNKNOWN(Severity.WARNING, "no compiler knows the language %s"),
    THRIFT_INCLUDE_UNUSED(Severity.WARNING, "include \"%s\" is not used"),
    THRIFT_NOT_INCLUDED(Severity.HELP, "no included file is called %s.thrift"),
    THRIFT_NAME_AMBIGUOUS(Severity.ERROR, "%s can be more than one thing"),
    THRIFT_DEFINED_HERE(Severity.NOTE, "defined here"),
    THRIFT_DOT_IN_NAME(Severity.ERROR, "the name %s has a dot, which only references can have"),
    THRIFT_RESERVED_WORD(
            Severity.WARNING, "%s is a word of some language: Apache's compiler refuses it as a name for all of them"),
    THRIFT_CLASS_TWICE(Severity.ERROR, "%s makes the same Java class as one in %s"),
    THRIFT_OTHER_NAMESPACE(Severity.HELP, "give the files different java namespaces"),

    // thrift types
    THRIFT_TYPEDEF_CYCLE(Severity.ERROR, "typedef %s stands for itself"),
    THRIFT_CHAIN_TOO_LONG(Severity.ERROR, "%s lead into each other more than %d times"),
    THRIFT_TYPE_TOO_LARGE(Severity.ERROR, "the type is too large when its typedefs are followed"),
    THRIFT_LIST_OF_BYTES(Severity.WARNING, "binary is read and written faster than a list of bytes"),
    THRIFT_MAP_KEY(Severity.WARNING, "a map with keys of type %s cannot be written as TJSON"),
    THRIFT_ENUM_NAME_TWICE(Severity.ERROR, "%s is declared twice in enum %s"),
    THRIFT_ENUM_NUMBER_TWICE(Severity.WARNING, "number %s is used twice in enum %s"),
    THRIFT_ENUM_EMPTY(Severity.WARNING, "enum %s has no value"),

    // thrift fields
    THRIFT_ID_MISSING(Severity.ERROR, "field %s has no id"),
    THRIFT_ID_NOT_POSITIVE(Severity.ERROR, "a field id must be positive, not %s"),
    THRIFT_ID_READINGS(Severity.HELP, "Apache Thrift would make it %d, thriftgo %d: write the id that is on the wire"),
    THRIFT_ID_TOO_BIG(Severity.ERROR, "field id %s is above %s"),
    THRIFT_ID_TOO_SMALL(Severity.ERROR, "field id %s is below %s"),
    THRIFT_ID_TWICE(Severity.ERROR, "field id %d is used twice in %s"),
    THRIFT_NEXT_ID(Severity.HELP, "the next free id is %d"),
    THRIFT_FIELD_NAME_TWICE(Severity.ERROR, "field %s is declared twice in %s"),
    THRIFT_UNION_REQUIRED(Severity.WARNING, "%s is a member of a union and cannot be required"),
    THRIFT_UNION_DEFAULTS(Severity.ERROR, "union %s has a second default"),
    THRIFT_UNION_EMPTY(Severity.WARNING, "union %s has no member, so it has no value"),
    THRIFT_UNION_ENDLESS(Severity.WARNING, "every member of union %s holds another one, so no value of it is finite"),
    THRIFT_REQUIRES_ITSELF(Severity.ERROR, "%s requires itself, so it would be infinite"),
    THRIFT_MAKES_ITSELF(Severity.ERROR, "this default makes another %s, and that one too, without end"),

    // thrift values
    THRIFT_CONST_CYCLE(Severity.ERROR, "constant %s needs its own value"),
    THRIFT_VALUE_TOO_LARGE(Severity.ERROR, "the value is too large when its constants are followed"),
    THRIFT_VALUE_TYPE(Severity.ERROR, "expected a value of type %s, found %s"),
    THRIFT_ENUM_LOOSE(Severity.WARNING, "%s is no name of a value: it is read as %s, as Apache Thrift does"),
    THRIFT_UUID_FORM(Severity.ERROR, "a uuid looks like 01234567-89ab-cdef-0123-456789abcdef"),
    THRIFT_STRING_UTF8(Severity.ERROR, "the string is not valid UTF-8"),
    THRIFT_ELEMENT_TWICE(Severity.WARNING, "the set has this element already"),
    THRIFT_KEY_TWICE(Severity.WARNING, "the map has this key already"),
    THRIFT_NO_FIELD(Severity.ERROR, "%s has no field %s"),
    THRIFT_VALUE_FIELD_KEY(Severity.ERROR, "the keys of a value of %s are the names of its fields, in quotes"),
    THRIFT_VALUE_FIELD_TWICE(Severity.ERROR, "field %s is set twice"),
    THRIFT_UNION_VALUE(Severity.ERROR, "a value of union %s has one member only"),

    // thrift services
    THRIFT_SERVICE_CYCLE(Severity.ERROR, "service %s extends itself"),
    THRIFT_BASE_NO_SERVICE(Severity.ERROR, "%s is no service but %s"),
    THRIFT_FUNCTION_TWICE(Severity.ERROR, "function %s is declared twice in %s"),
    THRIFT_FUNCTION_INHERITED(Severity.ERROR, "function %s is inherited from %s"),
    THRIFT_ASYNC(Severity.WARNING, "async is the old word for oneway"),
    THRIFT_ONEWAY_RESULT(Severity.ERROR, "oneway function %s cannot have a result"),
    THRIFT_ONEWAY_THROWS(Severity.ERROR, "oneway function %s cannot throw"),
    THRIFT_ONEWAY_STREAMING(Severity.ERROR, "oneway function %s cannot stream"),
    THRIFT_ARGUMENT_OPTIONAL(Severity.WARNING, "argument %s cannot be optional"),
    THRIFT_THROWS_REQUIRED(Severity.WARNING, "exception %s cannot be required"),
    THRIFT_THROWS_TYPE(Severity.ERROR, "only exceptions can be thrown, not %s"),
    THRIFT_STREAMING_MODE(Severity.ERROR, "unknown streaming mode %s"),
    THRIFT_STREAMING_TWICE(Severity.ERROR, "the streaming mode is set twice"),
    THRIFT_STREAMING_SHAPE(Severity.ERROR, "streaming function %s must have exactly one argument and a result"),
    THRIFT_STREAMING_TYPE(
            Severity.ERROR, "streaming function %s must have a struct for its argument and for its result"),

    // output
    OUTPUT_UNWRITABLE(Severity.ERROR, "cannot write %s: %s"),
    WARNINGS_FATAL(Severity.ERROR, "there are warnings, and fatalWarnings is set"),
    BASE_WITHOUT_CLASS(
            Severity.WARNING,
            "javac will not find the base of service %s: the classes of %s were made without services"),
    BASE_NEEDS_SERVICES(Severity.HELP, "make those with services=true, or these with services=false"),

    // Protobuf: headers and imports
    SYNTAX_MISSING(Severity.WARNING, "the file says no syntax and is read as proto2"),
    SYNTAX_ADVICE(Severity.HELP, "start the file with syntax = \"proto2\"; or a newer one"),
    SYNTAX_TWICE(Severity.ERROR, "syntax or edition is set twice"),
    SYNTAX_NOT_FIRST(Severity.ERROR, "syntax or edition must be the first statement of a file"),
    SYNTAX_UNKNOWN(Severity.ERROR, "unknown %s \"%s\""),
    SYNTAX_OTHER_WORD(Severity.HELP, "write %s = \"%s\";"),
    KNOWN_ONES(Severity.HELP, "known are %s"),
    PACKAGE_TWICE(Severity.ERROR, "the package is set twice"),
    PACKAGE_TOO_LONG(Severity.ERROR, "a package can have %d characters at most"),
    PACKAGE_TOO_DEEP(Severity.ERROR, "a package can have %d parts at most"),
    IMPORT_TWICE(Severity.ERROR, "%s is imported twice"),
    IMPORT_PATH_FORM(Severity.ERROR, "\"%s\" is no import path: that is relative, with single / and without . and .."),
    IMPORT_OPTION_TOO_EARLY(Severity.ERROR, "import option needs edition 2024"),
    IMPORT_AFTER_OPTION(Severity.ERROR, "imports must stand before every import option"),
    IMPORT_WEAK_REMOVED(Severity.ERROR, "import weak was removed in edition 2024"),
    IMPORT_UNUSED(Severity.WARNING, "import \"%s\" is not used"),
    IMPORT_IT(Severity.HELP, "import \"%s\""),

    LITE_IMPORT(Severity.ERROR, "%s has optimize_for = LITE_RUNTIME, so that only files with it can import it"),
    LITE_SERVICE(Severity.ERROR, "a file with optimize_for = LITE_RUNTIME has no generic services"),
    LITE_EXTENSION(Severity.ERROR, "%s is in a file without optimize_for = LITE_RUNTIME and cannot be extended here"),

    // Protobuf: names
    NAME_TAKEN(Severity.ERROR, "%s is already the name of %s"),
    NAME_TAKEN_IN(Severity.ERROR, "%s is in %s already the name of %s"),
    ENUM_SCOPE(
            Severity.HELP,
            "values of an enum are siblings of the enum %s, not members: their names must differ around it"),
    NAME_UNDEFINED(Severity.ERROR, "%s is not defined"),
    NAME_NOT_IMPORTED(Severity.ERROR, "%s is defined in %s, which is not imported"),
    NAME_TRAP(
            Severity.ERROR,
            "%s is looked up as %s, which is not defined: the innermost scope that has the first part counts"),
    START_AT_ROOT(Severity.HELP, "write .%s"),
    NAME_NO_TYPE(Severity.ERROR, "%s is no type but %s"),
    NAME_NO_MESSAGE(Severity.ERROR, "%s is no message but %s"),
    NAME_LOCAL(Severity.ERROR, "%s is local to %s"),
    MAP_ENTRY_AS_TYPE(Severity.ERROR, "%s stands for the entries of a map and cannot be used as a type"),
    VISIBILITY_TOO_EARLY(Severity.ERROR, "%s needs edition 2024"),
    EXPORT_NESTED(Severity.ERROR, "%s is nested and cannot be exported under strict visibility"),
    TOO_MANY(Severity.ERROR, "%s has %d %s and can have %d at most"),
    LIMITS_OPT_OUT(Severity.HELP, "features.enforce_proto_limits = LEGACY_NO_EXPLICIT_LIMITS turns this off"),
    NAMING_STYLE(Severity.ERROR, "the name of the %s %s is not in %s"),
    NAMING_COLLISION(Severity.ERROR, "the name of the field %s collides with %s"),
    STYLE_OPT_OUT(Severity.HELP, "features.enforce_naming_style = %s turns this off"),

    // Protobuf: options and features
    OPTION_UNKNOWN(Severity.ERROR, "there is no option %s for %s"),
    OPTION_NOT_SETTABLE(Severity.ERROR, "the option %s cannot be set"),
    OPTION_REMOVED(Severity.ERROR, "the option %s was removed in edition %s"),
    OPTION_HAS_NO_FIELDS(Severity.ERROR, "the option %s has no fields"),
    OPTION_TWICE(Severity.ERROR, "the option %s is set twice"),
    OPTION_NOT_BOOL(Severity.ERROR, "the option %s is true or false"),
    OPTION_NOT_TEXT(Severity.ERROR, "the option %s is a string"),
    OPTION_NOT_ONE_OF(Severity.ERROR, "the option %s is one of %s"),
    OPTION_REQUIRED(Severity.ERROR, "%s needs its field %s, which is required"),
    SCALAR_OBSOLETE(Severity.ERROR, "%s is %s in this edition"),
    OPTION_DEPRECATED(Severity.WARNING, "%s is deprecated from edition %s on: %s"),
    GENERIC_SERVICES(
            Severity.WARNING, "%s is deprecated: a plugin makes better code for the kind of RPC that there is"),
    SUPPORT_TOO_EARLY(Severity.ERROR, "%s needs edition %s, not %s"),
    SUPPORT_ORDER(Severity.ERROR, "%s must not be before %s"),
    SUPPORT_PAIR(Severity.ERROR, "%s and %s go together"),
    SUPPORT_WIDER(Severity.ERROR, "a value cannot be used in more editions than the option that it is for"),
    NAME_TOO_LONG(Severity.ERROR, "a name with its package and parents can have %d bytes at most"),
    OPTION_VALUE_TYPE(Severity.ERROR, "%s must be %s"),
    OPTION_NO_FIELD(Severity.ERROR, "%s has no field %s"),
    OPTION_REPEATED_PATH(Severity.ERROR, "the option %s is repeated: write { field: value }"),
    OPTION_NO_EXTENSION(Severity.ERROR, "%s is no extension of %s"),
    OPTION_OF_OTHER(Severity.ERROR, "%s extends %s, not %s"),
    NAME_NO_EXTENSION(Severity.ERROR, "%s is no extension but %s"),
    FEATURE_IN_OWN_FILE(Severity.ERROR, "the feature %s cannot be set in the file that declares it"),
    AGGREGATE_FIELD_TWICE(Severity.ERROR, "%s is set twice"),
    AGGREGATE_ONEOF_TWICE(Severity.ERROR, "%s is a member of the oneof in which %s is set"),
    AGGREGATE_NO_ANY(Severity.ERROR, "%s is not google.protobuf.Any, which alone can hold a message by its URL"),
    AGGREGATE_NO_COLON(Severity.ERROR, "a colon must stand between %s and its value"),
    AGGREGATE_NO_LIST(Severity.ERROR, "%s is not repeated and takes no list"),
    ANY_TYPE(Severity.ERROR, "%s is no message that type.googleapis.com/ could name here"),
    OPTION_NOT_MESSAGE(Severity.ERROR, "the option %s is a message: write { field: value } or set a field of it"),
    FEATURES_NEED_EDITION(Severity.ERROR, "features need an edition, not %s"),
    FEATURE_UNKNOWN(Severity.ERROR, "there is no feature %s"),
    FEATURE_TARGET(Severity.ERROR, "the feature %s cannot be set on %s"),
    FEATURE_TOO_EARLY(Severity.ERROR, "the feature %s needs edition %s, not %s"),
    FEATURE_ONLY_FOR(Severity.ERROR, "the feature %s is only for %s"),
    FEATURE_NOT_FOR(Severity.ERROR, "the feature %s is not for %s"),
    REQUIRED_BY_DEFAULT(Severity.ERROR, "a file cannot make all its fields required"),
    OPTION_UTF8(Severity.ERROR, "the option has a string that is not valid UTF-8, as its field demands"),
    UTF8_OPTION_IN_EDITION(Severity.ERROR, "java_string_check_utf8 is for proto2 and proto3 only"),
    IMPLICIT_MESSAGE(Severity.ERROR, "a field of a message type always has presence"),
    MAP_ENTRY_OPTION(Severity.ERROR, "map_entry cannot be set: write map<K, V>"),
    PACKED_TYPE(Severity.ERROR, "only lists of numbers, bool or enums can be packed"),
    PACKED_IN_EDITION(Severity.ERROR, "in editions packed is features.repeated_field_encoding"),
    CTYPE_REMOVED(Severity.ERROR, "ctype was removed in edition 2024"),
    LAZY_TYPE(Severity.ERROR, "only fields of a message type can be lazy"),
    JSTYPE_TYPE(Severity.ERROR, "jstype is only for integers of 64 bits"),

    // Protobuf: fields
    FIELD_NUMBER_NOT_POSITIVE(Severity.ERROR, "a field number must be positive, not %s"),
    FIELD_NUMBER_TOO_BIG(Severity.ERROR, "field number %s is above %d"),
    FIELD_NUMBER_OWN(Severity.ERROR, "field number %s is one of 19000 to 19999, which Protobuf keeps for itself"),
    FIELD_NUMBER_TWICE(Severity.ERROR, "field number %d is used twice in %s"),
    FIELD_NUMBER_IN_RANGE(Severity.ERROR, "field number %d is %s"),
    NEXT_FREE_NUMBER(Severity.HELP, "the next free number is %d"),
    RANGE_IS_HERE(Severity.NOTE, "in this range"),
    RANGE_LIMITS(Severity.ERROR, "a range lies between %d and %d"),
    RANGE_BACKWARD(Severity.ERROR, "%s to %s is empty: the first number is above the last"),
    RANGE_OVERLAP(Severity.ERROR, "%s overlaps with numbers that are already %s"),
    RESERVED_NAME_QUOTED(Severity.ERROR, "in editions a reserved name is written without quotes"),
    RESERVED_NAME_BARE(Severity.ERROR, "before editions a reserved name is written in quotes"),
    RESERVED_NAME_TWICE(Severity.ERROR, "%s is reserved twice"),
    RESERVED_NAME_FORM(Severity.WARNING, "reserved name \"%s\" can be the name of nothing"),
    NAME_RESERVED(Severity.ERROR, "the name %s is reserved"),
    LABEL_MISSING(Severity.ERROR, "a proto2 field starts with optional, required or repeated"),
    REQUIRED_IN_PROTO3(Severity.ERROR, "proto3 has no required fields"),
    REQUIRED_IN_EDITION(Severity.ERROR, "in editions required is features.field_presence = LEGACY_REQUIRED"),
    OPTIONAL_IN_EDITION(Severity.ERROR, "in editions a field is optional without saying so"),
    GROUP_IN_PROTO3(Severity.ERROR, "proto3 has no groups"),
    GROUP_IN_EDITION(
            Severity.ERROR, "in editions a group is a message field with features.message_encoding = DELIMITED"),
    GROUP_NAME(Severity.ERROR, "the name of the group %s must start with a capital letter"),
    ONEOF_LABEL(Severity.ERROR, "a member of a oneof has no label"),
    MAP_LABEL(Severity.ERROR, "a map has no label"),
    MAP_IN_ONEOF(Severity.ERROR, "a map cannot be in a oneof"),
    MAP_AS_EXTENSION(Severity.ERROR, "a map cannot be an extension"),
    MAP_KEY_TYPE(Severity.ERROR, "the key of a map is an integer, bool or string, not %s"),
    MAP_ENUM_NOT_ZERO(Severity.ERROR, "the first value of %s must be 0 for use in a map"),
    CLOSED_ENUM_IN_PROTO3(Severity.ERROR, "%s is a closed enum, which proto3 fields cannot have"),
    CLOSED_ENUM_IMPLICIT(Severity.ERROR, "%s is a closed enum, which only fields with presence can have"),
    DEFAULT_OF_REPEATED(Severity.ERROR, "a repeated field has no default"),
    DEFAULT_OF_MESSAGE(Severity.ERROR, "a field of a message type has no default"),
    DEFAULT_IN_PROTO3(Severity.ERROR, "proto3 fields have no default of their own"),
    DEFAULT_WITHOUT_PRESENCE(Severity.ERROR, "a field without presence has no default of its own"),
    DEFAULT_NOT_OF_TYPE(Severity.ERROR, "the default must be %s"),
    DEFAULT_NO_ENUM_VALUE(Severity.ERROR, "enum %s has no value %s"),
    DEFAULT_OUT_OF_RANGE(Severity.ERROR, "%s is not between %s and %s"),
    JSON_NAME_TWICE(Severity.ERROR, "the fields %s and %s have the same JSON name %s"),
    JSON_NAME_TWICE_LEGACY(Severity.WARNING, "the fields %s and %s have the same JSON name %s"),
    JSON_NAME_BRACKETS(Severity.ERROR, "JSON name %s looks like an extension"),
    JSON_NAME_NUL(Severity.ERROR, "a JSON name holds no NUL"),
    MESSAGE_SET_IN_PROTO3(Severity.ERROR, "proto3 has no message sets"),
    MESSAGE_SET_FIELD(Severity.ERROR, "a message set has no fields, only extensions"),
    MESSAGE_SET_EXTENSION(Severity.ERROR, "an extension of a message set is one optional message"),

    // Protobuf: extensions
    EXTENSION_IN_PROTO3(Severity.ERROR, "proto3 extends only the options of descriptor.proto"),
    EXTENSION_RANGE_IN_PROTO3(Severity.ERROR, "proto3 message %s cannot have extensions"),
    EXTENSION_REQUIRED(Severity.ERROR, "extension %s cannot be required"),
    EXTENSION_JSON_NAME(Severity.ERROR, "an extension has no json_name"),
    EXTENSION_NUMBER_NOT_OPEN(Severity.ERROR, "%s does not open number %d for extensions"),
    NO_EXTENSION_RANGES(Severity.HELP, "%s opens no number at all"),
    EXTENSION_NUMBER_TWICE(Severity.ERROR, "extension number %d is used twice for %s"),
    EXTENSION_NUMBER_TWICE_ELSEWHERE(Severity.WARNING, "extension number %d is used twice for %s"),

    DECLARATION_OUTSIDE(Severity.ERROR, "number %d is declared outside of its extension range"),
    DECLARATION_TWICE(Severity.ERROR, "extension %s is declared twice"),
    DECLARATION_PARTIAL(Severity.ERROR, "the declaration of extension %d needs both full_name and type"),
    DECLARATION_NAME_FORM(Severity.ERROR, "\"%s\" is no full name with a leading dot"),
    DECLARATION_UNVERIFIED(Severity.ERROR, "an extension range with declarations cannot be UNVERIFIED"),
    EXTENSION_UNDECLARED(Severity.ERROR, "extension %d is not declared in %s, which declares its extensions"),
    EXTENSION_DECLARED_RESERVED(Severity.ERROR, "extension %d is declared reserved in %s"),
    EXTENSION_DECLARED_OTHERWISE(Severity.ERROR, "extension %d is declared in %s with another name, type or label"),

    // Protobuf: enums
    ENUM_EMPTY(Severity.ERROR, "enum %s has no value"),
    ENUM_FIRST_NOT_ZERO(Severity.ERROR, "the first value of the open enum %s must be 0"),
    ENUM_NUMBER_LIMITS(Severity.ERROR, "enum number %s does not fit 32 bits"),
    ENUM_NUMBER_TWICE(Severity.ERROR, "enum number %s is used twice in %s"),
    ALIAS_OR_NEXT(Severity.HELP, "set allow_alias to true if this is meant; the next free number is %s"),
    ENUM_NUMBER_RESERVED(Severity.ERROR, "enum number %s is reserved"),
    ENUM_NAMES_NEAR(
            Severity.ERROR, "%s and %s are the same name once case, underscores and the name of the enum are left out"),
    ENUM_NAMES_NEAR_LEGACY(
            Severity.WARNING,
            "%s and %s are the same name once case, underscores and the name of the enum are left out"),
    ALLOW_ALIAS_FALSE(Severity.ERROR, "allow_alias = false says nothing in enum %s"),
    ALLOW_ALIAS_WITHOUT(Severity.ERROR, "enum %s allows aliases and has none"),

    // notes and help that several passes use
    OPENED_HERE(Severity.NOTE, "opened here"),
    FIRST_USED_HERE(Severity.NOTE, "first used here"),
    FIRST_SET_HERE(Severity.NOTE, "first set here"),
    FIRST_DECLARED_HERE(Severity.NOTE, "first declared here"),
    FIRST_RESERVED_HERE(Severity.NOTE, "reserved here"),
    PLACES_TRIED(Severity.HELP, "looked in %s"),
    DID_YOU_MEAN(Severity.HELP, "did you mean %s?");

    private final Severity severity;
    private final String template;

    Problem(Severity severity, String template) {
        this.severity = severity;
        this.template = template;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** The name by which users choose it: the constant's in lower case, with dashes. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All warnings. */
    public static Set<Problem> warnings() {
        EnumSet<Problem> warnings = EnumSet.noneOf(Problem.class);
        for (Problem problem : values()) {
            if (problem.severity == Severity.WARNING) {
                warnings.add(problem);
            }
        }
        return warnings;
    }

    /** The text with places for arguments. */
    String template() {
        return template;
    }

    /** The text with its arguments filled in. */
    public String text(Object... arguments) {
        return String.format(Locale.ROOT, template, arguments);
    }
}
