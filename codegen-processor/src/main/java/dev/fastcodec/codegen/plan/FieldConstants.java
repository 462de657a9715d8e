package dev.fastcodec.codegen.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What constants are called of which there is one for each field of a struct: {@code SHIP_TO}. */
public final class FieldConstants {
    private final Map<FieldPlan, String> constants = new HashMap<>();

    /** Those of a struct, in a class that has another constant already, and from which the struct's schema is to be seen. */
    public FieldConstants(StructPlan struct, String other) {
        Names names = new Names(List.of(other, struct.schema().constant()));
        for (FieldPlan field : struct.fields()) {
            constants.put(field, names.take(upperSnake(field.property())));
        }
    }

    /** The constant of a field. */
    public String of(FieldPlan field) {
        return Objects.requireNonNull(constants.get(field), field.name());
    }

    private static String upperSnake(String camel) {
        return camel.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", "_").toUpperCase(Locale.ROOT);
    }
}
