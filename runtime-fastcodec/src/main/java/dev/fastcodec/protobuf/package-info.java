/**
 * The Protobuf wire format: the base of generated codecs, what they write with ({@link dev.fastcodec.protobuf.ProtoWriter}, from the last byte to
 * the first) and what they read with ({@link dev.fastcodec.protobuf.ProtoReader}). Only codecs are for users; the rest is called by generated code.
 * What the format shares with others is one package up.
 */
package dev.fastcodec.protobuf;
