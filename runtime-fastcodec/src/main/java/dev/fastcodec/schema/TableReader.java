package dev.fastcodec.schema;

import dev.fastcodec.schema.FieldSchema.Details;
import dev.fastcodec.schema.FieldSchema.Presence;
import dev.fastcodec.schema.ServiceSchema.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a {@link SchemaTable}, and then holds what it said. */
final class TableReader {
    private final SchemaTable table;
    private final List<FieldType> imports;
    private final Cursor c;
    private final boolean thrift;
    private final String packageName;
    private final Map<String, MessageSchema.Body> bodies = new HashMap<>();
    private final Map<String, EnumSchema.Body> enumBodies = new HashMap<>();
    private final Map<String, ServiceSchema.Body> serviceBodies = new HashMap<>();
    private final FileSchema file;

    TableReader(SchemaTable table, List<FieldType> imports, String text) {
        this.table = table;
        this.imports = imports;
        this.c = new Cursor(text);
        String syntax = c.word();
        this.thrift = syntax.equals("thrift");
        String path = c.word();
        this.packageName = c.bareWord();
        c.lineEnds();
        Options options = options();
        Map<String, String> namespaces = new LinkedHashMap<>();
        List<MessageSchema> messages = new ArrayList<>();
        List<EnumSchema> enums = new ArrayList<>();
        List<ServiceSchema> services = new ArrayList<>();
        while (!c.atEnd()) {
            String what = c.word();
            switch (what) {
                case "namespace" -> namespaces.put(c.word(), line());
                case "enum" -> enums.add(enumeration());
                case "service" -> services.add(service());
                default -> messages.add(message(MessageSchema.Kind.valueOf(what.toUpperCase(Locale.ROOT))));
            }
        }
        this.file = new FileSchema(syntax, path, packageName, namespaces, options, messages, enums, services);
    }

    FileSchema file() {
        return file;
    }

    MessageSchema.Body body(String path) {
        return bodies.get(path);
    }

    ServiceSchema.Body serviceBody(String name) {
        return serviceBodies.get(name);
    }

    EnumSchema.Body enumBody(String path) {
        return enumBodies.get(path);
    }

    /** The last word of a line, empty if there is none. */
    private String line() {
        String word = c.bareWord();
        c.lineEnds();
        return word;
    }

    /** The options that follow. */
    private Options options() {
        List<Options.Option> options = new ArrayList<>();
        while (c.skip('@')) {
            options.add(new Options.Option(c.word(), c.value()));
            c.lineEnds();
        }
        return options.isEmpty() ? Options.NONE : new Options(options);
    }

    private MessageSchema message(MessageSchema.Kind kind) {
        String path = line();
        Options options = options();
        List<FieldSchema> fields = fields();
        List<MessageSchema.Oneof> oneofs = new ArrayList<>();
        while (c.skip('|')) {
            oneofs.add(new MessageSchema.Oneof(line(), options()));
        }
        bodies.put(path, new MessageSchema.Body(kind, fields, oneofs, options));
        return table.message(path);
    }

    private List<FieldSchema> fields() {
        List<FieldSchema> fields = new ArrayList<>();
        while (c.atNumber()) {
            fields.add(field());
        }
        return fields;
    }

    private FieldSchema field() {
        int number = c.number();
        FieldType type = type();
        c.skip(' ');
        String name = c.word();
        Presence presence = thrift ? Presence.ALWAYS : Presence.IMPLICIT;
        String jsonName = name;
        String oneof = null;
        String defaultText = null;
        while (!c.lineEnds()) {
            String word = c.word();
            switch (word) {
                case "required" -> presence = Presence.REQUIRED;
                case "optional" -> presence = Presence.EXPLICIT;
                case "json" -> jsonName = attribute();
                case "oneof" -> oneof = attribute();
                default -> {
                    c.skip('=');
                    c.skip(' ');
                    defaultText = c.rest();
                }
            }
        }
        return new FieldSchema(number, name, type, new Details(presence, jsonName, oneof, defaultText), options());
    }

    /** What stands behind {@code =}. */
    private String attribute() {
        c.skip('=');
        return c.word();
    }

    private FieldType type() {
        if (c.skip('.')) {
            String path = c.bareWord();
            return c.skip('&') ? imports.get(Integer.parseInt(c.bareWord())) : table.message(path);
        } else if (c.skip('#')) {
            String path = c.bareWord();
            return c.skip('&') ? imports.get(Integer.parseInt(c.bareWord())) : table.enumeration(path);
        }
        String name = c.bareWord();
        if (!c.skip('<')) {
            return name.equals("void") ? null : Scalar.valueOf(name.toUpperCase(Locale.ROOT));
        }
        FieldType first = type();
        FieldType second = c.skip(',') ? type() : null;
        c.skip('>');
        return second != null
                ? new FieldType.MapOf(first, second)
                : name.equals("set") ? new FieldType.SetOf(first) : new FieldType.ListOf(first);
    }

    private EnumSchema enumeration() {
        String path = c.word();
        boolean closed = line().equals("closed");
        Options options = options();
        List<EnumSchema.Value> values = new ArrayList<>();
        while (c.atNumber()) {
            int number = c.number();
            values.add(new EnumSchema.Value(line(), number, options()));
        }
        enumBodies.put(path, new EnumSchema.Body(values, closed, options));
        return table.enumeration(path);
    }

    private ServiceSchema service() {
        String name = c.word();
        String base = line();
        Options options = options();
        List<ServiceSchema.Method> methods = new ArrayList<>();
        while (c.skip('+')) {
            methods.add(method());
        }
        serviceBodies.put(name, new ServiceSchema.Body(base.isEmpty() ? null : base, List.copyOf(methods), options));
        if (thrift) {
            methods.forEach(m -> callStructs(name + "." + m.name(), m));
        }
        return table.service(name);
    }

    /** What travels when a function of Thrift is called: the struct of its arguments and that of its result. */
    private void callStructs(String path, ServiceSchema.Method method) {
        bodies.put(path + "_args", struct(method.parameters()));
        List<FieldSchema> result = new ArrayList<>();
        if (method.result() != null) {
            String success = "success";
            while (has(method.exceptions(), success)) {
                success += "_";
            }
            result.add(new FieldSchema(
                    0, success, method.result(), new Details(Presence.EXPLICIT, success, null, null), Options.NONE));
        }
        for (FieldSchema e : method.exceptions()) {
            Details details = new Details(Presence.EXPLICIT, e.name(), null, null);
            result.add(new FieldSchema(e.number(), e.name(), e.type(), details, e.options()));
        }
        bodies.put(path + "_result", struct(result));
    }

    private static boolean has(List<FieldSchema> fields, String name) {
        return fields.stream().anyMatch(f -> f.name().equals(name));
    }

    private static MessageSchema.Body struct(List<FieldSchema> fields) {
        return new MessageSchema.Body(MessageSchema.Kind.STRUCT, fields, List.of(), Options.NONE);
    }

    private ServiceSchema.Method method() {
        String name = c.word();
        FieldType result = type();
        c.skip(' ');
        String mode = line();
        Options options = options();
        List<FieldSchema> parameters = fields();
        List<FieldSchema> exceptions = new ArrayList<>();
        while (c.skip('!')) {
            exceptions.add(field());
        }
        return new ServiceSchema.Method(
                name,
                parameters,
                result,
                exceptions,
                mode.isEmpty() ? Mode.UNARY : Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                options);
    }
}
