/**
 * {@code fastcodec protoc} beside Google's protoc: the same command lines give the same files, texts and exit codes, and
 * plugins get the same bytes. What needs their program is skipped on platforms that Maven has none for.
 */
package dev.fastcodec.golden.protoc;
