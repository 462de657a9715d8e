package dev.fastcodec.codegen.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of an IDL file, which {@code SCHEMA} of its types reads at run time.
 *
 * @param pieces the text in the notation of the runtime's {@code SchemaTable}; a piece that does not end its last line
 *     goes on in the next
 * @param descriptors the bytes of a {@code FileDescriptorSet} of the file with all that it imports, a character for each, cut in pieces; empty for none
 * @param imports where the types of other files are, in the order in which the text counts them
 * @param bases the services of other files that services of this one extend
 * @param messages the codecs of the messages in the order of the text, or empty when none has what a type needs
 * @param usesDeprecated whether one of the types of other files or one of the messages is deprecated
 */
public record SchemaPlan(
        JavaName name,
        String source,
        List<String> pieces,
        List<String> descriptors,
        List<Import> imports,
        List<Base> bases,
        List<Codecs> messages,
        boolean usesDeprecated)
        implements TypePlan {
    /** A type's {@code SCHEMA} in its class. */
    public record Import(JavaName type, String constant) {}

    /** A service of another file: what the text calls it, and its interface. */
    public record Base(String word, JavaName service) {}

    /**
     * The codecs of a message that its type at run time gives.
     *
     * @param constants what they are called in its class; null where it has none
     */
    public record Codecs(JavaName message, List<@Nullable String> constants) {
        /** Copies the list. */
        public Codecs {
            constants = Collections.unmodifiableList(new ArrayList<>(constants));
        }
    }

    /**
     * Where the schema of a type comes from.
     *
     * @param table the class of the table
     * @param path the type's name in it
     * @param constant the constant of the type's class that holds it
     */
    public record Ref(JavaName table, String path, String constant) {}

    /** Copies the lists. */
    public SchemaPlan {
        pieces = List.copyOf(pieces);
        descriptors = List.copyOf(descriptors);
        imports = List.copyOf(imports);
        bases = List.copyOf(bases);
        messages = List.copyOf(messages);
    }
}
