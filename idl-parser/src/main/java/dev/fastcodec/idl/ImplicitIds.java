package dev.fastcodec.idl;

/**
 * What a Thrift field means whose id is left out or not positive. The two compilers number such fields differently, and
 * so would write different bytes.
 */
public enum ImplicitIds {
    /** It is an error. */
    ERROR,
    /** As Apache's compiler: -1, -2, … in the order of such fields, whatever was written. */
    APACHE,
    /** As thriftgo: one above the field before, from 1; an id that is written is kept. */
    THRIFTGO
}
