/**
 * The Thrift protocols Binary and Compact: the bases of generated codecs, what they write with and what they read with. Only codecs are for users; the
 * rest is called by generated code. The writers have the same methods, and so have the readers, so that one generator serves both.
 */
package dev.fastcodec.thrift;
