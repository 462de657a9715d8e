package dev.fastcodec.golden.parquet;

import dev.fastcodec.golden.thrift.RealWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A Parquet file in a jar. */
record ParquetFile(String name, byte[] bytes) {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TRAILER = 8;

    /** The Parquet files of a jar, by name. */
    static List<ParquetFile> in(String jar) {
        List<ParquetFile> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(RealWorld.jar(jar).toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".parquet") && !entry.isDirectory()) {
                    files.add(new ParquetFile(
                            entry.getName(), zip.getInputStream(entry).readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparing(ParquetFile::name));
        return files;
    }

    /** The footer, a {@code FileMetaData} in Compact; empty when the file does not end as a Parquet file does. */
    Optional<byte[]> footer() {
        int end = bytes.length - TRAILER;
        if (end < 0 || !Arrays.equals(bytes, end + 4, end + 8, MAGIC, 0, 4)) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
        return length < 0 || length > end
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(bytes, end - length, end));
    }

    @Override
    public String toString() {
        return name;
    }
}
