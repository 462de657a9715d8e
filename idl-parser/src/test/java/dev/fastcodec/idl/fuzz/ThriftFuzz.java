package dev.fastcodec.idl.fuzz;

/** The fuzzer's way into Thrift's front end and linker. */
public final class ThriftFuzz {
    private ThriftFuzz() {}

    /** Jazzer calls this with each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedFiles.load("main.thrift", input);
    }
}
