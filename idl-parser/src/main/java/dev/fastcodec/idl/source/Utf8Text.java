package dev.fastcodec.idl.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text of files that should be UTF-8 and may not be: the compilers of both IDLs take any bytes in comments and strings, and old files have Latin-1
 * there. Each byte that is not part of a character is an unpaired surrogate, U+DC80 to U+DCFF, in the text of a {@link Source}, and that byte again
 * wherever bytes are made of it.
 */
public final class Utf8Text {
    /** Plus a byte above 0x7f: the surrogate that stands for it. */
    private static final int ESCAPE = 0xDC00;

    private Utf8Text() {}

    /**
     * The text of bytes.
     *
     * @param invalid the index of the first character that stands for a byte, or -1
     */
    public record Decoded(String text, int invalid) {}

    /** The text of these bytes. */
    public static Decoded decode(byte[] bytes, int start) {
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return new Decoded(text, -1);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (ESCAPE | in.get() & 0xFF));
            }
            result = decoder.decode(in, out, true);
        }
        text = out.flip().toString();
        return new Decoded(text, escape(text, 0));
    }

    /** The bytes of a piece of a source's text. */
    public static byte[] encode(String text) {
        int escape = escape(text, 0);
        if (escape < 0) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int from = 0;
        for (; escape >= 0; escape = escape(text, from)) {
            bytes.writeBytes(text.substring(from, escape).getBytes(StandardCharsets.UTF_8));
            bytes.write(text.charAt(escape));
            from = escape + 1;
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** A piece of a source's text for people to read: what is no UTF-8 is taken for Latin-1, which it mostly is. */
    public static String readable(String text) {
        if (escape(text, 0) < 0) {
            return text;
        }
        StringBuilder readable = new StringBuilder(text);
        for (int i = escape(text, 0); i >= 0; i = escape(text, i + 1)) {
            readable.setCharAt(i, (char) (text.charAt(i) & 0xFF));
        }
        return readable.toString();
    }

    /** Whether a character stands for a byte that is not part of any. */
    public static boolean isEscape(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at))
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** The first such character from an index on, or -1. */
    public static int escape(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) >= Character.MIN_LOW_SURROGATE && isEscape(text, i)) {
                return i;
            }
        }
        return -1;
    }
}
