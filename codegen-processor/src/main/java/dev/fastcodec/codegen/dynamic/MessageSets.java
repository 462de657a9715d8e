package dev.fastcodec.codegen.dynamic;

/** The tags of message sets, which keep each extension in a group of type id and message. */
final class MessageSets {
    /** Group 1: one item. */
    static final int ITEM_START = 1 << 3 | WireInput.START_GROUP;
    /** The end of group 1. */
    static final int ITEM_END = 1 << 3 | WireInput.END_GROUP;
    /** Field 2 of an item: the number of the extension. */
    static final int TYPE_ID = 2 << 3 | WireInput.VARINT;
    /** Field 3 of an item: the extension's message. */
    static final int MESSAGE = 3 << 3 | WireInput.DELIMITED;

    private MessageSets() {}
}
