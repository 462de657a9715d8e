package dev.fastcodec.bench.rpc;

import static dev.fastcodec.bench.rpc.Contender.java;
import static dev.fastcodec.bench.rpc.Contender.kitex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those who take turns.
 *
 * @param title what they have in common
 * @param ours those to which each of the others is compared
 */
record Group(String title, List<Contender> ours, List<Contender> peers) {
    /**
     * All groups.
     *
     * @param kitex the program of Kitex, or null when there is none
     */
    static List<Group> all(@Nullable String kitex) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                "Thrift, callbacks",
                List.of(
                        java("Fastcodec, Framed", Library.FASTCODEC_NETTY, Link.FRAMED, Load.Way.CALLBACKS),
                        java("Fastcodec, TTHeader", Library.FASTCODEC_NETTY, Link.TTHEADER, Load.Way.CALLBACKS)),
                List.of(java("libthrift, async", Library.LIBTHRIFT, Link.FRAMED_POOLED, Load.Way.CALLBACKS))));
        groups.add(new Group(
                "Thrift, threads that wait",
                List.of(
                        java("Fastcodec, Framed", Library.FASTCODEC_NETTY, Link.FRAMED, Load.Way.WAITING),
                        java("Fastcodec, TTHeader", Library.FASTCODEC_NETTY, Link.TTHEADER, Load.Way.WAITING)),
                List.of(java("libthrift, blocking", Library.LIBTHRIFT, Link.FRAMED_POOLED, Load.Way.WAITING))));
        if (kitex != null) {
            groups.add(new Group(
                    "Thrift, all calls over one connection",
                    List.of(java(
                            "Fastcodec, TTHeader", Library.FASTCODEC_NETTY, Link.TTHEADER_SHARED, Load.Way.CALLBACKS)),
                    List.of(kitex("Kitex, TTHeader", kitex, "shared"))));
            groups.add(new Group(
                    "Thrift, a connection for each call at a time",
                    List.of(java("Fastcodec, Framed", Library.FASTCODEC_NETTY, Link.FRAMED_POOLED, Load.Way.CALLBACKS)),
                    List.of(kitex("Kitex, Framed", kitex, "pooled"))));
        }
        for (Load.Way way : Load.Way.values()) {
            groups.add(new Group(
                    way == Load.Way.WAITING ? "gRPC, threads that wait" : "gRPC, callbacks",
                    List.of(java("Fastcodec's stubs", Library.FASTCODEC_GRPC, Link.GRPC, way)),
                    List.of(java("grpc-java's stubs", Library.GRPC_JAVA, Link.GRPC, way))));
        }
        return groups;
    }
}
