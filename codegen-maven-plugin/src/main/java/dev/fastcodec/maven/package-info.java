/**
 * The Maven plugin: goals {@code generate} and {@code generate-test}. What is here turns a project's settings into a
 * request and its outcome into messages; how the request is carried out is in {@code dev.fastcodec.codegen.output}.
 */
@NullMarked
package dev.fastcodec.maven;

import org.jspecify.annotations.NullMarked;
