/**
 * What is told to the user about IDL: {@code Problem} holds every text, {@code Diagnostic} one report, {@code Renderer}
 * turns reports into text. Nothing here finds a problem.
 */
@NullMarked
package dev.fastcodec.idl.diag;

import org.jspecify.annotations.NullMarked;
