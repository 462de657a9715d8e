package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Span;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the numbers of fields and of enum values, and what is reserved. */
final class ProtoNumbers {
    /** The highest field number (encoding: three bits of the tag are the wire type). */
    static final int MAX_FIELD = 536870911;

    /** The highest number of a MessageSet's extension. */
    static final int MAX_MESSAGE_SET = Integer.MAX_VALUE - 1;

    private static final int FIRST_OWN = 19000;
    private static final int LAST_OWN = 19999;

    private final Diagnostics diagnostics;

    /** What is proposed for every wrong number of the message at hand; 0 when nothing was asked yet. */
    private int proposed;

    ProtoNumbers(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Number of an enum value; null when it is missing or, which is reported, does not fit 32 bits. */
    static @Nullable Integer enumNumber(Decl.EnumValue value, Diagnostics diagnostics) {
        Literal.Int number = value.number();
        if (number == null) {
            return null;
        }
        if (number.value().bitLength() > 31) {
            diagnostics.report(Problem.ENUM_NUMBER_LIMITS, number.span(), number.value());
            return null;
        }
        return number.value().intValue();
    }

    /** Number of a field or extension; 0 when it is missing or does not fit 31 bits. */
    static int fieldNumber(Decl.Field field) {
        Literal.Int number = field.number();
        return number == null || number.value().bitLength() > 31
                ? 0
                : number.value().intValue();
    }

    /** Checks that a number can be a field's at all; false, and reported, when not. */
    boolean isFieldNumber(ProtoField declared, int most) {
        Decl.Field field = declared.decl();
        Literal.Int number = field.number();
        if (number == null) {
            return false;
        }
        BigInteger value = number.value();
        if (value.signum() <= 0) {
            diagnostics.report(Problem.FIELD_NUMBER_NOT_POSITIVE, number.span(), value);
            return false;
        }
        if (value.compareTo(BigInteger.valueOf(most)) > 0) {
            diagnostics.report(Problem.FIELD_NUMBER_TOO_BIG, number.span(), value, most);
            return false;
        }
        if (value.intValue() >= FIRST_OWN
                && value.intValue() <= LAST_OWN
                && declared.file().parsed().requested()) {
            diagnostics.report(Problem.FIELD_NUMBER_OWN, number.span(), value);
            return false;
        }
        return true;
    }

    /** Checks a message and sets its ranges. */
    void check(ProtoMessage message) {
        proposed = 0;
        NumberRanges ranges = new NumberRanges(1, message.mostExtended(), diagnostics);
        Map<String, Span> reservedNames = new HashMap<>();
        for (Decl decl : message.body()) {
            if (decl instanceof Decl.Extensions extensions) {
                for (Decl.Range range : extensions.ranges()) {
                    ranges.add(range, false);
                }
            } else if (decl instanceof Decl.Reserved reserved) {
                for (Decl.Range range : reserved.ranges()) {
                    ranges.add(range, true);
                }
                reserveNames(reserved, message.file(), reservedNames);
            }
        }
        ranges.close();
        message.setRanges(ranges);
        Map<Integer, ProtoField> byNumber = new HashMap<>();
        for (ProtoField field : message.fields()) {
            if (isFieldNumber(field, MAX_FIELD)) {
                checkField(message, field, byNumber, ranges);
            }
            checkName(field.name(), field.place(), reservedNames);
        }
    }

    private void checkField(
            ProtoMessage message, ProtoField field, Map<Integer, ProtoField> byNumber, NumberRanges ranges) {
        Literal.Int written = field.decl().number();
        if (written == null) {
            return;
        }
        int number = written.value().intValue();
        ProtoField before = byNumber.putIfAbsent(number, field);
        NumberRanges.Range range = ranges.holding(number);
        Diagnostic report = null;
        if (before != null && before.decl().number() != null) {
            report = diagnostics
                    .report(
                            Problem.FIELD_NUMBER_TWICE,
                            written.span(),
                            number,
                            message.type().name())
                    .note(Problem.FIRST_USED_HERE, before.decl().number().span());
        } else if (range != null) {
            report = diagnostics
                    .report(Problem.FIELD_NUMBER_IN_RANGE, written.span(), number, range.purpose())
                    .note(Problem.RANGE_IS_HERE, range.span());
        }
        if (report != null) {
            proposed = proposed == 0 ? nextFree(message, ranges) : proposed;
            if (proposed <= MAX_FIELD) {
                report.help(Problem.NEXT_FREE_NUMBER, proposed);
            }
        }
    }

    /** The first number above all fields that is in no range, else the first below; above all numbers when there is none. */
    private static int nextFree(ProtoMessage message, NumberRanges ranges) {
        Set<Integer> used = new HashSet<>();
        int highest = 0;
        for (ProtoField field : message.fields()) {
            int number = fieldNumber(field.decl());
            used.add(number);
            highest = number <= MAX_FIELD ? Math.max(highest, number) : highest;
        }
        int free = outside(ranges, highest + 1);
        if (free > MAX_FIELD) {
            free = outside(ranges, 1);
            while (used.contains(free)) {
                free = outside(ranges, free + 1);
            }
        }
        return free;
    }

    /** The first number from {@code start} on that no range holds and Protobuf does not keep. */
    private static int outside(NumberRanges ranges, int start) {
        long free = start;
        for (NumberRanges.Range range = ranges.holding(free); range != null; range = ranges.holding(free)) {
            free = range.last() + 1;
        }
        return (int) (free >= FIRST_OWN && free <= LAST_OWN ? LAST_OWN + 1 : free);
    }

    /** Checks what an enum reserves. */
    void check(ProtoEnum anEnum) {
        NumberRanges ranges = new NumberRanges(Integer.MIN_VALUE, Integer.MAX_VALUE, diagnostics);
        Map<String, Span> reservedNames = new HashMap<>();
        for (Decl decl : anEnum.decl().body()) {
            if (decl instanceof Decl.Reserved reserved) {
                for (Decl.Range range : reserved.ranges()) {
                    ranges.add(range, true);
                }
                reserveNames(reserved, anEnum.file(), reservedNames);
            }
        }
        ranges.close();
        for (Decl decl : anEnum.decl().body()) {
            if (decl instanceof Decl.EnumValue value) {
                Literal.Int number = value.number();
                if (number != null && number.value().bitLength() <= 31) {
                    NumberRanges.Range range = ranges.holding(number.value().intValue());
                    if (range != null) {
                        diagnostics
                                .report(Problem.ENUM_NUMBER_RESERVED, number.span(), number.value())
                                .note(Problem.RANGE_IS_HERE, range.span());
                    }
                }
                checkName(value.name().text(), value.name().span(), reservedNames);
            }
        }
    }

    private void reserveNames(Decl.Reserved reserved, ProtoFile file, Map<String, Span> names) {
        for (Decl.ReservedName name : reserved.names()) {
            Span at = name.name().span();
            if (name.quoted() == file.edition().isEdition()) {
                diagnostics.report(
                        file.edition().isEdition() ? Problem.RESERVED_NAME_QUOTED : Problem.RESERVED_NAME_BARE, at);
            }
            Span before = names.putIfAbsent(name.name().text(), at);
            if (before != null) {
                diagnostics
                        .report(Problem.RESERVED_NAME_TWICE, at, name.name())
                        .note(Problem.FIRST_RESERVED_HERE, before);
            } else if (!isIdentifier(name.name().text()) && file.parsed().requested()) {
                diagnostics.report(Problem.RESERVED_NAME_FORM, at, name.name());
            }
        }
    }

    private void checkName(String name, Span at, Map<String, Span> reservedNames) {
        Span reserved = reservedNames.get(name);
        if (reserved != null) {
            diagnostics.report(Problem.NAME_RESERVED, at, name).note(Problem.FIRST_RESERVED_HERE, reserved);
        }
    }

    private static boolean isIdentifier(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
