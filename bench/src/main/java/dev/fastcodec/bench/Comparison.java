package dev.fastcodec.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ours and a peer at the same work in the same run.
 *
 * @param messages how many different messages were taken in turn
 * @param floor what the JDK alone takes, if that was measured
 */
record Comparison(
        Operation operation,
        Pair pair,
        Shape shape,
        int messages,
        Score ours,
        Score peer,
        @Nullable Score floor) {
    /** Sets side by side what belongs together. */
    static List<Comparison> of(Map<Case, Score> results) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Pair pair : Pair.ALL) {
            results.forEach((each, result) -> {
                Score peer = results.get(each.of(pair.peer()));
                if (each.contender() == pair.ours() && peer != null) {
                    comparisons.add(new Comparison(
                            each.operation(),
                            pair,
                            each.shape(),
                            each.messages(),
                            result,
                            peer,
                            results.get(each.of(pair.floor()))));
                }
            });
        }
        return comparisons;
    }

    /** How many times as long the peer takes. */
    double ratio() {
        return peer.median() / ours.median();
    }

    /**
     * The geometric mean of the ratios of different work. Decoding one large field of bytes does not count: a peer that hands out its input does no
     * such work.
     */
    static double meanRatio(List<Comparison> comparisons) {
        return Math.exp(comparisons.stream()
                .filter(c -> c.operation != Operation.DECODE || c.shape != Shape.BYTES)
                .mapToDouble(c -> Math.log(c.ratio()))
                .average()
                .orElse(Double.NaN));
    }

    /** The work, for readers. */
    String subject() {
        return messages == 1 || shape == Shape.FOOTERS
                ? shape.toString()
                : String.format(Locale.ROOT, "%s \u00d7 %,d", shape, messages);
    }
}
