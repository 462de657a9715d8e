/**
 * What the wire formats share and nobody else calls: views of byte arrays, UTF-8, scratch buffers. Not exported, and not an API: it may change in
 * any release. What one wire format alone needs is in that format's package.
 */
package dev.fastcodec.internal;
