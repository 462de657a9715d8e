package dev.fastcodec.codegen.plan;

import static dev.fastcodec.codegen.plan.SchemaNotation.value;
import static dev.fastcodec.codegen.plan.SchemaNotation.word;

import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.descriptor.OptionTexts;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Field.Presence;
import dev.fastcodec.idl.schema.FileInfo;
import dev.fastcodec.idl.schema.FileInfo.Language;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans the table of a file: writes down what the file says, and numbers the types of other files. */
final class SchemaPlanner {
    /** A string constant of a class file holds 65,535 bytes, and a character takes up to 3. */
    static final int MOST_CHARACTERS = 16_000;

    private static final String INDENT = "  ";

    /** The codecs of a message's type at run time, as the constructor of {@code MessageType} takes them. */
    private static final List<String> TYPE_FORMATS = List.of("PROTO", "JSON", "TEXT");

    private final SchemaFile file;
    private final TypeNames names;
    private final OptionTexts optionTexts;
    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private final Map<Type, Integer> imports = new LinkedHashMap<>();
    private final boolean refersToServices;
    private final Map<String, SchemaPlan.Base> bases = new LinkedHashMap<>();
    private final List<SchemaPlan.Codecs> messages = new ArrayList<>();
    private boolean hasDeprecatedMessage;
    private boolean hasDeprecatedBase;

    SchemaPlanner(SchemaFile file, TypeNames names, OptionTexts optionTexts, boolean refersToServices) {
        this.refersToServices = refersToServices;
        this.file = file;
        this.optionTexts = optionTexts;
        this.names = names;
    }

    /** @param descriptors as the plan has them */
    SchemaPlan plan(List<String> descriptors) {
        FileInfo info = file.info();
        head(info);
        file.structs().forEach(this::struct);
        file.enums().forEach(this::enumeration);
        file.services().forEach(this::service);
        endPiece();
        return new SchemaPlan(
                names.table(info),
                info.path(),
                pieces,
                descriptors,
                imports.keySet().stream().map(this::imported).toList(),
                List.copyOf(bases.values()),
                messages,
                imports.keySet().stream().anyMatch(TypeNames::isDeprecated)
                        || hasDeprecatedMessage
                        || hasDeprecatedBase);
    }

    private void codecs(StructType struct) {
        List<WireFormat> formats = names.formats(struct.file().language());
        if (formats.contains(WireFormat.PROTO)) {
            List<@Nullable String> constants = new ArrayList<>();
            for (String format : TYPE_FORMATS) {
                constants.add(formats.stream().anyMatch(f -> f.name().equals(format)) ? format : null);
            }
            messages.add(new SchemaPlan.Codecs(names.of(struct), constants));
            for (StructType around = struct; around != null; around = around.parent()) {
                hasDeprecatedMessage |= TypeNames.isDeprecated(around.options());
            }
        }
    }

    private SchemaPlan.Import imported(Type type) {
        return new SchemaPlan.Import(names.of(type), TypeNames.schemaConstant(type));
    }

    private void head(FileInfo info) {
        boolean thrift = info.language() == Language.THRIFT;
        line((thrift ? "thrift" : info.edition()) + " " + word(info.path()) + spaced(word(info.packageName())));
        options("", info.options(), "FileOptions");
        new TreeMap<>(info.namespaces()).forEach((scope, name) -> line("namespace " + word(scope) + " " + word(name)));
    }

    private void struct(StructType struct) {
        line(struct.kind().name().toLowerCase(Locale.ROOT) + " " + TypeNames.path(struct));
        codecs(struct);
        options(INDENT, struct.options(), "MessageOptions");
        struct.fields().forEach(f -> field(INDENT, f));
        struct.body().oneofs().forEach(o -> {
            line(INDENT + "|" + o.name());
            options(INDENT + INDENT, o.options(), "OneofOptions");
        });
        struct.body().structs().forEach(this::struct);
        struct.body().enums().forEach(this::enumeration);
    }

