/**
 * From {@code ast} to {@code schema}, one class per pass. The only room that sees both. Shared: finding requested files and
 * imports and their order ({@code RequestedFiles}, {@code ImportLoader}). Then a {@code Linker} per language, whose comment
 * lists its passes; the classes of each are named for it. Options that descriptor.proto declares are typed, their enum values
 * as text; all others stay as written. Parsing is in {@code front}, texts of reports in {@code diag}.
 */
@NullMarked
package dev.fastcodec.idl.link;

import org.jspecify.annotations.NullMarked;
