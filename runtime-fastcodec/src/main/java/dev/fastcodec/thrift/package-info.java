/**
 * The Thrift protocols Binary and Compact: the bases of generated codecs, what they write with and what they read with, all of which generated code
 * calls. The writers have the same methods, and so have the readers, so that one generator serves both.
 *
 * <p>For transports, the messages of calls: {@link dev.fastcodec.thrift.Envelope} is what a struct travels in,
 * {@link dev.fastcodec.thrift.Outgoing} writes messages, {@link dev.fastcodec.thrift.Incoming} reads them, {@link dev.fastcodec.thrift.Frame} is the
 * length before them, and {@link dev.fastcodec.thrift.TApplicationException} is the body of a failure. No connection and no thread is here.
 */
package dev.fastcodec.thrift;
