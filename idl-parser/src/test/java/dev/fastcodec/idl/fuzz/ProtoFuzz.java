package dev.fastcodec.idl.fuzz;

/** The fuzzer's way into Protobuf's front end and linker. */
public final class ProtoFuzz {
    private ProtoFuzz() {}

    /** Jazzer calls this with each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedFiles.load("main.proto", input);
    }
}
