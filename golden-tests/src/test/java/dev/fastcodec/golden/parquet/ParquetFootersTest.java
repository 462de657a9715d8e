package dev.fastcodec.golden.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.Beans;
import dev.fastcodec.golden.thrift.SchemaShapes;
import dev.fastcodec.golden.thrift.Shape;
import dev.fastcodec.golden.thrift.Wire;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.FileMetaData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shaded.parquet.org.apache.thrift.TException;

/** The footers of Parquet files that many programs have written, through codecs of Apache Parquet's own IDL. */
class ParquetFootersTest {
    private static final int FILES = 268;
    private static final int GOOD = 266;

    private static final Map<String, byte[]> FOOTERS = new LinkedHashMap<>();
    private static final List<String> BROKEN = new ArrayList<>();
    private static Codec<Object> codec;
    private static Beans beans;
    private static Shape.Struct type;

    @BeforeAll
    static void compile() throws Exception {
        Path jar = Path.of(FileMetaData.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Compiled compiled;
        try (SourcePath path = SourcePath.of(List.of(Roots.jar(jar)))) {
            compiled = Compiled.of(List.of("parquet.thrift"), path, Options.DEFAULT);
        }
        beans = new Beans(compiled, Seed.random("parquet"));
        type = SchemaShapes.of(compiled.schema()).stream()
                .filter(s -> s.name().equals("FileMetaData"))
                .findFirst()
                .orElseThrow();
        codec = beans.codec(type, Wire.COMPACT);
        for (String name : List.of(
                "tpch-sample-data-1.21.1.jar", "drill-java-exec-1.22.0-tests.jar", "parquet-hadoop-1.18.1-tests.jar")) {
            for (ParquetFile file : ParquetFile.in(name)) {
                byte[] footer = file.footer().orElse(null);
                if (footer == null || !canBeReadByApache(footer)) {
                    BROKEN.add(file.name());
                } else {
                    FOOTERS.put(name + "!" + file.name(), footer);
                }
            }
        }
    }

    private static boolean canBeReadByApache(byte[] footer) {
        try {
            ApacheParquet.read(footer);
            return true;
        } catch (TException e) {
            return false;
        }
    }

    @Test
    void thereAreAsManyAsBefore() {
        assertEquals(FILES - GOOD, BROKEN.size(), BROKEN::toString);
        assertEquals(GOOD, FOOTERS.size());
    }

    @Test
    void areReadAsApacheReadsThem() throws TException {
        for (Map.Entry<String, byte[]> footer : FOOTERS.entrySet()) {
            Object bean = codec.decode(footer.getValue());
            assertEquals(
                    ApacheParquet.value(ApacheParquet.read(footer.getValue()), type),
                    beans.read(bean, type),
                    footer.getKey());
        }
    }

    @Test
    void areWrittenBackByteForByte() {
        FOOTERS.forEach((name, footer) -> assertArrayEquals(footer, codec.encode(codec.decode(footer)), name));
    }

    @Test
    void areWrittenAsApacheWritesThem() throws TException {
        for (Map.Entry<String, byte[]> footer : FOOTERS.entrySet()) {
            byte[] apache = ApacheParquet.write(ApacheParquet.read(footer.getValue()));
            assertArrayEquals(apache, codec.encode(codec.decode(footer.getValue())), footer.getKey());
        }
    }

    @Test
    void areRefusedWhenCutShort() {
        FOOTERS.forEach((name, footer) -> {
            for (int n = 0; n < footer.length; n += 1 + footer.length / 50) {
                byte[] prefix = Arrays.copyOf(footer, n);
                DecodeException e = assertThrows(DecodeException.class, () -> codec.decode(prefix), name);
                assertTrue(e.offset() >= 0 && e.offset() <= n, e::getMessage);
            }
        });
    }

    @Test
    void goThroughBinaryAndBack() {
        Codec<Object> binary = beans.codec(type, Wire.BINARY);
        FOOTERS.forEach((name, footer) ->
                assertArrayEquals(footer, codec.encode(binary.decode(binary.encode(codec.decode(footer)))), name));
    }
}
