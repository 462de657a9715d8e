package dev.fastcodec.interop;

import dev.fastcodec.netty.Framing;
import java.util.List;

/** Whose servers are called, and what they can. */
enum Peer {
    KITEX(List.of(Framing.values())),
    /** Several services, told apart by names or by being the default one; not where only a message's content says where it ends. */
    VOLO(List.of(Framing.FRAMED, Framing.TTHEADER, Framing.TTHEADER_FRAMED)),
    /** A server of one service, which is other code in Volo. */
    VOLO_SINGLE(List.of(Framing.values()));

    private final List<Framing> framings;

    Peer(List<Framing> framings) {
        this.framings = framings;
    }

    List<Framing> framings() {
        return framings;
    }

    /** Kitex Protobuf, streams. */
    boolean isKitex() {
        return this == KITEX;
    }

    boolean hasSeveralServices() {
        return this != VOLO_SINGLE;
    }

    boolean readsCompact() {
        return this != KITEX;
    }
}
