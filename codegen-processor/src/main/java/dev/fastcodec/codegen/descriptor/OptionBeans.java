package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.Codec;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Options.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes beans of options. Like protoc it writes what is set as bytes and reads those again, so that what descriptor.proto
 * declares becomes fields of the bean and extensions its unknown fields.
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
    <T> @Nullable T of(Options options, Codec<T> codec) {
        List<Setting> settings = options.settings();
        return settings.isEmpty() && options != Options.EMPTY_BRACES ? null : of(settings, codec);
    }

    /** The features among the options of a map, which hold for its keys and values; null when there are none. */
    <T> @Nullable T features(Options options, Codec<T> codec) {
        List<Setting> features = options.settings().stream()
                .filter(s -> s.path().get(0).name().equals("features"))
                .toList();
        return features.isEmpty() ? null : of(features, codec);
    }

    private <T> @Nullable T of(List<Setting> settings, Codec<T> codec) {
        WireBytes bytes = new WireBytes();
        if (retain) {
            settings.forEach(s -> OptionRecord.write(s, bytes));
        } else {
            OptionTree tree = OptionTree.ofRuntime(settings);
            tree.write(bytes);
            if (bytes.isEmpty() && !settings.isEmpty()) {
                return null;
            }
        }
        return codec.decode(bytes.toByteArray());
    }
}
