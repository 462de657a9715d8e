package dev.fastcodec.interop;

import dev.fastcodec.interop.parcels.Parcel;
import dev.fastcodec.interop.shop.Item;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What there is to know of the messages of a service with streams. */
record Messages<T>(Maker<T> maker, Function<T, String> text, ToIntFunction<T> number) {
    static final Messages<Item> ITEMS = new Messages<>(
            (text, number, content) -> new Item().setSku(text).setCount(number).setBlob(content),
            Item::getSku,
            Item::getCount);
    static final Messages<Parcel> PARCELS = new Messages<>(
            (text, number, content) -> new Parcel().setLabel(text).setNumber(number).setContent(content),
            Parcel::getLabel,
            Parcel::getNumber);

    /** Makes a message. */
    interface Maker<T> {
        T make(String text, int number, byte[] content);
    }

    T of(String text, int number) {
        return maker.make(text, number, new byte[0]);
    }
}
