package dev.fastcodec.bench;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * How long one operation takes.
 *
 * @param median of all iterations, in nanoseconds
 * @param error half of the 99.9 % interval around the mean, in nanoseconds
 */
record Score(double median, double error) {
    static Score of(RunResult result) {
        Statistics iterations = result.getPrimaryResult().getStatistics();
        return new Score(iterations.getPercentile(50), iterations.getMeanErrorAt(0.999));
    }
}
