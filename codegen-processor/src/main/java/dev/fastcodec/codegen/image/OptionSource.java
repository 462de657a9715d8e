package dev.fastcodec.codegen.image;

import dev.fastcodec.codegen.bootstrap.UninterpretedOption;
import dev.fastcodec.codegen.dynamic.DynamicMessage;
import dev.fastcodec.codegen.dynamic.MessageType;
import dev.fastcodec.codegen.dynamic.MessageTypes;
import dev.fastcodec.codegen.dynamic.OptionText;
import dev.fastcodec.codegen.dynamic.WireReader;
import dev.fastcodec.idl.source.Utf8Text;
import dev.fastcodec.text.RealText;
import dev.fastcodec.text.TextStrings;
import java.util.ArrayList;
import java.util.List;

/** Turns the bytes of options messages into assignments, custom options as far as their extensions are known. */
final class OptionSource {
    private final MessageTypes types;
    private boolean complete = true;

    /** Reads options with the types of this schema, which has {@code descriptor.proto}. */
    OptionSource(MessageTypes types) {
        this.types = types;
    }

    /** Whether every option that was asked for could be told so far. */
    boolean isComplete() {
        return complete;
    }

    /**
     * The assignments of an options message.
     *
     * @param name its simple name in {@code google.protobuf}
     */
    List<String> of(String name, byte[] encoded) {
        MessageType type = types.find("google.protobuf." + name).orElseThrow();
        DynamicMessage message = WireReader.read(type, encoded);
        complete &= !message.hasUnknown();
        return OptionText.of(message);
    }

    /** Options that nobody has interpreted, as descriptors of hand-made files have them. */
    static List<String> uninterpreted(List<UninterpretedOption> options) {
        List<String> assignments = new ArrayList<>();
        for (UninterpretedOption option : options) {
            List<String> name = new ArrayList<>();
            option.getName()
                    .forEach(part -> name.add(
                            part.getIsExtension()
                                    ? "(" + Words.path(part.getNamePart()) + ")"
                                    : Words.path(part.getNamePart())));
            assignments.add(String.join(".", name) + " = " + value(option));
        }
        return assignments;
    }

    private static String value(UninterpretedOption option) {
        if (option.hasIdentifierValue()) {
            return Words.value(option.getIdentifierValue());
        } else if (option.hasPositiveIntValue()) {
            return Long.toUnsignedString(option.getPositiveIntValue());
        } else if (option.hasNegativeIntValue()) {
            return Long.toString(option.getNegativeIntValue());
        } else if (option.hasDoubleValue()) {
            return RealText.of(option.getDoubleValue());
        } else if (option.hasStringValue()) {
            return '"' + TextStrings.escape(option.getStringValue()) + '"';
        }
        return "{ " + Words.balanced(option.getAggregateValue()) + " }";
    }

    /** Both lists. */
    static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Assignments as they stand behind a field, with a space in front; nothing when there are none. */
    static String bracketed(List<String> assignments) {
        return assignments.isEmpty() ? "" : " [" + String.join(", ", assignments) + "]";
    }

    /** A text in quotes. */
    static String quoted(String text) {
        return '"' + TextStrings.escape(Utf8Text.encode(text)) + '"';
    }
}
