/**
 * Google's well-known types of Protobuf, made by Fastcodec from the files of the protobuf-java jar, and their companions, which are written by
 * hand: {@code Timestamps}, {@code Durations}, {@code Anys}, {@code Structs}, {@code FieldMasks}. The package is not protobuf-java's, so both can be
 * on one class path. Not here: {@code descriptor.proto}.
 */
package dev.fastcodec.wkt;
