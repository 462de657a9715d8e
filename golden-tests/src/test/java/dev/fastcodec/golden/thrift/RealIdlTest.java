package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The IDL of real projects: compiles without a warning, and every struct of it is written and read as by libthrift. */
class RealIdlTest {
    private static final int VALUES = 10;

    /** A project, its jars, its files and how many structs these have. */
    enum Project {
        PARQUET(50, List.of("parquet-format-2.12.0.jar"), List.of("parquet.thrift")),
        HBASE(10, List.of("hbase-thrift-2.6.1.jar"), List.of("org/apache/hadoop/hbase/thrift/Hbase.thrift")),
        HBASE_2(25, List.of("hbase-thrift-2.6.1.jar"), List.of("org/apache/hadoop/hbase/thrift2/hbase.thrift")),
        IOTDB(
                150,
                List.of("iotdb-thrift-2.0.7.jar", "iotdb-thrift-commons-2.0.7.jar"),
                List.of("common.thrift", "client.thrift", "datanode.thrift"));

        private final int leastStructs;
        private final List<String> jars;
        private final List<String> files;

        Project(int leastStructs, List<String> jars, List<String> files) {
            this.leastStructs = leastStructs;
            this.jars = jars;
            this.files = files;
        }
    }

    @ParameterizedTest
    @EnumSource
    void roundTrips(Project project) {
        Compiled compiled = project == Project.IOTDB
                ? RealWorld.compileStructs(project.jars, project.files)
                : RealWorld.compile(project.jars, project.files);
        List<Struct> structs = RoundTrip.check(project.name(), compiled, VALUES);
        assertTrue(structs.size() >= project.leastStructs, structs.toString());
    }
}
