package dev.fastcodec.grpc;

import io.grpc.CallOptions;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;

/** Sees whether the end of a call is what the server said, which grpc-java's status does not tell. */
final class Answered extends ClientStreamTracer.Factory {
    private volatile boolean byServer;

    @Override
    public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata headers) {
        byServer = false; // another attempt
        return new ClientStreamTracer() {
            @Override
            public void inboundTrailers(Metadata trailers) {
                byServer = true;
            }
        };
    }

    CallOptions watch(CallOptions options) {
        return options.withStreamTracerFactory(this);
    }

    boolean byServer() {
        return byServer;
    }
}
