package dev.fastcodec.golden.protoc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares what was recorded of the inputs of a topic with what protoc says; {@code -Dgolden.update=true} records that. */
final class Recording {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private final Path topic;
    private final List<String> wrong = new ArrayList<>();
    private final StringBuilder updated;

    /** Begins with what is recorded in this file. */
    Recording(Path topic) throws IOException {
        this.topic = topic;
        this.updated = new StringBuilder(Files.readString(topic));
    }

    /** Notes what protoc says of an input. */
    void note(String name, String recorded, String said) {
        if (!said.equals(recorded)) {
            wrong.add(name + ": " + said);
            String head = "=== " + name + "\n> ";
            int at = updated.indexOf(head) + head.length();
            updated.replace(at, at + recorded.length(), said);
        }
    }

    /** Fails when something was recorded otherwise. */
    void finish() throws IOException {
        if (UPDATE) {
            Files.writeString(topic, updated);
        }
        assertEquals(List.of(), wrong, "recorded otherwise in " + topic);
    }
}
