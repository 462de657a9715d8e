package dev.fastcodec.text;

import dev.fastcodec.text.TextTokens.Kind;
import java.util.Locale;
import java.util.Set;

/**
 * Passes over the content of a field whose name is reserved: its type is guessed from how it looks. For readers of the runtime and the compiler.
 */
public final class TextSkipper {
    private static final Set<String> SIGNED_NAMES = Set.of("inf", "infinity", "nan");

    private final TextTokens tokens;
    private final TextValues values;
    private int levels;

    /**
     * Reads from these tokens.
     *
     * @param levels how many levels of values in values are allowed
     */
    public TextSkipper(TextTokens tokens, TextValues values, int levels) {
        this.tokens = tokens;
        this.values = values;
        this.levels = levels;
    }

    /** What follows the name of a field. */
    public void skipContent() {
        if (values.tryTake(":") && !isOpening()) {
            skipValue();
        } else {
            skipBlock();
        }
    }

    private boolean isOpening() {
        return tokens.text().equals("{") || tokens.text().equals("<");
    }

    private void skipBlock() {
        down();
        String close = values.open();
        while (!tokens.text().equals(">") && !tokens.text().equals("}")) {
            if (tokens.text().equals("[")) {
                tokens.untilBracket();
                values.expect("]");
            } else {
                values.identifier();
            }
            skipContent();
            values.endField();
        }
        values.expect(close);
        levels++;
    }

    private void skipValue() {
        down();
        if (tokens.kind() == Kind.STRING) {
            while (tokens.kind() == Kind.STRING) {
                tokens.next();
            }
        } else if (values.tryTake("[")) {
            skipElements();
        } else {
            boolean minus = values.tryTake("-");
            if (tokens.kind() != Kind.INTEGER && tokens.kind() != Kind.FLOAT && tokens.kind() != Kind.IDENTIFIER) {
                throw values.refused("Cannot skip field value, unexpected token: " + tokens.text());
            }
            String lower = tokens.text().toLowerCase(Locale.ROOT);
            if (minus && tokens.kind() == Kind.IDENTIFIER && !SIGNED_NAMES.contains(lower)) {
                throw values.refused("Invalid float number: " + lower);
            }
            tokens.next();
        }
        levels++;
    }

    private void skipElements() {
        boolean first = true;
        while (!values.tryTake("]")) {
            if (!first) {
                values.expect(",");
            }
            first = false;
            if (isOpening()) {
                skipBlock();
            } else {
                skipValue();
            }
        }
    }

    private void down() {
        if (--levels < 0) {
            throw values.refused("Message is too deep, the parser exceeded the configured recursion limit.");
        }
    }
}
