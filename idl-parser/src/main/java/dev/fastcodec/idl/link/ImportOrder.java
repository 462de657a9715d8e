package dev.fastcodec.idl.link;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.link.ImportLoader.Edge;
import dev.fastcodec.idl.link.ImportLoader.Loaded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts files after all that they import, requested files in the order asked for, and reports cycles. The walk keeps its own
 * stack, so that a long chain of imports does not use up the thread's.
 */
final class ImportOrder {
    private final Diagnostics diagnostics;
    private final Map<Loaded, Frame> frames = new HashMap<>();
    private final Deque<Frame> stack = new ArrayDeque<>();
    private final List<ParsedFile> result = new ArrayList<>();

    private ImportOrder(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static List<ParsedFile> order(List<Loaded> requested, Diagnostics diagnostics) {
        ImportOrder order = new ImportOrder(diagnostics);
        for (Loaded file : requested) {
            if (!order.frames.containsKey(file)) {
                order.push(file);
                order.walk();
            }
        }
        return order.result;
    }

    /** A file whose imports are being walked; {@code done} is null as long as it is on the stack. */
    private static final class Frame {
        final Loaded file;
        final List<ParsedFile.Imported> imports = new ArrayList<>();
        int next;
        boolean complete;

        @Nullable
        ParsedFile done;

        Frame(Loaded file) {
            this.file = file;
            this.complete = file.complete;
        }
    }

    private void push(Loaded file) {
        Frame frame = new Frame(file);
        frames.put(file, frame);
        stack.push(frame);
    }

    private void walk() {
        while (!stack.isEmpty()) {
            Frame frame = stack.getFirst();
            if (frame.next < frame.file.edges.size()) {
                step(frame, frame.file.edges.get(frame.next));
            } else {
                frame.done = new ParsedFile(frame.file.ast(), frame.imports, frame.file.requested, frame.complete);
                result.add(frame.done);
                stack.pop();
            }
        }
    }

    private void step(Frame frame, Edge edge) {
        Frame target = frames.get(edge.target());
        if (target == null) {
            push(edge.target());
            return;
        }
        frame.next++;
        ParsedFile imported = target.done;
        if (imported == null) {
            frame.complete = false;
            diagnostics.report(Problem.IMPORT_CYCLE, edge.decl().path().span(), cycle(target));
        } else {
            frame.complete &= imported.complete();
            frame.imports.add(new ParsedFile.Imported(edge.decl(), imported));
        }
    }

    private String cycle(Frame start) {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (Iterator<Frame> i = stack.descendingIterator(); i.hasNext(); ) {
            Frame frame = i.next();
            inside |= frame == start;
            if (inside) {
                text.append(frame.file.source.name()).append(" -> ");
            }
        }
        return text.append(start.file.source.name()).toString();
    }
}
