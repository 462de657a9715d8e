package dev.fastcodec.codegen.plan;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Field.Presence;
import dev.fastcodec.idl.schema.FileInfo.Language;
import dev.fastcodec.idl.schema.Oneof;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.StructType.Kind;
import dev.fastcodec.idl.schema.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Plans one bean: its names, where each field is kept, when it is written. */
final class StructPlanner {
    /** With more initialisers a constructor would grow towards 8000 bytes of bytecode. */
    private static final int MOST_INITIALISERS = 200;

    /** Fields that one method writes; measured: beyond some 16 the compiled code gets slower. */
    private static final int WRITE_CHUNK = 16;

    /** Fields that one method reads. */
    private static final int READ_GROUP = 32;

    private final StructType struct;
    private final TypeNames names;
    private final Options options;
    private final boolean thrift;
    private final StructPlan.Kind kind;
    private final StructNames properties;
    private int bits;
    private int asciiBits;

    /** Plans a type that the IDL declares. */
    StructPlanner(StructType struct, TypeNames names, Options options) {
        this(
                struct,
                struct.kind() == Kind.EXCEPTION ? StructPlan.Kind.EXCEPTION : StructPlan.Kind.BEAN,
                names,
                options);
    }

    /** Plans a type of this kind. */
    StructPlanner(StructType struct, StructPlan.Kind kind, TypeNames names, Options options) {
        this.struct = struct;
        this.names = names;
        this.options = options;
        this.thrift = struct.file().language() == Language.THRIFT;
        this.properties = names.properties(struct);
        this.kind = kind;
    }

    StructPlan plan(List<TypePlan> nested) {
        List<OneofPlan> oneofs = oneofs();
        List<FieldPlan> fields = new ArrayList<>();
        for (Field field : struct.fields()) {
            fields.add(field(field, oneofs));
        }
        return new StructPlan(
                names.of(struct),
                kind,
                struct.file().path(),
                struct.name(),
                names.schema(struct),
                fields,
                oneofs,
                initialBits(fields),
                asciiBits,
                !kind.ofCall() && options.unknownFields() == Options.UnknownFields.KEEP,
                new ExtensionPlanner(names).nestedIn(struct),
                ExtensionPlanner.ranges(struct),
                names.mayLack(struct),
                kind.ofCall() || canInitialise(fields),
                text(),
                JsonForms.of(struct),
                codecs(fields),
                nested,
                TypeNames.doc(struct.comments().text()),
                TypeNames.isDeprecated(struct.options()),
                usesDeprecated(nested));
    }

    /** An enum of Thrift that has a default is set from the start, as the reference that Apache's Java keeps. */
    private List<Integer> initialBits(List<FieldPlan> fields) {
        int[] words = new int[(bits + 31) / 32];
        for (FieldPlan field : fields) {
            if (thrift
                    && field.value() instanceof ValuePlan.Enumeration
                    && field.bit() >= 0
                    && field.initial() != null) {
                words[field.bit() / 32] |= field.mask();
            }
        }
        return Arrays.stream(words).boxed().toList();
    }

    private boolean usesDeprecated(List<TypePlan> nested) {
        return struct.fields().stream()
                        .anyMatch(f -> TypeNames.isDeprecated(f.type())
                                || f.defaultValue() != null && TypeNames.usesDeprecated(f.defaultValue()))
                || nested.stream().anyMatch(n -> n instanceof StructPlan s && s.usesDeprecated());
    }

    private static boolean canInitialise(List<FieldPlan> fields) {
        return fields.stream().filter(StructPlanner::hasInitialiser).count() <= MOST_INITIALISERS
                && fields.stream().map(FieldPlan::initial).allMatch(i -> i == null || i.isSimple());
    }

    private static boolean hasInitialiser(FieldPlan field) {
        return field.initial() != null
                || field.when() == When.NOT_DEFAULT && field.value() instanceof ValuePlan.Scalar s && !s.isPrimitive();
    }

    private List<OneofPlan> oneofs() {
        List<OneofPlan> plans = new ArrayList<>();
        if (struct.kind() == Kind.UNION) {
            plans.add(oneof(0, "value", struct.name(), members(null), true, ""));
        }
        for (Oneof oneof : struct.body().oneofs()) {
            String doc = TypeNames.doc(oneof.comments().text());
            plans.add(oneof(plans.size(), oneof.name(), oneof.name(), members(oneof), false, doc));
        }
        return plans;
    }

