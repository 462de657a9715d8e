package dev.fastcodec.codegen.dynamic;

/**
 * Something to tell about text.
 *
 * @param line from 1
 * @param column in bytes from 1; a tab goes to the next multiple of 8
 * @param warning whether the text can be read all the same
 */
public record TextReport(int line, int column, boolean warning, String message) {}
