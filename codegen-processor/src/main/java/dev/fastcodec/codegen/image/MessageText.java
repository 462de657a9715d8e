package dev.fastcodec.codegen.image;

import dev.fastcodec.codegen.bootstrap.DescriptorProto;
import dev.fastcodec.codegen.bootstrap.EnumDescriptorProto;
import dev.fastcodec.codegen.bootstrap.ExtensionRangeOptions;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import dev.fastcodec.codegen.bootstrap.MessageOptions;
import dev.fastcodec.codegen.bootstrap.OneofDescriptorProto;
import dev.fastcodec.codegen.bootstrap.OneofOptions;
import dev.fastcodec.codegen.image.FileText.Dialect;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Messages and extensions as text. The messages that stand for groups and for the entries of maps go back into fields. */
final class MessageText {
    /** One above the highest number of a field, and of an item of a message set. */
    private static final Set<Integer> NO_END = Set.of(1 << 29, Integer.MAX_VALUE);

    private final Dialect dialect;
    private final OptionSource options;
    private final ProtoLines lines;
    private final FieldText fields;
    private final BiConsumer<EnumDescriptorProto, Place> enums;

    MessageText(
            Dialect dialect,
            OptionSource options,
            ProtoLines lines,
            FieldText fields,
            BiConsumer<EnumDescriptorProto, Place> enums) {
        this.dialect = dialect;
        this.options = options;
        this.lines = lines;
        this.fields = fields;
        this.enums = enums;
    }

    /** A message or file around declarations: its full name with a leading dot, its place, and the messages in it. */
    private record Scope(String name, Place place, int number, Siblings types) {
        Place placeOf(int index) {
            return place.of(number, index);
        }
    }

    /** The messages and extensions of a file. */
    void writeTopLevel(FileDescriptorProto file) {
        String packageName = FileText.string(file.getPackage());
        String name = packageName.isEmpty() ? "" : "." + packageName;
        Siblings types = new Siblings(file.getMessageType(), List.of(file.getExtension()), name, groups());
        Scope scope = new Scope(name, Place.FILE, Place.FILE_MESSAGE, types);
        writeExtensions(file.getExtension(), Place.FILE_EXTENSION, scope);
        types.rest(i -> writeMessage(i, scope));
    }

    private boolean groups() {
        return dialect == Dialect.PROTO2;
    }

    private void writeMessage(int index, Scope scope) {
        DescriptorProto message = scope.types().type(index);
        lines.open(
                scope.placeOf(index),
                FileText.visibility(message.getVisibility()) + "message " + Words.name(message.getName()));
        writeBody(index, scope);
        lines.close();
    }

    private void writeBody(int index, Scope around) {
        DescriptorProto message = around.types().type(index);
        String name = around.name() + "." + message.getName();
        Siblings nested = new Siblings(
                message.getNestedType(), List.of(message.getField(), message.getExtension()), name, groups());
        Scope scope = new Scope(name, around.placeOf(index), Place.MESSAGE_NESTED, nested);
        if (message.getOptions() != null) {
            List<String> set = options.of("MessageOptions", MessageOptions.PROTO.encode(message.getOptions()));
            lines.options(set, message.getOptions().getUninterpretedOption());
        }
        writeFields(message, scope);
        writeExtensions(message.getExtension(), Place.MESSAGE_EXTENSION, scope);
        nested.rest(i -> writeMessage(i, scope));
        for (int i = 0; i < message.getEnumType().size(); i++) {
            enums.accept(message.getEnumType().get(i), scope.place().of(Place.MESSAGE_ENUM, i));
        }
        message.getExtensionRange().forEach(this::writeExtensionRange);
        for (DescriptorProto.ReservedRange range : message.getReservedRange()) {
            lines.line("reserved " + range.getStart() + " to " + last(range.getEnd()) + ";");
        }
        fields.writeReservedNames(message.getReservedName());
    }

