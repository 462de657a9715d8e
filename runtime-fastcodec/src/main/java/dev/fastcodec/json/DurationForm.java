package dev.fastcodec.json;

import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.wkt.Duration;

/**
 * {@code google.protobuf.Duration} in JSON: seconds with 0, 3, 6 or 9 digits behind the point and an {@code s}; at most some 10,000 years. Called by
 * generated code.
 */
public final class DurationForm {
    private static final long MOST_SECONDS = 315_576_000_000L;
    private static final int MOST = 32;

    private DurationForm() {}

    /** Writes a duration. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, Duration m) {
        long seconds = m.getSeconds();
        int nanos = m.getNanos();
        boolean outOfRange = seconds < -MOST_SECONDS
                || seconds > MOST_SECONDS
                || nanos <= -SecondsForm.NANOS
                || nanos >= SecondsForm.NANOS;
        if (outOfRange || seconds < 0 && nanos > 0 || seconds > 0 && nanos < 0) {
            throw new EncodeException("Duration out of range or of two signs: " + seconds + " s, " + nanos + " ns");
        }
        b = w.grow(p, MOST);
        b[p++] = '"';
        if (seconds < 0 || nanos < 0) {
            b[p++] = '-';
        }
        p = JsonWriter.i64(b, p, Math.abs(seconds));
        p = SecondsForm.fraction(b, p, Math.abs(nanos));
        return JsonWriter.put(b, p, "s\"");
    }

    /** Reads a duration. */
    public static int read(ProtoJsonReader r, byte[] b, int p, Duration m) {
        int end = r.token(b, p, "a duration");
        int last = r.from + r.length - 1;
        int q = r.from;
        boolean minus = r.length > 0 && r.t[q] == '-';
        q += minus ? 1 : 0;
        int digits = SecondsForm.count(r, q);
        if (digits == 0) {
            throw r.fail(Kind.INVALID_DATA, p, "duration as in \"1.5s\" expected");
        }
        long seconds = 0;
        for (int i = 0; i < digits; i++) {
            seconds = Math.min(seconds * 10 + r.t[q + i] - '0', MOST_SECONDS + 1);
        }
        q = SecondsForm.readFraction(r, q + digits, p);
        int nanos = r.n;
        if (q != last || r.t[last] != 's') {
            throw r.fail(Kind.INVALID_DATA, p, "duration as in \"1.5s\" expected");
        } else if (seconds > MOST_SECONDS) {
            throw r.fail(Kind.INVALID_DATA, p, "duration of more than " + MOST_SECONDS + " seconds");
        }
        m.clear().setSeconds(minus ? -seconds : seconds).setNanos(minus ? -nanos : nanos);
        return end;
    }
}
