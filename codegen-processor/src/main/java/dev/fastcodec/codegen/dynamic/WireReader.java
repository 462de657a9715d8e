package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.ScalarType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads messages from Protobuf's binary format. Required fields may be missing. */
public final class WireReader {
    /** How deep messages may be nested below the outermost, as in protoc. */
    public static final int MAX_DEPTH = 100;

    private static final int MAP_VALUE = 2;

    private final WireInput in;

    private WireReader(WireInput in) {
        this.in = in;
    }

    /**
     * Reads a message.
     *
     * @throws DecodeException when the bytes are none
     */
    public static DynamicMessage read(MessageType type, byte[] bytes) {
        DynamicMessage message = new DynamicMessage(type);
        new WireReader(new WireInput(bytes, MAX_DEPTH)).readToEnd(message);
        return message;
    }

    private void readToEnd(DynamicMessage message) {
        while (!in.atEnd()) {
            readField(message, in.tag());
        }
    }

    private void readGroup(DynamicMessage message, int number) {
        int tag = in.tag();
        for (; WireInput.wireType(tag) != WireInput.END_GROUP; tag = in.tag()) {
            readField(message, tag);
        }
        in.checkGroupEnd(tag, number);
    }

    private void readField(DynamicMessage message, int tag) {
        if (message.type().isMessageSet() && tag == MessageSets.ITEM_START) {
            readItem(message);
            return;
        }
        Member member = message.type().member(WireInput.number(tag));
        int wireType = WireInput.wireType(tag);
        if (member != null && wireType == wireType(member.type())) {
            readValue(message, member);
        } else if (member != null
                && wireType == WireInput.DELIMITED
                && member.repeated()
                && isPackable(member.type())) {
            int before = in.enter();
            while (!in.atEnd()) {
                readValue(message, member);
            }
            in.leave(before);
        } else {
            message.unknown().add(in.unknown(tag));
        }
    }

    private void readValue(DynamicMessage message, Member member) {
        if (member.type() instanceof MemberType.Scalar scalar) {
            message.put(member, readScalar(scalar, member));
        } else if (member.type() instanceof MemberType.Named named) {
            int number = (int) in.varint();
            if (isKnown(named.type(), number)) {
                message.put(member, number);
            } else {
                message.unknown().add(new UnknownField.Varint(member.number(), number));
            }
        } else if (member.type() instanceof MemberType.Nested nested) {
            readNested(message, member, nested);
        }
    }

    private void readNested(DynamicMessage message, Member member, MemberType.Nested nested) {
        DynamicMessage value = message.nested(member, nested.type());
        in.down();
        if (nested.group()) {
            readGroup(value, member.number());
        } else {
            int before = in.enter();
            readToEnd(value);
            in.leave(before);
        }
        in.up();
        if (nested.mapEntry() && !value.unknown().isEmpty() && hasUnknownName(value)) {
            message.removeLast(member);
            message.unknown().add(new UnknownField.Delimited(member.number(), WireWriter.write(value, false)));
        }
    }

    /** Whether the value of a map's entry is a number that its closed enum does not have. */
    private static boolean hasUnknownName(DynamicMessage entry) {
        Member value = entry.type().member(MAP_VALUE);
        return value != null
                && value.type() instanceof MemberType.Named
                && entry.unknown().stream().anyMatch(field -> field.number() == MAP_VALUE);
    }

    private static boolean isKnown(EnumType type, int number) {
        return !type.closed() || type.values().stream().anyMatch(value -> value.number() == number);
    }

    private Object readScalar(MemberType.Scalar scalar, Member member) {
        return switch (scalar.type()) {
            case BOOL -> in.varint() != 0;
            case INT32, UINT32 -> (int) in.varint();
            case INT64, UINT64 -> in.varint();
            case SINT32 -> {
                int zigzag = (int) in.varint();
                yield zigzag >>> 1 ^ -(zigzag & 1);
            }
            case SINT64 -> {
                long zigzag = in.varint();
                yield zigzag >>> 1 ^ -(zigzag & 1);
            }
            case FIXED32, SFIXED32 -> in.fixed32();
            case FIXED64, SFIXED64 -> in.fixed64();
            case FLOAT -> Float.intBitsToFloat(in.fixed32());
            case DOUBLE -> Double.longBitsToDouble(in.fixed64());
            case STRING, BYTES -> {
                byte[] bytes = in.delimited();
                if (scalar.utf8() && !isUtf8(bytes)) {
                    throw DecodeException.at(Kind.INVALID_UTF8, 0, member.fullName() + " is not valid UTF-8");
                }
                yield bytes;
            }
            case INT8, INT16, UUID -> throw new AssertionError(scalar);
        };
    }

    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** An item of a message set: its type id and its message, in either order; all else in it is passed over. */
    private void readItem(DynamicMessage message) {
        in.down();
        int typeId = 0;
        byte @Nullable [] payload = null;
        int tag = in.tag();
        for (; WireInput.wireType(tag) != WireInput.END_GROUP; tag = in.tag()) {
            if (tag == MessageSets.TYPE_ID && typeId == 0) {
                typeId = (int) in.varint();
            } else if (tag == MessageSets.MESSAGE && payload == null) {
                payload = in.delimited();
            } else {
                in.unknown(tag);
            }
        }
        in.checkGroupEnd(tag, WireInput.number(MessageSets.ITEM_START));
        if (typeId != 0 && payload != null) {
            addItem(message, typeId, payload);
        }
        in.up();
    }

    private void addItem(DynamicMessage message, int typeId, byte[] payload) {
        Member member = message.type().member(typeId);
        if (member != null && member.type() instanceof MemberType.Nested nested) {
            DynamicMessage value = message.nested(member, nested.type());
            new WireReader(new WireInput(payload, in.levels())).readToEnd(value);
        } else {
            message.unknown().add(new UnknownField.Delimited(typeId, payload));
        }
    }

    private static boolean isPackable(MemberType type) {
        return type instanceof MemberType.Named || type instanceof MemberType.Scalar scalar && !scalar.hasLength();
    }

    /** How a value of this type is written when it is not packed. */
    static int wireType(MemberType type) {
        if (type instanceof MemberType.Scalar scalar) {
            return wireType(scalar.type());
        } else if (type instanceof MemberType.Nested nested) {
            return nested.group() ? WireInput.START_GROUP : WireInput.DELIMITED;
        }
        return WireInput.VARINT;
    }

    private static int wireType(ScalarType type) {
        return switch (type) {
            case BOOL, INT32, INT64, UINT32, UINT64, SINT32, SINT64 -> WireInput.VARINT;
            case FIXED32, SFIXED32, FLOAT -> WireInput.FIXED32;
            case FIXED64, SFIXED64, DOUBLE -> WireInput.FIXED64;
            case STRING, BYTES -> WireInput.DELIMITED;
            case INT8, INT16, UUID -> throw new AssertionError(type);
        };
    }
}
