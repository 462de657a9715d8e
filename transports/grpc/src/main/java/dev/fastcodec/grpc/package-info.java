/**
 * Services over grpc-java: {@link dev.fastcodec.grpc.GrpcChannel} makes a channel of stubs out of one of grpc-java's, and
 * {@link dev.fastcodec.grpc.GrpcServices} makes of handlers what a server of grpc-java takes. Connections, security, load balancing, retries and limits
 * of size are grpc-java's, set where it has them; the user brings its transport, such as {@code grpc-netty-shaded}.
 *
 * <p>Interceptors of grpc-java work as ever, but see messages as they go out only as something with a {@code toString}: they are bytes by then. For
 * messages there is {@link dev.fastcodec.rpc.Interceptor}.
 */
@NullMarked
package dev.fastcodec.grpc;

import org.jspecify.annotations.NullMarked;
