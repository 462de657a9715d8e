/** Tests of {@code SCHEMA}: what generated classes know of their IDL at run time. */
@NullMarked
package dev.fastcodec.golden.schema;

import org.jspecify.annotations.NullMarked;
