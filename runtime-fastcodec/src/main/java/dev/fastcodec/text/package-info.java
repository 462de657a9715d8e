/**
 * Protobuf's text format: the codec that users see, what generated code calls to write and read, and the tokens, numbers and strings of the format,
 * which the compiler uses too. Text of other kinds is not here: what {@code toString} gives is for people alone.
 */
package dev.fastcodec.text;
