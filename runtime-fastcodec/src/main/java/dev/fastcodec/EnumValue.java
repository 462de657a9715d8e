package dev.fastcodec;

/** A constant of a generated enum. */
public interface EnumValue {

    /**
     * The number that stands for this constant on the wire.
     *
     * @throws IllegalArgumentException for the constant that stands for every number without a constant, which has none of its own
     */
    int number();

    /** Whether this is the constant that stands for unknown numbers. */
    default boolean isUnrecognized() {
        return false;
    }
}
