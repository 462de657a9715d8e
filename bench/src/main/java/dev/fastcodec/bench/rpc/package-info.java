/**
 * Calls on loopback beside other libraries, for {@code bench/rpc}. {@link dev.fastcodec.bench.rpc.RpcBench} is the door: it starts a {@code Program} of each
 * {@code Contender} for the server and one for the client, lets them take turns, and prints what they say. An {@code Engine} is what one library does.
 */
@IdlSource({"echo.thrift", "io/grpc/testing/protobuf/simpleservice.proto"})
@NullMarked
package dev.fastcodec.bench.rpc;

import dev.fastcodec.IdlSource;
import org.jspecify.annotations.NullMarked;
