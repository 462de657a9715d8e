package dev.fastcodec.codegen.plan;

import java.util.List;

/** A value to be written as Java: of a default or a constant. Its Java type is that of the {@link ValuePlan} beside it. */
public sealed interface LiteralPlan {
    /** A bool. */
    record Bool(boolean value) implements LiteralPlan {}

    /** An integer. */
    record Int(long value) implements LiteralPlan {}

    /** A constant of an enum, by its Java name. */
    record Constant(String name, int number) implements LiteralPlan {}

    /** A float or double. */
    record Real(double value) implements LiteralPlan {}

    /** A string, or a uuid in its text form. */
    record Text(String value) implements LiteralPlan {}

    /** Bytes. */
    record Bytes(byte[] value) implements LiteralPlan {}

    /** Elements of a list or set. */
    record ListOf(List<LiteralPlan> elements) implements LiteralPlan {}

    /** Entries of a map. */
    record MapOf(List<Entry> entries) implements LiteralPlan {}

    /** One entry of a map. */
    record Entry(LiteralPlan key, LiteralPlan value) {}

    /** A struct with some of its fields set. */
    record Struct(List<Setter> setters) implements LiteralPlan {}

    /** {@code setX(value)}. */
    record Setter(String property, ValuePlan type, LiteralPlan value) {}

    /** How much it takes to put it together: its numbers and texts, and itself if it is a struct or empty. */
    default int parts() {
        if (this instanceof ListOf list) {
            return Math.max(
                    1, list.elements().stream().mapToInt(LiteralPlan::parts).sum());
        } else if (this instanceof MapOf map) {
            return Math.max(
                    1,
                    map.entries().stream()
                            .mapToInt(e -> e.key().parts() + e.value().parts())
                            .sum());
        } else if (this instanceof Struct struct) {
            return 1
                    + struct.setters().stream().mapToInt(s -> s.value().parts()).sum();
        }
        return this instanceof Bytes bytes ? 1 + Math.min(bytes.value().length, 16) / 4 : 1;
    }

    /** Whether one Java expression makes it without setters: a number, text, bytes. */
    default boolean isSimple() {
        return !(this instanceof ListOf || this instanceof MapOf || this instanceof Struct);
    }
}
