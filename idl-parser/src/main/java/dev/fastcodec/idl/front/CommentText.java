package dev.fastcodec.idl.front;

/** Takes the markers off comments: slashes, hashes, asterisks, the {@code <} of {@code ///<}, and the space behind them. */
final class CommentText {
    private CommentText() {}

    /** The text of a line comment, {@code //} or {@code #}. */
    static String line(String text, int start, int end) {
        char marker = text.charAt(start);
        int from = start;
        while (from < end && text.charAt(from) == marker) {
            from++;
        }
        from += from - start > 2 && from < end && text.charAt(from) == '<' ? 1 : 0;
        return text.substring(from < end && text.charAt(from) == ' ' ? from + 1 : from, end)
                .stripTrailing();
    }

    /** The text of a block comment, lines ended by {@code \n}, without empty lines at its ends. */
    static String block(String text, int start, int end) {
        int from = start + 2;
        int to = end - 2;
        while (from < to && text.charAt(from) == '*') {
            from++;
        }
        from += from - start > 2 && from < to && text.charAt(from) == '<' ? 1 : 0;
        while (to > from && text.charAt(to - 1) == '*') {
            to--;
        }
        StringBuilder result = new StringBuilder();
        int empty = 0;
        boolean first = true;
        for (String line : (Iterable<String>) text.substring(from, to).lines()::iterator) {
            String clean = clean(line, first);
            first = false;
            if (clean.isEmpty()) {
                empty++;
                continue;
            }
            if (!result.isEmpty()) {
                result.append("\n".repeat(empty + 1));
            }
            empty = 0;
            result.append(clean);
        }
        return result.toString();
    }

    private static String clean(String line, boolean first) {
        String bare = line.strip();
        if (first) {
            return bare;
        }
        if (bare.startsWith("*")) {
            return bare.startsWith("* ") ? bare.substring(2) : bare.substring(1);
        }
        return bare;
    }
}
