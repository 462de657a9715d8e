/**
 * Our stubs and handlers beside those of grpc-java, on loopback: of {@code SimpleService}, which grpc-java publishes with what protoc and its plugin made
 * of it.
 */
@IdlSource({"io/grpc/testing/protobuf/simpleservice.proto", "echo.proto", "extended.proto", "echo.thrift"})
package dev.fastcodec.grpc;

import dev.fastcodec.IdlSource;
