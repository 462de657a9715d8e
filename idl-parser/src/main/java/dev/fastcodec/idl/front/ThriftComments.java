package dev.fastcodec.idl.front;

import dev.fastcodec.idl.source.Comments;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Tells which comments belong to a declaration: the last doc comment before it, else the comment that touches it from above;
 * and the one that ends the line on which it, or its opening brace, ends. What else stands before it is detached.
 */
final class ThriftComments {
    private final ThriftTokens tokens;
    private final String text;

    ThriftComments(ThriftTokens tokens) {
        this.tokens = tokens;
        this.text = tokens.source().text();
    }

    /** Line comments on successive lines, or one block comment. */
    private record Block(Token first, Token last, String text, boolean doc) {}

    /**
     * The comments of a declaration.
     *
     * @param first its first token
     * @param last its last token, or the opening brace of its body
     */
    Comments of(Token first, Token last) {
        List<Block> before = before(first);
        Block leading = null;
        for (Block block : before) {
            leading = block.doc() ? block : leading;
        }
        if (leading == null && !before.isEmpty()) {
            Block nearest = before.get(before.size() - 1);
            leading = lines(nearest.last().getStopIndex() + 1, first.getStartIndex()) <= 1 ? nearest : null;
        }
        List<String> detached = new ArrayList<>();
        for (Block block : before) {
            if (block != leading) {
                detached.add(block.text());
            }
        }
        String trailing = trailing(separatorAfter(last));
        if (detached.isEmpty() && leading == null && trailing == null) {
            return Comments.NONE;
        }
        return new Comments(detached, leading == null ? null : leading.text(), trailing);
    }

    private Token separatorAfter(Token last) {
        Token next = tokens.neighbour(last, 1);
        if (next == null) {
            return last;
        }
        boolean separator = next.getType() == ThriftLexer.COMMA || next.getType() == ThriftLexer.SEMICOLON;
        return separator ? next : last;
    }

    private List<Block> before(Token first) {
        Token previous = tokens.neighbour(first, -1);
        int from = previous == null ? 0 : previous.getStopIndex() + 1;
        int i = firstCommentFrom(from);
        if (previous != null) {
            i += trailingCount(previous);
        }
        List<Block> blocks = new ArrayList<>();
        while (i < tokens.comments().size() && tokens.comments().get(i).getStartIndex() < first.getStartIndex()) {
            int n = blockLength(i, first.getStartIndex());
            Block block = block(i, n);
            if (!block.text().isEmpty()) {
                blocks.add(block);
            }
            i += n;
        }
        return blocks;
    }

    private int blockLength(int i, int before) {
        int n = 1;
        while (isLine(i)
                && i + n < tokens.comments().size()
                && isLine(i + n)
                && tokens.comments().get(i + n).getStartIndex() < before
                && lines(
                                tokens.comments().get(i + n - 1).getStopIndex() + 1,
                                tokens.comments().get(i + n).getStartIndex())
                        == 1) {
            n++;
        }
        return n;
    }

    private Block block(int i, int n) {
        Token first = tokens.comments().get(i);
        Token last = tokens.comments().get(i + n - 1);
        if (!isLine(i)) {
            boolean doc =
                    text.startsWith("/**", first.getStartIndex()) && first.getStopIndex() - first.getStartIndex() > 3;
            return new Block(
                    first, last, CommentText.block(text, first.getStartIndex(), first.getStopIndex() + 1), doc);
        }
        StringBuilder all = new StringBuilder();
        for (int k = i; k < i + n; k++) {
            Token line = tokens.comments().get(k);
            all.append(k == i ? "" : "\n")
                    .append(CommentText.line(text, line.getStartIndex(), line.getStopIndex() + 1));
        }
        return new Block(first, last, all.toString(), false);
    }

    private @Nullable String trailing(Token last) {
        int n = trailingCount(last);
        if (n == 0) {
            return null;
        }
        int from = firstCommentFrom(last.getStopIndex() + 1);
        StringBuilder all = new StringBuilder();
        for (int k = from; k < from + n; k++) {
            all.append(k == from ? "" : "\n").append(block(k, 1).text());
        }
        return all.isEmpty() ? null : all.toString();
    }

    /** How many comments after a token stand on its line, when nothing else does. */
    private int trailingCount(Token token) {
        int from = firstCommentFrom(token.getStopIndex() + 1);
        Token next = tokens.neighbour(token, 1);
        int end = next == null ? text.length() : next.getStartIndex();
        int at = token.getStopIndex() + 1;
        int n = 0;
        while (from + n < tokens.comments().size()
                && tokens.comments().get(from + n).getStartIndex() < end) {
            Token comment = tokens.comments().get(from + n);
            if (lines(at, comment.getStartIndex()) > 0) {
                return n;
            }
            at = comment.getStopIndex() + 1;
            n++;
        }
        return next == null || lines(at, end) > 0 ? n : 0;
    }

    private boolean isLine(int i) {
        return tokens.comments().get(i).getType() == ThriftLexer.LINE_COMMENT;
    }

    private int firstCommentFrom(int offset) {
        int low = 0;
        int high = tokens.comments().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.comments().get(middle).getStartIndex() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Line ends between two offsets; counting stops at two. */
    private int lines(int from, int to) {
        int n = 0;
        for (int i = from; i < to && n < 2; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == to || text.charAt(i + 1) != '\n')) {
                n++;
            }
        }
        return n;
    }
}
