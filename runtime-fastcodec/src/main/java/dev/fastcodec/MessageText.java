package dev.fastcodec;

/**
 * Builds the one-line text of a message for {@code toString}: {@code Order{id=42, customer="Ada"}}. For people and logs,
 * not for parsing.
 */
public final class MessageText {
    private final StringBuilder text = new StringBuilder(64);
    private boolean any;

    /** The text of a message of this type. */
    public MessageText(String type) {
        text.append(type).append('{');
    }

    /** Adds a field. */
    public void field(String name, Object value) {
        Equality.append(begin(name), value);
    }

    /** Adds a field whose value is not to be shown. */
    public void redacted(String name) {
        begin(name).append("[redacted]");
    }

    /** Adds the extensions, if any, each by its full name in brackets. */
    public void extensions(ExtensionSet extensions) {
        if (extensions != null) {
            extensions.forEach((extension, value) -> {
                Object shown = extension.type().isEnum() && !extension.isRepeated()
                        ? text(extension.constants().apply((Integer) value), (Integer) value)
                        : value;
                field("[" + extension.name() + "]", shown);
            });
        }
    }

    /** Adds how many bytes of unknown fields there are, if any. */
    public void unknown(UnknownFields fields) {
        if (fields != null && fields.size() > 0) {
            begin("unknown").append(fields.size()).append(" bytes");
        }
    }

    /** What to show for an enum: its constant, or its number when that is not recognized. */
    public static Object text(EnumValue constant, int number) {
        return constant.isUnrecognized() ? number : constant;
    }

    private StringBuilder begin(String name) {
        text.append(any ? ", " : "").append(name).append('=');
        any = true;
        return text;
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
