package dev.fastcodec.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Statistics;
import org.jspecify.annotations.Nullable;
import shaded.parquet.org.apache.thrift.TException;

/** The footers of Parquet files that many programs have written, from the jars that the build puts beside the classes. */
final class Footers {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TRAILER = 8;

    private Footers() {}

    /** What is in a footer, in Apache's classes. */
    static FileMetaData of(int index) {
        try {
            FileMetaData file = ApacheFooters.decode(bytes(index));
            for (RowGroup group : file.getRow_groups()) {
                group.getColumns().forEach(c -> cutOut(c.getMeta_data().getStatistics()));
            }
            return file;
        } catch (TException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives each binary an array of its own, as the getters do, in place of a view of the footer. */
    private static void cutOut(@Nullable Statistics statistics) {
        if (statistics != null) {
            statistics.getMax();
            statistics.getMin();
            statistics.getMax_value();
            statistics.getMin_value();
        }
    }

    /** A footer: a {@code FileMetaData} in Compact. */
    static byte[] bytes(int index) {
        return All.FOOTERS.get(index % All.FOOTERS.size()).clone();
    }

    private static final class All {
        static final List<byte[]> FOOTERS = readAll();
    }

    private static List<byte[]> readAll() {
        List<byte[]> footers = new ArrayList<>();
        try {
            Path classes = Path.of(Footers.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var jars = Files.list(classes.resolveSibling("footers"))) {
                for (Path jar : jars.sorted().toList()) {
                    read(jar, footers);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return footers;
    }

    private static void read(Path jar, List<byte[]> footers) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries()).stream()
                    .filter(e -> e.getName().endsWith(".parquet") && !e.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList()) {
                footer(zip.getInputStream(entry).readAllBytes())
                        .filter(Footers::isWhole)
                        .ifPresent(footers::add);
            }
        }
    }

    /** Two of the files are broken on purpose. */
    private static boolean isWhole(byte[] footer) {
        try {
            ApacheFooters.decode(footer);
            return true;
        } catch (TException e) {
            return false;
        }
    }

    private static Optional<byte[]> footer(byte[] file) {
        int end = file.length - TRAILER;
        if (end < 0 || !Arrays.equals(file, end + 4, end + 8, MAGIC, 0, 4)) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
        return length < 0 || length > end ? Optional.empty() : Optional.of(Arrays.copyOfRange(file, end - length, end));
    }
}
