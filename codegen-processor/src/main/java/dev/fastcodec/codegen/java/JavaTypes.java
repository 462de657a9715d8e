package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.fastcodec.codegen.plan.JavaName;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which Java type a value has: in the API, in a field of the bean, inside a container. */
public final class JavaTypes {
    /** The runtime's package. */
    public static final String RUNTIME = "dev.fastcodec";

    /** A message's schema at run time. */
    public static final ClassName MESSAGE_SCHEMA = schema("MessageSchema");

    static final TypeName BYTES = ArrayTypeName.of(TypeName.BYTE);
    static final ClassName UNKNOWN_FIELDS = runtime("UnknownFields");

    private JavaTypes() {}

    /** A class of the runtime's main package. */
    public static ClassName runtime(String name) {
        return ClassName.get(RUNTIME, name);
    }

    /** A class of the runtime's package of schemas. */
    static ClassName schema(String name) {
        return ClassName.get(RUNTIME + ".schema", name);
    }

    /** A planned class. */
    public static ClassName of(JavaName name) {
        List<String> names = name.simpleNames();
        return ClassName.get(
                name.packageName(), names.get(0), names.subList(1, names.size()).toArray(new String[0]));
    }

    /** What a setter takes and a type argument is made from: primitives, {@code List<Integer>}, {@code Map<…>}. */
    public static TypeName general(ValuePlan value) {
        if (value instanceof ValuePlan.Scalar s) {
            return scalar(s.type());
        } else if (value instanceof ValuePlan.Enumeration e) {
            return of(e.name());
        } else if (value instanceof ValuePlan.Struct s) {
            return of(s.name());
        } else if (value instanceof ValuePlan.ListOf list) {
            return parameterized(List.class, boxed(list.element()));
        } else if (value instanceof ValuePlan.SetOf set) {
            return parameterized(Set.class, key(set.element()));
        } else if (value instanceof ValuePlan.MapOf map) {
            return parameterized(Map.class, key(map.key()), boxed(map.value()));
        }
        throw new AssertionError(value);
    }

    /** As {@link #general}, primitives boxed. */
    public static TypeName boxed(ValuePlan value) {
        return general(value).box();
    }

    /** The type of an element of a set or key of a map: bytes, which have no equality of their own, are buffers. */
    public static TypeName key(ValuePlan value) {
        return value.is(ScalarType.BYTES) ? ClassName.get(ByteBuffer.class) : boxed(value);
    }

    /** What a getter returns: the general type, or the runtime's own list where that has more to offer. */
    static TypeName returned(ValuePlan value) {
        if (value instanceof ValuePlan.ListOf list && list.element().isPrimitive()
                || value instanceof ValuePlan.SetOf set && set.element() instanceof ValuePlan.Enumeration
                || value instanceof ValuePlan.MapOf map && hasEnum(map)) {
            return container(value);
        }
        return general(value);
    }

    /** The Java field of a bean. */
    public static TypeName stored(ValuePlan value) {
        if (value instanceof ValuePlan.Enumeration) {
            return TypeName.INT;
        }
        return value.isContainer() && isOwn(value) ? container(value) : general(value);
    }

    /** Whether the runtime has a class for this container. */
    private static boolean isOwn(ValuePlan value) {
        if (value instanceof ValuePlan.ListOf list) {
            return !list.element().isContainer() && !list.element().is(ScalarType.UUID);
        } else if (value instanceof ValuePlan.SetOf set) {
            return set.element() instanceof ValuePlan.Enumeration;
        }
        return value instanceof ValuePlan.MapOf map && hasEnum(map);
    }

    private static boolean hasEnum(ValuePlan.MapOf map) {
        return map.key() instanceof ValuePlan.Enumeration || map.value() instanceof ValuePlan.Enumeration;
    }

    /** The class that a container is made of. */
    public static TypeName container(ValuePlan value) {
        if (value instanceof ValuePlan.ListOf list) {
            return listClass(list.element());
        } else if (value instanceof ValuePlan.SetOf set) {
            return set.element() instanceof ValuePlan.Enumeration
                    ? ParameterizedTypeName.get(runtime("EnumValueSet"), key(set.element()))
                    : parameterized(LinkedHashSet.class, key(set.element()));
        } else if (value instanceof ValuePlan.MapOf map) {
            return hasEnum(map)
                    ? ParameterizedTypeName.get(runtime("EnumValueMap"), key(map.key()), boxed(map.value()))
                    : parameterized(LinkedHashMap.class, key(map.key()), boxed(map.value()));
        }
        throw new AssertionError(value);
    }

    private static TypeName listClass(ValuePlan element) {
        if (element instanceof ValuePlan.Enumeration) {
            return ParameterizedTypeName.get(runtime("EnumList"), boxed(element));
        } else if (element instanceof ValuePlan.Struct) {
            return ParameterizedTypeName.get(runtime("MessageList"), boxed(element));
        } else if (element instanceof ValuePlan.Scalar s && s.type() != ScalarType.UUID) {
            return runtime(listName(s.type()));
        }
        return parameterized(ArrayList.class, boxed(element));
    }

    private static String listName(ScalarType type) {
        return switch (type) {
            case BOOL -> "BoolList";
            case INT8 -> "ByteList";
            case INT16 -> "ShortList";
            case INT32, UINT32, SINT32, FIXED32, SFIXED32 -> "IntList";
            case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> "LongList";
            case FLOAT -> "FloatList";
            case DOUBLE -> "DoubleList";
            case STRING -> "StringList";
            case BYTES -> "BytesList";
            case UUID -> throw new AssertionError(type);
        };
    }

    /** A new, empty container. */
    public static CodeBlock make(ValuePlan value) {
        if (value instanceof ValuePlan.ListOf list) {
            if (list.element() instanceof ValuePlan.Enumeration e) {
                return CodeBlock.of("new $T<>($T::forNumber)", runtime("EnumList"), of(e.name()));
            } else if (list.element() instanceof ValuePlan.Struct s) {
                return CodeBlock.of("new $T<>($T::new)", runtime("MessageList"), of(s.name()));
            }
        } else if (value instanceof ValuePlan.SetOf set && set.element() instanceof ValuePlan.Enumeration e) {
            return CodeBlock.of("new $T<>($T::forNumber)", runtime("EnumValueSet"), of(e.name()));
        } else if (value instanceof ValuePlan.MapOf map && hasEnum(map)) {
            return CodeBlock.of(
                    "new $T<>($L, $L)", runtime("EnumValueMap"), forNumber(map.key()), forNumber(map.value()));
        }
        TypeName made = container(value);
        return made instanceof ParameterizedTypeName p
                ? CodeBlock.of("new $T<>()", p.rawType())
                : CodeBlock.of("new $T()", made);
    }

    private static CodeBlock forNumber(ValuePlan value) {
        return value instanceof ValuePlan.Enumeration e
                ? CodeBlock.of("$T::forNumber", of(e.name()))
                : CodeBlock.of("null");
    }

    /** The Java type of a built-in type. */
    public static TypeName scalar(ScalarType type) {
        return switch (type) {
            case BOOL -> TypeName.BOOLEAN;
            case INT8 -> TypeName.BYTE;
            case INT16 -> TypeName.SHORT;
            case INT32, UINT32, SINT32, FIXED32, SFIXED32 -> TypeName.INT;
            case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
            case STRING -> ClassName.get(String.class);
            case BYTES -> BYTES;
            case UUID -> ClassName.get(UUID.class);
        };
    }

    private static TypeName parameterized(Class<?> raw, TypeName... arguments) {
        return ParameterizedTypeName.get(ClassName.get(raw), arguments);
    }
}
