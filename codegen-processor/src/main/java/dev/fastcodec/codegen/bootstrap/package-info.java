/**
 * Google's {@code descriptor.proto} and {@code plugin.proto} as Java, made by Fastcodec from what the protobuf-java jar has of
 * them: what a compiler says to its plugins, and they to it. Everything in this room but this page is generated and compared with what is generated. It belongs to the
 * compiler; the well-known types of users' messages are in the runtime.
 */
package dev.fastcodec.codegen.bootstrap;
