package dev.fastcodec.schema;

import dev.fastcodec.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An IDL file as generated code keeps it: a text that is read when it is first needed. For generated code only.
 *
 * <p>Each line says one thing, its words separated by one space; indentation says nothing:
 *
 * <pre>
 * thrift shop/stock.thrift                syntax, path, and Protobuf's package if there is one
 * namespace java shop
 * struct Item                             or message, union, exception
 *   &#64;owner 'team-a'                       an option of what stands above
 *   1 string sku required                 number, type, name; presence unless it is the language's own
 *   2 list&lt;.Price&gt; prices = []            .Price is a message of this file, #Unit an enum
 *   3 #Unit&amp;0 unit json=u oneof=size      &amp;0 says that it is the first of the imported types
 *   |size                                 a oneof
 * enum Colour                             closed behind it for proto2
 *   1 RED
 * service Shop Base                       its base if there is one
 *   +find .Item                           a method and its result or void; how calls go unless it is one for one
 *     1 string sku                        its parameters
 *     !1 .OutOfStock e                    what it throws
 * </pre>
 *
 * In names and strings, {@code %} and two hexadecimal digits or {@code u} and four stand for a character that has a meaning here. Values are {@code
 * true}, numbers, {@code 'strings'}, {@code #CONSTANTS}, bytes as {@code x00ff}, and {@code [1,2]} and {@code {'a':1}} of these.
 */
public abstract class SchemaTable {
    private final Map<String, MessageSchema> messages = new ConcurrentHashMap<>();
    private final Map<String, EnumSchema> enums = new ConcurrentHashMap<>();
    private final Map<String, ServiceSchema> services = new ConcurrentHashMap<>();
    private volatile TableReader read;

    /** A table that has not been read. */
    protected SchemaTable() {}

    /** The text, cut in any way. */
    protected abstract String[] text();

    /**
     * A {@code FileDescriptorSet} of the file with all that it imports, each file after those that it imports: a character for each byte, cut in any way.
     * Null when code was generated without.
     */
    protected String[] descriptors() {
        return null;
    }

    /** Adds the types of other files that the text refers to. */
    protected void addImports(List<FieldType> types) {}

    /** The type of the message at a place among those of the text, or null when it has no Protobuf codec. */
    protected MessageType<?> type(int i) {
        return null;
    }

    /** The service of another file that the text calls {@code shared.Base}, or null when it is not known. */
    protected ServiceSchema importedService(String name) {
        return null;
    }

    /**
     * The message of this name, which has those of its parents in front: {@code Order.Line}. The structs of a function's arguments and of its result are
     * {@code Shop.find_args} and {@code Shop.find_result}. Does not read the table.
     */
    public final MessageSchema message(String path) {
        return messages.computeIfAbsent(path, p -> new MessageSchema(this, p));
    }

    /** The enum of this name. Does not read the table. */
    public final EnumSchema enumeration(String path) {
        return enums.computeIfAbsent(path, p -> new EnumSchema(this, p));
    }

    /** The service of this name. Does not read the table. */
    public final ServiceSchema service(String name) {
        return services.computeIfAbsent(name, n -> new ServiceSchema(this, n));
    }

    /** The file. */
    public final FileSchema file() {
        return read().file();
    }

    MessageSchema.Body body(String path) {
        return read().body(path);
    }

    ServiceSchema.Body serviceBody(String name) {
        return read().serviceBody(name);
    }

    EnumSchema.Body enumBody(String path) {
        return read().enumBody(path);
    }

    final MessageType<?> type(MessageSchema message) {
        return type(file().messages().indexOf(message));
    }

    private TableReader read() {
        TableReader r = read;
        if (r == null) {
            synchronized (this) {
                r = read;
                if (r == null) {
                    List<FieldType> imports = new ArrayList<>();
                    addImports(imports);
                    read = r = new TableReader(this, imports, String.join("", text()));
                }
            }
        }
        return r;
    }
}
