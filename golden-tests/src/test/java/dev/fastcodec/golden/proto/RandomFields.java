package dev.fastcodec.golden.proto;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Random fields for messages: all types and labels, oneofs and maps, field numbers of one to five bytes. */
final class RandomFields {
    private static final List<Type> SCALARS = List.of(
            Type.TYPE_DOUBLE,
            Type.TYPE_FLOAT,
            Type.TYPE_INT64,
            Type.TYPE_UINT64,
            Type.TYPE_INT32,
            Type.TYPE_FIXED64,
            Type.TYPE_FIXED32,
            Type.TYPE_BOOL,
            Type.TYPE_STRING,
            Type.TYPE_UINT32,
            Type.TYPE_SFIXED32,
            Type.TYPE_SFIXED64,
            Type.TYPE_SINT32,
            Type.TYPE_SINT64,
            Type.TYPE_BYTES);
    private static final Set<Type> NO_KEYS = Set.of(Type.TYPE_DOUBLE, Type.TYPE_FLOAT, Type.TYPE_BYTES);

    private final SplittableRandom random;
    private final List<String> messages;
    private final List<RandomEnum> enums;
    private final Dialect dialect;
    private final RandomLabels labels;

    /** Fields whose types are scalars and these messages and enums; messages are named with a leading dot. */
    RandomFields(SplittableRandom random, Dialect dialect, List<String> messages, List<RandomEnum> enums) {
        this.random = random;
        this.messages = messages;
        this.enums = dialect == Dialect.PROTO3
                ? enums.stream().filter(e -> !e.closed()).toList()
                : enums;
        this.dialect = dialect;
        this.labels = new RandomLabels(random, dialect);
    }

    /** Adds fields to a message that has its nested types; {@code scope} is its full name, between dots. */
    void addTo(DescriptorProto.Builder message, String scope) {
        List<String> taken = new ArrayList<>();
        message.getNestedTypeList().forEach(m -> taken.add(m.getName()));
        message.getEnumTypeList().forEach(e -> {
            taken.add(e.getName());
            e.getValueList().stream().map(EnumValueDescriptorProto::getName).forEach(taken::add);
        });
        RandomNames names = new RandomNames(random, taken);
        Set<Integer> numbers = new HashSet<>();
        int count = count();
        while (message.getFieldCount() < count) {
            int kind = random.nextInt(16);
            if (kind == 0) {
                addOneof(message, names, numbers, scope);
            } else if (kind < 3) {
                addMap(message, names, numbers, scope);
            } else {
                FieldDescriptorProto.Builder field = field(message, names, numbers, scope);
                labels.label(field, enumOf(field));
                message.addField(field);
            }
        }
        groupsFirst(message);
        addSyntheticOneofs(message);
        if (dialect != Dialect.PROTO3 && random.nextInt(3) > 0) {
            for (int i = random.nextInt(8); i >= 0; i--) {
                int number = number(numbers);
                message.addExtensionRangeBuilder().setStart(number).setEnd(number + 1);
            }
        }
    }

    /** An extension of a message, whose name has a leading dot. */
    FieldDescriptorProto extension(String name, String extendee, int number) {
        FieldDescriptorProto.Builder field =
                field(name, new HashSet<>(), anyType()).setNumber(number).setExtendee(extendee);
        labels.extension(field, enumOf(field));
        return field.build();
    }

