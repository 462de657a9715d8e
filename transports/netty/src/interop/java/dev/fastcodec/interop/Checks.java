package dev.fastcodec.interop;

/** Runs cases, and prints a line for each. */
final class Checks {
    private int failed;

    /** The body of a case; throws when it fails. */
    interface Body {
        void run() throws Exception;
    }

    int failed() {
        return failed;
    }

    void check(String name, Body body) {
        try {
            body.run();
            System.out.println("ok\t" + name);
        } catch (Throwable e) {
            failed++;
            System.out.println("FAIL\t" + name + "\t" + e.toString().replace('\n', ' '));
        }
    }

    static void want(Object expected, Object got) {
        if (!expected.equals(got)) {
            throw new IllegalStateException("got " + got + ", want " + expected);
        }
    }

    /** The failure of something that must fail in this way. */
    static <T extends Throwable> T failure(Class<T> type, Body body) {
        try {
            body.run();
        } catch (Throwable e) {
            if (type.isInstance(e)) {
                return type.cast(e);
            }
            throw new IllegalStateException("got " + e, e);
        }
        throw new IllegalStateException("did not fail");
    }
}
