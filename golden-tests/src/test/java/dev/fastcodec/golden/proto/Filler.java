package dev.fastcodec.golden.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.fastcodec.EnumList;
import dev.fastcodec.EnumValue;
import dev.fastcodec.EnumValueMap;
import dev.fastcodec.Extendable;
import dev.fastcodec.Extension;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.golden.proto.Corpus.Subject;
import dev.fastcodec.golden.support.Bean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Puts the content of protobuf-java's messages into beans, by whichever of their methods the random numbers choose. */
final class Filler {
    private final Corpus corpus;
    private final SplittableRandom random;
    /** Whether lists and maps are added to and messages merged, as {@code mergeFrom} does. */
    private final boolean merges;

    Filler(Corpus corpus, SplittableRandom random, boolean merges) {
        this.corpus = corpus;
        this.random = random;
        this.merges = merges;
    }

    /** A new bean with the content of a message. */
    Object bean(Message message) {
        Subject subject = corpus.subject(message.getDescriptorForType());
        Object bean = subject.bean().make();
        fill(bean, message);
        return bean;
    }

    /** Sets what the message has; other fields stay. */
    void fill(Object bean, Message message) {
        Subject subject = corpus.subject(message.getDescriptorForType());
        message.getAllFields().forEach((field, value) -> {
            if (field.isExtension()) {
                setExtension((Extendable<?>) bean, field, value);
                return;
            }
            FieldPlan plan = subject.bean().field(field.getNumber());
            if (field.isMapField()) {
                setMap(subject.bean(), bean, plan, field, Canonical.entries(field, (List<?>) value));
            } else if (field.isRepeated()) {
                setList(subject.bean(), bean, plan, (List<?>) value);
            } else {
                setOne(subject.bean(), bean, plan, value);
            }
        });
        byte[] unknown = message.getUnknownFields().toByteArray();
        if (unknown.length > 0) {
            subject.codec().decodeInto(bean, unknown);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void setExtension(Extendable bean, FieldDescriptor field, Object value) {
        Extension extension = corpus.extension(field);
        if (field.isRepeated()) {
            List live = (List) bean.get(extension);
            for (Object element : (List<?>) value) {
                if (element instanceof EnumValueDescriptor e) {
                    ((EnumList<?>) live).numbers().push(e.getNumber());
                } else if (element instanceof Message m && random.nextBoolean()) {
                    fill(bean.add(extension), m);
                } else {
                    bean.add(extension, java(element));
                }
            }
        } else if (value instanceof EnumValueDescriptor e) {
            EnumValue constant = corpus.extension(field).constants().apply(e.getNumber());
            if (constant.isUnrecognized()) {
                bean.mutableExtensions().put(extension, e.getNumber());
            } else {
                bean.set(extension, constant);
            }
        } else if (value instanceof Message m && (merges || random.nextBoolean())) {
            fill(bean.mutable(extension), m);
        } else {
            bean.set(extension, java(value));
        }
    }

    private void setOne(Bean type, Object bean, FieldPlan field, Object value) {
        if (value instanceof EnumValueDescriptor e) {
            EnumValue constant = constant(field.value(), e.getNumber());
            if (constant.isUnrecognized() || random.nextBoolean()) {
                type.number(bean, field, e.getNumber());
            } else {
                type.set(bean, field, constant);
            }
        } else if (value instanceof Message m && (merges || random.nextBoolean())) {
            fill(type.mutable(bean, field), m);
        } else {
            type.set(bean, field, java(value));
        }
    }

    /** The Java value of anything but an enum. */
    private Object java(Object value) {
        if (value instanceof Message m) {
            return bean(m);
        }
        return value instanceof ByteString b ? b.toByteArray() : value;
    }

    private EnumValue constant(ValuePlan type, int number) {
        Class<?> java = corpus.type(((ValuePlan.Enumeration) type).name());
        try {
            return (EnumValue) Objects.requireNonNull(
                    java.getMethod("forNumber", int.class).invoke(null, number));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private void setList(Bean type, Object bean, FieldPlan field, List<?> values) {
        ValuePlan element = ((ValuePlan.ListOf) field.value()).element();
        if (element instanceof ValuePlan.Enumeration) {
            EnumList<?> list = (EnumList<?>) Objects.requireNonNull(type.get(bean, field));
            values.forEach(v -> list.numbers().push(((EnumValueDescriptor) v).getNumber()));
        } else if (!merges && random.nextInt(3) == 0) {
            List<Object> list = new ArrayList<>();
            values.forEach(v -> list.add(java(v)));
            type.set(bean, field, list);
        } else if (element instanceof ValuePlan.Struct && random.nextBoolean()) {
            values.forEach(v -> fill(type.add(bean, field), (Message) v));
        } else {
            List<Object> live = (List<Object>) Objects.requireNonNull(type.get(bean, field));
            values.forEach(v -> live.add(java(v)));
        }
    }

    @SuppressWarnings("unchecked")
    private void setMap(
            Bean type, Object bean, FieldPlan field, FieldDescriptor descriptor, Map<Object, Object> entries) {
        Map<Object, Object> map = new LinkedHashMap<>();
        boolean isEnum = ((ValuePlan.MapOf) field.value()).value() instanceof ValuePlan.Enumeration;
        entries.forEach((key, value) -> map.put(key, isEnum ? ((EnumValueDescriptor) value).getNumber() : java(value)));
        Object live = Objects.requireNonNull(type.get(bean, field));
        if (isEnum) {
            ((EnumValueMap<?, ?>) live).numbers().putAll(map);
        } else if (merges || random.nextBoolean()) {
            ((Map<Object, Object>) live).putAll(map);
        } else {
            type.set(bean, field, map);
        }
    }

    /** What {@code mergeFrom} makes of two messages. */
    static DynamicMessage merged(DynamicMessage first, Message second) {
        return Canonical.of(first.toBuilder().mergeFrom(second).build());
    }
}
