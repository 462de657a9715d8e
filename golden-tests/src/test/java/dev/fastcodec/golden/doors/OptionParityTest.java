package dev.fastcodec.golden.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.cli.FastcodecCommand;
import dev.fastcodec.codegen.Option;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.apt.FastcodecProcessor;
import dev.fastcodec.maven.GenerateMojo;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import picocli.CommandLine.Model.OptionSpec;

/** Every option is in all three front doors. */
class OptionParityTest {
    @Test
    void commandLineHasEveryOption() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Map<String, OptionSpec> options = FastcodecCommand.commandLine(nowhere, nowhere)
                .getSubcommands()
                .get("generate")
                .getCommandSpec()
                .optionsMap();
        for (Option option : Options.ALL) {
            assertTrue(options.containsKey(option.flag()), option::flag);
        }
    }

    @Test
    void processorHasEveryOptionAndThePath() {
        Set<String> expected = new HashSet<>(Set.of("fastcodec.path"));
        Options.ALL.forEach(option -> expected.add("fastcodec." + option.name()));
        assertEquals(expected, new FastcodecProcessor().getSupportedOptions());
    }

    @Test
    void readmeTellsEveryOptionWithItsValues() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        for (Option option : Options.ALL) {
            String values = "`" + String.join("`, `", option.values()) + "`";
            assertTrue(readme.contains("\n| `" + option.name() + "` | " + values), option.name() + " | " + values);
        }
    }

    @Test
    void bothGoalsHaveEveryOption() throws Exception {
        NodeList goals = pluginDescriptor().getElementsByTagName("mojo");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < goals.getLength(); i++) {
            Element goal = (Element) goals.item(i);
            names.add(text(goal, "goal"));
            Element configuration =
                    (Element) goal.getElementsByTagName("configuration").item(0);
            for (Option option : Options.ALL) {
                assertEquals("${fastcodec." + option.name() + "}", text(configuration, option.name()));
            }
        }
        assertEquals(List.of("generate", "generate-test"), names);
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        assertTrue(found.getLength() > 0, () -> "no " + name);
        return found.item(0).getTextContent();
    }

    /** The descriptor that lies beside the classes of the plugin, in a folder or a jar. */
    private static Document pluginDescriptor() throws Exception {
        URL own = GenerateMojo.class.getResource("GenerateMojo.class");
        String root = own.toString().replace("dev/fastcodec/maven/GenerateMojo.class", "");
        try (InputStream in =
                URI.create(root + "META-INF/maven/plugin.xml").toURL().openStream()) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }
}
