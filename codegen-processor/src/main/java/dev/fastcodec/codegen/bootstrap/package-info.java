/**
 * Google's {@code descriptor.proto} as Java, made by Fastcodec from the file of the protobuf-java jar: what a compiler says to
 * its plugins. Everything in this room but this page is generated and compared with what is generated. It belongs to the
 * compiler; the well-known types of users' messages are in the runtime.
 */
package dev.fastcodec.codegen.bootstrap;
