package dev.fastcodec.codegen.plan;

import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans the constants of extensions, and the class that lists those of a file. */
final class ExtensionPlanner {
    private final TypeNames names;

    ExtensionPlanner(TypeNames names) {
        this.names = names;
    }

    /** Whether a file declares extensions that get constants. */
    static boolean hasAny(SchemaFile file) {
        return file.extensions().stream().anyMatch(ExtensionPlanner::isPlanned)
                || file.structs().stream().anyMatch(ExtensionPlanner::hasAny);
    }

    private static boolean hasAny(StructType struct) {
        return struct.body().extensions().stream().anyMatch(ExtensionPlanner::isPlanned)
                || struct.body().structs().stream().anyMatch(ExtensionPlanner::hasAny);
    }

    /** Whether an extension gets a constant: custom options do not, since beans of descriptor.proto are not for users. */
    static boolean isPlanned(Extension extension) {
        return !TypeNames.isDescriptor(extension.extendee().file());
    }

    /** The extensions that are declared in a message. */
    List<ExtensionPlan> nestedIn(StructType struct) {
        List<ExtensionPlan> plans = new ArrayList<>();
        for (Extension extension : struct.body().extensions()) {
            if (isPlanned(extension)) {
                plans.add(plan(extension, names.properties(struct).constant(extension)));
            }
        }
        return plans;
    }

    /** The class of a file's extensions, or null when it has none. */
    @Nullable
    ExtensionsPlan plan(SchemaFile file) {
        if (!hasAny(file)) {
            return null;
        }
        Names scope = new Names(List.of("ALL"));
        List<ExtensionPlan> plans = new ArrayList<>();
        for (Extension extension : file.extensions()) {
            if (isPlanned(extension)) {
                plans.add(plan(
                        extension, scope.take(Names.upperSnake(extension.field().name()))));
            }
        }
        List<ExtensionsPlan.Nested> nested = new ArrayList<>();
        boolean deprecated = false;
        for (StructType struct : file.structs()) {
            deprecated |= collect(struct, nested);
        }
        return new ExtensionsPlan(names.extensions(file.info()), file.info().path(), plans, nested, deprecated);
    }

    private boolean collect(StructType struct, List<ExtensionsPlan.Nested> into) {
        boolean deprecated = false;
        for (ExtensionPlan plan : nestedIn(struct)) {
            into.add(new ExtensionsPlan.Nested(names.of(struct), plan.constant()));
            deprecated |= plan.deprecated() || TypeNames.isDeprecated((Type) struct);
        }
        for (StructType inner : struct.body().structs()) {
            deprecated |= collect(inner, into);
        }
        return deprecated;
    }

    private ExtensionPlan plan(Extension extension, String constant) {
        Field field = extension.field();
        return new ExtensionPlan(
                constant,
                names.of(extension.extendee()),
                extension.fullName(),
                field.number(),
                wireType(extension),
                names.value(field.type()),
                field.encoding().packed(),
                field.readableDefault() == null ? null : names.literal(field.readableDefault()),
                TypeNames.doc(field.comments().text()),
                TypeNames.isDeprecated(field.options()),
                TypeNames.isDeprecated((Type) extension.extendee()) || TypeNames.isDeprecated(field.type()));
    }

    private static String wireType(Extension extension) {
        Field field = extension.field();
        Type element = field.type() instanceof Type.ListOf list ? list.element() : field.type();
        if (element instanceof StructType) {
            return isMessageSet(extension.extendee())
                    ? "ITEM"
                    : field.encoding().delimited() ? "GROUP" : "MESSAGE";
        } else if (element instanceof EnumType) {
            return field.encoding().closed() ? "CLOSED_ENUM" : "ENUM";
        }
        return element == ScalarType.STRING && !field.encoding().utf8() ? "UNCHECKED_STRING" : element.toString();
    }

    private static boolean isMessageSet(StructType struct) {
        return struct.options().isTrue("message_set_wire_format");
    }

    /** What a message is open to, or null when it has no range. */
    static @Nullable ExtensionRanges ranges(StructType struct) {
        List<ExtensionRanges.Range> ranges = struct.body().extensionRanges().stream()
                .map(r -> new ExtensionRanges.Range(
                        r.numbers().first(), r.numbers().last()))
                .toList();
        return ranges.isEmpty() ? null : new ExtensionRanges(ranges, isMessageSet(struct));
    }
}
