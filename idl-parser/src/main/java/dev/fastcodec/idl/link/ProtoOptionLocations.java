package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.link.ProtoLocations.Path;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Options.Setting;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        private @Nullable Map<IntBuffer, Integer> counts;

        private Element(Path path, List<Decl.Option> options) {
            this.path = path;
            this.sourceOnly = !options.isEmpty() && areSourceOnly(options);
        }

        private boolean areSourceOnly(List<Decl.Option> options) {
            boolean any = false;
            for (Decl.Option option : options) {
                Setting setting = settings.get(option);
                if (setting != null && !isSourceOnly(setting.path().get(0))) {
                    return false;
                }
                any |= setting != null;
            }
            return any;
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
                Path to = path;
                for (Field field : setting.path()) {
                    to = to.to(field.number());
                }
                if (isRepeated(setting.field())) {
                    to = to.to(next(to));
                }
                locations.add(to, option.span(), option.comments(), sourceOnly || isSourceOnly(setting.path()));
            }
        }

        private int next(Path path) {
            if (counts == null) {
                counts = new HashMap<>();
            }
            return counts.merge(IntBuffer.wrap(path.numbers()), 1, Integer::sum) - 1;
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
            for (Decl.Option option : options) {
                option(option);
            }
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
            if (isSourceOnly(field)) {
                return true;
            }
            if (field.encoding().delimited()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isSourceOnly(Field field) {
        return SOURCE.equals(field.options().text("retention"));
    }
}
