package dev.fastcodec.idl.front;

import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives comments to declarations as protoc does: where a declaration's semicolon or opening brace is read, it gets the
 * comments before its first token and the one behind that semicolon or brace. Called in the order of the text. Comments
 * anywhere else inside a declaration are nobody's.
 */
final class ProtoComments {
    private final Source source;
    private final TokenBuffer tokens;
    private List<String> detached;
    private @Nullable String leading;

    /** Begins with the comments before the first token. */
    ProtoComments(Source source, TokenBuffer tokens) {
        this.source = source;
        this.tokens = tokens;
        CommentReader start = CommentReader.read(source, null, tokens.LT(1), isClosing(tokens.LT(1)), false);
        this.detached = start.detached();
        this.leading = start.leading();
    }

    /** The comments of the declaration that ends, or whose body opens, with this token. */
    Comments of(IdlToken end) {
        List<String> before = detached;
        String comment = leading;
        IdlToken next = next(end);
        if (!next.isAfterComment()) {
            detached = List.of();
            leading = null;
            return before.isEmpty() && comment == null ? Comments.NONE : new Comments(before, comment, null);
        }
        CommentReader read = read(end, next);
        detached = read.detached();
        leading = read.leading();
        return new Comments(before, comment, read.trailing());
    }

    /** A body closes, or a declaration is skipped: comments before are nobody's. */
    void close(IdlToken end) {
        IdlToken next = next(end);
        detached = List.of();
        leading = null;
        if (next.isAfterComment()) {
            CommentReader read = read(end, next);
            detached = read.detached();
            leading = read.leading();
        }
    }

    /** An empty declaration: detached comments before it stay for the next. */
    void empty(IdlToken semicolon) {
        List<String> before = detached;
        close(semicolon);
        if (!before.isEmpty()) {
            List<String> all = new ArrayList<>(before);
            all.addAll(detached);
            detached = all;
        }
    }

    private CommentReader read(IdlToken end, IdlToken next) {
        return CommentReader.read(source, end, next, isClosing(next), false);
    }

    private IdlToken next(IdlToken end) {
        return end.getType() == IdlToken.EOF ? end : tokens.get(end.getTokenIndex() + 1);
    }

    private static boolean isClosing(IdlToken next) {
        int type = next.getType();
        return type == ProtoParser.RBRACE || type == ProtoParser.RBRACK || type == ProtoParser.RPAREN;
    }
}
