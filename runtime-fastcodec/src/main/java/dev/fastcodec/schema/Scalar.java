package dev.fastcodec.schema;

/** The built-in types of both languages. Thrift's {@code byte i8 i16 i32 i64 double binary} are INT8 to INT64, DOUBLE and BYTES. */
public enum Scalar implements FieldType {
    /** true or false. */
    BOOL,
    /** 8 bits, Thrift only. */
    INT8,
    /** 16 bits, Thrift only. */
    INT16,
    /** 32 bits; Protobuf writes a varint. */
    INT32,
    /** 64 bits; Protobuf writes a varint. */
    INT64,
    /** 32 bits unsigned, a varint. */
    UINT32,
    /** 64 bits unsigned, a varint. */
    UINT64,
    /** 32 bits, a zigzag varint. */
    SINT32,
    /** 64 bits, a zigzag varint. */
    SINT64,
    /** 32 bits unsigned, 4 bytes. */
    FIXED32,
    /** 64 bits unsigned, 8 bytes. */
    FIXED64,
    /** 32 bits, 4 bytes. */
    SFIXED32,
    /** 64 bits, 8 bytes. */
    SFIXED64,
    /** IEEE 754, 4 bytes, Protobuf only. */
    FLOAT,
    /** IEEE 754, 8 bytes. */
    DOUBLE,
    /** Text, UTF-8 on the wire. */
    STRING,
    /** Any bytes: Thrift's {@code binary}, which looks like a string on the wire. */
    BYTES,
    /** 16 bytes, Thrift only. */
    UUID
}
