package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.link.ProtoLocations.Path;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Options.Setting;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the places of options. Their paths are those of what they set, not of what is written. */
final class ProtoOptionLocations {
    private static final String SOURCE = "RETENTION_SOURCE";

    private final ProtoLocations locations;
    private final Map<Decl.Option, Setting> settings = new IdentityHashMap<>();

    ProtoOptionLocations(ProtoFile file, ProtoLocations locations) {
        this.locations = locations;
        for (ProtoOptionSite site : file.optionSites()) {
            List<Setting> found = site.values().settings();
            // Only where there are errors, and so no descriptor, are there fewer settings than statements.
            for (int i = 0; i < Math.min(found.size(), site.statements().size()); i++) {
                settings.put(site.statements().get(i), found.get(i));
            }
        }
    }

    /** The options of one declaration; indexes of repeated ones count within it. */
    final class Element {
        private final Path path;
        private final boolean sourceOnly;
        private final Map<Path, Integer> counts = new HashMap<>();

        private Element(Path path, List<Decl.Option> options) {
            this.path = path;
            List<Setting> set =
                    options.stream().map(settings::get).filter(Objects::nonNull).toList();
            this.sourceOnly = !set.isEmpty()
                    && set.stream().allMatch(s -> isSourceOnly(s.path().subList(0, 1)));
        }

        /** An option as a statement. */
        void statement(Decl.Option option) {
            locations.add(path, option.span(), Comments.NONE, sourceOnly);
            option(option);
        }

        /** An option inside of brackets. */
        void option(Decl.Option option) {
            Setting setting = settings.get(option);
            if (setting != null) {
                List<Integer> numbers = new ArrayList<>(path.numbers());
                setting.path().forEach(f -> numbers.add(f.number()));
                Path to = new Path(numbers);
                if (isRepeated(setting.field())) {
                    to = to.to(counts.merge(to, 1, Integer::sum) - 1);
                }
                locations.add(to, option.span(), option.comments(), sourceOnly || isSourceOnly(setting.path()));
            }
        }

        /** The brackets around options. */
        void brackets(Span span) {
            locations.add(path, span, Comments.NONE, sourceOnly);
        }

        /** Options in brackets, which begin at the first token from {@code from} on. */
        void bracketed(List<Decl.Option> options, int from) {
            Span open = locations.token(from);
            Span close = locations.token(options.get(options.size() - 1).span().end());
            brackets(open.to(close));
            options.forEach(this::option);
        }
    }

    /**
     * The options of a declaration.
     *
     * @param path to its options
     */
    Element of(Path path, List<Decl.Option> options) {
        return new Element(path, options);
    }

    /** Whether any of these options is more than a field's default or JSON name. */
    boolean isSetting(Decl.Option option) {
        return settings.containsKey(option);
    }

    private static boolean isRepeated(Field field) {
        return field.type() instanceof Type.ListOf || field.type() instanceof Type.MapOf;
    }

    private static boolean isSourceOnly(List<Field> path) {
        for (Field field : path) {
            if (SOURCE.equals(field.options().text("retention"))) {
                return true;
            }
            if (field.encoding().delimited()) {
                return false;
            }
        }
        return false;
    }
}
