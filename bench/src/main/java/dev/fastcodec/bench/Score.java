package dev.fastcodec.bench;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * How long one operation takes, in nanoseconds.
 *
 * @param median of all iterations or rounds
 * @param error half of the 99.9 % interval around the mean; of rounds, half of the range that the middle half of them is in
 */
record Score(double median, double error) {
    static Score of(RunResult result) {
        Statistics iterations = result.getPrimaryResult().getStatistics();
        return new Score(iterations.getPercentile(50), iterations.getMeanErrorAt(0.999));
    }

    static Score ofRounds(Collection<Double> rounds) {
        Statistics statistics = new ListStatistics(
                rounds.stream().mapToDouble(Double::doubleValue).toArray());
        return new Score(
                statistics.getPercentile(50), (statistics.getPercentile(75) - statistics.getPercentile(25)) / 2);
    }
}
