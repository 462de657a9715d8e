package dev.fastcodec.golden.support;

import dev.fastcodec.Codec;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.OneofPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A generated bean class by reflection: makes objects, gets and sets their properties, finds their codecs. */
public final class Bean {
    private final Compiled compiled;
    private final StructPlan plan;
    private final Class<?> type;
    private final Map<String, Method> methods = new HashMap<>();
    private final Map<Integer, FieldPlan> byNumber = new HashMap<>();

    Bean(Compiled compiled, StructPlan plan) {
        this.compiled = compiled;
        this.plan = plan;
        this.type = compiled.type(plan.name());
        for (Method method : type.getMethods()) {
            methods.put(method.getName() + "/" + method.getParameterCount(), method);
        }
        plan.fields().forEach(f -> byNumber.put(f.number(), f));
    }

    /** What it was generated with. */
    public Compiled compiled() {
        return compiled;
    }

    /** How it was generated. */
    public StructPlan plan() {
        return plan;
    }

    /** The class. */
    public Class<?> type() {
        return type;
    }

    /** The field of a number. */
    public FieldPlan field(int number) {
        return Objects.requireNonNull(byNumber.get(number), () -> plan.name() + " field " + number);
    }

    /** A new object. */
    public Object make() {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The codec held by this constant: {@code PROTO}. */
    @SuppressWarnings("unchecked")
    public Codec<Object> codec(String constant) {
        try {
            return (Codec<Object>)
                    Objects.requireNonNull(type.getField(constant).get(null));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What {@code getX()} gives. */
    public @Nullable Object get(Object bean, FieldPlan field) {
        return call(bean, "get" + field.property());
    }

    /** Calls {@code setX(value)}. */
    public void set(Object bean, FieldPlan field, @Nullable Object value) {
        call(bean, "set" + field.property(), value);
    }

    /** What {@code hasX()} says. */
    public boolean has(Object bean, FieldPlan field) {
        return (boolean) Objects.requireNonNull(call(bean, "has" + field.property()));
    }

    /** Calls {@code clearX()}. */
    public void clear(Object bean, FieldPlan field) {
        call(bean, "clear" + field.property());
    }

    /** What {@code mutableX()} gives. */
    public Object mutable(Object bean, FieldPlan field) {
        return Objects.requireNonNull(call(bean, "mutable" + field.property()));
    }

    /** What {@code addX()} gives. */
    public Object add(Object bean, FieldPlan field) {
        return Objects.requireNonNull(call(bean, "add" + field.property()));
    }

    /** The number of an enum field. */
    public int number(Object bean, FieldPlan field) {
        return (int) Objects.requireNonNull(call(bean, field.numberMethod()));
    }

    /** Sets the number of an enum field. */
    public void number(Object bean, FieldPlan field, int number) {
        call(bean, field.numberMethod(), number);
    }

    /** The number of the member of a oneof that is set, or 0. */
    public int oneofCase(Object bean, OneofPlan oneof) {
        return (int) Objects.requireNonNull(call(bean, oneof.caseVariable()));
    }

    /** Calls a public method by its name and number of arguments; what it throws unchecked passes through. */
    public @Nullable Object call(Object bean, String name, @Nullable Object... arguments) {
        Method method = Objects.requireNonNull(
                methods.get(name + "/" + arguments.length), () -> type.getName() + " has no " + name);
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
