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
    private final ProtoTokens tokens;
    private List<String> detached;
    private @Nullable String leading;

    /** Begins with the comments before the first token. */
    ProtoComments(Source source, ProtoTokens tokens) {
        this.source = source;
        this.tokens = tokens;
        ProtoCommentReader start = ProtoCommentReader.read(source, null, tokens.LT(1));
        this.detached = start.detached();
        this.leading = start.leading();
    }

    /** The comments of the declaration that ends, or whose body opens, with this token. */
    Comments of(ProtoToken end) {
        List<String> before = detached;
        String comment = leading;
        ProtoToken next = next(end);
        if (!next.isAfterComment()) {
            detached = List.of();
            leading = null;
            return before.isEmpty() && comment == null ? Comments.NONE : new Comments(before, comment, null);
        }
        ProtoCommentReader read = ProtoCommentReader.read(source, end, next);
        detached = read.detached();
        leading = read.leading();
        return new Comments(before, comment, read.trailing());
    }

    /** A body closes, or a declaration is skipped: comments before are nobody's. */
    void close(ProtoToken end) {
        ProtoToken next = next(end);
        detached = List.of();
        leading = null;
        if (next.isAfterComment()) {
            ProtoCommentReader read = ProtoCommentReader.read(source, end, next);
            detached = read.detached();
            leading = read.leading();
        }
    }

    /** An empty declaration: detached comments before it stay for the next. */
    void empty(ProtoToken semicolon) {
        List<String> before = detached;
        close(semicolon);
        if (!before.isEmpty()) {
            List<String> all = new ArrayList<>(before);
            all.addAll(detached);
            detached = all;
        }
    }

    private ProtoToken next(ProtoToken end) {
        return end.getType() == ProtoToken.EOF ? end : tokens.get(end.getTokenIndex() + 1);
    }
}
