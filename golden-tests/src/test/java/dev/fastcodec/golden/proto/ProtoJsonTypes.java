package dev.fastcodec.golden.proto;

import dev.fastcodec.Message;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.json.JsonCodec;
import dev.fastcodec.json.JsonOptions;
import java.util.Map;

/** The types that the tests of Protobuf's JSON try by example. */
final class ProtoJsonTypes {
    private static final Map<String, String> IDL = Map.of("t/m.proto", """
            syntax = "proto3";
            package t;
            import "google/protobuf/any.proto";
            import "google/protobuf/struct.proto";
            import "google/protobuf/wrappers.proto";
            enum E { ZERO = 0; ONE = 1; UNO = 1 [deprecated = true]; option allow_alias = true; }
            message M {
              int32 i32 = 1;
              int64 i64 = 2;
              uint32 u32 = 3;
              uint64 u64 = 4;
              float real_number = 5;
              double d = 6;
              bool flag = 7;
              string text = 8;
              bytes raw = 9;
              E e = 10;
              repeated int32 ints = 11;
              repeated E es = 12;
              map<string, M> ms = 13;
              map<int32, E> e_map = 14;
              M m = 15;
              oneof o {
                int32 a = 16;
                string b = 17;
                google.protobuf.NullValue n = 18;
                google.protobuf.Value v = 19;
                E oe = 20;
              }
              repeated M list = 21;
              google.protobuf.Any any = 22;
              google.protobuf.Value value = 23;
              google.protobuf.Int32Value wrapped = 24;
              map<string, google.protobuf.Value> values = 25;
              map<bool, google.protobuf.NullValue> nulls = 26;
              repeated google.protobuf.NullValue null_list = 27;
              optional int32 maybe = 28;
              string odd = 29 [json_name = "o\\"d\\\\d \\303\\251"];
              map<uint64, string> by_u64 = 30;
              repeated google.protobuf.Int32Value wrapped_list = 31;
            }
            """, "t/old.proto", """
            syntax = "proto2";
            package t;
            enum Closed { NONE = 0; RED = 1; GREEN = 2; }
            message Old {
              required int32 id = 1;
              optional Closed closed = 2;
              repeated Closed list = 3;
              map<string, Closed> by_name = 4;
              optional group Part = 5 { optional int32 in_part = 1; }
              extensions 100 to max;
            }
            message Sub { required int32 n = 1; }
            extend Old {
              optional int32 priority = 100 [default = 5];
              repeated string tags = 101;
              optional Sub sub = 102;
              repeated Closed colors = 103;
              repeated group Bits = 104 { optional uint64 bit = 1; }
              optional Old old = 105;
            }
            """);

    static final Compiled COMPILED = Compiled.of(IDL);
    private static final TypeRegistry TYPES = COMPILED.extensions()
            .with(
                    ((Message<?>) COMPILED.bean("t.M").make()).schema(),
                    ((Message<?>) COMPILED.bean("t.Old").make()).schema());
    static final JsonCodec<Object> M = codec("t.M");
    static final JsonCodec<Object> OLD = codec("t.Old");
    static final JsonOptions IGNORING = JsonOptions.DEFAULT.ignoreUnknownFields(true);

    private static JsonCodec<Object> codec(String bean) {
        return ((JsonCodec<Object>) COMPILED.bean(bean).codec("JSON")).with(TYPES);
    }

    private ProtoJsonTypes() {}
}
