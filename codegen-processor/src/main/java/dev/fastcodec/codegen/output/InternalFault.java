package dev.fastcodec.codegen.output;

import java.util.List;

/** A fault of Fastcodec itself, never of its user: what went wrong and on which input. The cause is what was thrown. */
public final class InternalFault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int NAMED = 3;

    InternalFault(List<String> files, Throwable cause) {
        super(text(files, cause), cause);
    }

    private static String text(List<String> files, Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        String more = files.size() > NAMED ? " and " + (files.size() - NAMED) + " more files" : "";
        return "internal fault of fastcodec " + Version.text() + " on "
                + String.join(", ", files.subList(0, Math.min(NAMED, files.size()))) + more + ": " + cause
                + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
