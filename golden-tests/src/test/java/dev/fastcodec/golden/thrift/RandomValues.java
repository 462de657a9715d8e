package dev.fastcodec.golden.thrift;

import dev.fastcodec.golden.thrift.Shape.Field;
import dev.fastcodec.golden.thrift.Shape.Need;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** Values of a shape. */
final class RandomValues {
    private static final String[] TEXTS = {
        "", "a", "sku-1", "north", "é", "ß€", "日本", "😀", "\u0000", "x\u007f\u0080", "\"\\\n\t"
    };
    private static final double[] DOUBLES = {
        0.0, -0.0, 1.5, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e100
    };
    /** Around the places where a varint, a short list and a long string get longer. */
    private static final int[] SIZES = {14, 15, 16, 17, 127, 128, 129, 300};

    private final SplittableRandom random;
    private final boolean literal;

    RandomValues(SplittableRandom random) {
        this(random, false);
    }

    private RandomValues(SplittableRandom random, boolean literal) {
        this.random = random;
        this.literal = literal;
    }

    /** Small values that a literal of the IDL can say. */
    static RandomValues literals(SplittableRandom random) {
        return new RandomValues(random, true);
    }

    /** A state of a struct: any of its fields set, those with {@code required} always. */
    StructValue state(Struct type, int depth) {
        StructValue state = new StructValue(type);
        List<Field> fields = type.fields();
        if (type.kind() == Shape.Kind.UNION) {
            if (!fields.isEmpty()) {
                Field member = fields.get(random.nextInt(fields.size()));
                while (depth <= 0 && !isFlat(member.shape())) {
                    member = fields.get(random.nextInt(fields.size()));
                }
                state.with(member.id(), value(member.shape(), depth));
            }
            return state;
        }
        int density = random.nextInt(5);
        for (Field field : fields) {
            boolean set = random.nextInt(4) < density;
            if (field.need() == Need.REQUIRED && field.initial() == null) {
                state.with(field.id(), value(field.shape(), depth));
            } else if (set && (depth > 0 || isFlat(field.shape()))) {
                state.with(field.id(), value(field.shape(), depth));
            }
        }
        return state;
    }

    /** A state in which some defaults are set to null. */
    StructValue stateWithCleared(Struct type, int depth) {
        StructValue state = state(type, depth);
        for (Field field : type.fields()) {
            boolean can = field.initial() != null && !field.shape().isNumber() && field.need() != Need.REQUIRED;
            if (can && type.kind() != Shape.Kind.UNION && random.nextInt(4) == 0) {
                state.with(field.id(), StructValue.CLEARED);
            }
        }
        return state;
    }

    private static boolean isFlat(Shape shape) {
        return shape instanceof Shape.Base || shape instanceof Shape.Enumeration;
    }

    /** A value of a shape. */
    Object value(Shape shape, int depth) {
        if (shape instanceof Struct struct) {
            return state(struct, depth - 1);
        } else if (shape instanceof Shape.Enumeration enumeration) {
            return number(enumeration);
        } else if (shape instanceof Shape.ListOf list) {
            List<Object> elements = new ArrayList<>();
            for (int n = size(list.element(), depth); n > 0; n--) {
                elements.add(value(list.element(), depth - 1));
            }
            return elements;
        } else if (shape instanceof Shape.SetOf set) {
            Set<Object> elements = new LinkedHashSet<>();
            Set<Object> seen = new HashSet<>();
            for (int n = size(set.element(), depth); n > 0; n--) {
                Object element = value(set.element(), depth - 1);
                if (seen.add(StructValue.deepWritten(element))) {
                    elements.add(element);
                }
            }
            return elements;
        } else if (shape instanceof Shape.MapOf map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            Set<Object> seen = new HashSet<>();
            for (int n = Math.min(size(map.key(), depth), size(map.value(), depth)); n > 0; n--) {
                Object key = value(map.key(), depth - 1);
                if (seen.add(StructValue.deepWritten(key))) {
                    entries.put(key, value(map.value(), depth - 1));
                }
            }
            return entries;
        }
        return base((Shape.Base) shape);
    }

    private int size(Shape element, int depth) {
        if (depth <= 0 && !isFlat(element)) {
            return 0;
        }
        if (isFlat(element) && !literal && random.nextInt(40) == 0) {
            return SIZES[random.nextInt(SIZES.length)];
        }
        return random.nextInt(isFlat(element) ? 5 : 3);
    }

    private int number(Shape.Enumeration enumeration) {
        if (!literal && random.nextInt(8) == 0) {
            return random.nextInt();
        }
        int n = enumeration.members().size();
        return enumeration.members().get(random.nextInt(n)).number();
    }

    private Object base(Shape.Base base) {
        return switch (base) {
            case BOOL -> random.nextBoolean();
            case I8 -> (byte) integer(8);
            case I16 -> (short) integer(16);
            case I32 -> (int) integer(32);
            case I64 -> integer(64);
            case DOUBLE -> real();
            case STRING -> text();
            case BINARY -> ByteBuffer.wrap(bytes());
            case UUID -> new UUID(random.nextLong(), random.nextLong());
        };
    }

    /** Of any width, the limits included. */
    private long integer(int bits) {
        long any = random.nextLong() >> random.nextInt(64);
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> 1L << (bits - 1);
            case 2 -> (1L << (bits - 1)) - 1;
            case 3 -> -1;
            default -> any;
        };
    }

    private double real() {
        if (literal) {
            return random.nextInt(-1000, 1000) / 8.0;
        }
        // libthrift writes but one of the many NaNs.
        double any = Double.longBitsToDouble(random.nextLong());
        return random.nextBoolean() || Double.isNaN(any) ? DOUBLES[random.nextInt(DOUBLES.length)] : any;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        if (literal) {
            for (int n = random.nextInt(6); n > 0; n--) {
                text.append((char) random.nextInt(' ', 0x7f));
            }
            return text.toString();
        }
        boolean isLong = random.nextInt(30) == 0;
        int size = isLong ? SIZES[random.nextInt(SIZES.length)] : random.nextInt(4);
        boolean ascii = random.nextBoolean();
        for (int i = 0; i < size; i++) {
            text.append(TEXTS[random.nextInt(ascii ? 4 : TEXTS.length)]);
        }
        return text.toString();
    }

    private byte[] bytes() {
        if (literal) {
            return text().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
        byte[] bytes = new byte[random.nextInt(30) == 0 ? SIZES[random.nextInt(SIZES.length)] : random.nextInt(6)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }
}
