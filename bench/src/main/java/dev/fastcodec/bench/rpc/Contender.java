package dev.fastcodec.bench.rpc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A client and the server that it calls.
 *
 * @param name for readers
 * @param server the command of a server
 * @param client the command of a client of the server at a port
 */
record Contender(String name, List<String> server, ClientCommand client) {

    /** How a client is started. */
    @FunctionalInterface
    interface ClientCommand {
        /** The command line. */
        List<String> at(String port);
    }

    /** One in Java. */
    static Contender java(String name, Library library, Link link, Load.Way way) {
        return new Contender(
                name,
                jvm("server", library.name()),
                port -> jvm("client", library.name(), port, link.name(), way.name()));
    }

    /**
     * Kitex's program.
     *
     * @param mode what it calls its kind of connections
     */
    static Contender kitex(String name, String program, String mode) {
        return new Contender(name, List.of(program, "server", mode), port -> List.of(program, "client", mode, port));
    }

    private static List<String> jvm(String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms512m", "-Xmx512m"));
        if (Runtime.version().feature() >= 24) {
            // Netty and protobuf-java use both; without these the JVM warns.
            command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
        command.addAll(List.of(args));
        return command;
    }
}
