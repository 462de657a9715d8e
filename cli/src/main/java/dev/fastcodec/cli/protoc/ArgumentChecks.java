package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.Invocation.Mode;
import java.util.List;

/** Whether the inputs that are given are those that the mode needs. */
record ArgumentChecks(Mode mode, String type, List<String> inputs, List<String> descriptorSets) {
    /** Throws {@link UsageError} when they are not. */
    void check() {
        boolean raw = mode == Mode.DECODE && type.isEmpty();
        if (raw) {
            if (!inputs.isEmpty() || !descriptorSets.isEmpty()) {
                throw new UsageError("When using --decode_raw, no input files should be given.");
            }
            return;
        }
        if (inputs.isEmpty() && (mode == Mode.COMPILE || descriptorSets.isEmpty())) {
            throw new UsageError("Missing input file.");
        }
    }
}
