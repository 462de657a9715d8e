/**
 * JSON: the codecs' face with its options, and the reader and writer that generated code calls. They work on UTF-8 bytes and know RFC 8259 strictly:
 * no comments, no trailing commas, no control characters in strings, no unpaired surrogates, no bytes that are not UTF-8. What Thrift's typed JSON
 * has of its own (field ids and type names) is here too, in {@code TJsonReader}.
 */
package dev.fastcodec.json;
