package dev.fastcodec.bench;

import dev.fastcodec.Message;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the JDK alone takes for the least that any library must do, all that is read being known beforehand: to encode, one copy of the bytes, beside
 * building the message; to decode, one call of {@link String}'s fastest constructor for each string, and the message's objects and arrays, built or
 * copied, whichever is faster.
 */
final class Floor {
    private final byte[] bytes;
    private final Subject.Step<byte[], Object> objects;
    private final boolean[] ascii;
    private final int[] at;
    private final int[] lengths;

    private Floor(byte[] bytes, List<String> strings, Subject.Step<byte[], Object> objects) {
        this.bytes = bytes;
        this.objects = objects;
        this.ascii = new boolean[strings.size()];
        this.at = new int[strings.size()];
        this.lengths = new int[strings.size()];
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < at.length; i++) {
            byte[] utf8 = strings.get(i).getBytes(StandardCharsets.UTF_8);
            ascii[i] = utf8.length == strings.get(i).length();
            at[i] = all.indexOf(new String(utf8, StandardCharsets.ISO_8859_1));
            lengths[i] = utf8.length;
        }
    }

    /** The floor under a contender of ours, for the shape's first message only. */
    static Subject<?, ?> under(Contender ours, Shape shape) {
        try {
            Subject<Object, Object> subject = ours.on(shape);
            Object data = shape.data(0);
            Message<?> message = (Message<?>) subject.build().apply(data);
            List<String> strings = new ArrayList<>();
            collect(data, strings);
            boolean arrays = shape == Shape.NUMERIC || shape == Shape.BYTES;
            Floor floor = new Floor(
                    subject.encode().apply(message),
                    strings,
                    arrays ? b -> message.copy() : b -> subject.build().apply(data));
            return new Subject<>(subject.build(), built -> floor.bytes.clone(), read -> floor.decode());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Object data, List<String> into) throws ReflectiveOperationException {
        if (data instanceof String s) {
            into.add(s);
        } else if (data instanceof Iterable<?> all) {
            for (Object each : all) {
                collect(each, into);
            }
        } else if (data instanceof Object[] all) {
            collect(Arrays.asList(all), into);
        } else if (data instanceof Map<?, ?> map) {
            collect(map.keySet(), into);
        } else if (data instanceof Record) {
            for (RecordComponent each : data.getClass().getRecordComponents()) {
                Object value = each.getAccessor().invoke(data);
                if (value != null) {
                    collect(value, into);
                }
            }
        }
    }

    @SuppressWarnings("deprecation") // the constructor that does the least; for ASCII it is right
    private Object decode() throws Exception {
        byte[] b = bytes;
        String[] strings = new String[at.length];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = ascii[i]
                    ? new String(b, 0, at[i], lengths[i])
                    : new String(b, at[i], lengths[i], StandardCharsets.UTF_8);
        }
        return new Object[] {strings, objects.apply(b)};
    }
}
