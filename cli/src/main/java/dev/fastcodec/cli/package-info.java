/**
 * The command line: one class per command, read by picocli, and {@code Main}, which turns whatever happens into an exit
 * code. What a command does is in {@code dev.fastcodec.codegen.output}; here is only how it is asked for and told.
 * The command line of protoc, which picocli cannot read, is in {@code protoc}.
 */
@NullMarked
package dev.fastcodec.cli;

import org.jspecify.annotations.NullMarked;
