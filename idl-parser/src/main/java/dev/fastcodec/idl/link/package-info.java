/**
 * From {@code ast} to {@code schema}, one class per pass: imports, scopes, types, options, defaults, checks. The only
 * room that sees both.
 */
@NullMarked
package dev.fastcodec.idl.link;

import org.jspecify.annotations.NullMarked;
