package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.source.Span;
import java.util.List;
import java.util.Map;

/**
 * The options of a declaration, read.
 *
 * @param values what the schema holds; enum values are texts
 * @param features those set here, by name
 * @param written the options as they stand in the file
 */
record ProtoOptions(Options values, Map<String, String> features, List<Decl.Option> written) {
    /** No option. */
    static final ProtoOptions NONE = new ProtoOptions(Options.NONE, Map.of(), List.of());

    /** Where an option's name stands, or {@code otherwise} when it is not written. */
    Span place(String name, Span otherwise) {
        for (Decl.Option option : written) {
            if (option.nameText().equals(name)) {
                return namePlace(option);
            }
        }
        return otherwise;
    }

    /** Where the name of an option stands. */
    static Span namePlace(Decl.Option option) {
        return option.name().isEmpty()
                ? option.span()
                : option.name()
                        .get(0)
                        .name()
                        .span()
                        .to(option.name().get(option.name().size() - 1).name().span());
    }
}
