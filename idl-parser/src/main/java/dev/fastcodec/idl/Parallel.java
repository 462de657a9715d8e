package dev.fastcodec.idl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * One step over many elements, on all processors: the thread that asks and those of the common pool each take the next element.
 * Parallel streams do the same with a hundred methods more, which a program that just started has to load and compile first, and
 * hand out elements in larger lots.
 */
public final class Parallel {
    private Parallel() {}

    /**
     * The results of a step, in the order of the elements.
     *
     * @param step called by any thread, once for each element; its exceptions come out here
     */
    public static <T, R> List<R> map(List<T> elements, Function<T, R> step) {
        Work<T, R> work = new Work<>(elements, step);
        List<ForkJoinTask<?>> others = new ArrayList<>();
        for (int i = Math.min(ForkJoinPool.getCommonPoolParallelism(), elements.size() - 1); i > 0; i--) {
            others.add(ForkJoinPool.commonPool().submit(work));
        }
        try {
            work.run();
        } finally {
            others.forEach(ForkJoinTask::quietlyJoin);
        }
        others.forEach(ForkJoinTask::join);
        return work.results;
    }

    /** What is to be done, by any number of threads; each takes elements until none is left. */
    private static final class Work<T, R> implements Runnable {
        private final List<T> elements;
        private final Function<T, R> step;
        private final List<R> results;
        private final AtomicInteger next = new AtomicInteger();

        Work(List<T> elements, Function<T, R> step) {
            this.elements = elements;
            this.step = step;
            this.results = new ArrayList<>(Collections.nCopies(elements.size(), null));
        }

        @Override
        public void run() {
            for (int i = next.getAndIncrement(); i < elements.size(); i = next.getAndIncrement()) {
                results.set(i, step.apply(elements.get(i)));
            }
        }
    }
}
