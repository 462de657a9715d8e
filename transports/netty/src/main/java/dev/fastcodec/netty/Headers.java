package dev.fastcodec.netty;

import dev.fastcodec.netty.wire.Keys;
import dev.fastcodec.rpc.Metadata;
import dev.fastcodec.rpc.Metadata.Entry;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Metadata as string keys of TTHeaders: one value for a key, the last; bytes in base64, as gRPC has them. */
final class Headers {
    /** What is there for the engine itself. */
    private static final Set<String> OWN =
            Set.of(Keys.SERVICE, Keys.CHECKSUM, Keys.BIZ_STATUS, Keys.BIZ_MESSAGE, Keys.BIZ_EXTRA, Keys.CANCEL_PATH);

    private Headers() {}

    /** Adds metadata to string keys. */
    static void add(Metadata metadata, Map<String, String> strings) {
        for (Entry entry : metadata) {
            String value = entry.isBinary()
                    ? Base64.getEncoder().withoutPadding().encodeToString(entry.bytes())
                    : entry.text();
            strings.put(entry.key(), value);
        }
    }

    /** The metadata among string keys, which are only looked at when somebody asks; what cannot be metadata is left out. */
    static Metadata of(Map<String, String> strings) {
        return Metadata.lazy(() -> read(strings));
    }

    private static Metadata read(Map<String, String> strings) {
        Metadata metadata = new Metadata();
        strings.forEach((key, value) -> {
            if (OWN.contains(key) || !visible(key)) {
                return;
            }
            if (!Metadata.isBinary(key)) {
                metadata.add(key, value);
                return;
            }
            try {
                metadata.add(key, Base64.getDecoder().decode(value));
            } catch (IllegalArgumentException e) {
                // not bytes, whatever it is
            }
        });
        return metadata;
    }

    private static boolean visible(String key) {
        return !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
