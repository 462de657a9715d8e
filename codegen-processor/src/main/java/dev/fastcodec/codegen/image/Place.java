package dev.fastcodec.codegen.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a declaration is in its file, as {@code SourceCodeInfo} has it: field numbers of the descriptor messages and indexes,
 * by turns.
 */
record Place(List<Integer> path) {
    /** {@code FileDescriptorProto}. */
    static final int FILE_PACKAGE = 2;

    static final int FILE_DEPENDENCY = 3;
    static final int FILE_MESSAGE = 4;
    static final int FILE_ENUM = 5;
    static final int FILE_SERVICE = 6;
    static final int FILE_EXTENSION = 7;
    static final int FILE_SYNTAX = 12;
    static final int FILE_EDITION = 14;
    static final int FILE_OPTION_DEPENDENCY = 15;

    /** {@code DescriptorProto}. */
    static final int MESSAGE_FIELD = 2;

    static final int MESSAGE_NESTED = 3;
    static final int MESSAGE_ENUM = 4;
    static final int MESSAGE_EXTENSION = 6;
    static final int MESSAGE_ONEOF = 8;

    /** {@code EnumDescriptorProto} and {@code ServiceDescriptorProto}. */
    static final int ENUM_VALUE = 2;

    static final int SERVICE_METHOD = 2;

    /** The file itself. */
    static final Place FILE = new Place(List.of());

    /** Copies the list. */
    Place {
        path = List.copyOf(path);
    }

    /** A part that there is once. */
    Place of(int field) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(field);
        return new Place(longer);
    }

    /** One of several parts. */
    Place of(int field, int index) {
        return of(field).of(index);
    }
}
