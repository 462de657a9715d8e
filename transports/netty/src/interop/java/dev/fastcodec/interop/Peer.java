package dev.fastcodec.interop;

import dev.fastcodec.netty.Framing;
import java.util.List;
import java.util.Locale;

/** Whose servers are called, and what they can. */
enum Peer {
    KITEX(List.of(Framing.UNFRAMED, Framing.FRAMED, Framing.TTHEADER, Framing.TTHEADER_FRAMED)),
    /** Several services, told apart by names or by being the default one; not where only a message's content says where it ends. */
    VOLO(List.of(Framing.FRAMED, Framing.TTHEADER, Framing.TTHEADER_FRAMED)),
    /** A server of one service, which is other code in Volo. */
    VOLO_SINGLE(KITEX.framings),
    /** A server of one service with Apache Thrift's library for Go, which knows Apache's header and not Kitex's. */
    APACHE(List.of(Framing.UNFRAMED, Framing.FRAMED, Framing.THEADER));

    private final List<Framing> framings;

    Peer(List<Framing> framings) {
        this.framings = framings;
    }

    /** The one of that name, as the command line has it. */
    static Peer of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    List<Framing> framings() {
        return framings;
    }

    /** Kitex Protobuf, streams. */
    boolean isKitex() {
        return this == KITEX;
    }

    boolean hasSeveralServices() {
        return this == KITEX || this == VOLO;
    }

    /** Business errors. */
    boolean hasBusinessErrors() {
        return this != APACHE;
    }

    boolean readsCompact() {
        return this != KITEX;
    }
}
