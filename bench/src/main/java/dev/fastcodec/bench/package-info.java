/** Benchmarks: each class is a program of its own that prints what it measured. Nothing here is shipped. */
package dev.fastcodec.bench;
