package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.Codec;
import dev.fastcodec.Extendable;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Options.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes beans of options. Merged options are in the order of a message already and stay bytes: they are the bean's unknown fields,
 * which are written as they are. Statements that are retained are read by the bean's codec, as protoc reads what it wrote, so
 * that what descriptor.proto declares comes before extensions.
 */
final class OptionBeans {
    private final boolean retain;

    /**
     * Options for one descriptor.
     *
     * @param retain whether every statement is written for itself; otherwise they are merged, and source retention left out
     */
    OptionBeans(boolean retain) {
        this.retain = retain;
    }

    /** The options as a bean, or null when none is left. */
    <T extends Extendable<T>> @Nullable T of(Options options, Supplier<T> bean, Codec<T> codec) {
        List<Setting> settings = options.settings();
        return settings.isEmpty() && options != Options.EMPTY_BRACES ? null : of(settings, bean, codec);
    }

    /** The features among the options of a map, which hold for its keys and values; null when there are none. */
    <T extends Extendable<T>> @Nullable T features(Options options, Supplier<T> bean, Codec<T> codec) {
        List<Setting> features = new ArrayList<>();
        for (Setting setting : options.settings()) {
            if (setting.path().get(0).name().equals("features")) {
                features.add(setting);
            }
        }
        return features.isEmpty() ? null : of(features, bean, codec);
    }

    private <T extends Extendable<T>> @Nullable T of(List<Setting> settings, Supplier<T> bean, Codec<T> codec) {
        WireBytes bytes = new WireBytes();
        if (retain) {
            settings.forEach(s -> OptionRecord.write(s, bytes));
            return codec.decode(bytes.toByteArray());
        }
        OptionTree.ofRuntime(settings).write(bytes);
        if (bytes.isEmpty() && !settings.isEmpty()) {
            return null;
        }
        T made = bean.get();
        bytes.appendTo(made.mutableUnknownFields());
        return made;
    }
}
