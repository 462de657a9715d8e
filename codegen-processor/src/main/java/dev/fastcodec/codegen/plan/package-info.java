/**
 * Every decision about the Java to be generated: names, presence bits, tags, storage, how methods are split. Plain
 * records that can be printed and tested; no Java text and no JavaPoet here.
 */
@NullMarked
package dev.fastcodec.codegen.plan;

import org.jspecify.annotations.NullMarked;
