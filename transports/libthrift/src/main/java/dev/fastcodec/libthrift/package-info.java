/**
 * Generated types in libthrift's protocols, so that a program can move to Fastcodec one type or one service at a time:
 * {@link dev.fastcodec.libthrift.Bridge} is the door, and {@link dev.fastcodec.libthrift.Bridged} is what libthrift's serializers, clients and
 * processors take. No connection is here; libthrift has those.
 */
@NullMarked
package dev.fastcodec.libthrift;

import org.jspecify.annotations.NullMarked;
