package dev.fastcodec.golden.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.cli.Main;
import dev.fastcodec.codegen.Option;
import dev.fastcodec.codegen.Options;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Generates by the command line. */
final class CommandDoor implements Door {
    @Override
    public void generate(Sources sources, Map<String, String> options, Path output) {
        List<String> args =
                new ArrayList<>(List.of("generate", "-I", sources.folder().toString(), "-o", output.toString()));
        for (Option option : Options.ALL) {
            if (options.containsKey(option.name())) {
                args.add(option.flag() + "=" + options.get(option.name()));
            }
        }
        sources.importPaths()
                .forEach(path -> args.add(sources.folder().resolve(path).toString()));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        assertEquals(0, Main.run(writer, writer, args.toArray(String[]::new)), said::toString);
    }
}
