package dev.fastcodec.idl.source;

/**
 * A file that was found on a source path, not decoded yet.
 *
 * @param importPath the path it is known by
 * @param place what describes the root it was found in
 * @param bytes its content, not to be changed
 */
public record FoundFile(String importPath, String place, byte[] bytes) {}
