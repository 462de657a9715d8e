package dev.fastcodec.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Views of byte arrays as wider numbers at any index, aligned or not. */
public final class Views {
    /** 16 bits, least significant byte first. */
    public static final VarHandle LE_SHORT = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    /** 32 bits, least significant byte first. */
    public static final VarHandle LE_INT = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** 64 bits, least significant byte first. */
    public static final VarHandle LE_LONG = view(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** 16 bits, most significant byte first. */
    public static final VarHandle BE_SHORT = view(short[].class, ByteOrder.BIG_ENDIAN);
    /** 32 bits, most significant byte first. */
    public static final VarHandle BE_INT = view(int[].class, ByteOrder.BIG_ENDIAN);
    /** 64 bits, most significant byte first. */
    public static final VarHandle BE_LONG = view(long[].class, ByteOrder.BIG_ENDIAN);

    /** A number below 256 times this is that number in each byte of a word. */
    public static final long EVERY_BYTE = 0x0101010101010101L;
    /** The highest bit of each byte of a word. */
    public static final long HIGH_BITS = 0x8080808080808080L;

    private Views() {}

    private static VarHandle view(Class<?> array, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(array, order);
    }
}
