package dev.fastcodec.golden.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.EnumList;
import dev.fastcodec.EnumValue;
import dev.fastcodec.EnumValueMap;
import dev.fastcodec.EnumValueSet;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.thrift.Shape.Field;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** From values of the model to generated beans and back, through the accessors that users have. */
public final class Beans {
    private final Compiled compiled;
    private final SplittableRandom random;
    private final Map<String, Bean> beans = new HashMap<>();
    private final Map<Class<?>, IntFunction<Object>> enums = new HashMap<>();

    /**
     * Beans of these classes.
     *
     * @param random chooses between ways to set a field that should come to the same
     */
    public Beans(Compiled compiled, SplittableRandom random) {
        this.compiled = compiled;
        this.random = random;
        for (StructPlan plan : compiled.structs().values()) {
            beans.put(
                    plan.source() + " " + plan.typeName(),
                    compiled.bean(plan.name().toString()));
        }
    }

    /** The bean of a struct. */
    Bean of(Struct type) {
        return of(type.path(), type.name());
    }

    /** The bean of a struct of a file. */
    Bean of(String path, String name) {
        return Objects.requireNonNull(beans.get(path + " " + name), () -> path + " " + name);
    }

    /** The codec of a bean for a protocol. */
    @SuppressWarnings("unchecked") // the bean goes only where it came from
    static Codec<Object> codec(Bean bean, Wire wire) {
        try {
            return (Codec<Object>)
                    Objects.requireNonNull(bean.type().getField(wire.name()).get(null));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The codec of a struct for a protocol. */
    public Codec<Object> codec(Struct type, Wire wire) {
        return codec(of(type), wire);
    }

    /** A bean of this state. */
    Object fill(StructValue state) {
        Bean bean = of(state.type());
        return fill(bean, bean.make(), state);
    }

    private Object fill(Bean bean, Object object, StructValue state) {
        state.fields()
                .forEach((id, value) ->
                        set(bean, object, bean.field(id), state.type().field(id), value));
        return object;
    }

    private void set(Bean bean, Object object, FieldPlan plan, Field field, Object value) {
        if (value == StructValue.CLEARED) {
            if (random.nextBoolean()) {
                bean.clear(object, plan);
            } else {
                bean.set(object, plan, null);
            }
        } else if (field.shape() instanceof Shape.Enumeration && random.nextBoolean()
                || isUnknown(field.shape(), value)) {
            bean.number(object, plan, (Integer) value);
        } else if (plan.value() instanceof ValuePlan.Struct && random.nextBoolean()) {
            StructValue struct = (StructValue) value;
            Object child = bean.mutable(object, plan);
            if (field.initial() != null) {
                bean.set(object, plan, fill(struct));
            } else {
                fill(of(struct.type()), child, struct);
            }
        } else if (value instanceof List<?> list
                && plan.value() instanceof ValuePlan.ListOf of
                && of.element() instanceof ValuePlan.Struct
                && field.initial() == null
                && !plan.inOneof()
                && !list.isEmpty()
                && random.nextBoolean()) {
            for (Object element : list) {
                StructValue struct = (StructValue) element;
                fill(of(struct.type()), bean.add(object, plan), struct);
            }
        } else {
            bean.set(object, plan, toJava(plan.value(), field.shape(), value, false));
        }
    }

    private static boolean isUnknown(Shape shape, Object value) {
        return shape instanceof Shape.Enumeration e && !e.knows((Integer) value);
    }

    /** A value as a setter takes it. */
    private Object toJava(ValuePlan plan, Shape shape, Object value, boolean key) {
        if (value instanceof StructValue struct) {
            return fill(struct);
        } else if (value instanceof ByteBuffer bytes) {
            return key ? bytes.duplicate() : bytes.array().clone();
        } else if (shape instanceof Shape.Enumeration) {
            return constant(plan).apply((Integer) value);
        } else if (value instanceof List<?> list && plan instanceof ValuePlan.ListOf of) {
            Shape element = ((Shape.ListOf) shape).element();
            if (hasUnknown(element, list)) {
                EnumList<EnumValue> numbers = new EnumList<>(enumConstant(of.element()));
                list.forEach(n -> numbers.numbers().push((Integer) n));
                return numbers;
            }
            List<Object> all = new ArrayList<>();
            list.forEach(x -> all.add(toJava(of.element(), element, x, false)));
            return all;
        } else if (value instanceof Set<?> set && plan instanceof ValuePlan.SetOf of) {
            Shape element = ((Shape.SetOf) shape).element();
            if (hasUnknown(element, set)) {
                EnumValueSet<EnumValue> numbers = new EnumValueSet<>(enumConstant(of.element()));
                set.forEach(n -> numbers.numbers().add((Integer) n));
                return numbers;
            }
            Set<Object> all = new LinkedHashSet<>();
            set.forEach(x -> all.add(toJava(of.element(), element, x, true)));
            return all;
        } else if (value instanceof Map<?, ?> map && plan instanceof ValuePlan.MapOf of) {
            return toJava(of, (Shape.MapOf) shape, map);
        }
        return value;
    }

    private Object toJava(ValuePlan.MapOf of, Shape.MapOf shape, Map<?, ?> map) {
        if (!hasUnknown(shape.key(), map.keySet()) && !hasUnknown(shape.value(), map.values())) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((k, v) ->
                    all.put(toJava(of.key(), shape.key(), k, true), toJava(of.value(), shape.value(), v, false)));
            return all;
        }
        boolean keys = shape.key() instanceof Shape.Enumeration;
        boolean values = shape.value() instanceof Shape.Enumeration;
        EnumValueMap<Object, Object> numbers = new EnumValueMap<>(
                keys ? enumConstant(of.key())::apply : null, values ? enumConstant(of.value())::apply : null);
        map.forEach((k, v) -> numbers.numbers()
                .put(
                        keys ? k : toJava(of.key(), shape.key(), k, true),
                        values ? v : toJava(of.value(), shape.value(), v, false)));
        return numbers;
    }

    private static boolean hasUnknown(Shape shape, Iterable<?> values) {
        for (Object value : values) {
            if (isUnknown(shape, value)) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked") // enums are EnumValues
    private IntFunction<EnumValue> enumConstant(ValuePlan plan) {
        return (IntFunction<EnumValue>) (IntFunction<?>) constant(plan);
    }

    private IntFunction<Object> constant(ValuePlan plan) {
        Class<?> type = compiled.type(((ValuePlan.Enumeration) plan).name());
        return enums.computeIfAbsent(type, t -> {
            try {
                Method forNumber = t.getMethod("forNumber", int.class);
                return n -> {
                    try {
                        return forNumber.invoke(null, n);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                };
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** What a bean would write, found through {@code hasX} and {@code getX}. */
    public StructValue read(Object object, Struct type) {
        Bean bean = of(type);
        StructValue value = new StructValue(type);
        for (Field field : type.fields()) {
            FieldPlan plan = bean.field(field.id());
            boolean isEnum = plan.value() instanceof ValuePlan.Enumeration;
            if (!plan.hasPresence() || bean.has(object, plan)) {
                Object got = isEnum ? bean.number(object, plan) : bean.get(object, plan);
                value.with(field.id(), fromJava(field.shape(), got));
            }
        }
        return value;
    }

    private Object fromJava(Shape shape, @Nullable Object value) {
        if (shape instanceof Struct struct) {
            return read(Objects.requireNonNull(value), struct);
        } else if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (value instanceof EnumValue e) {
            return e.number();
        } else if (value instanceof EnumList<?> list) {
            return new ArrayList<>(list.numbers());
        } else if (value instanceof EnumValueSet<?> set) {
            return new LinkedHashSet<>(set.numbers());
        } else if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(x -> all.add(fromJava(((Shape.ListOf) shape).element(), x)));
            return all;
        } else if (value instanceof Set<?> set) {
            Set<Object> all = new LinkedHashSet<>();
            set.forEach(x -> all.add(fromJava(((Shape.SetOf) shape).element(), x)));
            return all;
        } else if (value instanceof Map<?, ?> map) {
            Shape.MapOf of = (Shape.MapOf) shape;
            Map<Object, Object> all = new LinkedHashMap<>();
            Map<?, ?> raw = value instanceof EnumValueMap<?, ?> numbers ? numbers.numbers() : map;
            raw.forEach((k, v) -> all.put(fromJava(of.key(), k), fromJava(of.value(), v)));
            return all;
        }
        return Objects.requireNonNull(value);
    }
}
