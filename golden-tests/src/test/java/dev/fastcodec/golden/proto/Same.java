package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.fastcodec.EnumList;
import dev.fastcodec.EnumValue;
import dev.fastcodec.EnumValueMap;
import dev.fastcodec.Extendable;
import dev.fastcodec.Extension;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.OneofPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.golden.proto.Corpus.Subject;
import dev.fastcodec.golden.support.Bean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asserts that a bean holds what protobuf-java's message holds, asking the bean's getters. */
final class Same {
    private final Corpus corpus;

    Same(Corpus corpus) {
        this.corpus = corpus;
    }

    /** Compares everything, in canonical order also the bytes of unknown fields. */
    void check(Message expected, Object bean) {
        Subject subject = corpus.subject(expected.getDescriptorForType());
        Bean type = subject.bean();
        for (FieldDescriptor field : expected.getDescriptorForType().getFields()) {
            FieldPlan plan = type.field(field.getNumber());
            String where = field.getFullName();
            if (field.isMapField()) {
                checkMap(where, Canonical.entries(field, (List<?>) expected.getField(field)), type.get(bean, plan));
            } else if (field.isRepeated()) {
                checkList(where, (List<?>) expected.getField(field), type.get(bean, plan));
            } else {
                checkOne(where, field, expected, plan, type, bean);
            }
        }
        for (FieldDescriptor extension : corpus.extensions(expected.getDescriptorForType())) {
            checkExtension(extension, expected, (Extendable<?>) bean);
        }
        for (OneofPlan oneof : type.plan().oneofs()) {
            checkOneof(oneof, expected, type, bean);
        }
        UnknownFields unknown = ((dev.fastcodec.Message<?>) bean).unknownFields();
        byte[] bytes = expected.getUnknownFields().toByteArray();
        assertArrayEquals(bytes, unknown == null ? new byte[0] : unknown.toByteArray(), () -> subject + " unknown");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void checkExtension(FieldDescriptor field, Message expected, Extendable bean) {
        Extension<?, ?> extension = corpus.extension(field);
        String where = field.getFullName();
        if (field.isRepeated()) {
            assertEquals(expected.getRepeatedFieldCount(field) > 0, bean.has(extension), where);
            checkList(where, (List<?>) expected.getField(field), bean.get(extension));
            return;
        }
        assertEquals(expected.hasField(field), bean.has(extension), where);
        Object value = bean.get(extension);
        boolean primitive =
                switch (field.getJavaType()) {
                    case STRING, BYTE_STRING, ENUM, MESSAGE -> false;
                    default -> true;
                };
        if (expected.hasField(field) || field.hasDefaultValue() || primitive) {
            checkValue(where, expected.getField(field), value);
        } else {
            assertNull(value, where);
        }
    }

    private void checkOne(
            String where, FieldDescriptor field, Message expected, FieldPlan plan, Bean type, Object bean) {
        Object value = type.get(bean, plan);
        boolean present = !field.hasPresence() || expected.hasField(field);
        if (field.hasPresence()) {
            assertEquals(present, type.has(bean, plan), where);
        }
        if (!present && !field.hasDefaultValue() && !(plan.value() instanceof ValuePlan.Scalar s && s.isPrimitive())) {
            assertNull(value, where);
        } else {
            checkValue(where, expected.getField(field), value);
        }
        if (plan.value() instanceof ValuePlan.Enumeration && present) {
            assertEquals(((EnumValueDescriptor) expected.getField(field)).getNumber(), type.number(bean, plan), where);
        }
    }

    private void checkValue(String where, Object expected, @Nullable Object actual) {
        if (expected instanceof Message m) {
            check(m, Objects.requireNonNull(actual, where));
        } else if (expected instanceof ByteString b) {
            assertArrayEquals(b.toByteArray(), (byte[]) actual, where);
        } else if (expected instanceof EnumValueDescriptor e) {
            EnumValue constant = (EnumValue) Objects.requireNonNull(actual, where);
            boolean known = e.getType().findValueByNumber(e.getNumber()) != null;
            assertEquals(known, !constant.isUnrecognized(), where);
            if (known) {
                assertEquals(e.getNumber(), constant.number(), where);
            }
        } else {
            assertEquals(bits(expected), bits(Objects.requireNonNull(actual, where)), where);
        }
    }

    /** Makes floating-point numbers comparable with their signs and NaN payloads. */
    private static Object bits(Object value) {
        if (value instanceof Float f) {
            return Float.floatToRawIntBits(f);
        }
        return value instanceof Double d ? (Object) Double.doubleToRawLongBits(d) : value;
    }

    private void checkList(String where, List<?> expected, @Nullable Object actual) {
        List<?> list = (List<?>) Objects.requireNonNull(actual, where);
        assertEquals(expected.size(), list.size(), where);
        for (int i = 0; i < list.size(); i++) {
            checkValue(where, expected.get(i), list.get(i));
            if (list instanceof EnumList<?> e) {
                assertEquals(
                        ((EnumValueDescriptor) expected.get(i)).getNumber(),
                        e.numbers().at(i),
                        where);
            }
        }
    }

    private void checkMap(String where, Map<Object, Object> expected, @Nullable Object actual) {
        Map<?, ?> map = (Map<?, ?>) Objects.requireNonNull(actual, where);
        assertEquals(List.copyOf(expected.keySet()), new ArrayList<>(map.keySet()), where);
        expected.forEach((key, value) -> {
            checkValue(where, value, map.get(key));
            if (map instanceof EnumValueMap<?, ?> e) {
                assertEquals(
                        ((EnumValueDescriptor) value).getNumber(), e.numbers().get(key), where);
            }
        });
    }

    /** The case, and the record of the sealed view, by its name and its value. */
    private void checkOneof(OneofPlan oneof, Message expected, Bean type, Object bean) {
        Object view = type.call(bean, oneof.variable());
        int number = type.oneofCase(bean, oneof);
        for (int i = 0; i < oneof.members().size(); i++) {
            FieldPlan member = type.plan().fields().get(oneof.members().get(i));
            FieldDescriptor field = expected.getDescriptorForType().findFieldByNumber(member.number());
            if (expected.hasField(field)) {
                assertEquals(member.number(), number, oneof.name());
                Object record = Objects.requireNonNull(view, oneof.name());
                assertEquals(oneof.records().get(i), record.getClass().getSimpleName());
                checkValue(oneof.name(), expected.getField(field), component(record));
                return;
            }
        }
        assertEquals(0, number, oneof.name());
        assertNull(view, oneof.name());
    }

    private static @Nullable Object component(Object record) {
        try {
            return record.getClass().getMethod("value").invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
