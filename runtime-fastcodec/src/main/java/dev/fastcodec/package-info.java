/**
 * What every message and codec is, whatever its wire format: {@link dev.fastcodec.Message}, {@link dev.fastcodec.Codec}, the two exceptions, the
 * lists that generated beans hold, and the annotations on generated code. How bytes look is not here: see the packages {@code protobuf},
 * {@code thrift} and {@code json}.
 */
package dev.fastcodec;
