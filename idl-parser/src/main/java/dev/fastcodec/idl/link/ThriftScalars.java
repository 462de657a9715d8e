package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import dev.fastcodec.idl.source.Utf8Text;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads literals as scalars and enums; what does not fit is reported and null. */
final class ThriftScalars {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern BRACES = Pattern.compile("\\{(.*)}");

    private final ThriftConstants constants;
    private final Diagnostics diagnostics;

    ThriftScalars(ThriftConstants constants, Diagnostics diagnostics) {
        this.constants = constants;
        this.diagnostics = diagnostics;
    }

    @Nullable
    Value read(Literal literal, ScalarType type, ThriftValues.Place place) {
        return switch (type) {
            case BOOL -> bool(literal, place);
            case INT8 -> integer(literal, type, 8, place);
            case INT16 -> integer(literal, type, 16, place);
            case INT32 -> integer(literal, type, 32, place);
            case INT64 -> integer(literal, type, 64, place);
            case DOUBLE -> decimal(literal, place);
            case STRING, BYTES, UUID -> text(literal, type, place);
            default -> throw new IllegalArgumentException("Thrift has no " + type);
        };
    }

    private @Nullable Value bool(Literal literal, ThriftValues.Place place) {
        if (literal instanceof Literal.Ident ident) {
            return new Value.Bool(ident.name().text().equals("true"));
        }
        if (literal instanceof Literal.Int number
                && number.value().bitLength() <= 1
                && number.value().signum() >= 0) {
            return new Value.Bool(number.value().signum() > 0);
        }
        ThriftValues.reportType(diagnostics, literal, ScalarType.BOOL, place);
        return null;
    }

    private @Nullable Value integer(Literal literal, ScalarType type, int bits, ThriftValues.Place place) {
        if (literal instanceof Literal.Int number) {
            return fits(literal, number.value(), bits, place)
                    ? new Value.Int(number.value().longValue())
                    : null;
        }
        ThriftValues.reportType(diagnostics, literal, type, place);
        return null;
    }

    private boolean fits(Literal literal, BigInteger value, int bits, ThriftValues.Place place) {
        if (value.bitLength() < bits) {
            return true;
        }
        BigInteger limit = BigInteger.ONE.shiftLeft(bits - 1);
        diagnostics.report(
                Problem.DEFAULT_OUT_OF_RANGE, place.of(literal), value, limit.negate(), limit.subtract(BigInteger.ONE));
        return false;
    }

    private @Nullable Value decimal(Literal literal, ThriftValues.Place place) {
        if (literal instanceof Literal.Float number) {
            return new Value.Float(number.value());
        } else if (literal instanceof Literal.Int number) {
            return fits(literal, number.value(), Long.SIZE, place)
                    ? new Value.Float(number.value().doubleValue())
                    : null;
        }
        ThriftValues.reportType(diagnostics, literal, ScalarType.DOUBLE, place);
        return null;
    }

    private @Nullable Value text(Literal literal, ScalarType type, ThriftValues.Place place) {
        if (!(literal instanceof Literal.Text text)) {
            ThriftValues.reportType(diagnostics, literal, type, place);
            return null;
        }
        if (type == ScalarType.BYTES) {
            return new Value.Bytes(text.bytes());
        }
        String content = text.text();
        if (type == ScalarType.UUID) {
            String bare = BRACES.matcher(content).replaceFirst("$1");
            if (UUID.matcher(bare).matches()) {
                return new Value.Text(bare);
            }
            diagnostics.report(Problem.THRIFT_UUID_FORM, place.of(literal));
            return null;
        }
        if (Utf8Text.escape(content, 0) >= 0) {
            diagnostics.report(Problem.THRIFT_STRING_UTF8, place.of(literal));
            return null;
        }
        return new Value.Text(content);
    }

    /** Reads a literal that is no name as a value of an enum. */
    @Nullable
    Value readEnum(Literal literal, EnumType type, ThriftValues.Place place) {
        if (!(literal instanceof Literal.Int number)) {
            ThriftValues.reportType(diagnostics, literal, type, place);
            return null;
        }
        EnumType.Value value = number.value().bitLength() > 31
                ? null
                : constants.member(type, number.value().intValue());
        if (value == null) {
            diagnostics.report(Problem.DEFAULT_NO_ENUM_VALUE, place.of(literal), type, number.value());
            return null;
        }
        return new Value.EnumValue(type, value);
    }

    /** The value of an enum where a value of {@code type} is wanted: itself, or its number for a scalar that takes numbers. */
    @Nullable
    Value fromEnum(Literal literal, Value.EnumValue value, Type type, ThriftValues.Place place) {
        if (value.type().equals(type)) {
            return value;
        }
        boolean text = type == ScalarType.STRING || type == ScalarType.BYTES || type == ScalarType.UUID;
        if (!(type instanceof ScalarType scalar) || text) {
            ThriftValues.reportType(diagnostics, literal, type, place);
            return null;
        }
        BigInteger number = BigInteger.valueOf(value.value().number());
        return read(new Literal.Int(literal.span(), number), scalar, place);
    }
}
