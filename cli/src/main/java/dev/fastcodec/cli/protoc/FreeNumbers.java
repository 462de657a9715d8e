package dev.fastcodec.cli.protoc;

import dev.fastcodec.codegen.bootstrap.DescriptorProto;
import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code --print_free_field_numbers}: for each message, nested ones first, the numbers that nothing uses or reserves. */
final class FreeNumbers {
    private static final int WIDTH = 35;
    private static final int AFTER_LAST = 1 << 29;

    private final StringBuilder out = new StringBuilder();

    private FreeNumbers() {}

    /** Numbers from {@code start} to before {@code end}. */
    private record Range(int start, int end) {}

    /** The lines for the messages of a file. */
    static String of(FileDescriptorProto file) {
        FreeNumbers numbers = new FreeNumbers();
        String prefix = file.getPackage() == null || file.getPackage().isEmpty() ? "" : file.getPackage() + ".";
        file.getMessageType().forEach(message -> numbers.print(message, prefix));
        return numbers.out.toString();
    }

    private void print(DescriptorProto message, String prefix) {
        String name = prefix + message.getName();
        message.getNestedType().forEach(nested -> print(nested, name + "."));
        out.append(name).append(" ".repeat(Math.max(0, WIDTH - name.length()))).append(" free:");
        int next = 1;
        for (Range range : taken(message)) {
            if (next < range.start()) {
                out.append(' ').append(next);
                if (next + 1 < range.start()) {
                    out.append('-').append(range.start() - 1);
                }
            }
            next = Math.max(next, range.end());
        }
        if (next < AFTER_LAST) {
            out.append(' ').append(next).append("-INF");
        }
        out.append('\n');
    }

    private static List<Range> taken(DescriptorProto message) {
        List<Range> taken = new ArrayList<>();
        message.getField().forEach(field -> taken.add(new Range(field.getNumber(), field.getNumber() + 1)));
        message.getExtensionRange().forEach(range -> taken.add(new Range(range.getStart(), range.getEnd())));
        message.getReservedRange().forEach(range -> taken.add(new Range(range.getStart(), range.getEnd())));
        taken.sort(Comparator.comparingInt(Range::start));
        return taken;
    }
}
