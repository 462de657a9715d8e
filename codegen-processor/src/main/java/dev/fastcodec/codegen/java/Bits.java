package dev.fastcodec.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.fastcodec.codegen.plan.FieldPlan;

/**
 * Presence and known-ASCII bits as Java expressions. Bit 37 is in the second word, {@code bits_1}; no property is ever
 * called so, since camel case has no underscore inside.
 */
public final class Bits {
    private Bits() {}

    /** Name of the word that holds a presence bit. */
    static String word(int bit) {
        return name("bits", bit / 32);
    }

    /** Name of the word that holds a known-ASCII bit. */
    static String asciiWord(int bit) {
        return name("ascii", bit / 32);
    }

    /** Name of a word by its index. */
    static String name(String words, int index) {
        return index == 0 ? words : words + "_" + index;
    }

    private static String mask(int bit) {
        return literal(1 << bit);
    }

    /** A word of bits as a literal, in hexadecimal when it is large. */
    static String literal(int word) {
        return word < 0 || word > 0xffff ? "0x" + Integer.toHexString(word) : Integer.toString(word);
    }

    /** {@code (m.bits & 4) != 0}. */
    public static CodeBlock isSet(String object, FieldPlan field) {
        return CodeBlock.of("($L$L & $L) != 0", object, word(field.bit()), mask(field.bit()));
    }

    /** {@code (m.bits & 4) == 0}. */
    static CodeBlock isUnset(String object, FieldPlan field) {
        return CodeBlock.of("($L$L & $L) == 0", object, word(field.bit()), mask(field.bit()));
    }

    /** {@code bits & 4}. */
    static CodeBlock masked(FieldPlan field) {
        return CodeBlock.of("$L & $L", word(field.bit()), mask(field.bit()));
    }

    /** {@code m.bits |= 4}. */
    public static CodeBlock set(String object, FieldPlan field) {
        return CodeBlock.of("$L$L |= $L", object, word(field.bit()), mask(field.bit()));
    }

    /** {@code m.bits &= ~4}. */
    public static CodeBlock unset(String object, FieldPlan field) {
        return CodeBlock.of("$L$L &= ~$L", object, word(field.bit()), mask(field.bit()));
    }

    /** {@code (m.ascii & 4) != 0}. */
    public static CodeBlock isAscii(String object, FieldPlan field) {
        return CodeBlock.of("($L$L & $L) != 0", object, asciiWord(field.asciiBit()), mask(field.asciiBit()));
    }

    /** {@code m.ascii |= 4}. */
    public static CodeBlock setAscii(String object, FieldPlan field) {
        return CodeBlock.of("$L$L |= $L", object, asciiWord(field.asciiBit()), mask(field.asciiBit()));
    }

    /** {@code m.ascii = m.ascii & ~4 | r.ascii & 4}. */
    public static CodeBlock copyAscii(String object, FieldPlan field, String from) {
        String word = object + asciiWord(field.asciiBit());
        String mask = mask(field.asciiBit());
        return CodeBlock.of("$L = $L & ~$L | $L & $L", word, word, mask, from, mask);
    }

    /** {@code m.ascii &= ~4}. */
    public static CodeBlock unsetAscii(String object, FieldPlan field) {
        return CodeBlock.of("$L$L &= ~$L", object, asciiWord(field.asciiBit()), mask(field.asciiBit()));
    }
}
