package dev.fastcodec.cli;

import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.codegen.image.DescriptorSource;
import dev.fastcodec.codegen.image.Image;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Compiles a few lines beside the work of a program that just started, as long as that is still busy with its arguments and has
 * no use for a second processor. Most of what a first file costs is not the file: classes are loaded, their constants made,
 * lambdas linked; all that is then done when the first real file comes. Nothing is kept.
 */
final class HeadStart implements Runnable {
    private static final String NAME = "head_start.proto";
    private static final String TEXT = """
            syntax = "proto3";
            package head.start;
            option java_multiple_files = true;
            // Has what most messages have.
            message Order {
              reserved 4 to 6;
              reserved "note";
              optional string name = 1 [deprecated = true]; // Behind it.
              repeated Line lines = 2;
              map<string, int32> counts = 3;
              oneof payment {
                bytes card = 7;
                Kind kind = 8;
              }
              message Line {
                int64 id = 1;
              }
              enum Kind {
                NONE = 0;
                CASH = 1;
              }
            }
            service Orders {
              rpc Watch(Order) returns (stream Order.Line) {
                option deprecated = true;
              }
            }
            """;

    private HeadStart() {}

    /** Begins, if there is a processor for it. */
    static void begin() {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Thread thread = new Thread(new HeadStart(), "head-start");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        compile(new Diagnostics());
    }

    /** The descriptors of the lines. */
    static List<byte[]> compile(Diagnostics diagnostics) {
        try (SourcePath path = SourcePath.of(List.of(new Text()))) {
            Schema schema = Idl.loadProtobuf(List.of(NAME), path, false, diagnostics);
            return new DescriptorSource(schema, Image.none())
                    .set(schema.inOrderAsked(), new Descriptors.Details(true, false));
        }
    }

    /** The place of the lines. */
    private record Text() implements Root {
        @Override
        public Optional<byte[]> read(String importPath) {
            return importPath.equals(NAME) ? Optional.of(TEXT.getBytes(StandardCharsets.UTF_8)) : Optional.empty();
        }

        @Override
        public String describe() {
            return NAME;
        }
    }
}
