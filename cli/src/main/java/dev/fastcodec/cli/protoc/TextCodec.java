package dev.fastcodec.cli.protoc;

import dev.fastcodec.DecodeException;
import dev.fastcodec.cli.protoc.Invocation.Mode;
import dev.fastcodec.codegen.dynamic.DynamicMessage;
import dev.fastcodec.codegen.dynamic.MessageType;
import dev.fastcodec.codegen.dynamic.MessageTypes;
import dev.fastcodec.codegen.dynamic.TextReader;
import dev.fastcodec.codegen.dynamic.TextWriter;
import dev.fastcodec.codegen.dynamic.WireReader;
import dev.fastcodec.codegen.dynamic.WireWriter;
import dev.fastcodec.idl.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** {@code --encode}, {@code --decode} and {@code --decode_raw}: one message from standard input to standard output. */
final class TextCodec {
    private static final String UNREADABLE = "Failed to parse input.";

    /** Messages within messages that are read from text. protoc has no limit: it ends by a fault at about this depth. */
    private static final int MAX_DEPTH = 10_000;
    /** Bytes, for all these levels before anything is compiled. */
    private static final long STACK = 64L << 20;

    private final Invocation invocation;
    private final Console console;

    TextCodec(Invocation invocation, Console console) {
        this.invocation = invocation;
        this.console = console;
    }

    /** The text of bytes of a type that nobody knows. */
    static byte[] raw(byte[] input) {
        try {
            return TextWriter.writeRaw(input).getBytes(StandardCharsets.US_ASCII);
        } catch (DecodeException e) {
            throw new UsageError(UNREADABLE);
        }
    }

    /**
     * Reads a message and writes it.
     *
     * @throws UsageError when the type is unknown, or the input is no message of it
     */
    byte[] translate(Schema schema, byte[] input) {
        FutureTask<byte[]> task = new FutureTask<>(() -> translateHere(schema, input));
        new Thread(null, task, "protoc " + invocation.mode(), STACK).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UsageError refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] translateHere(Schema schema, byte[] input) {
        MessageTypes types = MessageTypes.of(schema);
        MessageType type = types.find(invocation.type())
                .orElseThrow(() -> new UsageError("Type not defined: " + invocation.type()));
        boolean encode = invocation.mode() == Mode.ENCODE;
        DynamicMessage message = encode ? readText(types, type, input) : readBytes(type, input);
        List<String> missing = message.missing();
        if (!missing.isEmpty()) {
            console.err().println("warning:  Input message is missing required fields:  " + String.join(", ", missing));
        }
        return encode
                ? WireWriter.write(message, invocation.deterministic())
                : TextWriter.write(message).getBytes(StandardCharsets.US_ASCII);
    }

    private DynamicMessage readText(MessageTypes types, MessageType type, byte[] input) {
        TextReader.Result result = TextReader.read(types, type, input, MAX_DEPTH);
        Reports reports = new Reports(invocation.msvs());
        result.reports().forEach(report -> console.err().println(reports.line(report)));
        return result.message().orElseThrow(() -> new UsageError(UNREADABLE));
    }

    private static DynamicMessage readBytes(MessageType type, byte[] input) {
        try {
            return WireReader.read(type, input);
        } catch (DecodeException e) {
            throw new UsageError(UNREADABLE);
        }
    }
}
