package dev.fastcodec;

/** A container of this package that knows how to copy itself deeply. */
interface Copyable {
    /** A deep copy of the same class. */
    Object copy();
}
