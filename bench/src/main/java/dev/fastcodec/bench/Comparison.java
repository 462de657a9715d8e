package dev.fastcodec.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/**
 * Ours and a peer at the same work in the same run.
 *
 * @param messages how many different messages were taken in turn
 */
record Comparison(Operation operation, Pair pair, Shape shape, int messages, Score ours, Score peer) {
    /** Sets side by side what belongs together. */
    static List<Comparison> of(Map<Case, RunResult> results) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Pair pair : Pair.ALL) {
            results.forEach((each, result) -> {
                RunResult peer = results.get(each.of(pair.peer()));
                if (each.contender() == pair.ours() && peer != null) {
                    comparisons.add(new Comparison(
                            each.operation(), pair, each.shape(), each.messages(), Score.of(result), Score.of(peer)));
                }
            });
        }
        return comparisons;
    }

    /** How many times as long the peer takes. */
    double ratio() {
        return peer.median() / ours.median();
    }

    /** The work, for readers. */
    String subject() {
        return messages == 1 ? shape.toString() : String.format(Locale.ROOT, "%s \u00d7 %,d", shape, messages);
    }
}
