/**
 * The command line of protoc: its arguments with its own rules, the mapped folders in which it looks files up, and what it
 * writes. Each class is one matter of that command line; {@link dev.fastcodec.cli.protoc.ProtocCommand} puts them together.
 * What protoc says on a wrong command line is said in the same words, so that who replaces it notices nothing. Parsing,
 * descriptors, plugins and the text format are in the compiler's own packages.
 */
@NullMarked
package dev.fastcodec.cli.protoc;

import org.jspecify.annotations.NullMarked;
