package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.SameSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The IDL of real projects, every file of it: compiles without a warning of javac, and every struct is written and read as by libthrift. */
class RealIdlTest {
    private static final int VALUES = 10;

    /** A project, its jars, how many files are in them, and how many structs these have. */
    enum Project {
        PARQUET(1, 58, "parquet-format-2.12.0.jar"),
        PARQUET_THRIFT(4, 72, "parquet-thrift-1.15.1-tests.jar"),
        HBASE(2, 39, "hbase-thrift-2.6.1.jar"),
        IOTDB(3, 201, "iotdb-thrift-2.0.7.jar", "iotdb-thrift-commons-2.0.7.jar");

        private final int files;
        private final int structs;
        private final List<String> jars;

        Project(int files, int structs, String... jars) {
            this.files = files;
            this.structs = structs;
            this.jars = List.of(jars);
        }
    }

    @ParameterizedTest
    @EnumSource
    void roundTrips(Project project) {
        List<String> files = RealWorld.files(project.jars);
        assertEquals(project.files, files.size(), files.toString());
        // IoTDB leaves out the ids of arguments; its Java is made by Apache's compiler
        Options options = Options.of(Map.of("implicitIds", "apache"));
        Compiled compiled = RealWorld.compile(project.jars, files, options);
        assertTrue(SameSchema.check(compiled) > project.structs);
        assertEquals(
                project.structs,
                RoundTrip.check(project.name(), compiled, VALUES).size());
    }
}
