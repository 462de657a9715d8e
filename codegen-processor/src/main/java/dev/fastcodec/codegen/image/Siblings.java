package dev.fastcodec.codegen.image;

import static dev.fastcodec.codegen.image.FileText.string;

import dev.fastcodec.codegen.bootstrap.DescriptorProto;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto.Type;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one scope. Those that only a field stands for, groups and entries of maps, are written with it; the others
 * around them so that all keep their order.
 */
final class Siblings {
    private final List<DescriptorProto> types;
    private final Map<FieldDescriptorProto, Integer> byField = new IdentityHashMap<>();
    private final Set<Integer> done = new HashSet<>();

    /**
     * Finds out which message belongs to which field.
     *
     * @param scope full name of the package or message around them, with a leading dot
     * @param groups whether groups are declared with their field
     */
    Siblings(List<DescriptorProto> types, List<List<FieldDescriptorProto>> fields, String scope, boolean groups) {
        this.types = types;
        for (int i = 0; i < types.size(); i++) {
            DescriptorProto type = types.get(i);
            String name = scope + "." + type.getName();
            for (List<FieldDescriptorProto> list : fields) {
                for (FieldDescriptorProto field : list) {
                    boolean own = groups && field.getType() == Type.TYPE_GROUP
                            || field.getType() == Type.TYPE_MESSAGE && isMapEntry(type);
                    if (own && isCalled(name, string(field.getTypeName()))) {
                        byField.put(field, i);
                    }
                }
            }
        }
        done.addAll(byField.values());
    }

    private static boolean isCalled(String fullName, String reference) {
        return reference.startsWith(".") ? fullName.equals(reference) : fullName.endsWith("." + reference);
    }

    /** The index of the message that this field stands for, or null. */
    @Nullable
    Integer of(FieldDescriptorProto field) {
        return byField.get(field);
    }

    DescriptorProto type(int index) {
        return types.get(index);
    }

    /** Gives out the messages that stand before the one of this field and were not given out yet; none when it has none. */
    void before(FieldDescriptorProto field, IntConsumer write) {
        Integer index = byField.get(field);
        if (index != null) {
            upTo(index, write);
        }
    }

    /** Gives out the rest. */
    void rest(IntConsumer write) {
        upTo(types.size(), write);
    }

    private void upTo(int end, IntConsumer write) {
        for (int i = 0; i < end; i++) {
            if (done.add(i)) {
                write.accept(i);
            }
        }
    }

    static boolean isMapEntry(DescriptorProto message) {
        return message.getOptions() != null && message.getOptions().getMapEntry();
    }
}
