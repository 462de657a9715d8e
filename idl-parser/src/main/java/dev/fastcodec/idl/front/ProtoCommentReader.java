package dev.fastcodec.idl.front;

import dev.fastcodec.idl.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments between two tokens and says which belong to the declaration before, which to the one behind, and which
 * to neither: a comment on the line where the declaration before ends is its, and so is one that begins on the next line
 * and is followed by an empty line; the last one that touches what follows belongs to that; all others are detached.
 * (descriptor.proto, SourceCodeInfo.Location.) Successive line comments are one; a block comment is always one of its own.
 */
final class ProtoCommentReader {
    /** As long as most comments are. */
    private static final int USUAL = 200;

    private final String text;
    private final int end;
    private final List<String> detached = new ArrayList<>();
    private @Nullable String leading;
    private @Nullable String trailing;
    private @Nullable StringBuilder pending;
    private boolean pendingIsLines;
    private boolean canTrail;
    private int position;
    private int line;
    private int attached;

    private ProtoCommentReader(String text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
    }

    /**
     * Reads the comments between two tokens.
     *
     * @param before the token that ends the declaration before, null at the start of the file
     * @param next the token behind, at the end of the file its end
     */
    static ProtoCommentReader read(Source source, @Nullable ProtoToken before, ProtoToken next) {
        String text = source.text();
        int mark = text.startsWith("\uFEFF") ? 1 : 0;
        ProtoCommentReader reader = new ProtoCommentReader(text, before == null ? mark : before.end(), next.start());
        boolean fileEnd = next.getType() == ProtoToken.EOF;
        reader.read(before == null, fileEnd || next.isClosing(), fileEnd);
        return reader;
    }

    /** Comments that belong to neither side. */
    List<String> detached() {
        return detached;
    }

    /** The comment of what follows, or null. */
    @Nullable
    String leading() {
        return leading == null || leading.isEmpty() ? null : leading;
    }

    /** The comment of what stands before, or null. */
    @Nullable
    String trailing() {
        return trailing == null || trailing.isEmpty() ? null : trailing;
    }

    private void read(boolean first, boolean last, boolean fileEnd) {
        canTrail = !first;
        int trailingEnd = -1;
        int startLine = first ? -1 : 0;
        if (!first) {
            skipSpace();
            if (atComment()) {
                boolean block = atBlock();
                trailingEnd = line;
                readComment();
                if (block) {
                    trailingEnd = line;
                    skipSpace();
                }
                flush();
            } else if (!skipLineEnd()) {
                return;
            }
        }
        while (true) {
            skipSpace();
            if (atComment()) {
                boolean block = atBlock();
                readComment();
                if (block) {
                    skipSpace();
                    skipLineEnd();
                }
            } else if (skipLineEnd()) {
                flush();
                canTrail = false;
            } else {
                break;
            }
        }
        if (last) {
            flush();
        }
        if (!fileEnd && (line == startLine || line == trailingEnd)) {
            detachOnlyComment();
        }
        if (pending != null) {
            leading = pending.toString();
        }
    }

    private void skipSpace() {
        while (position < end && text.charAt(position) != '\n' && text.charAt(position) <= ' ') {
            position++;
        }
    }

    private boolean skipLineEnd() {
        if (position < end && text.charAt(position) == '\n') {
            position++;
            line++;
            return true;
        }
        return false;
    }

    private boolean atBlock() {
        return text.startsWith("/*", position);
    }

    private boolean atComment() {
        return position < end && (atBlock() || text.startsWith("//", position));
    }

    private void readComment() {
        boolean block = atBlock();
        if (pending != null && (block || !pendingIsLines)) {
            flush();
        }
        StringBuilder content = pending == null ? new StringBuilder(Math.min(end - position, USUAL)) : pending;
        pending = content;
        pendingIsLines = !block;
        if (block) {
            readBlock(content);
        } else {
            int start = position + 2;
            int lineEnd = text.indexOf('\n', start);
            position = lineEnd < 0 || lineEnd >= end ? end : lineEnd;
            skipLineEnd();
            content.append(text, start, position);
        }
    }

    /** Reads a block comment without what leads its lines: white space and one asterisk. */
    private void readBlock(StringBuilder content) {
        int close = text.indexOf("*/", position + 2);
        int stop = close < 0 || close > end ? end : close;
        int start = position + 2;
        int p = start;
        while (p < stop) {
            if (text.charAt(p++) == '\n') {
                content.append(text, start, p);
                line++;
                p = skipMargin(p, stop);
                start = p;
            }
        }
        content.append(text, start, stop);
        position = Math.min(stop + 2, end);
    }

    private int skipMargin(int from, int stop) {
        int p = from;
        while (p < stop && text.charAt(p) != '\n' && text.charAt(p) <= ' ') {
            p++;
        }
        return p < stop && text.charAt(p) == '*' ? p + 1 : p;
    }

    /** The pending comment is complete and does not touch what follows. */
    private void flush() {
        if (pending == null) {
            return;
        }
        if (canTrail) {
            trailing = pending.toString();
            canTrail = false;
        } else {
            detached.add(pending.toString());
        }
        pending = null;
        attached++;
    }

    /** Both tokens are on one line with a single comment between: nobody can say whose it is. */
    private void detachOnlyComment() {
        if (attached + (pending == null ? 0 : 1) != 1) {
            return;
        }
        if (trailing != null) {
            detached.add(0, trailing);
            trailing = null;
        }
        flush();
    }
}
