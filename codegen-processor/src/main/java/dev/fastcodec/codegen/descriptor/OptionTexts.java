package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.codegen.dynamic.MessageTypes;
import dev.fastcodec.codegen.dynamic.OptionText;
import dev.fastcodec.codegen.dynamic.WireReader;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Options.Option;
import dev.fastcodec.idl.schema.Options.Setting;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The options of a declaration as it does not matter how they were written, nor whether the file came as text or as a
 * descriptor: by name, custom ones under their full name and merged, each message in the text format. Options that are for
 * the source alone are left out, as descriptors leave them out.
 */
public final class OptionTexts {
    private static final String EQUALS = " = ";

    private final Schema schema;
    private @Nullable MessageTypes types;

    /** Options of declarations of this schema. */
    public OptionTexts(Schema schema) {
        this.schema = schema;
    }

    /**
     * The options, sorted by name; those of one name keep their order.
     *
     * @param message the message that declares them, in {@code google.protobuf}
     */
    public List<Option> of(Options options, String message) {
        if (options.all().isEmpty()) {
            return List.of();
        }
        List<Option> all = new ArrayList<>();
        Set<String> plain = new HashSet<>();
        Set<String> sourceOnly = sourceOnly(options);
        boolean more = false;
        for (Option option : options.all()) {
            if (option.value() instanceof Value.Raw || option.name().indexOf('(') >= 0) {
                more = true;
            } else {
                plain.add(option.name());
                if (!sourceOnly.contains(option.name())) {
                    all.add(option);
                }
            }
        }
        if (more) {
            for (String assignment : interpreted(options, message)) {
                int equals = assignment.indexOf(EQUALS);
                String name = assignment.substring(0, equals);
                if (!plain.contains(name)) {
                    all.add(new Option(name, new Value.Raw(assignment.substring(equals + EQUALS.length()))));
                }
            }
        }
        all.sort(Comparator.comparing(Option::name));
        return all;
    }

    private static Set<String> sourceOnly(Options options) {
        Set<String> names = new HashSet<>();
        for (Setting setting : options.settings()) {
            if (setting.path().stream()
                    .anyMatch(f -> OptionTree.SOURCE.equals(f.options().text("retention")))) {
                names.add(setting.path().stream().map(f -> f.name()).collect(Collectors.joining(".")));
            }
        }
        return names;
    }

    private List<String> interpreted(Options options, String message) {
        MessageTypes all = types;
        if (all == null) {
            all = MessageTypes.of(Descriptors.languageOf(schema));
            types = all;
        }
        WireBytes bytes = new WireBytes();
        OptionTree.ofRuntime(options.settings()).write(bytes);
        return OptionText.of(
                WireReader.read(all.find("google.protobuf." + message).orElseThrow(), bytes.toByteArray()));
    }
}
