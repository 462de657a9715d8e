package dev.fastcodec.json;

import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.wkt.FieldMask;
import java.util.List;

/**
 * {@code google.protobuf.FieldMask} in JSON: a string of paths with commas between them, names in camel case ({@code "shipTo.street,id"}). Paths of which
 * that cannot be undone are refused. Called by generated code.
 */
public final class FieldMaskForm {
    private FieldMaskForm() {}

    /** Writes a mask. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, FieldMask m) {
        StringBuilder text = new StringBuilder();
        List<String> paths = m.getPaths();
        for (int i = 0; i < paths.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            if (!camel(paths.get(i), text)) {
                throw new EncodeException("path \"" + paths.get(i) + "\" of a FieldMask, which JSON cannot have");
            }
        }
        return w.string(b, p, text.toString());
    }

    /** Whether a path could be appended in camel case. */
    private static boolean camel(String path, StringBuilder to) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '_') {
                c = ++i < path.length() ? path.charAt(i) : 0;
                if (c < 'a' || c > 'z') {
                    return false;
                }
                to.append((char) (c - 'a' + 'A'));
            } else if (c >= 'A' && c <= 'Z' || c == ',') {
                return false;
            } else {
                to.append(c);
            }
        }
        return !path.isEmpty();
    }

    /** Reads a mask. */
    public static int read(ProtoJsonReader r, byte[] b, int p, FieldMask m) {
        int end = r.string(b, p);
        String text = r.s;
        m.clear();
        if (text.isEmpty()) {
            return end;
        }
        for (String path : text.split(",", -1)) {
            m.getPaths().add(snake(r, p, path));
        }
        return end;
    }

    private static String snake(ProtoJsonReader r, int at, String path) {
        StringBuilder snake = new StringBuilder(path.length() + 4);
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '_') {
                throw r.fail(Kind.INVALID_DATA, at, "underscore in a path of a field mask");
            } else if (c >= 'A' && c <= 'Z') {
                snake.append('_').append((char) (c - 'A' + 'a'));
            } else {
                snake.append(c);
            }
        }
        if (path.isEmpty()) {
            throw r.fail(Kind.INVALID_DATA, at, "empty path in a field mask");
        }
        return snake.toString();
    }
}
