package dev.fastcodec.idl.schema;

import dev.fastcodec.idl.source.Comments;
import java.util.function.Consumer;

/**
 * Where the parts of a Protobuf file stand in its text, for descriptors (descriptor.proto, SourceCodeInfo). Found anew each time
 * that it is asked for, because few ask, and because the places of all files would take more memory than all else of them.
 */
public interface SourceInfo {
    /** No place of anything. */
    SourceInfo NONE = new SourceInfo() {
        @Override
        public boolean isAscii() {
            return true;
        }

        @Override
        public int textLength() {
            return 0;
        }

        @Override
        public void forEach(Consumer<Location> to) {
            // There is none.
        }
    };

    /**
     * A place.
     *
     * @param path field numbers and indexes that lead to the part from the file's descriptor on; not to be changed
     * @param span first line, first column, last line unless it is the first, column after the last; from 0, columns in bytes
     *     of UTF-8, a tab going to the next multiple of 8; not to be changed
     * @param sourceOnly whether it is about options of source retention, which descriptors usually leave out
     */
    record Location(int[] path, int[] span, Comments comments, boolean sourceOnly) {}

    /** Whether all comments are ASCII, and quick to write. */
    boolean isAscii();

    /** How long the text is, in UTF-16 units: what is said of its places comes to about as many bytes. */
    int textLength();

    /** Hands out all places in the order of protoc. Any number of threads may ask at a time. */
    void forEach(Consumer<Location> to);
}
