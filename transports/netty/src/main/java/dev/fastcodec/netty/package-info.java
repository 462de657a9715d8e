/**
 * Services over Netty: {@link dev.fastcodec.netty.NettyChannel} is what client stubs call, {@link dev.fastcodec.netty.NettyServer} runs handlers. The
 * wire is Thrift's and Kitex's: {@link dev.fastcodec.netty.Framing} lists the framings, and {@code dev.fastcodec.netty.wire} has them as functions.
 */
@NullMarked
package dev.fastcodec.netty;

import org.jspecify.annotations.NullMarked;
