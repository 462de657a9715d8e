package dev.fastcodec;

/** A constant of a generated enum. */
public interface EnumValue {

    /**
     * The number that stands for this constant on the wire. {@code UNRECOGNIZED}, which stands for every number without a constant, gives -1 and
     * must not be written: the message keeps the real number beside it.
     */
    int number();

    /** Whether the value is the constant that stands for unknown numbers, which has no number of its own. */
    static boolean isUnrecognized(EnumValue value) {
        return value.number() == -1
                && value instanceof Enum<?> constant
                && constant.name().equals("UNRECOGNIZED");
    }
}