    private void field(String start, Field field) {
        StringBuilder s = new StringBuilder(start);
        s.append(field.number()).append(' ').append(type(field.type())).append(' ');
        s.append(word(field.name())).append(presence(field.presence()));
        if (!field.jsonName().equals(field.name())) {
            s.append(" json=").append(word(field.jsonName()));
        }
        if (field.oneof() != null) {
            s.append(" oneof=").append(field.oneof().name());
        }
        if (field.readableDefault() != null) {
            s.append(" = ").append(value(field.readableDefault()));
        }
        line(s.toString());
        options(start.replace("!", "") + INDENT, field.options(), "FieldOptions");
    }

    private static String presence(Presence presence) {
        return switch (presence) {
            case REQUIRED -> " required";
            case EXPLICIT -> " optional";
            case IMPLICIT, ALWAYS -> "";
        };
    }

    private String type(@Nullable Type type) {
        if (type == null) {
            return "void";
        } else if (type instanceof ScalarType scalar) {
            return scalar.name().toLowerCase(Locale.ROOT);
        } else if (type instanceof StructType s) {
            return "." + TypeNames.path(s) + number(s, s.file());
        } else if (type instanceof EnumType e) {
            return "#" + TypeNames.path(e) + number(e, e.file());
        } else if (type instanceof Type.ListOf list) {
            return "list<" + type(list.element()) + ">";
        } else if (type instanceof Type.SetOf set) {
            return "set<" + type(set.element()) + ">";
        } else if (type instanceof Type.MapOf map) {
            return "map<" + type(map.key()) + "," + type(map.value()) + ">";
        }
        throw new AssertionError(type);
    }

    private String number(Type type, FileInfo declaredIn) {
        if (declaredIn.path().equals(file.info().path())) {
            return "";
        }
        return "&" + imports.computeIfAbsent(type, t -> imports.size());
    }

    private void enumeration(EnumType type) {
        line("enum " + TypeNames.path(type) + (type.closed() ? " closed" : ""));
        options(INDENT, type.options(), "EnumOptions");
        for (EnumType.Value value : type.values()) {
            line(INDENT + value.number() + " " + word(value.name()));
            options(INDENT + INDENT, value.options(), "EnumValueOptions");
        }
    }

    private void service(Service service) {
        line("service " + service.name() + spaced(base(service)));
        options(INDENT, service.options(), "ServiceOptions");
        for (Service.Method method : service.methods()) {
            line(INDENT + "+" + word(method.name()) + " " + type(method.result()) + spaced(mode(method)));
            options(INDENT + INDENT, method.options(), "MethodOptions");
            method.parameters().forEach(p -> field(INDENT + INDENT, p));
            method.exceptions().forEach(e -> field(INDENT + INDENT + "!", e));
        }
    }

    private String base(Service service) {
        Service base = service.base();
        if (base == null) {
            return "";
        }
        if (base.file().path().equals(file.info().path())) {
            return base.name();
        }
        String name = base.file().baseName() + "." + base.name();
        if (refersToServices) {
            hasDeprecatedBase |= TypeNames.isDeprecated(base.options());
            bases.put(name, new SchemaPlan.Base(name, names.of(base)));
        }
        return word(name);
    }

    private static String mode(Service.Method method) {
        if (method.clientStream()) {
            return method.serverStream() ? "both_stream" : "client_stream";
        }
        return method.serverStream() ? "server_stream" : method.oneway() ? "oneway" : "";
    }

    private void options(String start, Options options, String message) {
        boolean thrift = file.info().language() == Language.THRIFT;
        for (Options.Option option : thrift ? options.all() : optionTexts.of(options, message)) {
            line(start + "@" + word(option.name()) + " " + value(option.value()));
        }
    }

    private static String spaced(String word) {
        return word.isEmpty() ? "" : " " + word;
    }

    private void line(String line) {
        if (piece.length() + line.length() >= MOST_CHARACTERS) {
            endPiece();
        }
        String rest = line;
        while (rest.length() >= MOST_CHARACTERS) {
            pieces.add(rest.substring(0, MOST_CHARACTERS));
            rest = rest.substring(MOST_CHARACTERS);
        }
        piece.append(rest).append('\n');
    }

    private void endPiece() {
        if (piece.length() > 0) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }
}
