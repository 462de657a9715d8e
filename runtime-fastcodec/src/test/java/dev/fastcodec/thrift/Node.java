package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.DoubleList;
import dev.fastcodec.Equality;
import dev.fastcodec.LongList;
import dev.fastcodec.Message;
import dev.fastcodec.MessageList;
import dev.fastcodec.StringList;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.schema.SchemaTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A struct that contains itself in every way, written by hand as a generator would:
 * {@code struct Node { 1: Node child, 2: required i32 n, 3: string s, 4: list<i64> longs, 5: list<Node> nodes, 6: map<string, Node> m,
 * 7: bool b, 8: list<string> strings, 9: list<double> doubles }}.
 */
final class Node implements Message<Node> {
    static final Codec<Node> BINARY = new NodeBinary();
    static final Codec<Node> COMPACT = new NodeCompact();

    Node child;
    int n;
    String s;
    final LongList longs = new LongList();
    final MessageList<Node> nodes = new MessageList<>(Node::new);
    final Map<String, Node> m = new LinkedHashMap<>();
    boolean b;
    final StringList strings = new StringList();
    final DoubleList doubles = new DoubleList();
    UnknownFields unknown;

    @Override
    public Node clear() {
        child = null;
        n = 0;
        s = null;
        longs.clear();
        nodes.clear();
        m.clear();
        b = false;
        strings.clear();
        doubles.clear();
        unknown = null;
        return this;
    }

    @Override
    public Node copy() {
        return BINARY.decode(BINARY.encode(this));
    }

    @Override
    public UnknownFields unknownFields() {
        return unknown;
    }

    UnknownFields kept() {
        return unknown = unknown == null ? new UnknownFields() : unknown;
    }

    @Override
    public MessageSchema schema() {
        return Table.SCHEMA;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Node that
                && n == that.n
                && b == that.b
                && Objects.equals(child, that.child)
                && Objects.equals(s, that.s)
                && longs.equals(that.longs)
                && nodes.equals(that.nodes)
                && m.equals(that.m)
                && strings.equals(that.strings)
                && doubles.equals(that.doubles)
                && Objects.equals(unknown, that.unknown);
    }

    @Override
    public int hashCode() {
        return Objects.hash(n, s, longs);
    }

    @Override
    public String toString() {
        return Equality.append(new StringBuilder(), BINARY.encode(this)).toString();
    }

    static final class Table extends SchemaTable {
        static final MessageSchema SCHEMA = new Table().message("Node");

        @Override
        protected String[] text() {
            return new String[] {"""
                thrift node.thrift
                struct Node
                1 .Node child
                2 int32 n required
                3 string s
                4 list<int64> longs
                5 list<.Node> nodes
                6 map<string,.Node> m
                7 bool b
                8 list<string> strings
                9 list<double> doubles
                """};
        }
    }
}
