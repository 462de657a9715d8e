package dev.fastcodec.codegen.plugin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/** A zip as protoc writes it: contents as they are, no times, equal bytes for equal contents. */
final class ZipArchive {
    private static final int LOCAL_HEADER = 0x0403_4b50;
    private static final int DIRECTORY_ENTRY = 0x0201_4b50;
    private static final int DIRECTORY_END = 0x0605_4b50;
    private static final int VERSION = 10;
    /** The first of January 1980. */
    private static final int FIRST_DAY = 1 << 5 | 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ZipArchive() {}

    /** The bytes of a zip of these files, in their order. */
    static byte[] of(Map<String, byte[]> files) {
        ZipArchive zip = new ZipArchive();
        ZipArchive directory = new ZipArchive();
        files.forEach((name, content) -> zip.add(name, content, directory));
        int start = zip.out.size();
        zip.out.writeBytes(directory.out.toByteArray());
        zip.number4(DIRECTORY_END);
        zip.numbers2(0, 0, files.size(), files.size());
        zip.number4(directory.out.size());
        zip.number4(start);
        zip.numbers2(0);
        return zip.out.toByteArray();
    }

    private void add(String name, byte[] content, ZipArchive directory) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        directory.number4(DIRECTORY_ENTRY);
        directory.numbers2(VERSION);
        directory.describe(crc, content.length, nameBytes.length);
        directory.numbers2(0, 0, 0);
        directory.number4(0);
        directory.number4(out.size());
        directory.out.writeBytes(nameBytes);
        number4(LOCAL_HEADER);
        describe(crc, content.length, nameBytes.length);
        out.writeBytes(nameBytes);
        out.writeBytes(content);
    }

    /** What stands both in front of a file and in the directory: how it is stored, its time, sums and sizes. */
    private void describe(CRC32 crc, int size, int nameSize) {
        numbers2(VERSION, 0, 0, 0, FIRST_DAY);
        number4((int) crc.getValue());
        number4(size);
        number4(size);
        numbers2(nameSize, 0);
    }

    private void numbers2(int... numbers) {
        for (int n : numbers) {
            out.write(n);
            out.write(n >>> Byte.SIZE);
        }
    }

    private void number4(int n) {
        numbers2(n, n >>> Short.SIZE);
    }
}