    /** A field of any type; in proto2 now and then a group, whose message goes into the one around it. */
    private FieldDescriptorProto.Builder field(
            DescriptorProto.Builder message, RandomNames names, Set<Integer> numbers, String scope) {
        if (dialect != Dialect.PROTO2 || random.nextInt(12) > 0) {
            return field(names.field(), numbers, anyType());
        }
        String name = names.group();
        DescriptorProto.Builder group = message.addNestedTypeBuilder().setName(name);
        Set<Integer> taken = new HashSet<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            FieldDescriptorProto.Builder member = field("in_group" + i, taken, anyType());
            labels.label(member, enumOf(member));
            group.addField(member);
        }
        return field(name.toLowerCase(Locale.ROOT), numbers, Type.TYPE_GROUP).setTypeName(scope + name);
    }

    /** Groups stand where their fields do, which is in front of the messages that are declared by themselves. */
    private static void groupsFirst(DescriptorProto.Builder message) {
        List<String> groups = message.getFieldList().stream()
                .filter(f -> f.getType() == Type.TYPE_GROUP)
                .map(f -> f.getTypeName().substring(f.getTypeName().lastIndexOf('.') + 1))
                .toList();
        List<DescriptorProto> nested = new ArrayList<>(message.getNestedTypeList());
        nested.sort(Comparator.comparingInt(
                m -> groups.contains(m.getName()) ? groups.indexOf(m.getName()) : groups.size()));
        message.clearNestedType().addAllNestedType(nested);
    }

    private @Nullable RandomEnum enumOf(FieldDescriptorProto.Builder field) {
        return enums.stream()
                .filter(e -> e.name().equals(field.getTypeName()))
                .findFirst()
                .orElse(null);
    }

    private int count() {
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1, 2 -> 1 + random.nextInt(3);
            case 3 -> 30 + random.nextInt(51);
            case 4 -> 16 + random.nextInt(20);
            default -> 3 + random.nextInt(14);
        };
    }

    private Type anyType() {
        int i = random.nextInt(SCALARS.size() + 6);
        if (i < SCALARS.size()) {
            return SCALARS.get(i);
        }
        return i % 2 == 0 && !enums.isEmpty() ? Type.TYPE_ENUM : Type.TYPE_MESSAGE;
    }

    private FieldDescriptorProto.Builder field(String name, Set<Integer> numbers, Type type) {
        FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number(numbers))
                .setLabel(Label.LABEL_OPTIONAL)
                .setType(type);
        if (type == Type.TYPE_MESSAGE) {
            field.setTypeName(messages.get(random.nextInt(messages.size())));
        } else if (type == Type.TYPE_ENUM) {
            field.setTypeName(enums.get(random.nextInt(enums.size())).name());
        }
        return field;
    }

    private int number(Set<Integer> taken) {
        while (true) {
            int number =
                    switch (random.nextInt(10)) {
                        case 0 -> random.nextInt(16, 2048);
                        case 1 -> random.nextInt(2048, 1 << 18);
                        case 2 -> random.nextInt(1 << 18, 1 << 25);
                        case 3 -> random.nextInt(1 << 25, 1 << 29);
                        case 4 ->
                            List.of(15, 16, 2047, 2048, (1 << 18) - 1, 1 << 18, (1 << 25) - 1, 1 << 25, (1 << 29) - 1)
                                    .get(random.nextInt(9));
                        default -> random.nextInt(1, 100);
                    };
            if ((number < 19000 || number > 19999) && taken.add(number)) {
                return number;
            }
        }
    }

    private void addOneof(DescriptorProto.Builder message, RandomNames names, Set<Integer> numbers, String scope) {
        int index = message.getOneofDeclCount();
        message.addOneofDeclBuilder().setName(names.oneof());
        for (int i = random.nextInt(7); i >= 0; i--) {
            FieldDescriptorProto.Builder member =
                    field(message, names, numbers, scope).setOneofIndex(index);
            labels.single(member, enumOf(member));
            message.addField(member);
        }
    }

    private void addMap(DescriptorProto.Builder message, RandomNames names, Set<Integer> numbers, String scope) {
        String name = names.map();
        String entry = RandomNames.entryName(name);
        Type key = SCALARS.get(random.nextInt(SCALARS.size()));
        DescriptorProto.Builder type = message.addNestedTypeBuilder().setName(entry);
        type.getOptionsBuilder().setMapEntry(true);
        type.addField(field("key", new HashSet<>(), NO_KEYS.contains(key) ? Type.TYPE_STRING : key)
                .setNumber(1));
        FieldDescriptorProto.Builder value =
                field("value", new HashSet<>(), anyType()).setNumber(2);
        RandomEnum valueEnum = enumOf(value);
        if (valueEnum != null && !valueEnum.zeroFirst()) {
            value.setType(Type.TYPE_BOOL).clearTypeName();
        }
        type.addField(value);
        message.addField(field(name, numbers, Type.TYPE_MESSAGE)
                .setLabel(Label.LABEL_REPEATED)
                .setTypeName(scope + entry));
    }

    /** The oneofs that stand for {@code optional}, behind all others. */
    private static void addSyntheticOneofs(DescriptorProto.Builder message) {
        Set<String> taken = new HashSet<>();
        message.getFieldList().forEach(f -> taken.add(f.getName()));
        message.getOneofDeclList().forEach(o -> taken.add(o.getName()));
        for (FieldDescriptorProto.Builder field : message.getFieldBuilderList()) {
            if (field.getProto3Optional()) {
                String name = field.getName().startsWith("_") ? field.getName() : "_" + field.getName();
                while (!taken.add(name)) {
                    name = "X" + name;
                }
                field.setOneofIndex(message.getOneofDeclCount());
                message.addOneofDeclBuilder().setName(name);
            }
        }
    }
}
