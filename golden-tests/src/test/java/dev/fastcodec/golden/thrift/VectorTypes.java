package dev.fastcodec.golden.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The types of {@code vectors.thrift}, compiled, and which vector is of which. */
final class VectorTypes {
    private static final String FILE = "vectors.thrift";

    private static final Map<String, String> TYPES = new HashMap<>();

    static {
        String[] lines = {
            "Req V1-req req",
            "Full full",
            "Empty empty-struct message-reply-void message-oneway reply-void oneway-empty call-non-strict",
            "Bools bool-true-false",
            "I8s i8-range",
            "I16s i16-range",
            "I32s i32-range id-descending id-negative",
            "I64s i64-range",
            "Doubles double-special",
            "Text string-empty string-escapes",
            "Bytes binary-0 binary-1 binary-2 binary-3",
            "Id uuid",
            "ListBool list-bool",
            "ListI8 list-14 list-15",
            "ListList list-list",
            "Containers empty-list-set-map",
            "MapI32String map-i32-string",
            "MapBoolBool map-bool-bool",
            "MapDoubleList map-double-list",
            "MapReq map-struct-key",
            "ListReq list-struct",
            "ListUuid list-uuid",
            "Gaps id-gaps",
            "Nested nested-reset",
            "SetString set-string",
            "echo_args message-call V2-call V3-framed-call V10-oneway V10b-oneway-as-call V11-multiplexed-call",
            "echo_result message-reply V7-reply V9-reply-declared-exception reply-seq-minus-1",
            "ApplicationException message-exception V8-exception",
            // hostile ones
            "ListI64 H1 H1b H2 C1-list-2g C2-list-minus-1 C11-element-type-14 C12-element-type-0 H5b H5c",
            "SetI32 H2b",
            "MapI32I32 H2c H4 H5d C5-map-1g",
            "Text H2d H3 H11 H14 C3-string-2g C4-string-minus-1",
            "ListReq H5",
            "I32s H6 H6b H6c H6d H11b C7-varint32-long C9-type-14 C10-type-15 C13-long-id-70000 C14-truncated-id",
            "I64s C8-varint64-long",
            "ListBool C6-list-bool",
            "Required H7",
            "Either H9",
            "Self H10 C16-nested-structs",
            "Empty H10b C15-nested-lists",
            "FarList H12",
            "Bools H13",
        };
        for (String line : lines) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                TYPES.put(words[i], words[0]);
            }
        }
    }

    private final Beans beans;
    private final List<Struct> structs;

    VectorTypes() {
        this(Options.DEFAULT);
    }

    VectorTypes(Options options) {
        Compiled compiled = Compiled.of(Map.of(FILE, Vector.resource("/vectors/" + FILE)), options);
        this.beans = new Beans(compiled, Seed.random("vectors"));
        this.structs = SchemaShapes.of(compiled.schema());
    }

    /** The type that a vector is a value of. */
    Struct type(Vector vector) {
        return type(Objects.requireNonNull(TYPES.get(vector.name()), vector.name()));
    }

    /** The type of this name. */
    Struct type(String name) {
        return structs.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    Codec<Object> codec(Vector vector, Wire wire) {
        return codec(type(vector), wire);
    }

    Codec<Object> codec(Struct type, Wire wire) {
        return beans.codec(type, wire);
    }

    Beans beans() {
        return beans;
    }
}
