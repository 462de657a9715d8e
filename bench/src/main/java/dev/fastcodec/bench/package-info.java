/**
 * Benchmarks. {@link dev.fastcodec.bench.Main} measures this project beside its peers: {@code Shape} says what messages
 * hold, {@code Contender} who encodes them, {@code CodecBench} what is timed, {@code Table} and {@code Picture} how it is
 * shown. The message classes are made at build time from {@code src/main/idl}, except libthrift's, whose compiler is no
 * Java program: they lie in {@code src/peer/java}. {@code ParseBench} and {@code ProtocBench} are programs of
 * their own; calls are in {@code rpc}.
 */
@IdlSource({"shapes.proto", "shapes.thrift", "parquet.thrift"})
@NullMarked
package dev.fastcodec.bench;

import dev.fastcodec.IdlSource;
import org.jspecify.annotations.NullMarked;
