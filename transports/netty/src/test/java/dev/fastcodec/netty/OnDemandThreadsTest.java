package dev.fastcodec.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OnDemandThreadsTest {
    private final Queue<Thread> made = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Throwable> uncaught = new ArrayBlockingQueue<>(10);
    private final OnDemandThreads threads = new OnDemandThreads(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, failure) -> uncaught.add(failure));
        made.add(thread);
        return thread;
    });

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void runsAsManyTasksAtATimeAsBlock() throws Exception {
        int tasks = 100;
        CyclicBarrier allAreThere = new CyclicBarrier(tasks + 1);
        for (int i = 0; i < tasks; i++) {
            threads.execute(() -> await(allAreThere));
        }
        allAreThere.await();
        assertEquals(tasks, made.size());
    }

    @Test
    void runsEachTaskThatManyThreadsGiveWhileSomeBlock() throws Exception {
        int givers = 4;
        int tasks = 20_000;
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch brief = new CountDownLatch(givers * tasks);
        List<Thread> all = IntStream.range(0, givers)
                .mapToObj(g -> new Thread(() -> {
                    for (int i = 0; i < tasks; i++) {
                        if (i % 1000 == 0) {
                            threads.execute(() -> await(blocked));
                        }
                        threads.execute(brief::countDown);
                    }
                }))
                .toList();
        all.forEach(Thread::start);
        assertTrue(brief.await(50, TimeUnit.SECONDS), () -> brief.getCount() + " tasks were not run");
        blocked.countDown();
    }

    @Test
    void runsWhatItHasWhenClosedAndThenEndsItsThreads() throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(10);
        for (int i = 0; i < 10; i++) {
            threads.execute(() -> {
                await(begin);
                ran.countDown();
            });
        }
        threads.close();
        assertThrows(RejectedExecutionException.class, () -> threads.execute(() -> {}));
        begin.countDown();
        ran.await();
        for (Thread each : made) {
            each.join();
        }
    }

    @Test
    void goesOnAfterATaskThatFails() throws Exception {
        IllegalStateException failure = new IllegalStateException("on purpose");
        threads.execute(() -> {
            throw failure;
        });
        assertSame(failure, uncaught.take());
        CountDownLatch ran = new CountDownLatch(1);
        threads.execute(ran::countDown);
        ran.await();
    }

    @Test
    void leavesNoTaskTheInterruptOfAnother() throws Exception {
        BlockingQueue<Boolean> interrupted = new ArrayBlockingQueue<>(1);
        for (int i = 0; i < 100; i++) {
            threads.execute(() -> {
                interrupted.add(Thread.currentThread().isInterrupted());
                Thread.currentThread().interrupt();
            });
            assertFalse(interrupted.take());
        }
        assertTrue(made.size() < 100, "no thread had two tasks");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
