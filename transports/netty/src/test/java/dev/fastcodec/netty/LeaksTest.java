package dev.fastcodec.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That a leak would be seen. */
@ExtendWith(NoLeaks.class)
class LeaksTest {
    @Test
    void reportsABufferThatWasNotReleased() throws InterruptedException {
        assertEquals(ResourceLeakDetector.Level.PARANOID, ResourceLeakDetector.getLevel());
        Leaks.reported();
        PooledByteBufAllocator.DEFAULT.directBuffer(64).writeInt(1);
        String reported = "";
        for (int round = 0; reported.isEmpty() && round < 50; round++) {
            reported = Leaks.reported();
        }
        assertTrue(reported.contains("LeaksTest"), reported);
    }
}
