package dev.fastcodec.idl.schema;

import dev.fastcodec.idl.source.Comments;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a Protobuf file stand in its text, for descriptors (descriptor.proto, SourceCodeInfo). Found when it is
 * asked for first, because few ask.
 */
public final class SourceInfo {
    /** No place of anything. */
    public static final SourceInfo NONE = new SourceInfo(List::of);

    private final Supplier<List<Location>> finder;
    private volatile @Nullable List<Location> locations;

    /**
     * A place.
     *
     * @param path field numbers and indexes that lead to the part from the file's descriptor on; not to be changed
     * @param span first line, first column, last line unless it is the first, column after the last; from 0, columns in bytes
     *     of UTF-8, a tab going to the next multiple of 8; not to be changed
     * @param sourceOnly whether it is about options of source retention, which descriptors usually leave out
     */
    public record Location(int[] path, int[] span, Comments comments, boolean sourceOnly) {}

    /** Places that {@code finder} gives; threads that ask at the same time may each ask it. */
    public SourceInfo(Supplier<List<Location>> finder) {
        this.finder = finder;
    }

    /** All places in the order of protoc. */
    public List<Location> locations() {
        List<Location> found = locations;
        if (found == null) {
            found = List.copyOf(finder.get());
            locations = found;
        }
        return found;
    }
}
