package dev.fastcodec.libthrift;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.thrift.TBase;
import org.apache.thrift.TFieldRequirementType;
import org.apache.thrift.TUnion;
import org.apache.thrift.meta_data.FieldMetaData;

/** Random values of the types that Apache's compiler makes, which tell by reflection what is in them. */
final class ApacheValues {
    private static final int MOST_ELEMENTS = 3;

    private final Random random;

    ApacheValues(Random random) {
        this.random = random;
    }

    /** A value of a type as parameters, results and setters have it. */
    Object of(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == boolean.class || raw == Boolean.class) {
            return random.nextBoolean();
        } else if (raw == byte.class || raw == Byte.class) {
            return (byte) random.nextInt();
        } else if (raw == short.class || raw == Short.class) {
            return (short) random.nextInt();
        } else if (raw == int.class || raw == Integer.class) {
            return random.nextInt() >> random.nextInt(32);
        } else if (raw == long.class || raw == Long.class) {
            return random.nextLong() >> random.nextInt(64);
        } else if (raw == double.class || raw == Double.class) {
            return random.nextGaussian();
        } else if (raw == String.class) {
            return "grüße 灯 𝄞".substring(0, random.nextInt(6)) + random.nextInt(100);
        } else if (raw == ByteBuffer.class) {
            byte[] bytes = new byte[random.nextInt(10) == 0 ? 5_000 : random.nextInt(20)];
            random.nextBytes(bytes);
            return ByteBuffer.wrap(bytes);
        } else if (raw.isEnum()) {
            Object constants = raw.getEnumConstants();
            return Array.get(constants, random.nextInt(Array.getLength(constants)));
        } else if (TBase.class.isAssignableFrom(raw)) {
            return struct(raw.asSubclass(TBase.class));
        }
        throw new IllegalArgumentException("no values of " + type);
    }

    private Object container(ParameterizedType type) throws ReflectiveOperationException {
        Type[] of = type.getActualTypeArguments();
        int size = random.nextInt(MOST_ELEMENTS + 1);
        if (type.getRawType() == List.class || type.getRawType() == Set.class) {
            Collection<Object> elements = type.getRawType() == List.class ? new ArrayList<>() : new LinkedHashSet<>();
            for (int i = 0; i < size; i++) {
                elements.add(of(of[0]));
            }
            return elements;
        } else if (type.getRawType() == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(of(of[0]), of(of[1]));
            }
            return map;
        }
        throw new IllegalArgumentException("no values of " + type);
    }

    @SuppressWarnings("rawtypes") // of whatever class
    private TBase<?, ?> struct(Class<? extends TBase> type) throws ReflectiveOperationException {
        Constructor<? extends TBase> constructor = type.getConstructor();
        TBase<?, ?> struct = constructor.newInstance();
        List<FieldMetaData> fields = new ArrayList<>(
                FieldMetaData.getStructMetaDataMap(struct.getClass()).values());
        boolean union = struct instanceof TUnion;
        if (union) {
            fields = List.of(fields.get(random.nextInt(fields.size())));
        }
        for (FieldMetaData field : fields) {
            if (union || field.requirementType == TFieldRequirementType.REQUIRED || random.nextInt(4) > 0) {
                Method setter = setter(type, field.fieldName);
                setter.invoke(struct, of(setter.getGenericParameterTypes()[0]));
            }
        }
        return struct;
    }

    private static Method setter(Class<?> type, String field) {
        String name = "set" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] != byte[].class) {
                return method;
            }
        }
        throw new IllegalArgumentException("no " + name + " in " + type);
    }
}
