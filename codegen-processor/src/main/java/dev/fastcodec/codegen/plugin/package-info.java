/**
 * The plugin protocol of protoc from both sides. Host: {@link dev.fastcodec.codegen.plugin.PluginRequest} makes the request,
 * {@link dev.fastcodec.codegen.plugin.PluginProcess} runs a program, {@link dev.fastcodec.codegen.plugin.GeneratedFiles} takes
 * what it answers. Guest: {@link dev.fastcodec.codegen.plugin.PluginGuest} answers a request with Java. The messages are those
 * of {@code plugin.proto}, in {@code bootstrap}.
 */
@NullMarked
package dev.fastcodec.codegen.plugin;

import org.jspecify.annotations.NullMarked;
