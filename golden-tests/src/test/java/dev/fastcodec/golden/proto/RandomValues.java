package dev.fastcodec.golden.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.UnknownFieldSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Random messages of a type, edge cases included, and never so big that a test takes long. */
final class RandomValues {
    private static final int[] LENGTHS = {
        0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 20, 21, 31, 32, 33, 63, 64, 126, 127, 128, 129, 300
    };

    private final SplittableRandom random;
    private final boolean withUnknown;
    private final Function<Descriptor, List<FieldDescriptor>> extensions;
    private int budget;

    RandomValues(SplittableRandom random, boolean withUnknown) {
        this(random, withUnknown, type -> List.of());
    }

    /** With extensions, of which the function gives those of a type. */
    RandomValues(SplittableRandom random, boolean withUnknown, Function<Descriptor, List<FieldDescriptor>> extensions) {
        this.random = random;
        this.withUnknown = withUnknown;
        this.extensions = extensions;
    }

    /** A message in canonical form: maps are {@code MapEntry}s with distinct keys. */
    DynamicMessage message(Descriptor type) {
        budget = 8 << random.nextInt(6);
        return message(type, 0);
    }

    private DynamicMessage message(Descriptor type, int depth) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        int density = new int[] {1, 4, 8, 10}[random.nextInt(4)];
        Set<OneofDescriptor> decided = new HashSet<>();
        for (FieldDescriptor field : type.getFields()) {
            OneofDescriptor oneof = field.getRealContainingOneof();
            if (oneof != null) {
                if (decided.add(oneof) && random.nextInt(10) < 8) {
                    FieldDescriptor member = oneof.getField(random.nextInt(oneof.getFieldCount()));
                    set(message, member, depth);
                }
            } else if (field.isRequired() || random.nextInt(10) < density) {
                set(message, field, depth);
            }
        }
        for (FieldDescriptor extension : extensions.apply(type)) {
            if (random.nextInt(10) < density) {
                set(message, extension, depth);
            }
        }
        if (withUnknown && random.nextInt(6) == 0) {
            message.setUnknownFields(unknown(type, 0));
        }
        return message.build();
    }

    private void set(DynamicMessage.Builder message, FieldDescriptor field, int depth) {
        boolean nests = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
        if (nests && (depth > 4 || budget <= 0) && !field.isMapField() && !field.isRequired()) {
            return;
        }
        budget--;
        if (field.isMapField()) {
            FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
            boolean deep = value.getJavaType() == FieldDescriptor.JavaType.MESSAGE && (depth > 4 || budget <= 0);
            Set<Object> keys = new HashSet<>();
            for (int n = deep ? 0 : count(value); n > 0; n--) {
                Object key = value(field.getMessageType().findFieldByNumber(1), depth);
                if (keys.add(key)) {
                    message.addRepeatedField(field, Canonical.entry(field, key, value(value, depth + 1)));
                }
            }
        } else if (field.isRepeated()) {
            for (int n = count(field); n > 0; n--) {
                message.addRepeatedField(field, value(field, depth));
            }
        } else {
            message.setField(field, value(field, depth));
        }
    }

    private int count(FieldDescriptor field) {
        boolean big = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE || budget <= 0;
        int n = big || random.nextInt(12) > 0 ? random.nextInt(5) : random.nextInt(random.nextInt(6) == 0 ? 300 : 40);
        budget -= n / 4;
        return n;
    }

    /** One value, of an element if the field is repeated. */
    Object value(FieldDescriptor field, int depth) {
        return switch (field.getType()) {
            case DOUBLE -> real();
            case FLOAT ->
                random.nextBoolean()
                        ? (float) real()
                        : Float.intBitsToFloat(random.nextBoolean() ? 0x7fc01234 : random.nextInt());
            case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> integer();
            case INT32, UINT32, SINT32, FIXED32, SFIXED32 -> (int) integer();
            case BOOL -> random.nextBoolean();
            case STRING -> string();
            case BYTES -> bytes();
            case ENUM -> enumNumber(field);
            case MESSAGE, GROUP -> message(field.getMessageType(), depth + 1);
        };
    }

    private Object enumNumber(FieldDescriptor field) {
        var values = field.getEnumType().getValues();
        int number = random.nextInt(5) == 0 && !field.legacyEnumFieldTreatedAsClosed()
                ? (int) integer()
                : values.get(random.nextInt(values.size())).getNumber();
        return field.getEnumType().findValueByNumberCreatingIfUnknown(number);
    }

    /** A number that the field's enum does not know. */
    int unknownEnumNumber(FieldDescriptor field) {
        while (true) {
            int number = (int) integer();
            if (field.getEnumType().findValueByNumber(number) == null) {
                return number;
            }
        }
    }

    private double real() {
        return switch (random.nextInt(12)) {
            case 0 -> 0.0;
            case 1 -> -0.0;
            case 2 -> Double.NaN;
            case 3 -> Double.longBitsToDouble(0xfff8000000000123L);
            case 4 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            case 5 -> random.nextBoolean() ? Double.MIN_VALUE : -Double.MAX_VALUE;
            case 6 -> Double.longBitsToDouble(random.nextLong());
            default -> random.nextInt(-1000, 1000) / 8.0;
        };
    }

    /** Numbers whose varints have all lengths, both signs. */
    long integer() {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 ->
                List.of(1L, -1L, 127L, 128L, 16383L, 16384L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE)
                        .get(random.nextInt(8));
            case 2 -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
            case 3, 4 -> random.nextLong() >>> random.nextInt(64);
            case 5 -> -(random.nextLong() >>> 1 + random.nextInt(63));
            default -> random.nextInt(100);
        };
    }

    private int length() {
        int n = random.nextInt(3) == 0 ? LENGTHS[random.nextInt(LENGTHS.length)] : random.nextInt(24);
        if (budget <= 0) {
            return Math.min(n, 8);
        }
        budget -= n / 16;
        return n;
    }

    /** Text of ASCII, of characters of 2, 3 or 4 bytes, or of ASCII with a few others. */
    String string() {
        int n = length();
        int kind = random.nextInt(8);
        StringBuilder s = new StringBuilder();
        while (s.length() < n) {
            int bytes = kind < 4 ? 1 : kind < 7 ? kind - 2 : random.nextInt(10) > 0 ? 1 : 1 + random.nextInt(4);
            s.appendCodePoint(
                    switch (bytes) {
                        case 2 -> random.nextInt(0x80, 0x800);
                        case 3 ->
                            random.nextBoolean() ? random.nextInt(0x800, 0xd800) : random.nextInt(0xe000, 0x10000);
                        case 4 -> random.nextInt(0x10000, 0x110000);
                        default -> random.nextInt(20) == 0 ? random.nextInt(128) : random.nextInt(32, 127);
                    });
        }
        return s.toString();
    }

    private ByteString bytes() {
        byte[] bytes = new byte[length()];
        random.nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }

    /** Fields that the type does not declare, in the order in which protobuf-java writes them. */
    UnknownFieldSet unknown(Descriptor type, int depth) {
        UnknownFieldSet.Builder set = UnknownFieldSet.newBuilder();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int number = random.nextInt(1, random.nextBoolean() ? 100 : 1 << 29);
            if (type.findFieldByNumber(number) != null || type.isExtensionNumber(number)) {
                continue;
            }
            UnknownFieldSet.Field.Builder field = UnknownFieldSet.Field.newBuilder();
            switch (random.nextInt(5)) {
                case 0 -> field.addVarint(integer()).addVarint(integer());
                case 1 -> field.addFixed32(random.nextInt());
                case 2 -> field.addFixed64(random.nextLong());
                case 3 -> field.addLengthDelimited(bytes());
                default -> field.addGroup(depth > 2 ? UnknownFieldSet.getDefaultInstance() : unknown(type, depth + 1));
            }
            set.mergeField(number, field.build());
        }
        return set.build();
    }
}
