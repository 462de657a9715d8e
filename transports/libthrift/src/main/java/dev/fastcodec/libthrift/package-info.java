/**
 * Generated types and services in libthrift's protocols, so that a program can move to Fastcodec one type or one service at a time:
 * {@link dev.fastcodec.libthrift.Bridge} reads and writes structs, and {@link dev.fastcodec.libthrift.Bridged} is what libthrift's serializers, clients and
 * processors take; {@link dev.fastcodec.libthrift.Processor} is what libthrift's servers take, and
 * {@link dev.fastcodec.libthrift.ProtocolChannel} what generated clients call through. No connection is here; libthrift has those.
 */
@NullMarked
package dev.fastcodec.libthrift;

import org.jspecify.annotations.NullMarked;
