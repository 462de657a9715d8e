package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.schema.Oneof;
import dev.fastcodec.idl.schema.StructType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declared message or group with its members, on its way through the passes. */
final class ProtoMessage {
    private final ProtoFile file;
    private final ProtoSymbol symbol;
    private final StructType type;
    private final ProtoFeatures features;
    private final ProtoOptions options;
    private final List<Decl> body;
    private final List<ProtoField> fields = new ArrayList<>();
    private final List<Oneof> oneofs = new ArrayList<>();
    private final List<ProtoMessage> messages = new ArrayList<>();
    private final List<ProtoEnum> enums = new ArrayList<>();
    private final List<ProtoField> extensions = new ArrayList<>();
    private @Nullable NumberRanges ranges;
    private @Nullable ProtoExtensionDeclarations extensionDeclarations;

    ProtoMessage(
            ProtoFile file,
            ProtoSymbol symbol,
            StructType type,
            ProtoFeatures features,
            ProtoOptions options,
            List<Decl> body) {
        this.file = file;
        this.symbol = symbol;
        this.type = type;
        this.features = features;
        this.options = options;
        this.body = body;
    }

    ProtoFile file() {
        return file;
    }

    ProtoSymbol symbol() {
        return symbol;
    }

    /** Undefined until {@link ProtoFields} knows its fields. */
    StructType type() {
        return type;
    }

    ProtoFeatures features() {
        return features;
    }

    ProtoOptions options() {
        return options;
    }

    /** What it says. */
    List<Decl> body() {
        return body;
    }

    /** Fields in source order, those of oneofs among them. */
    List<ProtoField> fields() {
        return fields;
    }

    List<Oneof> oneofs() {
        return oneofs;
    }

    /** Nested messages and groups in source order. */
    List<ProtoMessage> messages() {
        return messages;
    }

    List<ProtoEnum> enums() {
        return enums;
    }

    /** Extensions declared inside. */
    List<ProtoField> extensions() {
        return extensions;
    }

    /** Sets what is reserved and what is open to extensions. */
    void setRanges(NumberRanges theRanges) {
        ranges = theRanges;
    }

    /** Numbers that extensions may use, in source order; none before {@link ProtoChecks}. */
    List<StructType.ExtensionRange> extensionRanges() {
        return extensionDeclarations == null ? List.of() : extensionDeclarations.ranges();
    }

    /** Whether extensions may use a number. */
    boolean isOpen(int number) {
        NumberRanges.Range range = ranges == null ? null : ranges.holding(number);
        return range != null && !range.reserved();
    }

    /** What it declares about its extensions; null before {@link ProtoChecks}. */
    @Nullable
    ProtoExtensionDeclarations extensionDeclarations() {
        return extensionDeclarations;
    }

    void setExtensionDeclarations(ProtoExtensionDeclarations declarations) {
        extensionDeclarations = declarations;
    }

    /** Whether it is a MessageSet, whose extensions may have any positive number. */
    boolean isMessageSet() {
        return options.values().isTrue("message_set_wire_format");
    }

    /** What {@code max} stands for in a range. */
    int mostExtended() {
        return isMessageSet() ? ProtoNumbers.MAX_MESSAGE_SET : ProtoNumbers.MAX_FIELD;
    }

    /** Whether it is only there to hold enums: local, at the top level, all numbers reserved (edition 2024). */
    boolean isNamespace() {
        if (type.parent() != null || symbol.exported()) {
            return false;
        }
        List<Decl.Range> reserved = new ArrayList<>();
        for (Decl decl : body) {
            if (decl instanceof Decl.Reserved r) {
                reserved.addAll(r.ranges());
            }
        }
        return reserved.size() == 1
                && reserved.get(0).first().value().equals(BigInteger.ONE)
                && reserved.get(0).last() == null;
    }
}
