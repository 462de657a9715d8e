package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.Message;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.schema.SchemaTable;
import java.util.Objects;

/** A struct that declares no field and keeps all of them. */
final class Blank implements Message<Blank> {
    static final Codec<Blank> BINARY = new Binary();
    static final Codec<Blank> COMPACT = new Compact();

    UnknownFields unknown;

    @Override
    public Blank clear() {
        unknown = null;
        return this;
    }

    @Override
    public Blank copy() {
        Blank copy = new Blank();
        copy.unknown = unknown == null ? null : unknown.copy();
        return copy;
    }

    @Override
    public UnknownFields unknownFields() {
        return unknown;
    }

    @Override
    public MessageSchema schema() {
        return Table.SCHEMA;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Blank other && Objects.equals(unknown, other.unknown);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(unknown);
    }

    private UnknownFields kept() {
        return unknown = unknown == null ? new UnknownFields() : unknown;
    }

    private static final class Binary extends BinaryCodec<Blank> {
        @Override
        public MessageSchema schema() {
            return Table.SCHEMA;
        }

        @Override
        protected Blank newMessage() {
            return new Blank();
        }

        @Override
        protected int write(BinaryWriter w, byte[] b, int p, Blank m) {
            p = w.unknown(p, m.unknown);
            w.grow(p, 1)[p] = 0;
            return p + 1;
        }

        @Override
        protected int read(BinaryReader r, byte[] b, int p, Blank m) {
            for (int h = BinaryReader.header(b, p); h >>> 16 != 0; h = BinaryReader.header(b, p)) {
                p = r.unknown(b, p + 3, h >>> 16, (short) h, m.kept());
            }
            return p + 1;
        }
    }

    private static final class Compact extends CompactCodec<Blank> {
        @Override
        public MessageSchema schema() {
            return Table.SCHEMA;
        }

        @Override
        protected Blank newMessage() {
            return new Blank();
        }

        @Override
        protected int write(CompactWriter w, byte[] b, int p, Blank m) {
            p = w.unknown(p, 0, m.unknown);
            w.grow(p, 1)[p] = 0;
            return p + 1;
        }

        @Override
        protected int read(CompactReader r, byte[] b, int p, Blank m) {
            int last = 0;
            while (b[p] != 0) {
                int code = b[p] & 15;
                p = r.header(b, p, last);
                last = r.n;
                p = r.unknown(b, p, code, last, m.kept());
            }
            return p + 1;
        }
    }

    private static final class Table extends SchemaTable {
        static final MessageSchema SCHEMA = new Table().message("Blank");

        @Override
        protected String[] text() {
            return new String[] {"thrift blank.thrift\nstruct Blank\n"};
        }
    }
}