    private static String last(int end) {
        return NO_END.contains(end) ? "max" : Integer.toString(end - 1);
    }

    private void writeExtensionRange(DescriptorProto.ExtensionRange range) {
        List<String> all = List.of();
        if (range.getOptions() != null) {
            all = OptionSource.joined(
                    options.of("ExtensionRangeOptions", ExtensionRangeOptions.PROTO.encode(range.getOptions())),
                    OptionSource.uninterpreted(range.getOptions().getUninterpretedOption()));
        }
        lines.line(
                "extensions " + range.getStart() + " to " + last(range.getEnd()) + OptionSource.bracketed(all) + ";");
    }

    private void writeFields(DescriptorProto message, Scope scope) {
        Set<Integer> written = new HashSet<>();
        for (int i = 0; i < message.getField().size(); i++) {
            FieldDescriptorProto field = message.getField().get(i);
            if (!field.hasOneofIndex() || field.getProto3Optional()) {
                scope.types().before(field, earlier -> writeMessage(earlier, scope));
                writeField(field, scope.place().of(Place.MESSAGE_FIELD, i), scope);
            } else if (written.add(field.getOneofIndex())) {
                writeOneof(message, field.getOneofIndex(), scope);
            }
        }
    }

    private void writeOneof(DescriptorProto message, int index, Scope scope) {
        if (index < 0 || index >= message.getOneofDecl().size()) {
            throw new IllegalArgumentException(message.getName() + " has no oneof of index " + index);
        }
        List<FieldDescriptorProto> all = message.getField();
        for (FieldDescriptorProto field : all) {
            if (isMember(field, index)) {
                scope.types().before(field, earlier -> writeMessage(earlier, scope));
            }
        }
        OneofDescriptorProto oneof = message.getOneofDecl().get(index);
        lines.open(scope.place().of(Place.MESSAGE_ONEOF, index), "oneof " + Words.name(oneof.getName()));
        if (oneof.getOptions() != null) {
            List<String> set = options.of("OneofOptions", OneofOptions.PROTO.encode(oneof.getOptions()));
            lines.options(set, oneof.getOptions().getUninterpretedOption());
        }
        for (int i = 0; i < all.size(); i++) {
            if (isMember(all.get(i), index)) {
                writeField(all.get(i), scope.place().of(Place.MESSAGE_FIELD, i), scope);
            }
        }
        lines.close();
    }

    private static boolean isMember(FieldDescriptorProto field, int oneof) {
        return field.hasOneofIndex() && field.getOneofIndex() == oneof && !field.getProto3Optional();
    }

    private void writeExtensions(List<FieldDescriptorProto> extensions, int number, Scope scope) {
        for (int i = 0; i < extensions.size(); i++) {
            FieldDescriptorProto extension = extensions.get(i);
            scope.types().before(extension, earlier -> writeMessage(earlier, scope));
            lines.line("extend " + Words.path(extension.getExtendee()) + " {");
            writeField(extension, scope.place().of(number, i), scope);
            lines.line("}");
        }
    }

    private void writeField(FieldDescriptorProto field, Place place, Scope scope) {
        Integer index = scope.types().of(field);
        if (index == null) {
            lines.declare(place, fields.label(field) + fields.type(field) + " " + fields.rest(field));
            return;
        }
        DescriptorProto message = scope.types().type(index);
        if (Siblings.isMapEntry(message)) {
            if (message.getField().size() != 2) {
                throw new IllegalArgumentException(message.getName() + " is no entry of a map");
            }
            String key = fields.type(message.getField().get(0));
            String value = fields.type(message.getField().get(1));
            lines.declare(place, "map<" + key + ", " + value + "> " + fields.rest(field));
        } else {
            lines.open(
                    place,
                    fields.label(field) + "group " + Words.name(message.getName()) + " = " + field.getNumber()
                            + fields.bracketed(field));
            writeBody(index, scope);
            lines.close();
        }
    }
}
