package dev.fastcodec.bench.rpc;

import java.util.function.Supplier;

/** The libraries that are programs of Java. */
enum Library {
    /** Ours over Netty. */
    FASTCODEC_NETTY(NettyEngine::new),
    /** Apache Thrift's own. */
    LIBTHRIFT(LibthriftEngine::new),
    /** Ours over grpc-java. */
    FASTCODEC_GRPC(() -> new GrpcEngine(FastcodecStubs.services(), FastcodecStubs::of)),
    /** grpc-java with the stubs that its plugin makes. */
    GRPC_JAVA(() -> new GrpcEngine(GrpcJavaStubs.services(), GrpcJavaStubs::of));

    private final Supplier<Engine> engine;

    Library(Supplier<Engine> engine) {
        this.engine = engine;
    }

    Engine engine() {
        return engine.get();
    }
}
