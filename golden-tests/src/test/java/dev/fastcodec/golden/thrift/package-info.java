/**
 * Generated Thrift codecs against libthrift: random schemas and values, the byte vectors, hostile bytes, IDL of real
 * projects. {@code Shape} and {@code StructValue} are a model of types and values of their own, which libthrift is driven
 * by; the parser and the generator meet it only as text, beans and bytes.
 */
@NullMarked
package dev.fastcodec.golden.thrift;

import org.jspecify.annotations.NullMarked;
