package dev.fastcodec.golden.thrift;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Names for declarations, among them those that Java, beans and generated code have other uses for. */
final class RandomNames {
    private static final List<String> FIELDS = List.of(
            // Java's and Thrift's own words
            "class int new default switch package public static this super null true import enum record yield var _x",
            "list map set string binary i32 struct union service typedef const required optional namespace include void",
            // properties that would override or hide methods
            "hash_code hashCode toString to_string get_class Class notify notifyAll wait clone finalize equals",
            "clear copy unknown unknown_fields unknownFields message cause stack_trace stackTrace suppressed",
            // what generated code has for itself
            "bits bits_1 ascii m b p n v w r h q x s z id last seen need end before start value k0 v0 x0 i0 n0 e0 that o c",
            "value_case valueCase BINARY COMPACT Binary Compact Names serialVersionUID this_ read0 write0 equals_0 NO_BYTES",
            // names that become one
            "foo_bar fooBar FooBar foo__bar _foo_bar foo_bar_ foo Foo FOO has_foo get_foo set_foo mutable_foo add_foo",
            "clear_foo foo_number fooNumber number x_number a1 a_1 _1 __ URL url uRL");

    private static final List<String> TYPES = List.of(
            "String Object Integer Long List Map Set Iterable Override Exception Deprecated Arrays UUID ByteBuffer",
            "Codec Message Generated UnknownFields Equality Binary Compact Value Names Value_ Order order IntList MessageText",
            "Record Enum Class Void Math System Double Objects SuppressWarnings EncodeException BinaryWriter CompactReader");

    private static final List<String> MEMBERS = List.of(
            "class int default switch super UNRECOGNIZED LOOKUP UNRECOGNIZED_ number name ordinal values valueOf",
            "forNumber isUnrecognized hashCode toString compareTo getDeclaringClass A B a b A_ Lookup CONSTANT_NAME");

    private static final List<String> SYLLABLES =
            List.of("ka", "lo", "mi", "re", "so", "tu", "fa", "ne", "_", "Zi", "2");

    private final SplittableRandom random;
    private final double odd;
    private final Set<String> taken = new HashSet<>();

    /**
     * Names of one scope.
     *
     * @param odd how many of them come from the list of odd ones
     */
    RandomNames(SplittableRandom random, double odd) {
        this.random = random;
        this.odd = odd;
    }

    String field() {
        return next(FIELDS, "");
    }

    String type() {
        return next(TYPES, "T");
    }

    String member() {
        return next(MEMBERS, "M");
    }

    String any(String prefix) {
        return next(List.of(), prefix);
    }

    private String next(List<String> oddOnes, String prefix) {
        for (; ; ) {
            String name;
            if (!oddOnes.isEmpty() && random.nextDouble() < odd) {
                String[] words = oddOnes.get(random.nextInt(oddOnes.size())).split(" ");
                name = words[random.nextInt(words.length)];
            } else {
                StringBuilder made = new StringBuilder(prefix.isEmpty() ? "f" : prefix);
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    made.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
                }
                name = made.toString();
            }
            if (taken.add(name)) {
                return name;
            }
        }
    }
}
