package dev.fastcodec.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a class of tests when Netty has reported a buffer that was never released. */
final class NoLeaks implements BeforeAllCallback, AfterAllCallback {
    static {
        Leaks.watch();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Leaks.reported();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        assertEquals("", Leaks.reported());
    }
}
