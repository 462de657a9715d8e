package dev.fastcodec.golden.proto;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Names for one scope of a random schema: mostly plain ones, some that Java or the generated code use themselves. */
final class RandomNames {
    /** Names that clash with keywords, with methods of every object, with variables of generated code, with each other. */
    static final List<String> FIELDS = words("""
            class int default public static void null true this super new record var yield sealed enum
            message option map oneof repeated optional reserved string int32 returns import syntax package
            service rpc to max group extend inf nan hash_code to_string notify notify_all wait clone
            finalize clear copy unknown_fields equals bits bits_1 ascii unknown m b p w r e n i x c h o s
            end tag that value key list size from depth position PROTO proto NO_BYTES foo Foo FOO foo_ _foo
            foo_number foo_case clear_foo has_foo x1 x_1 x__1x kind kind_case a_b_c aBC serialVersionUID
            fields codec it pos limit loop extensions mutable_extensions next
            """);

    /** Names of classes that generated code may name too, and words that Java does not take for a class. */
    static final List<String> TYPES = words("""
            String Object List Map Integer Long Boolean Float Double Codec Message Proto Override Generated
            UnknownFields IntList LongList MessageList EnumList EnumValue Enum ProtoReader ProtoWriter
            ProtoCodec Equality Class Record Math Objects Supplier Arrays Deprecated SuppressWarnings
            LinkedHashMap DecodeException MessageSchema FieldType MessageText SchemaTable EnumSchema Number record var yield sealed permits
            lower snake_case _Under A Kind Foo Value T Extension Extendable ExtensionSet ProtoExtensions
            """);

    private static final List<String> CONSTANTS = words("""
            class default UNRECOGNIZED LOOKUP SCHEMA number values valueOf name ordinal int Lookup constantName
            forNumber isUnrecognized this NaN
            """);

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private final SplittableRandom random;
    private final Set<String> taken = new HashSet<>();
    private final Set<String> jsonNames = new HashSet<>();
    private final Set<String> constants = new HashSet<>();

    /** A scope in which these names are taken. */
    RandomNames(SplittableRandom random, Collection<String> taken) {
        this.random = random;
        this.taken.addAll(taken);
    }

    /** Takes this very name if it is free. */
    boolean isTaken(String name) {
        return !taken.add(name);
    }

    String type() {
        return random.nextInt(4) == 0 ? take(TYPES, "M") : fresh("M");
    }

    String enumeration() {
        return random.nextInt(6) == 0 ? take(TYPES, "E") : fresh("E");
    }

    /** A name for a value, which no other one in the scope has in other cases, as protoc demands of those in an enum. */
    String constant(String enumeration) {
        if (random.nextInt(12) > 0) {
            return fresh(enumeration.toUpperCase(Locale.ROOT) + "_V");
        }
        String name = CONSTANTS.get(random.nextInt(CONSTANTS.size()));
        return constants.add(name.toLowerCase(Locale.ROOT)) && taken.add(name) ? name : fresh("C");
    }

    /** A name for a oneof; its members take theirs from the same scope. */
    String oneof() {
        return random.nextInt(2) == 0 ? take(FIELDS, "choice_") : fresh("choice_");
    }

    /** A name for a field, whose JSON name no other field has either, as protoc demands. */
    String field() {
        for (int tries = 0; tries < 5 && random.nextInt(2) == 0; tries++) {
            String name = FIELDS.get(random.nextInt(FIELDS.size()));
            if (!taken.contains(name) && jsonNames.add(jsonName(name))) {
                taken.add(name);
                return name;
            }
        }
        String name = fresh(random.nextBoolean() ? "field_" : "aField");
        jsonNames.add(jsonName(name));
        return name;
    }

    /** A name for a group, whose field has it in lower case. */
    String group() {
        String name = fresh("Group");
        while (!taken.add(name.toLowerCase(Locale.ROOT)) || !jsonNames.add(jsonName(name.toLowerCase(Locale.ROOT)))) {
            name = fresh(name);
        }
        return name;
    }

    /** A name for a map and the message that protoc makes for its entries. */
    String map() {
        while (true) {
            String name = field();
            if (taken.add(entryName(name))) {
                return name;
            }
        }
    }

    /** {@code ship_to} → {@code ShipToEntry}, as protoc names the message of a map's entries. */
    static String entryName(String field) {
        StringBuilder s = new StringBuilder();
        boolean upper = true;
        for (char c : field.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                s.append(upper ? String.valueOf(c).toUpperCase(Locale.ROOT) : c);
                upper = false;
            }
        }
        return s.append("Entry").toString();
    }

    /** {@code ship_to} → {@code shipTo}. */
    static String jsonName(String field) {
        String camel = entryName(field);
        String body = camel.substring(0, camel.length() - "Entry".length());
        return field.startsWith("_") || body.isEmpty() ? body : field.charAt(0) + body.substring(1);
    }

    private String take(List<String> pool, String otherwise) {
        String name = pool.get(random.nextInt(pool.size()));
        return taken.add(name) ? name : fresh(otherwise);
    }

    private String fresh(String start) {
        String name = start + taken.size();
        while (!taken.add(name)) {
            name += "x";
        }
        return name;
    }
}
