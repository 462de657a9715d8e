package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.Duration;
import com.google.protobuf.Empty;
import com.google.protobuf.Field;
import com.google.protobuf.FieldMask;
import com.google.protobuf.FloatValue;
import com.google.protobuf.Int32Value;
import com.google.protobuf.Int64Value;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.NullValue;
import com.google.protobuf.Option;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import dev.fastcodec.MessageType;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.golden.support.Seed;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random well-known types as JSON: what {@code JsonFormat} writes means the same to us, and the reverse. */
class JsonWellKnownTest {
    private static final int VALUES = 4000;

    private static final JsonFormat.TypeRegistry TYPES = JsonFormat.TypeRegistry.newBuilder()
            .add(List.of(
                    Any.getDescriptor(),
                    BoolValue.getDescriptor(),
                    Duration.getDescriptor(),
                    Empty.getDescriptor(),
                    FieldMask.getDescriptor(),
                    Field.getDescriptor(),
                    Struct.getDescriptor(),
                    Timestamp.getDescriptor()))
            .build();

    private final SplittableRandom random = Seed.random("json well-known");

    @Test
    void meansTheSameInBothDirections() throws Exception {
        for (int i = 0; i < Seed.values(VALUES); i++) {
            Message theirs = message(0);
            String where = Seed.describe() + "value " + i + ": " + theirs;
            check(TypeRegistry.message(null, theirs.getDescriptorForType().getFullName()), theirs, where);
        }
    }

    private static <M extends dev.fastcodec.Message<M>> void check(MessageType<M> type, Message theirs, String where)
            throws Exception {
        byte[] bytes = theirs.toByteArray();
        String text = JsonFormat.printer().usingTypeRegistry(TYPES).print(theirs);
        M read = Objects.requireNonNull(type.json()).decode(text);
        assertArrayEquals(bytes, type.proto().encode(read), where);
        Message.Builder again = theirs.newBuilderForType();
        String ours = type.json().encodeToString(type.proto().decode(bytes));
        JsonFormat.parser().usingTypeRegistry(TYPES).merge(ours, again);
        assertEquals(theirs, again.build(), where);
    }

    private Message message(int depth) {
        return switch (random.nextInt(depth > 3 ? 14 : 19)) {
            case 0 -> BoolValue.of(random.nextBoolean());
            case 1 -> Int32Value.of(random.nextInt() >> random.nextInt(32));
            case 2 -> Int64Value.of(random.nextLong() >> random.nextInt(64));
            case 3 -> UInt32Value.of(random.nextInt() >> random.nextInt(32));
            case 4 -> UInt64Value.of(random.nextLong() >> random.nextInt(64));
            case 5 -> FloatValue.of((float) (real() % 1e38));
            case 6 -> DoubleValue.of(real());
            case 7 -> StringValue.of(text());
            case 8 -> BytesValue.of(ByteString.copyFromUtf8(text()));
            case 9 -> timestamp();
            case 10 -> duration();
            case 11 -> mask();
            case 12 -> Empty.getDefaultInstance();
            case 13 -> field(depth);
            case 14 -> struct(depth);
            case 15 -> list(depth);
            case 16 -> value(depth);
            case 17 -> Any.getDefaultInstance();
            default -> Any.pack(message(depth + 1), random.nextBoolean() ? "type.googleapis.com" : "a.b/c");
        };
    }

    private double real() {
        double x = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(x) && x != 0 ? x : random.nextDouble();
    }

    private String text() {
        StringBuilder s = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            s.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(32);
                        case 1 -> random.nextInt(0xa0, 0xd800);
                        case 2 -> random.nextInt(0x10000, 0x110000);
                        default -> random.nextInt(' ', 0x7f);
                    });
        }
        return s.toString();
    }

    private int nanos() {
        int[] steps = {1_000_000_000, 1_000_000, 1000, 1};
        int step = steps[random.nextInt(4)];
        return random.nextInt(1_000_000_000 / step) * step;
    }

    private Timestamp timestamp() {
        return Timestamp.newBuilder()
                .setSeconds(random.nextLong(-62_135_596_800L, 253_402_300_800L))
                .setNanos(nanos())
                .build();
    }

    private Duration duration() {
        long seconds = random.nextLong(315_576_000_001L) >> random.nextInt(39);
        int sign = random.nextBoolean() ? 1 : -1;
        return Duration.newBuilder()
                .setSeconds(sign * seconds)
                .setNanos(sign * nanos())
                .build();
    }

    private FieldMask mask() {
        FieldMask.Builder mask = FieldMask.newBuilder();
        for (int n = random.nextInt(4); n > 0; n--) {
            mask.addPaths(
                    List.of("a", "foo_bar.x", "a1_b", "long_name.of_a.path").get(random.nextInt(4)));
        }
        return mask.build();
    }

    private Field field(int depth) {
        Field.Builder field = Field.newBuilder()
                .setKindValue(random.nextInt(24))
                .setCardinality(Field.Cardinality.forNumber(random.nextInt(4)))
                .setJsonName(text())
                .setPacked(random.nextBoolean());
        if (depth < 3) {
            field.addOptions(Option.newBuilder().setName(text()).setValue(Any.pack(message(depth + 1))));
        }
        return field.build();
    }

    private Struct struct(int depth) {
        Struct.Builder struct = Struct.newBuilder();
        for (int n = random.nextInt(4); n > 0; n--) {
            struct.putFields(text(), value(depth + 1));
        }
        return struct.build();
    }

    private ListValue list(int depth) {
        ListValue.Builder list = ListValue.newBuilder();
        for (int n = random.nextInt(4); n > 0; n--) {
            list.addValues(value(depth + 1));
        }
        return list.build();
    }

    private Value value(int depth) {
        Value.Builder value = Value.newBuilder();
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> value.setNullValue(NullValue.NULL_VALUE).build();
            case 1 -> value.setNumberValue(real()).build();
            case 2 -> value.setStringValue(text()).build();
            case 3 -> value.setBoolValue(random.nextBoolean()).build();
            case 4 -> value.setStructValue(struct(depth)).build();
            default -> value.setListValue(list(depth)).build();
        };
    }
}
