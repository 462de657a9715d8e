package dev.fastcodec.golden.proto;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FeatureSet.EnumType;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** A few files of all syntaxes that import each other, made from random numbers. */
final class RandomSchema {
    private final SplittableRandom random;
    private final String name;
    private Dialect dialect = Dialect.PROTO3;
    /** Numbers of extensions that are still to be had, by message. */
    private final Map<String, Deque<Integer>> open = new HashMap<>();

    private final List<FileDescriptorProto> files = new ArrayList<>();
    /** The types that a file gives to those that import it, by file. */
    private final List<Set<String>> messages = new ArrayList<>();

    private final List<Set<RandomEnum>> enums = new ArrayList<>();

    private RandomSchema(SplittableRandom random, String name) {
        this.random = random;
        this.name = name;
    }

    /** Files in an order in which imports come first; their packages begin with the name, or with nothing if it is empty. */
    static List<FileDescriptorProto> of(SplittableRandom random, String name) {
        RandomSchema schema = new RandomSchema(random, name);
        // Java cannot import from the unnamed package.
        int files = name.isEmpty() ? 1 : 1 + random.nextInt(3);
        for (int i = 0; i < files; i++) {
            schema.addFile(i);
        }
        return schema.files;
    }

    private void addFile(int index) {
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder()
                .setName((name.isEmpty() ? "unnamed" : name) + "/file" + index + ".proto");
        dialect = Dialect.values()[random.nextInt(Dialect.values().length)];
        dialect.describe(file);
        if (dialect.isEdition()) {
            file.getOptionsBuilder().setFeatures(RandomLabels.ofFile(random, dialect));
        }
        if (!name.isEmpty()) {
            file.setPackage(name + List.of("", ".deep.er", ".char.int_").get(index));
            if (random.nextInt(3) == 0) {
                file.getOptionsBuilder().setJavaPackage("org." + name + ".java" + index);
            }
        }
        Set<String> visibleMessages = new LinkedHashSet<>();
        Set<RandomEnum> visibleEnums = new LinkedHashSet<>();
        Set<String> givenMessages = new LinkedHashSet<>();
        Set<RandomEnum> givenEnums = new LinkedHashSet<>();
        for (int i = 0; i < index; i++) {
            boolean isPublic = random.nextInt(3) == 0;
            if (isPublic || random.nextBoolean()) {
                if (isPublic) {
                    file.addPublicDependency(file.getDependencyCount());
                    givenMessages.addAll(messages.get(i));
                    givenEnums.addAll(enums.get(i));
                }
                file.addDependency(files.get(i).getName());
                visibleMessages.addAll(messages.get(i));
                visibleEnums.addAll(enums.get(i));
            }
        }
        RandomNames names = new RandomNames(random, Set.of());
        String scope = file.getPackage().isEmpty() ? "." : "." + file.getPackage() + ".";
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(3) == 0) {
                file.addEnumType(enumeration(names, names.enumeration()));
            }
            file.addMessageType(skeleton(names.type(), 0));
        }
        Set<String> ownMessages = new LinkedHashSet<>();
        Set<RandomEnum> ownEnums = new LinkedHashSet<>();
        file.getEnumTypeList().forEach(e -> ownEnums.add(RandomEnum.of(scope, e, dialect)));
        file.getMessageTypeList().forEach(m -> collect(m, scope, ownMessages, ownEnums));
        visibleMessages.addAll(ownMessages);
        visibleEnums.addAll(ownEnums);
        RandomFields fields =
                new RandomFields(random, dialect, List.copyOf(visibleMessages), List.copyOf(visibleEnums));
        for (int i = 0; i < count; i++) {
            fill(file.getMessageTypeBuilder(i), scope, fields);
        }
        addExtensions(file, fields, List.copyOf(visibleMessages));
        givenMessages.addAll(ownMessages);
        givenEnums.addAll(ownEnums);
        messages.add(givenMessages);
        enums.add(givenEnums);
        files.add(file.build());
    }

    /** Extensions of messages that are visible, with numbers that these have open and nobody has used. */
    private void addExtensions(FileDescriptorProto.Builder file, RandomFields fields, List<String> visible) {
        if (dialect == Dialect.PROTO3) {
            return;
        }
        for (int i = random.nextInt(20); i > 0; i--) {
            String extendee = visible.get(random.nextInt(visible.size()));
            Deque<Integer> numbers = open.getOrDefault(extendee, new ArrayDeque<>());
            if (numbers.isEmpty()) {
                continue;
            }
            FieldDescriptorProto extension = fields.extension("ext_" + i, extendee, numbers.remove());
            if (random.nextInt(3) == 0) {
                DescriptorProto.Builder message =
                        file.getMessageTypeBuilder(random.nextInt(file.getMessageTypeCount()));
                message.addExtension(extension.toBuilder().setName(extension.getName() + "_in"));
            } else {
                file.addExtension(extension);
            }
        }
    }

    /** A message with its nested types, without fields. */
    private DescriptorProto skeleton(String name, int depth) {
        DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(name);
        RandomNames names = new RandomNames(random, Set.of());
        int nested = depth > 3 ? 0 : random.nextInt(8) - 5;
        for (int i = 0; i < nested; i++) {
            // Now and then a nested type is called like the one around it.
            boolean same = i == 0 && random.nextInt(4) == 0 && !names.isTaken(name);
            String inner = same ? name : names.type();
            message.addNestedType(skeleton(inner, depth + 1));
        }
        if (random.nextInt(4) == 0) {
            message.addEnumType(enumeration(names, names.enumeration()));
        }
        return message.build();
    }

    private EnumDescriptorProto enumeration(RandomNames scope, String name) {
        EnumDescriptorProto.Builder type = EnumDescriptorProto.newBuilder().setName(name);
        if (dialect.isEdition() && random.nextInt(3) == 0) {
            type.getOptionsBuilder().getFeaturesBuilder().setEnumType(EnumType.CLOSED);
        }
        // The first value of an open enum is 0.
        int first = dialect.isClosed(type.build()) && random.nextInt(3) == 0 ? enumNumber() : 0;
        Set<Integer> numbers = new HashSet<>(Set.of(first));
        type.addValueBuilder().setName(scope.constant(name)).setNumber(first);
        boolean alias = false;
        for (int i = random.nextInt(10); i > 0; i--) {
            int number = enumNumber();
            boolean same = !numbers.add(number);
            alias |= same;
            if (!same || random.nextBoolean()) {
                type.addValueBuilder().setName(scope.constant(name)).setNumber(number);
            }
        }
        boolean hasAlias =
                type.getValueList().stream().map(v -> v.getNumber()).distinct().count() < type.getValueCount();
        if (alias && hasAlias) {
            type.getOptionsBuilder().setAllowAlias(true);
        }
        return type.build();
    }

    private int enumNumber() {
        return switch (random.nextInt(8)) {
            case 0 -> -1 - random.nextInt(200);
            case 1 -> random.nextInt();
            case 2 -> random.nextBoolean() ? Integer.MIN_VALUE : Integer.MAX_VALUE;
            default -> random.nextInt(12);
        };
    }

    private void collect(DescriptorProto message, String scope, Set<String> messages, Set<RandomEnum> enums) {
        String inner = scope + message.getName() + ".";
        messages.add(scope + message.getName());
        message.getEnumTypeList().forEach(e -> enums.add(RandomEnum.of(inner, e, dialect)));
        message.getNestedTypeList().forEach(m -> collect(m, inner, messages, enums));
    }

    private void fill(DescriptorProto.Builder message, String scope, RandomFields fields) {
        String inner = scope + message.getName() + ".";
        for (DescriptorProto.Builder nested : message.getNestedTypeBuilderList()) {
            fill(nested, inner, fields);
        }
        fields.addTo(message, inner);
        Deque<Integer> numbers = new ArrayDeque<>();
        message.getExtensionRangeList().forEach(r -> numbers.add(r.getStart()));
        open.put(scope + message.getName(), numbers);
    }
}
