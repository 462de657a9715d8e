package dev.fastcodec.idl.front;

import java.util.Arrays;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The tokens between a scanner and a parser. Holds those of the current declaration only: {@link #forget} drops what was
 * parsed, so a large file does not become as many tokens at a time.
 */
final class ProtoTokens implements TokenStream {
    /** How many tokens are scanned beyond the current one, because a scanner may still change the kind of the last two. */
    private static final int AHEAD = 3;

    private final TokenSource scanner;
    private ProtoToken[] tokens = new ProtoToken[256];
    private int first;
    private int size;
    private int position;
    private ProtoToken current;

    ProtoTokens(TokenSource scanner) {
        this.scanner = scanner;
        fill(AHEAD);
        current = tokens[0];
    }

    /** Forgets all tokens before the current one, but for the last. */
    void forget() {
        int drop = position - 1;
        if (drop > 0) {
            System.arraycopy(tokens, drop, tokens, 0, size - drop);
            Arrays.fill(tokens, size - drop, size, null);
            first += drop;
            size -= drop;
            position -= drop;
        }
    }

    /** Index of the first token that is not forgotten. */
    int firstIndex() {
        return first;
    }

    @Override
    public ProtoToken LT(int k) {
        if (k == 1) {
            return current;
        }
        if (k < 0) {
            return tokens[Math.max(0, position + k)];
        }
        fill(position + k);
        return tokens[Math.min(position + k, size) - 1];
    }

    @Override
    public int LA(int k) {
        return k == 1 ? current.getType() : LT(k).getType();
    }

    @Override
    public void consume() {
        if (current.getType() == EOF) {
            throw new IllegalStateException("cannot consume the end of the file");
        }
        position++;
        fill(position + AHEAD);
        current = tokens[position];
    }

    @Override
    public ProtoToken get(int index) {
        return tokens[index - first];
    }

    @Override
    public int index() {
        return first + position;
    }

    @Override
    public void seek(int index) {
        position = index - first;
        fill(position + AHEAD);
        current = tokens[position];
    }

    /** Scans until there are {@code wanted} tokens or the last is the end of the file. */
    private void fill(int wanted) {
        while (size < wanted && (size == 0 || tokens[size - 1].getType() != EOF)) {
            if (size == tokens.length) {
                tokens = Arrays.copyOf(tokens, 2 * size);
            }
            tokens[size++] = (ProtoToken) scanner.nextToken();
        }
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {
        // Nothing is dropped before forget().
    }

    @Override
    public int size() {
        return first + size;
    }

    @Override
    public String getSourceName() {
        return scanner.getSourceName();
    }

    @Override
    public TokenSource getTokenSource() {
        return scanner;
    }

    @Override
    public String getText() {
        return getText(Interval.of(first, first + size - 1));
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    @Override
    public String getText(Token start, Token stop) {
        return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
    }

    @Override
    public String getText(Interval interval) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(interval.a, first); i <= interval.b && i < first + size; i++) {
            text.append(get(i).getText());
        }
        return text.toString();
    }
}
