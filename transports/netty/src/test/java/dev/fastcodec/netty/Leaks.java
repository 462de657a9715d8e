package dev.fastcodec.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers what Netty's detector reports. */
final class Leaks<T> extends ResourceLeakDetector<T> {
    private static final Queue<String> REPORTED = new ConcurrentLinkedQueue<>();

    private Leaks(Class<?> resourceType, int samplingInterval) {
        super(resourceType, samplingInterval);
    }

    /** Makes Netty watch every buffer; to be called before its classes of buffers are loaded. */
    static void watch() {
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new ResourceLeakDetectorFactory() {
            @Override
            @SuppressWarnings("deprecation") // it is abstract all the same
            public <R> ResourceLeakDetector<R> newResourceLeakDetector(
                    Class<R> resource, int interval, long maxActive) {
                return new Leaks<>(resource, interval);
            }
        });
        ResourceLeakDetector.setLevel(Level.PARANOID);
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
        REPORTED.add(resourceType + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
        REPORTED.add(resourceType);
    }

    @Override
    protected boolean needReport() {
        return true;
    }

    /** What was reported since this was asked last, garbage of before included. */
    static String reported() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(10); // references are enqueued by a thread of the JVM's, which tells nobody
            ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer(16); // reports come with allocations
            buffer.release();
        }
        StringBuilder all = new StringBuilder();
        for (String each = REPORTED.poll(); each != null; each = REPORTED.poll()) {
            all.append(each).append('\n');
        }
        return all.toString();
    }
}
