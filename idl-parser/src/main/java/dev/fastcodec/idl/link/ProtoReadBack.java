package dev.fastcodec.idl.link;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import dev.fastcodec.idl.source.Span;
import java.util.List;

/**
 * Whether a decoder could read what an option sets. protoc writes the options of each declaration of the files it is asked for,
 * and reads them again with the types of their extensions; what cannot be read ends it. What an {@code Any} holds is bytes to
 * that reader.
 */
final class ProtoReadBack {
    /** Messages within the options of a declaration: a decoder's usual limit. */
    private static final int MAX_LEVELS = 100;

    private final boolean requested;
    private final Diagnostics diagnostics;

    /** For options of a file that somebody asked for, or of one that is only imported. */
    ProtoReadBack(boolean requested, Diagnostics diagnostics) {
        this.requested = requested;
        this.diagnostics = diagnostics;
    }

    /** Whether a value of the last of these fields, each within the one before, can be read; if not it is reported. */
    boolean check(List<Field> path, Value value, Span at) {
        if (path.size() - 1 + levels(value) > MAX_LEVELS) {
            diagnostics.report(Problem.OPTION_TOO_DEEP, at, MAX_LEVELS);
            return false;
        } else if (requested && !isText(path.get(path.size() - 1), value)) {
            diagnostics.report(Problem.OPTION_UTF8, at);
            return false;
        }
        return true;
    }

    /** How deep messages are nested in a value. */
    private static int levels(Value value) {
        int within = 0;
        if (value instanceof Value.Struct struct) {
            for (Value.FieldValue field : struct.fields()) {
                within = Math.max(within, levels(field.value()));
            }
        } else if (value instanceof Value.MapOf map) {
            for (Value.Entry entry : map.entries()) {
                within = Math.max(within, levels(entry.value()));
            }
        } else if (!(value instanceof Value.Any)) {
            return 0;
        }
        return within + 1;
    }

    /** Whether all that must be text is text: strings that are no UTF-8 are bytes. */
    private static boolean isText(Field field, Value value) {
        if (value instanceof Value.Struct struct) {
            for (Value.FieldValue part : struct.fields()) {
                if (!isText(part.field(), part.value())) {
                    return false;
                }
            }
            return true;
        } else if (value instanceof Value.MapOf map && field.type() instanceof Type.MapOf types) {
            for (Value.Entry entry : map.entries()) {
                if (!isText(field, types.key(), entry.key())
                        || !(entry.value() instanceof Value.Struct
                                ? isText(field, entry.value())
                                : isText(field, types.value(), entry.value()))) {
                    return false;
                }
            }
            return true;
        }
        return isText(field, field.type() instanceof Type.ListOf list ? list.element() : field.type(), value);
    }

    private static boolean isText(Field field, Type type, Value value) {
        return !(type == ScalarType.STRING && field.encoding().utf8() && value instanceof Value.Bytes);
    }
}
