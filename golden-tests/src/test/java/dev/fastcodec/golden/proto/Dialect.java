package dev.fastcodec.golden.proto;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FeatureSet.EnumType;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;

/** The syntaxes of {@code .proto} files that differ in what fields may say and how they stand on the wire. */
enum Dialect {
    PROTO2,
    PROTO3,
    EDITION_2023,
    EDITION_2024;

    /** The syntax of a file. */
    static Dialect of(FileDescriptorProto file) {
        return switch (file.getSyntax()) {
            case "proto3" -> PROTO3;
            case "editions" -> file.getEdition() == Edition.EDITION_2024 ? EDITION_2024 : EDITION_2023;
            default -> PROTO2;
        };
    }

    /** Says so in a file's descriptor, as protoc does. */
    void describe(FileDescriptorProto.Builder file) {
        switch (this) {
            case PROTO2 -> file.clearSyntax();
            case PROTO3 -> file.setSyntax("proto3");
            case EDITION_2023 -> file.setSyntax("editions").setEdition(Edition.EDITION_2023);
            case EDITION_2024 -> file.setSyntax("editions").setEdition(Edition.EDITION_2024);
        }
    }

    /** The line that a file begins with. */
    String header() {
        return switch (this) {
            case PROTO2 -> "syntax = \"proto2\";";
            case PROTO3 -> "syntax = \"proto3\";";
            case EDITION_2023 -> "edition = \"2023\";";
            case EDITION_2024 -> "edition = \"2024\";";
        };
    }

    /** Whether its files have features in place of a syntax. */
    boolean isEdition() {
        return this == EDITION_2023 || this == EDITION_2024;
    }

    /** Whether an enum of such a file does not take unknown numbers. */
    boolean isClosed(EnumDescriptorProto type) {
        return this == PROTO2 || type.getOptions().getFeatures().getEnumType() == EnumType.CLOSED;
    }
}
