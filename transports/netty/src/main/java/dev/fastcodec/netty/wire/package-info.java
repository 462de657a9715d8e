/**
 * Framings of Thrift and Protobuf messages as Kitex and Apache Thrift have them, as functions over arrays: TTHeader and its frames for streams, THeader,
 * MeshHeader, Kitex Protobuf, and what tells them apart. No connection is here, and nothing of Netty.
 */
@NullMarked
package dev.fastcodec.netty.wire;

import org.jspecify.annotations.NullMarked;
