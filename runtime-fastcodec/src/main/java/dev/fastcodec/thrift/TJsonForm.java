package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.internal.Inserts;
import dev.fastcodec.json.JsonOptions;
import dev.fastcodec.json.JsonWriter;
import dev.fastcodec.json.TJsonCodec;
import dev.fastcodec.json.TJsonMessage;

/** Messages of typed JSON: {@code [1,"name",type,sequence,struct]}, where 1 is the version. */
final class TJsonForm extends MessageForm {
    @Override
    Written write(byte[] b, int p, Envelope e, Codec<?> codec, Object body, Inserts inserts) {
        if (e == null) {
            throw new IllegalArgumentException("a body alone is only written in the binary protocols");
        }
        JsonWriter w = new JsonWriter(b, JsonOptions.DEFAULT);
        int q = TJsonMessage.begin(w, p, e.name(), e.type().number(), e.sequence());
        int end = append(own(codec), w, q, body);
        return new Written(w.b, end);
    }

    @SuppressWarnings("unchecked") // the codec is one for the body
    private static <M> int append(TJsonCodec<M> codec, JsonWriter w, int p, Object body) {
        return TJsonMessage.end(w, TJsonMessage.body(w, p, codec, (M) body));
    }

    @Override
    Head head(Input in) {
        TJsonMessage message = message(in);
        TJsonMessage.Head head = message.head();
        MessageType type = MessageType.forNumber(head.type());
        if (type == null) {
            throw message.located(
                    DecodeException.at(Kind.INVALID_DATA, head.typeBegin(), "message type " + head.type()));
        }
        return new Head(new Envelope(type, head.name(), head.sequence()), head.body());
    }

    @Override
    Body body(Input in, Codec<?> codec) {
        return read(in, own(codec));
    }

    private static <M> Body read(Input in, TJsonCodec<M> codec) {
        TJsonMessage message = message(in);
        M struct = TJsonMessage.make(codec);
        return new Body(struct, message.body(codec, struct));
    }

    @Override
    int skip(Input in) {
        return message(in).skip();
    }

    @Override
    int end(Input rest) {
        return message(rest).end();
    }

    private static TJsonMessage message(Input in) {
        return new TJsonMessage(in.b(), in.origin(), in.from(), in.to());
    }

    private static TJsonCodec<?> own(Codec<?> codec) {
        if (codec instanceof TJsonCodec<?> own) {
            return own;
        }
        throw notOwn(codec, "TJSON");
    }
}
