package dev.fastcodec.codegen.plugin;

import dev.fastcodec.DecodeException;
import dev.fastcodec.codegen.bootstrap.GeneratedCodeInfo;
import dev.fastcodec.codegen.bootstrap.GeneratedCodeInfo.Annotation;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.codegen.dynamic.MessageType;
import dev.fastcodec.codegen.dynamic.MessageTypes;
import dev.fastcodec.codegen.dynamic.TextReader;
import dev.fastcodec.codegen.dynamic.TextWriter;
import dev.fastcodec.codegen.dynamic.WireReader;
import dev.fastcodec.codegen.dynamic.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the file beside a generated file that tells which part of it came from which declaration ({@code .pb.meta}) right when
 * something is inserted: what stands behind moves, and the parts of the insertion are added. All places are in bytes.
 *
 * @param content what is inserted, with a line end and without indent
 * @param offset where
 * @param indent how many bytes are put in front of each line
 */
record InsertionInfo(String content, int offset, int indent) {
    /**
     * The file with the insertion in it.
     *
     * @param before the file, as bytes or in the text format; null when there is none
     * @param inserted {@code GeneratedCodeInfo} of the insertion, or nothing
     * @return the file in the form that it had, or empty when there is none and none is needed
     * @throws DecodeException when one of them is none
     */
    Optional<byte[]> update(byte @Nullable [] before, byte[] inserted) {
        GeneratedCodeInfo added = shifted(GeneratedCodeInfo.PROTO.decode(inserted));
        if (before == null) {
            return added.getAnnotation().isEmpty()
                    ? Optional.empty()
                    : Optional.of(GeneratedCodeInfo.PROTO.encode(added));
        }
        try {
            return Optional.of(GeneratedCodeInfo.PROTO.encode(merged(GeneratedCodeInfo.PROTO.decode(before), added)));
        } catch (DecodeException e) {
            return Optional.of(updateText(before, added));
        }
    }

    private byte[] updateText(byte[] before, GeneratedCodeInfo added) {
        MessageTypes types = MessageTypes.of(Descriptors.language());
        MessageType type = types.find("google.protobuf.GeneratedCodeInfo").orElseThrow();
        byte[] old = TextReader.read(types, type, before)
                .message()
                .map(message -> WireWriter.write(message, false))
                .orElseThrow(() -> DecodeException.at(
                        DecodeException.Kind.INVALID_DATA, 0, "neither bytes nor text of GeneratedCodeInfo"));
        GeneratedCodeInfo all = merged(GeneratedCodeInfo.PROTO.decode(old), added);
        return TextWriter.write(WireReader.read(type, GeneratedCodeInfo.PROTO.encode(all)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What is inserted goes before the first part that stands behind it. */
    private GeneratedCodeInfo merged(GeneratedCodeInfo old, GeneratedCodeInfo added) {
        GeneratedCodeInfo all = new GeneratedCodeInfo();
        int length = content.length()
                + indent * (int) content.chars().filter(c -> c == '\n').count();
        boolean crossed = false;
        for (Annotation part : old.getAnnotation()) {
            if (!crossed && part.getBegin() >= offset) {
                crossed = true;
                all.getAnnotation().addAll(added.getAnnotation());
            }
            int shift = crossed ? length : 0;
            all.getAnnotation()
                    .add(part.copy().setBegin(part.getBegin() + shift).setEnd(part.getEnd() + shift));
        }
        if (!crossed) {
            all.getAnnotation().addAll(added.getAnnotation());
        }
        return all;
    }

    /** Parts of the insertion by their places in the file; each line before or within one moves it by an indent. */
    private GeneratedCodeInfo shifted(GeneratedCodeInfo inserted) {
        GeneratedCodeInfo all = new GeneratedCodeInfo();
        int shift = offset + indent;
        int seen = 0;
        for (Annotation part : inserted.getAnnotation()) {
            int within = 0;
            for (; seen < part.getEnd() && seen < content.length() - 1; seen++) {
                if (content.charAt(seen) == '\n') {
                    if (seen >= part.getBegin()) {
                        within += indent;
                    } else {
                        shift += indent;
                    }
                }
            }
            int begin = part.getBegin() + shift;
            shift += within;
            all.getAnnotation().add(part.copy().setBegin(begin).setEnd(part.getEnd() + shift));
        }
        return all;
    }
}