    /** The members of a oneof, or all fields for a union. */
    private List<Integer> members(@Nullable Oneof oneof) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < struct.fields().size(); i++) {
            if (oneof == null || struct.fields().get(i).oneof() == oneof) {
                members.add(i);
            }
        }
        return members;
    }

    private OneofPlan oneof(
            int index, String wanted, String name, List<Integer> members, boolean exactlyOne, String doc) {
        StructNames.OneofNames taken = properties.oneof(index);
        String view = names.nestedScope(struct).take(Names.upperCamel(wanted));
        Names records = new Names(names.of(struct).simpleNames());
        records.takeAll(names.notHidden(names.of(struct)));
        records.take(view);
        List<String> recordNames = new ArrayList<>();
        for (int member : members) {
            recordNames.add(
                    records.take(Names.upperCamel(struct.fields().get(member).name())));
        }
        return new OneofPlan(
                name,
                taken.variable(),
                taken.caseVariable(),
                taken.property(),
                view,
                recordNames,
                members,
                exactlyOne,
                !exactlyOne || options.unionReading() == Options.UnionReading.LAST,
                doc);
    }

    private FieldPlan field(Field field, List<OneofPlan> oneofs) {
        ValuePlan value = names.value(field.type());
        int oneof = oneofIndex(field, oneofs);
        When when = oneof >= 0 ? When.CASE : when(field.presence(), value);
        StructNames.FieldNames taken = properties.of(field);
        boolean keepsBit = when == When.BIT || when == When.NOT_EMPTY_OR_BIT;
        LiteralPlan defaultValue = field.readableDefault() == null ? null : names.literal(field.readableDefault());
        // Thrift sets a default when the object is made; Protobuf's getter gives it while the field is absent.
        boolean initial = defaultValue != null && oneof < 0 && (thrift || value.isPrimitive());
        boolean fallback = defaultValue != null && !initial;
        return new FieldPlan(
                field.name(),
                field.jsonName(),
                field.number(),
                value,
                oneof >= 0 ? oneofs.get(oneof).variable() : taken.variable(),
                taken.variable(),
                taken.property(),
                kind.ofCall() ? "" : taken.numberMethod(),
                when,
                keepsBit ? bits++ : -1,
                value.is(ScalarType.STRING) && oneof < 0 && !kind.ofCall() ? asciiBits++ : -1,
                defaultValue == null && isNullable(when, value),
                field.presence() == Presence.REQUIRED,
                initial ? defaultValue : null,
                fallback ? defaultValue : null,
                field.encoding().packed(),
                field.encoding().delimited() && !(value instanceof ValuePlan.MapOf),
                field.encoding().utf8(),
                field.encoding().closed(),
                oneof,
                kind.ofCall() ? "" : TypeNames.doc(field.comments().text()),
                !kind.ofCall() && TypeNames.isDeprecated(field.options()),
                field.options().isTrue("debug_redact"));
    }

    private int oneofIndex(Field field, List<OneofPlan> oneofs) {
        if (struct.kind() == Kind.UNION) {
            return 0;
        }
        Oneof oneof = field.oneof();
        return oneof == null ? -1 : struct.body().oneofs().indexOf(oneof);
    }

    private When when(Presence presence, ValuePlan value) {
        if (kind.ofCall() && (value.isContainer() || value instanceof ValuePlan.Struct)) {
            // What is used once keeps no object to be used again behind a bit.
            return When.NOT_NULL;
        } else if (value.isContainer()) {
            return thrift ? When.NOT_EMPTY_OR_BIT : When.NOT_DEFAULT;
        } else if (value instanceof ValuePlan.Struct) {
            return When.BIT;
        } else if (presence == Presence.IMPLICIT) {
            return When.NOT_DEFAULT;
        } else if (!value.isPrimitive()) {
            return When.NOT_NULL;
        }
        // Thrift's numbers are always written, also required ones; enums are references in Apache's Java, absent if
        // null.
        boolean always = thrift && presence != Presence.EXPLICIT && value instanceof ValuePlan.Scalar;
        return always ? When.ALWAYS : When.BIT;
    }

    private static boolean isNullable(When when, ValuePlan value) {
        return switch (when) {
            case NOT_NULL -> !value.isContainer();
            case BIT, CASE -> !(value instanceof ValuePlan.Scalar s && s.isPrimitive());
            case ALWAYS, NOT_DEFAULT, NOT_EMPTY_OR_BIT -> false;
        };
    }

    private TextPlan text() {
        List<TextPlan.Group> groups = new ArrayList<>();
        for (Field field : struct.fields()) {
            Type type = field.type() instanceof Type.ListOf list ? list.element() : field.type();
            if (field.encoding().delimited()
                    && type instanceof StructType message
                    && message.parent() == struct
                    && message.name().toLowerCase(Locale.ROOT).equals(field.name())) {
                groups.add(new TextPlan.Group(field.number(), message.name()));
            }
        }
        return new TextPlan(
                groups, struct.body().reserved().names(), struct.fullName().equals("google.protobuf.Any"));
    }

    private List<CodecPlan> codecs(List<FieldPlan> fields) {
        List<FieldPlan> ascending = new ArrayList<>(fields);
        ascending.sort(Comparator.comparingInt(FieldPlan::number));
        List<CodecPlan> plans = new ArrayList<>();
        for (WireFormat format : names.formats(struct)) {
            plans.add(new CodecPlan(
                    format,
                    notation(format),
                    format.name().toUpperCase(Locale.ROOT),
                    names.codecs(struct).of(format),
                    namesClass(names.codecs(struct).of(format)),
                    cut(ascending, WRITE_CHUNK),
                    cut(ascending, READ_GROUP)));
        }
        return plans;
    }

    private Notation notation(WireFormat format) {
        if (format == WireFormat.JSON) {
            return thrift ? Notation.READABLE_JSON : Notation.PROTO_JSON;
        }
        return Notation.valueOf(format.name());
    }

    /** Nested classes may not be called like a class around them, nor hide one that has no other name. */
    private String namesClass(String codecClass) {
        Names around = new Names(names.of(struct).simpleNames());
        around.takeAll(List.of(codecClass));
        around.takeAll(names.notHidden(names.of(struct)));
        return around.take("Names");
    }

    /** Pieces of about this size; a rest of less than half a piece stays with the one before. */
    private static List<List<FieldPlan>> cut(List<FieldPlan> fields, int size) {
        List<List<FieldPlan>> pieces = new ArrayList<>();
        int from = 0;
        while (fields.size() - from >= size + size / 2) {
            pieces.add(List.copyOf(fields.subList(from, from + size)));
            from += size;
        }
        if (from < fields.size()) {
            pieces.add(List.copyOf(fields.subList(from, fields.size())));
        }
        return pieces;
    }
}
