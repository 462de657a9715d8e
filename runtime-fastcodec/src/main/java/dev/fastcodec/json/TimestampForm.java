package dev.fastcodec.json;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.wkt.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * {@code google.protobuf.Timestamp} in JSON: RFC 3339 with 0, 3, 6 or 9 digits of a second, in UTC; other offsets are read too. From
 * 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z. Called by generated code.
 */
public final class TimestampForm {
    private static final long FIRST = -62_135_596_800L;
    private static final long LAST = 253_402_300_799L;
    private static final int MOST = 40;
    private static final int DAY = 86_400;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    /** Of {@code 2001-02-03T04:05:06}. */
    private static final int LENGTH = 19;

    private TimestampForm() {}

    /** Writes a timestamp. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, Timestamp m) {
        long seconds = m.getSeconds();
        int nanos = m.getNanos();
        if (seconds < FIRST || seconds > LAST || nanos < 0 || nanos >= SecondsForm.NANOS) {
            throw new EncodeException("Timestamp out of range: " + seconds + " s, " + nanos + " ns");
        }
        b = w.grow(p, MOST);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY));
        int second = Math.floorMod(seconds, DAY);
        b[p] = '"';
        p = SecondsForm.digits(b, p + 1, date.getYear(), 4);
        b[p] = '-';
        p = SecondsForm.digits(b, p + 1, date.getMonthValue(), 2);
        b[p] = '-';
        p = SecondsForm.digits(b, p + 1, date.getDayOfMonth(), 2);
        b[p] = 'T';
        p = SecondsForm.digits(b, p + 1, second / HOUR, 2);
        b[p] = ':';
        p = SecondsForm.digits(b, p + 1, second / MINUTE % MINUTE, 2);
        b[p] = ':';
        p = SecondsForm.digits(b, p + 1, second % MINUTE, 2);
        p = SecondsForm.fraction(b, p, nanos);
        return JsonWriter.put(b, p, "Z\"");
    }

    /** Reads a timestamp. */
    public static int read(ProtoJsonReader r, byte[] b, int p, Timestamp m) {
        int end = r.token(b, p, "a timestamp");
        int t = r.from;
        int year = SecondsForm.number(r, t, 4);
        int month = SecondsForm.number(r, t + 5, 2);
        int day = SecondsForm.number(r, t + 8, 2);
        int hour = SecondsForm.number(r, t + 11, 2);
        int minute = SecondsForm.number(r, t + 14, 2);
        int second = SecondsForm.number(r, t + 17, 2);
        boolean valid = r.length > LENGTH
                && r.t[t + 4] == '-'
                && r.t[t + 7] == '-'
                && r.t[t + 10] == 'T'
                && r.t[t + 13] == ':'
                && r.t[t + 16] == ':'
                && year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth()
                && hour >= 0
                && hour < 24
                && minute >= 0
                && minute < MINUTE
                && second >= 0
                && second < MINUTE;
        if (!valid) {
            throw wrong(r, p);
        }
        int q = SecondsForm.readFraction(r, t + LENGTH, p);
        int nanos = r.n;
        long seconds = LocalDate.of(year, month, day).toEpochDay() * DAY + hour * HOUR + minute * MINUTE + second;
        seconds -= offset(r, q, p);
        if (seconds < FIRST || seconds > LAST) {
            throw r.fail(Kind.INVALID_DATA, p, "timestamp before the year 1 or after the year 9999");
        }
        m.clear().setSeconds(seconds).setNanos(nanos);
        return end;
    }

    /** The seconds that the offset at {@code q} of the token, which ends there, is ahead of UTC. */
    private static int offset(ProtoJsonReader r, int q, int at) {
        int left = r.from + r.length - q;
        if (left == 1 && r.t[q] == 'Z') {
            return 0;
        } else if (left != 6 || r.t[q] != '+' && r.t[q] != '-' || r.t[q + 3] != ':') {
            throw wrong(r, at);
        }
        int hours = SecondsForm.number(r, q + 1, 2);
        int minutes = SecondsForm.number(r, q + 4, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            throw wrong(r, at);
        }
        int offset = hours * HOUR + minutes * MINUTE;
        return r.t[q] == '-' ? -offset : offset;
    }

    private static DecodeException wrong(ProtoJsonReader r, int at) {
        return r.fail(Kind.INVALID_DATA, at, "timestamp as in \"2001-02-03T04:05:06.789Z\" expected");
    }
}
