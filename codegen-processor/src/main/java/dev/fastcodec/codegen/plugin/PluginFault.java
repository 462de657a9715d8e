package dev.fastcodec.codegen.plugin;

/** Tells that a plugin, or what it answered, is of no use. */
public final class PluginFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A fault with a text for the user. */
    public PluginFault(String message) {
        super(message, null, false, false);
    }

    /** The text. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
